"""The reaction cues as data to match: spoken-out words, longest cue first.

Contractions are written out and chat spellings made plain on both sides, so that "don't like",
"dont like" and "do not like" are one cue, and "gak suka" is tidak suka.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from workshop_tui.text.indonesian import indonesian_root
from workshop_tui.text.language_id import Language
from workshop_tui.text.lexicons import load, run_together
from workshop_tui.text.spelling import indonesian_form, plain_form
from workshop_tui.text.words import WORD

ReactionClass = Literal["strong", "faint", "hesitant", "negative"]
CLASSES: tuple[ReactionClass, ...] = ("strong", "faint", "hesitant", "negative")
INTENSITY = {"strong": 3, "clear": 2, "weak": 1}
ANY = "*"
OPENS = "^"
PRAISE = ("praise_en", "praise_id")
INTENSIFIERS = ("intensifiers_strong", "intensifiers_clear", "intensifiers_after")
BREAKS = frozenset(".!?;,:\n…—–()")

_CONTRACTIONS = {
    "can't": ("can", "not"), "cant": ("can", "not"), "cannot": ("can", "not"),
    "won't": ("will", "not"), "wont": ("will", "not"), "ain't": ("is", "not"),
    "let's": ("let", "us"), "lets": ("let", "us"), "gonna": ("going", "to"),
    "dunno": ("do", "not", "know"), "im": ("i", "am"), "its": ("it", "is"),
    "thats": ("that", "is"), "ive": ("i", "have"), "id": ("i", "would"),
    "alright": ("alright",), "s": (), "%": ("percent",), "persen": ("percent",),
}  # fmt: skip
_ENDINGS = {
    "n't": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "would",
    "'s": "is",
}  # fmt: skip
_WITHOUT_APOSTROPHE = re.compile(r"(do|does|did|is|was|were|are|would|could|should|has|have|had)nt")
_PIECE = re.compile(rf"{WORD.pattern}|\d+|[^\w\s]")
_CLITICS = ("lah", "nya", "kah", "pun")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A word as cues are matched: written out, with its place in the text.

    after_break: a punctuation sign lies before it; closing: "!" or "?" right after it, "." where
    another sign or the end of the text follows, "" where the next word does.
    """

    form: str
    start: int
    end: int
    after_break: bool
    closing: str


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that speak for a class.

    closing: the sign that must follow ("!" or "?"; "." for any end), or "".
    opens: the cue counts only where it opens a clause.
    """

    forms: tuple[str, ...]
    closing: str
    reading: ReactionClass
    intensity: int
    opens: bool = False

    def closes_with(self, sign: str) -> bool:
        """Whether the sign behind the last word suits the cue."""
        return self.closing in ("", sign) or (self.closing == "." and sign == "!")


def spoken(text: str, language: Language = "en") -> tuple[Spoken, ...]:
    """The words of a text, written out; a contraction gives several with one place."""
    pieces = list(_PIECE.finditer(text))
    found: list[Spoken] = []
    after_break = True
    for index, piece in enumerate(pieces):
        sign = piece.group()
        if not (sign[0].isalnum() or sign == "%" or sign in _signs()):
            after_break = after_break or sign in BREAKS
            continue
        forms = _percentage(pieces, index) or written_out(plain_form(sign), language)
        closing = _closing(pieces, index)
        for place, form in enumerate(forms):
            is_last = place == len(forms) - 1
            found.append(
                Spoken(
                    form,
                    piece.start(),
                    piece.end(),
                    after_break and place == 0,
                    closing if is_last else "",
                )
            )
        after_break = after_break and not forms
    return tuple(found)


def _closing(pieces: list[re.Match[str]], index: int) -> str:
    """How a clause closes behind a piece, over dots and other signs; "" where it goes on."""
    closing = "" if index + 1 < len(pieces) else "."
    for piece in pieces[index + 1 :]:
        sign = piece.group()
        if sign in "!?":
            return sign
        if sign[0].isalnum() or sign == "%":
            return closing
        if sign in ",;:":
            return "."
        if sign in BREAKS:
            closing = "."
    return closing or "."


def _percentage(pieces: list[re.Match[str]], index: int) -> tuple[str, ...]:
    """A hundred percent and more is one word: "setuju 1000 persen"."""
    number = pieces[index].group()
    unit = pieces[index + 1].group().lower() if index + 1 < len(pieces) else ""
    if not (number.isdecimal() and unit in ("%", "persen", "percent")):
        return ()
    return ("100",) if int(number) >= 100 else (number,)


def written_out(form: str, language: Language) -> tuple[str, ...]:
    """A form without contraction, chat spelling and clitic, as one or more forms."""
    if form in _CONTRACTIONS:
        return _CONTRACTIONS[form]
    if form in run_together():
        return run_together()[form]
    bare = _WITHOUT_APOSTROPHE.fullmatch(form)
    if bare:
        return (bare.group(1), "not")
    for ending, word in _ENDINGS.items():
        if form.endswith(ending) and len(form) > len(ending):
            return (form.removesuffix(ending), word)
    return _indonesian_cue_word(indonesian_form(form), language)


def _indonesian_cue_word(form: str, language: Language) -> tuple[str, ...]:
    """A form as the cues have it: without doubling and clitic, or by what it stands for."""
    known = _cue_words()
    if form in known:
        return (form,)
    first, _, second = form.partition("-")
    if first in known and second.startswith(first):
        return (first,)
    for clitic in _CLITICS:
        stem = form.removesuffix(clitic)
        if stem != form and stem in known:
            return (stem, clitic) if clitic == "lah" else (stem,)
    if language != "id":
        return (form,)
    return (_formal(form) or _objection_within(form),)


def _formal(form: str) -> str:
    """The cue word that a colloquial verb stands for: "nyentuh", "nggambarin"; "" if none."""
    if not form.startswith(("n", "m")):
        return ""
    stem = form.removesuffix("in")
    formal = ("me" + form, f"me{stem}kan", f"me{stem}i", f"{stem}kan", f"{stem}i")
    known = _cue_words()
    return next((word for word in formal[: 5 if stem != form else 1] if word in known), "")


def _objection_within(form: str) -> str:
    """The root of an Indonesian form where that is an objection: "nyalahin" is salah."""
    root = indonesian_root(form)
    return root if root in _objections() else form


@lru_cache
def _objections() -> frozenset[str]:
    """Cues of one word that object."""
    return frozenset(cue for cue, reading, _ in _listed() if reading == "negative")


@lru_cache
def _cue_words() -> frozenset[str]:
    meta = load("reaction_cues")["meta"]
    listed = [cue for cue, _, _ in _listed()]
    praise = [phrase for name in (*PRAISE, *INTENSIFIERS) for phrase in meta[name]]
    return frozenset(indonesian_form(word) for cue in listed + praise for word in WORD.findall(cue))


@lru_cache
def _signs() -> Mapping[str, tuple[ReactionClass, int]]:
    return {
        sign: (reading, INTENSITY[level])
        for reading in CLASSES
        for level, signs in load("reaction_cues")["signs"].get(reading, {}).items()
        for sign in signs
    }


def _listed() -> Iterator[tuple[str, ReactionClass, int]]:
    lists = load("reaction_cues")
    for language in ("en", "id"):
        for reading in CLASSES:
            for level, cues in lists[language][reading].items():
                for cue in cues:
                    yield cue, reading, INTENSITY[level]


def forms_of(phrase: str) -> tuple[str, ...]:
    """A listed phrase as the forms to match; "*" stays."""
    forms: list[str] = []
    for word in phrase.split():
        if word == ANY:
            forms.append(ANY)
        else:
            forms += [token.form for token in spoken(word)]
    return tuple(forms)


class CueIndex:
    """Cues by their first word, the longest first."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[Cue]] = {}
        for listed, reading, intensity in _listed():
            closing = listed[-1] if listed[-1] in "!?." else ""
            bare = listed.lstrip(OPENS).rstrip("!?.")
            opens = listed.startswith(OPENS)
            self._add(Cue(forms_of(bare), closing, reading, intensity, opens))
        for sign, (reading, intensity) in _signs().items():
            self._add(Cue((sign,), "", reading, intensity))
        for cues in self._by_first.values():
            cues.sort(
                key=lambda cue: (
                    -len(cue.forms), cue.forms.count(ANY), not cue.closing, not cue.opens,
                )
            )  # fmt: skip

    def _add(self, cue: Cue) -> None:
        if cue.forms:
            self._by_first.setdefault(cue.forms[0], []).append(cue)

    def at(self, words: tuple[Spoken, ...], begin: int) -> Cue | None:
        """The longest cue that starts at a word; it does not reach over a sign."""
        praise = intensified_praise(words, begin)
        for cue in self._by_first.get(words[begin].form, ()):
            if _fits(cue, words, begin) and not self._hides_objection(cue, words, begin):
                return praise if praise and len(praise.forms) > len(cue.forms) else cue
        return praise

    def _hides_objection(self, cue: Cue, words: tuple[Spoken, ...], begin: int) -> bool:
        """Whether "a bit *" would swallow a word that is an objection itself: "a bit boring"."""
        return cue.reading != "negative" and any(
            form == ANY and self._is_objection(words[begin + offset].form)
            for offset, form in enumerate(cue.forms)
        )

    def _is_objection(self, form: str) -> bool:
        return any(
            cue.forms == (form,) and cue.reading == "negative"
            for cue in self._by_first.get(form, ())
        )


def _fits(cue: Cue, words: tuple[Spoken, ...], begin: int) -> bool:
    end = begin + len(cue.forms)
    if end > len(words) or not cue.closes_with(words[end - 1].closing):
        return False
    if cue.opens and not words[begin].after_break:
        return False
    for offset, form in enumerate(cue.forms):
        word = words[begin + offset]
        if (form not in (ANY, word.form)) or (offset and word.after_break):
            return False
    return True


def intensified_praise(words: tuple[Spoken, ...], begin: int) -> Cue | None:
    """Mild praise that an intensifier makes strong: "really good", "bagus banget"."""
    strong, clear, after = INTENSIFIERS
    at, intensity = begin, 0
    while (size := _listed_here(words, at, begin, clear)) or _listed_here(words, at, begin, strong):
        intensity = max(intensity, INTENSITY["clear" if size else "strong"])
        at += size or _listed_here(words, at, begin, strong)
    praised = max(_listed_here(words, at, begin, name) for name in PRAISE)
    if not praised:
        return None
    at += praised
    while size := _listed_here(words, at, begin, after):
        intensity = INTENSITY["strong"]
        at += size
    forms = tuple(word.form for word in words[begin:at])
    return Cue(forms, "", "strong", intensity) if intensity else None


def _listed_here(words: tuple[Spoken, ...], at: int, begin: int, name: str) -> int:
    """How many words of a [meta] list entry stand here, in the clause of `begin`."""
    size = listed_at(words, at, name)
    here = range(max(at, begin + 1), at + size)
    return 0 if any(words[place].after_break for place in here) else size


@lru_cache
def cue_index() -> CueIndex:
    return CueIndex()


def is_praise(form: str) -> bool:
    """Whether a word alone is mild praise."""
    return any((form,) in _phrases(name).get(form, ()) for name in PRAISE)


def listed_at(words: tuple[Spoken, ...], at: int, name: str) -> int:
    """How many words of the longest entry of a [meta] list stand here; 0 for none."""
    if not 0 <= at < len(words):
        return 0
    for forms in _phrases(name).get(words[at].form, ()):
        if tuple(word.form for word in words[at : at + len(forms)]) == forms:
            return len(forms)
    return 0


@lru_cache
def _phrases(name: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """A list of [meta] as forms by their first word, the longest first."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for forms in {forms_of(entry) for entry in load("reaction_cues")["meta"][name]}:
        by_first.setdefault(forms[0], []).append(forms)
    return {
        first: tuple(sorted(listed, key=lambda forms: (-len(forms), forms)))
        for first, listed in by_first.items()
    }
