"""A workshop that is opened twice: the second reads along and cannot change it."""

from pathlib import Path

from tests.cli.command_line import new_session
from tests.e2e.program import lines, program
from workshop_tui.room_on_disk import view_room
from workshop_tui.store.layout import SessionFolder


def test_who_opens_it_second_reads_along_and_is_told_why_nothing_can_be_changed(
    tmp_path: Path,
) -> None:
    folder = new_session(tmp_path)

    with program("open", folder) as first:
        first.see("whole organisation or one team?")
        with program("open", folder) as second:
            second.see("whole organisation or one team?", "reading only")
            first.type("3n" + lines("Make it easy", ""))
            first.see("1 draft;", "Saved")
            second.type("3")
            second.see("DRAFT 1", "Make it easy")
            second.type("n")
            second.see("This workshop is open elsewhere; here it can only be read.")
            first.type("n" + lines("Make it fast", ""))
            second.see("Make it easy", "Make it fast")
            second.type("q")
            assert second.exit_code() == 0
        first.type("q")
        assert first.exit_code() == 0

    drafts = view_room(SessionFolder(folder)).room.session.drafting.drafts
    assert [draft.text for draft in drafts] == ["Make it easy", "Make it fast"]
