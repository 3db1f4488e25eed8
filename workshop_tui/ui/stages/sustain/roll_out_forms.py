"""The form about the brief for every employee: one part of it, in one language. No screen."""

from workshop_tui.domain.plain_text import clean_line
from workshop_tui.domain.session import Session
from workshop_tui.domain.sustain import (
    BriefPart,
    BriefText,
    WriteBriefPart,
    best_written,
    written_in,
)
from workshop_tui.language import Language
from workshop_tui.ui.page import Say
from workshop_tui.ui.stages.base import Form
from workshop_tui.ui.widgets.question import Answers, TextQuestion


def proposed_part(session: Session, part: BriefPart, language: Language) -> str:
    """What the brief says by itself in one of its parts."""
    from workshop_tui.record.rollout_brief import proposed  # noqa: PLC0415 - keeps the start fast

    return proposed(session, part, language)


def part_form(
    roll_out: tuple[BriefText, ...], part: BriefPart, language: Language, proposed: str, t: Say
) -> Form:
    """One of the three answers in one language; all other texts stay.

    proposed: what the brief says by itself, to begin with where nothing is written. Left as it
    is, it stays the program's own and follows the plan; but where the part is written in the
    other language, that one stands beneath and what is entered is kept.
    """
    own = written_in(roll_out, part, language)
    written = best_written(roll_out, part, language)
    other = written.text if written and not own else ""
    beneath = [f"“{clean_line(line)}”" for line in other.splitlines()]

    def action(answers: Answers) -> WriteBriefPart:
        text = answers.text(part)
        is_left = text == proposed and not other
        return WriteBriefPart(part=part, language=language, text="" if is_left else text)

    return Form(
        f"roll-out {language} {part}",
        [
            TextQuestion(
                key=part,
                ask=t(f"sustain_view.ask.{part}", language=t(f"sustain_view.language.{language}")),
                hint="" if own else t("sustain_view.ask.part_hint"),
                value=own or proposed,
                optional=True,
                live=lambda _: beneath,
            )
        ],
        action,
    )
