"""Open points: what each stage still lacks, said for those who were not in the room."""

from workshop_tui.domain.message import Message
from workshop_tui.domain.values import STAGES
from workshop_tui.progress import missing
from workshop_tui.record.blocks import Items, Section
from workshop_tui.record.facts import Facts, paragraph
from workshop_tui.record.privacy import ShareableSession
from workshop_tui.record.wording import Wording


def section(session: ShareableSession, facts: Facts, t: Wording) -> Section:  # noqa: ARG001 - every section is called alike
    """One line a point, in the order of the stages."""
    points = tuple(
        t("record.open_points.point", stage=Message.of(f"stage.{stage}"), point=for_readers(point))
        for stage in STAGES
        for point in missing(session, stage)
    )
    blocks = (Items(points),) if points else paragraph(t("record.open_points.none"))
    return Section("open_points", t("record.open_points.title"), blocks)


def for_readers(point: Message) -> Message:
    """What a stage lacks as the record says it; the screen asks its facilitator instead."""
    return Message(f"record.open.{point.key.removeprefix('missing.')}", point.values, point.count)
