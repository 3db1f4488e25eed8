"""Which form a key opens: for a topic as a whole, or for what the cursor is on. No screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from workshop_tui.domain.gut_check import plain_word
from workshop_tui.domain.session import Session
from workshop_tui.domain.values import find
from workshop_tui.language import Language
from workshop_tui.ui.page import Say
from workshop_tui.ui.stages.base import Form
from workshop_tui.ui.stages.sustain import (
    change_forms,
    customer_forms,
    goal_forms,
    meaning_forms,
    obstacle_forms,
    roll_out_forms,
)
from workshop_tui.ui.stages.sustain.rows import part_and_language


class QuotesOf(Protocol):
    """What employees wrote with a word of the statement."""

    def __call__(self, word: str) -> Sequence[str]: ...


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of the plan as it stands. language: of the screen."""

    session: Session
    today: date
    language: Language
    t: Say
    quotes_of: QuotesOf
    heard: Callable[[], Sequence[str]]
    """What customers say beside the promise, in sentences; () while nothing was read."""

    def to_add(self, topic: str, first_open: str) -> Form:
        """The form that adds to a topic. first_open: the row that a list of fixed rows lacks."""
        sustain = self.session.sustain
        match topic:
            case "goals":
                return goal_forms.new_goal_form(self.names, self.today, self.t)
            case "changes":
                return change_forms.new_change_form(self.t)
            case "customers":
                return customer_forms.decision_form(
                    None, self.heard(), self.names, self.today, self.t
                )
            case "obstacles":
                return obstacle_forms.new_obstacle_form(self.names, self.today, self.t)
            case "review":
                return goal_forms.review_form(sustain.review, self.today, self.t)
            case _:
                return self.to_change(topic, first_open)

    def to_change(self, listed: str, selected: str) -> Form:
        """The form for a row of a list."""
        sustain, t = self.session.sustain, self.t
        match listed:
            case "goals":
                goal = find(sustain.goals, selected)
                return goal_forms.goal_form(goal, self.names, self.today, t)
            case "changes":
                return change_forms.change_form(find(sustain.changes, selected), t)
            case "customers":
                reviewed = find(sustain.customer_decisions, selected)
                return customer_forms.decision_form(
                    reviewed, self.heard(), self.names, self.today, t
                )
            case "obstacles":
                obstacle = find(sustain.obstacles, selected)
                return obstacle_forms.obstacle_form(obstacle, self.names, self.today, t)
            case "gloss":
                quotes = self.quotes_of(selected)
                return meaning_forms.gloss_form(selected, self.meaning_of(selected), quotes, t)
            case _:
                part, language = part_and_language(selected)
                proposed = roll_out_forms.proposed_part(self.session, part, language)
                return roll_out_forms.part_form(sustain.roll_out, part, language, proposed, t)

    def meaning_of(self, word: str) -> str:
        """What the word means here; "" where nobody has said it."""
        glosses = self.session.sustain.glosses
        return next((each.meaning for each in glosses if plain_word(each.word) == word), "")

    @property
    def names(self) -> tuple[str, ...]:
        """Whom a task may fall to: the roster, and the sponsor."""
        setup = self.session.setup
        sponsor = (setup.sponsor.name,) if setup.sponsor else ()
        return (*(person.name for person in setup.people), *sponsor)
