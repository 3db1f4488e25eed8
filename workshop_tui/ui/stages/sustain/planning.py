"""How the plan is written: goals, changes, obstacles, meanings, the roll-out and the review.

Leaves out what the forms ask (`forms`) and what customers and employees answered (`hearing`).
"""

from collections.abc import Callable
from typing import Final

from workshop_tui.domain.message import Message, refuse
from workshop_tui.domain.sustain import out_of_reach
from workshop_tui.domain.values import find
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.sustain import goal_forms, obstacle_forms
from workshop_tui.ui.stages.sustain.hearing import Hearing
from workshop_tui.ui.stages.sustain.host import SustainHost
from workshop_tui.ui.stages.sustain.rows import ANSWERS
from workshop_tui.ui.widgets.question import Answers

FIXED_ROWS: Final = frozenset({"gloss", "roll_out"})
"""Topics whose rows are given: adding writes the first that is not written yet."""


class Planning(CommandTarget):
    """Opens the form for a topic, or for what the cursor is on."""

    def __init__(self, host: SustainHost, hearing: Hearing) -> None:
        self._host = host
        self._hearing = hearing

    def reason_against(self, command: str) -> Message | None:
        reasons: dict[str, Callable[[], Message | None]] = {
            "rate_goal": self._why_no_rating,
            "close_item": self._why_no_closing,
            "answer": self._why_hidden,
        }
        return reasons[command]() if command in reasons else None

    def _why_no_rating(self) -> Message | None:
        is_goal = self._host.selected_in("goals")
        return None if is_goal else Message.of("sustain_view.no_goal_selected")

    def _why_no_closing(self) -> Message | None:
        is_closable = self._host.selected and self._listed in {"goals", "obstacles"}
        return None if is_closable else Message.of("sustain_view.nothing_to_close")

    def _why_hidden(self) -> Message | None:
        host = self._host
        obstacles = host.session.sustain.obstacles
        is_sensitive = any(each.is_sensitive and each.id == host.selected for each in obstacles)
        hides = host.is_projecting and is_sensitive
        return Message.of("sustain_view.sensitive_on_projector") if hides else None

    @property
    def _listed(self) -> str:
        """The topic whose list stands on the right."""
        return self._host.list_beside(self._host.topic)

    async def command_answer(self) -> None:
        """Change what is under the cursor on the right; else begin with the topic."""
        host = self._host
        if host.selected == ANSWERS:
            await self._hearing.command_read_answers()
        elif host.selected:
            await host.ask_form(host.forms.to_change(self._listed, host.selected))
        else:
            await self.command_add()

    async def command_add(self) -> None:
        """Add to the topic under the cursor, or write what it still lacks."""
        host = self._host
        first_open = self._first_open() if host.topic in FIXED_ROWS else ""
        await host.ask_form(host.forms.to_add(host.topic, first_open))

    def _first_open(self) -> str:
        """The first word or part of the list that is not written yet, else the first."""
        rows = self._host.listing(self._host.topic).rows
        if not rows:
            raise refuse("refused.no_statement_yet")
        return next((row.key for row in rows if not row.cells[0].plain), rows[0].key)

    async def command_rate_goal(self) -> None:
        """Ask how achievable staff find it, and for a smaller step where they do not."""
        host, goal_id = self._host, self._host.selected
        form = goal_forms.rate_form(find(host.session.sustain.goals, goal_id), host.t)

        async def then(answers: Answers) -> bool:
            if not host.act(form.action(answers)):
                return False
            goal = find(host.session.sustain.goals, goal_id)
            if out_of_reach(goal):
                names, today = host.forms.names, host.room.today
                await host.ask_form(goal_forms.smaller_step_form(goal, names, today, host.t))
            return True

        await host.ask(form.name, form.questions, then)

    async def command_close_item(self) -> None:
        host, sustain = self._host, self._host.session.sustain
        if self._listed == "goals":
            goal = find(sustain.goals, host.selected)
            await host.ask_form(goal_forms.close_goal_form(goal, host.t))
        else:
            obstacle = find(sustain.obstacles, host.selected)
            await host.ask_form(obstacle_forms.resolve_form(obstacle, host.t))
