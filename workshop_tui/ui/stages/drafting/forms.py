"""What drafting asks: a draft or note as one line with its author, numbers of drafts. No screen."""

import re
from collections.abc import Sequence

import msgspec

from workshop_tui.domain.drafting import Draft, Drafting
from workshop_tui.domain.message import Message, RefusedError, refuse
from workshop_tui.domain.setup import Person, Setup, called, name_of
from workshop_tui.ui.widgets.question import Question

LONGEST_NAME_TYPED = 80


class Filed(msgspec.Struct, frozen=True):
    """A line and whose it is. start: where the text begins in what was typed."""

    text: str
    author: str = ""
    start: int = 0


def filed(setup: Setup, typed: str) -> Filed:
    """`ana: text` as Ana's text; a beginning that means nobody belongs to the text.

    Raises RefusedError where several people could be meant.
    """
    head, colon, text = typed.partition(":")
    if not colon or not head.strip() or len(head) > LONGEST_NAME_TYPED:
        return Filed(typed)
    try:
        person = called(setup, head)
    except RefusedError as refused:
        if refused.reason.key == "refused.several_called":
            raise
        return Filed(typed)
    return Filed(text.strip(), person.id, len(typed) - len(text.lstrip()))


class FiledQuestion(Question, frozen=True, kw_only=True):
    """A line that may begin with a name and a colon; Tab completes the name."""

    setup: Setup

    def parsed(self, text: str) -> str:
        if not filed(self.setup, text).text:
            raise refuse("questions.needed")
        return text

    def completed(self, text: str) -> str:
        started = text.strip().casefold()
        if not started or ":" in text:
            return text
        begun = [person for person in self.setup.people if _begins(person, started)]
        return f"{begun[0].name}: " if len(begun) == 1 else text

    def echo(self, text: str) -> Message | None:
        try:
            author = filed(self.setup, text).author
        except RefusedError as refused:
            return refused.reason
        if not author:
            return None
        return Message.of("drafting_view.filed_under", name=name_of(self.setup, author))


def _begins(person: Person, started: str) -> bool:
    return any(name.casefold().startswith(started) for name in (person.name, person.key) if name)


class DraftNumbersQuestion(Question, frozen=True, kw_only=True):
    """Numbers of two drafts or more: `2 5`."""

    drafting: Drafting

    def parsed(self, text: str) -> str:
        if len(drafts_numbered(self.drafting, text)) < 2:
            raise refuse("refused.merge_needs_two")
        return text


def drafts_numbered(drafting: Drafting, typed: str) -> Sequence[Draft]:
    """The drafts with these numbers, each once, in the order typed.

    Raises RefusedError for what is no number of a draft.
    """
    by_number = {str(draft.number): draft for draft in drafting.drafts}
    wanted = dict.fromkeys(re.split(r"[\s,;+&]+", typed.strip()))
    unknown = [number for number in wanted if number not in by_number]
    if unknown:
        raise refuse("drafting_view.no_such_draft", number=unknown[0])
    return [by_number[number] for number in wanted]
