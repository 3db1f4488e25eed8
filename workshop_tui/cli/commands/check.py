"""`workshop-tui check`: questions that a group may ask of a draft statement; never a grade."""

from pathlib import Path

import click

from workshop_tui.cli.output import Column, print_json, print_paragraph, print_table
from workshop_tui.cli.run import Run
from workshop_tui.cli.shapes import check_json
from workshop_tui.cli.text_input import items_of, language_of_texts
from workshop_tui.language import number
from workshop_tui.text.generic_words import Voices
from workshop_tui.text.statement import StatementCheck, check_statement


def do(
    run: Run, statement: str | None, *, lang: str | None, survey: Path | None, as_json: bool
) -> None:
    language = language_of_texts(lang)
    statements = items_of(statement)
    voices = _voices(survey, lang) if survey else None
    checks = [check_statement(text, language, voices) for text in statements]
    if as_json:
        print_json([check_json(check, run.say) for check in checks])
        return
    for place, check in enumerate(checks):
        if place:
            click.echo()
        _print(check, run)


def _voices(survey: Path, language: str | None) -> Voices:
    # A statement alone needs no numpy, which takes longer than the check.
    from workshop_tui.cli.answers_file import read_answers_file  # noqa: PLC0415

    return read_answers_file(survey, lang=language)[1]


def _print(check: StatementCheck, run: Run) -> None:
    print_paragraph(f"“{check.text}”")
    asked = [run.say(finding.ask) for finding in check.findings]
    if check.verdict == "generic" and check.content_words:
        asked.append(_how_generic(check, run))
    # No program can tell these; a group can.
    asked += [run.t("cli.check.gain"), run.t("cli.check.competitor"), run.t("cli.check.now")]
    for question in dict.fromkeys(asked):
        print_paragraph(question, indent=2, first="? ")
    if check.voices:
        click.echo()
        _print_voices(check, run)


def _how_generic(check: StatementCheck, run: Run) -> str:
    if check.generic_words == check.content_words:
        return run.t("cli.check.all_generic", count=check.content_words)
    return run.t("cli.check.generic", count=check.content_words, generic=check.generic_words)


def _print_voices(check: StatementCheck, run: Run) -> None:
    rows = [
        (
            voice.word,
            number(voice.people, run.language),
            "" if voice.people else run.t("cli.check.nobody_wrote"),
        )
        for voice in check.voices
    ]
    columns = (
        Column(run.t("cli.check.word")),
        Column(run.t("cli.check.people"), "right"),
        Column(),
    )
    print_table(columns, rows)
