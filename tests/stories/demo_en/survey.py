"""15 October: the import. 20 October: the group reads one level deeper, under "customer"."""

from tests.stories.telling import ImportSurvey, TakeBack, at, phrase, quote, word
from workshop_tui.domain.survey import AddTheme, HideWord, MarkGeneric, MergeWords

STEPS = (
    *at("2026-10-15 08:30", ImportSurvey()),
    *at(
        "2026-10-20 09:10",
        MergeWords(word="dealership", into="dealer"),
        MarkGeneric(word="knowledgable"),
        HideWord(word="like"),
        # Marked for a minute, until somebody reads the answers in which it stands.
        MarkGeneric(word="complete"),
        TakeBack("survey"),
    ),
    *at(
        "2026-10-20 09:14",
        word("process", "Under “customer” it comes first. We are the process.", "customer"),
        word(
            "easy",
            "The first big word that is not politeness. Easy for whom, doing what?",
            "customer",
        ),
        word("rebate", "What they came for.", "customer"),
        word(
            "complete",
            "Nearly everyone who writes it writes “customer” in the same breath.",
            "customer",
        ),
        word(
            "contact",
            "Half want us easy to contact, half want nobody to have to.",
            "customer",
        ),
        word("calm", "Small, but written in call center, audit and records alike."),
        word(
            "passed",
            "“Passed around”, with “not”, “never” or “nobody” in front. What we are afraid of "
            "doing to people.",
        ),
        phrase("rebate process", under="customer"),
        phrase("easy process", under="customer"),
        phrase("easy to contact", "The half that wants to be reached.", under="contact"),
    ),
    *at(
        "2026-10-20 09:18",
        quote(
            "A customer should leave the process with the rebate, not with a question.",
            "The room laughed, then went quiet.",
            "process",
        ),
        quote("That we never have to chase them and they never have to chase us.", "Two-way."),
        quote(
            "I do the incompletes queue. If customers thought of us as the friendly people who "
            "helped them complete it instead of the people who sent it back, I could retire happy.",
            "Read aloud twice.",
            "complete",
        ),
        quote(
            "I want customers to feel they joined something, not that they filed something.",
            "Joined, not filed.",
            "customer",
        ),
        quote(
            "I want them to feel calm after the call, however they felt before it.", under="calm"
        ),
        quote(
            "Customers should think of us as friendly and easy to contact. Right now half my calls "
            'start with "finally, a human".',
            "Who we are now.",
            "contact",
        ),
    ),
    *at(
        "2026-10-20 09:22",
        AddTheme(name="An easy process", words=("easy", "process", "forms")),
        AddTheme(
            name="Complete the first time",
            words=("complete", "documents", "paperwork", "missing"),
        ),
        AddTheme(name="One contact, a real answer", words=("contact", "status", "answers", "call")),
        AddTheme(name="Calm people", words=("calm", "person", "explained")),
        AddTheme(name="Joining something clean", words=("joining", "clean", "movement", "air")),
    ),
)
