"""The gut check's heat line: the statement with a dot beneath a word for each who stumbled over it.

People of all classes are counted together: where a class has one person, a dot in a line of its
own would be that person.
"""

from collections.abc import Iterator

from workshop_tui.domain.gut_check import GutCheck, plain_word, statement_versions
from workshop_tui.domain.gut_check_standing import stumbling
from workshop_tui.domain.scoring import Scoring
from workshop_tui.record import svg
from workshop_tui.record.blocks import Picture, Text, words_of
from workshop_tui.record.svg import Shape
from workshop_tui.record.wording import Wording, listed, shortened

_WIDTH, _SIZE, _SPACE, _LINE = 680, 20, 10, 58
_WORD_LENGTH = 28
_MOST_DOTS = 6
"""More dots than fit beneath a short word are written as a number."""


def heat_line(scoring: Scoring, gut_check: GutCheck, t: Wording) -> tuple[Picture, ...]:
    """The picture of every version that somebody reacted to; () before anybody did."""
    shapes: list[Shape] = []
    told: list[Text] = [t("record.picture.stumbles_shown")]
    top = 0.0
    for number, text in enumerate(statement_versions(scoring, gut_check), 1):
        reactions = tuple(each for each in gut_check.reactions if each.version == number)
        if not reactions:
            continue
        people = {word: len(who) for word, who in stumbling(reactions).items()}
        title = words_of(t("record.picture.version", version=number))
        shapes.append(svg.text((0, top + 16), title, size=12, ink="quiet"))
        drawn, lines = _words(text, people, top + 44)
        shapes += drawn
        told.append(_in_words(number, text, people, t))
        top += 30 + lines * _LINE
    if not shapes:
        return ()
    drawing = svg.drawing(_WIDTH, top, *shapes)
    return (Picture("stumbles", drawing, listed(told, " "), t("record.picture.stumbles")),)


def _words(text: str, people: dict[str, int], baseline: float) -> tuple[list[Shape], int]:
    """The words with their dots, and how many lines they take."""
    shapes: list[Shape] = []
    left, lines = 0.0, 1
    for word in text.split():
        shown = shortened(word, _WORD_LENGTH)
        width = svg.width_of(shown, _SIZE)
        if left and left + width > _WIDTH:
            left, lines = 0.0, lines + 1
        y = baseline + (lines - 1) * _LINE
        shapes.append(svg.text((left, y), shown, size=_SIZE, length=width))
        shapes += _dots(people.get(plain_word(word), 0), left + width / 2, y + 16)
        left += width + _SPACE
    return shapes, lines


def _dots(people: int, centre: float, y: float) -> Iterator[Shape]:
    if people > _MOST_DOTS:
        yield svg.dot((centre - 8, y))
        yield svg.text((centre + 2, y + 5), f"× {people}", size=13)
        return
    for index in range(people):
        yield svg.dot((centre - 5.5 * (people - 1) + 11 * index, y))


def _in_words(number: int, text: str, people: dict[str, int], t: Wording) -> Text:
    stumbled = tuple(
        t("record.picture.stumbled", people[word], word=word)
        for word in dict.fromkeys(map(plain_word, text.split()))
        if people.get(word)
    )
    if not stumbled:
        return t("record.picture.nobody_stumbled", version=number)
    return t("record.picture.stumbled_in", version=number, words=listed(stumbled))
