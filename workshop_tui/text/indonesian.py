"""The root of an Indonesian word: clitics, suffixes, prefixes and doubling taken off.

Order of trust: the listed exceptions, simplemma's dictionary, then an affix analysis that only
accepts a root that is in a root list (PySastrawi's, which is the national dictionary's, and ours).
PySastrawi's own stemmer is not used: it needs .2 ms a word and takes the longest chain of affixes
(sarapan to sarap, pesen to sen), where this prefers the longest root.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from workshop_tui.text.dictionaries import (
    indonesian_lemma,
    indonesian_roots,
    is_english,
    is_headword,
    listed_families,
)

PARTICLES = ("lah", "kah", "pun", "tah")
POSSESSIVES = ("nya", "ku", "mu")
SUFFIXES = ("kan", "an", "i", "in")
_SHORTEST_ROOT = 4
_SHORTEST_ROOT_AFTER_DI = 3

# The nasal prefixes (me-, pe- and colloquial n-) and the letters that they replace.
_NASALS = (
    ("meng", ("", "k")), ("meny", ("s",)), ("mem", ("p", "", "m")), ("men", ("t", "", "n")),
    ("me", ("",)),
    ("peng", ("", "k")), ("peny", ("s",)), ("pem", ("p", "", "m")), ("pen", ("t", "", "n")),
    ("pe", ("",)),
    ("menge", ("",)), ("penge", ("",)), ("nge", ("",)), ("ng", ("", "k")), ("ny", ("s", "c")),
    ("n", ("t", "")), ("m", ("p",)),
)  # fmt: skip
_PLAIN = ("di", "ke", "se", "ter", "te", "ber", "be", "bel", "per", "pel", "memper", "diper")
# Prefixes as they are said, and as they are written; before "nge" any letter may follow.
_SAID = (
    ("ng", ("meng",)), ("nge", ("", "me", "mem", "men", "meng", "menge")), ("ny", ("menc", "meny")),
    ("n", ("men",)), ("m", ("mem",)),
)  # fmt: skip
_LONGEST_SAID = 3
_VOWELS = "aeiou"
# What is said before a loan word, hyphen or not: "dibooking", "nge-print".
_BEFORE_LOANS = ("di", "nge")
_AFTER_LOANS = ("", "kan", "in", "an")
_SHORTEST_LOAN = 4
_SAID_E = re.compile(r"e([bdgklmnprst]|ng)(in|)$")
"""The last vowel that speech turns from a to e: "pinjem", "simpenin"."""
_DOUBLE = ("diper", "memper", "dipe", "keter", "keber", "berke", "member", "diber", "pember")


@lru_cache(maxsize=1 << 16)
def indonesian_root(form: str) -> str:
    """The family of an Indonesian form; the form itself where nothing is known."""
    if "-" in form:
        return _root_of_doubled(form)
    lemma = _listed_host(form) or indonesian_lemma(form)
    if lemma is None:
        return _root_by_affixes(form)
    # The dictionary takes off one layer at a time: keterlambatan is terlambat, and that lambat.
    return lemma if lemma in listed_families("id") else _root_of_lemma(lemma, form)


def _listed_host(form: str) -> str | None:
    """ "jaringannya" goes with "jaringan", whose family is listed: a clitic changes no family."""
    listed = listed_families("id")
    if form in listed:
        return listed[form]
    hosts = (listed.get(stem) for stem in _without_clitics(form) if stem != form)
    return next(filter(None, hosts), None)


def _root_of_lemma(lemma: str, form: str) -> str:
    deeper = indonesian_lemma(lemma)
    if deeper is None:
        return _root_by_affixes(lemma)
    return lemma if deeper == form else indonesian_root(deeper)


def has_indonesian_shape(form: str) -> bool:
    """Whether a word that no dictionary holds carries Indonesian affixes on a known root."""
    return indonesian_root(form) != form


def _root_of_doubled(form: str) -> str:
    """ "teman-teman" is teman, "asal-asalan" is asal; other hyphened words stay whole."""
    known = indonesian_lemma(form)
    if known is not None:
        return known
    first, _, second = form.rpartition("-")
    if second in {*PARTICLES, *POSSESSIVES, "an"}:
        return indonesian_root(first)
    prefix, _, host = form.partition("-")
    if prefix in _BEFORE_LOANS:
        return indonesian_root(host)
    if not first or "-" in first:
        return form
    root = indonesian_root(first)
    if root == indonesian_root(second) or second.startswith((first, root)):
        return root
    return form


def _root_by_affixes(form: str) -> str:
    roots = indonesian_roots()
    if form in roots or len(form) <= _SHORTEST_ROOT:
        return form
    formal = None if is_headword(form) else _formal_root(form)
    if formal is not None:
        return formal
    best = headword = ""
    for stem in _without_clitics(form):
        if stem != form and stem in roots:
            return stem
        for candidate in _candidates(stem):
            if len(candidate) > len(best) and candidate in roots:
                best = candidate
            if len(candidate) > len(headword) and _may_be_a_root(candidate):
                headword = candidate
    return best or headword or _loan_in(form) or _root_as_written(form) or _host_of_nya(form)


def _may_be_a_root(candidate: str) -> bool:
    """Whether a word that is in no root list is a headword all the same: "rinci" of "dirinci"."""
    return len(candidate) > _SHORTEST_ROOT and is_headword(candidate)


def _formal_root(form: str) -> str | None:
    """The root of the written form of what is said: "ngarahin" is mengarahkan, of arah."""
    for stem in _without_clitics(form):
        if stem != form and indonesian_lemma(stem) is not None:
            return indonesian_root(stem)
        for written in _as_written(stem):
            if indonesian_lemma(written) is not None:
                return indonesian_root(written)
            if stem.startswith("nge") and written in indonesian_roots():
                return written
    return None


def _as_written(stem: str) -> Iterator[str]:
    """Written forms of a said one, likely ones first: "nyariin" is mencarikan, mencari, ...

    What ends in -in when it is said ends in -kan, -i or nothing when it is written.
    """
    for said, prefixes in _SAID:
        rest = stem.removeprefix(said)
        if rest == stem or (len(said) < _LONGEST_SAID and rest[:1] not in _VOWELS):
            continue
        ends = ("kan", "i", "") if rest.endswith("in") else ()
        bodies = (rest, *(rest.removesuffix("in") + end for end in ends))
        yield from (prefix + body for prefix in prefixes for body in bodies)


def _loan_in(form: str) -> str:
    """The English word between Indonesian affixes: "dicancelin" is cancel; "" if there is none."""
    if is_english(form):
        return ""
    for prefix in _BEFORE_LOANS:
        rest = form.removeprefix(prefix)
        for ending in _AFTER_LOANS if rest != form else ():
            host = rest.removesuffix(ending)
            if len(host) >= _SHORTEST_LOAN and rest.endswith(ending) and is_english(host):
                return host
    return ""


def _root_as_written(form: str) -> str:
    """The root of a word that is written as it is said: "dipinjem" is dipinjam, of pinjam."""
    written = _SAID_E.sub(r"a\1\2", form)
    if written == form or is_english(form):
        return ""
    root = indonesian_root(written)
    return root if root in indonesian_roots() else ""


def _host_of_nya(form: str) -> str:
    """-nya joins any word, loan words too: "shuttlenya" is shuttle."""
    host = form.removesuffix("nya")
    if host != form and len(host) >= _SHORTEST_ROOT - 1:
        return indonesian_root(host)
    return form


def _without_clitics(form: str) -> Iterator[str]:
    yield form
    stems = [form]
    for ending in PARTICLES:
        if form.endswith(ending):
            stems.append(form.removesuffix(ending))
            yield stems[-1]
    for stem in stems:
        for ending in POSSESSIVES:
            if stem.endswith(ending):
                yield stem.removesuffix(ending)


def _candidates(stem: str) -> Iterator[str]:
    """Every root that the affixes of a stem allow, long enough to be trusted."""
    for body in _without_suffix(stem):
        if body != stem and len(body) >= _SHORTEST_ROOT:
            yield body
        for root in _without_prefix(body):
            shortest = (
                _SHORTEST_ROOT_AFTER_DI
                if body == stem and stem.startswith(("di", "nge", "menge"))
                else _SHORTEST_ROOT
            )
            if len(root) >= shortest:
                yield root


def _without_suffix(stem: str) -> Iterator[str]:
    yield stem
    for ending in SUFFIXES:
        if stem.endswith(ending):
            yield stem.removesuffix(ending)


def _without_prefix(body: str) -> Iterator[str]:
    for prefix, restored in _NASALS:
        if body.startswith(prefix):
            rest = body.removeprefix(prefix)
            for letter in restored:
                yield letter + rest
    for prefix in (*_PLAIN, *_DOUBLE):
        if body.startswith(prefix):
            yield body.removeprefix(prefix)
