"""What scoring shows: drafts as rows, who is waited for, the reveal of one draft. No decisions.

A round that is open is drawn from the names of its voters alone: no ballot comes here before the
Room has revealed it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.domain.scoring import (
    CRITERIA,
    REASON_BELOW,
    Criterion,
    Round,
    RoundDraft,
    find_number,
    is_agreed,
    low_reasons,
    mean,
    scores_on,
    spread,
    talk_first,
    verdicts_of,
)
from workshop_tui.domain.session import Session
from workshop_tui.domain.setup import name_of
from workshop_tui.language import Language, number, say
from workshop_tui.ui.look import (
    ATTENTION,
    DIM,
    DONE,
    GOOD,
    STRONG,
    WARN,
    fitted,
    fitted_right,
    plain,
)
from workshop_tui.ui.widgets.bars import distribution
from workshop_tui.ui.widgets.rows import Row

CRITERION_WIDTH: Final = 28
SPREAD_WIDTH: Final = 7
LEAST_COLUMN: Final = 5
WIDEST_COLUMN: Final = 10
VALUES: Final = range(1, 6)


@dataclass(frozen=True, slots=True)
class Drawing:
    """What all of this is drawn from."""

    session: Session
    language: Language

    def said(self, key: str, /, count: int | None = None, **values: str | int | Message) -> str:
        """The sentence of this key in the user's language."""
        return say(Message.of(key, count, **values), self.language)


@dataclass(frozen=True, slots=True)
class Waiting:
    """The open round as everybody may see it: who is done, never how.

    scored: voter -> on how many drafts this person's ballot is in.
    """

    waited_for: tuple[str, ...]
    absent: tuple[str, ...]
    scored: Mapping[str, int]


def draft_rows(drafts: Sequence[RoundDraft], shown: Round | None, drawing: Drawing) -> list[Row]:
    """A row per draft: number, sign of the chosen one, text, its widest spread once revealed."""
    outcome = drawing.session.scoring.outcome
    chosen = outcome.draft if outcome else ""
    return [
        Row(
            scored.draft,
            (
                Content(str(find_number(scored.draft))),
                Content.styled(DONE, GOOD) if scored.draft == chosen else Content(""),
                plain(scored.text),
                Content(_widest_spread(shown, scored.draft)),
            ),
        )
        for scored in drafts
    ]


def _widest_spread(shown: Round | None, draft: str) -> str:
    if shown is None or not shown.is_revealed:
        return ""
    return str(max(spread(scores_on(shown.ballots, draft, each)) for each in CRITERIA))


def waiting_lines(opened: Round, waiting: Waiting, drawing: Drawing) -> list[Content]:
    """Who is waited for, then every voter in the order of the roster and how far along."""
    setup = drawing.session.setup
    names = ", ".join(name_of(setup, voter) for voter in waiting.waited_for)
    if names:
        heading = plain(drawing.said("scoring_view.waiting_for", names=names), STRONG)
    else:
        heading = Content.styled(drawing.said("scoring_view.all_in"), STRONG)
    lines = [heading, Content("")]
    for voter in opened.voters:
        done = voter not in waiting.waited_for
        away = voter in waiting.absent
        sign = Content.styled(DONE, GOOD) if done and not away else Content(" ")
        lines.append(
            Content("").join(
                [
                    sign,
                    Content(" "),
                    fitted(plain(name_of(setup, voter), DIM if away else ""), CRITERION_WIDTH),
                    Content.styled(_progress(voter, opened, waiting, drawing), DIM),
                ]
            )
        )
    return lines


def _progress(voter: str, opened: Round, waiting: Waiting, drawing: Drawing) -> str:
    if voter in waiting.absent:
        return drawing.said("scoring_view.absent")
    scored = waiting.scored.get(voter, 0)
    if not scored:
        return ""
    return drawing.said("scoring_view.scored_of", scored=scored, all=len(opened.drafts))


# -- the reveal ------------------------------------------------------------------------------------


def revealed_lines(shown: Round, draft: str, width: int, drawing: Drawing) -> list[Content]:
    """Everything about one draft in one revealed round, in a pane of this width."""
    return [
        *_distributions(shown, draft, width, drawing),
        Content(""),
        *_low_reasons(shown, draft, drawing),
        Content(_counts(shown, draft, drawing)),
        *_moved(shown, draft, drawing),
        *judged_lines(draft, drawing),
    ]


def _distributions(shown: Round, draft: str, width: int, drawing: Drawing) -> list[Content]:
    """Dots per score on each criterion, on one scale; the mean alone would hide a split."""
    label = max(len(drawing.said(f"scoring_view.short.{each}")) for each in CRITERIA) + 2
    label = min(label, CRITERION_WIDTH)
    talk = drawing.said("scoring_view.talk_first")
    if width < label + LEAST_COLUMN * len(VALUES) + SPREAD_WIDTH + len(talk) + 2:
        talk = ATTENTION
        label = max(1, min(label, width - LEAST_COLUMN * len(VALUES) - SPREAD_WIDTH - 3))
    free = width - label - SPREAD_WIDTH - len(talk) - 2
    column = max(LEAST_COLUMN, min(WIDEST_COLUMN, free // len(VALUES)))
    heads = Content(" " * label)
    for value in VALUES:
        word = {1: drawing.said("scoring_view.no"), 5: drawing.said("scoring_view.yes")}
        head = Content.styled(f"{value} {word.get(value, '')}".strip(), DIM)
        heads += fitted(head, column - 1) + Content(" ")
    heads += fitted_right(Content.styled(drawing.said("scoring_view.spread"), DIM), SPREAD_WIDTH)
    widest = talk_first(shown.ballots, draft)
    lines = [heads]
    for criterion in CRITERIA:
        scores = scores_on(shown.ballots, draft, criterion)
        is_first = criterion == widest
        name = drawing.said(f"scoring_view.short.{criterion}")
        lines.append(
            Content("").join(
                [
                    fitted(Content.styled(name, STRONG if is_first else ""), label),
                    distribution([scores.count(value) for value in VALUES], column),
                    fitted_right(Content(str(spread(scores)) if scores else ""), SPREAD_WIDTH),
                    Content.styled(f"  {talk}" if is_first else "", WARN),
                ]
            )
        )
    return lines


def _low_reasons(shown: Round, draft: str, drawing: Drawing) -> list[Content]:
    quotes = [
        Content("  ")
        + plain(f"“{reason}”")
        + Content.styled(f"  {drawing.said(f'scoring_view.short.{criterion}')}", DIM)
        for criterion in CRITERIA
        for reason in dict.fromkeys(low_reasons(shown.ballots, draft, criterion))
    ]
    if not quotes:
        return []
    return [Content.styled(drawing.said("scoring_view.why_low"), STRONG), *quotes, Content("")]


def _counts(shown: Round, draft: str, drawing: Drawing) -> str:
    """Ballots, abstentions and absences, each counted apart."""
    cast = [ballot for ballot in shown.ballots if ballot.draft == draft]
    abstained = sum(ballot.scores is None for ballot in cast)
    parts = [drawing.said("scoring_view.ballots", count=len(cast) - abstained)]
    if abstained:
        parts.append(drawing.said("scoring_view.abstained", count=abstained))
    if shown.absent:
        parts.append(drawing.said("scoring_view.were_absent", count=shown.absent))
    return ", ".join(parts) + "."


def _moved(shown: Round, draft: str, drawing: Drawing) -> list[Content]:
    """From the last round that had this draft: the means, criterion by criterion."""
    rounds = [each for each in drawing.session.scoring.rounds if each.is_revealed]
    before = [
        each
        for each in rounds[: rounds.index(shown)]
        if any(scored.draft == draft for scored in each.drafts)
    ]
    if not before:
        return []
    moves = []
    for criterion in CRITERIA:
        old = mean(scores_on(before[-1].ballots, draft, criterion))
        new = mean(scores_on(shown.ballots, draft, criterion))
        if old is not None and new is not None:
            moves.append(_move(criterion, old, new, drawing))
    first = round_number(before[-1], drawing.session)
    second = round_number(shown, drawing.session)
    said = drawing.said("scoring_view.moved", before=first, after=second, moves=", ".join(moves))
    return [Content(said)] if moves else []


def _move(criterion: Criterion, old: float, new: float, drawing: Drawing) -> str:
    name = drawing.said(f"scoring_view.short.{criterion}")
    language = drawing.language
    return f"{name} {number(old, language, '.1f')} → {number(new, language, '.1f')}"


def round_number(shown: Round, session: Session) -> int:
    """The place of a round among all that were not given up, from 1: what people call it."""
    return session.scoring.rounds.index(shown) + 1


# -- what the group said after the talk ------------------------------------------------------------


def judged_lines(draft: str, drawing: Drawing) -> list[Content]:
    """Verdicts in words, the last agreement check, the decision and who saw it otherwise."""
    sections = [_verdicts(draft, drawing), _agreement(draft, drawing), _outcome(draft, drawing)]
    lines: list[Content] = []
    for section in sections:
        if section:
            lines += [Content(""), *section]
    return lines


def _verdicts(draft: str, drawing: Drawing) -> list[Content]:
    lines = []
    for verdict in verdicts_of(drawing.session.scoring, draft):
        is_yes = verdict.word == "yes"
        word = drawing.said(f"scoring_view.verdict.{verdict.word}")
        name = drawing.said(f"scoring_view.short.{verdict.criterion}")
        line = Content.styled(f"{word}  ", GOOD if is_yes else WARN) + Content(name)
        lines.append(line + plain(f": {verdict.reason}") if verdict.reason else line)
    return lines


def _agreement(draft: str, drawing: Drawing) -> list[Content]:
    session = drawing.session
    checks = [check for check in session.scoring.checks if check.draft == draft]
    if not checks:
        return []
    check = checks[-1]
    rule = drawing.said(f"scoring_view.rule.{check.kind}")
    hands = " ".join(str(value) for value in check.values)
    line = Content.styled(f"{rule}: ", STRONG) + Content(hands)
    threshold = session.setup.rule.threshold if session.setup.rule else REASON_BELOW
    below = sum(value < threshold for value in check.values)
    if is_agreed(session.setup, check):
        agreed = drawing.said("scoring_view.agreed", threshold=threshold)
        line += Content.styled(f"  {DONE} {agreed}", GOOD)
    else:
        speaks = drawing.said("scoring_view.have_the_floor", count=below, threshold=threshold)
        line += Content.styled(f"  {speaks}", WARN)
    return [line, *(Content("  ") + plain(f"“{reason}”") for reason in check.reasons)]


def _outcome(draft: str, drawing: Drawing) -> list[Content]:
    scoring = drawing.session.scoring
    outcome = scoring.outcome
    lines: list[Content] = []
    if outcome is not None and outcome.draft in {"", draft}:
        kind = drawing.said(f"scoring_view.outcome.{outcome.kind}")
        lines.append(Content.styled(f"{kind} ", STRONG) + plain(outcome.because))
    for dissent in scoring.dissent:
        name = name_of(drawing.session.setup, dissent.person)
        said = f"{name}: {dissent.text}" if name else dissent.text
        label = drawing.said("scoring_view.dissent")
        lines.append(Content.styled(f"{label} ", DIM) + plain(said))
    return lines
