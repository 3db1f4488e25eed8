"""20 October, 09:27 to 10:09: five exercises, fourteen drafts, dots, three on the shortlist."""

from tests.stories.demo_en.setup import BAO, DEN, HEC, JOA, LAR, OMA, PRI, TAM
from tests.stories.telling import PutBack, TakeBack, at, draft
from workshop_tui.domain.dots import OpenDotVote, PlaceDots, RevealDots
from workshop_tui.domain.drafting import (
    AddDraft,
    AddNote,
    EditDraft,
    MergeDrafts,
    RejectDraft,
    ReopenDraft,
    ShortlistDraft,
)
from workshop_tui.domain.exercises import EndExercise, StartExercise
from workshop_tui.domain.memory_test import RecordMemory, StartMemoryTest

_NOTES = (
    *at("2026-10-20 09:27:30", StartExercise(kind="good_day")),
    *at(
        "2026-10-20 09:28",
        AddNote(
            kind="good_day",
            text="The rebate is in the account before the first car payment is due.",
            author=DEN,
        ),
        AddNote(
            kind="good_day",
            text="She finished the form on her phone while the dealer washed the car.",
            author=LAR,
        ),
        AddNote(
            kind="good_day",
            text="He told his brother-in-law it was easy, and the brother-in-law applied.",
            author=JOA,
        ),
        AddNote(
            kind="good_day",
            text="They know today what happens next and on which day.",
            author=TAM,
        ),
        AddNote(kind="good_day", text="Nobody had to send the same document twice.", author=HEC),
        AddNote(
            kind="good_day",
            text="The dealer says “do it, it takes ten minutes” and it does.",
            author=BAO,
        ),
        apart=45,
    ),
    *at("2026-10-20 09:33", StartExercise(kind="thank_you_letter")),
    *at(
        "2026-10-20 09:37",
        AddNote(
            kind="thank_you_letter",
            text="I had put the form off for a month and then it took me one cup of coffee.",
            author=HEC,
        ),
        AddNote(
            kind="thank_you_letter",
            text="My daughter asked why our car is so quiet now. I told her we joined the good "
            "guys.",
            author=JOA,
        ),
        apart=70,
    ),
)

_ALONE = (
    *at("2026-10-20 09:40", StartExercise(kind="silent_drafts")),
    *at(
        "2026-10-20 09:41",
        AddDraft(
            text="World-class service for every customer.", author=DEN, exercise="silent_drafts"
        ),
        AddDraft(text="One call, one person, one answer.", author=TAM, exercise="silent_drafts"),
        AddDraft(
            text="Complete the first time, so nobody has to chase anybody.",
            author=HEC,
            exercise="silent_drafts",
        ),
        AddDraft(
            text="Welcome to the clean vehicle movement.", author=JOA, exercise="silent_drafts"
        ),
        AddDraft(text="Every rebate, as easy as saying yes.", author=BAO, exercise="silent_drafts"),
        AddDraft(text="The process nobody notices.", author=LAR, exercise="silent_drafts"),
        AddDraft(
            text="We help you complete your rebate without the runaround.",
            author=PRI,
            exercise="silent_drafts",
        ),
        AddDraft(
            text="Fair, transparent and reliable for all residents.",
            author=OMA,
            exercise="silent_drafts",
        ),
        apart=40,
    ),
    *at(
        "2026-10-20 09:47",
        AddDraft(
            text="Calm people, clear steps, the rebate in your account.",
            author=TAM,
            exercise="thank_you_letter",
        ),
    ),
)

_TOGETHER = (
    *at("2026-10-20 09:50", StartExercise(kind="one_two_four_all")),
    *at(
        "2026-10-20 09:51",
        AddDraft(text="We make the rebate process easy.", author=HEC, exercise="one_two_four_all"),
        EditDraft(
            draft=draft(2),
            text="One contact, one person, one answer.",
            reason="Not everybody calls.",
        ),
        EditDraft(
            draft=draft(3), text="Complete the first time.", reason="The first half says it all."
        ),
        EditDraft(
            draft=draft(10),
            text="We make it easy to get your rebate.",
            reason="The process is ours, the rebate is theirs.",
        ),
        EditDraft(
            draft=draft(7),
            text="We help complete every rebate, without the runaround.",
            reason="Without “you” it is not their job alone.",
        ),
        EditDraft(
            draft=draft(10),
            text="We make it easy for you.",
            reason="Some come for advice and not for a rebate.",
        ),
        apart=45,
    ),
    *at(
        "2026-10-20 09:56",
        AddDraft(
            text="Your road to a clean car, cleared.", author=JOA, exercise="one_two_four_all"
        ),
        EditDraft(
            draft=draft(11),
            text="We clear the road to a clean car.",
            reason="A sentence with somebody in it who does something.",
        ),
        EditDraft(
            draft=draft(9),
            text="Calm people, clear steps, done.",
            reason="Liked by four, but it is a list. “Calm” goes into what easy means.",
        ),
        apart=70,
    ),
    *at("2026-10-20 09:59:30", StartExercise(kind="recombine")),
    *at(
        "2026-10-20 10:00",
        AddDraft(
            text="Easy to join, easy to finish, easy to reach.", author=OMA, exercise="recombine"
        ),
        MergeDrafts(
            parents=(draft(10), draft(4)),
            text="We make it easy for you to join the clean vehicle movement.",
        ),
        AddDraft(text="Fast, friendly help for green drivers.", author=DEN, exercise="recombine"),
        apart=75,
    ),
)


def _dots(voter: str, *numbers: int) -> PlaceDots:
    return PlaceDots(voter=voter, drafts=tuple(draft(number) for number in numbers))


_DOTS = (
    *at("2026-10-20 10:02:50", EndExercise(run="exercise5")),
    *at(
        "2026-10-20 10:03",
        OpenDotVote(dots_each=3),
        _dots(TAM, 9, 2, 13),
        _dots(HEC, 13, 3, 11),
        _dots(PRI, 7, 13, 9),
        _dots(JOA, 13, 13, 5),
        _dots(BAO, 5, 5, 11),
        _dots(LAR, 6, 11, 13),
        _dots(DEN, 1, 5, 9),
        _dots(OMA, 12, 11, 9),
        RevealDots(vote="vote1"),
        apart=5,
    ),
)

_NARROWED = (
    *at(
        "2026-10-20 10:04",
        RejectDraft(
            draft=draft(1),
            reason="Any team in the state could put it on a mug. Not one word about rebates.",
        ),
        RejectDraft(
            draft=draft(2),
            reason="True on the phones, but mail room and IT have no place in it. Kept as a goal.",
        ),
        RejectDraft(
            draft=draft(3),
            reason="That is a target for us. The customer wants the rebate, not completeness.",
        ),
        RejectDraft(
            draft=draft(6),
            reason="The ones who get stuck notice. And it hides the people who help.",
        ),
        RejectDraft(
            draft=draft(7),
            reason="It names what we fear, so that is what people will remember.",
        ),
        RejectDraft(
            draft=draft(8),
            reason="A list of virtues. Nobody could tell what to do differently on a Monday.",
        ),
        RejectDraft(
            draft=draft(12),
            reason="Three promises in one breath; we spent six minutes on the order.",
        ),
        RejectDraft(
            draft=draft(14),
            reason="Two words everybody wrote and nobody remembers. “Green drivers” sounded "
            "seasick.",
        ),
        # Denise asks for it back, reads it aloud once more, and gives it up herself.
        TakeBack("drafting"),
        PutBack("drafting"),
        apart=12,
    ),
    *at(
        "2026-10-20 10:06",
        RejectDraft(draft=draft(5), reason="Sounds like a car ad."),
    ),
    # Joanna: dealers would actually say it.
    *at("2026-10-20 10:07", ReopenDraft(draft=draft(5))),
    *at(
        "2026-10-20 10:07:20",
        ShortlistDraft(draft=draft(5)),
        ShortlistDraft(draft=draft(11)),
        ShortlistDraft(draft=draft(13)),
        # Four like draft 9, but it is a list and stays open.
        ShortlistDraft(draft=draft(9)),
        TakeBack("drafting"),
        apart=9,
    ),
)

_REMEMBERED = (
    *at(
        "2026-10-20 10:08",
        StartMemoryTest(draft=draft(13)),
        RecordMemory(test="memory1", said="we make it easy to join the clean vehicle movement"),
        RecordMemory(test="memory1", said="we make it easy for you to join the movement"),
        RecordMemory(test="memory1", said="easy to join the clean car movement"),
        RecordMemory(test="memory1", said="make it easy to join the clean vehicle movement"),
        apart=12,
    ),
)

STEPS = (*_NOTES, *_ALONE, *_TOGETHER, *_DOTS, *_NARROWED, *_REMEMBERED)
