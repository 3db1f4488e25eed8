"""Appendix: where each word of the statement comes from, from employees to the final wording."""

import msgspec

from workshop_tui.domain.drafting import Draft
from workshop_tui.domain.gut_check import (
    Reaction,
    plain_word,
    statement,
    statement_versions,
)
from workshop_tui.record.blocks import Block, Heading, Quote, Section, Text
from workshop_tui.record.evidence import Voice
from workshop_tui.record.facts import Facts, called, paragraph, reason_of, speaker_of
from workshop_tui.record.privacy import ShareableSession
from workshop_tui.record.wording import Wording, quoted
from workshop_tui.text.content_words import content_words, words_in

QUOTES_SHOWN = 2


class Entrance(msgspec.Struct, frozen=True):
    """Where a word first stood. draft: its number; 0 for a change made in the gut check.

    version: of the draft or of the statement, counted from 1. text: how that one reads.
    """

    draft: int
    version: int
    text: str


def section(session: ShareableSession, facts: Facts, t: Wording) -> Section:
    """A part for each content word; for each word of a statement that has none."""
    wording = statement(session.scoring, session.gut_check)
    words = content_words(wording) or wording.split()
    voices = {plain_word(voice.word): voice for voice in facts.evidence.voices}
    blocks: tuple[Block, ...] = tuple(
        block
        for word in map(plain_word, words)
        for block in _word(session, word, voices.get(word), t)
    )
    if not words:
        blocks = paragraph(t("record.word_origins.no_statement"))
    return Section("word_origins", t("record.word_origins.title"), blocks)


def entrance(session: ShareableSession, word: str) -> Entrance | None:
    """Where this word of the statement first stood: an ancestor of the chosen draft, or a change.

    word: plain, as `plain_word` gives it. None where it stands nowhere.
    """
    outcome = session.scoring.outcome
    if outcome is not None and word in _words_in(outcome.statement):
        return _oldest_in_lineage(outcome.draft, word, session.drafting.drafts)
    versions = statement_versions(session.scoring, session.gut_check)
    return next(
        (
            Entrance(0, number, text)
            for number, text in enumerate(versions, 1)
            if word in _words_in(text)
        ),
        None,
    )


def _oldest_in_lineage(chosen: str, word: str, drafts: tuple[Draft, ...]) -> Entrance | None:
    """The oldest draft that handed the word down to the chosen one from parent to child."""
    by_id = {draft.id: draft for draft in drafts}
    handed_down: dict[str, Entrance] = {}
    waiting = [chosen]
    while waiting:
        draft = by_id.get(waiting.pop())
        if draft is None or draft.id in handed_down:
            continue
        version = _version_with(draft, word)
        if version:
            text = draft.versions[version - 1].text
            handed_down[draft.id] = Entrance(draft.number, version, text)
            waiting += draft.parents
    return min(handed_down.values(), key=lambda entrance: entrance.draft, default=None)


def _version_with(draft: Draft, word: str) -> int:
    """The number of the draft's first version with the word; 0 for none."""
    numbered = enumerate(draft.versions, 1)
    return next((number for number, each in numbered if word in _words_in(each.text)), 0)


def _words_in(text: str) -> frozenset[str]:
    return frozenset(plain_word(word.text) for word in words_in(text))


def _word(
    session: ShareableSession, word: str, voice: Voice | None, t: Wording
) -> tuple[Block, ...]:
    sentences = (
        *((t("record.word_origins.employees", voice.people),) if voice else ()),
        _entered(entrance(session, word), t),
        *_remarks(session, word, t),
    )
    quotes = (Quote(text) for text in (voice.quotes if voice else ())[:QUOTES_SHOWN])
    return (Heading(quoted(word)), *paragraph(*sentences), *quotes)


def _entered(where: Entrance | None, t: Wording) -> Text:
    if where is None:
        return ()
    if not where.draft:
        return t("record.word_origins.from_change", version=where.version)
    return t(
        "record.word_origins.from_draft",
        number=where.draft,
        version=where.version,
        text=where.text,
    )


def _remarks(session: ShareableSession, word: str, t: Wording) -> tuple[Text, ...]:
    """What was said about the word in the gut check, and the remark that brought it; and why."""
    gut_check = session.gut_check
    said = {reaction.id: reaction for reaction in gut_check.reactions}
    brought = (
        ("record.word_origins.brought_by", said[change.cause])
        for change in gut_check.changes
        if word in _words_in(change.added) and change.cause in said
    )
    stumbled = (
        ("record.word_origins.remark", reaction)
        for reaction in gut_check.reactions
        if word in _words_in(reaction.stumbled_over)
    )
    return tuple(
        sentence
        for key, reaction in (*brought, *stumbled)
        for sentence in (
            t(key, person=_speaker(session, reaction, t), words=reaction.words),
            *reason_of(reaction, t),
        )
    )


def _speaker(session: ShareableSession, reaction: Reaction, t: Wording) -> Text:
    person = speaker_of(session, reaction)
    return called(person, t) if person else t("record.one_of.nobody")
