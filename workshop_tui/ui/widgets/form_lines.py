"""What a form says around its field: the answers so far, the question, what the text means.

Pure functions; the form itself is in `questions`.
"""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from workshop_tui.domain.message import Message
from workshop_tui.language import Language, say
from workshop_tui.ui.look import ACCENT, CHOSEN, DIM, KEY, SELECTED, STRONG, WARN, fitted, plain
from workshop_tui.ui.widgets.pane import wrapped
from workshop_tui.ui.widgets.question import Answer, Answers, ChoiceQuestion, Question

ANSWERS_SHOWN: Final = 4
LABEL_WIDTH: Final = 18
MARGIN: Final = "  "
NONE_GIVEN: Final = "–"


def answered_lines(
    questions: Sequence[Question], answers: Answers, language: Language
) -> list[Content]:
    """The last few answers, a line each."""
    by_key = {question.key: question for question in questions}
    return [
        _answered(by_key[key], answers.given[key], language)
        for key in list(answers.given)[-ANSWERS_SHOWN:]
    ]


def _answered(question: Question, answer: Answer, language: Language) -> Content:
    shown = question.shown(answer) if answer is not None else NONE_GIVEN
    said = say(shown, language) if isinstance(shown, Message) else shown
    label = fitted(plain(question.label or question.ask, DIM), LABEL_WIDTH)
    return Content("").join([Content(MARGIN), label, Content("  "), plain(said)])


def asking_lines(
    question: Question, counted: tuple[int, int], width: int, language: Language
) -> list[Content]:
    """The question, wrapped, with its place among the others at the end of the first line."""
    place, count = counted
    progress = ""
    if count > 1:
        progress = say(Message.of("questions.progress", place=place, all=count), language)
    asked = Content(MARGIN) + plain(question.ask, STRONG)
    if question.optional:
        key = "questions.ends" if question.asks_again else "questions.optional"
        skip = say(Message.of(key), language)
        asked = asked + Content.styled(f"  {skip}", DIM)
    room = max(10, width - len(progress) - 1)
    first, *more = wrapped([asked], room)
    if not progress:
        return [first, *more]
    return [Content("").join([fitted(first, room), Content.styled(f" {progress}", DIM)]), *more]


def lines_beneath(
    question: Question, typed: str, fault: Message | None, language: Language
) -> list[Content]:
    """Options, what is wrong or what the text means so far, and the hint."""
    lines = _options(question, typed) if isinstance(question, ChoiceQuestion) else []
    if fault is not None:
        return [*lines, Content.styled(f"{MARGIN}! {say(fault, language)}", WARN)]
    if not question.masked:
        lines += _understood(question, typed, language)
    elif (unseen := question.echo_unseen(typed)) is not None:
        lines.append(_echo(unseen, language))
    if question.hint:
        lines.append(Content.styled(f"{MARGIN}  {question.hint}", DIM))
    return lines


def _understood(question: Question, typed: str, language: Language) -> list[Content]:
    lines = [Content(f"{MARGIN}  {line}") for line in question.live(typed)] if question.live else []
    echo = question.echo(typed)
    if echo is not None:
        lines.append(_echo(echo, language))
    completed = question.completed(typed)
    if completed != typed and not isinstance(question, ChoiceQuestion):
        lines.append(Content.styled(f"{MARGIN}  → {completed}", DIM))
    return lines


def _echo(echo: Message, language: Language) -> Content:
    return Content.styled(f"{MARGIN}  {say(echo, language)}", ACCENT)


def _options(question: ChoiceQuestion, typed: str) -> list[Content]:
    chosen = question.chosen(typed)
    lines = []
    for number, option in enumerate(question.options, 1):
        is_chosen = option == chosen or (not typed and option.key == question.default)
        pieces = [
            Content.styled(f"{MARGIN}{SELECTED if is_chosen else ' '} ", CHOSEN),
            Content.styled(str(number), KEY),
            Content("  "),
            plain(option.label, CHOSEN if is_chosen else ""),
        ]
        lines.append(Content("").join(pieces))
    return lines
