"""The rungs of the probe ladder: what each asks, what it holds, and what an answer does to it."""

from collections.abc import Sequence
from typing import Final, Literal, cast, get_args

from workshop_tui.domain.gut_check import (
    REACTION_CODES,
    ProbeReaction,
    Reaction,
    ReactionCode,
    plain_word,
)
from workshop_tui.ui.page import Say
from workshop_tui.ui.widgets.question import (
    Answers,
    ChoiceQuestion,
    LineQuestion,
    Option,
    Question,
    TextQuestion,
    YesNoQuestion,
)

Rung = Literal["is_a_word", "stumbled_over", "why", "without_it", "instead", "code"]
RUNGS: Final[tuple[Rung, ...]] = get_args(Rung)
WITHOUT_A_WORD: Final[tuple[Rung, ...]] = ("is_a_word", "why", "code")


def rungs_of(reaction: Reaction) -> tuple[Rung, ...]:
    """All rungs, or those that are left where it is no particular word."""
    return WITHOUT_A_WORD if reaction.is_a_word is False else RUNGS


def is_open(reaction: Reaction, rung: Rung) -> bool:
    """Whether nothing was answered here yet. How it sounds was answered when it was recorded."""
    if rung == "is_a_word":
        return reaction.is_a_word is None
    return not getattr(reaction, rung)


def rung_answer(reaction: Reaction, rung: Rung, t: Say) -> str:
    """What was answered, in a line; "" while it is open."""
    if rung == "is_a_word":
        said = {True: "questions.yes", False: "questions.no", None: ""}[reaction.is_a_word]
        return t(said) if said else ""
    if rung == "code":
        return t(f"reaction.reading.{reaction.code}")
    return str(getattr(reaction, rung))


def rung_question(rung: Rung, reaction: Reaction, word: str, wording: str, t: Say) -> Question:
    """The question of a rung. word: the one under the cursor; wording: the statement now."""
    marked = reaction.stumbled_over or bare_word(word)
    match rung:
        case "is_a_word":
            known = {True: "y", False: "n", None: ""}[reaction.is_a_word]
            return YesNoQuestion(key=rung, ask=t("gut_check_view.ask.is_a_word"), default=known)
        case "stumbled_over":
            return LineQuestion(
                key=rung,
                ask=t("gut_check_view.ask.stumbled_over"),
                value=marked,
                hint=t("gut_check_view.ask.word_hint"),
                optional=True,
                live=lambda typed: _strange(typed, wording, t),
            )
        case "why":
            return TextQuestion(
                key=rung, ask=t("gut_check_view.ask.why"), value=reaction.why, optional=True
            )
        case "without_it":
            return TextQuestion(
                key=rung,
                ask=t("gut_check_view.ask.without_it"),
                value=reaction.without_it,
                optional=True,
                live=lambda _: [wording_without(wording, reaction.stumbled_over)],
            )
        case "instead":
            return LineQuestion(
                key=rung,
                ask=t("gut_check_view.ask.instead_of", word=reaction.stumbled_over),
                hint=t("gut_check_view.ask.instead_hint"),
                value=reaction.instead,
                optional=True,
            )
        case "code":
            return code_question(reaction.code, t("gut_check_view.ask.code_now"), t)


def rung_probe(rung: Rung, reaction: Reaction, answers: Answers) -> ProbeReaction | None:
    """What an answer changes; None where it says what was there before."""
    answer = answers.yes(rung) if rung == "is_a_word" else answers.text(rung)
    if answer == getattr(reaction, rung):
        return None
    match rung:
        case "is_a_word":
            return ProbeReaction(reaction=reaction.id, is_a_word=answers.yes(rung))
        case "stumbled_over":
            return ProbeReaction(reaction=reaction.id, stumbled_over=answers.text(rung))
        case "why":
            return ProbeReaction(reaction=reaction.id, why=answers.text(rung))
        case "without_it":
            return ProbeReaction(reaction=reaction.id, without_it=answers.text(rung))
        case "instead":
            return ProbeReaction(reaction=reaction.id, instead=answers.text(rung))
        case "code":
            code = cast("ReactionCode", answers.text(rung))
            return ProbeReaction(reaction=reaction.id, code=code)


def code_question(default: str, ask: str, t: Say) -> ChoiceQuestion:
    """How a reaction sounds to the facilitator."""
    return ChoiceQuestion(
        key="code",
        ask=ask,
        options=tuple(Option(code, t(f"reaction.reading.{code}")) for code in REACTION_CODES),
        default=default,
    )


def bare_word(word: str) -> str:
    """A word of the statement as it is written, without the punctuation around it."""
    start = word.casefold().find(plain_word(word))
    return word[start : start + len(plain_word(word))] if start >= 0 else word


def wording_without(wording: str, words: str) -> str:
    """The statement as it would read if these words were gone."""
    gone = {plain_word(each) for each in words.split()}
    return " ".join(each for each in wording.split() if plain_word(each) not in gone)


def _strange(typed: str, wording: str, t: Say) -> Sequence[str]:
    """Words that are not in the statement, which is asked about and not refused."""
    known = {plain_word(each) for each in wording.split()}
    words = [each for each in typed.split() if plain_word(each) not in known]
    return [t("gut_check_view.not_in_statement", words=", ".join(words))] if words else []
