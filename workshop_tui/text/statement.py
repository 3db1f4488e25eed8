"""Checking a draft statement: questions that a group may ask of its sentence, never a grade.

Generic words by category, wording about the company, length and jargon, words that promise, and
the voices: how many people used each of its words. Whether it is us now, and who we aspire to be,
no program can tell: people score it. Nor can one tell whether a competitor could sign it.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, Literal

import msgspec

from workshop_tui.domain.message import Message
from workshop_tui.text.company_focus import company_spans
from workshop_tui.text.content_words import is_content, is_counted
from workshop_tui.text.generic_words import Voices, generic_flags, phrases_found
from workshop_tui.text.language_id import Language, language_of
from workshop_tui.text.lexicons import load, without_clitic
from workshop_tui.text.spelling import usual_form
from workshop_tui.text.words import Token, tokens_of

Criterion = Literal["simple", "customer", "now_and_aspire", "generic"]
GENERIC_FROM = 0.65
"""Generic from this share of its content words. Tried on the labelled statements only."""

FILLER: Final = "filler"
"""Words like "know" and "look" that make a statement neither generic nor specific."""
LISTED_JARGON = "jargon"
_ASKS = {LISTED_JARGON: "check.ask.jargon", "mission": "check.ask.mission"}


class Finding(msgspec.Struct, frozen=True):
    """Something to ask about. text[start:end] of the statement is `text`.

    category: the generic category, or what was found ("too_long", "company_focused", ...).
    ask: the question, a message of the area "check".
    """

    criterion: Criterion
    text: str
    start: int
    end: int
    category: str
    ask: Message


class Voice(msgspec.Struct, frozen=True):
    """A content word of the statement, and how many people used its family in the survey."""

    word: str
    people: int


class StatementCheck(msgspec.Struct, frozen=True):
    """A statement that has been checked.

    words: how many it has; content_words: those that say something, filler aside; generic_words:
    of these, the flagged ones and those that only speak of the company's standing.
    verdict: "generic" or "specific"; company_focused, too_long: as questions.
    voices: empty where no survey was handed in.
    """

    text: str
    language: Language
    words: int
    content_words: int
    generic_words: int
    verdict: Literal["generic", "specific"]
    company_focused: bool
    too_long: bool
    findings: tuple[Finding, ...]
    voices: tuple[Voice, ...]


def check_statement(
    text: str,
    language: Literal["auto", "en", "id"] = "auto",
    voices: Voices | None = None,
) -> StatementCheck:
    """Check one statement.

    voices: the survey reading, to tell who used its words, and which of these any company would
    say: a word of the survey is generic here where it is generic there.
    """
    tokens = tokens_of(text)
    spoken = language_of(token.form for token in tokens) if language == "auto" else language
    forms = tuple(usual_form(token.form, spoken) for token in tokens)
    flags = generic_flags(forms, voices)
    content = [at for at, form in enumerate(forms) if is_content(form)]
    business = _business_places(forms)
    judged = [at for at in content if flags[at] != FILLER and (flags[at] or at not in business)]
    company = company_spans(forms)
    boasts = {at for begin, end in company for at in range(begin, end)}
    generic = sum(1 for at in judged if flags[at] or at in boasts)
    limits = load("statement")["simple"]
    too_long = len(tokens) > limits["too_long_words"]
    findings = [
        *_generic_findings(text, tokens, flags, content),
        *_company_findings(text, tokens, company),
        *_simple_findings(text, tokens, limits),
        *_promise_findings(text, tokens, forms),
    ]
    findings.sort(key=lambda finding: (finding.start, finding.end, finding.criterion))
    return StatementCheck(
        text,
        spoken,
        len(tokens),
        len(judged),
        generic,
        _verdict(generic, len(judged)),
        bool(company),
        too_long,
        tuple(findings),
        _voices(text, tokens, forms, content, voices),
    )


def _verdict(generic: int, judged: int) -> Literal["generic", "specific"]:
    """Generic if most content words are; with none at all there is nothing specific either."""
    return "generic" if generic >= GENERIC_FROM * judged else "specific"


@lru_cache
def _business() -> Mapping[tuple[str, ...], str]:
    lists = load("statement")["business"]
    return {tuple(entry.split()): "business" for entry in (*lists["en"], *lists["id"])}


def _business_places(forms: tuple[str, ...]) -> frozenset[int]:
    """The words that only name the kind of company: "bank", "rumah sakit"."""
    bare = tuple(map(without_clitic, forms))
    return frozenset(
        at for begin, end, _ in phrases_found(bare, _business()) for at in range(begin, end)
    )


def _generic_findings(
    text: str, tokens: tuple[Token, ...], flags: list[str], content: list[int]
) -> Iterator[Finding]:
    for at in content:
        if flags[at] in {"", FILLER}:
            # "Could a competitor say get too?" would ask nobody anything.
            continue
        start, end = tokens[at].start, tokens[at].end
        criterion: Criterion = "simple" if flags[at] == LISTED_JARGON else "generic"
        ask = _ASKS.get(flags[at], "check.ask.generic")
        word = text[start:end]
        yield Finding(criterion, word, start, end, flags[at], Message.of(ask, word=word))


# --- wording about the company


def _company_findings(
    text: str, tokens: tuple[Token, ...], spans: list[tuple[int, int]]
) -> Iterator[Finding]:
    for begin, end in spans:
        start, stop = tokens[begin].start, tokens[end - 1].end
        words = text[start:stop]
        yield Finding(
            "customer", words, start, stop, "company_focused",
            Message.of("check.ask.company", words=words),
        )  # fmt: skip


# --- simple and easily understood; now and aspire


def _simple_findings(
    text: str, tokens: tuple[Token, ...], limits: Mapping[str, int]
) -> Iterator[Finding]:
    if len(tokens) > limits["too_long_words"]:
        start, end = tokens[limits["too_long_words"]].start, tokens[-1].end
        ask = Message.of("check.ask.too_long", len(tokens), most=limits["too_long_words"])
        yield Finding("simple", text[start:end], start, end, "too_long", ask)
    clauses = 1 + sum(1 for token in tokens[1:] if token.after_break)
    if clauses > limits["clauses"]:
        start, end = tokens[0].start, tokens[-1].end
        ask = Message.of("check.ask.clauses", clauses)
        yield Finding("simple", text[start:end], start, end, "clauses", ask)
    for token in tokens:
        word = text[token.start : token.end]
        if len(word) >= limits["longest_word"] and "-" not in word:
            ask = Message.of("check.ask.long_word", word=word)
            yield Finding("simple", word, token.start, token.end, "long_word", ask)
        elif len(word) > 1 and word.isupper() and not text.isupper():
            ask = Message.of("check.ask.abbreviation", word=word)
            yield Finding("simple", word, token.start, token.end, "abbreviation", ask)


@lru_cache
def _promises() -> Mapping[tuple[str, ...], str]:
    return {tuple(entry.split()): "promise" for entry in load("statement")["promises"]["words"]}


def _promise_findings(
    text: str, tokens: tuple[Token, ...], forms: tuple[str, ...]
) -> Iterator[Finding]:
    for begin, end, category in phrases_found(forms, _promises()):
        start, stop = tokens[begin].start, tokens[end - 1].end
        words = text[start:stop]
        ask = Message.of("check.ask.promise", words=words)
        yield Finding("now_and_aspire", words, start, stop, category, ask)


def _voices(
    text: str,
    tokens: tuple[Token, ...],
    forms: tuple[str, ...],
    content: list[int],
    voices: Voices | None,
) -> tuple[Voice, ...]:
    if voices is None:
        return ()
    found: dict[str, Voice] = {}
    for at in content:
        if not is_counted(without_clitic(forms[at])):
            continue  # "PC": no survey counts it, so nobody may say that nobody wrote it
        said = voices.find(forms[at]) or voices.find(tokens[at].form)
        word = text[tokens[at].start : tokens[at].end]
        found.setdefault(forms[at], Voice(word, 0 if said is None else said.people))
    return tuple(found.values())
