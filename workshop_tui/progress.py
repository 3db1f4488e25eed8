"""How far the workshop is: what each stage still lacks, and what deserves a question.

The rules are the stages' own; what they cannot know, which words mean something, comes from `text`.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from workshop_tui.domain import (
    drafting,
    gut_check,
    gut_check_standing,
    scoring,
    setup,
    survey,
    sustain,
    tally,
)
from workshop_tui.domain.message import Message
from workshop_tui.domain.session import Session
from workshop_tui.domain.stuck import Sighting, sightings
from workshop_tui.domain.values import STAGES, Stage, changed

Reader = Callable[[Session], tuple[Message, ...]]

_BLANK = Session(title="")

_MISSING: Mapping[Stage, Reader] = {
    "setup": lambda session: setup.missing(session.setup),
    "survey": lambda session: survey.missing(session.survey),
    "drafting": lambda session: drafting.missing(session.drafting),
    "scoring": lambda session: scoring.missing(session.scoring),
    "gut_check": lambda session: gut_check_standing.missing(session.scoring, session.gut_check),
    "sustain": lambda session: sustain.missing(session.sustain, words_to_gloss(session)),
}
_NOTICES: Mapping[Stage, Reader] = {
    "setup": lambda session: setup.notices(session.setup),
    "survey": lambda session: survey.notices(session.setup, session.survey),
    "drafting": lambda session: drafting.notices(session.drafting),
    "scoring": lambda session: tally.notices(session.setup, session.scoring),
    "gut_check": lambda session: gut_check_standing.notices(
        session.setup, session.scoring, session.gut_check
    ),
    "sustain": lambda session: sustain.notices(session.sustain),
}


def words_to_gloss(session: Session) -> tuple[str, ...]:
    """The words of the statement that mean something and whose meaning here nobody has said yet."""
    wording = gut_check.statement(session.scoring, session.gut_check)
    glosses = session.sustain.glosses
    if not sustain.without_gloss(wording.split(), glosses):
        return ()
    # The word lists take a while to load, and most workshops need none.
    from workshop_tui.text.content_words import content_words  # noqa: PLC0415

    return sustain.without_gloss(content_words(wording), glosses)


def missing(session: Session, stage: Stage) -> tuple[Message, ...]:
    """What this stage still lacks; () when it is done. Nothing of it blocks the way on."""
    return _MISSING[stage](session)


def notices(session: Session, stage: Stage) -> tuple[Message, ...]:
    """What the facilitator may want to ask about in this stage."""
    return _NOTICES[stage](session)


def stuck(session: Session, now: datetime | None = None) -> tuple[Sighting, ...]:
    """Where the figures of this workshop show a room that does not get on.

    now: counts the word-smithing that is going on, too.
    """
    return sightings(session.setup, session.drafting, session.scoring, now)


def where_it_stands(session: Session) -> Stage:
    """The stage to open a session on: the furthest that was begun, or the one behind it.

    The one behind it where the furthest lacks nothing. What an earlier stage still lacks leads
    nobody back (each says it for itself), but for a set-up in which nobody has begun.
    """
    begun = [stage for stage in STAGES if _has_begun(session, stage)]
    if STAGES[0] not in begun:
        return STAGES[0]
    place = STAGES.index(begun[-1])
    is_done = not missing(session, begun[-1])
    return STAGES[min(place + is_done, len(STAGES) - 1)]


def _has_begun(session: Session, stage: Stage) -> bool:
    """Whether a stage holds more than every new workshop does."""
    match stage:
        case "setup":
            return changed(session.setup, agenda=()) != _BLANK.setup
        case "survey":
            return changed(session.survey, question="") != _BLANK.survey
        case _:
            return bool(getattr(session, stage) != getattr(_BLANK, stage))
