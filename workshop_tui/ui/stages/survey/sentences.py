"""What the survey stage says beside its lists: what the numbers are, and what belongs here."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.domain.survey import Survey
from workshop_tui.language import Language, say
from workshop_tui.ui.look import ATTENTION, DIM, STRONG, WARN, plain
from workshop_tui.ui.page import Fact, Say

if TYPE_CHECKING:
    from workshop_tui.text.reading import Reading


def facts_of(
    reading: "Reading", survey: Survey, headcount: int | None, *, has_folded: bool
) -> Sequence[Fact]:
    """What the numbers are. has_folded: whether the lens leaves out words of too few people."""
    if headcount and headcount >= reading.people:
        answered = Message.of("survey_view.answered_of", count=reading.people, all=headcount)
    else:
        answered = Message.of("survey_view.answered", count=reading.people)
    facts = [answered]
    if survey.personal_details == "shown":
        facts.insert(0, Message.of("survey_view.details_are_shown"))
    if reading.non_answers:
        facts.append(Message.of("survey_view.said_nothing", count=reading.non_answers))
    if reading.people and not reading.sample.may_rank:
        facts.append(Message.of("survey_view.not_ranked"))
    if has_folded and reading.folded_words:
        facts.append(Message.of("survey_view.folded", fewer=reading.sample.fold_below))
    return facts


def facts_without_a_reading(survey: Survey, fault: Message | None) -> Sequence[Fact]:
    """That there are no answers, or that they are being read; a fault is said where they stand."""
    if survey.source is None:
        return (Message.of("survey_view.no_answers"),)
    answers = survey.people + survey.non_answers
    return () if fault else (Message.of("survey_view.reading", count=answers),)


def instead_of_words(
    survey: Survey, fault: Message | None, t: Say, language: Language
) -> list[Content]:
    """What stands here without a reading: the question and the key, or what is wrong."""
    if fault is not None:
        return [
            Content(""),
            Content.styled(f"{ATTENTION} {say(fault, language)}", WARN),
            Content(""),
            plain(t("survey_view.import_again")),
        ]
    if survey.source is not None:
        answers = survey.people + survey.non_answers
        return [Content(""), plain(t("survey_view.reading", count=answers), DIM)]
    question = [plain(f"  “{survey.question}”"), Content("")] if survey.question else []
    return [
        Content(""),
        plain(t("survey_view.empty_what"), STRONG),
        Content(""),
        *question,
        plain(t("survey_view.empty_how")),
        Content(""),
        plain(t("survey_view.empty_private"), DIM),
    ]
