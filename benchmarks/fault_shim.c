/* Loaded before a program (LD_PRELOAD), fails one chosen file call of it inside one folder.
 *
 *   SHIM_CALL    open write fsync ftruncate fchmod close rename unlink
 *   SHIM_ANSWER  the number of an errno; 0: a write takes one byte only; -1: kill -9 at this call
 *   SHIM_AT      which call of that kind inside the folder, from 1
 *   SHIM_EVER    set: all later ones as well
 *   SHIM_FOLDER  absolute; only paths and descriptors below it count
 *   SHIM_NOTE    a file elsewhere that is made when the fault happens
 *
 * Build: gcc -O2 -shared -fPIC -o fault_shim.so fault_shim.c -ldl (Linux, glibc)
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

#define NO_FAULT (-2)
#define KILL (-1)
#define ONE_BYTE 0
#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static int seen; /* one kind of call is counted in one run; the writer has one thread */

static int is_inside(const char *path) {
    const char *folder = getenv("SHIM_FOLDER");
    return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int answer_for(const char *call, const char *path) {
    const char *wanted = getenv("SHIM_CALL"), *note = getenv("SHIM_NOTE");
    if (!wanted || strcmp(wanted, call) || !is_inside(path)) return NO_FAULT;
    int at = atoi(getenv("SHIM_AT"));
    seen++;
    if (getenv("SHIM_EVER") ? seen < at : seen != at) return NO_FAULT;
    if (note) { /* by system calls, lest the note be counted */
        long fd = syscall(SYS_openat, AT_FDCWD, note, O_WRONLY | O_CREAT, 0600);
        if (fd >= 0) syscall(SYS_close, fd);
    }
    int answer = atoi(getenv("SHIM_ANSWER"));
    if (answer == KILL) kill(getpid(), SIGKILL);
    return answer;
}

static int answer_for_descriptor(const char *call, int fd) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return NO_FAULT;
    path[length] = 0;
    return answer_for(call, path);
}

#define FAIL(answer) do { int a_ = (answer); if (a_ > 0) { errno = a_; return -1; } } while (0)

ssize_t write(int fd, const void *data, size_t size) {
    int answer = answer_for_descriptor("write", fd);
    FAIL(answer);
    return NEXT(write)(fd, data, answer == ONE_BYTE && size ? 1 : size);
}

int close(int fd) { /* the descriptor is gone either way, as in the kernel */
    int answer = answer_for_descriptor("close", fd);
    int result = NEXT(close)(fd);
    FAIL(answer);
    return result;
}

int fsync(int fd) { FAIL(answer_for_descriptor("fsync", fd)); return NEXT(fsync)(fd); }
int fchmod(int fd, mode_t mode) { FAIL(answer_for_descriptor("fchmod", fd)); return NEXT(fchmod)(fd, mode); }
int ftruncate(int fd, off_t size) { FAIL(answer_for_descriptor("ftruncate", fd)); return NEXT(ftruncate)(fd, size); }
int ftruncate64(int fd, off64_t size) { FAIL(answer_for_descriptor("ftruncate", fd)); return NEXT(ftruncate64)(fd, size); }
int unlink(const char *path) { FAIL(answer_for("unlink", path)); return NEXT(unlink)(path); }
int rename(const char *from, const char *to) { FAIL(answer_for("rename", to)); return NEXT(rename)(from, to); }
int renameat(int a, const char *from, int b, const char *to) { FAIL(answer_for("rename", to)); return NEXT(renameat)(a, from, b, to); }

#define MODE_OF(flags, mode) \
    mode_t mode = 0; \
    if ((flags) & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *path, int flags, ...) { MODE_OF(flags, mode) FAIL(answer_for("open", path)); return NEXT(open)(path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags, mode) FAIL(answer_for("open", path)); return NEXT(open64)(path, flags, mode); }
