"""Where one draft comes from, laid over the drafts: its parents and theirs, with every wording.

Leaves out the short form that stands beside the drafts (`details`).
"""

from collections.abc import Iterator
from typing import Final

from textual.content import Content

from workshop_tui.domain.dots import dots_on
from workshop_tui.domain.drafting import Draft
from workshop_tui.domain.message import Message
from workshop_tui.ui.look import DIM, DONE, GOOD, STRONG, plain
from workshop_tui.ui.page import CommandTarget
from workshop_tui.ui.stages.drafting.board import items_used
from workshop_tui.ui.stages.drafting.host import NO_DRAFT_YET, DraftingHost
from workshop_tui.ui.stages.drafting.rows import Drawing
from workshop_tui.ui.widgets.word_changes import changed_words

DEEPER: Final = "    "
"""Before what a draft was made of."""


class Origins(CommandTarget):
    """Lays the tree of the draft under the cursor over the drafts."""

    def __init__(self, host: DraftingHost) -> None:
        self._host = host

    def reason_against(self, command: str) -> Message | None:
        del command
        return NO_DRAFT_YET if self._host.selected_draft is None else None

    def command_show_origin(self) -> None:
        draft = self._host.selected_draft
        if draft is not None:
            self._host.show_paper(origin(draft, self._host.drawing))


def origin(draft: Draft, drawing: Drawing) -> list[Content]:
    """The draft, what it took from the board, and the tree of what it was made of."""
    heading = drawing.said("drafting_view.origin_of", number=draft.number)
    lines = [Content.styled(heading, STRONG)]
    for each, depth in lineage(draft, drawing):
        lines += [Content(""), *_told(each, depth, drawing)]
    used = items_used(draft, drawing)
    if used:
        sign = Content.styled(f"{DONE} ", GOOD)
        board = drawing.said("drafting_view.from_the_board")
        lines += [Content(""), Content.styled(board, DIM), *(sign + plain(item) for item in used)]
    return [*lines, Content(""), Content.styled(drawing.said("drafting_view.paper_away"), DIM)]


def lineage(draft: Draft, drawing: Drawing) -> Iterator[tuple[Draft, int]]:
    """The draft and all that it was made of, each beneath its child; how deep it lies.

    A draft that went into several is told each time, but what it was made of only once.
    """
    by_id = {each.id: each for each in drawing.session.drafting.drafts}
    seen: set[str] = set()
    waiting = [(draft.id, 0)]
    while waiting:
        draft_id, depth = waiting.pop()
        found = by_id.get(draft_id)
        if found is None:
            continue
        yield found, depth
        if found.id not in seen:
            seen.add(found.id)
            waiting += [(parent, depth + 1) for parent in reversed(found.parents)]


def facts_of(draft: Draft, drawing: Drawing) -> str:
    """Version, exercise and dots of a draft; "" where there is nothing to tell."""
    dots = dots_on(drawing.session.drafting.votes, draft.id)
    facts = []
    if draft.version > 1:
        facts.append(drawing.said("drafting_view.version", version=draft.version))
    if draft.exercise != "free" and not draft.parents:
        facts.append(drawing.said(f"exercise.{draft.exercise}"))
    if dots:
        facts.append(drawing.said("drafting_view.dot_count", count=dots))
    return ", ".join(facts)


def _told(draft: Draft, depth: int, drawing: Drawing) -> list[Content]:
    """One draft of the tree: how it reads, then how each wording came of the one before."""
    indent = DEEPER * depth
    branch = Content.styled(f"{'└ ' if depth else ''}{draft.number}  ", DIM)
    facts = Content.styled(f"  {facts_of(draft, drawing)}", DIM)
    lines = [(branch + plain(draft.text, STRONG) + facts).rstrip().pad_left(len(indent))]
    for place in range(len(draft.versions) - 1, 0, -1):
        version, before = draft.versions[place], draft.versions[place - 1]
        said = drawing.said("drafting_view.version", version=place + 1)
        reason = Content("  ") + plain(version.reason, DIM) if version.reason else Content("")
        change = Content.styled(f"{said}  ", DIM) + changed_words(before.text, version.text)
        lines.append((change + reason).pad_left(len(indent) + len(DEEPER)))
    return lines
