"""Open points: what each stage still lacks at the moment of the export."""

from workshop_tui.domain.message import Message
from workshop_tui.domain.progress import missing
from workshop_tui.domain.values import STAGES
from workshop_tui.record.blocks import Items, Section
from workshop_tui.record.facts import Facts, paragraph
from workshop_tui.record.privacy import ShareableSession
from workshop_tui.record.wording import Wording


def section(session: ShareableSession, facts: Facts, t: Wording) -> Section:  # noqa: ARG001 - every section is called alike
    """One line a point, in the order of the stages."""
    points = tuple(
        t("record.open_points.point", stage=Message.of(f"stage.{stage}"), point=point)
        for stage in STAGES
        for point in missing(session, stage)
    )
    blocks = (Items(points),) if points else paragraph(t("record.open_points.none"))
    return Section("open_points", t("record.open_points.title"), blocks)
