"""The forms about changes: why, benefit, response, training, in that order. No screen."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from workshop_tui.domain.sustain import (
    AddChange,
    Change,
    CollectResponses,
    ExplainChange,
    next_step,
)
from workshop_tui.ui.page import Say
from workshop_tui.ui.stages.base import Form
from workshop_tui.ui.stages.sustain.asking import choice_question
from workshop_tui.ui.widgets.question import (
    Answers,
    LineQuestion,
    Question,
    TextQuestion,
    YesNoQuestion,
)

WRITTEN_STEPS: Final = ("why", "benefit", "response", "training")
TYPED_OR_FILE: Final = ("typed", "file")


def new_change_form(t: Say) -> Form:
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


def change_form(change: Change, t: Say) -> Form:
    """Asks for the step that comes next; a change that has all steps is asked about all again."""
    step = next_step(change)
    if step is None:
        steps: tuple[str, ...] = WRITTEN_STEPS
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


def responses_questions(t: Say) -> Sequence[Question]:
    """What employees answered: typed or pasted here, an answer a line, or in a file."""
    return [
        choice_question("responses_in", TYPED_OR_FILE, "typed", t),
        TextQuestion(
            key="responses",
            ask=t("sustain_view.ask.responses"),
            hint=t("sustain_view.ask.responses_hint"),
            when=lambda answers: answers.text("responses_in") == "typed",
        ),
    ]


def collected(
    change: Change,
    act: Callable[[CollectResponses], bool],
    from_file: Callable[[], Awaitable[None]],
) -> Callable[[Answers], Awaitable[bool]]:
    """What is done with the answers to `responses_questions`."""

    async def then(answers: Answers) -> bool:
        if answers.text("responses_in") == "file":
            await from_file()
            return True
        return act(responses_of(change.id, answers.text("responses").splitlines()))

    return then


def responses_of(change: str, answers: Sequence[str]) -> CollectResponses:
    """The answers that say something, as responses to a change."""
    said = (answer.strip() for answer in answers)
    return CollectResponses(change=change, responses=tuple(filter(None, said)))


def _step_question(step: str, value: str, t: Say) -> Question:
    return TextQuestion(
        key=step,
        ask=t(f"sustain_view.ask.{step}"),
        value=value,
        optional=step in {"why", "benefit"},
    )


def _if_asked(answers: Answers, step: str, steps: tuple[str, ...]) -> str | None:
    return answers.text(step) if step in steps else None
