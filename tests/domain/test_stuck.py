"""A room that is stuck is told so in its own figures; a room that gets on is left alone."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from tests.workshops import START, people, scores, shortlisted, started_room
from workshop_tui.domain.ballots import CastScores
from workshop_tui.domain.drafting import MergeDrafts, ShortlistDraft
from workshop_tui.domain.message import Message, Value
from workshop_tui.domain.rounds import OpenRound, Reasons, RevealRound, Scores
from workshop_tui.domain.scoring import ChooseStatement
from workshop_tui.domain.setup import BallotSecrecy, ChangePerson, SetSecrecy
from workshop_tui.domain.stuck import ways_on
from workshop_tui.domain.word_smithing import StartWordSmithing
from workshop_tui.language import LANGUAGES, say
from workshop_tui.progress import stuck
from workshop_tui.room import Room

GOOD, WEAK = scores(4, 4, 4, 4), scores(3, 3, 3, 3)
Card = Sequence[Scores]
"""One person's scores, a draft each."""


def room_of(drafts: int, *, ballots: BallotSecrecy = "shuffled", writers: int = 4) -> Room:
    secrecy = SetSecrecy(ballots=ballots, authors="hidden")
    texts = [f"Draft number {number}" for number in range(1, drafts + 1)]
    return started_room(*people(writers), secrecy, *shortlisted(*texts))


def hold_round(room: Room, cards: Sequence[Card]) -> None:
    """A whole round: the first card is person1's."""
    room.do(OpenRound())
    opened = room.session.scoring.rounds[-1]
    for voter, card in zip(opened.voters, cards, strict=True):
        for scored, given in zip(opened.drafts, card, strict=True):
            low = dict.fromkeys(("simple", "customer", "now", "aspire"), "why")
            reasons = Reasons(**{k: v for k, v in low.items() if getattr(given, k) <= 2})
            room.do(CastScores(voter=voter, draft=scored.draft, scores=given, reasons=reasons))
    room.do(RevealRound(round=opened.id))


def seen(room: Room) -> dict[str, Mapping[str, Value]]:
    """What is seen by the key of its sentence, with its figures."""
    return {each.saw.key: dict(each.saw.values) for each in stuck(room.session)}


def test_two_good_drafts_that_stay_two_are_seen_in_the_second_round() -> None:
    room = room_of(2)
    cards = [(GOOD, GOOD)] * 3 + [(GOOD, scores(5, 4, 4, 4))]

    hold_round(room, cards)
    after_one = seen(room)
    hold_round(room, cards)

    assert after_one == {}
    assert seen(room) == {
        "stuck.two_good_drafts": {
            "n": 2,
            "first": 1,
            "second": 2,
            "first_mean": 4.0,
            "second_mean": 4.0625,
        }
    }


def test_a_merge_that_scores_below_both_is_seen_at_once() -> None:
    room = room_of(2)
    room.do(MergeDrafts(parents=("draft1", "draft2"), text="A bit of both"))
    for draft in ("draft1", "draft2", "draft3"):
        room.do(ShortlistDraft(draft=draft))

    hold_round(room, [(GOOD, GOOD, WEAK)] * 4)

    figures = seen(room)["stuck.merge_is_weaker"]
    assert (figures["merged"], figures["its_mean"]) == (3, 3.0)


def test_a_good_and_a_weak_draft_are_no_reason_to_be_stuck() -> None:
    room = room_of(2)

    for _ in range(3):
        hold_round(room, [(GOOD, WEAK)] * 4)

    assert seen(room) == {}


def test_the_same_disagreement_is_seen_the_second_time_with_how_many_stand_where() -> None:
    room = room_of(1)
    split = [(scores(now=1),), (scores(now=1),), (scores(now=5),), (scores(now=4),)]

    hold_round(room, split)
    after_one = seen(room)
    hold_round(room, split[1:] + split[:1])

    assert after_one == {}
    assert seen(room)["stuck.same_disagreement"] == {
        "number": 1,
        "criterion": Message.of("criterion.now"),
        "earlier": 4,
        "now": 4,
        "no": 2,
        "yes": 2,
    }


def test_a_disagreement_that_moved_elsewhere_is_not_the_same() -> None:
    room = room_of(1)

    hold_round(room, [(scores(now=1),), *[(scores(now=5),)] * 3])
    hold_round(room, [(scores(aspire=1),), *[(scores(aspire=5),)] * 3])

    assert seen(room) == {}


def leader_room(*, ballots: BallotSecrecy) -> Room:
    """person1 stands above the rest, who score as person1 did the second time round."""
    room = room_of(1, ballots=ballots)
    room.do(ChangePerson(person="person1", level="executive"))
    leader = (scores(2, 2, 5, 5),)
    hold_round(room, [leader, *[(scores(4, 4, 3, 3),)] * 3])
    hold_round(room, [leader, *[(scores(2, 2, 5, 5),)] * 2, (scores(4, 4, 3, 3),)])
    return room


def test_a_leader_whose_scores_everyone_follows_is_seen_where_votes_carry_names() -> None:
    room = leader_room(ballots="named")

    assert seen(room)["stuck.leader_is_followed"] == {
        "name": "Ana",
        "followed": 8,
        "apart": 12,
        "before": 1,
        "after": 2,
    }


def test_nobody_is_said_to_be_followed_where_votes_carry_no_names() -> None:
    assert seen(leader_room(ballots="shuffled")) == {}


def test_a_leader_who_moved_to_the_others_was_not_followed() -> None:
    room = room_of(1, ballots="named")
    room.do(ChangePerson(person="person1", level="executive"))

    hold_round(room, [(scores(2, 2, 5, 5),), *[(GOOD,)] * 3])
    hold_round(room, [(GOOD,)] * 4)

    assert "stuck.leader_is_followed" not in seen(room)


def test_word_smithing_far_over_its_time_box_is_seen_in_minutes() -> None:
    room = room_of(1)
    room.do(StartWordSmithing(draft="draft1", word="easy", at=START))

    early = stuck(room.session, START + timedelta(minutes=14))
    late = stuck(room.session, START + timedelta(minutes=15))

    assert early == ()
    (seen_late,) = late
    assert dict(seen_late.saw.values) == {"n": 15, "number": 1, "timebox": 10}
    assert "score_as_it_is" in seen_late.ways


def test_a_chosen_statement_ends_all_of_it() -> None:
    room = room_of(2)
    for _ in range(2):
        hold_round(room, [(GOOD, GOOD)] * 4)

    room.do(ChooseStatement(draft="draft1", because="it is shorter"))

    assert seen(room) == {}


def test_ways_are_offered_once_each_and_none_of_them_says_who_is_right() -> None:
    room = room_of(2)
    split = [(scores(now=1), scores(now=1)), *[(scores(now=5), scores(now=5))] * 3]
    for _ in range(2):
        hold_round(room, split)

    ways = ways_on(stuck(room.session))

    assert len(ways) == len(set(ways))
    assert {way.key for way in ways} == {
        "stuck.two_polish",
        "stuck.sleep_on_it",
        "stuck.outside_facilitator",
    }
    assert all(say(way, language) != way.key for way in ways for language in LANGUAGES)


def test_before_any_reveal_nothing_is_seen() -> None:
    room = room_of(2)
    room.do(OpenRound())
    room.do(CastScores(voter="person1", draft="draft1", scores=GOOD))

    assert seen(room) == {}
