"""Everything that is wrong is said at once, with its place."""

import pytest

from tests.store.said import said
from tests.store.samples import clock
from workshop_tui.domain.history import Checkpoint
from workshop_tui.domain.survey import ComparedSurvey, Source
from workshop_tui.domain.sustain import CustomerAnswers
from workshop_tui.domain.values import changed
from workshop_tui.store import snapshot
from workshop_tui.store.answers import keep_answers, write_answers
from workshop_tui.store.errors import NotFoundError
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.validation import validate


def sentences(folder: SessionFolder) -> list[str]:
    return [said(message) for message in validate(folder)]


def test_a_good_session_has_nothing_wrong(workshop: SessionFolder) -> None:
    assert validate(workshop) == ()


def test_every_wrong_value_is_said_with_line_column_and_path(workshop: SessionFolder) -> None:
    workshop.session.write_text(
        """\
schema_version = 1
title = 3
language = "fr"

[setup]
scopes = "x"
people = [
    { id = "person1", name = "Ana", level = "boss" },
    { id = "person1", role = "writer" },
]

[[drafting.drafts]]
versions = [{ text = 1 }, { text = "ok" }]

[saved]
seq = 10
at = 2026-11-03T09:00:00Z
sha256 = ""
""",
        encoding="utf-8",
    )

    places = [sentence.removeprefix(str(workshop.session)) for sentence in sentences(workshop)]

    assert [place.partition(": ")[0] for place in places] == [
        ", line 2, column 1, title",
        ", line 3, column 1, language",
        ", line 6, column 1, setup.scopes",
        ", line 8, column 37, setup.people[0].level",
        ", line 9, column 5, setup.people[1].name",
        ", line 12, column 12, drafting.drafts[0].id",
        ", line 13, column 15, drafting.drafts[0].versions[0].text",
    ]


def test_ids_that_stand_twice_are_said(workshop: SessionFolder) -> None:
    text = workshop.session.read_text(encoding="utf-8")
    workshop.session.write_text(text.replace("draft2", "draft1"), encoding="utf-8")

    (sentence,) = sentences(workshop)

    assert "drafting.drafts[1].id: the id draft1 stands in this list twice." in sentence


def test_session_journal_and_ballots_are_all_looked_at(workshop: SessionFolder) -> None:
    workshop.session.write_bytes(b"")
    workshop.journal.write_bytes(workshop.journal.read_bytes().replace(b"seq = 3\n", b"seq = 4\n"))
    workshop.ballots.write_bytes(b"round =")

    found = sentences(workshop)

    assert len(found) == 3
    assert ["session.toml" in found[0], "journal.toml" in found[1], "ballots.toml" in found[2]] == [
        True,
        True,
        True,
    ]


def test_a_torn_tail_is_said(workshop: SessionFolder) -> None:
    with workshop.journal.open("ab") as file:
        file.write(b"[[entry]]\nseq")

    (sentence,) = sentences(workshop)

    assert sentence.startswith(f"The last entry of {workshop.journal} was not finished")


def test_a_session_that_was_cut_off_is_said(workshop: SessionFolder) -> None:
    text = workshop.session.read_text(encoding="utf-8")
    workshop.session.write_text(text.partition("[saved]")[0], encoding="utf-8")

    (sentence,) = sentences(workshop)

    assert "the table saved is missing at its end" in sentence


def test_a_session_with_its_journal_alone_has_nothing_wrong(workshop: SessionFolder) -> None:
    workshop.session.unlink()

    assert validate(workshop) == ()


def test_changed_answers_are_said(workshop: SessionFolder) -> None:
    session = snapshot.load(workshop.session).session
    digest = write_answers(workshop, [("Fast", "")])
    session = changed(session, survey=changed(session.survey, answers_sha256=digest))
    workshop.session.write_bytes(snapshot.encode(Checkpoint(session, 10, {}), clock()))
    good = validate(workshop)
    workshop.answers.write_bytes(b"id,answer,group\r\n")

    (sentence,) = sentences(workshop)

    assert good == ()
    assert sentence.startswith(f"{workshop.answers} is not the file that was imported")


def test_answers_of_customers_that_are_gone_are_said(workshop: SessionFolder) -> None:
    session = snapshot.load(workshop.session).session
    digest = keep_answers(workshop, [("Slow", "")])
    source = Source(file="customers.csv", sha256="a" * 64, format="csv")
    collected = CustomerAnswers(id="customers1", source=source, answers_sha256=digest, people=1)
    session = changed(session, sustain=changed(session.sustain, customer_answers=(collected,)))
    workshop.session.write_bytes(snapshot.encode(Checkpoint(session, 10, {}), clock()))
    good = validate(workshop)
    for path in workshop.path.glob("answers-*.csv"):
        path.unlink()

    found = sentences(workshop)

    assert good == ()
    assert len(found) == 1


def test_compared_answers_that_are_lost_are_said(workshop: SessionFolder) -> None:
    session = snapshot.load(workshop.session).session
    source = Source(file="old.csv", sha256="a", format="csv")
    digest = keep_answers(workshop, [("Fast", "")])
    compared = ComparedSurvey(taken="earlier", source=source, answers_sha256=digest, people=1)
    session = changed(session, survey=changed(session.survey, compared=compared))
    workshop.session.write_bytes(snapshot.encode(Checkpoint(session, 10, {}), clock()))
    good = validate(workshop)
    next(workshop.path.glob("answers-*.csv")).unlink()

    assert good == ()
    assert len(validate(workshop)) == 1


def test_a_folder_without_a_session_is_refused(folder: SessionFolder) -> None:
    with pytest.raises(NotFoundError):
        validate(folder)


def test_a_journal_that_is_missing_is_said(workshop: SessionFolder) -> None:
    workshop.journal.unlink()

    [sentence] = sentences(workshop)

    assert sentence.startswith(f"{workshop.journal} is missing")
