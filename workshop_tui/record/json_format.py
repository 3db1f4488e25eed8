"""The session as JSON for other programs, without what is private (`privacy`).

One object:
    format     "workshop-tui record"
    version    1; it rises when a key changes its meaning or goes, not when one is added
    status     "draft" | "under_gut_check" | "adopted" | "no_consensus" | "superseded"
    statement  the vision statement as it reads now, "" before one was chosen
    open_points  stage -> the keys of what it still lacks, as in the area `missing`
    left_out   kind -> how many things were left out for privacy or set aside; personal_details says
               what became of e-mail addresses and long numbers in quotes
    session    every field of `domain.session.Session`, by its name there; a stage is an object,
               a date "2026-11-03", ids such as "draft7" tie the parts together
    evidence   the fields of `record.evidence.Evidence`: counts of people and unnamed quotes
`record.schema.json` beside this module is its JSON Schema, held by a test.
An empty text or null stands for what was not recorded or may not be told; a key is never absent.
"""

from typing import Any, Final, Literal

import msgspec

from workshop_tui.domain.gut_check import statement
from workshop_tui.domain.session import Session
from workshop_tui.domain.values import STAGES, Stage
from workshop_tui.progress import missing
from workshop_tui.record.decision import Status, status
from workshop_tui.record.evidence import Evidence
from workshop_tui.record.privacy import LeftOut, ShareableSession, left_out, shareable

FORMAT: Final = "workshop-tui record"
VERSION: Final = 1


class JsonRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The object as a type. `record.schema.json` is its schema, for whoever reads it elsewhere."""

    format: Literal["workshop-tui record"]
    version: Literal[1]
    status: Status
    statement: str
    open_points: dict[Stage, tuple[str, ...]]
    left_out: LeftOut
    session: ShareableSession
    evidence: Evidence


def render(session: Session, evidence: Evidence) -> str:
    """The object on indented lines. Ends with a line feed."""
    allowed = shareable(session)
    record = JsonRecord(
        format=FORMAT,
        version=VERSION,
        status=status(allowed),
        statement=statement(allowed.scoring, allowed.gut_check),
        open_points={
            stage: tuple(each.key.removeprefix("missing.") for each in missing(allowed, stage))
            for stage in STAGES
        },
        left_out=left_out(session),
        session=allowed,
        evidence=evidence,
    )
    return _lines(with_every_field(record))


def schema() -> str:
    """The JSON Schema (2020-12) of the object, on indented lines."""
    made = msgspec.json.schema(JsonRecord)
    about = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{FORMAT}, version {VERSION}",
    }
    return _lines({**about, **made})


def _lines(content: object) -> str:
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"


def with_every_field(value: Any) -> Any:
    """Plain content of a session. On disk defaults are left out; a reader of JSON wants them."""
    if isinstance(value, msgspec.Struct):
        fields = value.__struct_fields__
        return {field: with_every_field(getattr(value, field)) for field in fields}
    if isinstance(value, tuple):
        return [with_every_field(item) for item in value]
    return value
