"""Roll-out: the three answers that every employee should be able to give, in either language.

A part that nobody wrote is written by the brief itself; how, the record knows.
"""

from typing import Final, Literal, TypeAlias, get_args

from workshop_tui.domain.sustain.plan_action import PlanAction
from workshop_tui.domain.values import Language, Text, Value

BriefPart: TypeAlias = Literal["what_it_is", "what_it_means", "how_i_contribute"]
BRIEF_PARTS: Final[tuple[BriefPart, ...]] = get_args(BriefPart)


class BriefText(Value, frozen=True):
    """What the group wrote for one part of the brief, in one language."""

    part: BriefPart
    language: Language
    text: Text


class WriteBriefPart(PlanAction, frozen=True):
    """An empty text leaves the part to the brief again."""

    part: BriefPart
    language: Language
    text: Text = ""


def brief_after(roll_out: tuple[BriefText, ...], action: WriteBriefPart) -> tuple[BriefText, ...]:
    """The texts with this one in place of a former one of the same part and language."""
    place = (action.part, action.language)
    others = tuple(each for each in roll_out if (each.part, each.language) != place)
    if not action.text:
        return others
    return (*others, BriefText(part=action.part, language=action.language, text=action.text))


def written_in(roll_out: tuple[BriefText, ...], part: BriefPart, language: Language) -> str:
    """What the group wrote for this part in this language; "" where it wrote nothing."""
    texts = (each.text for each in roll_out if (each.part, each.language) == (part, language))
    return next(texts, "")


def best_written(
    roll_out: tuple[BriefText, ...], part: BriefPart, language: Language
) -> BriefText | None:
    """What the group wrote for this part: in this language, else in the other; else None."""
    texts = [each for each in roll_out if each.part == part]
    return min(texts, key=lambda each: each.language != language, default=None)


def parts_written(roll_out: tuple[BriefText, ...], language: Language) -> int:
    """How many of the parts the group wrote in this language."""
    return sum(bool(written_in(roll_out, part, language)) for part in BRIEF_PARTS)
