"""What scoring asks, but for the ballots: verdicts, hands, the decision, a dissent. No screen."""

from collections.abc import Callable, Sequence
from typing import Final, cast

from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.scoring import (
    CRITERIA,
    CheckAgreement,
    ChooseStatement,
    Criterion,
    LeaveUndecided,
    RecordDissent,
    RecordVerdict,
    Round,
    Verdict,
    VerdictWord,
)
from workshop_tui.domain.session import WorkshopAction
from workshop_tui.domain.setup import Setup
from workshop_tui.ui.stages.scoring.entry import read_entry, read_hands, voter_in
from workshop_tui.ui.widgets.question import (
    Answers,
    ChoiceQuestion,
    LineQuestion,
    Option,
    PersonQuestion,
    Question,
)

Translate = Callable[[str], str]
"""A key of the catalogue to the sentence in the user's language."""

WORDS: Final[tuple[VerdictWord, ...]] = ("yes", "not_really", "no")
OUTCOMES: Final = ("chosen", "no_consensus", "tied")


class BallotQuestion(Question, frozen=True, kw_only=True):
    """One person's ballots; Tab completes the name. draft: the one that four scores are for."""

    setup: Setup
    opened: Round
    draft: str

    def parsed(self, text: str) -> str:
        read_entry(text, self.setup, self.opened, self.draft)
        return text

    def completed(self, text: str) -> str:
        started = text.strip().casefold()
        voters = [person for person in self.setup.people if person.id in self.opened.voters]
        begun = [person.name for person in voters if person.name.casefold().startswith(started)]
        return f"{begun[0]} " if started and len(begun) == 1 else text

    def echo(self, text: str) -> Message | None:
        name = voter_in(text, self.setup, self.opened)
        return Message.of("scoring_view.ballot_of", name=name) if name else None


class HandsQuestion(Question, frozen=True, kw_only=True):
    """A show of hands: `5 4 3 3`."""

    def parsed(self, text: str) -> str:
        read_hands(text)
        return text


def verdict_questions(given: Sequence[Verdict], t: Translate) -> list[Question]:
    """A word for each criterion, and why for those that are not a Yes."""
    known = {verdict.criterion: verdict for verdict in given}
    questions: list[Question] = []
    for criterion in CRITERIA:
        before = known.get(criterion)
        questions += [
            ChoiceQuestion(
                key=criterion,
                ask=t(f"scoring_view.ask_verdict.{criterion}"),
                label=t(f"criterion.{criterion}"),
                options=tuple(Option(word, t(f"scoring_view.verdict.{word}")) for word in WORDS),
                default=before.word if before else "",
                optional=True,
            ),
            LineQuestion(
                key=f"{criterion} reason",
                ask=t("scoring_view.ask_verdict_reason"),
                value=before.reason if before else "",
                when=_is_no_yes(criterion),
            ),
        ]
    return questions


def verdict_actions(draft: str, answers: Answers, given: Sequence[Verdict]) -> list[RecordVerdict]:
    """The verdicts that were given anew."""
    known = {verdict.criterion: verdict for verdict in given}
    actions: list[RecordVerdict] = []
    for criterion in CRITERIA:
        word, reason = answers.text(criterion), answers.text(f"{criterion} reason")
        before = known.get(criterion)
        if word and (before is None or (before.word, before.reason) != (word, reason)):
            actions.append(
                RecordVerdict(
                    draft=draft,
                    criterion=criterion,
                    word=cast("VerdictWord", word),
                    reason=reason,
                )
            )
    return actions


def agreement_questions(setup: Setup, t: Translate) -> list[Question]:
    """All hands in one line, then what those below the threshold say."""
    rule = setup.rule.kind if setup.rule else "fist_to_five"
    threshold = setup.rule.threshold if setup.rule else 0

    def some_below(answers: Answers) -> bool:
        try:
            return min(read_hands(answers.text("hands"))) < threshold
        except RefusedError:
            return False

    return [
        HandsQuestion(
            key="hands",
            ask=t("scoring_view.ask_hands"),
            hint=t(f"scoring_view.hands_hint.{rule}"),
        ),
        LineQuestion(
            key="reasons",
            ask=t("scoring_view.ask_hands_reasons"),
            hint=t("scoring_view.hands_reasons_hint"),
            optional=True,
            when=some_below,
        ),
    ]


def agreement_action(draft: str, answers: Answers) -> CheckAgreement:
    reasons = (reason.strip() for reason in answers.text("reasons").split(";"))
    return CheckAgreement(
        draft=draft,
        values=read_hands(answers.text("hands")),
        reasons=tuple(reason for reason in reasons if reason),
    )


def outcome_questions(t: Translate) -> list[Question]:
    """What was decided, in one of three ways, and the group's own because."""
    return [
        ChoiceQuestion(
            key="kind",
            ask=t("scoring_view.ask_outcome"),
            options=tuple(Option(kind, t(f"scoring_view.choose.{kind}")) for kind in OUTCOMES),
        ),
        LineQuestion(key="because", ask=t("scoring_view.ask_because")),
    ]


def outcome_action(draft: str, answers: Answers) -> WorkshopAction:
    because = answers.text("because")
    match answers.text("kind"):
        case "chosen":
            return ChooseStatement(draft=draft, because=because)
        case "tied":
            return LeaveUndecided(kind="tied", because=because)
        case _:
            return LeaveUndecided(kind="no_consensus", because=because)


def dissent_questions(setup: Setup, t: Translate) -> list[Question]:
    return [
        LineQuestion(key="text", ask=t("scoring_view.ask_dissent")),
        PersonQuestion(
            key="person",
            ask=t("scoring_view.ask_dissent_person"),
            hint=t("scoring_view.dissent_person_hint"),
            names=tuple(person.name for person in setup.people),
            known_only=True,
            optional=True,
        ),
    ]


def dissent_action(setup: Setup, answers: Answers) -> RecordDissent:
    named = answers.text("person")
    ids = [person.id for person in setup.people if named and person.name == named]
    return RecordDissent(text=answers.text("text"), person=ids[0] if ids else "")


def _is_no_yes(criterion: Criterion) -> Callable[[Answers], bool]:
    return lambda answers: answers.text(criterion) in {"not_really", "no"}
