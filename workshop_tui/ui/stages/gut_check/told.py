"""What the gut check tells in full: one person's reactions, the own feeling, the versions."""

from collections.abc import Callable, Sequence

from textual.content import Content

from workshop_tui.domain.gut_check import (
    GutCheck,
    Reaction,
    Stakeholder,
    StatementVersion,
    statement_version,
)
from workshop_tui.domain.gut_check_standing import concern, to_recheck
from workshop_tui.domain.message import Message
from workshop_tui.domain.plain_text import clean_line
from workshop_tui.domain.setup import Setup, writers
from workshop_tui.text.reaction import ReactionReading
from workshop_tui.ui.look import DIM, GOOD, PRIVATE, STRONG, UNDERLINED, WARN, plain
from workshop_tui.ui.stages.gut_check.rows import widest
from workshop_tui.ui.widgets.word_changes import changed_words

Say = Callable[[Message], str]
Private = Callable[[Content], Content]
Read = Callable[[str], ReactionReading | None]
"""How a reaction reads; None while that cannot be told yet."""

_LADDER = ("stumbled_over", "why", "without_it", "instead")


def told_of_person(
    person: Stakeholder, gut_check: GutCheck, said: Say, private: Private, read: Read
) -> list[Content]:
    """Who it is, what was said word by word, and how the probing went; the newest first."""
    reactions = [each for each in gut_check.reactions if each.stakeholder == person.id]
    told = [title(person, said, private)]
    if person in to_recheck(gut_check):
        version = statement_version(gut_check)
        told.append(
            Content.styled(said(Message.of("gut_check_view.read_again", version=version)), WARN)
        )
    if concern(gut_check, person) == "heavy":
        told.append(Content.styled(said(Message.of("gut_check_view.ask_alone")), WARN))
    if not reactions:
        return [
            *told,
            _ask("gut_check_view.first_reaction", said),
            _ask("gut_check_view.sheets_hint", said),
        ]
    for reaction in reversed(reactions):
        told += _reaction(reaction, said, read(clean_line(reaction.words)))
    latest = reactions[-1]
    if latest.code != "strong" and not (latest.stumbled_over or latest.why):
        told.append(_ask("gut_check_view.probe_now", said))
    return told


def told_of_feelings(gut_check: GutCheck, setup: Setup, said: Say) -> list[Content]:
    """What nagged before anybody else was asked; for the facilitator alone."""
    names = {person.id: person.name for person in setup.people}
    told = [_ask("gut_check_view.own_first", said)] if not gut_check.feelings else []
    for feeling in gut_check.feelings:
        if feeling.is_past:
            continue
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
        if feeling.nags and feeling.went_on_because:
            reason = Message.of("gut_check_view.went_on", reason=feeling.went_on_because)
            told.append(plain(f"  {said(reason)}", DIM))
    return [*told, *_writers_said(gut_check, setup, said), *_culture(gut_check, said)]


def _writers_said(gut_check: GutCheck, setup: Setup, said: Say) -> list[Content]:
    """How many of the writers have said whether something nags; () where there are none."""
    ids = {writer.id for writer in writers(setup)}
    have_said = len(ids & {feeling.person for feeling in gut_check.feelings})
    counted = Message.of("gut_check_view.writers_said", len(ids), said=have_said)
    return [Content(""), Content.styled(said(counted), DIM)] if ids else []


def _culture(gut_check: GutCheck, said: Say) -> list[Content]:
    return [Content(""), _ask(f"gut_check_view.culture.{gut_check.culture}", said)]


def told_of_versions(
    versions: Sequence[str], gut_check: GutCheck, said: Say, private: Private
) -> list[Content]:
    """Each version after the first as a word diff, with its remark; then who is to hear it."""
    if not gut_check.changes:
        return []
    told = [Content(""), Content.styled(said(Message.of("gut_check_view.versions")), DIM)]
    for place, change in enumerate(gut_check.changes):
        number = Content.styled(f"{place + 2}  ", DIM)
        told.append(number + changed_words(versions[place], change.text))
        cause = _cause(change, gut_check, said)
        if cause:
            told.append(plain(cause, DIM).pad_left(3))
    return [*told, *_recheck_list(gut_check, said, private)]


def _recheck_list(gut_check: GutCheck, said: Say, private: Private) -> list[Content]:
    again = to_recheck(gut_check)
    if not again:
        return []
    version = statement_version(gut_check)
    head = said(Message.of("gut_check_view.to_hear", len(again), version=version))
    return [Content.styled(head, WARN), *(title(each, said, private).pad_left(3) for each in again)]


def cause_line(reaction: Reaction, gut_check: GutCheck, said: Say) -> str:
    """A reaction as the reason for something: the class of who said it, and the words."""
    kind = next(
        person.kind for person in gut_check.stakeholders if person.id == reaction.stakeholder
    )
    who = said(Message.of(f"gut_check_view.kind.{kind}"))
    return f"{who}: {_quoted(clean_line(reaction.words))}"


def title(person: Stakeholder, said: Say, private: Private) -> Content:
    """Class, name and function; all but the class private unless the person may be named."""
    kind = Content.styled(said(Message.of(f"gut_check_view.kind.{person.kind}")), STRONG)
    name = plain(f"{person.name}, {person.function}" if person.function else person.name)
    shown = name if person.may_be_named else private(Content.styled(f"{PRIVATE} ", DIM) + name)
    return kind + Content("  ") + shown


def verbatim(reaction: Reaction, reading: ReactionReading | None) -> Content:
    """Exactly what was said, the words that decided lit."""
    words = plain(reaction.words)
    style = f"{GOOD} {UNDERLINED}" if reaction.code == "strong" else f"{WARN} {UNDERLINED}"
    if reading:
        for cue in reading.cues:
            if cue.reading == reading.reading:
                words = words.stylize(style, cue.start, cue.end)
    return Content("").join([Content("“"), words, Content("”")])


def standing_line(reaction: Reaction, reading: ReactionReading | None, said: Say) -> str:
    """How the reaction is read, of which version, how and where it was taken."""
    code = said(Message.of(f"gut_check_view.code.{reaction.code}"))
    how = said(Message.of(f"gut_check_view.how.{reaction.how}"))
    told = said(
        Message.of("gut_check_view.to_version", code=code, version=reaction.version, how=how)
    )
    if reaction.where:
        told += f" ({clean_line(reaction.where)})"
    if reading and reading.reading != reaction.code:
        alone = Message.of(f"gut_check_view.code.{reading.reading}")
        told += f" {said(Message.of('gut_check_view.words_alone', code=alone))}"
    return told


def _reaction(reaction: Reaction, said: Say, reading: ReactionReading | None) -> list[Content]:
    told = [
        Content(""),
        verbatim(reaction, reading),
        Content.styled(standing_line(reaction, reading, said), DIM),
    ]
    labels = {step: said(Message.of(f"gut_check_view.told.{step}")) for step in _LADDER}
    width = widest(list(labels.values()))
    if reaction.is_a_word is False:
        told.append(Content.styled(f"  {said(Message.of('gut_check_view.no_word'))}", DIM))
    for step, label in labels.items():
        answer: str = getattr(reaction, step)
        if answer:
            told.append(Content.styled(f"  {label.ljust(width)}  ", DIM) + plain(answer))
    return told


def _cause(change: StatementVersion, gut_check: GutCheck, said: Say) -> str:
    for reaction in gut_check.reactions:
        if reaction.id == change.cause:
            return cause_line(reaction, gut_check, said)
    return ""


def _ask(key: str, said: Say) -> Content:
    return Content.styled(said(Message.of(key)), DIM)


def _quoted(text: str) -> str:
    return f"“{text}”" if text else ""
