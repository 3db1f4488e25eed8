"""The one policy of what may leave the program. Every format starts from what `shareable` gives.

What is not in a `ShareableSession` cannot be exported by mistake; the types see to it that no
section and no format is handed the session itself. Ballots of an open round lie outside the
session already (`domain.ballots`). Answers of the survey come as `Evidence`, without names.
"""

from collections import Counter
from typing import Literal

import msgspec

from workshop_tui.domain.dots import DotVote
from workshop_tui.domain.drafting import Drafting, current_notes
from workshop_tui.domain.gut_check import Feeling, GutCheck, Reaction, Stakeholder
from workshop_tui.domain.gut_check_standing import classes_asked
from workshop_tui.domain.memory_test import without_own_words
from workshop_tui.domain.message import Message
from workshop_tui.domain.rounds import CRITERIA, Ballot, Round
from workshop_tui.domain.scoring import Scoring
from workshop_tui.domain.session import Session
from workshop_tui.domain.setup import Setup
from workshop_tui.domain.survey import Survey, current_themes
from workshop_tui.domain.sustain import Change, Sustain, is_private
from workshop_tui.domain.values import Language, changed
from workshop_tui.record.unordered import without_order
from workshop_tui.text.personal_details import board_shown, masked

SMALLEST_CLASS = 2
"""Of fewer people who may not be named, "an executive" says who it was."""
SMALLEST_BALLOT = 2
"""What fewer people gave without names says who gave it: the record tells who could vote."""


class LeftOut(msgspec.Struct, frozen=True):
    """How many things of each kind may not leave."""

    sensitive_obstacles: int = 0
    stakeholder_names: int = 0
    stakeholder_classes: int = 0
    """Of people who are alone in their class, or were needed to hide one who is."""
    author_names: int = 0
    set_aside: int = 0
    """Pins, themes and notes that the group took off the board."""
    lone_ballots: int = 0
    """Rounds of scores and of dots without names in which one person alone took part."""
    personal_details: Literal["none", "masked", "shown"] = "none"
    """What became of e-mail addresses and long numbers in quotes; "none" before a survey."""


class ShareableSession(Session, frozen=True):
    """A session in which everything private was emptied or taken out."""


def shareable(session: Session) -> ShareableSession:
    """The session without what is private.

    - Authors of drafts and notes only where the group chose to show them.
    - Stakeholders by their class alone, unless they may be named; not even by their class where
      it would say who they are. Where a reaction was taken only of those who may be named.
    - Ballots without names unless the group votes by name and did so when the round was opened, in
      an order that tells nobody apart; none at all before their round is revealed, and no dots
      before theirs. Nor those of one person alone, whose they would be.
    - Feelings, people and reactions of the gut check in no order that tells when each was asked.
    - Sensitive obstacles, unless the group chose to record them, and what was set aside: not at
      all.
    - Quotes without e-mail addresses, phone and identity numbers and links, unless the facilitator
      chose to show them. (Those of the `Evidence` come masked from the reading.)
    - Employees' responses to a change masked like quotes, in an order that tells nobody apart.
    - Whose feeling it was that nagged and what was confided about it, how openly criticism is
      said here, and the short keys of the roster, not at all.

    The name with a different opinion stays: it is there only if that person asked for it.
    """
    return ShareableSession(
        title=session.title,
        language=session.language,
        setup=_setup(session.setup),
        survey=_survey(session.survey, session.language),
        drafting=_drafting(session.setup, session.drafting),
        scoring=_scoring(session.setup, session.scoring),
        gut_check=without_order(_gut_check(session.gut_check)),
        sustain=_sustain(session),
        minutes=session.minutes,
    )


def left_out(session: Session) -> LeftOut:
    """What `shareable` takes out of this session, counted, so that it can be said."""
    survey, drafting = session.survey, session.drafting
    authors = (
        *(draft.author for draft in drafting.drafts),
        *(note.author for note in current_notes(drafting)),
    )
    set_aside = (
        *(pin.is_set_aside for pin in survey.pins),
        *(theme.is_set_aside for theme in survey.themes),
        *(note.is_set_aside for note in drafting.notes),
    )
    return LeftOut(
        sensitive_obstacles=sum(map(is_private, session.sustain.obstacles)),
        stakeholder_names=sum(not each.may_be_named for each in session.gut_check.stakeholders),
        stakeholder_classes=len(_identified_by_class(session.gut_check)),
        author_names=0 if session.setup.authors == "shown" else sum(map(bool, authors)),
        set_aside=sum(set_aside),
        lone_ballots=_lone_ballots(session),
        personal_details="none" if survey.source is None else survey.personal_details,
    )


def kinds_left_out(kept_back: LeftOut) -> int:
    """Of how many kinds something was left out; what was only masked is not counted."""
    return sum(count > 0 for count, _ in _counted(kept_back))


def left_out_messages(kept_back: LeftOut) -> tuple[Message, ...]:
    """What was left out, a sentence each, and whether quotes are masked; () with nothing to say."""
    details = kept_back.personal_details
    about_details = () if details == "none" else (Message(f"record.left_out.details_{details}"),)
    counted = (Message.of(key, count) for count, key in _counted(kept_back) if count)
    return (*counted, *about_details)


def _counted(kept_back: LeftOut) -> tuple[tuple[int, str], ...]:
    return (
        (kept_back.sensitive_obstacles, "record.left_out.sensitive_obstacles"),
        (kept_back.stakeholder_names, "record.left_out.stakeholder_names"),
        (kept_back.stakeholder_classes, "record.left_out.stakeholder_classes"),
        (kept_back.author_names, "record.left_out.author_names"),
        (kept_back.set_aside, "record.left_out.set_aside"),
        (kept_back.lone_ballots, "record.left_out.lone_ballots"),
    )


def _setup(setup: Setup) -> Setup:
    return changed(setup, people=tuple(changed(person, key="") for person in setup.people))


def _survey(survey: Survey, language: Language) -> Survey:
    pins = board_shown(survey, language)
    return changed(survey, pins=pins, themes=current_themes(survey), names=())


def _drafting(setup: Setup, drafting: Drafting) -> Drafting:
    notes = current_notes(drafting)
    votes = tuple(
        vote if vote.is_revealed and not _is_lone(vote) else changed(vote, sums=())
        for vote in drafting.votes
    )
    tests = tuple(map(without_own_words, drafting.memory_tests))
    if setup.authors == "shown":
        return changed(drafting, notes=notes, votes=votes, memory_tests=tests)
    return changed(
        drafting,
        votes=votes,
        memory_tests=tests,
        drafts=tuple(changed(draft, author="") for draft in drafting.drafts),
        notes=tuple(changed(note, author="") for note in notes),
    )


def _scoring(setup: Setup, scoring: Scoring) -> Scoring:
    checks = tuple(changed(check, reasons=tuple(sorted(check.reasons))) for check in scoring.checks)
    rounds = tuple(_round(setup, each) for each in scoring.rounds)
    return changed(scoring, rounds=rounds, checks=checks)


def _round(setup: Setup, scored: Round) -> Round:
    if _is_named(setup, scored):
        return scored
    if not scored.is_revealed or _is_lone(scored):
        return changed(scored, ballots=())
    drafts = [each.draft for each in scored.drafts]
    unnamed = [changed(ballot, voter="") for ballot in scored.ballots]
    unnamed.sort(key=lambda ballot: (_place_of(ballot.draft, drafts), *_content_of(ballot)))
    return changed(scored, ballots=tuple(unnamed))


def _is_named(setup: Setup, scored: Round) -> bool:
    """Whether its ballots carry names: as was promised when it was opened, and is still agreed."""
    return scored.is_revealed and scored.secrecy == setup.ballots == "named"


def _is_lone(vote: Round | DotVote) -> bool:
    """Whether too few people took part for what they gave to be nobody's."""
    return len(vote.voters) - vote.absent < SMALLEST_BALLOT


def _lone_ballots(session: Session) -> int:
    """The rounds of scores and of dots that were revealed and may not be told."""
    rounds = (each for each in session.scoring.rounds if not _is_named(session.setup, each))
    votes: tuple[Round | DotVote, ...] = (*rounds, *session.drafting.votes)
    return sum(each.is_revealed and _is_lone(each) for each in votes)


def _place_of(draft: str, drafts: list[str]) -> int:
    return drafts.index(draft) if draft in drafts else len(drafts)


def _content_of(ballot: Ballot) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Sorted by what they say, ballots keep no trace of the order in which they came."""
    scores = ballot.scores
    return (
        tuple(scores.on(criterion) for criterion in CRITERIA) if scores else (),
        tuple(ballot.reasons.on(criterion) for criterion in CRITERIA),
    )


def _gut_check(gut_check: GutCheck) -> GutCheck:
    named = {person.id for person in gut_check.stakeholders if person.may_be_named}
    identified = _identified_by_class(gut_check)
    return changed(
        gut_check,
        feelings=tuple(_feeling(feeling) for feeling in gut_check.feelings),
        culture="unknown",
        stakeholders=tuple(
            _stakeholder(person, is_identified=person.id in identified)
            for person in gut_check.stakeholders
        ),
        reactions=tuple(
            each if each.stakeholder in named else _unplaced(each) for each in gut_check.reactions
        ),
        also_covered=tuple(sorted(classes_asked(gut_check))) if identified else (),
    )


def _feeling(feeling: Feeling) -> Feeling:
    return changed(feeling, person="", text="")


def _unplaced(reaction: Reaction) -> Reaction:
    """ "At her desk in Bandung" is as good as a name."""
    return changed(reaction, where="")


def _stakeholder(person: Stakeholder, *, is_identified: bool) -> Stakeholder:
    if person.may_be_named:
        return person
    # A function beside a class often leaves one person only.
    kind = "withheld" if is_identified else person.kind
    return changed(person, name="", function="", kind=kind)


def _identified_by_class(gut_check: GutCheck) -> frozenset[str]:
    """The ids of those whose class would say who they are: alone in it among the unnamed.

    One person without a class would be known by the classes of all others, so the smallest of
    those classes goes with it.
    """
    heard = {reaction.stakeholder for reaction in gut_check.reactions}
    unnamed = [
        person
        for person in gut_check.stakeholders
        if person.id in heard and not person.may_be_named
    ]
    sizes = Counter(person.kind for person in unnamed)
    hidden = {kind for kind, size in sizes.items() if size < SMALLEST_CLASS} | {"withheld"}
    shown = sorted(sizes.keys() - hidden, key=lambda kind: (sizes[kind], kind))
    alone = sum(sizes[kind] for kind in sizes.keys() & hidden)
    if shown and 0 < alone < SMALLEST_CLASS:
        hidden.add(shown[0])
    return frozenset(person.id for person in unnamed if person.kind in hidden)


def _sustain(session: Session) -> Sustain:
    sustain = session.sustain
    obstacles = tuple(each for each in sustain.obstacles if not is_private(each))
    changes = tuple(changed(each, responses=_responses(each, session)) for each in sustain.changes)
    return changed(sustain, obstacles=obstacles, changes=changes)


def _responses(change: Change, session: Session) -> tuple[str, ...]:
    """In the order of the alphabet, answers keep no trace of who gave them when."""
    survey = session.survey
    if survey.personal_details == "shown":
        return tuple(sorted(change.responses))
    return tuple(sorted(masked(each, session.language, survey.names) for each in change.responses))
