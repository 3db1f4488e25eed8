"""Writing a user's template out, in Jinja's sandbox and in a process of its own.

A template may go round in circles or ask for more than there is, by mistake or because it was
copied from somewhere: that process may be killed by its limits, and this one goes on. What the
record made of its sections is handed over ready (`Made`); everything else that a template writes
out, whatever was done to it, is escaped as words of people are, so that no template can let them
become markup by mistake. That goes for what a macro or a `{% set %}` block gives back too: markup
belongs into the template's own text. Leaves out: what a template is handed (`template`).
"""

import sys
from collections.abc import Callable
from traceback import extract_tb
from typing import Any, Final

import msgspec
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from workshop_tui.record.template_job import Fault, Given, Order, TemplateForm, Written

_FAULTS: Final = (
    ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError
)  # fmt: skip
"""What a template's expressions may raise besides Jinja's own errors."""


class Made(str):
    """Text that the record made and escaped; whatever is done to it gives a plain string again."""

    __slots__ = ()


class _TemplateSection(msgspec.Struct, frozen=True):
    key: str
    title: str
    text: Made
    body: Made


class _UnknownNameError(UndefinedError):
    """A template asks for what is not there."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class _Unknown(StrictUndefined):
    """Tells the name alone; the sentence around it is said in the user's language."""

    __slots__ = ()

    def _fail_with_undefined_error(self, *args: Any, **kwargs: Any) -> Any:
        if self._undefined_exception is UndefinedError and self._undefined_hint is None:
            raise _UnknownNameError(str(self._undefined_name))
        return super()._fail_with_undefined_error(*args, **kwargs)

    __iter__ = __str__ = __len__ = _fail_with_undefined_error
    __eq__ = __ne__ = __bool__ = __hash__ = _fail_with_undefined_error
    __contains__ = _fail_with_undefined_error


class _Sandbox(ImmutableSandboxedEnvironment):
    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        formatted = super().wrap_str_format(value)
        if formatted is None:
            return None
        # Jinja gives the type of the pattern to what it formats: words would pass for made text.
        return lambda *args, **kwargs: str(formatted(*args, **kwargs))


def written(source: str, given: Given) -> Written | Fault:
    """The record as the template writes it, or why it does not."""
    sandbox = _Sandbox(
        undefined=_Unknown,
        finalize=_finalizer(given.form),
        autoescape=False,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    try:
        return Written(sandbox.from_string(source).render(_handed(given)))
    except TemplateSyntaxError as error:
        return Fault(error.lineno, _first_line(error))
    except _UnknownNameError as error:
        return Fault(_line_of(error), unknown=error.name)
    except (TemplateError, *_FAULTS) as error:
        return Fault(_line_of(error), _first_line(error))
    except MemoryError:
        return Fault()


def _handed(given: Given) -> dict[str, Any]:
    return {
        "title": given.title,
        "language": given.language,
        "opening": Made(given.opening),
        "head": Made(given.head),
        "sections": {
            part.key: _TemplateSection(part.key, part.title, Made(part.text), Made(part.body))
            for part in given.sections
        },
        "session": given.session,
    }


def _finalizer(form: TemplateForm) -> Callable[[object], str]:
    if form == "markdown":
        from workshop_tui.record.markdown import escaped  # noqa: PLC0415 - each form its own
    else:
        from workshop_tui.record.html import escaped  # noqa: PLC0415 - each form its own

    def finalized(value: object) -> str:
        if isinstance(value, Made):
            return value
        return "" if value is None else escaped(str(value))

    return finalized


def _line_of(error: BaseException) -> int:
    """The line of the template in which it happened; 1 where Jinja does not tell."""
    frames = extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == "<template>"]
    return (lines or [1])[-1] or 1


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]


def _limit(order: Order) -> None:
    """Less memory and time than would disturb a workshop, and no core dump full of people's words.

    Where the system has no such limits, whoever waits for this process ends it.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (order.seconds, order.seconds + 1))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (order.bytes, order.bytes))


def main() -> None:
    """Take an order from standard input, and give what was written, or the fault."""
    order = msgspec.json.decode(sys.stdin.buffer.read(), type=Order)
    _limit(order)
    try:
        answer = msgspec.json.encode(written(order.source, order.given))
    except MemoryError:
        answer = msgspec.json.encode(Fault())
    sys.stdout.buffer.write(answer)
