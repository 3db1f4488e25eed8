"""One run of the program: the language it speaks and the folder of sessions it works in."""

import contextlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

import click

from workshop_tui.domain.message import Message, Value
from workshop_tui.language import LANGUAGES, Language, choose_language, say


@dataclass(frozen=True, slots=True)
class Run:
    """What every command is handed.

    sessions_option: the folder that was named on the command line; None where none was.
    """

    language: Language
    sessions_option: Path | None = None

    def t(self, key: str, /, count: int | None = None, **values: Value) -> str:
        """The sentence with this key."""
        return say(Message.of(key, count, **values), self.language)

    def say(self, message: Message) -> str:
        """The message as a sentence."""
        return say(message, self.language)

    @property
    def sessions(self) -> Path:
        """The folder of all sessions; it need not exist."""
        # Loaded here, since help and the readings of texts need no folder.
        from workshop_tui.store.layout import sessions_folder  # noqa: PLC0415

        return sessions_folder(self.sessions_option, os.environ, Path.cwd())

    @property
    def private_sessions(self) -> Path:
        """The folder for copies of the sample: as `sessions`, but never ./sessions.

        Whoever tries the sample from a folder of real work, or from a checkout, finds it as it was.
        """
        # As in `sessions`.
        from workshop_tui.store.layout import sessions_folder  # noqa: PLC0415

        nowhere = Path(os.devnull)
        return sessions_folder(self.sessions_option, os.environ, nowhere)


def tell(line: str) -> None:
    """A line on standard error; lost where the terminal has been closed meanwhile."""
    with contextlib.suppress(OSError):
        click.echo(line, err=True)


def language_of(arguments: Sequence[str], environ: Mapping[str, str]) -> Language:
    """The language to speak: the first `--lang en` or `--lang id`, the config file's, the locale's.

    Read before the arguments are parsed, because help and usage errors are said in it too.
    """
    asked_for = _asked_for(arguments)
    return choose_language(asked_for, None if asked_for else _configured(), environ)


def config_path() -> Path:
    """The user's config file; it need not exist."""
    # click's folder is that of platformdirs, which would cost help a fifth more time.
    return Path(click.get_app_dir("workshop-tui", roaming=False)) / "config.toml"


def templates_folder() -> Path:
    """Where the user's own templates of the record lie; it need not exist."""
    return config_path().parent / "templates"


def _asked_for(arguments: Sequence[str]) -> str | None:
    before_texts = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for argument, following in zip_longest(before_texts, before_texts[1:], fillvalue=""):
        name, _, value = argument.partition("=")
        wanted = value or following
        if name == "--lang" and wanted in LANGUAGES:
            return wanted
    return None


def _configured() -> str | None:
    path = config_path()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return None  # no file, as most users; what is wrong with one, the interface says
    # Loaded only for those who have a file, since it takes as long as saying the whole help.
    import tomli  # noqa: PLC0415

    try:
        language = tomli.loads(text).get("language")
    except (ValueError, RecursionError):
        return None
    return language if isinstance(language, str) else None
