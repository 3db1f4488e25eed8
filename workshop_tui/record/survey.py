"""The survey in the record: what employees said, in counts of people and quotes without names."""

from typing import Final

from workshop_tui.domain.setup import Setup
from workshop_tui.domain.survey import Pin, Survey, board, current_themes, response_rate
from workshop_tui.record.blocks import Block, Column, Heading, Items, Quote, Section, Text
from workshop_tui.record.evidence import Evidence, WordPeople
from workshop_tui.record.facts import Facts, paragraph, table
from workshop_tui.record.privacy import ShareableSession
from workshop_tui.record.word_cloud import word_cloud
from workshop_tui.record.wording import NONE, Wording, listed, quoted

WORDS_LISTED: Final = 15
"""Words in the table; the picture above it holds more."""


def section(session: ShareableSession, facts: Facts, t: Wording) -> Section:
    """The question, who answered, themes, the insight board, the words and those beneath."""
    survey, evidence = session.survey, facts.evidence
    blocks: tuple[Block, ...] = (
        *_question(survey, t),
        *paragraph(*_coverage(session.setup, survey, t)),
        *_themes(survey, t),
        *_board(survey, t),
        *_words(evidence.words, t),
        *_beneath(evidence, t),
        *_specific(evidence.specific, t),
        *_quotes(evidence, t),
        *_changes(survey, evidence, t),
    )
    return Section("survey", t("record.survey.title"), blocks)


def _question(survey: Survey, t: Wording) -> tuple[Block, ...]:
    if not survey.question:
        return ()
    return (*paragraph(t("record.survey.question")), Quote(survey.question))


def _coverage(setup: Setup, survey: Survey, t: Wording) -> tuple[Text, ...]:
    if survey.source is None:
        return (t("record.survey.no_answers"),)
    rate = response_rate(setup, survey)
    non_answers = (
        (t("record.survey.non_answers", survey.non_answers),) if survey.non_answers else ()
    )
    covered = (
        (t("record.survey.rate", setup.headcount, share=t.share(rate)),) if rate is not None else ()
    )
    source = t("record.survey.source", file=survey.source.file)
    added = tuple(t("record.survey.added", file=each.file) for each in survey.added)
    people = t("record.survey.people", survey.people)
    return (people, *non_answers, *covered, source, *added, t("record.survey.no_vote"))


def _themes(survey: Survey, t: Wording) -> tuple[Block, ...]:
    themes = current_themes(survey)
    if not themes:
        return ()
    columns = (
        Column(t("record.survey.theme")),
        Column(t("record.survey.theme_words")),
        Column(t("record.survey.people_column"), "right"),
    )
    rows = (
        (quoted(theme.name), listed(quoted(word) for word in theme.words), t.number(theme.people))
        for theme in themes
    )
    return (Heading(t("record.survey.themes")), *table(columns, rows))


def _board(survey: Survey, t: Wording) -> tuple[Block, ...]:
    pins = board(survey.pins)
    if not pins:
        return ()
    return (Heading(t("record.survey.board")), Items(tuple(_pin(pin, t) for pin in pins)))


def _pin(pin: Pin, t: Wording) -> Text:
    facts = (
        *((t("record.survey.beneath_word", word=pin.under),) if pin.under else ()),
        *((t("record.survey.pin_people", pin.people),) if pin.people is not None else ()),
        *((quoted(pin.note),) if pin.note else ()),
    )
    return listed((t(f"record.survey.pin_{pin.kind}", text=pin.text), *facts), "; ")


def _words(words: tuple[WordPeople, ...], t: Wording) -> tuple[Block, ...]:
    if not words:
        return ()
    columns = (*_word_columns(t), Column(t("record.survey.generic")))
    rows = (
        (*_word_row(each, t), t("record.survey.is_generic") if each.is_generic else NONE)
        for each in words[:WORDS_LISTED]
    )
    return (
        Heading(t("record.survey.words")),
        *paragraph(t("record.survey.words_counted")),
        *word_cloud(words, t),
        *table(columns, rows),
    )


def _beneath(evidence: Evidence, t: Wording) -> tuple[Block, ...]:
    if not evidence.beneath:
        return ()
    columns = (
        Column(t("record.survey.big_word")),
        Column(t("record.survey.word_beneath")),
        Column(t("record.survey.people_both"), "right"),
    )
    rows = (
        (quoted(each.word), quoted(beneath.word), t.number(beneath.people))
        for each in evidence.beneath
        for beneath in each.together
    )
    return (Heading(t("record.survey.beneath")), *table(columns, rows))


def _specific(words: tuple[WordPeople, ...], t: Wording) -> tuple[Block, ...]:
    if not words:
        return ()
    rows = (_word_row(each, t) for each in words)
    return (Heading(t("record.survey.specific")), *table(_word_columns(t), rows))


def _word_columns(t: Wording) -> tuple[Column, ...]:
    return (
        Column(t("record.survey.word")),
        Column(t("record.survey.people_column"), "right"),
    )


def _word_row(word: WordPeople, t: Wording) -> tuple[Text, ...]:
    return (quoted(word.word), t.number(word.people))


def _quotes(evidence: Evidence, t: Wording) -> tuple[Block, ...]:
    if not evidence.quotes:
        return ()
    quotes = (
        Quote(each.text, t("record.survey.said_by", each.people) if each.people > 1 else ())
        for each in evidence.quotes
    )
    return (Heading(t("record.survey.quotes")), *quotes)


def _changes(survey: Survey, evidence: Evidence, t: Wording) -> tuple[Block, ...]:
    """The other survey, and the words that more or fewer people said; () without one."""
    changes = evidence.changes
    if survey.compared is None or changes is None:
        return ()
    compared = t(
        f"record.survey.compared_{survey.compared.taken}",
        survey.compared.people,
        file=survey.compared.source.file,
    )
    judged = () if changes.is_judged else (t("record.survey.too_few_to_judge"),)
    columns = (
        Column(t("record.survey.word")),
        Column(t("record.survey.people_before", changes.people_before), "right"),
        Column(t("record.survey.people_now", changes.people_now), "right"),
        Column(t("record.survey.generic")),
    )
    rows = (
        (
            quoted(each.word),
            t.number(each.before),
            t.number(each.now),
            t("record.survey.is_generic") if each.is_generic else NONE,
        )
        for each in (*changes.more, *changes.less)
    )
    return (
        Heading(t("record.survey.changes")),
        *paragraph(compared, t("record.survey.change_is_a_question"), *judged),
        *table(columns, rows),
    )
