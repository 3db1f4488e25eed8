"""The scoring stage on the screen: the drafts of a round, who is waited for, what was revealed.

Leaves out how lines are made (`rows`, `reveal`, `comparison`), and what the keys do to a round
(`balloting`) and to a draft (`judging`).
"""

from collections.abc import Sequence
from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.content import Content

from workshop_tui.domain.ballots import are_named
from workshop_tui.domain.drafting import shortlist
from workshop_tui.domain.message import Message
from workshop_tui.domain.rounds import Round, RoundDraft
from workshop_tui.domain.scoring import find_number, open_round, round_number
from workshop_tui.domain.session import Session
from workshop_tui.domain.setup import voters
from workshop_tui.domain.tally import rounds_of, talk_order
from workshop_tui.progress import missing, stuck
from workshop_tui.room import Room
from workshop_tui.store.on_screen import AGREEMENT, ROUNDS
from workshop_tui.ui.look import STRONG
from workshop_tui.ui.page import Fact
from workshop_tui.ui.stages.base import StageView
from workshop_tui.ui.stages.scoring.balloting import Balloting
from workshop_tui.ui.stages.scoring.comparison import compared_lines
from workshop_tui.ui.stages.scoring.drawing import Drawing
from workshop_tui.ui.stages.scoring.judged import judged_lines
from workshop_tui.ui.stages.scoring.judging import Judging
from workshop_tui.ui.stages.scoring.reveal import revealed_lines, side_by_side_lines
from workshop_tui.ui.stages.scoring.rows import (
    Waiting,
    draft_rows,
    question_lines,
    waiting_lines,
)
from workshop_tui.ui.widgets.arranging import Across
from workshop_tui.ui.widgets.pane import Pane
from workshop_tui.ui.widgets.question import Answers, YesNoQuestion
from workshop_tui.ui.widgets.rows import Column, RowList

MOST_DRAFTS_SHOWN: Final = 6
LINES_WHEN_EMPTY: Final = 3
SPREAD_WIDTH: Final = 7
LEAST_PAPER: Final = 40
ROOMY: Final = 160
"""Cells from which the scores of all drafts stand beside those of one."""
NEXT_ROUND: Final = ""
"""Where one stands who looks at the shortlist of the round that is to be opened."""


class ScoringView(StageView):
    """The drafts of one round and what may be seen of it."""

    stage = "scoring"
    DEFAULT_CSS = """
    ScoringView {
        layout: vertical;
        & > #scored { height: 3; max-width: 120; }
        & #paper { width: 1fr; max-width: 120; padding: 1 2 0 2; }
        & #all-drafts { width: 1fr; max-width: 96; padding: 1 2 0 4; display: none; }
        &.-roomy #all-drafts { display: block; }
        &.-roomy > #scored { width: 50%; }
    }
    """

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._drafts = RowList([Column()] * 4, on_move=self._draft_moved, id="scored")
        self._paper = Pane(id="paper")
        self._all_drafts = Pane(id="all-drafts")
        self.panes = (self._drafts, self._paper)
        self._at: str | None = None
        self._shows_typing = False
        self._compares = False
        self._hands_counted: tuple[str, str] | None = None
        self.doers = (Balloting(self), Judging(self))

    def compose(self) -> ComposeResult:
        yield self._drafts
        with Across():
            yield self._paper
            yield self._all_drafts

    def on_resize(self, event: events.Resize) -> None:
        """The distributions are drawn to the width there is; beside those of one draft, of all."""
        self.set_class(event.size.width >= ROOMY, "-roomy")
        self.call_after_refresh(self._show_paper)

    # -- drawing -----------------------------------------------------------------------------------

    def show(self, session: Session) -> None:
        del session  # drawn from the Room's, which is the same
        shown = self._shown
        self._drafts.set_columns(
            [
                Column("", 2, "right"),
                Column("", 1),
                Column(self._heading(shown)),
                Column(self._spread_heading(shown), SPREAD_WIDTH, "right"),
            ]
        )
        self._drafts.set_empty(
            [Content(self.t("scoring_view.empty_what")), Content(self.t("scoring_view.empty_how"))]
        )
        rows = draft_rows(self._drafts_of(shown), shown, self._drawing)
        self._drafts.set_rows(rows)
        self._drafts.styles.height = 1 + min(len(rows) or LINES_WHEN_EMPTY, MOST_DRAFTS_SHOWN)
        self._show_paper()

    @property
    def _drawing(self) -> Drawing:
        return Drawing(self.session, self.language)

    @property
    def _places(self) -> tuple[str, ...]:
        """The rounds that can be looked at, and the next one where none is open."""
        rounds = tuple(each.id for each in self.session.scoring.rounds)
        return rounds if open_round(self.session.scoring) else (*rounds, NEXT_ROUND)

    @property
    def _shown(self) -> Round | None:
        """The round that is looked at: the latest, unless another one was gone to."""
        rounds = self.session.scoring.rounds
        at = self._at if self._at in self._places else None
        if at is None:
            return rounds[-1] if rounds else None
        return next((each for each in rounds if each.id == at), None)

    def _drafts_of(self, shown: Round | None) -> tuple[RoundDraft, ...]:
        if shown is not None:
            return shown.drafts
        return tuple(
            RoundDraft(draft=draft.id, version=draft.version, text=draft.text)
            for draft in shortlist(self.session.drafting)
        )

    def _heading(self, shown: Round | None) -> str:
        if shown is None:
            return self.t("scoring_view.shortlist")
        return self.t("scoring_view.round", number=round_number(self.session.scoring, shown))

    def _spread_heading(self, shown: Round | None) -> str:
        return self.t("scoring_view.spread") if shown and shown.is_revealed else ""

    def _draft_moved(self, key: str | None) -> None:
        del key
        self._paper.read_from_top()
        self._show_paper()

    def _show_paper(self) -> None:
        shown, draft = self._shown, self._drafts.selected
        width = max(LEAST_PAPER, self._paper.size.width)
        if shown is None:
            lines = self._before_round()
            lines += judged_lines(draft or "", width, self._drawing)
        elif not shown.is_revealed:
            lines = waiting_lines(shown, self._waiting(shown), width, self._drawing)
        elif draft is None:
            lines = []
        elif self._compares and self._can_compare:
            lines = compared_lines(draft, width, self._drawing)
        else:
            lines = revealed_lines(shown, draft, width, self._drawing)
        self._paper.set_paragraphs(lines)
        if self.has_class("-roomy"):
            beside = max(LEAST_PAPER, self._all_drafts.size.width)
            all_drafts = side_by_side_lines(shown, beside, self._drawing) if shown else ()
            self._all_drafts.set_paragraphs(all_drafts)

    @property
    def _can_compare(self) -> bool:
        """Whether the selected draft was scored in more rounds than one."""
        draft = self._drafts.selected
        return draft is not None and len(rounds_of(self.session.scoring, draft)) > 1

    def _before_round(self) -> list[Content]:
        """What the next round would be, and the key that opens it."""
        present = len(voters(self.session.setup))
        drafts = len(shortlist(self.session.drafting))
        if not drafts:
            return []
        return [
            Content.styled(self.t("scoring_view.may_vote", count=present), STRONG),
            Content(""),
            Content(self.t("scoring_view.how_to_open")),
            Content(""),
            *question_lines(self._drawing),
        ]

    def _waiting(self, opened: Round) -> Waiting:
        scored = {voter: len(self.room.drafts_scored_by(voter)) for voter in opened.voters}
        return Waiting(self.room.waiting_for(), self.room.absent_voters(), scored)

    @property
    def selected_for_all(self) -> str:
        return self._drafts.selected or ""

    @property
    def slide_for_all(self) -> str:
        """The rounds side by side while they are; the hands until another draft or round is."""
        if self._compares and self._can_compare:
            return ROUNDS
        return AGREEMENT if self._hands_counted == self._talked_about else ""

    @property
    def _talked_about(self) -> tuple[str, str]:
        """The selected draft, and the round that is looked at."""
        return self._drafts.selected or "", self._shown.id if self._shown else NEXT_ROUND

    def facts(self) -> Sequence[Fact]:
        scoring = self.session.scoring
        opened = open_round(scoring)
        facts: list[Fact] = []
        if opened is not None:
            number = round_number(scoring, opened)
            waited_for = len(self.room.waiting_for())
            promised = "named" if are_named(opened, self.session.setup.ballots) else "shuffled"
            facts.append(Message.of(f"scoring_view.is_open.{promised}", number=number))
            if waited_for:
                voters = len(opened.voters)
                facts.append(Message.of("scoring_view.waiting", waited_for, all=voters))
            else:
                facts.append(Message.of("scoring_view.may_reveal"))
            key = "shown" if self.is_typing_shown else "hidden"
            facts.append(Message.of(f"scoring_view.typing.{key}"))
            return facts
        if len(self._places) > 2:
            facts.append(Message.of("scoring_view.rounds", len(scoring.rounds)))
        if scoring.outcome is not None:
            number = find_number(scoring.outcome.draft)
            kind = scoring.outcome.kind
            facts.append(Message.of(f"scoring_view.decided.{kind}", number=number))
        elif self._shown is not None:
            facts += self._talk_first(self._shown)
        if stuck(self.session) and not self.is_projecting:
            facts.append(Message.of("scoring_view.may_be_stuck"))
        facts += missing(self.session, "scoring")[:1]
        return facts

    def _talk_first(self, shown: Round) -> list[Fact]:
        """Of all drafts, where the group is furthest apart."""
        apart = talk_order(shown)
        if not apart:
            return [Message.of("scoring_view.nobody_apart")]
        first = apart[0]
        criterion = Message.of(f"scoring_view.short.{first.criterion}")
        number = find_number(first.draft)
        return [Message.of("scoring_view.talk_about", number=number, criterion=criterion)]

    # -- what the doers know of the view -----------------------------------------------------------

    @property
    def selected_draft(self) -> str | None:
        return self._drafts.selected

    @property
    def is_typing_shown(self) -> bool:
        return self._shows_typing and not self.is_projecting

    def look_at_latest(self) -> None:
        self._at = None
        self.show(self.session)

    def show_last_written(self) -> None:
        self._compares = False
        self._show_paper()
        self._paper.move("last")

    def show_hands(self) -> None:
        self._hands_counted = self._talked_about

    # -- commands ----------------------------------------------------------------------------------

    def reason_against(self, command: str) -> Message | None:
        if command == "compare_rounds":
            if self._shown is not None and not self._shown.is_revealed:
                return Message.of("scoring_view.reveal_first")
            return None if self._can_compare else Message.of("scoring_view.one_round_only")
        return super().reason_against(command)

    def matters(self, command: str) -> bool:
        scoring = self.session.scoring
        if command == "filter":
            return False
        if command == "record_dissent":
            return scoring.outcome is not None and open_round(scoring) is None
        return command != "open_round" or scoring.outcome is None

    def command_move_left(self) -> None:
        """The round before this one."""
        self._step(-1)

    def command_move_right(self) -> None:
        """The round after this one; behind the last, what the next one would score."""
        self._step(1)

    def _step(self, step: int) -> None:
        places, shown = self._places, self._shown
        place = places.index(shown.id if shown else NEXT_ROUND)
        self._at = places[max(0, min(len(places) - 1, place + step))]
        self.show(self.session)

    def command_compare_rounds(self) -> None:
        """The rounds of the selected draft side by side, or one round alone again."""
        self._compares = not self._compares
        self._paper.read_from_top()
        self.show(self.session)

    async def command_show_typing(self) -> None:
        """Show scores and reasons while they are typed, once it is said that nobody else looks."""
        if self._shows_typing:
            self._shows_typing = False
            return

        def then(answers: Answers) -> None:
            self._shows_typing = answers.yes("alone")

        question = YesNoQuestion(
            key="alone", ask=self.t("scoring_view.ask_show_typing"), default="n"
        )
        await self.ask("show typing", [question], then)
