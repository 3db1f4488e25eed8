"""Messages as an English reader sees them, so that tests check the sentence and its places."""

from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.language import say


def said(what: Message | RefusedError) -> str:
    """The sentence of a message or of an error's reason."""
    return say(what.reason if isinstance(what, RefusedError) else what, "en")
