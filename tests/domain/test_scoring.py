"""Scoring: nobody sees a ballot before the reveal, and nobody's ballot is lost by it."""

import msgspec
import pytest

from tests.workshops import people, reasons, scores, shortlisted, started_room
from workshop_tui.domain.agreement import CheckAgreement, below_threshold, is_agreed
from workshop_tui.domain.ballots import Abstain, CastScores, MarkAbsent, TakeBackBallots
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.rounds import CRITERIA, AdmitVoter, CloseRound, OpenRound, RevealRound
from workshop_tui.domain.scoring import (
    ChooseStatement,
    LeaveUndecided,
    RecordDissent,
    RecordVerdict,
)
from workshop_tui.domain.setup import AddPerson, SetPresence, SetRule, SetSecrecy
from workshop_tui.domain.tally import Disagreement, low_reasons, scores_on, talk_order
from workshop_tui.progress import missing, notices
from workshop_tui.room import Room


def voting(*texts: str, writers: int = 3) -> Room:
    return started_room(*people(writers), *shortlisted(*texts), OpenRound())


def reason_of(room: Room, action: object) -> str:
    with pytest.raises(RefusedError) as refusal:
        room.do(action)  # type: ignore[arg-type]  # any action
    return refusal.value.reason.key


def test_a_ballot_is_in_no_part_of_the_session_before_the_reveal() -> None:
    room = voting("We help fix it.")
    before = room.session

    room.do(
        CastScores(
            voter="person1",
            draft="draft1",
            scores=scores(simple=2),
            reasons=reasons(simple="unclear"),
        )
    )

    assert room.session == before


def test_the_reveal_shows_every_ballot_without_a_name() -> None:
    room = voting("We help fix it.")
    for voter, simple in (("person1", 5), ("person2", 4), ("person3", 3)):
        room.do(CastScores(voter=voter, draft="draft1", scores=scores(simple=simple)))

    room.do(RevealRound(round="round1"))

    (revealed,) = room.session.scoring.rounds
    assert scores_on(revealed.ballots, "draft1", "simple") == (3, 4, 5)
    assert {ballot.voter for ballot in revealed.ballots} == {""}


def test_the_reveal_names_the_voters_where_the_group_chose_that() -> None:
    room = started_room(
        *people(2), SetSecrecy(ballots="named", authors="hidden"), *shortlisted("A"), OpenRound()
    )
    for voter in ("person2", "person1"):
        room.do(CastScores(voter=voter, draft="draft1", scores=scores()))

    room.do(RevealRound(round="round1"))

    assert [ballot.voter for ballot in room.session.scoring.rounds[0].ballots] == [
        "person1",
        "person2",
    ]


def test_the_reveal_waits_for_everybody_who_is_not_absent() -> None:
    room = voting("A", "B")
    room.do(CastScores(voter="person1", draft="draft1", scores=scores()))
    assert room.waiting_for() == ("person1", "person2", "person3")
    assert reason_of(room, RevealRound(round="round1")) == "refused.still_waiting"

    room.do(Abstain(voter="person1", draft="draft2"))
    room.do(MarkAbsent(voter="person3"))
    assert room.waiting_for() == ("person2",)


def test_abstaining_and_being_absent_are_counted_apart() -> None:
    room = voting("A")
    room.do(CastScores(voter="person1", draft="draft1", scores=scores()))
    room.do(Abstain(voter="person2", draft="draft1"))
    room.do(MarkAbsent(voter="person3"))

    room.do(RevealRound(round="round1"))

    (revealed,) = room.session.scoring.rounds
    assert [ballot.scores is None for ballot in revealed.ballots].count(True) == 1
    assert revealed.absent == 1


def test_somebody_who_comes_late_is_no_longer_absent() -> None:
    room = voting("A")
    room.do(MarkAbsent(voter="person1"))

    room.do(CastScores(voter="person1", draft="draft1", scores=scores()))

    assert room.absent_voters() == ()
    assert room.drafts_scored_by("person1") == ("draft1",)


def test_a_ballot_can_be_changed_and_taken_back_until_the_reveal() -> None:
    room = voting("A", writers=1)
    room.do(CastScores(voter="person1", draft="draft1", scores=scores(simple=3)))
    room.do(CastScores(voter="person1", draft="draft1", scores=scores(simple=5)))
    room.do(RevealRound(round="round1"))
    assert scores_on(room.session.scoring.rounds[0].ballots, "draft1", "simple") == (5,)

    room.do(OpenRound())
    room.do(CastScores(voter="person1", draft="draft1", scores=scores()))
    room.do(TakeBackBallots(voter="person1"))
    assert room.waiting_for() == ("person1",)


def test_a_low_score_needs_its_reason() -> None:
    room = voting("A")
    low = CastScores(
        voter="person1", draft="draft1", scores=scores(now=2), reasons=reasons(simple="x")
    )

    assert reason_of(room, low) == "refused.low_score_needs_reason"


def test_observers_and_people_who_left_do_not_vote() -> None:
    room = started_room(
        *people(2),
        AddPerson(name="Wayan", role="observer"),
        SetPresence(person="person2", presence="left"),
        *shortlisted("A"),
        OpenRound(),
    )

    for outsider in ("person2", "person3", "person9"):
        ballot = CastScores(voter=outsider, draft="draft1", scores=scores())
        assert reason_of(room, ballot) == "refused.may_not_vote"


def test_somebody_who_comes_late_votes_in_the_open_round() -> None:
    room = started_room(
        *people(3),
        SetPresence(person="person2", presence="apology"),
        *shortlisted("A"),
        OpenRound(),
    )
    late = AdmitVoter(round="round1", voter="person2")
    assert reason_of(room, late) == "refused.is_no_voter"

    room.do(SetPresence(person="person2", presence="present"))
    room.do(late)

    assert room.session.scoring.rounds[0].voters == ("person1", "person2", "person3")
    assert room.waiting_for() == ("person1", "person2", "person3")
    assert reason_of(room, late) == "refused.votes_already"


def test_a_latecomer_stays_admitted_while_a_ballot_or_an_absence_of_theirs_is_in() -> None:
    room = started_room(
        *people(2),
        SetPresence(person="person2", presence="apology"),
        *shortlisted("A"),
        OpenRound(),
    )
    room.do(SetPresence(person="person2", presence="present"))
    room.do(AdmitVoter(round="round1", voter="person2"))
    room.do(MarkAbsent(voter="person2"))

    with pytest.raises(RefusedError) as refusal:
        room.undo("scoring")

    assert refusal.value.reason.key == "refused.round_has_ballots"


def test_observers_cannot_be_admitted_either() -> None:
    room = started_room(
        *people(2), AddPerson(name="Wayan", role="observer"), *shortlisted("A"), OpenRound()
    )

    assert reason_of(room, AdmitVoter(round="round1", voter="person3")) == "refused.is_no_voter"


@pytest.mark.parametrize("votes", [False, True], ids=["by_default_not", "by_the_rule"])
def test_the_facilitator_votes_only_where_the_rule_says_so(votes: bool) -> None:  # noqa: FBT001 - a case
    room = started_room(
        AddPerson(name="Rina", role="facilitator"),
        *people(2),
        SetRule(kind="fist_to_five", facilitator_votes=votes),
        *shortlisted("A"),
        OpenRound(),
    )

    assert ("person1" in room.session.scoring.rounds[0].voters) is votes


def test_there_is_one_open_round_at_a_time_and_none_without_a_shortlist() -> None:
    assert reason_of(voting("A"), OpenRound()) == "refused.round_is_open"
    assert reason_of(started_room(*people(3)), OpenRound()) == "refused.nothing_shortlisted"
    assert reason_of(started_room(*shortlisted("A")), OpenRound()) == "refused.no_voters"


def test_a_round_that_is_given_up_shows_nothing() -> None:
    room = voting("A", writers=1)
    room.do(CastScores(voter="person1", draft="draft1", scores=scores()))

    room.do(CloseRound(round="round1"))

    assert room.session.scoring.rounds == ()
    assert reason_of(room, RevealRound(round="round1")) == "refused.no_open_round"


def test_ballots_that_do_not_fit_the_round_are_refused_also_by_hand() -> None:
    room = voting("A", writers=2)
    room.do(CastScores(voter="person1", draft="draft1", scores=scores()))
    room.do(CastScores(voter="person2", draft="draft1", scores=scores()))
    room.do(RevealRound(round="round1"))

    with pytest.raises(RefusedError) as refusal:
        room.undo("setup")

    assert refusal.value.reason.key == "refused.needed_later"
    inner = dict(refusal.value.reason.values)["reason"]
    assert getattr(inner, "key", "") == "refused.ballots_do_not_match"


def test_the_widest_spread_is_talked_about_first() -> None:
    room = voting("A", writers=2)
    room.do(
        CastScores(
            voter="person1",
            draft="draft1",
            scores=scores(now=1),
            reasons=reasons(now="We still lose forms."),
        )
    )
    room.do(CastScores(voter="person2", draft="draft1", scores=scores(now=5)))
    room.do(RevealRound(round="round1"))

    (revealed,) = room.session.scoring.rounds
    assert talk_order(revealed) == (Disagreement("draft1", "now", 4),)
    assert low_reasons(revealed.ballots, "draft1", "now") == ("We still lose forms.",)
    assert [notice.key for notice in notices(room.session, "scoring")] == ["notice.wide_spread"]


def test_a_later_verdict_replaces_an_earlier_one_and_a_no_needs_a_reason() -> None:
    room = voting("A")
    assert (
        reason_of(room, RecordVerdict(draft="draft1", criterion="simple", word="no"))
        == "refused.empty"
    )

    room.do(RecordVerdict(draft="draft1", criterion="simple", word="no", reason="too generic"))
    room.do(RecordVerdict(draft="draft1", criterion="simple", word="yes"))

    assert [verdict.word for verdict in room.session.scoring.verdicts] == ["yes"]


def test_agreement_is_reached_when_every_hand_reaches_the_threshold() -> None:
    room = voting("A")
    assert reason_of(room, CheckAgreement(draft="draft1", values=(3,))) == "refused.no_rule"
    room.do(SetRule(kind="fist_to_five", threshold=3))
    assert reason_of(room, CheckAgreement(draft="draft1", values=(6,))) == "refused.value_too_high"
    assert reason_of(room, CheckAgreement(draft="draft1", values=())) == "refused.empty"

    room.do(CheckAgreement(draft="draft1", values=(5, 2, 4)))
    room.do(CheckAgreement(draft="draft1", values=(5, 3, 4)))

    first, second = room.session.scoring.checks
    assert first.values == (2, 4, 5)
    assert not is_agreed(first)
    assert is_agreed(second)


def test_a_later_rule_does_not_change_what_hands_have_said() -> None:
    room = voting("A")
    room.do(SetRule(kind="fist_to_five", threshold=3))
    room.do(CheckAgreement(draft="draft1", values=(3, 4)))

    room.do(SetRule(kind="fist_to_five", threshold=5))

    (check,) = room.session.scoring.checks
    assert (check.threshold, is_agreed(check), below_threshold(check)) == (3, True, 0)


def test_choosing_takes_a_written_because_and_keeps_the_words_as_they_were() -> None:
    room = voting("We help you fix it.")
    assert reason_of(room, ChooseStatement(draft="draft1", because="")) == "refused.empty"

    room.do(ChooseStatement(draft="draft1", because="it says what customers gain"))

    outcome = room.session.scoring.outcome
    assert outcome is not None
    assert (outcome.statement, outcome.version) == ("We help you fix it.", 1)


def test_scoring_is_done_with_a_chosen_draft_four_yes_and_agreement() -> None:
    room = voting("A", writers=1)
    room.do(SetRule(kind="fist_to_five", threshold=3))
    room.do(CastScores(voter="person1", draft="draft1", scores=scores()))
    assert [lack.key for lack in missing(room.session, "scoring")] == ["missing.round"]
    room.do(RevealRound(round="round1"))
    assert [lack.key for lack in missing(room.session, "scoring")] == ["missing.outcome"]
    room.do(ChooseStatement(draft="draft1", because="clear"))
    assert [lack.key for lack in missing(room.session, "scoring")] == [
        "missing.verdicts",
        "missing.agreement",
    ]

    for criterion in CRITERIA:
        room.do(RecordVerdict(draft="draft1", criterion=criterion, word="yes"))
    room.do(CheckAgreement(draft="draft1", values=(3, 4)))

    assert missing(room.session, "scoring") == ()


def test_no_consensus_is_an_outcome_too() -> None:
    room = voting("A")

    room.do(LeaveUndecided(kind="no_consensus", because="two good drafts, no time"))

    assert missing(room.session, "scoring") == ()


def test_an_unfinished_outcome_says_what_comes_next_and_leaves_scoring_open() -> None:
    room = voting("A", writers=1)
    room.do(CastScores(voter="person1", draft="draft1", scores=scores()))
    room.do(RevealRound(round="round1"))

    room.do(LeaveUndecided(kind="unfinished", because="no time", next_step="Ana polishes"))

    outcome = room.session.scoring.outcome
    assert outcome is not None
    assert (outcome.kind, outcome.next_step) == ("unfinished", "Ana polishes")
    assert [lack.key for lack in missing(room.session, "scoring")] == ["missing.outcome"]


def test_dissent_is_named_only_for_somebody_on_the_roster() -> None:
    room = voting("A")
    room.do(RecordDissent(text="Too soft"))

    assert room.session.scoring.dissent[0].person == ""
    assert reason_of(room, RecordDissent(text="x", person="person9")) == "refused.not_on_roster"


def test_a_revealed_round_can_be_kept_and_read_again() -> None:
    room = voting("A", writers=1)
    room.do(CastScores(voter="person1", draft="draft1", scores=scores()))
    room.do(RevealRound(round="round1"))

    scoring = room.session.scoring
    assert msgspec.convert(msgspec.to_builtins(scoring), type(scoring)) == scoring
