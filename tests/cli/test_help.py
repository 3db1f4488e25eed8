"""Help and usage errors: every command and option is explained, in both languages."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from tests.cli.command_line import ran
from tests.language.test_catalogues import sentences
from workshop_tui import __version__
from workshop_tui.cli.command_line import COMMANDS
from workshop_tui.cli.main import program
from workshop_tui.cli.run import config_path, language_of
from workshop_tui.cli.spoken import PROGRAM, SpokenParameter
from workshop_tui.language import LANGUAGES


def parameters() -> Iterator[tuple[click.Context, SpokenParameter]]:
    """Every argument and option of the program and of its commands."""
    with click.Context(program, info_name=PROGRAM) as whole:
        commands: list[tuple[click.Command, click.Context]] = [(program, whole)]
        for name in COMMANDS:
            command = program.get_command(whole, name)
            assert command is not None
            commands.append((command, click.Context(command, whole, name)))
        for command, context in commands:
            for parameter in command.params:
                assert isinstance(parameter, SpokenParameter)
                yield context, parameter


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_option_is_explained(language: str) -> None:
    known = sentences(language)

    wanted = [parameter.help_key(context) for context, parameter in parameters()]
    wanted += [f"cli.{kind}.{name}" for name in COMMANDS for kind in ("short", "help")]

    assert [key for key in wanted if key not in known] == []


def test_nothing_is_explained_that_does_not_exist() -> None:
    wanted = {parameter.help_key(context) for context, parameter in parameters()}
    wanted |= {f"cli.help.{name}" for name in ("program", *COMMANDS)}
    wanted |= {f"cli.short.{name}" for name in COMMANDS}
    headings = {"usage", "options_metavar", "arguments", "options", "commands"}
    wanted |= {f"cli.help.{heading}" for heading in headings}

    explained = {key for key in sentences("en") if key.startswith(("cli.help.", "cli.short."))}

    assert explained - wanted == set()


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_help_is_said_without_a_key_or_a_missing_value(language: str, name: str) -> None:
    shown = ran("--lang", language, name, "--help")

    assert shown.code == 0
    assert not re.search(r"cli\.|\{", shown.out)
    assert shown.err == ""


def test_the_help_of_the_program_names_every_command() -> None:
    shown = ran("--lang", "id", "--help").out

    assert "Pemakaian:" in shown
    assert [name for name in COMMANDS if f"  {name} " not in shown] == []


def test_help_speaks_the_language_asked_for_anywhere_before_a_double_dash() -> None:
    assert "Argumen" in ran("new", "--help", "--lang", "id").out
    assert "Argumen" in ran("--lang=id", "new", "--help").out
    assert language_of(["check", "--", "--lang", "id"], {}) == "en"


def test_the_language_of_the_config_file_comes_before_the_locale(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = config_path()
    path.parent.mkdir(parents=True)
    path.write_text('language = "id"\n', encoding="utf-8")
    monkeypatch.setenv("LANG", "en_US.UTF-8")

    assert "Pemakaian" in ran("--help").out
    assert "Usage" in ran("--lang", "en", "--help").out


def test_a_broken_config_file_does_not_stop_the_command_line() -> None:
    path = config_path()
    path.parent.mkdir(parents=True)
    path.write_bytes(b"language = [[[\xff")

    assert ran("--help").code == 0


def test_the_version_is_told_in_one_line() -> None:
    assert ran("--version").out == f"workshop-tui {__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lsit"], "Maksud Anda list?"),
        (["zzz"], "Tidak ada perintah “zzz”."),
        (["list", "--nope"], "Tidak ada opsi --nope di sini."),
        (["list", "one"], "Ada “one” yang berlebih."),
        (["survey"], "FILE belum disebut."),
        (["survey", "x", "--top"], "--top memerlukan nilai."),
        (
            ["survey", "x", "--top", "0"],
            "--top hanya menerima bilangan bulat dari 1 sampai 10.000.",
        ),
        (["survey", "x", "--lang", "fr"], "--lang hanya menerima: auto, en, id."),
        (["list", "--json=1"], "--json tidak menerima nilai."),
    ],
)
def test_wrong_usage_is_said_in_the_language_of_the_user(arguments: list[str], said: str) -> None:
    refused = ran("--lang", "id", *arguments)

    assert refused.code == 2
    assert refused.out == ""
    first, hint = refused.err.splitlines()
    assert said in first
    assert hint.startswith("Bantuan: workshop-tui")


def test_the_hint_names_the_command_that_was_used_wrongly(tmp_path: Path) -> None:
    assert "workshop-tui survey --help" in ran("survey", tmp_path, "--top").err
