"""The insight board: what employees said, what a good day brings, and which draft uses what.

A draft uses a word or phrase when it has all its words, a theme when it has one of them. It shares
something with a quote or note when two content words or more stand in both.
"""

from typing import Final

from textual.content import Content

from workshop_tui.domain.drafting import Draft, Note, current_notes
from workshop_tui.domain.session import Session
from workshop_tui.domain.setup import name_of
from workshop_tui.domain.survey import Pin, current_themes
from workshop_tui.language import number
from workshop_tui.text.personal_details import board_shown
from workshop_tui.ui.look import DIM, DONE, GOOD, PRIVATE, STRONG, plain
from workshop_tui.ui.stages.drafting.rows import Drawing
from workshop_tui.ui.widgets.rows import Row

SHARED_WORDS: Final = 2
USED: Final = Content.styled(DONE, GOOD)
SHARES: Final = Content.styled("·", GOOD)
NOTHING: Final = Content("")
LONGEST_ITEM: Final = 60
"""Characters of a quote or note where only its beginning is told."""


def board_rows(drawing: Drawing, draft: Draft | None) -> list[Row]:
    """Pins, then notes, as they came; a sign on what the draft uses or shares words with."""
    pins = [
        Row(pin.id, (_sign_of_pin(pin, draft, drawing), _pin_text(pin), _people(pin, drawing)))
        for pin in board_shown(drawing.session.survey, drawing.session.language)
    ]
    notes = [
        Row(note.id, (_sign_of_note(note, draft, drawing), plain(note.text), NOTHING))
        for note in current_notes(drawing.session.drafting)
    ]
    return [*pins, *notes]


def items_used(draft: Draft, drawing: Drawing) -> list[str]:
    """What of the board a draft uses or shares words with, in the order of the board."""
    items = [
        f"“{_begun(pin.text)}”" if pin.kind == "quote" else pin.text
        for pin in board_shown(drawing.session.survey, drawing.session.language)
        if _sign_of_pin(pin, draft, drawing) is not NOTHING
    ]
    return items + [
        _begun(note.text)
        for note in current_notes(drawing.session.drafting)
        if _sign_of_note(note, draft, drawing) is not NOTHING
    ]


def _sign_of_pin(pin: Pin, draft: Draft | None, drawing: Drawing) -> Content:
    if draft is None:
        return NOTHING
    used = _words_in(draft.text, drawing)
    match pin.kind:
        case "quote":
            return _shared(pin.text, draft, drawing)
        case "theme":
            words = _words_of_theme(pin, drawing)
            return USED if words & used else NOTHING
        case _:
            words = _words_in(pin.text, drawing)
            return USED if words and words <= used else NOTHING


def _sign_of_note(note: Note, draft: Draft | None, drawing: Drawing) -> Content:
    if draft is None:
        return NOTHING
    if note.kind == "key_word":
        words = _words_in(note.text, drawing)
        return USED if words and words <= _words_in(draft.text, drawing) else NOTHING
    return _shared(note.text, draft, drawing)


def _shared(text: str, draft: Draft, drawing: Drawing) -> Content:
    if drawing.checks is None:
        return NOTHING
    both = drawing.checks.content(text) & drawing.checks.content(draft.text)
    return SHARES if len(both) >= SHARED_WORDS else NOTHING


def _words_of_theme(pin: Pin, drawing: Drawing) -> frozenset[str]:
    themes = current_themes(drawing.session.survey)
    listed = next((theme.words for theme in themes if theme.name == pin.text), ())
    return _words_in(" ".join(listed), drawing)


def _words_in(text: str, drawing: Drawing) -> frozenset[str]:
    """The words of a text, those of the survey by their family."""
    words = {word.strip(".,;:!?“”\"'()").casefold() for word in text.split()} - {""}
    checks = drawing.checks
    if checks is None:
        return frozenset(words)
    return frozenset(checks.family(word) for word in words)


def _pin_text(pin: Pin) -> Content:
    return plain(f"“{pin.text}”") if pin.kind == "quote" else plain(pin.text, STRONG)


def _people(pin: Pin, drawing: Drawing) -> Content:
    return Content(number(pin.people, drawing.language) if pin.people else "")


def _begun(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_ITEM else f"{line[: LONGEST_ITEM - 1].rstrip()}…"


def board_item_in_full(key: str | None, drawing: Drawing) -> list[Content]:
    """The pin or note under the cursor: where it comes from, every word of it, who uses it."""
    session = drawing.session
    for pin in board_shown(session.survey, session.language):
        if pin.id == key:
            kind = drawing.said(f"drafting_view.kind.{pin.kind}")
            under = drawing.said("drafting_view.under", word=pin.under) if pin.under else ""
            lines = [plain(f"{kind} {under}".strip(), DIM), plain(pin.text)]
            lines += [plain(pin.note, DIM)] if pin.note else []
            using = [
                draft
                for draft in session.drafting.drafts
                if _sign_of_pin(pin, draft, drawing) is not NOTHING
            ]
            return [*lines, *_used_by(using, drawing)]
    for note in current_notes(session.drafting):
        if note.id == key:
            using = [
                draft
                for draft in session.drafting.drafts
                if _sign_of_note(note, draft, drawing) is not NOTHING
            ]
            return [*_note_in_full(note, session, drawing), *_used_by(using, drawing)]
    return []


def _used_by(drafts: list[Draft], drawing: Drawing) -> list[Content]:
    if not drafts:
        return []
    numbers = ", ".join(str(draft.number) for draft in drafts)
    said = drawing.said("drafting_view.used_in", count=len(drafts), numbers=numbers)
    return [Content.styled(said, DIM)]


def _note_in_full(note: Note, session: Session, drawing: Drawing) -> list[Content]:
    kind = Content.styled(drawing.said(f"drafting_view.kind.{note.kind}"), DIM)
    setup = session.setup
    author = name_of(setup, note.author) if setup.authors == "shown" else ""
    if author:
        kind += drawing.private(Content.styled(f"  {PRIVATE} ", DIM) + plain(author, DIM))
    return [kind, *(plain(line) for line in note.text.splitlines())]
