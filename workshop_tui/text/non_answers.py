"""Answers that say nothing: "none", "-", "tidak ada". A whole answer, never a part of one.

One answer at a time, for a preview of a few; a survey of a million is sifted by `survey.stream`, by
the same words.
"""

import re
import string
import unicodedata
from functools import lru_cache
from typing import Final

from workshop_tui.text.addresses import without_addresses
from workshop_tui.text.lexicons import non_answers, run_together
from workshop_tui.text.spelling import plain_form
from workshop_tui.text.words import WORD

LONGEST: Final = 60
"""Characters; a longer answer says something, if only much about nothing."""
_AROUND: Final = string.punctuation + string.whitespace + "…–—·“”‘’"
_NUMBER = re.compile(r"\d+")
_BETWEEN_PIECES = re.compile(r"[^0-9A-Za-z'\-\u0080-\U0010ffff]+")


def says_nothing(answer: str) -> bool:
    """Whether a reading would set this answer aside."""
    bare = without_addresses(answer).strip(_AROUND)
    return len(bare) <= LONGEST and _is_silent(bare)


@lru_cache(maxsize=1 << 14)
def _is_silent(answer: str) -> bool:
    words = [word for piece in _BETWEEN_PIECES.split(answer) for word in words_of_piece(piece)]
    return not words or tuple(words) in non_answers()


def words_of_piece(piece: str) -> list[str]:
    """The words of what stands between spaces and ASCII signs.

    Without any, its number or symbol, which still is an answer.
    """
    plain = plain_form(piece)
    words = WORD.findall(plain)
    if words:
        together = run_together()
        return [
            each for word in words for each in together.get(plain_form(word), (plain_form(word),))
        ]
    if any(character.isnumeric() for character in plain):
        return ["".join(_NUMBER.findall(plain)) or plain]
    symbols = "".join(sign for sign in plain if unicodedata.category(sign) == "So")
    return [symbols] if symbols else []
