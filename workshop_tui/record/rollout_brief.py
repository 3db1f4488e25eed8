"""The roll-out brief: one page for every employee. What it is, what it means, how I contribute.

It is written by itself from what the workshop knows; a part that the group wrote, in either
language, stands in place of the program's own words. The same blocks as the record, so every
format can write it.
"""

from typing import assert_never

from workshop_tui.domain.gut_check import statement
from workshop_tui.domain.session import Session
from workshop_tui.domain.setup import present_writers
from workshop_tui.domain.sustain import BRIEF_PARTS, BriefPart, best_written, open_goals
from workshop_tui.language import Language
from workshop_tui.record.blocks import (
    Block,
    Column,
    Document,
    Items,
    Paragraph,
    Said,
    Section,
    Statement,
    Text,
    words_of,
)
from workshop_tui.record.evidence import Evidence
from workshop_tui.record.facts import paragraph, quote_with, table
from workshop_tui.record.privacy import ShareableSession, shareable
from workshop_tui.record.wording import Wording, quoted


def rollout_brief(session: Session, evidence: Evidence, language: Language) -> Document:
    """The brief of a session in any state.

    language: of the program's sentences; people's words stay as they were said.
    """
    t = Wording(language)
    allowed = shareable(session)
    words = statement(allowed.scoring, allowed.gut_check)
    opening: tuple[Block, ...] = (
        (Statement(words),) if words else paragraph(t("brief.no_statement"))
    )
    parts = (
        Section(part, t(f"brief.{part}"), _part(part, allowed, evidence, t)) for part in BRIEF_PARTS
    )
    return Document(t("brief.title", title=session.title), language, opening, tuple(parts))


def proposed(session: Session, part: BriefPart, language: Language) -> str:
    """What the brief says in this part where nobody has written it, to begin from."""
    t = Wording(language)
    return " ".join(words_of(sentence) for sentence in _own_words(part, shareable(session), t))


def _part(
    part: BriefPart, session: ShareableSession, evidence: Evidence, t: Wording
) -> tuple[Block, ...]:
    return (
        *(_written(session, part, t) or paragraph(*_own_words(part, session, t))),
        *_beneath(part, session, evidence, t),
    )


def _written(session: ShareableSession, part: BriefPart, t: Wording) -> tuple[Block, ...]:
    """What the group wrote, a paragraph a line; () where it wrote nothing.

    Its own words go before the program's, also where they are in the other language: then the
    page says so.
    """
    written = best_written(session.sustain.roll_out, part, t.language)
    if written is None:
        return ()
    is_other = written.language != t.language
    note = paragraph(t(f"brief.written_in.{written.language}")) if is_other else ()
    lines = written.text.splitlines()
    return (*note, *(Paragraph(((Said(line),),)) for line in lines if line.strip()))


def _own_words(part: BriefPart, session: ShareableSession, t: Wording) -> tuple[Text, ...]:
    match part:
        case "what_it_is":
            return _origin(session, t)
        case "what_it_means":
            return (t("brief.word_by_word"),)
        case "how_i_contribute":
            return (t("brief.ask_yourself"), t("brief.say_what_blocks"))
        case _:
            assert_never(part)


def _origin(session: ShareableSession, t: Wording) -> tuple[Text, ...]:
    setup, survey = session.setup, session.survey
    scope = setup.scope.removesuffix(".")  # the sentence goes on behind it
    writers = len(present_writers(setup))
    return (
        t("brief.promise_of", scope=scope) if scope else t("brief.promise"),
        *((t("brief.written_by", writers),) if writers else ()),
        *((t("brief.from_answers", survey.people),) if survey.people else ()),
        *((t("brief.backed_by", name=setup.sponsor.name),) if setup.sponsor else ()),
    )


def _beneath(
    part: BriefPart, session: ShareableSession, evidence: Evidence, t: Wording
) -> tuple[Block, ...]:
    match part:
        case "what_it_is":
            return ()
        case "what_it_means":
            return _meanings(session, evidence, t)
        case "how_i_contribute":
            return _first_steps(session, t)
        case _:
            assert_never(part)


def _meanings(session: ShareableSession, evidence: Evidence, t: Wording) -> tuple[Block, ...]:
    columns = (
        Column(t("brief.word")),
        Column(t("brief.meaning")),
        Column(t("brief.as_employees_said")),
    )
    rows = (
        (quoted(gloss.word), quoted(gloss.meaning), quoted(quote_with(gloss.word, evidence)))
        for gloss in session.sustain.glosses
    )
    return table(columns, rows)


def _first_steps(session: ShareableSession, t: Wording) -> tuple[Block, ...]:
    steps = tuple(
        t("brief.step_by", text=goal.text, day=t.day(goal.due)) if goal.due else quoted(goal.text)
        for goal in open_goals(session.sustain.goals)
    )
    return (*paragraph(t("brief.first_steps")), Items(steps)) if steps else ()
