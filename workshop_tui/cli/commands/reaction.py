"""`workshop-tui reaction`: how a reaction may be heard, and what to ask next; never a grade."""

import click

from workshop_tui.cli.output import print_json, print_paragraph
from workshop_tui.cli.run import Run
from workshop_tui.cli.shapes import reaction_json
from workshop_tui.cli.text_input import items_of, language_of_texts
from workshop_tui.text.reaction import ReactionReading, read_reaction


def do(run: Run, text: str | None, *, lang: str | None, as_json: bool) -> None:
    language = language_of_texts(lang)
    readings = [read_reaction(item, language) for item in items_of(text)]
    if as_json:
        print_json([reaction_json(reading, run.say) for reading in readings])
        return
    for place, reading in enumerate(readings):
        if place:
            click.echo()
        _print(reading, run)


def _print(reading: ReactionReading, run: Run) -> None:
    print_paragraph(f"“{reading.text}”")
    own = [cue.text for cue in reading.cues if cue.reading == reading.reading]
    heard = run.t(f"cli.reaction.{reading.reading}")
    if own:
        words = ", ".join(f"“{words}”" for words in dict.fromkeys(own))
        heard = run.t("cli.reaction.because", heard=heard, words=words)
    print_paragraph(heard, indent=2)
    for ask in reading.ask:
        print_paragraph(run.say(ask), indent=2, first="? ")
