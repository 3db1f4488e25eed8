"""A small workshop on the screen for tests of the frame: a view with a list, a form and words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from textual.app import App, ComposeResult

from tests.workshops import started_room
from workshop_tui.domain.drafting import AddDraft
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.domain.sustain import Waiting
from workshop_tui.domain.values import STAGES, Stage
from workshop_tui.language import Language
from workshop_tui.record import markdown
from workshop_tui.record.document import document, language_of
from workshop_tui.record.evidence import Evidence
from workshop_tui.record.rollout_brief import rollout_brief
from workshop_tui.record_on_disk import RecordFormat
from workshop_tui.room import Room
from workshop_tui.store.half_typed import NOTHING, HalfTyped
from workshop_tui.store.on_screen import OnScreen
from workshop_tui.ui.app import WorkshopApp
from workshop_tui.ui.commands.command import Command
from workshop_tui.ui.commands.table import STAGE_COMMANDS, TABLE, Keymap
from workshop_tui.ui.config import Config
from workshop_tui.ui.look import plain
from workshop_tui.ui.opened import OpenedWorkshop
from workshop_tui.ui.page import Fact
from workshop_tui.ui.stages.base import StageView
from workshop_tui.ui.widgets.question import Answers, LineQuestion
from workshop_tui.ui.widgets.rows import Column, Row, RowList

SHARED = tuple(command for command in TABLE if command.where not in STAGE_COMMANDS)
COMMANDS = (
    Command("sample_add", ("n",), "drafting", is_in_footer=True, changes=True),
    Command("sample_reject", ("x",), "drafting"),
    *SHARED,
)
KEYMAP = Keymap(COMMANDS)
NOTHING_WAITS = Waiting()


class EmptyView(StageView):
    """A stage with nothing to do."""

    def show(self, session: Session) -> None:
        del session


class DraftsView(StageView):
    """Drafts in a list; `n` asks for one."""

    stage = "drafting"

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self.drafts = RowList([Column("DRAFTS"), Column("version", 8, "right")])
        self.panes = (self.drafts,)

    def compose(self) -> ComposeResult:
        yield self.drafts

    def show(self, session: Session) -> None:
        self.drafts.set_rows(
            [
                Row(draft.id, (plain(draft.text), plain(str(draft.version))))
                for draft in session.drafting.drafts
            ]
        )

    def facts(self) -> tuple[Fact, ...]:
        return (f"{len(self.session.drafting.drafts)} drafts",)

    def reason_against(self, command: str) -> Message | None:
        if command == "sample_reject":
            return Message.of("ui.first_stage")
        return super().reason_against(command)

    async def command_sample_add(self) -> None:
        def add(answers: Answers) -> bool:
            return self.act(AddDraft(text=answers.text("text")))

        await self.ask("add draft", [LineQuestion(key="text", ask="What is it?")], add)

    def command_sample_reject(self) -> None:
        raise AssertionError("a command with a reason against it was done")


@dataclass
class Outside:
    """What a workshop asked of the world outside its Room."""

    kept: list[str] = field(default_factory=list)
    written: list[RecordFormat] = field(default_factory=list)
    half_typed: HalfTyped = NOTHING
    on_screen: list[OnScreen | None] = field(default_factory=list)
    papers: dict[str, str] = field(default_factory=dict)
    closed: int = 0
    briefs: int = 0
    template: str = ""

    def keep(self, text: str) -> Path:
        self.kept.append(text)
        return Path("/kept/copied.txt")

    def write(self, form: RecordFormat) -> Path:
        self.written.append(form)
        return Path("/written/record.md")

    def keep_half_typed(self, half_typed: HalfTyped) -> None:
        self.half_typed = half_typed

    def write_brief(self) -> tuple[Path, ...]:
        self.briefs += 1
        return (Path("/written/brief.en.md"), Path("/written/brief.en.html"))

    def write_paper(self, name: str, text: str) -> Path:
        self.papers[name] = text
        return Path("/written") / name

    def close(self) -> None:
        self.closed += 1


def opened_in_memory(
    room: Room,
    outside: Outside | None = None,
    folder: Path = Path("/nowhere"),
    waiting: Waiting = NOTHING_WAITS,
    record_path: Path = Path("/written/record.md"),
) -> OpenedWorkshop:
    """The room as an open workshop that writes no files."""
    outside = outside or Outside()
    return OpenedWorkshop(
        room=room,
        folder=folder,
        record=lambda: document(room.session, Evidence(), language_of(room.session)),
        record_text=lambda: (
            outside.template
            or markdown.render(document(room.session, Evidence(), language_of(room.session)))
        ),
        has_record_template=lambda: bool(outside.template),
        write_record=outside.write,
        record_path=record_path,
        keep_copy=outside.keep,
        half_typed=lambda: outside.half_typed,
        keep_half_typed=outside.keep_half_typed,
        show_on_screen=outside.on_screen.append,
        on_screen=lambda: outside.on_screen[-1] if outside.on_screen else None,
        brief=lambda language: rollout_brief(room.session, Evidence(), language),
        write_brief=outside.write_brief,
        write_paper=outside.write_paper,
        close=outside.close,
        waiting=waiting,
    )


def screen_text(app: App[None]) -> str:
    """What stands on the screen, without its colours."""
    strips = app.screen._compositor.render_strips()
    lines = ("".join(segment.text for segment in strip) for strip in strips)
    return "\n".join(line.rstrip() for line in lines)


class Sample:
    """An app over a workshop in memory, and what it was asked to write."""

    def __init__(
        self,
        *,
        drafts: tuple[str, ...] = (),
        language: Language = "en",
        view: Callable[[], type[StageView]] = lambda: DraftsView,
        keymap: Keymap = KEYMAP,
        folder: Path = Path("/nowhere"),
        room: Room | None = None,
        environ: Mapping[str, str] | None = None,
        record_path: Path = Path("/written/record.md"),
    ) -> None:
        self.room = room or started_room(*(AddDraft(text=text) for text in drafts))
        self.outside = Outside()
        self.opened = opened_in_memory(self.room, self.outside, record_path=record_path)
        self.app = WorkshopApp(
            language=language,
            config=Config(keymap=keymap),
            opened=self.opened,
            views=sample_views(view),
            crashes=folder,
            environ=environ or {},
        )

    @property
    def texts(self) -> list[str]:
        return [draft.text for draft in self.room.session.drafting.drafts]


def empty_view(stage: Stage) -> type[StageView]:
    """A view class for a stage that the test does not look at."""
    return type(f"Empty{stage}", (EmptyView,), {"stage": stage})


def sample_views(
    drafting: Callable[[], type[StageView]] = lambda: DraftsView,
) -> dict[Stage, Callable[[], type[StageView]]]:
    """Views that do nothing, but for the drafting stage's."""
    return {
        stage: drafting if stage == "drafting" else partial(empty_view, stage) for stage in STAGES
    }
