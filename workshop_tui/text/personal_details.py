"""Personal details in people's answers: e-mail addresses, numbers, links, and names that are known.

Whoever wrote an answer left them there for somebody else than the room. `masked` puts a word in
brackets in their place, in the language of the answer; counts and prices, years, dates and times
stay. That goes by the shape of a text alone; of people's names only those are masked that the
workshop knows (`people_names`), never all.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from workshop_tui.domain.survey import Pin, Survey, board
from workshop_tui.domain.values import Language, changed
from workshop_tui.text.addresses import EMAIL, UP_TO_ITS_END
from workshop_tui.text.people_names import without_names

MASKS: Final[Mapping[Language, Mapping[str, str]]] = {
    "en": {"email": "[e-mail]", "number": "[number]", "link": "[link]", "name": "[name]"},
    "id": {"email": "[email]", "number": "[nomor]", "link": "[tautan]", "name": "[nama]"},
}
FEWEST_DIGITS: Final = 7
"""Of a local phone number; fewer are a count, an amount, a postal code."""
FEWEST_IN_GROUPS: Final = 9
"""Digits where spaces part them: two counts may stand side by side."""
LONGEST_PAIRS: Final = 10
"""Digits from which pairs, such as 06 12 34 56 78, are a number and no times or scores."""
_YEARS: Final = range(1900, 2101)

# As in `addresses`, every pattern is linear in the text.
_PATH = f"/{UP_TO_ITS_END}"
_LINK = rf"""(?<![a-z0-9])(?:https?|ftp)://(?:[^\s/@]++@[^\s<>]+|[^\s/<>]++{_PATH})
    |(?<![\w.@-])(?:[\w-]++\.)++(?:com|org|net|id|me|info|io|gov|edu|gl|ly|app|link){_PATH}"""
_DAY, _YEAR = r"[0-3]?\d", r"(?:19|20)?\d\d"
_DATE = rf"{_DAY}(?P<by>[./-]){_DAY}(?P=by){_YEAR}|(?:19|20)\d\d(?P<to>[./-]){_DAY}(?P=to){_DAY}"
_AMOUNT = r"[1-9]\d{0,2}(?:[.,]\d{3})+(?:,\d\d?)?"
_NOT_IN_A_NUMBER = r"(?![.,/–-]?\d)"
_CURRENCY = r"(?<![^\W\d_])(?:rp|idr|usd|eur|sgd|us\$|[$€£¥])\.?\s?\d[\d.,]*+"
_COUNTED = r"""(?<![.,])\d[\d.,]*+\s?(?:%|(?:rupiah|ribu|rb|juta|jt|miliar|milyar|dollars?|dolar
    |euros?|usd|idr|million|billion|thousand|persen|percent)\b)"""
_KEPT = rf"""(?<!\d)(?:{_CURRENCY}|{_COUNTED}|(?:{_DATE}){_NOT_IN_A_NUMBER}
    |{_AMOUNT}(?:\s?[–-]\s?{_AMOUNT})?{_NOT_IN_A_NUMBER})"""
_NUMBER = r"(?:\+\s?)?\(?(?<!\d)\d(?:[^\S\n]?[().‐‑–/-]?[^\S\n(]?\(?\d)*+"
_MAY_HOLD = re.compile(r"@|[\[(]at|\w/\S|\d(?:[^\w]{0,4}\d){6}", re.IGNORECASE)
"""Looked for first: most answers hold none of it."""
_GROUP = re.compile(r"\d+")


def masked(text: str, language: Language, names: tuple[str, ...] = ()) -> str:
    """The text with a word in brackets in place of each personal detail.

    language: of that word. names: people's names that stand in the answers. A text without any
    comes back as it is; a masked one stays as it is.
    """
    masks = MASKS[language]
    bare = _without_details(text, masks) if _MAY_HOLD.search(text) else text
    return without_names(bare, names, masks["name"])


def _without_details(text: str, masks: Mapping[str, str]) -> str:

    def mask(found: re.Match[str]) -> str:
        kind = found.lastgroup or ""
        if kind == "number" and not _is_personal(found.group()):
            return found.group()
        return masks.get(kind, found.group())

    return _detail().sub(mask, text)


def is_masked(text: str) -> bool:
    """Whether something in a text that was handed out stands behind a mask."""
    return any(mask in text for masks in MASKS.values() for mask in masks.values())


def board_shown(survey: Survey, language: Language) -> tuple[Pin, ...]:
    """The insight board as others may see it: quotes masked, also those pinned before that."""
    pins = board(survey.pins)
    if survey.personal_details == "shown":
        return pins
    return tuple(
        changed(pin, text=masked(pin.text, language, survey.names)) if pin.kind == "quote" else pin
        for pin in pins
    )


@cache
def _detail() -> re.Pattern[str]:
    """Compiled when it is first needed: most starts of the program do not show an answer."""
    return re.compile(
        rf"(?P<link>{_LINK})|(?P<email>{EMAIL})|(?P<kept>{_KEPT})|(?P<number>{_NUMBER})",
        re.VERBOSE | re.IGNORECASE,
    )


def _is_personal(number: str) -> bool:
    """Whether these digits, with what parts them, may call or tell a person."""
    groups = _GROUP.findall(number)
    digits = "".join(groups)
    calls = number.startswith(("+", "0", "(0"))
    if len(digits) < FEWEST_DIGITS or all(_is_year(group) for group in groups):
        return False
    if len(groups) == 1:
        is_round = digits.endswith("000") and len(digits) <= FEWEST_IN_GROUPS
        return calls or not is_round
    if all(len(group) <= 2 for group in groups):
        return len(digits) >= LONGEST_PAIRS and calls
    if not calls and len(groups) == 2 and all(group.endswith("0") for group in groups):
        return False  # from 500-1000 to 1000 2000
    is_parted_by_spaces = bool(re.search(r"\d\s+\d", number))
    return calls or len(digits) >= (FEWEST_IN_GROUPS if is_parted_by_spaces else FEWEST_DIGITS)


def _is_year(group: str) -> bool:
    return len(group) == 4 and int(group) in _YEARS
