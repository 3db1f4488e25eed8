"""E-mail and web addresses in people's answers: they are said to be reached by, and are no words.

Here is how they look, and an answer without them; what stands in their place for others to see,
`personal_details` decides.
"""

import re
from functools import cache
from typing import Final

# Possessive quantifiers and what must not stand before keep every pattern linear in the text.
UP_TO_ITS_END: Final = r"[^\s<>]*[^\s<>.,;:!?)\]}”\"'’»]"
"""The rest of a link, up to the signs of the sentence that it stands in."""
EMAIL: Final = (
    r"""(?<![\w.+%'-])[\w.+%'-]++(?:@|\s?[\[(]at[\])]\s?)(?=[\w.-]*[^\W\d_])[\w-]++(?:\.[\w-]++)*"""
)
SIGNS: Final = ("@", "://", "www.", "Www.", "WWW.", "[at]", "(at)", "[AT]", "(AT)")
"""A text without any of these holds no address."""


def without_addresses(text: str) -> str:
    """The text with a space in place of each address."""
    return _address().sub(" ", text) if any(sign in text for sign in SIGNS) else text


@cache
def _address() -> re.Pattern[str]:
    web = rf"(?<![a-z0-9])(?:(?:https?|ftp)://|www\.){UP_TO_ITS_END}"
    return re.compile(f"{web}|{EMAIL}", re.IGNORECASE)
