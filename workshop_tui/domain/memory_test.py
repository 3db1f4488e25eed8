"""The memory test: a draft is shown for ten seconds and hidden; each person says it back.

It is the honest test of "simple": what nobody can say again is not simple, however short. Words
count alone: not their order, not capitals, not punctuation. Who said what is not kept.
"""

import re
import unicodedata
from collections import Counter
from typing import ClassVar, TypeAlias, assert_never

import msgspec

from workshop_tui.domain.values import (
    Action,
    Count,
    Identified,
    Line,
    add,
    changed,
    find,
    put,
    required,
)

SECONDS_SHOWN = 10
"""How long a draft is shown (our default)."""

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


class MemoryTest(Identified, frozen=True):
    """One showing of a draft, and what people said back, in the order of the alphabet."""

    draft: str
    version: Count
    text: Line
    said: tuple[Line, ...] = ()


class _MemoryAction(Action, frozen=True):
    stage = "drafting"


class StartMemoryTest(_MemoryAction, frozen=True):
    id_prefix: ClassVar[str] = "memory"
    draft: str
    id: str = ""


class RecordMemory(_MemoryAction, frozen=True):
    """What one person said back. said: as far as that person came."""

    test: str
    said: Line


MemoryAction: TypeAlias = StartMemoryTest | RecordMemory


class Recall(msgspec.Struct, frozen=True):
    """share: of the words that were said back, 0 to 1. lost: the others, as they stand there."""

    share: float
    lost: tuple[str, ...]


class MemoryResult(msgspec.Struct, frozen=True):
    """people: who said it back. share: their mean, 0 to 1.

    lost: words and how many people lost each, the most often lost first.
    """

    people: int
    share: float
    lost: tuple[tuple[str, int], ...]


def apply(
    tests: tuple[MemoryTest, ...], action: MemoryAction, shown: MemoryTest | None
) -> tuple[MemoryTest, ...]:
    """The tests after the action. shown: the draft as it reads now, for one that begins.

    Raises RefusedError with the reason.
    """
    match action:
        case StartMemoryTest():
            return add(tests, shown) if shown else tests
        case RecordMemory():
            test = find(tests, action.test)
            said = tuple(sorted((*test.said, required(action.said, "text"))))
            return put(tests, changed(test, said=said))
        case _:
            assert_never(action)


def recalled(text: str, said: str) -> Recall:
    """How much of a text was said back."""
    found, lost = _found_and_lost(text, said)
    words = len(found) + len(lost)
    return Recall(len(found) / words if words else 1.0, tuple(lost))


def without_own_words(test: MemoryTest) -> MemoryTest:
    """The same test, with only those words of the draft that each person said back.

    Its result is the same; what somebody said instead, or beside it, is gone.
    """
    found = (" ".join(_found_and_lost(test.text, said)[0]) for said in test.said)
    return changed(test, said=tuple(sorted(found)))


def _found_and_lost(text: str, said: str) -> tuple[list[str], list[str]]:
    left = Counter(_bare(word) for word in said.split())
    found: list[str] = []
    lost: list[str] = []
    for word in text.split():
        bare = _bare(word)
        if not bare:
            continue
        (found if left[bare] else lost).append(_EDGES.sub("", word))
        left[bare] -= bool(left[bare])
    return found, lost


def result(test: MemoryTest) -> MemoryResult | None:
    """What a test showed; None before anybody said anything."""
    if not test.said:
        return None
    recalls = [recalled(test.text, said) for said in test.said]
    lost = Counter(word for recall in recalls for word in dict.fromkeys(recall.lost))
    share = sum(recall.share for recall in recalls) / len(recalls)
    return MemoryResult(len(recalls), share, tuple(lost.most_common()))


def last_result(
    tests: tuple[MemoryTest, ...], draft: str
) -> tuple[MemoryTest, MemoryResult] | None:
    """The latest test of a draft that showed anything, and what it showed."""
    for test in reversed(tests):
        found = result(test) if test.draft == draft else None
        if found is not None:
            return test, found
    return None


def _bare(word: str) -> str:
    """A word as it is compared."""
    return _EDGES.sub("", unicodedata.normalize("NFKC", word).casefold().replace("’", "'"))
