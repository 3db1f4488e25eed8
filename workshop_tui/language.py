"""The two languages of the program: messages become sentences, numbers and dates become text.

The sentences are in `locale/<language>/<area>.po`, compiled beside them; an area is read when its
first sentence is said. What this module leaves out: the language of people's own text, which
`text` reads, and the long pages of help, which the interface shows from files.
"""

import gettext
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from math import copysign
from pathlib import Path
from string import Formatter
from typing import Final, Literal, TypeAlias, get_args

from workshop_tui.domain.message import Message, Value

Language: TypeAlias = Literal["en", "id"]
LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
DEFAULT_LANGUAGE: Final[Language] = "en"

# Beside this file and not through importlib.resources, which would cost every `--help` as much
# again as starting Python; an installed wheel is always unpacked.
CATALOGUES = Path(__file__).parent / "locale"

_HALF_UP: Final = 1e-9
"""More than a float may be too small by, and less than anybody counts."""

_LOCALE_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_LANGUAGE_OF_LOCALE: Final[dict[str, Language]] = {
    "en": "en",
    "id": "id",
    "in": "id",  # the old code for Indonesian
    "ms": "id",  # a Malay reader is better served by it than by English
    "c": "en",
    "posix": "en",
}


def say(message: Message, language: Language) -> str:
    """The message as a sentence; numbers and messages among its values are said in it too.

    A key that is in no catalogue is shown as it is, and so is a placeholder without a value: a
    sentence with a flaw must not stop a workshop. Tests find both.
    """
    area, _, name = message.key.partition(".")
    catalogue = _catalogue(area, language)
    if message.count is None:
        sentence = catalogue.gettext(name)
    else:
        sentence = catalogue.ngettext(name, name, message.count)
    if not sentence:
        return message.key
    return _filled(sentence, dict(message.values), language)


def choose_language(
    option: str | None, configured: str | None, environ: Mapping[str, str]
) -> Language:
    """The language to speak: the command line's, else the configured one, else the locale's.

    Unknown names are passed over, so that a locale in a third language gives English.
    """
    for wanted in (option, configured, *(environ.get(name) for name in _LOCALE_VARIABLES)):
        for name in (wanted or "").split(":"):
            language = _LANGUAGE_OF_LOCALE.get(name.partition("_")[0].partition(".")[0].lower())
            if language:
                return language
    return DEFAULT_LANGUAGE


def number(value: float, language: Language, form: str = "") -> str:
    """A number with the separators of the language: 12,000.5 in English, 12.000,5 in Indonesian.

    form: a format specification as in `format()`, such as `.0%`; "" gives an int whole and a
    float one decimal, halves rounded up as people do: Python makes 3.2 of 3.25, and 3.8 of 3.75.
    """
    if form:
        text = format(value, form)
    elif isinstance(value, int):
        text = format(value, ",d")
    else:
        text = format(value + copysign(_HALF_UP, value), ",.1f")
    return text.translate(_SWAPPED_SEPARATORS) if language == "id" else text


def percent(share: float, language: Language) -> str:
    """A share, from 0 to 1, in whole percent; a few of very many are `<1%` and never none."""
    written = number(share, language, ".0%")
    return "<1%" if share and written == "0%" else written


def short_day(day: date, language: Language) -> str:
    """A day for a column: 3 Nov."""
    month = say(Message.of(f"dates.short_month.{day.month}"), language)
    return say(Message.of("dates.short_day", day=day.day, month=month), language)


def written_day(day: date, language: Language) -> str:
    """A day for the record: 3 November 2026."""
    month = say(Message.of(f"dates.month.{day.month}"), language)
    return say(
        Message.of("dates.written_day", day=day.day, month=month, year=str(day.year)), language
    )


def weekday(day: date, language: Language) -> str:
    """The day of the week: Tuesday."""
    return say(Message.of(f"dates.weekday.{day.isoweekday()}"), language)


def clock(moment: time | datetime, language: Language) -> str:
    """The time of day to the minute: 14:02, in Indonesian 14.02."""
    return _clock(moment, language, "%H:%M")


def clock_with_seconds(moment: time | datetime, language: Language) -> str:
    """The time of day to the second: 14:02:11, in Indonesian 14.02.11."""
    return _clock(moment, language, "%H:%M:%S")


def day_near(day: date, today: date, language: Language) -> str:
    """A day as people say it from today: today, tomorrow, 3 Nov, 3 November 2024."""
    near = {
        today - timedelta(days=1): "dates.yesterday",
        today: "dates.today",
        today + timedelta(days=1): "dates.tomorrow",
    }.get(day)
    if near:
        return say(Message.of(near), language)
    if day.year == today.year:
        return short_day(day, language)
    return written_day(day, language)


_SWAPPED_SEPARATORS = str.maketrans(",.", ".,")


def _clock(moment: time | datetime, language: Language, form: str) -> str:
    text = moment.strftime(form)
    return text.replace(":", ".") if language == "id" else text


@cache
def _catalogue(area: str, language: Language) -> gettext.NullTranslations:
    if not area.isidentifier():
        return _NoSentences()
    try:
        with (CATALOGUES / language / f"{area}.mo").open("rb") as file:
            catalogue = gettext.GNUTranslations(file)
    except FileNotFoundError:
        return _NoSentences()
    catalogue.add_fallback(_NoSentences())
    return catalogue


class _NoSentences(gettext.NullTranslations):
    """Answers "" where gettext would give back the key, so that a missing one is told apart."""

    def gettext(self, message: str) -> str:  # noqa: ARG002 - as in NullTranslations
        return ""

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG002 - as in NullTranslations
        return ""


def _filled(sentence: str, values: Mapping[str, Value], language: Language) -> str:
    """As `str.format`, but numbers and messages are said, and unknown placeholders are kept."""
    said: list[str] = []
    for literal, name, form in _pieces(sentence):
        said.append(literal)
        if name is not None:
            said.append(_said(values.get(name, f"{{{name}}}"), form, language))
    return "".join(said)


@cache
def _pieces(sentence: str) -> tuple[tuple[str, str | None, str], ...]:
    """What stands between the placeholders, each with the one behind it and its form."""
    parsed = Formatter().parse(sentence)
    return tuple((literal, name, form or "") for literal, name, form, _ in parsed)


def _said(value: Value, form: str, language: Language) -> str:
    if isinstance(value, Message):
        return say(value, language)
    if isinstance(value, int | float):
        return number(value, language, form)
    return value
