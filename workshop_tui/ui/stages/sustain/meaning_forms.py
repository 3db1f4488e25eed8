"""The forms about meanings: what a word means here, and the brief for every employee. No screen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from workshop_tui.domain.plain_text import clean_line
from workshop_tui.domain.session import Session
from workshop_tui.domain.sustain import GlossWord, RollOut, SetRollOut
from workshop_tui.language import Language
from workshop_tui.ui.page import Say
from workshop_tui.ui.stages.sustain.rows import ROLL_OUT_PARTS
from workshop_tui.ui.stages.topics import Form
from workshop_tui.ui.widgets.question import Answers, TextQuestion

if TYPE_CHECKING:
    from workshop_tui.record.rollout_brief import BriefPart


def gloss_form(word: str, meaning: str, quotes: Sequence[str], t: Say) -> Form:
    """quotes: what employees wrote with the word; they stand beneath it while it is explained."""
    beneath = [f"“{clean_line(quote)}”" for quote in quotes]
    return Form(
        f"gloss {word}",
        [
            TextQuestion(
                key="meaning",
                ask=t("sustain_view.ask.meaning", word=word),
                value=meaning,
                live=lambda _: beneath,
            )
        ],
        lambda answers: GlossWord(word=word, meaning=answers.text("meaning")),
    )


def proposed_part(session: Session, part: str, language: Language) -> str:
    """What the brief says by itself in one of its parts."""
    from workshop_tui.record.rollout_brief import proposed  # noqa: PLC0415 - keeps the start fast

    return proposed(session, cast("BriefPart", part), language)


def roll_out_form(roll_out: RollOut, part: str, proposed: str, t: Say) -> Form:
    """One of the three answers; the other two stay.

    proposed: what the brief says by itself, to begin with where nothing is written. Left as it
    is, it stays the program's own and follows the plan.
    """

    def action(answers: Answers) -> SetRollOut:
        parts = {name: getattr(roll_out, name) for name in ROLL_OUT_PARTS}
        written = answers.text(part)
        return SetRollOut(**(parts | {part: "" if written == proposed else written}))

    return Form(
        f"roll-out {part}",
        [
            TextQuestion(
                key=part,
                ask=t(f"sustain_view.ask.{part}"),
                hint=t("sustain_view.ask.part_hint"),
                value=getattr(roll_out, part) or proposed,
                optional=True,
            )
        ],
        action,
    )
