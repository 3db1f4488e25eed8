"""The forms about goals and the review: what is asked, and what the answers make. No screen."""

from datetime import date
from typing import Final, cast

from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.sustain import (
    AddGoal,
    ChangeGoal,
    CloseGoal,
    Goal,
    Horizon,
    RateGoal,
    SetReview,
)
from workshop_tui.ui.page import Say
from workshop_tui.ui.stages.base import Form
from workshop_tui.ui.stages.sustain.asking import (
    choice_question,
    day_question,
    near_day_question,
    owner_question,
)
from workshop_tui.ui.widgets.question import Answers, LineQuestion, Question

DONE_OR_DROPPED: Final = ("done", "dropped")
_BLANK: Final = Goal(id="new", horizon="short", text="")


def new_goal_form(names: tuple[str, ...], today: date, t: Say) -> Form:
    return Form(
        "goal",
        [
            choice_question("horizon", ("short", "long"), "short", t),
            *_goal_questions(_BLANK, names, today, t),
        ],
        lambda answers: _new_goal(cast("Horizon", answers.text("horizon")), answers),
    )


def smaller_step_form(goal: Goal, names: tuple[str, ...], today: date, t: Say) -> Form:
    """Asked for when staff find a goal out of reach."""
    asked = LineQuestion(
        key="text", ask=t("sustain_view.ask.smaller_step"), hint=t("sustain_view.ask.step_hint")
    )
    return Form(
        f"step towards {goal.id}",
        [asked, *_goal_questions(_BLANK, names, today, t)[1:]],
        lambda answers: _new_goal("short", answers),
    )


def goal_form(goal: Goal, names: tuple[str, ...], today: date, t: Say) -> Form:
    return Form(
        f"change {goal.id}",
        _goal_questions(goal, names, today, t),
        lambda answers: ChangeGoal(
            goal=goal.id,
            text=answers.text("text"),
            owner=answers.text("owner"),
            due=answers.day("due"),
            measure=answers.text("measure"),
        ),
    )


def rate_form(goal: Goal, t: Say) -> Form:
    return Form(
        f"rate {goal.id}",
        [
            LineQuestion(
                key="reach",
                ask=t("sustain_view.ask.reach"),
                hint=t("sustain_view.ask.reach_hint"),
                value=" ".join(map(str, goal.reach)),
                check=_not_ratings,
            )
        ],
        lambda answers: RateGoal(goal=goal.id, reach=_ratings(answers.text("reach"))),
    )


def close_goal_form(goal: Goal, t: Say) -> Form:
    return Form(
        f"close {goal.id}",
        [
            choice_question("closed", DONE_OR_DROPPED, "done", t),
            LineQuestion(
                key="reason",
                ask=t("sustain_view.ask.reason"),
                when=lambda answers: answers.text("closed") == "dropped",
            ),
        ],
        lambda answers: CloseGoal(
            goal=goal.id,
            status="done" if answers.text("closed") == "done" else "dropped",
            reason=answers.text("reason"),
        ),
    )


def review_form(review: date | None, today: date, t: Say) -> Form:
    return Form(
        "review",
        [day_question("review", review, today, t)],
        lambda answers: SetReview(review=answers.day("review")),
    )


def _goal_questions(goal: Goal, names: tuple[str, ...], today: date, t: Say) -> list[Question]:
    is_step = goal.horizon == "short"
    return [
        LineQuestion(key="text", ask=t("sustain_view.ask.goal"), value=goal.text),
        owner_question(goal.owner, names, t),
        near_day_question(goal.due, today, t)
        if is_step
        else day_question("due", goal.due, today, t),
        LineQuestion(
            key="measure",
            ask=t("sustain_view.ask.measure"),
            value=goal.measure,
            optional=True,
        ),
    ]


def _new_goal(horizon: Horizon, answers: Answers) -> AddGoal:
    return AddGoal(
        horizon=horizon,
        text=answers.text("text"),
        owner=answers.text("owner"),
        due=answers.day("due"),
        measure=answers.text("measure"),
    )


def _ratings(text: str) -> tuple[int, ...]:
    """ "4 3 5" or "435" as (4, 3, 5). Raises RefusedError for anything else."""
    digits = text.replace(",", " ").replace(" ", "")
    if not digits or any(digit not in "12345" for digit in digits):
        raise RefusedError(Message.of("sustain_view.not_ratings"))
    return tuple(int(digit) for digit in digits)


def _not_ratings(text: str) -> Message | None:
    try:
        _ratings(text)
    except RefusedError as refused:
        return refused.reason
    return None
