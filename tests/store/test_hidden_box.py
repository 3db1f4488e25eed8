"""ballots.toml: private, whole, gone after the reveal."""

import stat

import pytest

from tests.store.said import said
from workshop_tui.domain.ballots import BallotBox
from workshop_tui.domain.hidden_box import HiddenBox
from workshop_tui.domain.rounds import Ballot, Reasons, Scores
from workshop_tui.store import hidden_box
from workshop_tui.store.errors import SessionFileError
from workshop_tui.store.layout import SessionFolder

BOX = HiddenBox(
    scores=BallotBox(
        round="round1",
        ballots=(
            Ballot(
                draft="draft1",
                voter="person1",
                scores=Scores(simple=2, customer=5, now=1, aspire=4),
                reasons=Reasons(simple="too [long]", now="not yet"),
            ),
            Ballot(draft="draft1", voter="person2"),
        ),
        absent=("person3",),
    )
)


def test_ballots_come_back_as_they_were_cast(folder: SessionFolder) -> None:
    hidden_box.save(folder.ballots, BOX)

    assert hidden_box.load(folder.ballots) == BOX


def test_nobody_else_may_read_them(folder: SessionFolder) -> None:
    folder.ballots.touch(mode=0o644)

    hidden_box.save(folder.ballots, BOX)

    assert stat.S_IMODE(folder.ballots.stat().st_mode) == 0o600


def test_without_a_file_there_are_none(folder: SessionFolder) -> None:
    assert hidden_box.load(folder.ballots) is None


def test_deleted_they_are_gone_and_deleting_again_is_no_harm(folder: SessionFolder) -> None:
    hidden_box.save(folder.ballots, BOX)

    hidden_box.delete(folder.ballots)
    hidden_box.delete(folder.ballots)

    assert list(folder.path.iterdir()) == []


def test_damaged_ballots_are_said_with_their_place(folder: SessionFolder) -> None:
    hidden_box.save(folder.ballots, BOX)
    folder.ballots.write_text(folder.ballots.read_text().replace("simple = 2", "simple = 9"))

    with pytest.raises(SessionFileError) as caught:
        hidden_box.load(folder.ballots)

    assert "scores.ballots[0].scores.simple: the number may be 5 at most." in said(caught.value)
