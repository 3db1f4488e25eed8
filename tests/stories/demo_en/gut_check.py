"""21 to 29 October: six who did not write it, one word that guards the door, four re-checks."""

from tests.stories.demo_en.setup import DEVON, JOA, OMA
from tests.stories.telling import TakeBack, at
from workshop_tui.domain.gut_check import (
    AcceptStatement,
    AddStakeholder,
    GoOnWithFeelings,
    ProbeReaction,
    RecordFeeling,
    RecordReaction,
    SwapWord,
)

DEPUTY, CFO, CALL_CENTER, DEALERS, MAIL, NIGHT_TEAM = (f"stakeholder{n}" for n in range(1, 7))
_OUR = 5  # Make it easy to join [our]

_BEFORE = (
    *at(
        "2026-10-21 08:30",
        RecordFeeling(
            nags=True,
            word="our",
            text="It is “our”. I said the sentence to my neighbor across the fence and she asked, "
            "“You people have a movement?” I can't tell yet whether it is the word or the way "
            "I said it.",
        ),
        RecordFeeling(
            nags=False,
            person=DEVON,
            text="I typed it all morning and still like it.",
        ),
        RecordFeeling(nags=False, person=JOA, text="I want to say it at the county fair."),
        RecordFeeling(
            nags=False, person=OMA, text="Short enough that I could not find a loophole in it."
        ),
        GoOnWithFeelings(
            because="If it is the word, others will stumble over it too. I won't mention it."
        ),
    ),
    *at(
        "2026-10-21 08:40",
        AddStakeholder(
            name="Rosalind Achebe", kind="executive", function="Deputy director of the agency"
        ),
        AddStakeholder(name="Walter Brandt", kind="executive", function="Chief financial officer"),
        AddStakeholder(name="Celeste Moreau", kind="manager", function="Call center"),
        AddStakeholder(name="Ikaika Kealoha", kind="manager", function="Dealer program"),
        AddStakeholder(name="Yolanda Pruitt", kind="frontline", function="Records and mail"),
        AddStakeholder(
            name="Sam Delacroix", kind="frontline", function="Application review, night team"
        ),
    ),
)

_REACTIONS = (
    *at(
        "2026-10-22 09:10",
        RecordReaction(stakeholder=DEPUTY, words="Yes! That's us on a good day.", code="strong"),
    ),
    *at(
        "2026-10-22 15:40",
        RecordReaction(
            stakeholder=CFO,
            words="Absolutely. I can say that to the budget committee in one breath.",
            code="strong",
            how="phone",
        ),
    ),
    *at(
        "2026-10-23 10:05",
        RecordReaction(stakeholder=CALL_CENTER, words="It's fine. Sort of.", code="faint"),
        ProbeReaction(
            reaction="reaction3",
            is_a_word=True,
            stumbled_over="our",
            why="It's short, it's true, I'd hang it up. It just doesn't grab me.\n"
            "Because it isn't ours. The people who buy the cars are the movement. “Our” sounds "
            "like they have to ask us before they get in.",
        ),
        ProbeReaction(
            reaction="reaction3",
            instead="the",
            without_it="“The” clean vehicle movement. Now I'm holding a door open instead of "
            "guarding it.",
        ),
        apart=150,
    ),
    *at(
        "2026-10-23 13:30",
        RecordReaction(
            stakeholder=DEALERS,
            words="Love it. I'd say that to a customer in the showroom.",
            code="strong",
        ),
    ),
    *at(
        "2026-10-26 07:45",
        RecordReaction(stakeholder=MAIL, words="Not bad.", code="faint", where="the mail room"),
        ProbeReaction(
            reaction="reaction5",
            is_a_word=True,
            stumbled_over="our",
            why="It's nice. It's for the people upstairs, I guess.\n"
            "I open three hundred envelopes a day. The movement is in the envelopes. It isn't in "
            "this building.",
        ),
        ProbeReaction(
            reaction="reaction5",
            instead="the",
            without_it="Just “the”. Then it's me and the lady in the envelope, same thing.",
        ),
        apart=150,
    ),
    *at(
        "2026-10-26 21:15",
        RecordReaction(
            stakeholder=NIGHT_TEAM,
            words="Finally! A sentence I can use on a Monday.",
            code="strong",
        ),
    ),
)

_AFTER = (
    *at(
        "2026-10-27 09:00",
        # "your" first: now the movement is theirs alone.
        SwapWord(position=_OUR, new="your", cause="reaction3"),
        TakeBack("gut_check"),
        SwapWord(position=_OUR, new="the", cause="reaction3"),
        RecordFeeling(nags=False, text="Across the fence with “the”: she just nodded."),
        apart=60,
    ),
    *at(
        "2026-10-28 10:20",
        RecordReaction(stakeholder=CALL_CENTER, words="Love it. When can we start?", code="strong"),
    ),
    *at(
        "2026-10-28 14:05",
        RecordReaction(
            stakeholder=MAIL,
            words="That's exactly it. I want that on the wall by the scale.",
            code="strong",
        ),
    ),
    *at(
        "2026-10-29 09:15",
        RecordReaction(
            stakeholder=DEPUTY,
            words="Yes! Even better, and I couldn't have told you why.",
            code="strong",
        ),
    ),
    *at(
        "2026-10-29 21:30",
        RecordReaction(stakeholder=NIGHT_TEAM, words="Spot on.", code="strong"),
        AcceptStatement(
            because="the two who stumbled now love it, nobody lost the meaning with the word, and "
            "none of the eight writers objected"
        ),
        apart=120,
    ),
)

STEPS = (*_BEFORE, *_REACTIONS, *_AFTER)
