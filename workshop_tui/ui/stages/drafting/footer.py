"""What drafting names on its bottom line: at most five keys of its own, by what the room is at.

The rest is found in the help and the palette. Leaves out what the keys do.
"""

from typing import Final

from workshop_tui.domain.dots import open_vote
from workshop_tui.domain.drafting import SHORTLIST_WANTED, Draft, Drafting, candidates
from workshop_tui.domain.exercises import running as running_exercise
from workshop_tui.domain.word_smithing import running as running_clock
from workshop_tui.ui.stages.drafting.notes import NOTED_IN
from workshop_tui.ui.stages.drafting.rows import AWAY

ON_A_NOTE: Final = frozenset({"add_draft", "add_note", "set_note_aside", "choose_exercise"})
WITH_FEW_DRAFTS: Final = frozenset(
    {"add_draft", "edit_draft", "merge_drafts", "shortlist_draft", "choose_exercise"}
)
WITH_MANY_DRAFTS: Final = WITH_FEW_DRAFTS - {"choose_exercise"} | {"place_dots"}
IN_A_WRITING_EXERCISE: Final = WITH_FEW_DRAFTS - {"shortlist_draft"}
IN_AN_EXERCISE_WITH_NOTES: Final = IN_A_WRITING_EXERCISE | {"add_note"}
WHILE_DOTS_ARE_PLACED: Final = frozenset({"add_draft", "edit_draft", "place_dots"})
WHILE_WORDS_ARE_SMITHED: Final = WITH_FEW_DRAFTS - {"choose_exercise"} | {"smith_words"}
OF_A_DRAFT_THAT_STANDS: Final = frozenset({"edit_draft", "shortlist_draft"})
BY_PHASE: Final = ON_A_NOTE | WITH_MANY_DRAFTS | WHILE_WORDS_ARE_SMITHED | {"filter"}
"""Commands whose place on the bottom line depends on what the room is at."""


def matters_now(command: str, drafting: Drafting, draft: Draft | None, *, is_on_note: bool) -> bool:
    """Whether a command is likely to be wanted next.

    draft: the one under the cursor. is_on_note: whether the keys act on a note of the board.
    """
    if command not in BY_PHASE:
        return True
    if is_on_note:
        return command in ON_A_NOTE
    wanted = _of_the_phase(drafting)
    if draft is not None and draft.status in AWAY:
        wanted -= OF_A_DRAFT_THAT_STANDS
    return command in wanted


def _of_the_phase(drafting: Drafting) -> frozenset[str]:
    if open_vote(drafting.votes) is not None:
        return WHILE_DOTS_ARE_PLACED
    if running_clock(drafting.smithed, drafting.absences) is not None:
        return WHILE_WORDS_ARE_SMITHED
    run = running_exercise(drafting.runs, drafting.absences)
    if run is not None:
        return IN_AN_EXERCISE_WITH_NOTES if run.kind in NOTED_IN else IN_A_WRITING_EXERCISE
    are_many = len(candidates(drafting)) > SHORTLIST_WANTED[-1]
    return WITH_MANY_DRAFTS if are_many else WITH_FEW_DRAFTS
