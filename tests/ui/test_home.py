"""The home screen: the workshops there are, a new one, and what could not be read."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.ui.sample import KEYMAP, opened_in_memory, sample_views, screen_text
from tests.workshops import started_room
from workshop_tui.domain.message import Message, refuse
from workshop_tui.language import Language, say
from workshop_tui.ui.app import WorkshopApp
from workshop_tui.ui.config import Config
from workshop_tui.ui.opened import OpenedWorkshop, SessionInfo

LONG_AGO = datetime(2024, 3, 1, 12, tzinfo=UTC)


class FakeShelf:
    """Two workshops in memory; keeps what was asked of it."""

    def __init__(self, *sessions: SessionInfo) -> None:
        self._sessions = sessions
        self.asked: list[tuple[object, ...]] = []

    def sessions(self) -> Sequence[SessionInfo]:
        return self._sessions

    def open(self, key: str) -> OpenedWorkshop:
        self.asked.append(("open", key))
        if key == "broken":
            raise refuse("refused.read_only")
        return opened_in_memory(started_room(title=key))

    def create(self, title: str, survey: Path | None) -> OpenedWorkshop:
        self.asked.append(("create", title, survey))
        if title == "taken":
            raise refuse("refused.read_only")
        return opened_in_memory(started_room(title=title))

    def open_demo(self) -> OpenedWorkshop:
        self.asked.append(("demo",))
        return opened_in_memory(started_room(title="Sample"))


class UnreadableShelf(FakeShelf):
    """A folder of workshops that nobody may look into."""

    def sessions(self) -> Sequence[SessionInfo]:
        raise refuse("refused.read_only")


def session(key: str, changed: datetime = LONG_AGO) -> SessionInfo:
    return SessionInfo(key, key.title(), changed, "gut_check", Message.of("stage.sustain"))


def home(shelf: FakeShelf, language: Language = "en") -> WorkshopApp:
    return WorkshopApp(
        language=language,
        config=Config(keymap=KEYMAP),
        shelf=shelf,
        views=sample_views(),
        environ={},
    )


async def test_workshops_are_listed_with_stage_and_last_change() -> None:
    app = home(FakeShelf(session("clean rides"), session("help desk", datetime.now(UTC))))

    async with app.run_test(size=(100, 24)):
        shown = screen_text(app).splitlines()

    assert shown[0].startswith(" Workshops")
    assert "▸ Clean Rides" in shown[4]
    assert "Gut check" in shown[4]
    assert "1 March 2024" in shown[4]
    assert "today" in shown[5]


async def test_what_waits_is_counted_in_its_row_and_told_of_the_one_under_the_cursor() -> None:
    first = Message.of("cli.rechecks", 2)
    waiting = SessionInfo("depot", "Depot", LONG_AGO, "sustain", waits=2, due=first)
    later = SessionInfo("clinic", "Clinic", LONG_AGO, "sustain", due=Message.of("stage.scoring"))
    app = home(FakeShelf(waiting, later))

    async with app.run_test(size=(80, 24)) as pilot:
        shown = screen_text(app).splitlines()
        await pilot.press("down")
        then = screen_text(app).splitlines()

    assert "! 2 due" in shown[4]
    assert "Score" in shown[5]
    assert "!" not in shown[5]
    assert shown[-2].strip() == "2 people to be asked again"
    assert then[-2].strip() == "clinic"


async def test_enter_opens_the_workshop_under_the_cursor_and_keys_go_on_there() -> None:
    shelf = FakeShelf(session("clean rides"), session("help desk"))
    app = home(shelf)

    async with app.run_test() as pilot:
        await pilot.press("down", "enter", "3", "n", *"Easy", "enter")
        shown = screen_text(app)

    assert shelf.asked == [("open", "help desk")]
    assert shown.startswith(" help desk")
    assert "▸ Easy" in shown


async def test_a_workshop_that_cannot_be_opened_says_why_and_the_list_stays() -> None:
    app = home(FakeShelf(session("broken")))

    async with app.run_test() as pilot:
        await pilot.press("enter")
        shown = screen_text(app)

    assert "▸ Broken" in shown
    assert "  ! " in shown.splitlines()[-2]


async def test_a_damaged_session_is_listed_with_what_is_wrong() -> None:
    fault = Message.of("refused.read_only")
    damaged = SessionInfo("x", "x", LONG_AGO, fault=fault)
    app = home(FakeShelf(damaged))

    async with app.run_test(size=(120, 24)):
        shown = screen_text(app)

    assert "! cannot be opened" in shown.splitlines()[4]
    assert say(fault, "en") in shown.splitlines()[-2]


async def test_a_folder_that_can_no_longer_be_read_is_told_and_the_home_screen_stays() -> None:
    shelf = UnreadableShelf()
    app = home(shelf)

    async with app.run_test(size=(80, 24)) as pilot:
        told = screen_text(app)
        await pilot.press("d")

    assert "  ! " in told
    assert "No workshop yet" not in told
    assert shelf.asked == [("demo",)]


async def test_n_begins_a_workshop_with_its_title() -> None:
    shelf = FakeShelf()
    app = home(shelf)

    async with app.run_test() as pilot:
        empty = screen_text(app)
        await pilot.press("n", *"Clean rides", "enter")
        shown = screen_text(app)

    assert "No workshop yet." in empty
    assert shelf.asked == [("create", "Clean rides", None)]
    assert shown.startswith(" Clean rid")


async def test_i_asks_for_a_file_that_exists_and_then_for_the_title(tmp_path: Path) -> None:
    answers = tmp_path / "answers.csv"
    answers.write_text("answer\neasy\n")
    shelf = FakeShelf()
    app = home(shelf)

    async with app.run_test(size=(200, 24)) as pilot:
        await pilot.press("i", *"/nowhere.csv", "enter")
        refused = screen_text(app)
        await pilot.press("ctrl+u", *str(answers), "enter", *"Rides", "enter")

    assert "! There is no file /nowhere.csv." in refused
    assert shelf.asked == [("create", "Rides", answers)]


async def test_a_title_that_is_refused_can_be_changed() -> None:
    app = home(FakeShelf())

    async with app.run_test() as pilot:
        await pilot.press("n", *"taken", "enter")
        refused = screen_text(app)
        await pilot.press(*" not", "enter")
        shown = screen_text(app)

    assert "  ! " in refused
    assert "taken" in refused
    assert shown.startswith(" taken not")


async def test_d_opens_the_sample() -> None:
    shelf = FakeShelf()
    app = home(shelf)

    async with app.run_test() as pilot:
        await pilot.press("d")
        shown = screen_text(app)

    assert shelf.asked == [("demo",)]
    assert shown.startswith(" Sample")


async def test_a_workshop_is_closed_on_the_way_back_to_the_list() -> None:
    shelf = FakeShelf(session("clean rides", datetime.now(UTC) - timedelta(days=1)))
    app = home(shelf)

    async with app.run_test() as pilot:
        await pilot.press("enter", "ctrl+p", *"all work", "enter")
        await pilot.pause()
        shown = screen_text(app)
        await pilot.press("enter", "down")
        again = screen_text(app)

    assert shown.startswith(" Workshops")
    assert "yesterday" in shown
    assert again.startswith(" clean rid")


async def test_help_on_the_home_screen_says_what_this_is() -> None:
    app = home(FakeShelf(), "id")

    async with app.run_test() as pilot:
        await pilot.press("question_mark")
        shown = screen_text(app)

    assert "Lokakarya ini menghasilkan pernyataan visi layanan pelanggan" in shown
