"""English forms that say the same in a reaction: "nodded off" and "nod off", "we" and "I".

Only cues of several words are compared so; a word alone may change its meaning with its ending
("moving", "move on"). Rough on purpose: both sides are cut alike, and no form is ever shown.
"""

from functools import lru_cache

from workshop_tui.text.lexicons import load

_ENDINGS = ("ing", "ies", "ied", "es", "ed", "s")
_SHORTEST_BASE = 3
_UNDOUBLED = frozenset("lsz")


@lru_cache(maxsize=1 << 14)
def base_form(form: str) -> str:
    """A form without its ending; irregular forms and pronouns by what they stand for."""
    listed = _same_forms().get(form)
    if listed is not None:
        return listed
    for ending in _ENDINGS:
        stem = form.removesuffix(ending)
        if stem != form and len(stem) >= _SHORTEST_BASE and not form.endswith("ss"):
            return _trimmed(stem + "y" if ending in ("ies", "ied") else stem)
    return _trimmed(form)


def _trimmed(stem: str) -> str:
    """A stem with neither its silent "e" nor a doubled consonant: "stopp", "love"."""
    if len(stem) > _SHORTEST_BASE and stem[-1] == stem[-2] and stem[-1] not in _UNDOUBLED:
        return stem[:-1]
    return stem[:-1] if len(stem) > _SHORTEST_BASE and stem.endswith("e") else stem


@lru_cache(maxsize=1)
def _same_forms() -> dict[str, str]:
    """Forms by the first of their line in the list."""
    return {
        form: forms[0] for forms in load("reaction_cues")["meta"]["same_forms"] for form in forms
    }
