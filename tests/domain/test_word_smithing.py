"""Word-smithing: how long the room has been on one draft, whoever stops or forgets to."""

from datetime import timedelta

import pytest

from tests.workshops import started_room
from workshop_tui.domain.drafting import AddDraft
from workshop_tui.domain.message import RefusedError
from workshop_tui.domain.word_smithing import (
    StartWordSmithing,
    StopWordSmithing,
    running,
    seconds_on,
)


def test_stretches_on_one_draft_add_up_and_the_running_one_counts_until_now() -> None:
    room = started_room(
        AddDraft(text="One"),
        AddDraft(text="Two"),
        StartWordSmithing(draft="draft1", word="easy"),
        StartWordSmithing(draft="draft2"),
        StopWordSmithing(smithing="smithing2"),
        StartWordSmithing(draft="draft1"),
    )

    smithed = room.session.drafting.smithed
    on = running(smithed, ())
    assert on is not None
    assert on.started_at is not None
    assert seconds_on(smithed, (), "draft1") == 2
    assert seconds_on(smithed, (), "draft1", on.started_at + timedelta(seconds=60)) == 62
    assert seconds_on(smithed, (), "draft2") == 2
    assert smithed[0].word == "easy"


def test_a_clock_runs_for_a_draft_that_exists_and_stops_once() -> None:
    room = started_room(AddDraft(text="One"), StartWordSmithing(draft="draft1"))
    room.do(StopWordSmithing(smithing="smithing1"))

    with pytest.raises(RefusedError) as again:
        room.do(StopWordSmithing(smithing="smithing1"))
    with pytest.raises(RefusedError) as nowhere:
        room.do(StartWordSmithing(draft="draft9"))

    assert again.value.reason.key == "refused.nothing_changed"
    assert nowhere.value.reason.key == "refused.unknown_id"
