"""What scoring asks, but for the ballots: verdicts, hands, the decision, a dissent. No screen."""

from collections.abc import Callable, Sequence
from typing import Final, cast

from workshop_tui.domain.agreement import HIGHEST, CheckAgreement
from workshop_tui.domain.message import Message, RefusedError, refuse
from workshop_tui.domain.rounds import CRITERIA, AdmitVoter, Criterion, Round
from workshop_tui.domain.scoring import (
    ChooseStatement,
    LeaveUndecided,
    RecordDissent,
    RecordVerdict,
    Undecided,
    Verdict,
    VerdictWord,
)
from workshop_tui.domain.session import WorkshopAction
from workshop_tui.domain.setup import Person, RuleKind, SetPresence, Setup, called, may_vote, voters
from workshop_tui.ui.page import Say
from workshop_tui.ui.stages.scoring.entry import read_entry, read_hands, voter_in
from workshop_tui.ui.widgets.question import (
    Answers,
    ChoiceQuestion,
    LineQuestion,
    Option,
    PersonQuestion,
    Question,
)

WORDS: Final[tuple[VerdictWord, ...]] = ("yes", "not_really", "no")
OUTCOMES: Final = ("chosen", "no_consensus", "tied", "unfinished")


class BallotQuestion(Question, frozen=True, kw_only=True):
    """One person's ballots; Tab completes the name. draft: the one that four scores are for.

    Where the room sees the screen, the reasons stand in the same line: to be asked for one would
    tell that somebody has scored low.
    """

    setup: Setup
    opened: Round
    draft: str

    def parsed(self, text: str) -> str:
        entry = read_entry(text, self.setup, self.opened, self.draft)
        if self.masked and entry.lacks_reasons:
            raise refuse("scoring_view.not_a_ballot", len(self.opened.drafts))
        return text

    def completed(self, text: str) -> str:
        started = text.strip().casefold()
        voters = [person for person in self.setup.people if person.id in self.opened.voters]
        begun = [person.name for person in voters if person.name.casefold().startswith(started)]
        return f"{begun[0]} " if started and len(begun) == 1 else text

    def echo(self, text: str) -> Message | None:
        voter = voter_in(text, self.setup, self.opened)
        return Message.of("scoring_view.ballot_of", name=voter.name) if voter else None

    def echo_unseen(self, text: str) -> Message | None:
        """Whose card it is, which the list of those who are waited for tells anyway."""
        return self.echo(text)


class HandsQuestion(Question, frozen=True, kw_only=True):
    """A show of hands: `5 4 3 3`. present: how many could raise one. highest: of the scale."""

    present: int
    highest: int

    def parsed(self, text: str) -> str:
        read_hands(text, self.highest)
        return text

    def echo(self, text: str) -> Message | None:
        try:
            hands = read_hands(text, self.highest)
        except RefusedError:
            return None
        return Message.of("scoring_view.hands_so_far", len(hands), present=self.present)


def latecomers(setup: Setup, opened: Round) -> tuple[Person, ...]:
    """Those who may vote, in the room or on their way, and are not among the voters yet."""
    return tuple(
        person
        for person in setup.people
        if may_vote(setup, person) and person.id not in opened.voters
    )


def latecomer_questions(setup: Setup, opened: Round, t: Say) -> list[Question]:
    return [
        PersonQuestion(
            key="person",
            ask=t("scoring_view.ask_late"),
            names=tuple(person.name for person in latecomers(setup, opened)),
            known_only=True,
        )
    ]


def latecomer_actions(setup: Setup, opened: Round, answers: Answers) -> list[WorkshopAction]:
    """The person is in the room now, and votes."""
    late = called(setup, answers.text("person"))
    admitted = AdmitVoter(round=opened.id, voter=late.id)
    if late.presence == "present":
        return [admitted]
    return [SetPresence(person=late.id, presence="present"), admitted]


def verdict_questions(given: Sequence[Verdict], t: Say) -> list[Question]:
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


def agreement_questions(setup: Setup, t: Say, *, is_seen: bool) -> list[Question]:
    """All hands in one line, then what those below the threshold say.

    is_seen: whether typing may be seen. A fist goes up in front of all; gradients are private
    until all are in (METHOD 2.4).
    """
    rule = _rule_of(setup)
    threshold = setup.rule.threshold if setup.rule else 0

    def some_below(answers: Answers) -> bool:
        try:
            return min(read_hands(answers.text("hands"), HIGHEST[rule])) < threshold
        except RefusedError:
            return False

    return [
        HandsQuestion(
            key="hands",
            ask=t("scoring_view.ask_hands"),
            label=t("scoring_view.label_hands"),
            hint=t(f"scoring_view.hands_scale.{rule}"),
            masked=rule == "gradients" and not is_seen,
            is_secret=rule == "gradients",
            present=len(voters(setup)),
            highest=HIGHEST[rule],
        ),
        LineQuestion(
            key="reasons",
            ask=t("scoring_view.ask_hands_reasons"),
            hint=t("scoring_view.hands_reasons_hint"),
            optional=True,
            when=some_below,
        ),
    ]


def _rule_of(setup: Setup) -> RuleKind:
    return setup.rule.kind if setup.rule else "fist_to_five"


def agreement_action(setup: Setup, draft: str, answers: Answers) -> CheckAgreement:
    reasons = (reason.strip() for reason in answers.text("reasons").split(";"))
    return CheckAgreement(
        draft=draft,
        values=read_hands(answers.text("hands"), HIGHEST[_rule_of(setup)]),
        reasons=tuple(reason for reason in reasons if reason),
    )


def outcome_questions(number: int, t: Say) -> list[Question]:
    """What was decided, in one of four ways, and the group's own because.

    number: of the draft that would be chosen.
    """
    return [
        ChoiceQuestion(
            key="kind",
            ask=t("scoring_view.ask_outcome"),
            label=t("scoring_view.label_outcome"),
            options=tuple(
                Option(kind, t(f"scoring_view.choose.{kind}", number=number)) for kind in OUTCOMES
            ),
        ),
        LineQuestion(
            key="because",
            ask=t("scoring_view.ask_because"),
            label=t("scoring_view.label_because"),
        ),
        LineQuestion(
            key="next_step",
            ask=t("scoring_view.ask_next_step"),
            optional=True,
            when=lambda answers: answers.text("kind") != "chosen",
        ),
    ]


def outcome_action(draft: str, answers: Answers) -> WorkshopAction:
    kind, because = answers.text("kind"), answers.text("because")
    if kind == "chosen":
        return ChooseStatement(draft=draft, because=because)
    return LeaveUndecided(
        kind=cast("Undecided", kind), because=because, next_step=answers.text("next_step")
    )


def dissent_questions(setup: Setup, t: Say) -> list[Question]:
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
