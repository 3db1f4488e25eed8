"""Where a draft comes from: the drafts that it was made of, theirs, and the support they had.

Nothing of it is stored: parents are, in each draft (`drafting`), and dots in each vote (`dots`).
"""

from workshop_tui.domain.dots import dots_on
from workshop_tui.domain.drafting import Draft, Drafting


def ancestors_of(drafting: Drafting, draft: Draft) -> tuple[Draft, ...]:
    """All drafts that this one was made of, each once, the nearest first."""
    by_id = {each.id: each for each in drafting.drafts}
    found: dict[str, Draft] = {}
    wanted = list(draft.parents)
    while wanted:
        parent = by_id.get(wanted.pop(0))
        if parent is not None and parent.id not in found and parent.id != draft.id:
            found[parent.id] = parent
            wanted += parent.parents
    return tuple(found.values())


def inherited_dots(drafting: Drafting, draft: Draft) -> int:
    """The dots on the drafts that this one was made of: its support from before the merge."""
    ancestors = ancestors_of(drafting, draft)
    return sum(dots_on(drafting.votes, each.id) or 0 for each in ancestors)
