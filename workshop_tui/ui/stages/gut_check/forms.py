"""The forms of the gut check: what is asked, and the action that the answers make. No screen."""

from collections.abc import Callable, Sequence
from typing import Final, TypedDict, cast

from msgspec.structs import replace

from workshop_tui.domain.gut_check import (
    REACTION_CHANNELS,
    STAKEHOLDER_CLASSES,
    AcceptStatement,
    AddStakeholder,
    ChangeStakeholder,
    Culture,
    Feeling,
    GoOnWithFeelings,
    ReactionChannel,
    ReactionCode,
    RecordFeeling,
    RecordReaction,
    SetCulture,
    Stakeholder,
    StakeholderClass,
    SwapWord,
)
from workshop_tui.domain.setup import Setup
from workshop_tui.text.reaction import ReactionReading
from workshop_tui.ui.page import Say
from workshop_tui.ui.stages.base import Form
from workshop_tui.ui.stages.gut_check.rungs import bare_word, code_question
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

HERE: Final = "here"
BACK_TO_DRAFTING: Final = "drafting"


def feeling_form(setup: Setup, word: str, t: Say) -> Form:
    """word: the one under the cursor, which is likely the one that nags."""
    ids = {person.name: person.id for person in setup.people}
    return Form(
        "feeling",
        [
            PersonQuestion(
                key="person",
                ask=t("gut_check_view.ask.whose"),
                hint=t("gut_check_view.ask.whose_hint"),
                names=tuple(ids),
                known_only=True,
                optional=True,
            ),
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
        ],
        lambda answers: RecordFeeling(
            nags=answers.yes("nags"),
            person=ids.get(answers.text("person"), ""),
            word=answers.text("word"),
            text=answers.text("text"),
        ),
    )


def go_on_form(waiting: Sequence[Feeling], t: Say) -> Form:
    """What nags is not passed over in silence: going on takes a reason."""
    words = ", ".join(f"“{feeling.word}”" for feeling in waiting if feeling.word)
    return Form(
        f"go on with {len(waiting)}",
        [
            LineQuestion(
                key="because",
                ask=t("gut_check_view.ask.go_on", count=len(waiting), words=words or "–"),
                hint=t("gut_check_view.ask.go_on_hint"),
            )
        ],
        lambda answers: GoOnWithFeelings(because=answers.text("because")),
    )


def culture_form(now: Culture, t: Say) -> Form:
    """Whether criticism is said openly, which decides what a faint answer weighs."""
    return Form(
        "culture",
        [
            YesNoQuestion(
                key="open",
                ask=t("gut_check_view.ask.culture"),
                hint=t("gut_check_view.ask.culture_hint"),
                default={"open": "y", "guarded": "n", "unknown": ""}[now],
            )
        ],
        lambda answers: SetCulture(culture="open" if answers.yes("open") else "guarded"),
    )


def stakeholder_form(t: Say) -> Form:
    """Somebody new to ask."""
    return Form(
        "stakeholder",
        _stakeholder_questions(None, t),
        lambda answers: AddStakeholder(**_known(answers)),
    )


def change_form(person: Stakeholder, t: Say) -> Form:
    """What is known of a stakeholder; consent can be given or taken back here."""
    return Form(
        f"change {person.id}",
        _stakeholder_questions(person, t),
        lambda answers: ChangeStakeholder(stakeholder=person.id, **_known(answers)),
    )


class _Known(TypedDict):
    """What is known of a stakeholder."""

    name: str
    kind: StakeholderClass
    function: str
    may_be_named: bool


def _known(answers: Answers) -> _Known:
    return _Known(
        name=answers.text("name"),
        kind=cast("StakeholderClass", answers.text("kind")),
        function=answers.text("function"),
        may_be_named=answers.yes("named"),
    )


def _stakeholder_questions(person: Stakeholder | None, t: Say) -> Sequence[Question]:
    return [
        ChoiceQuestion(
            key="kind",
            ask=t("gut_check_view.ask.kind"),
            options=tuple(
                Option(kind, t(f"gut_check_view.kind.{kind}")) for kind in STAKEHOLDER_CLASSES
            ),
            default=person.kind if person else "",
        ),
        LineQuestion(
            key="name",
            ask=t("gut_check_view.ask.name"),
            hint=t("gut_check_view.ask.name_hint"),
            value=person.name if person else "",
        ),
        LineQuestion(
            key="function",
            ask=t("gut_check_view.ask.function"),
            optional=True,
            value=person.function if person else "",
        ),
        YesNoQuestion(
            key="named",
            ask=t("gut_check_view.ask.named"),
            default="y" if person and person.may_be_named else "n",
        ),
    ]


def words_question(said_before: str, t: Say) -> Question:
    """The words of a reaction. said_before: those that were typed and not confirmed yet."""
    return TextQuestion(
        key="words",
        ask=t("gut_check_view.ask.words"),
        hint=t("gut_check_view.ask.words_hint"),
        value=said_before,
    )


def reading_form(
    person: Stakeholder,
    words: str,
    reading: ReactionReading,
    usual: ReactionChannel,
    t: Say,
) -> Form:
    """How the reaction is to be read: the program proposes, the facilitator has the say.

    usual: how the reaction before was taken, which this one likely was too.
    """
    decisive = [cue.text for cue in reading.cues if cue.reading == reading.reading]
    hint = (
        t("gut_check_view.because_of", words=", ".join(f"“{cue}”" for cue in decisive))
        if decisive
        else t("gut_check_view.no_praise")
    )
    return Form(
        f"reading of {person.id}: {words}",
        [
            replace(
                code_question(reading.reading, t("gut_check_view.ask.code"), t),
                hint=hint,
                live=lambda _: [t(each.key, None, **dict(each.values)) for each in reading.ask[:1]],
            ),
            ChoiceQuestion(
                key="how",
                ask=t("gut_check_view.ask.how"),
                options=tuple(
                    Option(how, t(f"gut_check_view.how.{how}")) for how in REACTION_CHANNELS
                ),
                default=usual,
            ),
            LineQuestion(key="where", ask=t("gut_check_view.ask.where"), optional=True),
        ],
        lambda answers: RecordReaction(
            stakeholder=person.id,
            words=words,
            code=cast("ReactionCode", answers.text("code")),
            how=cast("ReactionChannel", answers.text("how")),
            where=answers.text("where"),
        ),
    )


def swap_form(
    position: int,
    word: str,
    cause: str,
    because: str,
    instead: str,
    preview: Callable[[SwapWord], Sequence[str]],
    t: Say,
) -> Form:
    """cause: the id of the reaction that led to it; because: that reaction in one line.

    instead: what that person would say. preview: what the statement would be then, line by line.
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
                value=instead,
                optional=True,
                live=lambda typed: preview(action(typed)),
            )
        ],
        lambda answers: action(answers.text("new")),
    )


def growth_question(changed_words: int, text: str, t: Say) -> ChoiceQuestion:
    """What to do with a change that has become another statement. text: the wording then."""
    return ChoiceQuestion(
        key="where",
        ask=t("gut_check_view.ask.growth", count=changed_words),
        options=(
            Option(BACK_TO_DRAFTING, t("gut_check_view.back_to_drafting")),
            Option(HERE, t("gut_check_view.swap_all_the_same")),
        ),
        default=BACK_TO_DRAFTING,
        live=lambda _: [text],
    )


def accept_form(missing: Sequence[str], t: Say) -> Form:
    """missing: what the gut check still lacks, which going on with is a decision to explain."""
    return Form(
        "accept",
        [LineQuestion(key="because", ask=t("gut_check_view.ask.because"), live=lambda _: missing)],
        lambda answers: AcceptStatement(because=answers.text("because")),
    )


def _nags(answers: Answers) -> bool:
    return answers.yes("nags")
