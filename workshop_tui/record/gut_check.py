"""The gut check in the record: reactions by class, and each word that changed with its remark."""

from workshop_tui.domain.gut_check import (
    STAKEHOLDER_CLASSES,
    Feeling,
    GutCheck,
    Reaction,
    Stakeholder,
    StakeholderClass,
    StatementVersion,
    statement_versions,
)
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
    speaker_of,
    table,
)
from workshop_tui.record.heat_line import heat_line
from workshop_tui.record.privacy import ShareableSession
from workshop_tui.record.wording import Wording, quoted, sentence_end


def section(session: ShareableSession, facts: Facts, t: Wording) -> Section:  # noqa: ARG001 - every section is called alike
    """What nagged first, the reactions of each class, the changes, the acceptance."""
    gut_check = session.gut_check
    asked = len({reaction.stakeholder for reaction in gut_check.reactions})
    blocks: tuple[Block, ...] = (
        *paragraph(
            t("record.gut_check.asked", asked) if asked else t("record.gut_check.nobody_asked")
        ),
        *_feelings(gut_check.feelings, t),
        *heat_line(session.scoring, gut_check, t),
        *(block for kind in STAKEHOLDER_CLASSES for block in _class(gut_check, kind, t)),
        *_changes(session, t),
        *paragraph(*_acceptance(gut_check, t)),
    )
    return Section("gut_check", t("record.gut_check.title"), blocks)


def _feelings(feelings: tuple[Feeling, ...], t: Wording) -> tuple[Block, ...]:
    if not feelings:
        return ()
    columns = (
        Column(t("record.gut_check.feeling")),
        Column(t("record.gut_check.word")),
        Column(t("record.gut_check.in_words")),
    )
    rows = (
        (
            t("record.gut_check.nags") if feeling.nags else t("record.gut_check.calm"),
            quoted(feeling.word),
            quoted(feeling.text),
        )
        for feeling in feelings
    )
    return (Heading(t("record.gut_check.feelings")), *table(columns, rows))


def _class(gut_check: GutCheck, kind: StakeholderClass, t: Wording) -> tuple[Block, ...]:
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
        "record.gut_check.by",
        person=called(person, t),
        version=reaction.version,
        reading=t(f"record.reading.{reaction.code}"),
    )
    answers = (
        ("record.gut_check.which_word", reaction.stumbled_over),
        ("record.gut_check.why", reaction.why),
        ("record.gut_check.without_it", reaction.without_it),
    )
    terms = tuple(Term(t(key), quoted(answer)) for key, answer in answers if answer)
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


def _cause(session: ShareableSession, change: StatementVersion, t: Wording) -> Text:
    reactions = session.gut_check.reactions
    cause = next((each for each in reactions if each.id == change.cause), None)
    speaker = speaker_of(session, cause) if cause else None
    if cause is None or speaker is None:
        return t("record.gut_check.no_cause")
    return t("record.gut_check.cause", person=called(speaker, t), words=cause.words)


def _acceptance(gut_check: GutCheck, t: Wording) -> tuple[Text, ...]:
    accepted = gut_check.accepted
    if accepted is None:
        return ()
    because = sentence_end(accepted.because)
    return (t("record.decision.accepted", version=accepted.version, because=because),)
