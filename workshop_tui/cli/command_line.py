"""The command line: every command with its arguments and options, in the order of the help.

Only declarations, so that help costs no more than click itself. What a command does is the
function `do` of the module of its name in `commands`, which is loaded when the command is run.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import click

from workshop_tui.cli.garbage import garbage_left_alone
from workshop_tui.cli.run import Run
from workshop_tui.cli.spoken import SpokenArgument, SpokenCommand, SpokenOption
from workshop_tui.language import LANGUAGES

# No `exists=True`: a missing file is a fault of the input (exit code 1), not of the usage.
PATH: Final = click.Path(path_type=Path)
TEXT_LANGUAGES: Final = ("auto", *LANGUAGES)
RECORD_FORMATS: Final = ("markdown", "html", "json", "csv")
MOST_TOP: Final = 10_000


def _session() -> SpokenArgument:
    return SpokenArgument(["session"], required=True)


def _language(languages: Sequence[str]) -> SpokenOption:
    return SpokenOption(["--lang"], type=click.Choice(languages))


def _json() -> SpokenOption:
    return SpokenOption(["--json", "as_json"], is_flag=True)


_PARAMETERS: Final[Mapping[str, Callable[[], list[click.Parameter]]]] = {
    "demo": lambda: [_language(LANGUAGES)],
    "new": lambda: [
        SpokenArgument(["title"], required=True),
        SpokenOption(["--survey"], type=PATH, metavar="FILE"),
        _language(LANGUAGES),
        SpokenOption(["--dir", "sessions"], type=PATH, metavar="DIR"),
        SpokenOption(["--no-open"], is_flag=True),
    ],
    "open": lambda: [_session()],
    "show": lambda: [_session()],
    "list": lambda: [_json()],
    "survey": lambda: [
        SpokenArgument(["file"], required=True, type=PATH),
        SpokenOption(["--column"], metavar="NAME"),
        SpokenOption(["--group"], metavar="NAME"),
        _language(TEXT_LANGUAGES),
        SpokenOption(["--under"], metavar="WORD"),
        SpokenOption(["--top"], type=click.IntRange(1, MOST_TOP), metavar="N"),
        SpokenOption(["--unmasked"], is_flag=True),
        _json(),
    ],
    "check": lambda: [
        SpokenArgument(["statement"], required=False),
        _language(TEXT_LANGUAGES),
        SpokenOption(["--survey"], type=PATH, metavar="FILE"),
        _json(),
    ],
    "reaction": lambda: [
        SpokenArgument(["text"], required=False),
        _language(TEXT_LANGUAGES),
        _json(),
    ],
    "record": lambda: [
        _session(),
        SpokenOption(["--format", "form"], type=click.Choice(RECORD_FORMATS)),
        SpokenOption(["-o", "--output"], metavar="FILE|-"),
        _language(LANGUAGES),
    ],
    "validate": lambda: [_session()],
    "history": lambda: [_session(), _json()],
    "restore": lambda: [_session(), SpokenArgument(["backup"], required=False)],
}
COMMANDS: Final[tuple[str, ...]] = tuple(_PARAMETERS)


def command(name: str) -> SpokenCommand:
    """The command of this name. Raises KeyError where there is none."""

    def call(run: Run, **values: Any) -> None:
        with garbage_left_alone():
            do = import_module(f"workshop_tui.cli.commands.{name}").do
        do(run, **values)

    return SpokenCommand(name, params=_PARAMETERS[name](), callback=click.pass_obj(call))


def options_of_program() -> list[click.Parameter]:
    """What may stand before the command."""
    return [
        _language(LANGUAGES),
        SpokenOption(["--dir", "sessions"], type=PATH, metavar="DIR"),
    ]
