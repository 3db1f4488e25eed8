"""The forms of the sustain stage: what is asked, and what the answers make. No screen."""

from collections.abc import Callable
from datetime import date
from typing import Final, cast, get_args

from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.sustain import (
    AddChange,
    AddGoal,
    AddObstacle,
    Change,
    ChangeGoal,
    ChangeObstacle,
    CloseGoal,
    DecideOnFeedback,
    ExplainChange,
    FeedbackDecision,
    GlossWord,
    Goal,
    Horizon,
    Obstacle,
    ObstacleKind,
    RateGoal,
    ResolveObstacle,
    RollOut,
    SetReview,
    SetRollOut,
)
from workshop_tui.ui.stages.sustain.rows import ROLL_OUT_PARTS, next_step
from workshop_tui.ui.stages.topics import Form
from workshop_tui.ui.widgets.question import (
    Answers,
    ChoiceQuestion,
    DateQuestion,
    LineQuestion,
    Option,
    PersonQuestion,
    Question,
    TextQuestion,
    YesNoQuestion,
)

Translate = Callable[[str], str]
"""A key of the catalogue to the sentence in the user's language."""

DONE_OR_DROPPED: Final = ("done", "dropped")


def new_goal_form(names: tuple[str, ...], today: date, t: Translate) -> Form:
    return Form(
        "goal",
        [
            _choice("horizon", ("short", "long"), "short", t),
            *_goal_questions(Goal(id="new", horizon="short", text=""), names, today, t),
        ],
        lambda answers: AddGoal(
            horizon=cast("Horizon", answers.text("horizon")),
            text=answers.text("text"),
            owner=answers.text("owner"),
            due=answers.day("due"),
            measure=answers.text("measure"),
        ),
    )


def goal_form(goal: Goal, names: tuple[str, ...], today: date, t: Translate) -> Form:
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


def rate_form(goal: Goal, t: Translate) -> Form:
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


def close_goal_form(goal: Goal, t: Translate) -> Form:
    return Form(
        f"close {goal.id}",
        [
            _choice("closed", DONE_OR_DROPPED, "done", t),
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


def new_change_form(t: Translate) -> Form:
    return Form(
        "change",
        [
            LineQuestion(key="text", ask=t("sustain_view.ask.change")),
            _step_question("why", "", t),
            _step_question("benefit", "", t),
        ],
        lambda answers: AddChange(
            text=answers.text("text"), why=answers.text("why"), benefit=answers.text("benefit")
        ),
    )


def change_form(change: Change, t: Translate) -> Form:
    """Asks for the step that comes next; a change that has all steps is asked about all again."""
    step = next_step(change)
    if step is None:
        steps: tuple[str, ...] = ("why", "benefit", "response", "training")
    elif step in {"response", "agreement"}:
        steps = ("response",)
    else:
        steps = (step,)
    questions: list[Question] = []
    for name in steps:
        questions.append(_step_question(name, getattr(change, name), t))
        if name == "response":
            agreed = "y" if change.is_agreed else ""
            questions.append(
                YesNoQuestion(key="agreed", ask=t("sustain_view.ask.agreed"), default=agreed)
            )
    return Form(
        f"explain {change.id} {step}",
        questions,
        lambda answers: ExplainChange(
            change=change.id,
            why=_if_asked(answers, "why", steps),
            benefit=_if_asked(answers, "benefit", steps),
            response=_if_asked(answers, "response", steps),
            is_agreed=answers.yes("agreed") if "response" in steps else None,
            training=_if_asked(answers, "training", steps),
        ),
    )


def feedback_form(names: tuple[str, ...], today: date, t: Translate) -> Form:
    """The customer tree: was it needed? Then what to add or improve, adjust or drop."""
    return Form(
        "feedback",
        [
            TextQuestion(key="feedback", ask=t("sustain_view.ask.feedback")),
            YesNoQuestion(key="needed", ask=t("sustain_view.ask.needed")),
            _choice("decision", get_args(FeedbackDecision), "keep", t),
            LineQuestion(key="reason", ask=t("sustain_view.ask.because")),
            _owner("", names, t),
            _due("next_review", None, today, t),
        ],
        lambda answers: DecideOnFeedback(
            feedback=answers.text("feedback"),
            was_needed=answers.yes("needed"),
            decision=cast("FeedbackDecision", answers.text("decision")),
            reason=answers.text("reason"),
            owner=answers.text("owner"),
            next_review=answers.day("next_review"),
        ),
    )


def new_obstacle_form(names: tuple[str, ...], today: date, t: Translate) -> Form:
    blank = Obstacle(id="new", kind="other", text="")
    return Form(
        "obstacle",
        [
            _choice("kind", get_args(ObstacleKind), "other", t),
            *_obstacle_questions(blank, names, today, t),
        ],
        lambda answers: AddObstacle(
            kind=cast("ObstacleKind", answers.text("kind")),
            text=answers.text("text"),
            owner=answers.text("owner"),
            advocate=answers.text("advocate"),
            step=answers.text("step"),
            due=answers.day("due"),
            is_sensitive=answers.yes("sensitive"),
        ),
    )


def obstacle_form(obstacle: Obstacle, names: tuple[str, ...], today: date, t: Translate) -> Form:
    return Form(
        f"change {obstacle.id}",
        _obstacle_questions(obstacle, names, today, t),
        lambda answers: ChangeObstacle(
            obstacle=obstacle.id,
            kind=obstacle.kind,
            text=answers.text("text"),
            owner=answers.text("owner"),
            advocate=answers.text("advocate"),
            step=answers.text("step"),
            due=answers.day("due"),
            is_sensitive=answers.yes("sensitive"),
        ),
    )


def resolve_form(obstacle: Obstacle, t: Translate) -> Form:
    return Form(
        f"resolve {obstacle.id}",
        [LineQuestion(key="resolution", ask=t("sustain_view.ask.resolution"))],
        lambda answers: ResolveObstacle(
            obstacle=obstacle.id, resolution=answers.text("resolution")
        ),
    )


def gloss_form(word: str, meaning: str, ask: str) -> Form:
    return Form(
        f"gloss {word}",
        [TextQuestion(key="meaning", ask=ask, value=meaning)],
        lambda answers: GlossWord(word=word, meaning=answers.text("meaning")),
    )


def roll_out_form(roll_out: RollOut, part: str, t: Translate) -> Form:
    """One of the three answers; the other two stay."""

    def action(answers: Answers) -> SetRollOut:
        parts = {name: getattr(roll_out, name) for name in ROLL_OUT_PARTS}
        return SetRollOut(**(parts | {part: answers.text(part)}))

    return Form(
        f"roll-out {part}",
        [
            TextQuestion(
                key=part,
                ask=t(f"sustain_view.ask.{part}"),
                value=getattr(roll_out, part),
                optional=True,
            )
        ],
        action,
    )


def review_form(review: date | None, today: date, t: Translate) -> Form:
    value = review.isoformat() if review else ""
    return Form(
        "review",
        [DateQuestion(key="review", ask=t("sustain_view.ask.review"), value=value, today=today)],
        lambda answers: SetReview(review=answers.day("review") or today),
    )


def _goal_questions(
    goal: Goal, names: tuple[str, ...], today: date, t: Translate
) -> list[Question]:
    return [
        LineQuestion(key="text", ask=t("sustain_view.ask.goal"), value=goal.text),
        _owner(goal.owner, names, t),
        _due("due", goal.due, today, t),
        LineQuestion(
            key="measure",
            ask=t("sustain_view.ask.measure"),
            value=goal.measure,
            optional=True,
        ),
    ]


def _obstacle_questions(
    obstacle: Obstacle, names: tuple[str, ...], today: date, t: Translate
) -> list[Question]:
    return [
        LineQuestion(
            key="text",
            ask=t("sustain_view.ask.obstacle"),
            hint=t("sustain_view.ask.obstacle_hint"),
            value=obstacle.text,
        ),
        _owner(obstacle.owner, names, t),
        PersonQuestion(
            key="advocate",
            ask=t("sustain_view.ask.advocate"),
            names=names,
            value=obstacle.advocate,
            optional=True,
        ),
        LineQuestion(
            key="step", ask=t("sustain_view.ask.step"), value=obstacle.step, optional=True
        ),
        _due("due", obstacle.due, today, t),
        YesNoQuestion(
            key="sensitive",
            ask=t("sustain_view.ask.sensitive"),
            default="y" if obstacle.is_sensitive else "n",
        ),
    ]


def _step_question(step: str, value: str, t: Translate) -> Question:
    return TextQuestion(
        key=step,
        ask=t(f"sustain_view.ask.{step}"),
        value=value,
        optional=step in {"why", "benefit"},
    )


def _owner(value: str, names: tuple[str, ...], t: Translate) -> Question:
    return PersonQuestion(
        key="owner", ask=t("sustain_view.ask.owner"), names=names, value=value, optional=True
    )


def _due(key: str, value: date | None, today: date, t: Translate) -> Question:
    return DateQuestion(
        key=key,
        ask=t(f"sustain_view.ask.{key}"),
        value=value.isoformat() if value else "",
        optional=True,
        today=today,
    )


def _choice(family: str, options: tuple[str, ...], default: str, t: Translate) -> ChoiceQuestion:
    return ChoiceQuestion(
        key=family,
        ask=t(f"sustain_view.ask.{family}"),
        options=tuple(Option(option, t(f"sustain_view.{family}.{option}")) for option in options),
        default=default,
    )


def _if_asked(answers: Answers, step: str, steps: tuple[str, ...]) -> str | None:
    return answers.text(step) if step in steps else None


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
