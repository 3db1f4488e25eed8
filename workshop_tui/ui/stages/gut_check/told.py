"""What the gut check tells in full: one person's reactions, the own feeling, the versions."""

from collections.abc import Callable, Sequence

from textual.content import Content

from workshop_tui.domain.gut_check import (
    GutCheck,
    Reaction,
    Stakeholder,
    StatementVersion,
    statement_version,
    to_recheck,
)
from workshop_tui.domain.message import Message
from workshop_tui.domain.plain_text import clean_line
from workshop_tui.domain.setup import Setup
from workshop_tui.text.reaction import ReactionReading
from workshop_tui.ui.look import DIM, GOOD, PRIVATE, STRONG, UNDERLINED, WARN, plain
from workshop_tui.ui.stages.gut_check.rows import widest
from workshop_tui.ui.widgets.word_changes import changed_words

Say = Callable[[Message], str]
Private = Callable[[Content], Content]
Read = Callable[[str], ReactionReading | None]
"""How a reaction reads; None while that cannot be told yet."""

_LADDER = ("stumbled_over", "why", "without_it")


def told_of_person(
    person: Stakeholder, gut_check: GutCheck, said: Say, private: Private, read: Read
) -> list[Content]:
    """Who it is, what was said word by word, and how the probing went; the newest first."""
    reactions = [each for each in gut_check.reactions if each.stakeholder == person.id]
    told = [_title(person, said, private)]
    if person in to_recheck(gut_check):
        version = statement_version(gut_check)
        told.append(
            Content.styled(said(Message.of("gut_check_view.read_again", version=version)), WARN)
        )
    if not reactions:
        return [*told, _ask("gut_check_view.first_reaction", said)]
    for reaction in reversed(reactions):
        told += _reaction(reaction, said, read(clean_line(reaction.words)))
    latest = reactions[-1]
    if latest.code != "strong" and not (latest.stumbled_over or latest.why):
        told.append(_ask("gut_check_view.probe_now", said))
    return told


def told_of_feelings(gut_check: GutCheck, setup: Setup, said: Say) -> list[Content]:
    """What nagged before anybody else was asked; for the facilitator alone."""
    names = {person.id: person.name for person in setup.people}
    if not gut_check.feelings:
        return [_ask("gut_check_view.own_first", said)]
    told = []
    for feeling in gut_check.feelings:
        key = "gut_check_view.nags" if feeling.nags else "gut_check_view.does_not_nag"
        who = names.get(feeling.person) or said(Message.of("gut_check_view.own"))
        told.append(
            plain(f"{PRIVATE} {who}:", DIM)
            + Content(" ")
            + Content.styled(said(Message.of(key)), STRONG)
        )
        told += [
            plain(f"  {each}") for each in (_quoted(feeling.word), _quoted(feeling.text)) if each
        ]
    return told


def told_of_versions(versions: Sequence[str], gut_check: GutCheck, said: Say) -> list[Content]:
    """Each version after the first as a word diff, with the remark that led to it."""
    told = [Content(""), Content.styled(said(Message.of("gut_check_view.versions")), DIM)]
    for place, change in enumerate(gut_check.changes):
        number = Content.styled(f"{place + 2}  ", DIM)
        told.append(number + changed_words(versions[place], change.text))
        cause = _cause(change, gut_check, said)
        if cause:
            told.append(plain(cause, DIM).pad_left(3))
    return told if gut_check.changes else []


def cause_line(reaction: Reaction, gut_check: GutCheck, said: Say) -> str:
    """A reaction as the reason for something: the class of who said it, and the words."""
    kind = next(
        person.kind for person in gut_check.stakeholders if person.id == reaction.stakeholder
    )
    who = said(Message.of(f"gut_check_view.kind.{kind}"))
    return f"{who}: {_quoted(clean_line(reaction.words))}"


def _title(person: Stakeholder, said: Say, private: Private) -> Content:
    kind = Content.styled(said(Message.of(f"gut_check_view.kind.{person.kind}")), STRONG)
    name = plain(f"{person.name}, {person.function}" if person.function else person.name)
    shown = name if person.may_be_named else private(Content.styled(f"{PRIVATE} ", DIM) + name)
    return kind + Content("  ") + shown


def _reaction(reaction: Reaction, said: Say, reading: ReactionReading | None) -> list[Content]:
    code = said(Message.of(f"gut_check_view.code.{reaction.code}"))
    standing = said(Message.of("gut_check_view.to_version", code=code, version=reaction.version))
    if reading and reading.reading != reaction.code:
        alone = Message.of(f"gut_check_view.code.{reading.reading}")
        standing += f" {said(Message.of('gut_check_view.words_alone', code=alone))}"
    told = [Content(""), _verbatim(reaction, reading), Content.styled(standing, DIM)]
    labels = {step: said(Message.of(f"gut_check_view.told.{step}")) for step in _LADDER}
    width = widest(list(labels.values()))
    for step, label in labels.items():
        answer: str = getattr(reaction, step)
        if answer:
            told.append(Content.styled(f"  {label.ljust(width)}  ", DIM) + plain(answer))
    return told


def _verbatim(reaction: Reaction, reading: ReactionReading | None) -> Content:
    """Exactly what was said, the words that decided underlined."""
    words = plain(reaction.words)
    style = f"{GOOD} {UNDERLINED}" if reaction.code == "strong" else f"{WARN} {UNDERLINED}"
    if reading:
        for cue in reading.cues:
            if cue.reading == reading.reading:
                words = words.stylize(style, cue.start, cue.end)
    return Content("").join([Content("“"), words, Content("”")])


def _cause(change: StatementVersion, gut_check: GutCheck, said: Say) -> str:
    for reaction in gut_check.reactions:
        if reaction.id == change.cause:
            return cause_line(reaction, gut_check, said)
    return ""


def _ask(key: str, said: Say) -> Content:
    return Content.styled(said(Message.of(key)), DIM)


def _quoted(text: str) -> str:
    return f"“{text}”" if text else ""
