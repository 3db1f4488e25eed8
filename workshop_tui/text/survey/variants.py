"""Spelling variants: two words that may be one, for a person to decide (*sempit* is not *sempet*).

Same first letter, one slip apart (two from eight letters), and one of the two unknown to the
dictionaries. Candidates meet through what is left of them when letters are taken out, so that
only likely pairs are compared.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from workshop_tui.text.dictionaries import is_english, is_indonesian
from workshop_tui.text.indonesian import has_indonesian_shape

SHORTEST = 4
TWO_SLIPS_FROM = 8
MOST_WORDS = 4_000


def variant_pairs(people: Mapping[str, int]) -> tuple[tuple[str, str], ...]:
    """Pairs (more people, fewer people) of words that may be one, the larger pairs first."""
    order = sorted(people, key=lambda word: (-people[word], word))
    words = [word for word in order if len(word) >= SHORTEST and word.isalpha()][:MOST_WORDS]
    known = {word: _is_known(word) for word in words}
    unknown = {(word[0], len(word)) for word in words if not known[word]}
    meeting: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if known[word] and not unknown.intersection(_near_sizes(word)):
            continue  # no unknown word that it could be meant by
        for rest in _shortened(word):
            meeting[rest].append(word)
    candidates = {
        (first, second)
        for group in meeting.values()
        if len(group) > 1 and not all(known[word] for word in group)
        for first, second in combinations(group, 2)
        if first[0] == second[0] and not (known[first] and known[second])
    }
    pairs = [pair for pair in candidates if slips(*pair) <= _allowed(*pair)]
    return tuple(sorted(pairs, key=lambda pair: (-people[pair[0]], -people[pair[1]], pair)))


def _is_known(word: str) -> bool:
    return is_english(word) or is_indonesian(word) or has_indonesian_shape(word)


def _near_sizes(word: str) -> Iterator[tuple[str, int]]:
    """First letter and size of the words that may be a slip or two away."""
    return ((word[0], size) for size in range(len(word) - 2, len(word) + 3))


def _allowed(first: str, second: str) -> int:
    return 2 if min(len(first), len(second)) >= TWO_SLIPS_FROM else 1


def _shortened(word: str) -> Iterator[str]:
    """The word, and the word with one letter out (two for long words)."""
    seen = {word}
    for _ in range(2 if len(word) >= TWO_SLIPS_FROM else 1):
        seen |= {rest[:at] + rest[at + 1 :] for rest in seen for at in range(1, len(rest))}
    yield from seen


def slips(first: str, second: str) -> int:
    """Letters put in, left out, changed or swapped with a neighbour (Damerau's distance)."""
    before: list[int] = []
    row = list(range(len(second) + 1))
    for index, letter in enumerate(first, 1):
        above, row, older = row, [index], before
        for place, other in enumerate(second, 1):
            cost = min(above[place] + 1, row[-1] + 1, above[place - 1] + (letter != other))
            is_swap = (
                index > 1
                and place > 1
                and letter == second[place - 2]
                and first[index - 2] == other
            )
            if is_swap:
                cost = min(cost, older[place - 2] + 1)
            row.append(cost)
        before = above
    return row[-1]
