"""One draft in full: its support, its words and voices, what it uses, its versions, its parents.

Leaves out the list of drafts (`rows`) and the insight board itself (`board`).
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from textual.content import Content

from workshop_tui.domain.dots import DotSum, dots_on
from workshop_tui.domain.drafting import Draft
from workshop_tui.domain.lineage import inherited_dots
from workshop_tui.domain.memory_test import last_result
from workshop_tui.domain.message import Message
from workshop_tui.domain.setup import name_of
from workshop_tui.domain.values import find
from workshop_tui.domain.word_smithing import seconds_on, stopped_by_absence
from workshop_tui.language import clock, number, percent, say
from workshop_tui.ui.look import DIM, DONE, GOOD, PRIVATE, STRONG, fitted, fitted_right, plain
from workshop_tui.ui.stages.drafting.board import items_used
from workshop_tui.ui.stages.drafting.origin import facts_of, lineage
from workshop_tui.ui.stages.drafting.rows import SIGNS, Drawing, status_said
from workshop_tui.ui.widgets.bars import GENERIC
from workshop_tui.ui.widgets.bars import dots as dot_row
from workshop_tui.ui.widgets.word_changes import changed_words

if TYPE_CHECKING:
    from workshop_tui.text.statement import StatementCheck

WORD_WIDTH: Final = 12
PEOPLE_WIDTH: Final = 5
DOTS_WIDTH: Final = 12
HOPES_NAMED: Final = 2
"""More words that nobody wrote than this are not asked about one by one."""
BETWEEN_QUOTED: Final = "”, “"
"""Between two words that a sentence quotes as one."""
LOST_NAMED: Final = 4
"""The most words that a memory test names as lost."""


def draft_in_full(draft: Draft, drawing: Drawing) -> list[Content]:
    """Everything about one draft."""
    lines = [_heading(draft, drawing)]
    parents = [find(drawing.session.drafting.drafts, parent) for parent in draft.parents]
    if parents:
        numbers = ", ".join(str(parent.number) for parent in parents)
        lines.append(Content.styled(drawing.said("drafting_view.parents", numbers=numbers), DIM))
    lines += [Content(""), plain(draft.text, STRONG), Content("")]
    what_became = [*_status(draft, drawing), *_support(draft, drawing), *_tried(draft, drawing)]
    lines += [*what_became, Content("")] if what_became else []
    if drawing.checks is not None:
        lines += _checked(drawing.checks.of(draft.text), drawing)
    lines += _from_the_board(draft, drawing)
    lines += _versions(draft, drawing)
    lines += _tree(draft, drawing)
    return lines


def _heading(draft: Draft, drawing: Drawing) -> Content:
    heading = Content.styled(drawing.said("drafting_view.draft_heading", number=draft.number), DIM)
    if draft.version > 1:
        version = drawing.said("drafting_view.version", version=draft.version)
        heading += Content.styled(f"  {version}", DIM)
    setup = drawing.session.setup
    author = name_of(setup, draft.author) if setup.authors == "shown" else ""
    if author:
        heading += drawing.private(Content.styled(f"  {PRIVATE} ", DIM) + plain(author, DIM))
    return heading


# -- what became of it -----------------------------------------------------------------------------


def _status(draft: Draft, drawing: Drawing) -> list[Content]:
    said = status_said(draft, drawing)
    return [SIGNS[draft.status] + " " + plain(said)] if said else []


def _support(draft: Draft, drawing: Drawing) -> list[Content]:
    """Its own dots, and those of the drafts that it was made of."""
    drafting = drawing.session.drafting
    own, inherited = dots_on(drafting.votes, draft.id), inherited_dots(drafting, draft)
    lines = []
    if own == 0:
        lines.append(Content.styled(drawing.said("drafting_view.dots_none"), DIM))
    elif own is not None:
        people = Message.of("drafting_view.by_people", _latest_sum(draft, drawing).people)
        said = drawing.said("drafting_view.dots_from", count=own, people=people)
        row = dot_row(own, DOTS_WIDTH, style=STRONG) + " " if own <= DOTS_WIDTH else Content("")
        lines.append(row + Content(said))
    if inherited:
        lines.append(Content(drawing.said("drafting_view.dots_inherited", count=inherited)))
    return lines


def _latest_sum(draft: Draft, drawing: Drawing) -> DotSum:
    votes = drawing.session.drafting.votes
    return next(each for vote in reversed(votes) for each in vote.sums if each.draft == draft.id)


def _tried(draft: Draft, drawing: Drawing) -> list[Content]:
    """What the memory test showed, and how long the room has been on its words."""
    lines = []
    drafting = drawing.session.drafting
    found = last_result(drafting.memory_tests, draft.id)
    if found is not None:
        test, told = found
        share = percent(told.share, drawing.language)
        said = drawing.said("drafting_view.remembered", count=told.people, share=share)
        if test.version != draft.version:
            said += drawing.said("drafting_view.of_version", version=test.version)
        lines.append(Content(said))
        lost = ", ".join(f"{word} ({people})" for word, people in told.lost[:LOST_NAMED])
        if lost:
            lines.append(plain(drawing.said("drafting_view.lost", words=lost), DIM))
    minutes = seconds_on(drafting.smithed, drafting.absences, draft.id) // 60
    if minutes:
        lines.append(Content.styled(drawing.said("drafting_view.smithed", count=minutes), DIM))
    stopped = stopped_by_absence(drafting.smithed, drafting.absences)
    if stopped is not None and stopped[0].draft == draft.id:
        time = clock(stopped[1].astimezone(), drawing.language)
        said = drawing.said("drafting_view.clock_left", time=time)
        lines.append(Content.styled(said, DIM))
    return lines


# -- its words -------------------------------------------------------------------------------------


def _checked(check: "StatementCheck", drawing: Drawing) -> list[Content]:
    found = (finding for finding in check.findings if finding.criterion == "generic")
    generic = {finding.text.casefold() for finding in found}
    lines = [
        _voice(voice.word, voice.people, drawing, is_generic=voice.word.casefold() in generic)
        for voice in check.voices
    ]
    if lines:
        lines.append(Content(""))
    lines.append(plain(check_summary(check, drawing)))
    asked = _asked_once([finding.ask for finding in check.findings])
    hopes = [
        voice for voice in check.voices if not voice.people and voice.word.casefold() not in generic
    ]
    if len(hopes) <= HOPES_NAMED:
        asked += [Message.of("check.voice.nobody", word=voice.word) for voice in hopes]
    for question in dict.fromkeys(asked):
        lines += [Content(""), plain(f"? {say(question, drawing.language)}", DIM)]
    return lines


def _asked_once(asks: Sequence[Message]) -> list[Message]:
    """The questions, those that differ in their word alone as one about all these words."""
    words: dict[str, dict[str, None]] = {}
    for ask in asks:
        if [name for name, _ in ask.values] == ["word"]:
            words.setdefault(ask.key, {})[str(ask.values[0][1])] = None
    return [
        Message.of(ask.key, word=BETWEEN_QUOTED.join(words[ask.key])) if ask.key in words else ask
        for ask in asks
    ]


def _voice(word: str, people: int, drawing: Drawing, *, is_generic: bool) -> Content:
    style = DIM if is_generic or not people else ""
    said = (
        drawing.said("drafting_view.people", count=people)
        if people
        else drawing.said("drafting_view.nobody")
    )
    return Content("").join(
        [
            Content.styled(f"{GENERIC} " if is_generic else "  ", DIM),
            fitted(plain(word, style), WORD_WIDTH),
            fitted_right(Content.styled(number(people, drawing.language), style), PEOPLE_WIDTH),
            Content.styled(f" {said}", DIM),
        ]
    )


def check_summary(check: "StatementCheck", drawing: Drawing) -> str:
    """How long a wording is, how it may be remembered, how much of it any company would say."""
    words = drawing.said("drafting_view.words", count=check.words)
    is_heavy = check.too_long or any(each.category == "clauses" for each in check.findings)
    memory = drawing.said(
        "drafting_view.not_from_memory" if is_heavy else "drafting_view.in_one_breath"
    )
    if check.generic_words:
        generic = drawing.said("drafting_view.generic_words", count=check.generic_words)
    else:
        generic = drawing.said("drafting_view.nothing_generic")
    return f"{words}, {memory}; {generic}"


def voices_said(check: "StatementCheck", drawing: Drawing) -> str:
    """How many people used each of its words, in one line; "" without answers."""
    nobody = drawing.said("drafting_view.nobody")
    return " · ".join(
        f"{voice.word} {number(voice.people, drawing.language) if voice.people else nobody}"
        for voice in check.voices
    )


# -- where it comes from ---------------------------------------------------------------------------


def _from_the_board(draft: Draft, drawing: Drawing) -> list[Content]:
    used = items_used(draft, drawing)
    if not used:
        return []
    heading = Content.styled(drawing.said("drafting_view.from_the_board"), DIM)
    sign = Content.styled(f"{DONE} ", GOOD)
    return [Content(""), heading, *(sign + plain(text) for text in used)]


def _versions(draft: Draft, drawing: Drawing) -> list[Content]:
    """What changed from version to version, the latest first."""
    lines: list[Content] = []
    for place in range(len(draft.versions) - 1, 0, -1):
        version, before = draft.versions[place], draft.versions[place - 1]
        heading = drawing.said("drafting_view.version", version=place + 1)
        reason = f": {version.reason}" if version.reason else ""
        lines += [
            Content(""),
            plain(f"{heading}{reason}", DIM),
            changed_words(before.text, version.text),
        ]
    return lines


def _tree(draft: Draft, drawing: Drawing) -> list[Content]:
    """The drafts it was made of, theirs beneath them."""
    if not draft.parents:
        return []
    heading = Content.styled(drawing.said("drafting_view.where_from"), DIM)
    branches = (_branch(each, depth, drawing) for each, depth in lineage(draft, drawing) if depth)
    return [Content(""), heading, *branches]


def _branch(draft: Draft, depth: int, drawing: Drawing) -> Content:
    told = Content.styled(f"  {facts_of(draft, drawing)}", DIM).rstrip()
    return Content.styled(f"{'  ' * depth}└ {draft.number} ", DIM) + plain(draft.text) + told
