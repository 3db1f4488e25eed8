"""Which words went and which came between two wordings of a statement. Knows no stage."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

ChangeKind = Literal["kept", "removed", "added"]


@dataclass(frozen=True, slots=True)
class Change:
    """Neighbouring words that share a fate. words: apart by one space, never empty."""

    kind: ChangeKind
    words: str


def word_diff(old: str, new: str) -> tuple[Change, ...]:
    """What was kept, removed and added, in reading order; a removal stands before its replacement.

    The kept and removed words are those of `old`, the kept and added ones those of `new`. A word
    is what stands between spaces, with its punctuation.
    """
    old_words, new_words = old.split(), new.split()
    changes: list[Change] = []
    matcher = SequenceMatcher(None, old_words, new_words, autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            changes.append(Change("kept", " ".join(old_words[old_from:old_to])))
            continue
        if old_from < old_to:
            changes.append(Change("removed", " ".join(old_words[old_from:old_to])))
        if new_from < new_to:
            changes.append(Change("added", " ".join(new_words[new_from:new_to])))
    return tuple(changes)
