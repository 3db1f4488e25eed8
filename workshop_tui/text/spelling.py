"""One spelling for one word: letter forms, letters drawn out, listed chat and wrong spellings.

What it leaves out: typing errors that no list has. Those are suggestions that a person decides
(`survey.variants`).
"""

import re
import unicodedata
from functools import lru_cache

from workshop_tui.text.lexicons import chat_spellings, common_misspellings

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-"})
_DRAWN_OUT = re.compile(r"([^\W\d_])\1{2,}")


def plain_form(word: str) -> str:
    """Lower case, NFKC, straight apostrophes and hyphens: the form of look-ups."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word).translate(_APOSTROPHES).lower()


@lru_cache(maxsize=1 << 16)
def indonesian_form(form: str) -> str:
    """The usual spelling of an Indonesian form: "baguuus" is bagus, "yg" is yang."""
    spellings = chat_spellings()
    if form in spellings:
        return spellings[form]
    short = _DRAWN_OUT.sub(r"\1", form)
    return spellings.get(short, short)


@lru_cache(maxsize=1 << 16)
def english_form(form: str) -> str:
    """The usual spelling of an English form: "recieved" is received; "sooo" comes down to "soo"."""
    short = _DRAWN_OUT.sub(r"\1\1", form)
    return common_misspellings().get(short, short)


def usual_form(form: str, language: str) -> str:
    """The usual spelling of a form in "en" or "id"."""
    return indonesian_form(form) if language == "id" else english_form(form)
