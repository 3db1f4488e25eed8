"""When the stages really took place, as the journal tells, and no more of it than a board needs."""

import datetime as dt

from tests.record.story import EVIDENCE, whole_workshop
from workshop_tui.domain.drafting import AddDraft
from workshop_tui.domain.gut_check import RecordFeeling
from workshop_tui.domain.history import JournalAction, Moment, Undo
from workshop_tui.domain.minutes import SetRecordLanguage
from workshop_tui.domain.rounds import OpenRound
from workshop_tui.domain.setup import SetMeeting
from workshop_tui.record import markdown
from workshop_tui.record.document import document
from workshop_tui.record.times import Part, days_of, on_day, parts_of

DAY = dt.date(2026, 11, 3)
HERE = dt.timezone(dt.timedelta(hours=7))
DRAFT, SCORE, PLACE = AddDraft(text="We help."), OpenRound(), SetMeeting(place="Room 4")


def at(hour: int, minute: int, day: dt.date = DAY) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, hour, minute, tzinfo=HERE)


def journal(*moments: tuple[dt.datetime, JournalAction]) -> list[Moment]:
    return [Moment(at, type(action)) for at, action in moments]


def test_a_part_lasts_from_its_first_to_its_last_entry() -> None:
    entries = journal((at(9, 0), DRAFT), (at(9, 20), DRAFT), (at(9, 21), SCORE), (at(9, 40), SCORE))

    assert parts_of(entries) == (
        Part("drafting", at(9, 0), at(9, 20)),
        Part("scoring", at(9, 21), at(9, 40)),
    )


def test_minutes_are_those_between_the_times_that_are_shown() -> None:
    began = at(9, 10)
    ended = at(9, 23) + dt.timedelta(seconds=40)

    (part,) = parts_of(journal((began, DRAFT), (ended, DRAFT)))

    assert part.minutes == 13


def test_a_moment_over_the_turn_of_a_minute_is_no_interruption() -> None:
    just_before = at(9, 11) - dt.timedelta(seconds=2)
    entries = journal(
        (at(9, 0), DRAFT),
        (just_before, PLACE),
        (just_before + dt.timedelta(seconds=4), PLACE),
        (at(9, 30), DRAFT),
    )

    assert on_day(parts_of(entries), DAY) == (Part("drafting", at(9, 0), at(9, 30)),)


def test_a_late_comer_does_not_interrupt_a_part() -> None:
    entries = journal(
        (at(9, 0), DRAFT),
        (at(9, 10), DRAFT),
        (at(9, 11), PLACE),
        (at(9, 12), DRAFT),
        (at(9, 30), DRAFT),
    )

    assert on_day(parts_of(entries), DAY) == (Part("drafting", at(9, 0), at(9, 30)),)


def test_after_a_long_break_a_part_begins_anew() -> None:
    entries = journal((at(9, 0), DRAFT), (at(9, 30), DRAFT), (at(14, 0), DRAFT), (at(14, 9), DRAFT))

    assert [part.minutes for part in parts_of(entries)] == [30, 9]


def test_what_was_taken_back_or_done_to_the_record_is_no_part() -> None:
    entries = journal(
        (at(9, 0), DRAFT), (at(12, 0), Undo(entry=1)), (at(13, 0), SetRecordLanguage(language="id"))
    )

    assert parts_of(entries) == (Part("drafting", at(9, 0), at(9, 0)),)


def test_the_record_tells_hours_of_the_meeting_and_only_days_of_what_came_after() -> None:
    asked = at(16, 5, dt.date(2026, 11, 9))
    parts = parts_of(
        journal((at(9, 2), DRAFT), (at(9, 31), DRAFT), (asked, RecordFeeling(nags=True)))
    )

    text = markdown.render(document(whole_workshop(), EVIDENCE, "en", parts=parts))

    assert "- **Time:** 09:02–09:31\n" in text
    assert "| Draft | 09:02 | 09:31 | 29 |" in text
    assert "| Gut check | 9 November 2026 |" in text
    assert "16:05" not in text


def test_the_days_of_a_stage_go_from_its_first_to_its_last() -> None:
    entries = journal((at(9, 0), DRAFT), (at(9, 0, dt.date(2026, 11, 5)), DRAFT))

    [days] = days_of(parts_of(entries))

    assert (days.first, days.last) == (DAY, dt.date(2026, 11, 5))
