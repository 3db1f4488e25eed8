"""5 to 23 November: goals, changes, customers, obstacles, a meaning for each word, roll-out."""

import datetime as dt

from tests.stories.telling import ImportCustomers, at, glosses
from workshop_tui.domain.sustain import (
    AddChange,
    AddGoal,
    AddObstacle,
    CloseGoal,
    CollectResponses,
    DecideOnFeedback,
    ExplainChange,
    RateGoal,
    ResolveObstacle,
    SetReview,
    WriteBriefPart,
)

_GOALS = at(
    "2026-11-05 13:05",
    AddGoal(
        horizon="long",
        text="By the end of 2027, nine of ten applications are complete the first time and every "
        "applicant knows, on any day, what happens next.",
        owner="Renata Okafor",
    ),
    AddGoal(
        horizon="short",
        text="The “incomplete” letter names the one document that is missing, in one sentence at "
        "the top.",
        owner="Priya Raghunathan",
        due=dt.date(2026, 11, 16),
        measure="8 of 10 applicants who read it aloud can say what to send",
    ),
    RateGoal(goal="goal2", reach=(4, 4, 5, 3, 4)),
    AddGoal(
        horizon="short",
        text="Every call ends with the next step and its date said out loud.",
        owner="Tamika Rowland",
        due=dt.date(2026, 11, 20),
        measure="Heard in 18 of 20 calls listened to with the agent",
    ),
    RateGoal(goal="goal3", reach=(3, 4, 3, 4, 5)),
    AddGoal(
        horizon="short",
        text="Every status question is answered by whoever picks up, without a transfer.",
        owner="Lars Eriksen",
        due=dt.date(2026, 11, 27),
        measure="No transfers for status in one week",
    ),
    RateGoal(goal="goal4", reach=(2, 2, 3, 2, 1)),
    CloseGoal(
        goal="goal4",
        status="dropped",
        reason="Out of reach this month; the smaller step comes first: notes on the 20 files "
        "asked about most.",
    ),
    AddGoal(
        horizon="short",
        text="The 20 files asked about most carry a status note in plain words that every "
        "function can read.",
        owner="Lars Eriksen",
        due=dt.date(2026, 11, 27),
        measure="20 of 20 notes there; two agents can answer from them without help",
    ),
    RateGoal(goal="goal5", reach=(4, 4, 3, 4, 4)),
    AddGoal(
        horizon="short",
        text="Five buyers try the used-vehicle form on their own phones before it opens.",
        owner="Bao Nguyen",
        due=dt.date(2026, 11, 25),
        measure="Four of five complete it in 15 minutes without asking the dealer",
    ),
    RateGoal(goal="goal6", reach=(4, 3, 4, 3, 4)),
    AddGoal(
        horizon="short",
        text="Everybody on the waiting list hears once a month how far they have moved.",
        owner="Denise Fontaine",
        due=dt.date(2027, 3, 31),
        measure="Every letter sent by the fifth of the month",
    ),
    RateGoal(goal="goal7", reach=(2, 3, 2, 3, 2)),
    apart=80,
)

_CHANGES = at(
    "2026-11-05 13:25",
    AddChange(
        text="One contact person for each file, until the rebate is paid",
        why="Customer demand. Colleagues wrote it too: “One contact person for each file. "
        "Customers hate explaining their rebate to a new person every week.”",
        benefit="Two mornings a week without phones, chosen by each team",
    ),
    CollectResponses(
        change="change1",
        responses=(
            "Yes. I am tired of hearing people tell their story from the start.",
            "Fine with me, if somebody holds my files while I am on leave.",
            "Who covers the night? We are three already.",
            "I would like it. They would know my name, and I would know their file.",
            "Only if the phones are off while I work on them.",
            "Good for the customer. For us it depends on how many files.",
        ),
    ),
    ExplainChange(
        change="change1",
        response="Asked in three huddles, 2 to 4 November: 31 of 38 for it. The night team "
        "worries about cover during leave, so files are held in pairs.",
        is_agreed=True,
    ),
    ExplainChange(
        change="change1",
        training="From 16 November: pairs sit together for two half-days, with six real files",
    ),
    AddChange(
        text="Five customers read every new requirement before it is adopted",
        why="Staff suggestion, made by the policy writer in the fist to five",
        benefit="The right to send a rule back with a reason; the quarterly award counts rules "
        "made simpler",
    ),
    ExplainChange(
        change="change2",
        response="Asked on 3 November: policy and processing glad; legal wants it in writing and "
        "gets it.",
        is_agreed=True,
    ),
    ExplainChange(
        change="change2",
        training="18 November: one hour of listening to a customer read aloud without helping",
    ),
    apart=100,
)

_CUSTOMERS = at(
    "2026-11-05 13:38",
    DecideOnFeedback(
        feedback="24 short calls, 30 October to 3 November: people understood “in review” but not "
        "until when.",
        was_needed=True,
        decision="add",
        subject="A “you will hear from us by” date",
        day=dt.date(2026, 11, 5),
        reason="A date: every status gets a “you will hear from us by” date.",
        owner="Hector Salcedo",
        next_review=dt.date(2026, 11, 30),
    ),
)

_OBSTACLES = at(
    "2026-11-05 13:42",
    AddObstacle(
        kind="broken_system",
        text="Forms that come by fax or mail sit in two places, and some are lost between them.",
        named_by=11,
        owner="Lars Eriksen",
        advocate="Renata Okafor",
        step="One numbered tray and a scan on arrival, tried for two weeks with the mail room "
        "from 9 November",
        due=dt.date(2026, 11, 23),
    ),
    AddObstacle(
        kind="toxic_culture",
        text="In one unit, jokes about “dumb applicants” are normal at lunch.",
        owner="Priya Raghunathan",
        advocate="Renata Okafor",
        step="Priya says it at the next stand-up and asks two people to read the thank-you "
        "letters aloud",
        due=dt.date(2026, 11, 9),
    ),
    AddObstacle(
        kind="poor_leadership",
        text="One supervisor counts calls per hour and stops calls at eight minutes.",
        owner="Tamika Rowland",
        advocate="Celeste Moreau",
        step="Listen to five of those calls together, then decide on the counter",
        due=dt.date(2026, 11, 12),
        is_sensitive=True,
    ),
    AddObstacle(
        kind="other",
        text="When the funds pause, everything we say about easy turns false overnight.",
        owner="Denise Fontaine",
        advocate="Walter Brandt",
        step="A waitlist page with a place number, as a sketch",
        due=dt.date(2026, 11, 24),
    ),
    apart=70,
)

_MEANINGS = at(
    "2026-11-05 13:50",
    *glosses(
        {
            "Make": "It does not get easy by itself. Somebody in this building does something: "
            "fills in, explains, looks up, calls back.",
            "it": "All of it: the question, the form, the wait, the money in the account. Not "
            "only the part on my desk.",
            "easy": "Done in one sitting, on a phone, with a cup of coffee. Each document once. "
            "And when it is not easy, a calm person who stays until it is.",
            "to": "What comes after it is what they do, not what we do.",
            "join": "Not file, not apply. The first question is “what car did you get?” and not "
            "“what is your case number?”",
            "the": "It said “our” until two people told us that “our” guards the door.",
            "clean": "Fewer fumes on the street where their kids walk. We say it that plainly.",
            "vehicle": "New, used, leased, two wheels or a fleet of forty. If it is on the list, "
            "its driver is one of us.",
            "movement": "Neighbor tells neighbor. The people in the envelopes are the movement; "
            "we hold the door.",
        }
    ),
    SetReview(review=dt.date(2026, 11, 30)),
    apart=50,
)

_ROLL_OUT = (
    *at(
        "2026-11-10 11:00",
        WriteBriefPart(
            part="what_it_is",
            language="en",
            text="One sentence that all ten functions decide by: Make it easy to join the clean "
            "vehicle movement.",
        ),
        WriteBriefPart(
            part="what_it_means",
            language="en",
            text="Call center: They called because something was not easy. When we hang up it is.\n"
            "Finance: The money is the handshake at the door.\n"
            "Records and mail: Paper people join too.",
        ),
        WriteBriefPart(
            part="how_i_contribute",
            language="en",
            text="Call center: I say the next step and the date before goodbye.\n"
            "Finance: I fix a wrong account number by phone the same day instead of sending the "
            "check back.\n"
            "Records and mail: I scan at nine, not at four, so the status is true by ten.",
        ),
    ),
    *at(
        "2026-11-16 16:10",
        CloseGoal(goal="goal2", status="done", reason="9 of 10 could say what to send."),
    ),
    *at(
        "2026-11-20 10:15",
        ImportCustomers(),
        DecideOnFeedback(
            feedback="51 customers answered, 12 to 19 November. Nine say “easy”, nobody says "
            "“join” or “movement”, and many tell of a wait without a date.",
            was_needed=True,
            decision="improve",
            subject="The status page: “in review” gets a date and what comes next",
            day=dt.date(2026, 11, 20),
            reason="Where a date was given people praise the date; where none was they tell of the "
            "wait.",
            owner="Lars Eriksen",
            next_review=dt.date(2026, 12, 15),
        ),
        DecideOnFeedback(
            feedback="Nobody mentions the certificate that comes with the check; one remembers the "
            "little note that says thank you.",
            was_needed=False,
            decision="drop",
            subject="The certificate",
            day=dt.date(2026, 11, 20),
            reason="It costs two days of printing a month. The note stays.",
            owner="Denise Fontaine",
            next_review=dt.date(2027, 1, 15),
        ),
        apart=240,
    ),
    *at(
        "2026-11-23 09:20",
        ResolveObstacle(
            obstacle="obstacle1",
            resolution="Two weeks with one numbered tray and a scan on arrival: 412 forms, none "
            "lost. The tray stays.",
        ),
    ),
)

STEPS = (*_GOALS, *_CHANGES, *_CUSTOMERS, *_OBSTACLES, *_MEANINGS, *_ROLL_OUT)
