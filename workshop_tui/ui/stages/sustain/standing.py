"""Where the plan stands today: what may be asked about it, and what has a date. No screen."""

from collections.abc import Sequence
from datetime import date

from workshop_tui.domain.message import Message
from workshop_tui.domain.sustain import (
    Sustain,
    change_notices,
    due,
    far_goals_notice,
    goal_notices,
)
from workshop_tui.language import Language, short_day
from workshop_tui.ui.page import Fact
from workshop_tui.ui.stages.sustain.rows import late_or_soon


def asks_of(listed: str, plan: Sustain, today: date) -> Sequence[Message]:
    """What the facilitator may want to ask about what stands in this list."""
    match listed:
        case "goals":
            return (*goal_notices(plan.goals), *far_goals_notice(plan.goals, today))
        case "changes":
            return change_notices(plan.changes)
        case _:
            return ()


def dated_facts(plan: Sustain, today: date, language: Language) -> Sequence[Fact]:
    """What has the first date, and how much is overdue where it is more than that."""
    dated = due(plan)
    if not dated:
        return (Message.of("sustain_view.nothing_dated"),)
    first = dated[0]
    said = Message.of(
        f"sustain_view.first.{late_or_soon(first.day, today)}",
        day=short_day(first.day, language),
        what=Message.of(f"sustain_view.dated.{first.kind}"),
    )
    late = sum(each.day < today for each in dated)
    return (said, Message.of("sustain_view.late", late)) if late > 1 else (said,)
