"""The program `workshop-tui`: its commands, and the one place where errors become lines.

A command's own module is loaded when the command is run, so that help and version stay as cheap as
click itself. Whatever a command refuses becomes one line on standard error and exit code 1; wrong
usage is exit code 2; a crash leaves a report that only the user can read.
"""

import contextlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import click

from workshop_tui import __version__
from workshop_tui.cli.command_line import COMMANDS, command, options_of_program
from workshop_tui.cli.garbage import leave_garbage_behind
from workshop_tui.cli.run import Run, language_of, tell
from workshop_tui.cli.spoken import PROGRAM, SpokenHelp, SpokenOption, run_of
from workshop_tui.domain.message import RefusedError

AT_FAULT: Final = 1
WRONG_USAGE: Final = 2
INTERRUPTED: Final = 130
"""128 and the number of the signal that ctrl+c sends."""


class Program(SpokenHelp, click.Group):
    """All commands; without one, the home screen."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        del ctx
        return command(cmd_name) if cmd_name in COMMANDS else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS:
            # Loaded here, since most command lines are right.
            from workshop_tui.cli.usage import UnknownCommandError  # noqa: PLC0415

            raise UnknownCommandError(args[0], COMMANDS, ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        t = run_of(ctx).t
        with formatter.section(t("cli.help.commands")):
            formatter.write_dl([(name, t(f"cli.short.{name}")) for name in COMMANDS])

    def invoke(self, ctx: click.Context) -> Any:
        try:
            super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # Who reads has enough. Python would complain once more when it closes the pipe.
            with contextlib.suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 - click's signature
        windows_expand_args: bool = True,  # noqa: FBT001, FBT002 - click's signature
        **extra: Any,
    ) -> Any:
        """Run a command line and exit with its code."""
        del standalone_mode
        run = Run(language_of(sys.argv[1:] if args is None else args, os.environ))
        try:
            code = super().main(
                args,
                prog_name or PROGRAM,
                complete_var,
                standalone_mode=False,
                windows_expand_args=windows_expand_args,
                obj=run,
                **extra,
            )
        except click.UsageError as error:
            code = WRONG_USAGE
            _complain_of_usage(error, run)
        except RefusedError as refusal:
            code = AT_FAULT
            _complain(run.say(refusal.reason))
        except OSError as error:
            code = AT_FAULT
            _complain_of_system(error, run)
        except click.Abort:
            code = INTERRUPTED
        sys.exit(code)


def _version(ctx: click.Context, _param: click.Parameter, is_wanted: bool) -> None:  # noqa: FBT001 - click's signature
    if is_wanted and not ctx.resilient_parsing:
        click.echo(f"{PROGRAM} {__version__}")
        ctx.exit()


@click.pass_context
def _begin(ctx: click.Context, lang: str | None, sessions: Path | None) -> None:
    del lang  # read before, by `language_of`
    ctx.obj = Run(run_of(ctx).language, sessions)
    if ctx.invoked_subcommand is None:
        # The home screen brings the whole interface.
        from workshop_tui.cli.screens import show_home  # noqa: PLC0415

        show_home(ctx.obj)


program: Final = Program(
    PROGRAM,
    params=[
        *options_of_program(),
        SpokenOption(
            ["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_version
        ),
    ],
    callback=_begin,
    invoke_without_command=True,
    subcommand_metavar="[COMMAND …]",
)


def main() -> None:
    """The entry point."""
    sys.excepthook = _tell_of_crash
    # numpy's OpenBLAS would start a thread for every processor, which spins; nothing here needs it.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    _stand_in_for_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        # A terminal of another encoding gets a question mark for a bar, not a crash.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        program.main()
    finally:
        leave_garbage_behind()


def _stand_in_for_closed_streams() -> None:
    """Give what a script has closed, as by `>&-`, a place that takes everything and keeps nothing.

    Else the next file that is opened gets its number, and is printed into.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - for good


def _complain(line: str) -> None:
    tell(f"{PROGRAM}: {line}")


def _complain_of_usage(error: click.UsageError, run: Run) -> None:
    # As above.
    from workshop_tui.cli.usage import usage_message  # noqa: PLC0415

    path = error.ctx.command_path if error.ctx else PROGRAM
    _complain(run.say(usage_message(error)))
    tell(run.t("cli.usage.hint", command=f"{path} --help"))


def _complain_of_system(error: OSError, run: Run) -> None:
    # Loaded here, since it takes part in no run that goes well.
    from workshop_tui.store.errors import disk_message  # noqa: PLC0415

    where = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else "-"
    _complain(run.say(disk_message(error, Path(where))))


def _tell_of_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Python's last resort for what nobody caught: one line, and a report."""
    del trace
    if issubclass(kind, KeyboardInterrupt):
        return
    # Loaded here, since most runs never crash.
    from datetime import datetime  # noqa: PLC0415

    from workshop_tui.crash_report import crash_folder, write_crash_report  # noqa: PLC0415

    run = Run(language_of(sys.argv[1:], os.environ))
    now = datetime.now()  # noqa: DTZ005 - the name of a file
    report = write_crash_report(error, crash_folder(), now)
    _complain(
        run.t("cli.crashed", what=kind.__name__, report=str(report))
        if report
        else run.t("cli.crashed_unreported", what=kind.__name__)
    )
