"""The goals on a timeline: the long-term programme on top, the steps by date, today marked.

`ladder_lines` draws, `LadderPage` shows. What a goal is, the domain knows.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.sustain import Goal, concerns, on_the_ladder
from workshop_tui.language import Language, short_day
from workshop_tui.ui.commands.command import Place
from workshop_tui.ui.look import (
    ACCENT,
    ATTENTION,
    DIM,
    DONE,
    GOOD,
    STRONG,
    WARN,
    fitted,
    fitted_right,
    plain,
)
from workshop_tui.ui.page import Fact, Page, Say
from workshop_tui.ui.stages.sustain.rows import DROPPED, reach_dots
from workshop_tui.ui.widgets.pane import Pane, wrapped

SIGN_WIDTH: Final = 2
DAY_WIDTH: Final = 7
OWNER_WIDTH: Final = 10
OWNER_SHARE: Final = 6
"""Where it is wide, a name is read whole up to a sixth of the screen."""
REACH_WIDTH: Final = 6
GAP: Final = "  "
MORE_LINES: Final = 2
"""Lines of a goal beneath its first."""
AIR: Final = timedelta(days=7)
"""The line goes on for a week behind its last goal."""
FARTHEST: Final = timedelta(days=2 * 365)
"""A day further from today than this stands at the end of the line: a slip of the pen in a year
must not press all other goals into one cell."""
NOW, STEP, REST, PROGRAMME, ARROW = "┆", "●", "─", "━", "▶"


@dataclass(frozen=True, slots=True)
class _Scale:
    """Which cell of the line a day is in."""

    first: date
    last: date
    today: date
    width: int

    def cell(self, day: date) -> int:
        """0 to width - 1; days beyond the line fall on its ends."""
        span = max(1, (self.last - self.first).days)
        place = round((day - self.first).days / span * (self.width - 1))
        return max(0, min(self.width - 1, place))


def ladder_lines(
    goals: tuple[Goal, ...], today: date, width: int, t: Say, language: Language
) -> list[Content]:
    """A line per goal on one scale of days, and under it what speaks for a smaller step."""
    ladder = on_the_ladder(goals)
    owner_width = _owner_width(ladder, width)
    text_width, line_width = _shared_out(width - owner_width)
    scale = _scale(ladder, today, line_width)

    def laid_out(cells: Sequence[Content]) -> Content:
        sign, text, line, day, owner, reach = cells
        pieces = [
            fitted(text, text_width),
            fitted(line, line_width),
            fitted_right(day, DAY_WIDTH),
            fitted(owner, owner_width),
            fitted(reach, REACH_WIDTH),
        ]
        return fitted(sign, SIGN_WIDTH) + Content(GAP).join(pieces)

    heading = [
        Content(""),
        Content.styled(t("sustain_view.heading.goals"), DIM),
        Content.styled(_months(scale, language), DIM),
        Content.styled(t("sustain_view.heading.due"), DIM),
        Content.styled(t("sustain_view.heading.owner"), DIM),
        Content.styled(t("sustain_view.heading.reach"), DIM),
    ]
    lines = [laid_out(heading), laid_out(_today_cells(scale, t, language))]
    for goal in ladder:
        cells = _goal_cells(goal, scale, language)
        first, *more = wrapped([cells[1]], text_width)
        is_closed = goal.status != "open"
        if is_closed and more:
            first = _cut_off(first, text_width)
        lines.append(laid_out((cells[0], first, *cells[2:])))
        if not is_closed:
            if len(more) > MORE_LINES:
                more[MORE_LINES - 1 :] = [_cut_off(more[MORE_LINES - 1], text_width)]
            lines += [Content(" " * SIGN_WIDTH) + line for line in more]
        lines += _beneath(goal, today, t)
    return lines


def _cut_off(line: Content, width: int) -> Content:
    """A line after which the text goes on, though not here."""
    return line.rstrip().truncate(width - 1) + "…"


def _beneath(goal: Goal, today: date, t: Say) -> list[Content]:
    """How a goal is measured and what speaks for a smaller one, and air behind the programme."""
    indent = " " * SIGN_WIDTH
    lines = [
        Content.styled(indent + t(f"sustain_view.concern.{concern}"), WARN)
        for concern in concerns(goal, today)
    ]
    if goal.measure and goal.status == "open":
        lines.append(Content(indent) + plain(goal.measure, DIM))
    if goal.horizon == "long":
        lines.append(Content(""))
    return lines


def _owner_width(ladder: tuple[Goal, ...], width: int) -> int:
    widest = max((plain(goal.owner).cell_length for goal in ladder), default=0)
    return max(OWNER_WIDTH, min(widest, width // OWNER_SHARE))


def _shared_out(width: int) -> tuple[int, int]:
    """Cells for the text and for the line, of those that the owners leave."""
    left = width - SIGN_WIDTH - DAY_WIDTH - REACH_WIDTH - 4 * len(GAP)
    line = max(12, left * 9 // 20)
    return max(8, left - line), line


def _scale(ladder: tuple[Goal, ...], today: date, width: int) -> _Scale:
    days = [goal.due for goal in ladder if goal.due and goal.horizon == "short"]
    first = max(today - FARTHEST, min([today, *days]))
    last = min(today + FARTHEST, max([today + AIR, *days])) + AIR
    return _Scale(first, last, today, width)


def _months(scale: _Scale, language: Language) -> str:
    """The names of the months over their first days; the first over the beginning."""
    names = [" "] * scale.width
    end = -1
    day = scale.first
    while day <= scale.last:
        name = short_day(day, language).split()[-1]
        place = scale.cell(day)
        if place > end and place + len(name) <= scale.width:
            names[place : place + len(name)] = name
            end = place + len(name)
        day = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return "".join(names)


def _today_cells(scale: _Scale, t: Say, language: Language) -> Sequence[Content]:
    label = f"{NOW} {t('sustain_view.today')}"
    place = scale.cell(scale.today)
    if place + len(label) > scale.width:
        label = f"{t('sustain_view.today')} {NOW}"
        place = max(0, place + 1 - len(label))
    day = Content.styled(short_day(scale.today, language), ACCENT)
    empty = Content("")
    return (empty, empty, Content.styled(" " * place + label, ACCENT), day, empty, empty)


def _goal_cells(goal: Goal, scale: _Scale, language: Language) -> Sequence[Content]:
    is_open = goal.status == "open"
    is_late = is_open and goal.due is not None and goal.due < scale.today
    asks = is_late or bool(concerns(goal, scale.today))
    style = STRONG if goal.horizon == "long" and is_open else ("" if is_open else DIM)
    return (
        Content.styled(ATTENTION, WARN) if asks else Content(""),
        plain(goal.text, style),
        _programme(scale) if goal.horizon == "long" else _step(goal, scale),
        Content.styled(short_day(goal.due, language) if goal.due else "", WARN if is_late else DIM),
        plain(goal.owner, DIM),
        Content.styled(reach_dots(goal), ACCENT if is_open else DIM),
    )


def _programme(scale: _Scale) -> Content:
    """It goes through all of the line and beyond."""
    return Content.styled(PROGRAMME * (scale.width - 1) + ARROW, ACCENT)


def _step(goal: Goal, scale: _Scale) -> Content:
    """Where the step lies, joined to today by the time that is left or that has passed."""
    now = scale.cell(scale.today)
    cells = [Content(" ")] * scale.width
    if goal.due is not None:
        place = scale.cell(goal.due)
        is_late = goal.status == "open" and goal.due < scale.today
        if goal.status == "open":
            style = WARN if is_late else DIM
            for between in range(min(now, place), max(now, place)):
                cells[between] = Content.styled(REST, style)
        cells[now] = Content.styled(NOW, ACCENT)
        cells[place] = _mark(goal, WARN if is_late else ACCENT)
    else:
        cells[now] = Content.styled(NOW, ACCENT)
    return Content("").join(cells)


def _mark(goal: Goal, style: str) -> Content:
    if goal.status == "open":
        return Content.styled(STEP, style)
    return Content.styled(DONE, GOOD) if goal.status == "done" else Content.styled(DROPPED, DIM)


class LadderPage(Page):
    """The timeline over the whole of the work, for one person or for a room."""

    places: ClassVar[tuple[Place, ...]] = ("plan", "lists", "everywhere")

    def __init__(self, goals: tuple[Goal, ...], today: date, notes: Sequence[Fact]) -> None:
        """notes: what the facts line says of all goals together."""
        super().__init__()
        self._goals = goals
        self._today = today
        self._notes = notes
        self._pane = Pane()
        self.panes = (self._pane,)

    def compose(self) -> ComposeResult:
        yield self._pane

    def on_shown(self) -> None:
        self._draw()

    def on_resize(self) -> None:
        """The line is as long as there is room."""
        self._draw()

    def _draw(self) -> None:
        width = self._pane.size.width or self.app.size.width - 2
        lines = ladder_lines(self._goals, self._today, width - 1, self.t, self.language)
        self._pane.set_paragraphs([Content(""), *lines])

    def facts(self) -> Sequence[Fact]:
        return self._notes[:1]
