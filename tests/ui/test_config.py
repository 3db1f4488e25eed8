"""The config file: what is wrong in it is said in one line and never stops the program."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from workshop_tui.language import say
from workshop_tui.ui.commands.table import TABLE
from workshop_tui.ui.config import Config, config_of, read_config
from workshop_tui.ui.themes import THEMES


def read(tmp_path: Path, text: str) -> Config:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return read_config(path)


def test_language_theme_and_keys_are_read(tmp_path: Path) -> None:
    config = read(tmp_path, 'language = "id"\ntheme = "light"\n[keys]\nquit = "f10"\n')

    assert (config.language, config.theme, config.faults) == ("id", "light", ())
    assert config.keymap.named("quit").keys == ("f10",)


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_config(tmp_path / "none.toml") == Config()
    assert Config().keymap.commands == TABLE
    assert Config().theme in {theme.name for theme in THEMES}


def test_a_broken_file_is_reported_with_line_and_column(tmp_path: Path) -> None:
    config = read(tmp_path, 'language = "id"\ntheme = \n')

    (fault,) = config.faults
    assert config.language is None
    assert "line 2" in say(fault, "en")
    assert "config.toml" in say(fault, "en")


def test_a_value_that_is_not_allowed_is_reported_with_those_that_are(tmp_path: Path) -> None:
    config = read(tmp_path, 'theme = "pink"\nlanguage = 7\ncolour = "red"\nkeys = "n"\n')

    said = [say(fault, "en") for fault in config.faults]
    assert config.theme == "dark"
    assert said == [
        "The config file sets colour, which is not a setting.",
        "The config file sets language to 7; it can be: en, id.",
        "The config file sets theme to pink; it can be: dark, light, high-contrast.",
        "In the config file, keys must be a table: [keys].",
    ]


def test_a_file_that_is_not_text_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xff\xfe\x00")

    assert len(read_config(path).faults) == 1


@given(
    st.dictionaries(
        st.sampled_from(["language", "theme", "keys", "x"]),
        st.none() | st.text() | st.integers() | st.dictionaries(st.text(), st.text()),
    )
)
def test_no_data_stops_the_program(data: dict[str, object]) -> None:
    config = config_of(data)

    assert config.theme in {theme.name for theme in THEMES}
