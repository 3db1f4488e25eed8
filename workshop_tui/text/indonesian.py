"""The root of an Indonesian word: clitics, suffixes, prefixes and doubling taken off.

Order of trust: the listed exceptions, simplemma's dictionary, then an affix analysis that only
accepts a root that is in a root list (PySastrawi's, which is the national dictionary's, and ours).
PySastrawi's own stemmer is not used: it needs .2 ms a word and takes the longest chain of affixes
(sarapan to sarap, pesen to sen), where this prefers the longest root.
"""

from collections.abc import Iterator
from functools import lru_cache

from workshop_tui.text.dictionaries import indonesian_lemma, indonesian_roots

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
_DOUBLE = ("diper", "memper", "dipe", "keter", "keber", "berke", "member", "diber", "pember")


@lru_cache(maxsize=1 << 16)
def indonesian_root(form: str) -> str:
    """The family of an Indonesian form; the form itself where nothing is known."""
    if "-" in form:
        return _root_of_doubled(form)
    return indonesian_lemma(form) or _root_by_affixes(form)


def has_indonesian_shape(form: str) -> bool:
    """Whether a word that no dictionary holds carries Indonesian affixes on a known root."""
    return indonesian_root(form) != form


def _root_of_doubled(form: str) -> str:
    """ "teman-teman" is teman, "asal-asalan" is asal; other hyphened words stay whole."""
    known = indonesian_lemma(form)
    if known is not None:
        return known
    first, _, second = form.rpartition("-")
    if second in {*PARTICLES, *POSSESSIVES}:
        return indonesian_root(first)
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
    best = ""
    for stem in _without_clitics(form):
        if stem != form and stem in roots:
            return stem
        for candidate in _candidates(stem):
            if len(candidate) > len(best) and candidate in roots:
                best = candidate
    if best:
        return best
    return _host_of_nya(form)


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
