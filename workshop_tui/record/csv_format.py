"""Drafts, dots, memory tests, scores and reactions as one table, without what is private.

One row is one version of a draft, the dots on one draft, a memory test or a word lost in it, one
score on one criterion, or one reaction; the first column says which, so that a filter shows one
kind. A row has only the cells that belong to its kind. Nothing tells when a ballot was cast, and
ballots without names cannot be followed from one draft to the next; of dots and of what was said
back there are sums alone (`privacy`).
"""

import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO

from workshop_tui.domain.dots import DotVote
from workshop_tui.domain.drafting import Draft
from workshop_tui.domain.gut_check import Reaction
from workshop_tui.domain.memory_test import MemoryTest, result
from workshop_tui.domain.plain_text import clean
from workshop_tui.domain.rounds import CRITERIA, Ballot, Round
from workshop_tui.domain.scoring import find_number, round_number
from workshop_tui.domain.session import Session
from workshop_tui.domain.setup import name_of
from workshop_tui.language import Language
from workshop_tui.record.blocks import Text, words_of
from workshop_tui.record.drafting import fate, reason_of
from workshop_tui.record.facts import draft_numbers, one_of, speaker_of
from workshop_tui.record.privacy import ShareableSession, shareable
from workshop_tui.record.wording import Wording

COLUMNS = (
    "kind",
    "draft",
    "version",
    "round",
    "person",
    "class",
    "how",
    "status",
    "parents",
    "criterion",
    "score",
    "dots",
    "people",
    "share",
    "words",
    "word",
    "reason",
    "without_it",
    "instead",
)
Row = Mapping[str, "str | int"]

# What a spreadsheet takes for the start of a formula, also in its full-width and small forms; and
# the same behind a semicolon, which parts the cells where Indonesian is spoken: there the file may
# be cut at it. A smiley, ;-), is no formula.
_FORMULA = re.compile("^(?=[=+@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋-])")
_FORMULA_WITHIN = re.compile(r""";(?=["'\s]*[=+@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋-](?!\)))""")


def render(session: Session, language: Language) -> str:
    """The table with its heading row; lines end as RFC 4180 wants them."""
    allowed, t = shareable(session), Wording(language)
    out = StringIO()
    write = csv.writer(out)
    write.writerow([words_of(t(f"record.csv.{column}")) for column in COLUMNS])
    for row in _rows(allowed, t):
        write.writerow([_cell(row.get(column, "")) for column in COLUMNS])
    return out.getvalue()


def _rows(session: ShareableSession, t: Wording) -> Iterator[Row]:
    for draft in session.drafting.drafts:
        yield from _draft_rows(session, draft, t)
    for number, vote in enumerate(session.drafting.votes, 1):
        yield from _dot_rows(number, vote, t)
    for number, test in enumerate(session.drafting.memory_tests, 1):
        yield from _memory_rows(number, test, t)
    for scored in session.scoring.rounds:
        for ballot in scored.ballots:
            yield from _ballot_rows(session, scored, ballot, t)
    for reaction in session.gut_check.reactions:
        yield _reaction_row(session, reaction, t)


def _draft_rows(session: ShareableSession, draft: Draft, t: Wording) -> Iterator[Row]:
    for number, version in enumerate(draft.versions, 1):
        is_latest = number == draft.version
        yield {
            "kind": words_of(t("record.csv.is_draft")),
            "draft": draft.number,
            "version": number,
            "person": name_of(session.setup, draft.author),
            "status": words_of(fate(draft, session.scoring, t)) if is_latest else "",
            "parents": words_of(draft_numbers(draft.parents, t)) if draft.parents else "",
            "words": version.text,
            "reason": (reason_of(draft) if is_latest else "") or version.reason,
        }


def _dot_rows(number: int, vote: DotVote, t: Wording) -> Iterator[Row]:
    """The sums of a vote, none of one that is not revealed; never whose dots they were."""
    drafts = {each.draft: each for each in vote.drafts}
    for found in vote.sums if vote.is_revealed else ():
        yield {
            "kind": words_of(t("record.csv.is_dots")),
            "draft": find_number(found.draft),
            "version": drafts[found.draft].version,
            "round": number,
            "dots": found.dots,
            "people": found.people,
            "words": drafts[found.draft].text,
        }


def _memory_rows(number: int, test: MemoryTest, t: Wording) -> Iterator[Row]:
    """How much of a draft was said back, then a row for each word lost; not what anybody said."""
    told = result(test)
    if told is None:
        return
    row: Row = {"draft": find_number(test.draft), "version": test.version, "round": number}
    yield {
        **row,
        "kind": words_of(t("record.csv.is_memory_test")),
        "people": told.people,
        "share": round(told.share * 100),
        "words": test.text,
    }
    for word, people in told.lost:
        kind = words_of(t("record.csv.is_lost_word"))
        yield {**row, "kind": kind, "people": people, "word": word}


def _ballot_rows(
    session: ShareableSession, scored: Round, ballot: Ballot, t: Wording
) -> Iterator[Row]:
    versions = {each.draft: each.version for each in scored.drafts}
    row: Row = {
        "kind": words_of(t("record.csv.is_score")),
        "draft": find_number(ballot.draft),
        "version": versions.get(ballot.draft, ""),
        "round": round_number(session.scoring, scored),
        "person": name_of(session.setup, ballot.voter),
    }
    if ballot.scores is None:
        yield {**row, "status": words_of(t("record.csv.abstained"))}
        return
    for criterion in CRITERIA:
        yield {
            **row,
            "criterion": words_of(t(f"criterion.{criterion}")),
            "score": ballot.scores.on(criterion),
            "reason": ballot.reasons.on(criterion),
        }


def _reaction_row(session: ShareableSession, reaction: Reaction, t: Wording) -> Row:
    person = speaker_of(session, reaction)
    kind: Text = one_of(person.kind, t) if person else ()
    return {
        "kind": words_of(t("record.csv.is_reaction")),
        "version": reaction.version,
        "person": person.name if person else "",
        "class": words_of(kind),
        "how": words_of(t(f"record.how.{reaction.how}")),
        "status": words_of(t(f"record.reading.{reaction.code}")),
        "words": reaction.words,
        "word": reaction.stumbled_over,
        "reason": reaction.why,
        "without_it": reaction.without_it,
        "instead": reaction.instead,
    }


def _cell(content: str | int) -> str | int:
    """One line; an apostrophe before whatever a spreadsheet would run as a formula."""
    if isinstance(content, int):
        return content
    words = " ".join(clean(content).split())
    return _FORMULA.sub("'", _FORMULA_WITHIN.sub(";'", words))
