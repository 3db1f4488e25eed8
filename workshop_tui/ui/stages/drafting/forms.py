"""What drafting asks: a line with its author, numbers of drafts, two wordings, dots. No screen."""

import re
from collections.abc import Sequence
from typing import Final

import msgspec

from workshop_tui.domain.dots import DotCardAction, DotVote, MarkAbsentFromDots, PlaceDots
from workshop_tui.domain.drafting import Draft, Drafting
from workshop_tui.domain.message import Message, RefusedError, refuse
from workshop_tui.domain.setup import Person, Setup, called, name_of
from workshop_tui.domain.values import Identified
from workshop_tui.ui.stages.drafting.papers import Wording
from workshop_tui.ui.widgets.question import Question

LONGEST_NAME_TYPED = 80
ABSENT: Final = frozenset({"absent", "absen"})
PASSES: Final = "-"


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


def author_kept(line: Filed, setup: Setup) -> str:
    """Whose line it is, unless the group chose to keep no authors."""
    return "" if setup.authors == "not_kept" else line.author


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


class WordingsQuestion(Question, frozen=True, kw_only=True):
    """Two wordings: `3 7`, or `7.1 7.3` for two versions of one draft."""

    drafting: Drafting

    def parsed(self, text: str) -> str:
        wordings_numbered(self.drafting, text)
        return text


def wordings_numbered(drafting: Drafting, typed: str) -> tuple[Wording, Wording]:
    """The two wordings with these numbers. Raises RefusedError where they are not two."""
    numbers = re.split(r"[\s,;+&]+", typed.strip())
    if len(numbers) != 2:
        raise refuse("drafting_view.not_two_wordings")
    old, new = (_wording(drafting, number) for number in numbers)
    return old, new


def _wording(drafting: Drafting, typed: str) -> Wording:
    number, _, version = typed.partition(".")
    (draft,) = drafts_numbered(drafting, number)
    if not version:
        return Wording(draft, draft.version)
    if not (version.isascii() and version.isdecimal() and 1 <= int(version[:6]) <= draft.version):
        raise refuse("drafting_view.no_such_version", number=draft.number, last=draft.version)
    return Wording(draft, int(version))


class DotsQuestion(Question, frozen=True, kw_only=True):
    """One person's dots; Tab completes the name. Typed unseen: the room sees the screen."""

    setup: Setup
    vote: DotVote

    def parsed(self, text: str) -> str:
        read_dots(text, self.setup, self.vote)
        return text

    def completed(self, text: str) -> str:
        started = text.strip().casefold()
        begun = [
            person
            for person in self.setup.people
            if person.id in self.vote.voters and _begins(person, started)
        ]
        return f"{begun[0].name} " if started and len(begun) == 1 else text

    def echo(self, text: str) -> Message | None:
        try:
            voter = read_dots(text, self.setup, self.vote).voter
        except RefusedError:
            return None
        return Message.of("drafting_view.dots_of", name=name_of(self.setup, voter))


def read_dots(line: str, setup: Setup, vote: DotVote) -> DotCardAction:
    """`ana 2 5 5` as two dots on draft 5 and one on draft 2; `ana -` passes, `ana absent` is away.

    Raises RefusedError, which never repeats a number, because the room sees what is refused.
    """
    words = line.replace(",", " ").replace(";", " ").split()
    if len(words) < 2:
        raise refuse("drafting_view.not_dots", most=vote.dots_each)
    *name, last = words
    if last.casefold() in ABSENT:
        return MarkAbsentFromDots(voter=_voter(" ".join(name), setup, vote))
    if last == PASSES:
        return PlaceDots(voter=_voter(" ".join(name), setup, vote))
    end = _end_of_name(words, setup)
    return PlaceDots(
        voter=_voter(" ".join(words[:end]), setup, vote), drafts=_dotted(words[end:], vote)
    )


def _end_of_name(words: Sequence[str], setup: Setup) -> int:
    """Where the name ends; a whole name may itself end in a number."""
    first = _end_of_words(words)
    names = {name.casefold() for person in setup.people for name in (person.name, person.key)}
    whole = (end for end in range(first, len(words)) if " ".join(words[:end]).casefold() in names)
    return next(whole, first)


def _end_of_words(words: Sequence[str]) -> int:
    """Where the numbers begin with which a line ends; at least one word stands before them."""
    end = len(words)
    while end > 1 and words[end - 1].isascii() and words[end - 1].isdecimal():
        end -= 1
    return end


def _dotted(numbers: Sequence[str], vote: DotVote) -> tuple[str, ...]:
    drafts = {str(Identified(id=each.draft).number): each.draft for each in vote.drafts}
    if len(numbers) > vote.dots_each:
        raise refuse("refused.too_many_dots", vote.dots_each)
    if not set(numbers) <= drafts.keys():
        raise refuse("refused.not_in_dot_vote")
    return tuple(drafts[number] for number in numbers)


def _voter(name: str, setup: Setup, vote: DotVote) -> str:
    try:
        person = called(setup, name.rstrip(":"))
    except RefusedError:
        if any(character.isdigit() for character in name):  # a slip among the numbers, not a name
            raise refuse("drafting_view.not_dots", most=vote.dots_each) from None
        raise
    if person.id not in vote.voters:
        raise refuse("refused.may_not_vote")
    return person.id
