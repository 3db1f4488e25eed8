"""A whole workshop of a clean-vehicle rebate team, told by the actions that made it."""

import datetime as dt
from collections.abc import Iterable
from functools import reduce

from workshop_tui.domain.agreement import CheckAgreement
from workshop_tui.domain.dots import DotSum, OpenDotVote, RevealDots
from workshop_tui.domain.drafting import (
    AddDraft,
    AddNote,
    EditDraft,
    MergeDrafts,
    RejectDraft,
    SetNoteAside,
    ShortlistDraft,
    SplitDraft,
)
from workshop_tui.domain.exercises import EndExercise, StartExercise
from workshop_tui.domain.gut_check import (
    AcceptStatement,
    AddStakeholder,
    GoOnWithFeelings,
    ProbeReaction,
    RecordFeeling,
    RecordReaction,
    SwapWord,
)
from workshop_tui.domain.memory_test import RecordMemory, StartMemoryTest
from workshop_tui.domain.rounds import Ballot, OpenRound, Reasons, RevealRound, Scores
from workshop_tui.domain.scoring import ChooseStatement, RecordDissent, RecordVerdict
from workshop_tui.domain.session import BLANK, Session, StartWorkshop, WorkshopAction, apply
from workshop_tui.domain.setup import (
    AddAgendaItem,
    AddExistingStatement,
    AddPerson,
    JudgeExistingStatement,
    SetMeeting,
    SetPresence,
    SetRule,
    SetScope,
    SetSponsor,
)
from workshop_tui.domain.survey import (
    AddTheme,
    ImportAnswers,
    MarkGeneric,
    PinInsight,
    SetPinAside,
    Source,
)
from workshop_tui.domain.sustain import (
    AddChange,
    AddGoal,
    AddObstacle,
    CollectResponses,
    DecideOnFeedback,
    ExplainChange,
    GlossWord,
    ImportCustomerAnswers,
    RateGoal,
    SetReview,
    WriteBriefPart,
)
from workshop_tui.domain.word_smithing import StartWordSmithing, StopWordSmithing
from workshop_tui.record.evidence import (
    CustomerWords,
    EmployeeQuote,
    Evidence,
    Voice,
    WordPeople,
    WordsBeneath,
)

STARTED: tuple[WorkshopAction, ...] = (
    StartWorkshop(
        title="Clean rides",
        question="What would you like our customers to think of when they think of our service?",
    ),
)
SET_UP: tuple[WorkshopAction, ...] = (
    SetScope(kind="team", scope="Rebate desk", headcount=260),
    SetMeeting(place="Room 4, Harbour House", date=dt.date(2026, 11, 3)),
    SetSponsor(name="Ines Okafor", title="Programme director", is_committed=True),
    *(
        AddPerson(id=f"person{number}", name=name, key=key, function=function)
        for number, (name, key, function) in enumerate(
            (
                ("Amara Diallo", "am", "Applications"),
                ("Bo Lindqvist", "bo", "Call centre"),
                ("Chen 陈伟", "ch", "Audit"),
                ("Dora Petrova", "do", "Outreach"),
                ("Eli Navarro", "el", "Call centre"),
                ("Farah Idris", "fa", "Dealer relations"),
                ("Gus O'Neill", "gu", "Applications"),
            ),
            1,
        )
    ),
    AddPerson(id="person8", name="Hana Sato", role="facilitator", function="Learning"),
    AddPerson(id="person9", name="Ivo Marin", role="scribe"),
    AddPerson(id="person10", name="June Park", role="observer", function="Finance"),
    SetPresence(person="person7", presence="apology"),
    AddExistingStatement(
        id="existing1", text="World-class service, every time.", source="Poster in the lobby"
    ),
    JudgeExistingStatement(existing="existing1", decision="replace"),
    SetRule(kind="fist_to_five", threshold=3, quorum=5),
    AddAgendaItem(id="agenda1", title="Purpose, scope, rule", minutes=10),
    AddAgendaItem(id="agenda2", title="Survey, one level deeper", minutes=15),
)
SURVEYED: tuple[WorkshopAction, ...] = (
    ImportAnswers(
        source=Source(file="answers.csv", sha256="a1", format="csv", column="Q1", rows=226),
        answers_sha256="b2",
        people=214,
        non_answers=12,
    ),
    MarkGeneric(word="helpful"),
    AddTheme(
        id="theme1", name="An easy process", words=("process", "easy", "paperwork"), people=96
    ),
    AddTheme(id="theme2", name="Getting the rebate", words=("rebate", "complete"), people=71),
    AddTheme(id="theme3", name="Part of something", words=("clean", "movement"), people=19),
    PinInsight(id="pin1", kind="word", text="process", under="customer", people=41),
    PinInsight(
        id="pin2",
        kind="quote",
        text="That the process is easy enough for any customer to complete without calling.",
        note="read aloud twice",
    ),
    PinInsight(id="pin3", kind="quote", text="Ask Bo what happened in March."),
    SetPinAside(pin="pin3"),
)
_WALL = dt.timezone(dt.timedelta(hours=7))
"""Of the room's clock: the record tells its times, wherever it is written."""


def _at(hour: int, minute: int) -> dt.datetime:
    return dt.datetime(2026, 11, 3, hour, minute, tzinfo=_WALL)


DRAFTED: tuple[WorkshopAction, ...] = (
    StartExercise(id="exercise1", kind="good_day", at=_at(9, 28)),
    AddNote(
        id="note1", kind="good_day", text="They drive home with the form done.", author="person2"
    ),
    AddNote(id="note2", kind="thank_you_letter", text="You made it simple.", author="person4"),
    AddNote(id="note3", kind="good_day", text="Not this one.", author="person1"),
    SetNoteAside(note="note3"),
    StartExercise(id="exercise2", kind="silent_drafts", at=_at(9, 41)),
    AddDraft(
        id="draft1",
        text="World-class service for clean drivers.",
        author="person1",
        exercise="silent_drafts",
    ),
    EndExercise(run="exercise2", at=_at(9, 47)),
    AddDraft(
        id="draft2",
        text="We make it easy to join the movement.",
        author="person4",
        exercise="good_day",
    ),
    AddDraft(id="draft3", text="Every rebate, as easy as saying yes.", exercise="thank_you_letter"),
    EditDraft(draft="draft3", text="Every rebate as easy as yes.", reason="Shorter to say"),
    AddDraft(id="draft4", text="Clean air begins with your paperwork.", exercise="recombine"),
    OpenDotVote(id="vote1"),
    RevealDots(
        vote="vote1",
        sums=(
            DotSum(draft="draft1", dots=0, people=0),
            DotSum(draft="draft2", dots=5, people=3),
            DotSum(draft="draft3", dots=4, people=3),
            DotSum(draft="draft4", dots=2, people=2),
        ),
        absent=1,
    ),
    RejectDraft(draft="draft1", reason="Any company could say it"),
    MergeDrafts(
        id="draft5",
        parents=("draft2", "draft3"),
        text="We help you make it easy to join the clean vehicle movement.",
    ),
    EditDraft(
        draft="draft5",
        text="We make it easy for you to join the clean vehicle movement.",
        reason="Two verbs were one too many",
    ),
    MergeDrafts(id="draft6", parents=("draft1", "draft4"), text="World-class clean air."),
    SplitDraft(draft="draft6"),
    StartWordSmithing(id="smithing1", draft="draft5", word="join", at=_at(10, 2)),
    StopWordSmithing(smithing="smithing1", at=_at(10, 8)),
    StartMemoryTest(id="memory1", draft="draft5"),
    RecordMemory(test="memory1", said="We make it easy for you to join"),
    RecordMemory(test="memory1", said="easy to join the clean movement"),
    ShortlistDraft(draft="draft4"),
    ShortlistDraft(draft="draft5"),
)


def scores(*four: int) -> Scores:
    """Simple, customer focused, who we are now, who we aspire to be."""
    simple, customer, now, aspire = four
    return Scores(simple=simple, customer=customer, now=now, aspire=aspire)


SCORED: tuple[WorkshopAction, ...] = (
    OpenRound(id="round1"),
    RevealRound(
        round="round1",
        absent=1,
        ballots=(
            Ballot(
                draft="draft4",
                scores=scores(2, 3, 3, 4),
                reasons=Reasons(simple="Nobody would say it aloud"),
            ),
            Ballot(draft="draft4", scores=scores(4, 3, 4, 4)),
            Ballot(draft="draft4", scores=scores(3, 3, 3, 4)),
            Ballot(draft="draft4", scores=scores(4, 4, 4, 4)),
            Ballot(draft="draft4"),
            Ballot(draft="draft5", scores=scores(5, 5, 4, 5)),
            Ballot(
                draft="draft5",
                scores=scores(4, 4, 1, 5),
                reasons=Reasons(now="We still lose forms; today it's not easy"),
            ),
            Ballot(draft="draft5", scores=scores(4, 5, 3, 5)),
            Ballot(draft="draft5", scores=scores(5, 4, 4, 4)),
            Ballot(draft="draft5", scores=scores(5, 5, 4, 4)),
        ),
    ),
    OpenRound(id="round2"),
    RevealRound(
        round="round2",
        ballots=(
            *(Ballot(draft="draft4", scores=scores(3, 3, 3, 4)) for _ in range(6)),
            *(Ballot(draft="draft5", scores=scores(5, 5, 3, 5)) for _ in range(6)),
        ),
    ),
    RecordVerdict(draft="draft5", criterion="simple", word="yes"),
    RecordVerdict(draft="draft5", criterion="customer", word="yes"),
    RecordVerdict(
        draft="draft5", criterion="now", word="not_really", reason="True on our good days"
    ),
    RecordVerdict(draft="draft5", criterion="aspire", word="yes"),
    CheckAgreement(id="check1", draft="draft5", values=(2, 4, 4, 5, 5), reasons=("Too long",)),
    CheckAgreement(id="check2", draft="draft5", values=(3, 4, 4, 5, 5)),
    ChooseStatement(draft="draft5", because="It names what the customer gains."),
    RecordDissent(text="It promises more than the audit allows.", person="person3"),
    RecordDissent(text="The word movement may age badly."),
)
CHECKED: tuple[WorkshopAction, ...] = (
    RecordFeeling(id="feeling1", nags=True, word="you", text="It leans on the customer."),
    GoOnWithFeelings(because="Do others stumble there too?"),
    AddStakeholder(
        id="stakeholder1", name="Kofi Mensah", kind="executive", function="Board office"
    ),
    AddStakeholder(
        id="stakeholder2",
        name="Lucia Romero",
        kind="manager",
        function="Operations",
        may_be_named=True,
    ),
    AddStakeholder(id="stakeholder3", name="Mio Tanaka", kind="frontline", function="Front desk"),
    AddStakeholder(id="stakeholder4", name="Ines Duarte", kind="frontline", function="Night desk"),
    RecordReaction(
        id="reaction1",
        stakeholder="stakeholder1",
        words="I love it.",
        code="strong",
        how="phone",
        where="her car",
    ),
    RecordReaction(
        id="reaction2", stakeholder="stakeholder2", words="It's fine.\nSort of.", code="faint"
    ),
    ProbeReaction(
        reaction="reaction2",
        is_a_word=True,
        stumbled_over="for you",
        why="It sounds as if we did the customer a favour.",
        without_it="Then it is simply what we do.",
        instead="nothing, just leave it out",
    ),
    RecordReaction(
        id="reaction3", stakeholder="stakeholder3", words="Yes! That's us.", code="strong"
    ),
    ProbeReaction(
        reaction="reaction3", stumbled_over="movement", why="I had to think, then I liked it."
    ),
    RecordReaction(
        id="reaction5", stakeholder="stakeholder4", words="Finally!", code="strong", how="written"
    ),
    SwapWord(position=4, cause="reaction2"),
    SwapWord(position=4, cause="reaction2"),
    RecordReaction(
        id="reaction4", stakeholder="stakeholder2", words="Now I'd put it up.", code="strong"
    ),
    AcceptStatement(because="All three classes answered very positively"),
)
PLANNED: tuple[WorkshopAction, ...] = (
    AddGoal(
        id="goal1",
        horizon="short",
        text="Answer status calls on the same day",
        owner="Bo Lindqvist",
        due=dt.date(2027, 1, 15),
        measure="calls open overnight",
    ),
    RateGoal(goal="goal1", reach=(3, 4, 4)),
    AddGoal(id="goal2", horizon="long", text="One form for every rebate"),
    AddChange(
        id="change1",
        text="Call back before closing a case",
        why="Customers ask twice for their status",
        benefit="Fewer repeat calls",
    ),
    CollectResponses(change="change1", responses=("Yes, gladly", "Only in the *daytime*")),
    ExplainChange(
        change="change1", response="Agreed, if evenings stay free", is_agreed=True, training="1 h"
    ),
    ImportCustomerAnswers(
        id="customers1",
        source=Source(file="customers.csv", sha256="c" * 64, format="csv", rows=48),
        answers_sha256="d" * 64,
        people=48,
        day=dt.date(2027, 1, 20),
    ),
    DecideOnFeedback(
        id="feedback1",
        feedback="The letter is hard to read.",
        was_needed=True,
        decision="improve",
        subject="the letter",
        day=dt.date(2027, 1, 21),
        reason="Half of the calls are about it",
        owner="Dora Petrova",
        next_review=dt.date(2027, 3, 1),
    ),
    AddObstacle(
        id="obstacle1",
        kind="broken_system",
        text="The portal drops uploads",
        named_by=7,
        owner="Ines Okafor",
        advocate="Farah Idris",
        step="Show the supplier ten cases",
        due=dt.date(2026, 12, 1),
    ),
    AddObstacle(
        id="obstacle2",
        kind="poor_leadership",
        text="One shift is shouted at",
        owner="Ines Okafor",
        is_sensitive=True,
    ),
    *(
        GlossWord(word=word, meaning=meaning)
        for word, meaning in (
            ("easy", "One form, one visit, no calls."),
            ("join", "From the first question to the plate on the car."),
        )
    ),
    WriteBriefPart(
        part="what_it_is", language="en", text="A sentence that tells us what to aim for"
    ),
    WriteBriefPart(
        part="what_it_means", language="en", text="The customer should not need us twice"
    ),
    WriteBriefPart(
        part="how_i_contribute", language="en", text="I check the form before it leaves my desk"
    ),
    SetReview(review=dt.date(2027, 2, 2)),
)
WHOLE = (*STARTED, *SET_UP, *SURVEYED, *DRAFTED, *SCORED, *CHECKED, *PLANNED)

EVIDENCE = Evidence(
    words=(
        WordPeople("customer", 141, is_generic=True),
        WordPeople("helpful", 112, is_generic=True),
        WordPeople("easy", 88),
    ),
    beneath=(WordsBeneath("customer", 141, (WordPeople("process", 41), WordPeople("rebate", 33))),),
    specific=(WordPeople("process", 76), WordPeople("rebate", 64)),
    quotes=(
        EmployeeQuote("A customer should leave with the rebate, not with a question."),
        EmployeeQuote("Easy!", people=3),
    ),
    voices=(
        Voice("make", 12),
        Voice("easy", 88, ("Easy, not *simple*.", "Make it easy to say yes.")),
        Voice("join", 9, ("They want to join in.",)),
        Voice("clean", 27),
        Voice("vehicle", 35),
        Voice("movement", 0),
    ),
    customers=CustomerWords(
        people=48,
        kept=(WordPeople("easy", 12), WordPeople("join", 6)),
        unheard=("movement",),
        instead=(WordPeople("letter", 9), WordPeople("<b>phone</b>", 6)),
    ),
)


def after(actions: Iterable[WorkshopAction]) -> Session:
    """The session that these actions lead to."""
    return reduce(apply, actions, BLANK)


def whole_workshop() -> Session:
    return after(WHOLE)
