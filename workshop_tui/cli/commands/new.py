"""`workshop-tui new`: a new workshop, with the answers of a survey where there is one."""

from pathlib import Path

import click

from workshop_tui.cli.run import Run
from workshop_tui.cli.text_input import STANDARD_INPUT, read_standard_input
from workshop_tui.kept_evidence import KeptEvidence, default_folder
from workshop_tui.language import Language
from workshop_tui.store.errors import shown
from workshop_tui.store.importing import Preview, TypedText
from workshop_tui.store.layout import SessionFolder
from workshop_tui.workshops import create_workshop


def do(
    run: Run,
    title: str,
    *,
    survey: Path | None,
    lang: Language | None,
    sessions: Path | None,
    no_open: bool,
) -> None:
    source = TypedText(read_standard_input()) if str(survey) == STANDARD_INPUT else survey
    if not no_open:
        # Before anything is made, since without a terminal it could not be opened.
        from workshop_tui.cli.screens import need_terminal  # noqa: PLC0415

        need_terminal()
    new = create_workshop(
        sessions or run.sessions,
        title,
        lang or run.language,
        source,
        kept=KeptEvidence(default_folder()),
    )
    click.echo(run.t("cli.new.made", folder=shown(new.folder.path)))
    if new.preview is not None:
        _print_import(new.preview, run)
    if not no_open:
        _open(run, new.folder)


def _print_import(preview: Preview, run: Run) -> None:
    """What the program chose in the survey file, so that nobody has to trust it blindly."""
    source = preview.source
    click.echo(
        run.t(
            "cli.new.source",
            file=source.file,
            form=source.format.value,
            column=preview.answer_column.label,
            why=preview.why,
        )
    )
    click.echo(run.t("cli.new.rows", count=preview.rows))
    if preview.without_content:
        click.echo(run.t("cli.new.without_content", count=preview.without_content))
    if preview.non_answers:
        click.echo(run.t("cli.new.non_answers", count=preview.non_answers))
    if preview.left_behind:
        columns = ", ".join(column.label for column in preview.left_behind)
        click.echo(run.t("cli.new.left_behind", count=len(preview.left_behind), columns=columns))
    for warning in preview.warnings:
        click.echo(f"! {run.say(warning)}")


def _open(run: Run, folder: SessionFolder) -> None:
    # The screens are loaded by the commands that show one; with --no-open this is none.
    from workshop_tui.cli.screens import show_workshop  # noqa: PLC0415

    show_workshop(run, folder)
