"""The gut check in the record: reactions by class, and each word that changed with its remark."""

from typing import Final

from workshop_tui.domain.gut_check import (
    REACTION_CODES,
    STAKEHOLDER_CLASSES,
    Feeling,
    GutCheck,
    Reaction,
    Stakeholder,
    StatementVersion,
    statement_versions,
)
from workshop_tui.domain.gut_check_standing import classes_asked, rounds
from workshop_tui.domain.message import Message
from workshop_tui.domain.word_diff import word_diff
from workshop_tui.record.blocks import (
    Block,
    Column,
    Heading,
    Quote,
    Section,
    Term,
    Terms,
    Text,
    WordChanges,
)
from workshop_tui.record.facts import (
    Facts,
    called,
    paragraph,
    reason_of,
    speaker_of,
    table,
)
from workshop_tui.record.heat_line import heat_line
from workshop_tui.record.privacy import ShareableSession
from workshop_tui.record.wording import NONE, Wording, listed, quoted

_GROUPS: Final = (*STAKEHOLDER_CLASSES, "withheld")


def section(session: ShareableSession, facts: Facts, t: Wording) -> Section:
    """What nagged first, the reactions of each class, the changes, the acceptance."""
    gut_check = session.gut_check
    asked = len({reaction.stakeholder for reaction in gut_check.reactions})
    blocks: tuple[Block, ...] = (
        *paragraph(
            t("record.gut_check.asked", asked) if asked else t("record.gut_check.nobody_asked"),
            _covered(gut_check, t),
        ),
        *_feelings(gut_check.feelings, t),
        *heat_line(session.scoring, gut_check, t),
        *_rounds(gut_check, t),
        *(block for kind in _GROUPS for block in _class(gut_check, kind, t)),
        *_changes(session, t),
        *paragraph(*_acceptance(gut_check, facts, t)),
    )
    return Section("gut_check", t("record.gut_check.title"), blocks)


def _covered(gut_check: GutCheck, t: Wording) -> Text:
    """The classes that were asked; () where nobody was."""
    asked = classes_asked(gut_check)
    names = [
        t.message(Message.of(f"class.{kind}")) for kind in STAKEHOLDER_CLASSES if kind in asked
    ]
    return t("record.gut_check.covered", classes=listed(names)) if names else ()


def _rounds(gut_check: GutCheck, t: Wording) -> tuple[Block, ...]:
    """How many answered how, for each version that somebody heard."""
    told = rounds(gut_check)
    if not told:
        return ()
    columns = (
        Column(t("record.gut_check.round"), "right"),
        *(Column(t(f"record.reading.{code}"), "right") for code in REACTION_CODES),
    )
    rows = (
        (t.number(each.version), *(t.number(each.of(code)) for code in REACTION_CODES))
        for each in told
    )
    return (Heading(t("record.gut_check.rounds")), *table(columns, rows))


def _feelings(feelings: tuple[Feeling, ...], t: Wording) -> tuple[Block, ...]:
    if not feelings:
        return ()
    columns = (Column(t("record.gut_check.nagged")), Column(t("record.gut_check.went_on")))
    rows = (
        (quoted(feeling.word), quoted(feeling.went_on_because))
        for feeling in feelings
        if feeling.nags
    )
    calm = sum(not (feeling.nags or feeling.is_past) for feeling in feelings)
    said = paragraph(t("record.gut_check.calm", calm)) if calm else ()
    return (Heading(t("record.gut_check.feelings")), *table(columns, rows), *said)


def _class(gut_check: GutCheck, kind: str, t: Wording) -> tuple[Block, ...]:
    people = {person.id: person for person in gut_check.stakeholders if person.kind == kind}
    reactions = [each for each in gut_check.reactions if each.stakeholder in people]
    if not reactions:
        return ()
    said = (
        block
        for reaction in reactions
        for block in _reaction(people[reaction.stakeholder], reaction, t)
    )
    return (Heading(t(f"record.gut_check.by_{kind}")), *said)


def _reaction(person: Stakeholder, reaction: Reaction, t: Wording) -> tuple[Block, ...]:
    by = t(
        "record.gut_check.by_at" if reaction.where else "record.gut_check.by",
        person=called(person, t),
        how=t(f"record.how.{reaction.how}"),
        where=reaction.where,
        version=reaction.version,
        reading=t(f"record.reading.{reaction.code}"),
    )
    no_word = t("record.gut_check.no_word") if reaction.is_a_word is False else ()
    answers = (
        ("record.gut_check.which_word", no_word or quoted(reaction.stumbled_over)),
        ("record.gut_check.why", quoted(reaction.why)),
        ("record.gut_check.without_it", quoted(reaction.without_it)),
        ("record.gut_check.instead", quoted(reaction.instead)),
    )
    terms = tuple(Term(t(key), answer) for key, answer in answers if answer != NONE)
    return (Quote(reaction.words, by), *((Terms(terms),) if terms else ()))


def _changes(session: ShareableSession, t: Wording) -> tuple[Block, ...]:
    changes = session.gut_check.changes
    if not changes:
        return ()
    wordings = statement_versions(session.scoring, session.gut_check)
    blocks: list[Block] = []
    for number, (change, old, new) in enumerate(
        zip(changes, wordings, wordings[1:], strict=False), 2
    ):
        title = t("record.gut_check.version", version=number)
        blocks.append(WordChanges(title, word_diff(old, new), _cause(session, change, t)))
    signs = paragraph(t("record.signs"))
    return (Heading(t("record.gut_check.changes")), *signs, *blocks)


def _cause(session: ShareableSession, change: StatementVersion, t: Wording) -> tuple[Text, ...]:
    if change.is_chosen_anew:
        return (t("record.gut_check.chosen_anew"),)
    reactions = session.gut_check.reactions
    cause = next((each for each in reactions if each.id == change.cause), None)
    speaker = speaker_of(session, cause) if cause else None
    if cause is None or speaker is None:
        return (t("record.gut_check.no_cause"),)
    said = t("record.gut_check.cause", person=called(speaker, t), words=cause.words)
    return (said, *reason_of(cause, t))


def _acceptance(gut_check: GutCheck, facts: Facts, t: Wording) -> tuple[Text, ...]:
    """Which version was accepted; and why, where no decision above has said so."""
    accepted = gut_check.accepted
    if accepted is None:
        return ()
    version = accepted.version
    if "decision" in facts.sections:
        return (t("record.gut_check.accepted", version=version),)
    return (t("record.decision.accepted", version=version, because=accepted.because),)
