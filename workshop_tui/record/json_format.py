"""The session as JSON for other programs, without what is private (`privacy`).

One object:
    format     "workshop-tui record"
    version    1; it rises when a key changes its meaning or goes, not when one is added
    status     "draft" | "under_gut_check" | "adopted" | "no_consensus"
    statement  the vision statement as it reads now, "" before one was chosen
    open_points  stage -> the keys of what it still lacks, as in the area `missing`
    left_out   kind -> how many things were left out for privacy or set aside
    session    every field of `domain.session.Session`, by its name there; a stage is an object,
               a date "2026-11-03", ids such as "draft7" tie the parts together
    evidence   the fields of `record.evidence.Evidence`: counts of people and unnamed quotes
An empty text or null stands for what was not recorded or may not be told; a key is never absent.
"""

from typing import Any

import msgspec

from workshop_tui.domain.gut_check import statement
from workshop_tui.domain.progress import missing
from workshop_tui.domain.session import Session
from workshop_tui.domain.values import STAGES
from workshop_tui.record.decision import status
from workshop_tui.record.evidence import Evidence
from workshop_tui.record.privacy import left_out, shareable

FORMAT = "workshop-tui record"
VERSION = 1


def render(session: Session, evidence: Evidence) -> str:
    """The object on indented lines. Ends with a line feed."""
    allowed = shareable(session)
    record = {
        "format": FORMAT,
        "version": VERSION,
        "status": status(allowed),
        "statement": statement(allowed.scoring, allowed.gut_check),
        "open_points": {
            stage: [message.key.removeprefix("missing.") for message in missing(allowed, stage)]
            for stage in STAGES
        },
        "left_out": left_out(session),
        "session": _with_every_field(allowed),
        "evidence": evidence,
    }
    return msgspec.json.format(msgspec.json.encode(record), indent=2).decode() + "\n"


def _with_every_field(value: Any) -> Any:
    """Plain content of a session. On disk defaults are left out; a reader of JSON wants them."""
    if isinstance(value, msgspec.Struct):
        fields = value.__struct_fields__
        return {field: _with_every_field(getattr(value, field)) for field in fields}
    if isinstance(value, tuple):
        return [_with_every_field(item) for item in value]
    return value
