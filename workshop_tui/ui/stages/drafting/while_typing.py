"""What the program says of a wording while it is typed: what is generic in it, what may be asked.

Nothing at all while the room is to be creative, or the word lists are not read yet.
"""

from typing import Final

from workshop_tui.domain.drafting import is_reading_silent
from workshop_tui.domain.message import RefusedError
from workshop_tui.language import say
from workshop_tui.ui.stages.drafting.check import Checks
from workshop_tui.ui.stages.drafting.details import check_summary, voices_said
from workshop_tui.ui.stages.drafting.forms import Filed, filed
from workshop_tui.ui.stages.drafting.rows import Drawing

ASKED_WHILE_TYPING: Final = 2
MARKED: Final = frozenset({"generic", "customer"})
"""Criteria whose findings are marked in the text."""


def asked_while_typing(typed: str, drawing: Drawing) -> list[str]:
    """What there is to say about the wording; empty lines keep the form's height."""
    checks = _checks(drawing)
    if checks is None:
        return []
    text = _filed(typed, drawing).text
    check = checks.while_typing(text)
    people = {voice.word.casefold(): voice.people for voice in check.voices}
    lines = [check_summary(check, drawing)] if text else [""]
    if drawing.has_voices:
        lines.append(voices_said(check, drawing))
    height = len(lines) + ASKED_WHILE_TYPING
    for finding in check.findings[:ASKED_WHILE_TYPING]:
        said = people.get(finding.text.casefold(), 0)
        ask = say(finding.ask, drawing.language)
        voice = drawing.said("check.voice.said", count=said, word=finding.text)
        lines.append(f"? {voice}. {ask}" if said else f"? {ask}")
    return lines + [""] * (height - len(lines))


def marks_while_typing(typed: str, drawing: Drawing) -> list[tuple[int, int]]:
    """Where in what is typed stands what may be asked about: (start, end)."""
    checks = _checks(drawing)
    if checks is None:
        return []
    found = _filed(typed, drawing)
    return [
        (finding.start + found.start, finding.end + found.start)
        for finding in checks.while_typing(found.text).findings
        if finding.criterion in MARKED
    ]


def _checks(drawing: Drawing) -> Checks | None:
    return None if is_reading_silent(drawing.session.drafting) else drawing.checks


def _filed(typed: str, drawing: Drawing) -> Filed:
    try:
        return filed(drawing.session.setup, typed)
    except RefusedError:
        return Filed(typed)
