"""A second survey in the record: what was added is named, what changed is counted in people."""

from tests.workshops import started_room
from workshop_tui.domain.session import WorkshopAction
from workshop_tui.domain.survey import AddAnswers, CompareAnswers, ImportAnswers, Source
from workshop_tui.evidence import evidence_of
from workshop_tui.record import markdown
from workshop_tui.record.document import document
from workshop_tui.record.evidence import Changes, Evidence, WordChange
from workshop_tui.text.reading import read_survey

CHANGES = Changes(
    people_before=214,
    people_now=192,
    more=(WordChange("letter", 8, 44), WordChange("[calm](x)", 10, 46)),
    less=(WordChange("easy", 43, 17, is_generic=True),),
    is_judged=True,
)


def source(name: str) -> Source:
    return Source(file=f"{name}.csv", sha256=name, format="csv", column="Q1", rows=200)


IMPORT = ImportAnswers(source=source("now"), answers_sha256="a", people=192)
COMPARE = CompareAnswers(taken="earlier", source=source("old"), answers_sha256="b", people=214)


def survey_section(*actions: WorkshopAction, evidence: Evidence) -> str:
    session = started_room(*actions).session
    written = markdown.render(document(session, evidence, "en", ["survey"]))
    return written.replace("\\.", ".")


def test_a_file_that_was_added_is_named() -> None:
    added = AddAnswers(onto="a", source=source("mail"), answers_sha256="c", people=300)

    written = survey_section(IMPORT, added, evidence=Evidence())

    assert "The answers of the file mail.csv were added to them." in written


def test_what_changed_stands_in_a_table_of_people() -> None:
    written = survey_section(IMPORT, COMPARE, evidence=Evidence(changes=CHANGES))

    assert "an earlier survey, old.csv, with the answers of 214 people" in written
    assert "Before, of 214" in written
    assert "| letter | 8 | 44 |" in written
    assert "| easy | 43 | 17 | yes |" in written
    assert "[calm](x)" not in written
    assert "too few people" not in written


def test_without_another_survey_nothing_is_compared() -> None:
    written = survey_section(IMPORT, evidence=Evidence(changes=CHANGES))

    assert "Compared with another survey" not in written


def test_of_few_people_the_record_says_that_nothing_can_be_told_from_chance() -> None:
    now = read_survey([f"the rebate form {n}" for n in range(20)])
    before = read_survey([f"the calm voice {n}" for n in range(20)])
    session = started_room(IMPORT, COMPARE).session

    evidence = evidence_of(now, session, now.compared_with(before))
    written = markdown.render(document(session, evidence, "en", ["survey"]))

    assert evidence.changes is not None
    assert "There are too few people to tell a change from chance." in written
    assert "| rebate | 0 | 20 |" in written
