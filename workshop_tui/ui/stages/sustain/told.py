"""What the sustain stage tells in full about what the cursor is on. Paragraphs, no screen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from workshop_tui.domain.session import Session
from workshop_tui.domain.sustain import (
    CHANGE_STEPS,
    BriefPart,
    Change,
    CustomerAnswers,
    CustomerDecision,
    Goal,
    Obstacle,
    best_written,
    concerns,
    open_steps,
)
from workshop_tui.domain.values import find
from workshop_tui.language import Language, short_day, written_day
from workshop_tui.ui.look import ACCENT, DIM, DONE, GOOD, STRONG, WARN, plain
from workshop_tui.ui.page import Say
from workshop_tui.ui.stages.sustain.forms import Forms
from workshop_tui.ui.stages.sustain.heard import promise_sentences
from workshop_tui.ui.stages.sustain.hearing import Hearing, SaidWith
from workshop_tui.ui.stages.sustain.roll_out_forms import proposed_part
from workshop_tui.ui.stages.sustain.rows import ANSWERS, part_and_language, reach_dots

if TYPE_CHECKING:
    from workshop_tui.text.promise import Promise


@dataclass(frozen=True, slots=True)
class Told:
    """Tells of a row of a list. private: empties what must not be seen on a projector."""

    forms: Forms
    hearing: Hearing
    private: Callable[[Content], Content]

    def in_full(self, listed: str, key: str) -> Sequence[Content]:
        """The row with this key in this list."""
        forms = self.forms
        plan, t, language = forms.session.sustain, forms.t, forms.language
        match listed:
            case "goals":
                return goal_in_full(find(plan.goals, key), forms.today, t, language)
            case "changes":
                return change_in_full(find(plan.changes, key), t)
            case "customers" if key == ANSWERS:
                latest = plan.customer_answers[-1]
                return customers_in_full(latest, self.hearing.promise(), t, language)
            case "customers":
                return decision_in_full(find(plan.customer_decisions, key), t, language)
            case "obstacles":
                obstacle = find(plan.obstacles, key)
                told = obstacle_in_full(obstacle, t, language)
                return [self.private(each) for each in told] if obstacle.is_sensitive else told
            case "gloss":
                return word_in_full(key, forms.meaning_of(key), self.hearing.said_with(key), t)
            case _:
                return part_in_full(forms.session, *part_and_language(key), t)


def goal_in_full(goal: Goal, today: date, t: Say, language: Language) -> Sequence[Content]:
    if goal.reach:
        label = t("sustain_view.reach", len(goal.reach))
        reach = Content.styled(reach_dots(goal), ACCENT) + Content.styled(f"  {label}", DIM)
    else:
        reach = Content.styled(t("sustain_view.not_rated"), DIM)
    due = written_day(goal.due, language) if goal.due else ""
    pieces = [
        ("due", due),
        ("owner", goal.owner),
        ("measure", goal.measure),
        ("reason", goal.reason),
    ]
    asks = [
        Content.styled(t(f"sustain_view.concern.{concern}"), WARN)
        for concern in concerns(goal, today)
    ]
    return [plain(goal.text, STRONG), *told_pieces(pieces, t), reach, *asks]


def change_in_full(change: Change, t: Say) -> Sequence[Content]:
    """The way from why to training: what was said at each step, and what is missing on it."""
    lacking = open_steps(change)
    said = {
        "why": change.why,
        "benefit": change.benefit,
        "response": change.response,
        "agreement": "",
        "training": change.training,
    }
    if change.responses:
        collected = t("sustain_view.responses_collected", len(change.responses))
        said["response"] = " ".join(filter(None, (collected, change.response)))
    lines = [plain(change.text, STRONG)]
    for step in CHANGE_STEPS:
        name = t(f"sustain_view.told.{step}")
        if step in lacking:
            lines.append(Content.styled(f"– {name}: {t('sustain_view.step_missing')}", WARN))
        else:
            sign = Content.styled(f"{DONE} ", GOOD)
            label = f"{name}: " if said[step] else name
            lines.append(sign + Content.styled(label, DIM) + plain(said[step]))
    return lines


def customers_in_full(
    latest: CustomerAnswers, promise: "Promise | None", t: Say, language: Language
) -> Sequence[Content]:
    """What customers say beside what the statement promises."""
    day = short_day(latest.day, language) if latest.day else ""
    head = t("sustain_view.customers_answered", latest.people)
    file = latest.source.file
    told = promise_sentences(promise, t) if promise else [t("sustain_view.reading_customers")]
    return [
        plain(head, STRONG) + Content.styled(f" · {day} · ", DIM) + plain(file, DIM),
        Content.styled(t("sustain_view.then_decide"), DIM),
        *(plain(sentence) for sentence in told),
    ]


def decision_in_full(decision: CustomerDecision, t: Say, language: Language) -> Sequence[Content]:
    needed = t("sustain_view.was_needed" if decision.was_needed else "sustain_view.was_not_needed")
    name = t(f"sustain_view.decision.{decision.decision}")
    pieces = [
        ("decided", f"{name}: {decision.subject}" if decision.subject else name),
        ("reason", decision.reason),
        ("owner", decision.owner),
        ("decided_on", written_day(decision.day, language) if decision.day else ""),
        (
            "next_review",
            written_day(decision.next_review, language) if decision.next_review else "",
        ),
    ]
    return [
        plain(decision.feedback, STRONG),
        Content.styled(needed, DIM),
        *told_pieces(pieces, t),
    ]


def obstacle_in_full(obstacle: Obstacle, t: Say, language: Language) -> Sequence[Content]:
    named_by = t("sustain_view.named_by", obstacle.named_by) if obstacle.named_by else ""
    kept = ""
    if obstacle.is_sensitive:
        kept = t("sustain_view.in_record" if obstacle.may_be_recorded else "sustain_view.kept_out")
    pieces = [
        ("kind", t(f"sustain_view.kind.{obstacle.kind}")),
        ("owner", obstacle.owner),
        ("advocate", obstacle.advocate),
        ("step", obstacle.step),
        ("due", written_day(obstacle.due, language) if obstacle.due else ""),
        ("resolution", obstacle.resolution),
    ]
    notes = [Content.styled(note, DIM) for note in (named_by, kept) if note]
    return [plain(obstacle.text, STRONG), *told_pieces(pieces, t), *notes]


def word_in_full(word: str, meaning: str, said: SaidWith | None, t: Say) -> Sequence[Content]:
    """The word, its meaning, and what employees wrote with it."""
    if said is None:
        return [plain(word, STRONG), plain(meaning)]
    count = said.people
    by = t("sustain_view.said_by", count) if count else t("sustain_view.said_by_nobody")
    return [
        plain(word, STRONG) + Content.styled(f"  {by}", DIM),
        plain(meaning),
        *(plain(f"“{quote}”", DIM) for quote in said.quotes),
    ]


def part_in_full(session: Session, part: BriefPart, language: Language, t: Say) -> list[Content]:
    """What the brief says in this part and language, and that it is in the other where it is."""
    written = best_written(session.sustain.roll_out, part, language)
    note = "sustain_view.brief_is_there"
    if written is not None and written.language != language:
        note = f"sustain_view.stands_in.{written.language}"
    text = written.text if written else proposed_part(session, part, language)
    return [*map(plain, text.splitlines()), Content.styled(t(note), DIM)]


def told_pieces(pieces: Sequence[tuple[str, str]], t: Say) -> list[Content]:
    """Each piece that was said, behind its name."""
    return [
        Content.styled(f"{t(f'sustain_view.told.{name}')}: ", DIM) + plain(text)
        for name, text in pieces
        if text
    ]
