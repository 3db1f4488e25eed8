"""What is decided about the record itself: its sections and language, and who corrected and
approved it. No files. What the record says, `record` writes from the stages."""

import datetime as dt
from typing import ClassVar, Literal, TypeAlias, assert_never, get_args

from workshop_tui.domain.message import refuse
from workshop_tui.domain.values import (
    Action,
    Identified,
    Line,
    Name,
    Text,
    Value,
    add,
    changed,
    required,
)

RecordSection = Literal[
    "meeting",
    "decision",
    "setup",
    "survey",
    "drafting",
    "scoring",
    "gut_check",
    "sustain",
    "open_points",
    "agenda",
    "word_origins",
    "about",
]
RECORD_SECTIONS: tuple[RecordSection, ...] = get_args(RecordSection)
"""The sections of the record, in its order."""
RecordLanguage = Literal["en", "id"]


class Correction(Identified, frozen=True):
    """What somebody wants changed in the minutes. by: "" where nobody is to be named."""

    text: Text
    by: Name = ""


class Approval(Value, frozen=True):
    """name: who approved the minutes, and on which day."""

    name: Name
    on: dt.date


class Minutes(Value, frozen=True):
    switched_off: tuple[RecordSection, ...] = ()
    """Sections that the record does without, in its order."""
    language: RecordLanguage | None = None
    """Of the record; None: the workshop's."""
    corrections: tuple[Correction, ...] = ()
    approvals: tuple[Approval, ...] = ()
    superseded_by: Line = ""
    """The decision that took this one's place; "" while it stands."""


class _MinutesAction(Action, frozen=True):
    # Undone where the workshop ends, since the record is no stage of its own.
    stage = "sustain"


class SwitchSection(_MinutesAction, frozen=True):
    """Write a section of the record, or do without it."""

    can_be_undone = False
    section: RecordSection
    is_on: bool


class SetRecordLanguage(_MinutesAction, frozen=True):
    can_be_undone = False
    language: RecordLanguage


class CorrectMinutes(_MinutesAction, frozen=True):
    id_prefix: ClassVar[str] = "correction"
    text: Text
    id: str = ""
    by: Name = ""


class ApproveMinutes(_MinutesAction, frozen=True):
    name: Name
    on: dt.date


class SupersedeDecision(_MinutesAction, frozen=True):
    by: Line


MinutesAction: TypeAlias = (
    SwitchSection | SetRecordLanguage | CorrectMinutes | ApproveMinutes | SupersedeDecision
)


def apply(minutes: Minutes, action: MinutesAction) -> Minutes:
    """The minutes after the action. Raises RefusedError with the reason."""
    match action:
        case SwitchSection():
            off = {*minutes.switched_off, action.section}
            if action.is_on:
                off -= {action.section}
            if len(off) == len(RECORD_SECTIONS):
                raise refuse("refused.no_section_left")
            in_order = tuple(section for section in RECORD_SECTIONS if section in off)
            return changed(minutes, switched_off=in_order)
        case SetRecordLanguage():
            return changed(minutes, language=action.language)
        case CorrectMinutes():
            text = required(action.text, "correction")
            correction = Correction(id=action.id, text=text, by=action.by)
            return changed(minutes, corrections=add(minutes.corrections, correction))
        case ApproveMinutes():
            approval = Approval(name=required(action.name, "name"), on=action.on)
            others = tuple(each for each in minutes.approvals if each.name != approval.name)
            return changed(minutes, approvals=(*others, approval))
        case SupersedeDecision():
            return changed(minutes, superseded_by=required(action.by, "superseded_by"))
        case _:
            assert_never(action)
