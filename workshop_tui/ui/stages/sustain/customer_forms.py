"""The form of the customer tree: was it needed? Then what to add, improve, adjust or drop."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from workshop_tui.domain.sustain import (
    AFTER_NO,
    AFTER_YES,
    CustomerDecision,
    DecideOnFeedback,
    FeedbackDecision,
)
from workshop_tui.ui.page import Say
from workshop_tui.ui.stages.base import Form
from workshop_tui.ui.stages.sustain.asking import choice_question, day_question, owner_question
from workshop_tui.ui.widgets.question import (
    Answers,
    LineQuestion,
    Question,
    TextQuestion,
    YesNoQuestion,
)


def decision_form(
    reviewed: CustomerDecision | None,
    heard: Sequence[str],
    names: tuple[str, ...],
    today: date,
    t: Say,
) -> Form:
    """reviewed: the decision that is looked at again, which stays as it was made; None: a first.

    heard: what customers say beside the promise; it stands beneath the first question.
    """
    return Form(
        f"review {reviewed.id}" if reviewed else "feedback",
        [
            TextQuestion(
                key="feedback",
                ask=t("sustain_view.ask.feedback"),
                value=reviewed.feedback if reviewed else "",
                live=lambda _: list(heard),
            ),
            YesNoQuestion(key="needed", ask=t("sustain_view.ask.needed")),
            *_branch("service", "decision_if_needed", AFTER_YES, t, needed=True),
            *_branch("part", "decision_if_not", AFTER_NO, t, needed=False),
            LineQuestion(key="reason", ask=t("sustain_view.ask.because")),
            owner_question(reviewed.owner if reviewed else "", names, t),
            day_question("next_review", None, today, t),
        ],
        lambda answers: _decided(answers, today, reviewed.id if reviewed else ""),
    )


def _branch(
    subject: str, decision: str, options: tuple[str, ...], t: Say, *, needed: bool
) -> Sequence[Question]:
    """What is asked on one branch of the tree: about what, and what is decided."""

    def on_this_branch(answers: Answers) -> bool:
        return answers.yes("needed") is needed

    return [
        choice_question("decision", options, "keep", t, key=decision, when=on_this_branch),
        LineQuestion(
            key=subject,
            ask=t(f"sustain_view.ask.{subject}"),
            optional=True,
            when=lambda answers: on_this_branch(answers) and answers.text(decision) != "keep",
        ),
    ]


def _decided(answers: Answers, today: date, follows: str) -> DecideOnFeedback:
    needed = answers.yes("needed")
    decision = answers.text("decision_if_needed" if needed else "decision_if_not")
    return DecideOnFeedback(
        feedback=answers.text("feedback"),
        was_needed=needed,
        decision=cast("FeedbackDecision", decision),
        reason=answers.text("reason"),
        subject=answers.text("service" if needed else "part"),
        day=today,
        owner=answers.text("owner"),
        next_review=answers.day("next_review"),
        follows=follows,
    )
