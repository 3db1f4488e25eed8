"""Where a statement speaks of the company's own standing in place of the customer's gain.

Four rules over lists (`statement.toml`): an aim and a rank after it ("to be the leading"), an aim
that is a virtue of the company ("menjadi PDAM yang mandiri"), praise beside a word for ourselves
("our ... best"), or a listed term. What benefits the reader, or is for
customers, is no self-praise. Naming no customer at all is no fault.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TypeAlias

from workshop_tui.text.lexicons import load

_RECEIVED_WITHIN = 2
_ANY = "*"
_OF_ALL = "se-"
_WHICH = "yang"
_NAME_WITHIN = 3
"""A proper name of so many words, its "yang" included, may follow the kind of company."""


Entry: TypeAlias = tuple[str, ...]
EntriesByFirst: TypeAlias = Mapping[str, tuple[Entry, ...]]
"""The entries of a list by their first word: of hundreds, few can stand at a word."""


@lru_cache
def _company_list(name: str) -> EntriesByFirst:
    return _by_first(load("statement")["company_focused"][name])


@lru_cache
def _names() -> EntriesByFirst:
    """Kinds of company, which may open a statement in place of an aim: "bank terbesar"."""
    lists = load("statement")
    return _by_first((*lists["business"]["id"], *lists["company_focused"]["leaders"]))


def _by_first(listed: Iterable[str]) -> EntriesByFirst:
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in map(str.split, listed):
        found[entry[0]] = (*found.get(entry[0], ()), tuple(entry))
    return found


def company_spans(forms: tuple[str, ...]) -> list[tuple[int, int]]:
    """Stretches of words about the company's own standing."""
    rules = load("statement")["company_focused"]
    ranks = [(at, at + len(rank)) for at, rank in _occurrences(forms, _company_list("ranks"))]
    aims = [(at, at + len(aim)) for at, aim in _occurrences(forms, _company_list("aims"))]
    aims += [(0, len(name)) for at, name in _occurrences(forms, _names()) if at == 0]
    harmless = {
        place
        for at, phrase in _occurrences(forms, _company_list("not_praise"))
        for place in range(at, at + len(phrase))
    }
    praises = [
        (at, at + len(word))
        for at, word in _occurrences(forms, _company_list("praise"))
        if at not in harmless
    ]
    selves = [at for at, _ in _occurrences(forms, _company_list("selves"))]
    spans = [(at, at + len(term)) for at, term in _occurrences(forms, _company_list("terms"))]
    spans += [(begin, end + 1) for begin, end in ranks if _names_a_region(forms, end)]
    spans += _standing_as_aim(forms)
    for begin, end in aims:
        spans += [
            (begin, last)
            for first, last in ranks
            if end <= first <= end + rules["reach"] and not _benefits(forms, begin, first)
        ]
    for begin, end in praises:
        spans += [
            (min(begin, at), max(end, at + 1))
            for at in selves
            if begin - rules["praise_reach"] <= at < end + rules["praise_reach"]
            and not _benefits(forms, min(begin, at), max(end, at + 1))
            and not _is_received(forms, max(end, at + 1))
        ]
    return _merged(spans)


def _occurrences(forms: tuple[str, ...], entries: EntriesByFirst) -> list[tuple[int, Entry]]:
    return [
        (at, entry)
        for at, form in enumerate(forms)
        for entry in (*entries.get(form, ()), *entries.get(_ANY, ()))
        if _stands_at(forms, at, entry)
    ]


def _stands_at(forms: tuple[str, ...], at: int, entry: tuple[str, ...]) -> bool:
    """Whether an entry stands at a word; "*" is any one word: "most *"."""
    here = forms[at : at + len(entry)]
    return len(here) == len(entry) and all(
        listed in (_ANY, form) for listed, form in zip(entry, here, strict=True)
    )


def _benefits(forms: tuple[str, ...], begin: int, end: int) -> bool:
    beneficiaries = load("statement")["company_focused"]["beneficiaries"]
    return any(form in beneficiaries for form in forms[max(begin - 1, 0) : end])


def _standing_as_aim(forms: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where what we are to become, and nothing done for anybody, is a virtue of the company.

    A kind of company and its virtue follow the aim: "menjadi PDAM yang mandiri", "terwujudnya
    sekolah unggul"; before the kind, only where the aim opens the statement: "to be a modern bank".
    """
    named = _occurrences(forms, _company_list("institutions"))
    names = dict(sorted(named, key=lambda found: len(found[1])))
    virtues = {at: at + len(word) for at, word in _occurrences(forms, _company_list("standing"))}
    spans = []
    for begin, opening in _occurrences(forms, _company_list("openings")):
        at = begin + len(opening)
        if at in names:
            at = _past_name(forms, at + len(names[at]))
        elif begin:
            continue
        if at in virtues:
            spans.append((begin, virtues[at]))
    return spans


def _past_name(forms: tuple[str, ...], at: int) -> int:
    """Where the virtue of a named company starts: "kota [Bogor yang] maju"."""
    for place in range(at, min(at + _NAME_WITHIN, len(forms))):
        if forms[place] == _WHICH:
            return place + 1
    return at


def _names_a_region(forms: tuple[str, ...], at: int) -> bool:
    """Whether "se-" opens the word: "terbaik se-Asia" is a rank without any aim."""
    return at < len(forms) and forms[at].startswith(_OF_ALL)


def _is_received(forms: tuple[str, ...], end: int) -> bool:
    """Whether the praise goes on to those whom it is for: "the best for our customers"."""
    receivers = load("statement")["company_focused"]["receivers"]
    return any(form in receivers for form in forms[end : end + _RECEIVED_WITHIN])


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for begin, end in sorted(set(spans)):
        if merged and begin < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((begin, end))
    return merged
