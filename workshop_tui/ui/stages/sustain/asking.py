"""Questions that several forms of the sustain stage ask: who, by when, which of a few."""

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from workshop_tui.domain.sustain import FAR_AWAY
from workshop_tui.ui.page import Say
from workshop_tui.ui.widgets.question import (
    Answers,
    ChoiceQuestion,
    DateQuestion,
    Option,
    PersonQuestion,
    Question,
    read_day,
)

When: TypeAlias = Callable[[Answers], bool]


def owner_question(value: str, names: tuple[str, ...], t: Say) -> Question:
    return PersonQuestion(
        key="owner", ask=t("sustain_view.ask.owner"), names=names, value=value, optional=True
    )


def day_question(key: str, value: date | None, today: date, t: Say) -> DateQuestion:
    """key: also the last part of the key of what is asked."""
    return DateQuestion(
        key=key,
        ask=t(f"sustain_view.ask.{key}"),
        value=value.isoformat() if value else "",
        optional=True,
        today=today,
    )


def near_day_question(value: date | None, today: date, t: Say) -> DateQuestion:
    """The day of a step: while one is typed that lies far away, a smaller step is asked for."""

    def live(text: str) -> list[str]:
        day = read_day(text, today)
        is_far = day is not None and day - today > FAR_AWAY
        return [t("sustain_view.concern.far_away")] if is_far else []

    return DateQuestion(
        key="due",
        ask=t("sustain_view.ask.due"),
        value=value.isoformat() if value else "",
        optional=True,
        today=today,
        live=live,
    )


def choice_question(
    family: str,
    options: tuple[str, ...],
    default: str,
    t: Say,
    *,
    key: str = "",
    when: When | None = None,
) -> ChoiceQuestion:
    """One of the options of a family of the catalogue. key: of the answer; "" is the family."""
    return ChoiceQuestion(
        key=key or family,
        ask=t(f"sustain_view.ask.{key or family}"),
        options=tuple(Option(option, t(f"sustain_view.{family}.{option}")) for option in options),
        default=default,
        when=when,
    )
