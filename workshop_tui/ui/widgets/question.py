"""The kinds of questions a form can ask, and how each reads what was typed. No Textual here.

`read` gives the answer or raises RefusedError with what to type instead; `echo` says beneath the
field how the text is understood so far.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, TypeAlias

import msgspec

from workshop_tui.domain.message import Message, refuse
from workshop_tui.domain.plain_text import clean, clean_line

Answer: TypeAlias = str | int | bool | date | None
"""What a question gives; None for an optional one that was passed over."""

MASK: Final = "••••"
"""Stands for whatever was typed: as many marks as letters would tell a long card from a short."""
_YES = ("y", "yes", "ya", "iya")
_NO = ("n", "no", "t", "tidak", "nggak", "bukan")


class Answers(msgspec.Struct, frozen=True):
    """The answers of a form, by the key of the question."""

    given: Mapping[str, Answer]

    def text(self, key: str) -> str:
        """A line, a text, a name or the key of a choice; "" where none was given."""
        answer = self.given.get(key)
        return answer if isinstance(answer, str) else ""

    def number(self, key: str) -> int | None:
        """A number; None where none was given."""
        answer = self.given.get(key)
        return answer if isinstance(answer, int) and not isinstance(answer, bool) else None

    def day(self, key: str) -> date | None:
        """A date; None where none was given."""
        answer = self.given.get(key)
        return answer if isinstance(answer, date) else None

    def yes(self, key: str) -> bool:
        """A yes; no and no answer are both False."""
        return self.given.get(key) is True


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One line of text, and what every kind of question has.

    key: names the answer. ask: the question in the user's language.
    label: two words for the answer once it is given; "" takes the question.
    hint: one line that helps to answer, shown beneath the field.
    value: what the field begins with, for changing something that is there.
    default: what Enter on an empty field gives, shown in the field.
    optional: Enter on an empty field passes it over.
    masked: what is typed is not shown, because the room sees the screen.
    is_secret: never kept on disk while it is half typed, masked or not.
    asks_again: the form asks it again after each answer, so that a list that is pasted is entered
        line by line.
    when: asked only where this holds for the answers before it.
    check: refuses an answer with a message; None where it is good.
    live: lines that stand beneath the field while typing, from the text so far.
    marks: pieces of the text to underline while typing, as (start, end).
    """

    key: str
    ask: str
    label: str = ""
    hint: str = ""
    value: str = ""
    default: str = ""
    optional: bool = False
    masked: bool = False
    is_secret: bool = False
    asks_again: bool = False
    when: Callable[[Answers], bool] | None = None
    check: Callable[[str], Message | None] | None = None
    live: Callable[[str], Sequence[str]] | None = None
    marks: Callable[[str], Sequence[tuple[int, int]]] | None = None

    def read(self, text: str) -> Answer:
        """The answer. Raises RefusedError with what is wrong."""
        text = self.cleaned(text) or self.default
        if not text:
            if self.optional:
                return None
            raise refuse("questions.needed")
        wrong = self.check(text) if self.check else None
        if wrong:
            raise refuse(wrong.key, wrong.count, **dict(wrong.values))
        return self.parsed(text)

    def cleaned(self, text: str) -> str:
        return clean_line(text)

    def parsed(self, text: str) -> Answer:
        """The answer in a text that is not empty. Raises RefusedError."""
        return text

    def completed(self, text: str) -> str:
        """What Tab, or Right at the end, makes of the text; the text itself where nothing fits."""
        return text

    def echo(self, text: str) -> Message | None:
        """How the text is understood so far."""
        del text
        return None

    def echo_unseen(self, text: str) -> Message | None:
        """What may be said of a masked text that the room does not know anyway."""
        del text
        return None

    def shown(self, answer: Answer) -> str | Message:
        """The answer as it stands above the next question."""
        return MASK if self.masked else str(answer)


LineQuestion = Question


class TextQuestion(Question, frozen=True, kw_only=True):
    """Text of several lines."""

    def cleaned(self, text: str) -> str:
        return clean(text)

    def shown(self, answer: Answer) -> str | Message:
        return clean_line(str(answer))


class Option(msgspec.Struct, frozen=True):
    """One of the answers to choose from; the key is the answer, the label is shown."""

    key: str
    label: str


class ChoiceQuestion(Question, frozen=True, kw_only=True):
    """One of a few: by its number or the first letters of its label. default: an option's key."""

    options: tuple[Option, ...]

    def read(self, text: str) -> Answer:
        text = clean_line(text)
        if not text and self.default:
            return self.default
        return Question.read(self, text)

    def parsed(self, text: str) -> Answer:
        option = self.chosen(text)
        if option is None:
            raise refuse("questions.not_an_option", last=len(self.options))
        return option.key

    def chosen(self, text: str) -> Option | None:
        """The option that this text picks; None where it picks none or several."""
        typed = clean_line(text).casefold()
        if typed.isdecimal():
            return self.options[int(typed) - 1] if 1 <= int(typed) <= len(self.options) else None
        exact = [option for option in self.options if option.label.casefold() == typed]
        starting = [option for option in self.options if option.label.casefold().startswith(typed)]
        found = exact or (starting if typed else [])
        return found[0] if len(found) == 1 else None

    def label_of(self, key: str) -> str:
        """The label of the option with this key."""
        return next((option.label for option in self.options if option.key == key), "")

    def completed(self, text: str) -> str:
        option = self.chosen(text)
        return option.label if option else text

    def shown(self, answer: Answer) -> str | Message:
        return self.label_of(str(answer))


class NumberQuestion(Question, frozen=True, kw_only=True):
    """A whole number between two others."""

    least: int = 0
    most: int = 1_000_000

    def parsed(self, text: str) -> Answer:
        digits = text.replace(".", "").replace(",", "").replace(" ", "")
        if not (digits.isascii() and digits.isdecimal() and len(digits) < 12):
            raise refuse("questions.not_a_number", least=self.least, most=self.most)
        if not self.least <= int(digits) <= self.most:
            raise refuse("questions.not_a_number", least=self.least, most=self.most)
        return int(digits)


class DateQuestion(Question, frozen=True, kw_only=True):
    """A day: 2026-11-03, 3/11, tomorrow, besok, +7d (days), +2w (weeks), +1m (months)."""

    today: date

    def parsed(self, text: str) -> Answer:
        day = read_day(text, self.today)
        if day is None:
            raise refuse("questions.not_a_day")
        return day

    def echo(self, text: str) -> Message | None:
        day = read_day(clean_line(text) or self.default, self.today)
        return _said_day(day) if day else None

    def shown(self, answer: Answer) -> str | Message:
        return _said_day(answer) if isinstance(answer, date) else ""


class PersonQuestion(Question, frozen=True, kw_only=True):
    """One of some names; new names are welcome unless `known_only`."""

    names: tuple[str, ...]
    known_only: bool = False

    def parsed(self, text: str) -> Answer:
        found = self._found(text)
        if len(found) == 1:
            return found[0]
        if self.known_only:
            raise refuse("questions.not_a_person", names=", ".join(self.names))
        return text

    def completed(self, text: str) -> str:
        found = self._starting(text)
        return found[0] if found else text

    def _found(self, text: str) -> list[str]:
        typed = text.casefold()
        exact = [name for name in self.names if name.casefold() == typed]
        return exact or (self._starting(text) if self.known_only else [])

    def _starting(self, text: str) -> list[str]:
        typed = clean_line(text).casefold()
        return [name for name in self.names if typed and name.casefold().startswith(typed)]


class YesNoQuestion(Question, frozen=True, kw_only=True):
    """Yes or no; y/n, and ya/tidak. default: "y", "n" or "" for none."""

    def parsed(self, text: str) -> Answer:
        typed = text.casefold()
        if typed in _YES or typed in _NO:
            return typed in _YES
        raise refuse("questions.not_yes_or_no")

    def shown(self, answer: Answer) -> str | Message:
        return Message.of("questions.yes") if answer is True else Message.of("questions.no")


def read_day(text: str, today: date) -> date | None:
    """The day that the text means; None where it means none. Days without a year lie ahead."""
    typed = text.strip().casefold()
    if typed.startswith("+"):
        return _later(typed[1:], today)
    return _named_day(typed, today) or _written_day(typed, today)


def _named_day(typed: str, today: date) -> date | None:
    for words, days in (
        (("today", "hari ini"), 0),
        (("tomorrow", "besok"), 1),
        (("lusa",), 2),
    ):
        if typed in words:
            return today + timedelta(days=days)
    return None


def _written_day(typed: str, today: date) -> date | None:
    numbers = typed.replace("/", "-").replace(".", "-").split("-")
    if not all(part.isascii() and part.isdecimal() and len(part) <= 4 for part in numbers):
        return None
    parts = [int(part) for part in numbers]
    if len(parts) == 3 and len(numbers[0]) == 4:
        return _day(parts[0], parts[1], parts[2])
    if len(parts) == 3:
        return _day(parts[2] + (2000 if parts[2] < 100 else 0), parts[1], parts[0])
    if len(parts) == 2:
        this_year = _day(today.year, parts[1], parts[0])
        passed = this_year is None or this_year < today
        return _day(today.year + 1, parts[1], parts[0]) if passed else this_year
    return None


def _later(typed: str, today: date) -> date | None:
    units = {"d": 1, "h": 1, "w": 7, "m": 30}
    amount, days = (typed[:-1], units[typed[-1]]) if typed[-1:] in units else (typed, 1)
    if not (amount.isascii() and amount.isdecimal() and len(amount) <= 4):
        return None
    return today + timedelta(days=int(amount) * days)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _said_day(day: date) -> Message:
    return Message.of(
        "questions.day",
        weekday=Message.of(f"dates.weekday.{day.isoweekday()}"),
        day=Message.of(
            "dates.written_day",
            day=day.day,
            month=Message.of(f"dates.month.{day.month}"),
            year=str(day.year),
        ),
    )
