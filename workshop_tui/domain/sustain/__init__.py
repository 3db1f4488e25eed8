"""Sustain: goals within reach, employees as partners, customers, obstacles, meanings. No files.

A module an idea: `goals`, `changes`, `customers`, `obstacles`, `meanings`, `roll_out`; `plan`
joins them to the value of the stage, and `due` tells what has a date.
"""

from workshop_tui.domain.sustain.changes import (
    CHANGE_STEPS,
    AddChange,
    Change,
    ChangeStep,
    CollectResponses,
    ExplainChange,
    change_notices,
    next_step,
    open_steps,
)
from workshop_tui.domain.sustain.customers import (
    AFTER_NO,
    AFTER_YES,
    CustomerAnswers,
    CustomerDecision,
    DecideOnFeedback,
    FeedbackDecision,
    ImportCustomerAnswers,
    latest_answers,
    standing_decisions,
)
from workshop_tui.domain.sustain.due import Due, DueKind, Waiting, due, waiting_on
from workshop_tui.domain.sustain.goals import (
    FAR_AWAY,
    MOST_AT_ONCE,
    AddGoal,
    ChangeGoal,
    CloseGoal,
    Concern,
    Goal,
    Horizon,
    RateGoal,
    concerns,
    far_goals_notice,
    goal_notices,
    on_the_ladder,
    open_goals,
    out_of_reach,
)
from workshop_tui.domain.sustain.meanings import (
    Gloss,
    GlossWord,
    without_gloss,
)
from workshop_tui.domain.sustain.obstacles import (
    AddObstacle,
    ChangeObstacle,
    Obstacle,
    ObstacleKind,
    ResolveObstacle,
    is_private,
)
from workshop_tui.domain.sustain.plan import (
    SetReview,
    Sustain,
    SustainAction,
    apply,
    missing,
    notices,
)
from workshop_tui.domain.sustain.roll_out import (
    BRIEF_PARTS,
    BriefPart,
    BriefText,
    WriteBriefPart,
    best_written,
    parts_written,
    written_in,
)

__all__ = [
    "AFTER_NO", "AFTER_YES", "BRIEF_PARTS", "CHANGE_STEPS", "FAR_AWAY", "MOST_AT_ONCE",
    "AddChange", "AddGoal", "AddObstacle", "BriefPart", "BriefText", "Change", "ChangeGoal",
    "ChangeObstacle", "ChangeStep", "CloseGoal", "CollectResponses", "Concern",
    "CustomerAnswers", "CustomerDecision", "DecideOnFeedback", "Due", "DueKind",
    "ExplainChange", "FeedbackDecision", "Gloss", "GlossWord", "Goal", "Horizon",
    "ImportCustomerAnswers", "Obstacle", "ObstacleKind", "RateGoal", "ResolveObstacle",
    "SetReview", "Sustain", "SustainAction", "Waiting", "WriteBriefPart",
    "apply", "best_written", "change_notices", "concerns", "due", "far_goals_notice",
    "goal_notices", "is_private", "latest_answers", "missing", "next_step", "notices",
    "on_the_ladder", "open_goals", "open_steps", "out_of_reach", "parts_written",
    "standing_decisions", "waiting_on", "without_gloss", "written_in",
]  # fmt: skip
