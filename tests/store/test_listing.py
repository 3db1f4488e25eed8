"""The sessions at a glance."""

import datetime as dt
import os

from tests.store.said import said
from tests.store.samples import clock
from workshop_tui.domain.gut_check import GutCheck, Reaction, Stakeholder, StatementVersion
from workshop_tui.domain.history import Checkpoint
from workshop_tui.domain.sustain import Goal, Sustain, Waiting
from workshop_tui.domain.values import changed
from workshop_tui.store import snapshot
from workshop_tui.store.layout import SessionFolder
from workshop_tui.store.listing import list_sessions

TODAY = dt.date(2027, 3, 1)


def test_a_session_is_listed_with_title_stage_and_last_change(workshop: SessionFolder) -> None:
    os.utime(workshop.session, (0, 1_700_000_000))
    os.utime(workshop.journal, (0, 1_700_000_060))

    (listed,) = list_sessions(workshop.path.parent, TODAY)

    assert (listed.folder, listed.title, listed.stage) == (workshop, "Clean cars", "drafting")
    assert listed.changed_at == dt.datetime.fromtimestamp(1_700_000_060, dt.UTC)
    assert listed.waiting == Waiting()
    assert listed.problem is None


def test_a_broken_session_is_listed_with_its_problem_and_hides_no_other(
    workshop: SessionFolder,
) -> None:
    broken = workshop.path.with_name("broken")
    broken.mkdir()
    (broken / "session.toml").write_text("title = ")

    listed = {each.title: each for each in list_sessions(workshop.path.parent, TODAY)}

    assert set(listed) == {"Clean cars", "broken"}
    problem = listed["broken"].problem
    assert problem is not None
    assert "line 1, column 9: this is not valid TOML" in said(problem)
    assert listed["broken"].stage is None


def test_a_session_without_its_snapshot_is_listed_from_its_journal(workshop: SessionFolder) -> None:
    workshop.session.unlink()

    (listed,) = list_sessions(workshop.path.parent, TODAY)

    assert listed.title == "Clean cars"


def test_the_last_changed_comes_first(workshop: SessionFolder) -> None:
    older = workshop.path.with_name("older")
    older.mkdir()
    (older / "session.toml").write_bytes(workshop.session.read_bytes())
    os.utime(older / "session.toml", (0, 1_000_000_000))

    assert [each.folder.slug for each in list_sessions(workshop.path.parent, TODAY)] == [
        "clean-cars",
        "older",
    ]


def test_what_waits_on_the_day_is_listed_and_what_comes_later(workshop: SessionFolder) -> None:
    tomorrow = TODAY + dt.timedelta(days=1)
    goal = Goal(id="goal1", horizon="short", text="Call back", due=TODAY)
    person = Stakeholder(id="stakeholder1", name="Tom", kind="manager")
    faint = Reaction(
        id="reaction1", stakeholder="stakeholder1", version=1, words="Fine.", code="faint"
    )
    session = changed(
        snapshot.load(workshop.session).session,
        sustain=Sustain(goals=(goal,), review=tomorrow),
        gut_check=GutCheck(
            stakeholders=(person,), reactions=(faint,), changes=(StatementVersion(text="We fix."),)
        ),
    )
    workshop.session.write_bytes(snapshot.encode(Checkpoint(session, 10, {}), clock()))

    (listed,) = list_sessions(workshop.path.parent, TODAY)

    assert [(each.day, each.text) for each in listed.waiting.due] == [(TODAY, "Call back")]
    assert listed.waiting.rechecks == (person,)
    assert [(each.day, each.kind) for each in listed.waiting.later] == [(tomorrow, "review")]
