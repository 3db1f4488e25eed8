"""A survey's reading on plain lines: counts of people, bars, quotes, and how far to trust them."""

from collections.abc import Sequence

import click

from workshop_tui.cli.output import (
    GENERIC_BAR,
    SPECIFIC_BAR,
    Column,
    bar,
    print_paragraph,
    print_table,
)
from workshop_tui.cli.run import Run
from workshop_tui.language import number, percent
from workshop_tui.store.importing import ImportSource
from workshop_tui.text.personal_details import is_masked
from workshop_tui.text.reading import Answer, Quote, Reading, Word

QUOTES = 5


def print_survey(
    source: ImportSource, reading: Reading, under: str | None, top: int, run: Run
) -> None:
    """Everything that a facilitator wants to know before the workshop."""
    _print_source(source, reading, run)
    if reading.sample.may_rank:
        _print_words(reading, top, run)
        if under is None:
            _print_specific(reading, top, run)
        else:
            _print_under(reading, under, top, run)
        _print_groups(reading, top, run)
        said: Sequence[Quote | Answer] = _quotes(reading, under)
        _print_quotes(said, run)
    else:
        said = reading.all_answers()
        _print_answers(said, run)
    click.echo()
    _print_trust(reading, run, has_masks=any(is_masked(each.text) for each in said))


def _print_source(source: ImportSource, reading: Reading, run: Run) -> None:
    print_paragraph(run.t("cli.survey.source", file=source.file, column=source.column))
    sentences = [
        run.t("cli.survey.people", count=reading.people),
        run.t("cli.survey.non_answers", count=reading.non_answers),
    ]
    if reading.duplicates:
        sentences.append(run.t("cli.survey.duplicates", count=reading.duplicates))
    print_paragraph(" ".join(sentences))


def _print_words(reading: Reading, top: int, run: Run) -> None:
    words = reading.words[:top]
    _heading(run.t("cli.survey.words"))
    largest = max((word.people for word in words), default=0)
    columns = [
        Column(run.t("cli.survey.word")),
        Column(run.t("cli.survey.people_column"), "right"),
        *([Column(run.t("cli.survey.share"), "right")] if reading.sample.shows_percent else []),
        Column(),
        Column(),
    ]
    rows = [
        [
            word.word,
            number(word.people, run.language),
            *([percent(word.share, run.language)] if reading.sample.shows_percent else []),
            bar(word.people, largest, is_generic=word.generic),
            _negated(word, run),
        ]
        for word in words
    ]
    print_table(columns, rows)
    if any(word.generic for word in words):
        click.echo(f"  {GENERIC_BAR} {run.t('cli.survey.generic')}")


def _negated(word: Word, run: Run) -> str:
    return run.t("cli.survey.negated", count=word.negated) if word.negated else ""


def _print_specific(reading: Reading, top: int, run: Run) -> None:
    """One level deeper: what only this team would say, and the big words it stands beneath."""
    words = reading.specific[:top]
    if not words:
        return
    _heading(run.t("cli.survey.specific"))
    largest = max(word.people for word in words)
    rows = [
        [
            word.word,
            number(word.people, run.language),
            bar(word.people, largest, is_generic=False),
            ", ".join(word.under[:3]),
        ]
        for word in words
    ]
    columns = [
        Column(run.t("cli.survey.word")),
        Column(run.t("cli.survey.people_column"), "right"),
        Column(),
        Column(run.t("cli.survey.stands_under")),
    ]
    print_table(columns, rows)


def _print_under(reading: Reading, word: str, top: int, run: Run) -> None:
    under = reading.under(word, top)
    if under is None:
        click.echo()
        print_paragraph(run.t("cli.survey.nobody_said", word=word))
        return
    _heading(run.t("cli.survey.under", count=under.people, word=under.word))
    if not under.beside:
        print_paragraph(run.t("cli.survey.nothing_under", word=under.word), indent=2)
        return
    largest = max(beside.people for beside in under.beside)
    rows = [
        [
            beside.word,
            number(beside.people, run.language),
            bar(beside.people, largest, is_generic=False),
        ]
        for beside in under.beside
    ]
    columns = [
        Column(run.t("cli.survey.word")),
        Column(run.t("cli.survey.together"), "right"),
        Column(),
    ]
    print_table(columns, rows)
    if not any(beside.clear for beside in under.beside):
        print_paragraph(run.t("cli.survey.none_clear"), indent=2)


def _print_groups(reading: Reading, top: int, run: Run) -> None:
    if not reading.groups:
        return
    _heading(run.t("cli.survey.groups"))
    rows = [
        [
            group.name,
            number(group.people, run.language),
            ", ".join(beside.word for beside in group.beside[: min(top, 6)]),
        ]
        for group in reading.groups
    ]
    columns = [
        Column(run.t("cli.survey.group")),
        Column(run.t("cli.survey.people_column"), "right"),
        Column(run.t("cli.survey.says_more")),
    ]
    print_table(columns, rows)
    if reading.people_in_hidden_groups:
        print_paragraph(
            run.t("cli.survey.hidden_groups", count=reading.people_in_hidden_groups), indent=2
        )


def _quotes(reading: Reading, under: str | None) -> Sequence[Quote]:
    return reading.quotes_under(under, most=QUOTES) if under else reading.quotes(most=QUOTES)


def _print_quotes(quotes: Sequence[Quote | Answer], run: Run) -> None:
    if not quotes:
        return
    _heading(run.t("cli.survey.quotes"))
    for quote in quotes:
        print_paragraph(f"“{quote.text}”{_times(quote.people)}", indent=2, first=f"{SPECIFIC_BAR} ")


def _print_answers(answers: Sequence[Quote | Answer], run: Run) -> None:
    """So few answers are read one by one."""
    _heading(run.t("cli.survey.answers"))
    for answer in answers:
        print_paragraph(f"{answer.text}{_times(answer.people)}", indent=2, first="· ")


def _times(people: int) -> str:
    return f" ×{people}" if people > 1 else ""


def _print_trust(reading: Reading, run: Run, *, has_masks: bool) -> None:
    """The honest sentences about numbers, and about what stands behind a mask."""
    sentences = [run.t("cli.survey.counts_people", count=reading.people)]
    if not reading.sample.may_rank:
        sentences.append(run.t("cli.survey.too_few_to_rank"))
    elif not reading.sample.shows_percent:
        sentences.append(run.t("cli.survey.few_answers"))
    if reading.folded_words:
        sentences.append(run.t("cli.survey.folded", count=reading.sample.fold_below))
    if has_masks:
        sentences.append(run.t("cli.survey.masked"))
    sentences.append(run.t("cli.survey.advice"))
    print_paragraph(" ".join(sentences))


def _heading(text: str) -> None:
    click.echo()
    click.echo(text)
