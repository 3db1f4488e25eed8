"""20 October, 10:09 to 10:58: two rounds, verdicts, two counts of hands, the decision."""

from tests.stories.demo_en.setup import BAO, DEN, HEC, JOA, LAR, OMA, PRI, TAM
from tests.stories.telling import at, card, draft, verdicts
from workshop_tui.domain.agreement import CheckAgreement
from workshop_tui.domain.ballots import MarkAbsent
from workshop_tui.domain.drafting import EditDraft, RejectDraft
from workshop_tui.domain.rounds import OpenRound, RevealRound
from workshop_tui.domain.scoring import ChooseStatement, RecordDissent
from workshop_tui.domain.setup import SetPresence

_FIRST_ROUND = (
    *at("2026-10-20 10:09", OpenRound()),
    # A dealer rings: a customer is at the desk.
    *at("2026-10-20 10:10", SetPresence(person=BAO, presence="left"), MarkAbsent(voter=BAO)),
    *at(
        "2026-10-20 10:12",
        card(
            TAM,
            13,
            "4 5 2 5",
            now="Nobody outside this room would say we are there today. Forty people are on hold "
            "at ten in the morning.",
        ),
        card(TAM, 11, "5 3 3 4"),
        card(
            TAM,
            5,
            "5 4 2 3",
            now="As easy as saying yes, and then I read them a list of nine documents.",
        ),
        card(
            HEC,
            13,
            "4 4 1 5",
            now="We still lose forms. I found two behind a printer in September.",
        ),
        card(
            HEC,
            11,
            "5 2 3 3",
            customer="Clear it how? I read PDFs. I can't tell what the customer gets from me.",
        ),
        card(HEC, 5, "4 4 1 3", now="One in four comes back incomplete. I send those letters."),
        card(PRI, 13, "4 4 3 5"),
        card(PRI, 11, "5 3 3 4"),
        card(
            PRI,
            5,
            "4 3 2 2",
            now="Not for used vehicles and not for fleets.",
            aspire="In five years there may be no rebate. We would still be needed.",
        ),
        card(JOA, 13, "5 5 4 5"),
        card(JOA, 11, "4 4 3 4"),
        card(JOA, 5, "3 3 3 1", aspire="It is about the check. I did not come here for a check."),
        card(LAR, 13, "3 4 3 4"),
        card(LAR, 11, "5 3 4 3"),
        card(LAR, 5, "5 3 3 3"),
        card(DEN, 13, "3 3 3 4"),
        card(DEN, 11, "5 4 4 4"),
        card(DEN, 5, "5 4 3 3"),
        card(OMA, 13, "4 2 3 4", customer="It starts with We. The customer is the sixth word."),
        card(
            OMA,
            11,
            "4 3 2 3",
            now="We add requirements every year. That is putting stones on the road.",
        ),
        card(
            OMA,
            5,
            "2 3 2 2",
            simple="Yes to whom? It needs a second sentence.",
            now="We say no to one application in six.",
            aspire="A promise that every denial letter breaks.",
        ),
        apart=18,
    ),
    *at("2026-10-20 10:19", RevealRound(round="round1")),
)

_TALK = (
    *at(
        "2026-10-20 10:31",
        EditDraft(
            draft=draft(13),
            text="Make it easy to join our clean vehicle movement.",
            reason="“We” and “for you” fall out; “our” comes in, so that people know whose work "
            "it is.",
        ),
    ),
    *at(
        "2026-10-20 10:34",
        *verdicts(
            5,
            simple=("not_really", "“Yes” to whom?"),
            customer=("not_really", "The rebate is theirs, the yes is ours."),
            now=("no", "One application in six is a no."),
            aspire=("no", "It ends with the check."),
        ),
        RejectDraft(
            draft=draft(5),
            reason="We say no to one application in six, and then this sentence mocks the person "
            "who reads it.",
        ),
        SetPresence(person=BAO, presence="present"),
        apart=15,
    ),
)

_SECOND_ROUND = (
    *at("2026-10-20 10:38", OpenRound()),
    *at(
        "2026-10-20 10:39",
        card(TAM, 13, "5 5 3 5"),
        card(TAM, 11, "5 3 3 4"),
        card(HEC, 13, "5 4 3 5"),
        card(HEC, 11, "5 3 3 3"),
        card(PRI, 13, "5 4 4 5"),
        card(PRI, 11, "5 3 3 3"),
        card(JOA, 13, "5 5 5 5"),
        card(JOA, 11, "4 3 3 3"),
        card(BAO, 13, "4 4 4 4"),
        card(BAO, 11, "5 3 3 4"),
        card(LAR, 13, "4 4 4 4"),
        card(LAR, 11, "5 4 4 3"),
        card(DEN, 13, "4 4 4 5"),
        card(DEN, 11, "5 4 3 4"),
        card(OMA, 13, "4 4 3 4"),
        card(OMA, 11, "4 3 2 3", now="Still adding requirements, still stones."),
        apart=12,
    ),
    *at("2026-10-20 10:43", RevealRound(round="round2")),
)

_DECISION = (
    *at(
        "2026-10-20 10:44",
        *verdicts(
            13,
            simple=("yes", "Nine words; my father could repeat it."),
            customer=("yes", "The whole sentence is what the customer gets."),
            now=(
                "yes",
                "On a good day we do this already; where we do not, we now know the two places.",
            ),
            aspire=("yes", "A movement is bigger than a check."),
        ),
        *verdicts(
            11,
            simple=("yes", "Short, and a picture."),
            customer=("not_really", "It says what we do, not what they gain."),
            now=("not_really", "We put some of the stones there ourselves."),
            aspire=("not_really", "A road is cleared once, then you go home."),
        ),
        apart=20,
    ),
    *at(
        "2026-10-20 10:47",
        CheckAgreement(
            draft=draft(13),
            values=(4, 3, 5, 5, 4, 4, 4, 2),
            reasons=(
                (
                    "I can't promise easy while the rule book grows. Give me one way to push back "
                    "and I'm at three."
                ),
            ),
        ),
    ),
    *at("2026-10-20 10:51", CheckAgreement(draft=draft(13), values=(4, 4, 5, 5, 4, 4, 4, 3))),
    *at(
        "2026-10-20 10:55",
        ChooseStatement(
            draft=draft(13),
            because="it is the only draft that all eight can act on tomorrow, because easy and "
            "process are what our colleagues wrote under “customer”, and because “join” says why "
            "most of us came. We know that we lose forms and that people wait on hold; those two "
            "are on the list of obstacles instead of in the sentence.",
        ),
    ),
    *at(
        "2026-10-20 10:57",
        RecordDissent(text="The sentence will not hold if requirements keep growing.", person=OMA),
    ),
)

STEPS = (*_FIRST_ROUND, *_TALK, *_SECOND_ROUND, *_DECISION)
