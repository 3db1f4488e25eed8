"""The readings as plain dictionaries: the JSON shapes of the command line.

Keys keep their names and meaning; more may be added. Sentences are rendered by a callable that is
handed in, so that this module knows no language of the interface.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from workshop_tui.domain.message import Message

if TYPE_CHECKING:  # none of the three readings waits for the modules of the other two
    from workshop_tui.text.reaction import ReactionReading
    from workshop_tui.text.reading import (
        Answer,
        NearDuplicate,
        Phrase,
        Quote,
        Reading,
        SpecificWord,
        Theme,
        Under,
        Variant,
        Word,
    )
    from workshop_tui.text.statement import StatementCheck

Json = dict[str, Any]
Say = Callable[[Message], str]

MOST_BESIDE = 50
SCORE_DIGITS = 2
SHARE_DIGITS = 4


def survey_json(
    reading: Reading,
    *,
    under: str | None = None,
    top: int | None = None,
    quotes: int = 5,
    source: Json | None = None,
) -> Json:
    """A survey reading. top: the most entries of each list.

    under: the word to look beneath; the quotes are then of that word with what stands beneath it.
    """
    most = MOST_BESIDE if top is None else top
    chosen = (
        reading.quotes(most=quotes) if under is None else reading.quotes_under(under, most=quotes)
    )
    return {
        "source": source or {"rows": reading.rows},
        **_figures(reading),
        "words": [_word(word, reading) for word in reading.words[:top]],
        "specific": [_specific(word) for word in reading.specific[:top]],
        "under": None if under is None else under_json(reading.under(under, most), under),
        "phrases": [_phrase(phrase) for phrase in reading.phrases[:top]],
        "themes": [_theme(theme) for theme in reading.themes[:top]],
        "variants": [_variant(variant) for variant in reading.variants[:top]],
        "near_duplicates": [_near_duplicate(alike) for alike in reading.near_duplicates[:top]],
        "long_repeats": [_answer(answer) for answer in reading.long_repeats[:top]],
        "quotes": [_quote(quote) for quote in chosen],
    }


def _figures(reading: Reading) -> Json:
    """How many people were read, and what so many allow to be said."""
    sample = reading.sample
    return {
        "people": reading.people,
        "non_answers": reading.non_answers,
        "duplicates": reading.duplicates,
        "personal_details": reading.choices.personal_details,
        "languages": reading.languages,
        "unit": reading.unit,
        "fold_below": sample.fold_below,
        "folded_words": reading.folded_words,
        "may_rank": sample.may_rank,
        "shows_percent": sample.shows_percent,
        "shows_low": sample.shows_low,
    }


def _word(word: Word, reading: Reading) -> Json:
    return {
        "word": word.word,
        "people": word.people,
        "share": round(word.share, SHARE_DIGITS),
        "interval": _rounded(reading.interval(word)),
        "generic": word.generic,
        "category": word.category,
        "negated": word.negated,
        "forms": dict(word.forms),
    }


def _specific(word: SpecificWord) -> Json:
    return {
        "word": word.word,
        "people": word.people,
        "share": round(word.share, SHARE_DIGITS),
        "under": list(word.under),
    }


def _phrase(phrase: Phrase) -> Json:
    return {
        "phrase": phrase.phrase,
        "people": phrase.people,
        "generic": phrase.generic,
        "negated": phrase.negated,
    }


def _theme(theme: Theme) -> Json:
    return {"name": theme.name, "words": list(theme.words), "people": theme.people}


def _variant(variant: Variant) -> Json:
    return {
        "word": variant.word,
        "people": variant.people,
        "other": variant.other,
        "other_people": variant.other_people,
    }


def _near_duplicate(alike: NearDuplicate) -> Json:
    together = (alike.answer, *alike.others)
    return {
        "texts": [answer.text for answer in together],
        "people": sum(answer.people for answer in together),
    }


def _answer(answer: Answer) -> Json:
    return {"text": answer.text, "people": answer.people}


def _quote(quote: Quote) -> Json:
    return {"text": quote.text, "people": quote.people, "words": list(quote.words)}


def _rounded(interval: tuple[float, float] | None) -> list[float] | None:
    return None if interval is None else [round(end, SHARE_DIGITS) for end in interval]


def under_json(under: Under | None, asked: str) -> Json:
    """The words beneath a word; an unsaid word has 0 people and nothing beneath it."""
    if under is None:
        return {"word": asked, "people": 0, "with": []}
    return {
        "word": under.word,
        "people": under.people,
        "unit": under.unit,
        "with": [
            {
                "word": beside.word,
                "people": beside.people,
                "log_dice": round(beside.log_dice, SCORE_DIGITS),
                "low": round(beside.low, SCORE_DIGITS),
            }
            for beside in under.beside
        ],
    }


def check_json(check: StatementCheck, say: Say) -> Json:
    """One checked statement."""
    return {
        "statement": check.text,
        "lang": check.language,
        "words": check.words,
        "verdict": check.verdict,
        "company_focused": check.company_focused,
        "too_long": check.too_long,
        "generic_words": check.generic_words,
        "content_words": check.content_words,
        "findings": [
            {
                "criterion": finding.criterion,
                "text": finding.text,
                "start": finding.start,
                "end": finding.end,
                "category": finding.category,
                "ask": say(finding.ask),
            }
            for finding in check.findings
        ],
        "voices": [{"word": voice.word, "people": voice.people} for voice in check.voices],
    }


def reaction_json(reading: ReactionReading, say: Say) -> Json:
    """One reaction that was read."""
    return {
        "text": reading.text,
        "lang": reading.language,
        "reading": reading.reading,
        "cues": [
            {
                "text": cue.text,
                "start": cue.start,
                "end": cue.end,
                "reading": cue.reading,
                "intensity": cue.intensity,
            }
            for cue in reading.cues
        ],
        "ask": [say(message) for message in reading.ask],
    }
