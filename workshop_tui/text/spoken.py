"""The words of a reaction as it was spoken: written out, so that cues can be matched.

Contractions are written out and chat spellings made plain on both sides, so that "don't like",
"dont like" and "do not like" are one cue, and "gak suka" is tidak suka.
"""

import re
from functools import lru_cache

import msgspec

from workshop_tui.text.cue_lists import cue_words, listed_cues, objections, signs
from workshop_tui.text.indonesian import indonesian_root
from workshop_tui.text.language_id import Language
from workshop_tui.text.lexicons import run_together
from workshop_tui.text.spelling import indonesian_form, plain_form
from workshop_tui.text.words import WORD

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
_INFLECTIONS = ("ing", "ed", "es", "s")
_NO_INFLECTION = frozenset(["markets", "marketed", "posters", "winners", "fines"])
_SHORTEST_STEM = 4
_CLITICS = ("lah", "nya", "kah", "pun")


class Spoken(msgspec.Struct, frozen=True):
    """A word as cues are matched: written out, with its place in the text.

    after_break: a punctuation sign lies before it; closing: "!" or "?" right after it, "." where
    another sign or the end of the text follows, "" where the next word does.
    """

    form: str
    start: int
    end: int
    after_break: bool
    closing: str


def spoken(text: str, language: Language = "en") -> tuple[Spoken, ...]:
    """The words of a text, written out; a contraction gives several with one place."""
    pieces = list(_PIECE.finditer(text))
    found: list[Spoken] = []
    after_break = True
    for index, piece in enumerate(pieces):
        sign = piece.group()
        if not (sign[0].isalnum() or sign == "%" or sign in signs()):
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
    if "'" in form:
        for ending, word in _ENDINGS.items():
            if form.endswith(ending) and len(form) > len(ending):
                return (form.removesuffix(ending), word)
    return _indonesian_cue_word(indonesian_form(form), language)


def _indonesian_cue_word(form: str, language: Language) -> tuple[str, ...]:
    """A form as the cues have it: without doubling and clitic, or by what it stands for."""
    known = cue_words()
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
        return (_inflected(form) or form,)
    return (_formal(form) or _objection_within(form),)


@lru_cache
def _cues_by_stem() -> dict[str, str]:
    """English cues of one word by what is left without their ending."""
    return {
        stem: cue
        for cue, reading, intensity in listed_cues()
        if reading in ("strong", "negative") and intensity > 1 and cue.isalpha()
        if (stem := _stem(cue))
    }


def _stem(form: str) -> str:
    """A form without an English ending; "" where too little would be left."""
    ending = next((end for end in _INFLECTIONS if form.endswith(end)), "")
    stem = form.removesuffix(ending)
    return stem.replace("iz", "is") if len(stem) >= _SHORTEST_STEM else ""


def _inflected(form: str) -> str:
    """The cue that a form is another form of: "patronises" is patronising; "" if none."""
    if form in _NO_INFLECTION or not form.endswith(_INFLECTIONS):
        return ""
    return _cues_by_stem().get(_stem(form), "")


def _formal(form: str) -> str:
    """The cue word that a colloquial verb stands for: "nyentuh", "nggambarin"; "" if none."""
    stem = form.removesuffix("in")
    if form.startswith("di") and stem != form:
        return next((word for word in (f"{stem}kan", f"{stem}i", stem) if word in cue_words()), "")
    if not form.startswith(("n", "m")):
        return ""
    formal = ("me" + form, f"me{stem}kan", f"me{stem}i", f"{stem}kan", f"{stem}i")
    known = cue_words()
    return next((word for word in formal[: 5 if stem != form else 1] if word in known), "")


def _objection_within(form: str) -> str:
    """The root of an Indonesian form where that is an objection: "nyalahin" is salah."""
    root = indonesian_root(form)
    return root if root in objections() else form
