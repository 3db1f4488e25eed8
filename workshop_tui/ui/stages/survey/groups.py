"""Groups of people side by side: what a site, unit or function says more than the others.

Only groups that are large enough to hide their members, and of them only words that several of
them said; no quotes, because a way of writing is known among colleagues.
"""

from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.language import number, percent
from workshop_tui.text.survey.samples import FEWEST_PEOPLE, FEWEST_TOGETHER, PERCENT_FROM
from workshop_tui.ui.look import DIM, plain
from workshop_tui.ui.page import Fact
from workshop_tui.ui.stages.survey.lens import Lens, Shown, Subject
from workshop_tui.ui.stages.survey.rows import PEOPLE_WIDTH, beside_row, scale_of
from workshop_tui.ui.widgets.arranging import Down
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.rows import Column, Row, RowList

if TYPE_CHECKING:
    from workshop_tui.text.reading import Beside, GroupReading

SHARE_WIDTH: Final = 7
ROOM_FOR_SHARES: Final = 40
"""Cells of the words from which shares stand beside them; the sentence beneath counts anyway."""
MOST_WORDS: Final = 25


class GroupsLens(Lens):
    """Left the groups; right the words that the selected one says more than the others."""

    name_ = "groups"
    DEFAULT_CSS = """
    GroupsLens {
        & > RowList { width: 2fr; }
        & > Down { width: 3fr; padding: 0 0 0 3; }
        & > Down > RowList { height: 2fr; }
        & > Down > Pane { height: 1fr; padding: 1 0 0 2; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._groups = RowList([Column()], on_move=self.cursor_moved)
        self._words = RowList([Column()], on_move=self.cursor_moved)
        self._said = Pane()
        self._listed: GroupReading | None = None
        self.panes = (self._groups, self._words)

    def compose(self) -> ComposeResult:
        yield self._groups
        with Down():
            yield self._words
            yield self._said

    def draw(self, shown: Shown) -> None:
        t = shown.t
        self._groups.set_columns(
            [
                Column(shown.group_column or t("survey_view.groups")),
                Column(t("survey_view.people"), PEOPLE_WIDTH, "right"),
            ]
        )
        self._groups.set_empty([plain(line, DIM) for line in _instead_of_groups(shown)])
        self._groups.set_rows(
            [
                Row(group.name, (plain(group.name), Content(number(group.people, shown.language))))
                for group in self._found(shown)
            ]
        )
        self._list_words(shown)

    def follow(self) -> None:
        if self.shown is not None:
            self._list_words(self.shown)
            self._said.set_paragraphs(self._sentences(self.shown))

    def subject(self) -> Subject | None:
        shown = self.shown
        if shown is None or not self._words.is_active:
            return None
        self._list_words(shown)
        word = shown.reading.find(self._words.selected or "") if self._words.selected else None
        if word is None:
            return None
        return Subject("word", word.word, words=(word.word,), people=word.people, word=word)

    def facts(self) -> "tuple[Fact, ...]":
        shown = self.shown
        people = shown.reading.people_in_hidden_groups if shown and shown.answers else 0
        if not people:
            return ()
        return (Message.of("survey_view.groups_folded", count=people),)

    def _found(self, shown: Shown) -> "tuple[GroupReading, ...]":
        # Before they are looked through, comparing groups would hold up the screen.
        return shown.reading.groups if shown.answers else ()

    def _group(self, shown: Shown) -> "GroupReading | None":
        key = self._groups.selected
        return next((group for group in self._found(shown) if group.name == key), None)

    def _list_words(self, shown: Shown) -> None:
        t, group = shown.t, self._group(shown)
        items = group.beside[:MOST_WORDS] if group else ()
        has_room = self._words.size.width >= ROOM_FOR_SHARES
        has_shares = has_room and _shows_shares(shown, group)
        widths = (PEOPLE_WIDTH, *((SHARE_WIDTH, SHARE_WIDTH) if has_shares else ()))
        scale = scale_of(
            [item.word for item in items],
            [item.people for item in items],
            self._words.size.width,
            numbers=widths,
        )
        columns = [Column(t("survey_view.more_in")) if group else Column()]
        if group is not None:
            people = t("survey_view.people")
            unit = people if has_shares else t("survey_view.of_people", of=group.people)
            columns.append(Column(unit, PEOPLE_WIDTH, "right"))
        if has_shares:
            columns.append(Column(t("survey_view.here"), SHARE_WIDTH, "right"))
            columns.append(Column(t("survey_view.elsewhere"), SHARE_WIDTH, "right"))
        self._words.set_columns(columns)
        nothing = t("survey_view.no_more_in", fewest=FEWEST_TOGETHER) if group else ""
        self._words.set_empty([plain(nothing, DIM)])
        judges = shown.reading.sample.shows_low
        rows = []
        for item in items:
            row = beside_row(item, scale, shown.language, is_clear=item.clear or not judges)
            shares = _shares(shown, group, item) if group and has_shares else ()
            rows.append(Row(row.key, (*row.cells, *shares)))
        self._words.set_rows(rows)
        if self._listed is not group:
            self._listed = group
            self._words.move("first")

    def _sentences(self, shown: Shown) -> list[Content]:
        group = self._group(shown)
        key = self._words.selected
        item = next((item for item in group.beside if item.word == key), None) if group else None
        if group is None or item is None:
            return []
        t, others = shown.t, shown.reading.people - group.people
        here = t(
            "survey_view.said_in_group",
            count=item.people,
            all=group.people,
            group=group.name,
            word=item.word,
        )
        elsewhere = _said_elsewhere(shown, item)
        if elsewhere < FEWEST_TOGETHER:
            rest = t("survey_view.said_elsewhere_by_few", fewer=FEWEST_TOGETHER, all=others)
        else:
            rest = t("survey_view.said_elsewhere", count=elsewhere, all=others)
        judges = shown.reading.sample.shows_low
        chance = [plain(t("survey_view.chance_in_group"), DIM)] if judges and not item.clear else []
        return [plain(here), plain(rest, DIM), *chance]


def _said_elsewhere(shown: Shown, item: "Beside") -> int:
    """People of all other groups, and of none, who said the word."""
    word = shown.reading.find(item.word)
    return max(0, word.people - item.people) if word else 0


def _shows_shares(shown: Shown, group: "GroupReading | None") -> bool:
    """Whether the group and everybody else are enough people for percentages."""
    if group is None:
        return False
    return min(group.people, shown.reading.people - group.people) >= PERCENT_FROM


def _shares(shown: Shown, group: "GroupReading", item: "Beside") -> tuple[Content, Content]:
    others = shown.reading.people - group.people
    elsewhere = _said_elsewhere(shown, item)
    rest = (
        "<" + percent(FEWEST_TOGETHER / others, shown.language).removeprefix("<")
        if elsewhere < FEWEST_TOGETHER
        else percent(elsewhere / others, shown.language)
    )
    here = percent(item.people / group.people, shown.language)
    return Content(here), Content.styled(rest, DIM)


def _instead_of_groups(shown: Shown) -> list[str]:
    t = shown.t
    if shown.reading.group_of_row is None:
        return [t("survey_view.no_groups"), t("survey_view.no_groups_how")]
    if not shown.answers:
        return [t("survey_view.looking")]
    return [t("survey_view.groups_too_small", fewest=FEWEST_PEOPLE)]
