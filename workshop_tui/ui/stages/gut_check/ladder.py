"""The probe ladder on one screen: from a reaction down to the word, why, and what instead.

Left and right go along the words of the statement, up and down along the rungs. Every rung is kept
as soon as it is answered. Leaves out what a rung asks (`rungs`) and the swap, which is the view's.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.gut_check import ProbeReaction, Reaction, plain_word, statement
from workshop_tui.domain.gut_check_standing import stumbles
from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.domain.plain_text import clean_line
from workshop_tui.domain.values import find
from workshop_tui.domain.word_swap import swapped
from workshop_tui.language import say
from workshop_tui.room import Room
from workshop_tui.text.reaction import ReactionReading
from workshop_tui.ui.commands.command import Place
from workshop_tui.ui.look import DIM, plain
from workshop_tui.ui.page import Fact, Page
from workshop_tui.ui.stages.gut_check.rows import CLASS_SIGNS, stumble_marks, widest
from workshop_tui.ui.stages.gut_check.rungs import (
    Rung,
    is_open,
    rung_answer,
    rung_probe,
    rung_question,
    rungs_of,
)
from workshop_tui.ui.stages.gut_check.told import (
    standing_line,
    title,
    verbatim,
)
from workshop_tui.ui.widgets.lines import Block
from workshop_tui.ui.widgets.pane import wrapped
from workshop_tui.ui.widgets.question import Answers
from workshop_tui.ui.widgets.rows import Column, Row, RowList
from workshop_tui.ui.widgets.word_changes import changed_words
from workshop_tui.ui.widgets.words import WordLine

QUOTE_LINES = 3
"""Lines of what was said that are shown; all of it stands in the stage behind."""


class LadderPage(Page):
    """The ladder for one reaction."""

    places: ClassVar[tuple[Place, ...]] = ("ladder", "lists", "everywhere")
    DEFAULT_CSS = """
    LadderPage {
        layout: vertical;
        & > #reaction { height: auto; padding: 1 2 0 2; }
        & > #statement-words { padding: 1 2 0 2; }
        & > #signs { height: 1; padding: 0 2; }
        & > #rungs { height: 8; padding: 1 0 0 0; }
        & > #then { height: 1fr; padding: 1 2 0 2; }
    }
    """

    def __init__(
        self,
        room: Room,
        reaction: str,
        reading: ReactionReading | None,
        swap: Callable[[str, int], Awaitable[None]],
    ) -> None:
        """reaction: its id. reading: how its words read, None while that cannot be told.

        swap: asks for another word at a place of the statement, told the id of the reaction.
        """
        super().__init__()
        self._room = room
        self._reaction_id = reaction
        self._reading = reading
        self._swap = swap
        self._said_block = Block(id="reaction")
        self._words = WordLine(id="statement-words")
        self._signs = Block(id="signs")
        self._rungs = RowList([Column()] * 2, id="rungs")
        self._then_block = Block(id="then")
        self.panes = (self._rungs,)

    def compose(self) -> ComposeResult:
        yield self._said_block
        yield self._words
        yield self._signs
        yield self._rungs
        yield self._then_block

    def on_shown(self) -> None:
        self._show()

    def on_resize(self) -> None:
        """What was said is wrapped to the width."""
        if self.is_attached:
            self._show()

    @property
    def _reaction(self) -> Reaction:
        return find(self._room.session.gut_check.reactions, self._reaction_id)

    @property
    def _statement(self) -> str:
        return statement(self._room.session.scoring, self._room.session.gut_check)

    def _said(self, message: Message) -> str:
        return say(message, self.language)

    def _show(self) -> None:
        gut_check, reaction = self._room.session.gut_check, self._reaction
        person = find(gut_check.stakeholders, reaction.stakeholder)
        quote = wrapped([verbatim(reaction, self._reading)], max(20, self.app.size.width - 6))
        standing = Content.styled(standing_line(reaction, self._reading, self._said), DIM)
        self._said_block.set_lines(
            [title(person, self._said, lambda name: name), *quote[:QUOTE_LINES], standing]
        )
        words = self._statement.split()
        self._words.set_words(words, marks=stumble_marks(words, stumbles(gut_check)))
        classes = [
            f"{sign} {self._said(Message.of(f'class.{kind}'))}"
            for kind, sign in CLASS_SIGNS.items()
        ]
        self._signs.set_lines([Content.styled("   ".join(classes), DIM)])
        labels = {rung: self.t(f"gut_check_view.rung.{rung}") for rung in rungs_of(reaction)}
        width = widest(list(labels.values()))
        self._rungs.set_columns([Column("", width), Column()])
        self._rungs.set_rows(
            [
                Row(rung, (Content(label), plain(rung_answer(reaction, rung, self.t))))
                for rung, label in labels.items()
            ]
        )

        self._then_block.set_lines(self._what_would_be())

    def _what_would_be(self) -> list[Content]:
        """The statement with the marked word as this person would have it; [] without a mark."""
        reaction, place = self._reaction, self._place_to_swap
        if place is None or not reaction.stumbled_over:
            return []
        try:
            swap = swapped(self._statement, place, clean_line(reaction.instead))
        except RefusedError:
            return []
        return [changed_words(self._statement, swap.text)]

    def facts(self) -> Sequence[Fact]:
        return (Message.of("gut_check_view.ladder_how"),)

    def command_move_left(self) -> None:
        self._words.move("left")

    def command_move_right(self) -> None:
        self._words.move("right")

    def select_word(self, place: int | None) -> None:
        """Put the cursor on this word, as it was in the stage."""
        if place is not None:
            self._words.select(place)

    async def ask_next(self) -> None:
        """Ask the first rung that is still open; none where all are answered."""
        rung = next(
            (each for each in rungs_of(self._reaction) if is_open(self._reaction, each)), None
        )
        if rung is not None:
            await self._ask(rung)

    def reason_against(self, command: str) -> Message | None:
        if command == "swap_marked_word" and self._place_to_swap is None:
            return Message.of("refused.no_statement_yet")
        return super().reason_against(command)

    async def command_answer_rung(self) -> None:
        chosen = next(
            (each for each in rungs_of(self._reaction) if each == self._rungs.selected), None
        )
        if chosen is not None:
            await self._ask(chosen)

    async def _ask(self, rung: Rung) -> None:
        reaction = self._reaction
        self._rungs.select(rung)
        question = rung_question(rung, reaction, self._words.selected_word, self._statement, self.t)

        async def then(answers: Answers) -> bool:
            probe = rung_probe(rung, self._reaction, answers)
            if probe is not None:
                self._room.do(probe)
            self._show()
            rungs = rungs_of(self._reaction)
            following = rungs[rungs.index(rung) + 1 :]
            if following:
                await self._ask(following[0])
            else:
                self.notice(Message.of("gut_check_view.ladder_done"))
            return True

        await self.ask(f"rung {rung} of {reaction.id}", [question], then)

    def command_mark_word(self) -> None:
        """The word under the cursor is one that was stumbled over, or is not."""
        word = plain_word(self._words.selected_word)
        if not word:
            return
        marked = self._reaction.stumbled_over.split()
        others = [each for each in marked if plain_word(each) != word]
        kept = others if len(others) < len(marked) else [*marked, word]
        self._room.do(
            ProbeReaction(
                reaction=self._reaction_id,
                stumbled_over=" ".join(kept),
                is_a_word=True if kept else None,
            )
        )
        self._show()

    @property
    def _place_to_swap(self) -> int | None:
        """Of the first word that is marked, else of the one under the cursor."""
        marked = {plain_word(each) for each in self._reaction.stumbled_over.split()}
        places = [
            place
            for place, word in enumerate(clean_line(self._statement).split())
            if plain_word(word) in marked
        ]
        return places[0] if places else self._words.selected

    async def command_swap_marked_word(self) -> None:
        place = self._place_to_swap
        if place is not None:
            await self.frame.close_page()
            await self._swap(self._reaction_id, place)
