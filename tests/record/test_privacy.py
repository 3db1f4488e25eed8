"""What is private stays in the program, whatever the format."""

from collections import Counter
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.record.story import STARTED, after, whole_workshop
from workshop_tui.domain.dots import DotDraft, DotSum, DotVote
from workshop_tui.domain.drafting import Draft, Drafting, DraftVersion, Note
from workshop_tui.domain.gut_check import (
    STAKEHOLDER_CLASSES,
    Feeling,
    GutCheck,
    Reaction,
    Stakeholder,
)
from workshop_tui.domain.gut_check_standing import classes_asked
from workshop_tui.domain.memory_test import MemoryTest
from workshop_tui.domain.rounds import Ballot, Reasons, Round, RoundDraft, Scores
from workshop_tui.domain.scoring import Dissent, Scoring
from workshop_tui.domain.session import Session
from workshop_tui.domain.setup import AuthorSecrecy, BallotSecrecy, Person, Setup
from workshop_tui.domain.survey import Pin, Source, Survey, Theme
from workshop_tui.domain.sustain import Change, Obstacle, Sustain
from workshop_tui.domain.values import changed
from workshop_tui.language import LANGUAGES, Language, say
from workshop_tui.record import csv_format, html, json_format, markdown, svg
from workshop_tui.record.blocks import pictures_of
from workshop_tui.record.document import document
from workshop_tui.record.evidence import Evidence
from workshop_tui.record.privacy import LeftOut, left_out, left_out_messages, shareable
from workshop_tui.ui.record_lines import record_lines

SCORES = Scores(simple=4, customer=4, now=4, aspire=4)


def session_with_secrets(
    *, ballots: BallotSecrecy = "shuffled", authors: AuthorSecrecy = "hidden"
) -> Session:
    """A session whose private texts all begin with `undisclosed`."""
    scored = (RoundDraft(draft="draft1", version=1, text="We help."),)
    return Session(
        title="Workshop",
        setup=Setup(
            people=(
                Person(id="person1", name="Writer One", key="undisclosed"),
                Person(id="person2", name="Writer Two"),
            ),
            ballots=ballots,
            authors=authors,
        ),
        survey=Survey(
            pins=(Pin(id="pin1", kind="quote", text="undisclosed pin", is_set_aside=True),),
            themes=(Theme(id="theme1", name="undisclosed theme", is_set_aside=True),),
        ),
        drafting=Drafting(
            drafts=(
                Draft(id="draft1", versions=(DraftVersion(text="We help."),), author="person1"),
            ),
            notes=(Note(id="note1", kind="good_day", text="undisclosed note", is_set_aside=True),),
            memory_tests=(
                MemoryTest(
                    id="memory1",
                    draft="draft1",
                    version=1,
                    text="We help.",
                    said=("We undisclosed",),
                ),
            ),
        ),
        scoring=Scoring(
            rounds=(
                Round(
                    id="round1",
                    drafts=scored,
                    voters=("person1", "person2"),
                    secrecy=ballots,
                    is_revealed=True,
                    ballots=(
                        Ballot(draft="draft1", voter="person2", scores=SCORES),
                        Ballot(
                            draft="draft1",
                            voter="person1",
                            scores=Scores(simple=2, customer=4, now=4, aspire=4),
                            reasons=Reasons(simple="Too long"),
                        ),
                    ),
                ),
                Round(
                    id="round2",
                    drafts=scored,
                    voters=("person1",),
                    ballots=(
                        Ballot(
                            draft="draft1",
                            scores=SCORES,
                            reasons=Reasons(now="undisclosed ballot of an open round"),
                        ),
                    ),
                ),
            ),
            dissent=(Dissent(text="Too bold"), Dissent(text="Too shy", person="person2")),
        ),
        gut_check=GutCheck(
            feelings=(
                Feeling(
                    id="feeling1",
                    nags=True,
                    person="undisclosed owner",
                    word="help",
                    text="undisclosed confidence",
                ),
            ),
            stakeholders=(
                Stakeholder(
                    id="stakeholder1",
                    name="undisclosed stakeholder",
                    kind="manager",
                    function="undisclosed function",
                ),
                Stakeholder(
                    id="stakeholder2", name="Open Book", kind="executive", may_be_named=True
                ),
            ),
            reactions=(
                Reaction(
                    id="reaction1",
                    stakeholder="stakeholder1",
                    version=1,
                    words="Fine.",
                    code="faint",
                    where="undisclosed office",
                ),
                Reaction(
                    id="reaction2",
                    stakeholder="stakeholder2",
                    version=1,
                    words="Yes!",
                    code="strong",
                ),
            ),
        ),
        sustain=Sustain(
            obstacles=(
                Obstacle(
                    id="obstacle1",
                    kind="poor_leadership",
                    text="undisclosed obstacle",
                    owner="undisclosed obstacle owner",
                    is_sensitive=True,
                ),
            )
        ),
    )


FORMATS: dict[str, Callable[[Session, Language], str]] = {
    "markdown": lambda s, language: markdown.render(document(s, Evidence(), language)),
    "html": lambda s, language: html.render(document(s, Evidence(), language)),
    "json": lambda s, _language: json_format.render(s, Evidence()),
    "csv": csv_format.render,
    "pictures": lambda s, language: "".join(
        svg.file(each) for each in pictures_of(document(s, Evidence(), language))
    ),
    "clipboard": lambda s, language: "".join(
        markdown.render_section(each) for each in document(s, Evidence(), language).sections
    ),
    "preview": lambda s, language: "\n".join(
        line.plain for line in record_lines(document(s, Evidence(), language), 300).lines
    ),
}
NAMING = sorted(set(FORMATS) - {"pictures"})
"""A picture names nobody at all."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FORMATS)
def test_nothing_private_is_in_any_format(name: str, language: Language) -> None:
    exported = FORMATS[name](session_with_secrets(), language)

    assert "undisclosed" not in exported


@pytest.mark.parametrize("name", NAMING)
def test_whoever_agreed_to_be_named_is_named(name: str) -> None:
    assert "Open Book" in FORMATS[name](session_with_secrets(), "en")


def test_the_author_of_a_draft_is_told_only_where_the_group_shows_authors() -> None:
    hidden = markdown.render(document(session_with_secrets(), Evidence(), "en", ("drafting",)))
    shown = markdown.render(
        document(session_with_secrets(authors="shown"), Evidence(), "en", ("drafting",))
    )

    assert "Writer One" not in hidden
    assert "Writer One" in shown


def test_ballots_are_named_only_where_the_group_votes_by_name() -> None:
    unnamed = shareable(session_with_secrets()).scoring.rounds[0].ballots
    named = shareable(session_with_secrets(ballots="named")).scoring.rounds[0].ballots

    assert {ballot.voter for ballot in unnamed} == {""}
    assert [ballot.voter for ballot in named] == ["person2", "person1"]


@pytest.mark.parametrize(("promised", "agreed"), [("shuffled", "named"), ("named", "shuffled")])
def test_ballots_keep_what_was_promised_when_the_round_was_opened(
    promised: BallotSecrecy, agreed: BallotSecrecy
) -> None:
    session = session_with_secrets(ballots=promised)
    later = changed(session, setup=changed(session.setup, ballots=agreed))

    ballots = shareable(later).scoring.rounds[0].ballots

    assert {ballot.voter for ballot in ballots} == {""}


def of_one_person(ballots: BallotSecrecy = "shuffled") -> Session:
    """Rounds of scores and of dots in which one of two people took part."""
    session = session_with_secrets(ballots=ballots)
    first, second = session.scoring.rounds
    secret = Reasons(simple="undisclosed reason of one")
    alone = changed(first, absent=1, ballots=(changed(first.ballots[1], reasons=secret),))
    vote = DotVote(
        id="vote1",
        drafts=(DotDraft(draft="draft1", version=1, text="We help."),),
        voters=("person1", "person2"),
        dots_each=3,
        is_revealed=True,
        sums=(DotSum(draft="draft1", dots=987, people=1),),
        absent=1,
    )
    return changed(
        session,
        scoring=changed(session.scoring, rounds=(alone, second)),
        drafting=changed(session.drafting, votes=(vote,)),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FORMATS)
def test_what_one_person_alone_gave_without_a_name_is_left_out(
    name: str, language: Language
) -> None:
    exported = FORMATS[name](of_one_person(), language)

    assert "undisclosed" not in exported
    assert "987" not in exported


def test_that_scores_of_one_person_are_left_out_is_counted_and_said() -> None:
    session = of_one_person()

    text = markdown.render(document(session, Evidence(), "en"))

    assert left_out(session).lone_ballots == 2
    assert "One person alone took part; the scores are left out, since everybody would" in text
    assert "One person alone took part; the dots are left out, since everybody would" in text
    assert "- The results of 2 rounds in which one person alone took part were left out.\n" in text


def test_the_scores_of_one_person_who_votes_by_name_are_told() -> None:
    session = of_one_person("named")

    assert shareable(session).scoring.rounds[0].ballots[0].voter == "person1"
    assert left_out(session).lone_ballots == 1


def test_feelings_tell_nothing_of_the_order_in_which_people_had_them() -> None:
    feelings = (
        Feeling(id="feeling1", nags=False, person="person1"),
        Feeling(id="feeling2", nags=True, person="person2", word="help"),
        Feeling(id="feeling3", nags=True, word="fix", is_past=True),
        Feeling(id="feeling4", nags=False),
    )
    session, other = (
        changed(after(STARTED), gut_check=GutCheck(feelings=each))
        for each in (feelings, renumbered(feelings[::-1]))
    )

    assert FORMATS["json"](session, "en") == FORMATS["json"](other, "en")


def renumbered(feelings: tuple[Feeling, ...]) -> tuple[Feeling, ...]:
    return tuple(changed(each, id=f"feeling{number}") for number, each in enumerate(feelings, 1))


def test_two_people_with_the_same_words_are_not_told_apart_by_who_was_first() -> None:
    people = tuple(
        Stakeholder(id=f"stakeholder{number}", name=f"P{number}", kind="manager")
        for number in (1, 2)
    )
    first, second = (
        Reaction(id="reaction1", stakeholder=own, version=1, words="Fine.", code="faint", why=why)
        for own, why in (("stakeholder1", "Too long"), ("stakeholder2", "Our phrase"))
    )
    asked = GutCheck(stakeholders=people, reactions=(first, changed(second, id="reaction2")))
    turned = changed(
        asked, stakeholders=people[::-1], reactions=(second, changed(first, id="reaction2"))
    )

    shared = [shareable(changed(after(STARTED), gut_check=each)) for each in (asked, turned)]

    assert shared[0] == shared[1]


def test_employees_responses_to_a_change_are_masked_like_quotes() -> None:
    answer = "Ask Ana, ana@example.org, 0812 3456 7890"
    sustain = Sustain(changes=(Change(id="change1", text="One form", responses=(answer,)),))
    session = changed(after(STARTED), sustain=sustain, survey=Survey(names=("Ana",)))
    unmasked = changed(session, survey=changed(session.survey, personal_details="shown"))

    told = [shareable(each).sustain.changes[0].responses for each in (session, unmasked)]

    assert told == [("Ask [name], [e-mail], [number]",), (answer,)]


def test_ballots_without_names_come_in_an_order_that_tells_nobody_apart() -> None:
    session = session_with_secrets()
    first, *others = session.scoring.rounds
    turned = msgspec.structs.replace(first, ballots=first.ballots[::-1])
    other = msgspec.structs.replace(
        session,
        scoring=msgspec.structs.replace(session.scoring, rounds=(turned, *others)),
    )

    assert shareable(session) == shareable(other)


def test_the_gut_check_tells_nothing_of_the_order_in_which_people_were_asked() -> None:
    session = whole_workshop()
    turned = turned_round(session)

    assert shareable(turned) == shareable(session)
    assert FORMATS["json"](turned, "en") == FORMATS["json"](session, "en")


def turned_round(session: Session) -> Session:
    """The same people and reactions, entered in the opposite order and so under other ids."""
    checked = session.gut_check
    people = {each.id: f"stakeholder{9 - each.number}" for each in checked.stakeholders}
    causes = {each.id: f"reaction{90 - each.number}" for each in checked.reactions}
    by_person = sorted(checked.reactions, key=lambda each: -int(each.stakeholder[-1]))
    replace = msgspec.structs.replace
    other = replace(
        checked,
        stakeholders=tuple(
            replace(each, id=people[each.id]) for each in checked.stakeholders[::-1]
        ),
        reactions=tuple(
            replace(each, id=causes[each.id], stakeholder=people[each.stakeholder])
            for each in by_person
        ),
        changes=tuple(replace(each, cause=causes.get(each.cause, "")) for each in checked.changes),
    )
    return replace(session, gut_check=other)


def test_a_different_opinion_is_named_only_at_that_person_s_request() -> None:
    text = markdown.render(document(session_with_secrets(), Evidence(), "en", ("scoring",)))

    assert "- Too bold\n- Too shy (recorded with the name of Writer Two" in text


def test_what_was_left_out_is_counted_and_said() -> None:
    session = session_with_secrets()

    assert left_out(session) == LeftOut(
        sensitive_obstacles=1,
        stakeholder_names=1,
        stakeholder_classes=1,
        author_names=1,
        set_aside=3,
    )
    assert [say(message, "en") for message in left_out_messages(left_out(session))] == [
        "1 obstacle was left out as sensitive.",
        "1 person in the gut check is not named.",
        "The class of 1 person in the gut check is not given, because it would show who it was.",
        "The author of 1 draft or note is not named.",
        "3 pins, themes and notes that the group set aside were left out.",
    ]


def test_personal_details_in_a_pinned_quote_leave_only_where_the_facilitator_chose_so() -> None:
    pin = Pin(id="pin1", kind="quote", text="Ask Ana, ana@example.org, 0812 3456 7890")
    survey = Survey(
        pins=(pin,), names=("Ana",), source=Source(file="a.csv", sha256="0", format="csv")
    )
    session = changed(after(STARTED), survey=survey)
    unmasked = changed(session, survey=changed(survey, personal_details="shown"))

    texts = [shareable(each).survey.pins[0].text for each in (session, unmasked)]
    told = [say(left_out_messages(left_out(each))[-1], "en") for each in (session, unmasked)]

    assert texts == ["Ask [name], [e-mail], [number]", pin.text]
    assert shareable(session).survey.names == shareable(unmasked).survey.names == ()
    assert "\n".join(told) == (
        "E-mail addresses, phone and identity numbers, links and the names known to the workshop "
        "are masked in employees' quotes.\n"
        "Not masked, as the facilitator chose: e-mail addresses, numbers, links and names in "
        "employees' quotes."
    )


def test_nothing_is_said_to_be_left_out_of_a_session_without_secrets() -> None:
    assert left_out_messages(left_out(after(STARTED))) == ()


@st.composite
def checked_by(draw: st.DrawFn) -> GutCheck:
    """A gut check by anybody: some may be named, some were not asked yet."""
    people = draw(
        st.lists(
            st.tuples(st.sampled_from(STAKEHOLDER_CLASSES), st.booleans(), st.integers(0, 2)),
            max_size=7,
        )
    )
    stakeholders = tuple(
        Stakeholder(
            id=f"stakeholder{n}",
            name=f"Open {n}" if named else f"undisclosed {n}",
            function="Open" if named else "undisclosed",
            kind=kind,
            may_be_named=named,
        )
        for n, (kind, named, _) in enumerate(people, 1)
    )
    speakers = [
        person
        for person, (*_, times) in zip(stakeholders, people, strict=True)
        for _ in range(times)
    ]
    reactions = tuple(
        Reaction(
            id=f"reaction{n}",
            stakeholder=person.id,
            version=1,
            words="Fine.",
            code="faint",
            where=person.function,
        )
        for n, person in enumerate(speakers, 1)
    )
    return GutCheck(stakeholders=stakeholders, reactions=reactions)


@given(checked_by())
def test_no_class_tells_who_it_was_and_the_coverage_stays(gut_check: GutCheck) -> None:
    session = Session(title="Workshop", gut_check=gut_check)

    shared = shareable(session).gut_check

    spoke = {each.stakeholder for each in shared.reactions}
    unnamed = [each for each in shared.stakeholders if each.id in spoke and not each.may_be_named]
    sizes = Counter(each.kind for each in unnamed)
    assert all(size >= 2 for size in sizes.values()) or set(sizes) == {"withheld"}
    assert classes_asked(shared) == classes_asked(gut_check)
    assert shareable(shareable(session)) == shareable(session)


@given(checked_by(), st.sampled_from(sorted(FORMATS)), st.sampled_from(LANGUAGES))
def test_nobody_is_named_in_any_record_who_did_not_agree(
    gut_check: GutCheck, name: str, language: Language
) -> None:
    exported = FORMATS[name](Session(title="Workshop", gut_check=gut_check), language)

    assert "undisclosed" not in exported


@given(
    checked_by(),
    st.sampled_from(sorted(FORMATS.keys() - {"pictures"})),
    st.sampled_from(LANGUAGES),
)
def test_everybody_who_agreed_and_was_heard_is_named(
    gut_check: GutCheck, name: str, language: Language
) -> None:
    exported = FORMATS[name](Session(title="Workshop", gut_check=gut_check), language)

    heard = {each.stakeholder for each in gut_check.reactions}
    agreed = [each for each in gut_check.stakeholders if each.may_be_named and each.id in heard]
    assert [each.name for each in agreed if each.name not in exported] == []


def test_what_may_be_shared_is_the_same_when_it_is_asked_for_again() -> None:
    once = shareable(session_with_secrets())

    assert shareable(once) == once


def test_every_field_of_a_session_is_decided_on() -> None:
    session = session_with_secrets()
    shared = shareable(session)

    kept = {field for field in Session.__struct_fields__ if getattr(shared, field)}

    assert kept == set(Session.__struct_fields__)


def test_a_sensitive_obstacle_is_recorded_where_the_group_chose_to() -> None:
    obstacle = Obstacle(
        id="obstacle1", kind="other", text="Said aloud", is_sensitive=True, may_be_recorded=True
    )
    session = Session(title="Workshop", sustain=Sustain(obstacles=(obstacle,)))

    written = markdown.render(document(session, Evidence(), "en"))

    assert "Said aloud" in written
    assert left_out(session).sensitive_obstacles == 0
