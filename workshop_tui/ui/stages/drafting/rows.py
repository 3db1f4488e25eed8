"""What drafting shows: drafts as rows, one draft in full, the insight board. No decisions."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import msgspec
from textual.content import Content

from workshop_tui.domain.drafting import Draft, Drafting, DraftStatus, Note, current_notes
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.domain.setup import name_of
from workshop_tui.domain.survey import Pin, board
from workshop_tui.domain.values import find
from workshop_tui.language import Language, number, say
from workshop_tui.ui.look import (
    DIM,
    DONE,
    GOOD,
    PRIVATE,
    STRONG,
    fitted,
    fitted_right,
    plain,
)
from workshop_tui.ui.stages.drafting.check import Checks
from workshop_tui.ui.widgets.bars import GENERIC
from workshop_tui.ui.widgets.rows import Row
from workshop_tui.ui.widgets.word_changes import changed_words

if TYPE_CHECKING:
    from workshop_tui.text.statement import StatementCheck

SIGNS: Final[dict[DraftStatus, Content]] = {
    "open": Content(""),
    "shortlisted": Content.styled(DONE, GOOD),
    "merged": Content.styled("→", DIM),
    "rejected": Content.styled("~", DIM),
    "split": Content.styled("÷", DIM),
}
WORD_WIDTH: Final = 12
PEOPLE_WIDTH: Final = 5
HOPES_NAMED: Final = 2
"""More words that nobody wrote than this are not asked about one by one."""

Private = Callable[[Content], Content]


class Drawing(msgspec.Struct, frozen=True):
    """What all of this is drawn from. checks: None until the word lists are read."""

    session: Session
    language: Language
    checks: Checks | None
    private: Private

    def said(self, key: str, /, count: int | None = None, **values: str | int) -> str:
        """The sentence of this key in the user's language."""
        return say(Message.of(key, count, **values), self.language)


def draft_rows(drawing: Drawing) -> list[Row]:
    """A row per draft, newest first: number, status, text; voices where there are answers."""
    return [_draft_row(draft, drawing) for draft in reversed(drawing.session.drafting.drafts)]


def _draft_row(draft: Draft, drawing: Drawing) -> Row:
    style = DIM if draft.status in {"rejected", "merged"} else ""
    cells = (
        Content.styled(str(draft.number), style),
        SIGNS[draft.status],
        plain(draft.text, style),
    )
    voices = drawing.checks.voices(draft) if drawing.checks else None
    return Row(
        draft.id,
        cells if voices is None else (*cells, Content.styled(str(voices), style)),
        words=f"{draft.number} {draft.text} {status_said(draft, drawing)}",
    )


def status_said(draft: Draft, drawing: Drawing) -> str:
    """What became of a draft, in words; "" while it is open."""
    match draft.status:
        case "open":
            return ""
        case "shortlisted":
            return drawing.said("drafting_view.status.shortlisted")
        case "rejected":
            return drawing.said("drafting_view.status.rejected", reason=draft.reason)
        case _:
            children = children_of(draft, drawing.session.drafting)
            numbers = ", ".join(str(child.number) for child in children)
            return drawing.said("drafting_view.status.merged", numbers=numbers)


def children_of(draft: Draft, drafting: Drafting) -> list[Draft]:
    """The drafts that were made of this one, oldest first."""
    return [each for each in drafting.drafts if draft.id in each.parents]


def draft_in_full(draft: Draft, drawing: Drawing) -> list[Content]:
    """Everything about one draft: where it comes from, its words and voices, its versions."""
    lines = [_heading(draft, drawing)]
    parents = [find(drawing.session.drafting.drafts, parent) for parent in draft.parents]
    if parents:
        numbers = ", ".join(str(parent.number) for parent in parents)
        lines.append(Content.styled(drawing.said("drafting_view.parents", numbers=numbers), DIM))
    lines += [Content(""), plain(draft.text, STRONG), Content("")]
    status = status_said(draft, drawing)
    if status:
        lines += [SIGNS[draft.status] + " " + plain(status), Content("")]
    if drawing.checks is not None:
        lines += _checked(drawing.checks.of(draft.text), drawing)
    lines += _versions(draft, drawing)
    for parent in parents:
        lines += [Content("")] if parent is parents[0] else []
        lines.append(Content.styled(f"{parent.number} ", DIM) + plain(parent.text, DIM))
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
    asked = [finding.ask for finding in check.findings]
    hopes = [
        voice for voice in check.voices if not voice.people and voice.word.casefold() not in generic
    ]
    if len(hopes) <= HOPES_NAMED:
        asked += [Message.of("check.voice.nobody", word=voice.word) for voice in hopes]
    for question in dict.fromkeys(asked):
        lines += [Content(""), plain(f"? {say(question, drawing.language)}", DIM)]
    return lines


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
    """How long a wording is, and how much of it any company would say."""
    words = drawing.said("drafting_view.words", count=check.words)
    if check.generic_words:
        generic = drawing.said("drafting_view.generic_words", count=check.generic_words)
    else:
        generic = drawing.said("drafting_view.nothing_generic")
    return f"{words}; {generic}"


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


# -- the insight board -----------------------------------------------------------------------------


def board_rows(drawing: Drawing, draft: Draft | None) -> list[Row]:
    """Pins, then notes, as they came; a sign on words and phrases that the draft uses."""
    used = _words_in(draft.text, drawing.checks) if draft else frozenset()
    pins = [_pin_row(pin, used, drawing) for pin in board(drawing.session.survey.pins)]
    notes = [
        Row(note.id, (Content(""), plain(note.text), Content("")))
        for note in current_notes(drawing.session.drafting)
    ]
    return [*pins, *notes]


def _pin_row(pin: Pin, used: frozenset[str], drawing: Drawing) -> Row:
    words = _words_in(pin.text, drawing.checks)
    is_used = pin.kind in {"word", "phrase"} and bool(words) and words <= used
    text = f"“{pin.text}”" if pin.kind == "quote" else pin.text
    people = number(pin.people, drawing.language) if pin.people else ""
    sign = Content.styled(DONE, GOOD) if is_used else Content("")
    return Row(pin.id, (sign, plain(text, "" if pin.kind == "quote" else STRONG), Content(people)))


def _words_in(text: str, checks: Checks | None) -> frozenset[str]:
    """The words of a text, those of the survey by their family."""
    words = {word.strip(".,;:!?“”\"'()").casefold() for word in text.split()} - {""}
    if checks is None or checks.reading is None:
        return frozenset(words)
    found = {word: checks.reading.find(word) for word in words}
    return frozenset(word if family is None else family.key for word, family in found.items())


def board_item_in_full(key: str | None, drawing: Drawing) -> list[Content]:
    """The pin or note under the cursor: where it comes from, and every word of it."""
    session = drawing.session
    for pin in board(session.survey.pins):
        if pin.id == key:
            kind = drawing.said(f"drafting_view.kind.{pin.kind}")
            under = drawing.said("drafting_view.under", word=pin.under) if pin.under else ""
            lines = [plain(f"{kind} {under}".strip(), DIM), plain(pin.text)]
            return [*lines, plain(pin.note, DIM)] if pin.note else lines
    for note in current_notes(session.drafting):
        if note.id == key:
            return _note_in_full(note, drawing)
    return []


def _note_in_full(note: Note, drawing: Drawing) -> list[Content]:
    kind = Content.styled(drawing.said(f"drafting_view.kind.{note.kind}"), DIM)
    setup = drawing.session.setup
    author = name_of(setup, note.author) if setup.authors == "shown" else ""
    if author:
        kind += drawing.private(Content.styled(f"  {PRIVATE} ", DIM) + plain(author, DIM))
    return [kind, *(plain(line) for line in note.text.splitlines())]
