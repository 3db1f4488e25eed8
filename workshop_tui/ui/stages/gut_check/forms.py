"""The forms of the gut check: what is asked, and the action that the answers make. No screen."""

from collections.abc import Callable, Sequence
from typing import cast, get_args

from workshop_tui.domain.gut_check import (
    STAKEHOLDER_CLASSES,
    AcceptStatement,
    AddStakeholder,
    ProbeReaction,
    Reaction,
    ReactionCode,
    RecordFeeling,
    RecordReaction,
    Stakeholder,
    StakeholderClass,
    SwapWord,
    plain_word,
)
from workshop_tui.domain.setup import Setup
from workshop_tui.text.reaction import ReactionReading
from workshop_tui.ui.stages.topics import Form
from workshop_tui.ui.widgets.question import (
    Answers,
    ChoiceQuestion,
    LineQuestion,
    Option,
    PersonQuestion,
    Question,
    TextQuestion,
    YesNoQuestion,
)

Translate = Callable[..., str]
"""A key of the catalogue, and what it names, to the sentence in the user's language."""


def feeling_form(setup: Setup, word: str, t: Translate) -> Form:
    """word: the one under the cursor, which is likely the one that nags."""
    ids = {person.name: person.id for person in setup.people}
    return Form(
        "feeling",
        [
            YesNoQuestion(key="nags", ask=t("gut_check_view.ask.nags")),
            LineQuestion(
                key="word",
                ask=t("gut_check_view.ask.nagging_word"),
                value=bare_word(word),
                hint=t("gut_check_view.ask.word_hint"),
                optional=True,
                when=_nags,
            ),
            TextQuestion(
                key="text", ask=t("gut_check_view.ask.nagging_why"), optional=True, when=_nags
            ),
            PersonQuestion(
                key="person",
                ask=t("gut_check_view.ask.whose"),
                hint=t("gut_check_view.ask.whose_hint"),
                names=tuple(ids),
                known_only=True,
                optional=True,
            ),
        ],
        lambda answers: RecordFeeling(
            nags=answers.yes("nags"),
            person=ids.get(answers.text("person"), ""),
            word=answers.text("word"),
            text=answers.text("text"),
        ),
    )


def stakeholder_form(t: Translate) -> Form:
    return Form(
        "stakeholder",
        [
            ChoiceQuestion(
                key="kind",
                ask=t("gut_check_view.ask.kind"),
                options=tuple(
                    Option(kind, t(f"gut_check_view.kind.{kind}")) for kind in STAKEHOLDER_CLASSES
                ),
            ),
            LineQuestion(
                key="name",
                ask=t("gut_check_view.ask.name"),
                hint=t("gut_check_view.ask.name_hint"),
            ),
            LineQuestion(key="function", ask=t("gut_check_view.ask.function"), optional=True),
            YesNoQuestion(key="named", ask=t("gut_check_view.ask.named"), default="n"),
        ],
        lambda answers: AddStakeholder(
            name=answers.text("name"),
            kind=cast("StakeholderClass", answers.text("kind")),
            function=answers.text("function"),
            may_be_named=answers.yes("named"),
        ),
    )


def words_question(said_before: str, t: Translate) -> Question:
    """The words of a reaction. said_before: those that were typed and not confirmed yet."""
    return TextQuestion(
        key="words",
        ask=t("gut_check_view.ask.words"),
        hint=t("gut_check_view.ask.words_hint"),
        value=said_before,
    )


def reading_form(person: Stakeholder, words: str, reading: ReactionReading, t: Translate) -> Form:
    """How the reaction is to be read: the program proposes, the facilitator has the say."""
    decisive = [cue.text for cue in reading.cues if cue.reading == reading.reading]
    hint = (
        t("gut_check_view.because_of", words=", ".join(f"“{cue}”" for cue in decisive))
        if decisive
        else t("gut_check_view.no_praise")
    )
    question = _code_question(reading.reading, t)
    return Form(
        f"reading of {person.id}: {words}",
        [
            ChoiceQuestion(
                key=question.key,
                ask=question.ask,
                options=question.options,
                default=question.default,
                hint=hint,
                live=lambda _: [t(each.key, **dict(each.values)) for each in reading.ask[:1]],
            )
        ],
        lambda answers: RecordReaction(
            stakeholder=person.id,
            words=words,
            code=cast("ReactionCode", answers.text("code")),
        ),
    )


def probe_form(reaction: Reaction, word: str, statement: str, t: Translate) -> Form:
    """The ladder: a word? why? without it? And how the reaction reads after that."""
    known = {plain_word(each) for each in statement.split()}

    def strange(typed: str) -> Sequence[str]:
        words = [each for each in typed.split() if plain_word(each) not in known]
        return [t("gut_check_view.not_in_statement", words=", ".join(words))] if words else []

    return Form(
        f"probe {reaction.id}",
        [
            LineQuestion(
                key="stumbled_over",
                ask=t("gut_check_view.ask.stumbled_over"),
                value=reaction.stumbled_over or bare_word(word),
                hint=t("gut_check_view.ask.word_hint"),
                optional=True,
                live=strange,
            ),
            TextQuestion(
                key="why", ask=t("gut_check_view.ask.why"), value=reaction.why, optional=True
            ),
            TextQuestion(
                key="without_it",
                ask=t("gut_check_view.ask.without_it"),
                value=reaction.without_it,
                optional=True,
            ),
            _code_question(reaction.code, t),
        ],
        lambda answers: _probed(reaction, answers),
    )


def swap_form(
    position: int,
    word: str,
    cause: str,
    because: str,
    preview: Callable[[SwapWord], Sequence[str]],
    t: Translate,
) -> Form:
    """cause: the id of the reaction that led to it; because: that reaction in one line.

    preview: what the statement would be then, line by line.
    """

    def action(new: str) -> SwapWord:
        return SwapWord(position=position, new=new, cause=cause)

    return Form(
        f"swap {position} {word}",
        [
            LineQuestion(
                key="new",
                ask=t("gut_check_view.ask.instead", word=bare_word(word)),
                hint=because or t("gut_check_view.without_remark"),
                optional=True,
                live=lambda typed: preview(action(typed)),
            )
        ],
        lambda answers: action(answers.text("new")),
    )


def accept_form(missing: Sequence[str], t: Translate) -> Form:
    """missing: what the gut check still lacks, which going on with is a decision to explain."""
    return Form(
        "accept",
        [LineQuestion(key="because", ask=t("gut_check_view.ask.because"), live=lambda _: missing)],
        lambda answers: AcceptStatement(because=answers.text("because")),
    )


def bare_word(word: str) -> str:
    """A word of the statement as it is written, without the punctuation around it."""
    start = word.casefold().find(plain_word(word))
    return word[start : start + len(plain_word(word))] if start >= 0 else word


def _nags(answers: Answers) -> bool:
    return answers.yes("nags")


def _code_question(default: str, t: Translate) -> ChoiceQuestion:
    return ChoiceQuestion(
        key="code",
        ask=t("gut_check_view.ask.code"),
        options=tuple(
            Option(code, t(f"reaction.reading.{code}")) for code in get_args(ReactionCode)
        ),
        default=default,
    )


def _probed(reaction: Reaction, answers: Answers) -> ProbeReaction:
    return ProbeReaction(
        reaction=reaction.id,
        code=cast("ReactionCode", answers.text("code")),
        stumbled_over=answers.text("stumbled_over"),
        why=answers.text("why"),
        without_it=answers.text("without_it"),
    )
