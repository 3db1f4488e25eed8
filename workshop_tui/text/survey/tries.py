"""Finding many short phrases in a stream of readings at once, all tokens in step."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from workshop_tui.text.survey.corpus import Block
from workshop_tui.text.survey.pieces import Flags

_NOWHERE = 0
_ROOT = 1


class PhraseTrie:
    """Phrases of forms as a table of steps: state and word give the next state.

    Only words that occur in a phrase get a column, so the table stays small.
    """

    def __init__(self, phrases: Mapping[tuple[str, ...], int], forms: Sequence[str]) -> None:
        """phrases: form sequences with a value >= 0. forms: the form of each form number."""
        columns: dict[str, int] = {}
        for phrase in phrases:
            for form in phrase:
                columns.setdefault(form, len(columns) + 1)
        self._column = np.zeros(2 * len(forms), np.int16)
        for number, form in enumerate(forms):
            self._column[2 * number : 2 * number + 2] = columns.get(form, 0)
        steps: list[dict[int, int]] = [{}, {}]
        values: dict[int, int] = {}
        for phrase, value in phrases.items():
            state = _ROOT
            for form in phrase:
                step = steps[state]
                if columns[form] not in step:
                    step[columns[form]] = len(steps)
                    steps.append({})
                state = step[columns[form]]
            values[state] = value
        self._next = np.zeros((len(steps), len(columns) + 1), np.int16)
        for state, step in enumerate(steps):
            for column, target in step.items():
                self._next[state, column] = target
        self._value = np.full(len(steps), -1, np.int8)
        for state, value in values.items():
            self._value[state] = value
        self._longest = max(map(len, phrases), default=0)

    def mark(self, block: Block) -> npt.NDArray[np.int8]:
        """Per token of a block, the value of a phrase that covers it, or -1.

        A phrase does not reach over a clause sign. Longer phrases win.
        """
        marks = np.full(len(block.readings), -1, np.int8)
        columns = self._column[block.readings]
        starts = np.flatnonzero(self._next[_ROOT, columns])
        state: npt.NDArray[np.int16] = self._next[_ROOT, columns[starts]]
        for length in range(1, self._longest):
            inside = starts + length < len(columns)
            starts, state = starts[inside], state[inside]
            at = starts + length
            state = np.where(block.opens[at], _NOWHERE, self._next[state, columns[at]])
            alive = state != _NOWHERE
            starts, state = starts[alive], state[alive]
            self._mark_ends(marks, starts, state, length + 1)
        return marks

    def _mark_ends(
        self,
        marks: npt.NDArray[np.int8],
        starts: npt.NDArray[np.intp],
        state: npt.NDArray[np.int16],
        length: int,
    ) -> None:
        values = self._value[state]
        found = values >= 0
        for offset in range(length):
            marks[starts[found] + offset] = values[found]


def negated_tokens(block: Block, negates: Flags, revokes: Flags) -> Flags:
    """Whether one of the two tokens before a token, in its clause, is a negator.

    negates, revokes: flags per reading; "only" in "not only" revokes the negator before it.
    """
    opens = block.opens
    negator = negates[block.readings]
    negator[:-1] &= ~(revokes[block.readings[1:]] & ~opens[1:])
    negated = np.zeros(len(negator), np.bool_)
    negated[1:] = negator[:-1] & ~opens[1:]
    negated[2:] |= negator[:-2] & ~opens[1:-1] & ~opens[2:]
    return negated
