"""The forms about obstacles: named, owned, spoken for, resolved with a reason. No screen."""

from datetime import date
from typing import Final, TypedDict, cast, get_args

from workshop_tui.domain.sustain import (
    AddObstacle,
    ChangeObstacle,
    Obstacle,
    ObstacleKind,
    ResolveObstacle,
)
from workshop_tui.ui.page import Say
from workshop_tui.ui.stages.base import Form
from workshop_tui.ui.stages.sustain.asking import choice_question, day_question, owner_question
from workshop_tui.ui.widgets.question import (
    Answers,
    LineQuestion,
    NumberQuestion,
    PersonQuestion,
    Question,
    YesNoQuestion,
)

_BLANK: Final = Obstacle(id="new", kind="other", text="")


def new_obstacle_form(names: tuple[str, ...], today: date, t: Say) -> Form:
    return Form(
        "obstacle",
        _questions(_BLANK, names, today, t),
        lambda answers: AddObstacle(**_said_of_it(answers)),
    )


def obstacle_form(obstacle: Obstacle, names: tuple[str, ...], today: date, t: Say) -> Form:
    return Form(
        f"change {obstacle.id}",
        _questions(obstacle, names, today, t),
        lambda answers: ChangeObstacle(obstacle=obstacle.id, **_said_of_it(answers)),
    )


def resolve_form(obstacle: Obstacle, t: Say) -> Form:
    return Form(
        f"resolve {obstacle.id}",
        [LineQuestion(key="resolution", ask=t("sustain_view.ask.resolution"))],
        lambda answers: ResolveObstacle(
            obstacle=obstacle.id, resolution=answers.text("resolution")
        ),
    )


class _SaidOfIt(TypedDict):
    """What is said of an obstacle."""

    kind: ObstacleKind
    text: str
    named_by: int
    owner: str
    advocate: str
    step: str
    due: date | None
    is_sensitive: bool
    may_be_recorded: bool


def _said_of_it(answers: Answers) -> _SaidOfIt:
    return _SaidOfIt(
        kind=cast("ObstacleKind", answers.text("kind")),
        text=answers.text("text"),
        named_by=answers.number("named_by") or 0,
        owner=answers.text("owner"),
        advocate=answers.text("advocate"),
        step=answers.text("step"),
        due=answers.day("due"),
        is_sensitive=answers.yes("sensitive"),
        may_be_recorded=answers.yes("recorded"),
    )


def _questions(obstacle: Obstacle, names: tuple[str, ...], today: date, t: Say) -> list[Question]:
    return [
        choice_question("kind", get_args(ObstacleKind), obstacle.kind, t),
        LineQuestion(
            key="text",
            ask=t("sustain_view.ask.obstacle"),
            hint=t("sustain_view.ask.obstacle_hint"),
            value=obstacle.text,
        ),
        NumberQuestion(
            key="named_by",
            ask=t("sustain_view.ask.named_by"),
            value=str(obstacle.named_by or ""),
            optional=True,
        ),
        owner_question(obstacle.owner, names, t),
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
        day_question("due", obstacle.due, today, t),
        YesNoQuestion(
            key="sensitive",
            ask=t("sustain_view.ask.sensitive"),
            default="y" if obstacle.is_sensitive else "n",
        ),
        YesNoQuestion(
            key="recorded",
            ask=t("sustain_view.ask.recorded"),
            default="y" if obstacle.may_be_recorded else "n",
            when=lambda answers: answers.yes("sensitive"),
        ),
    ]
