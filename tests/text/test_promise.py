"""The promise: which of the statement's words customers use, which nobody, and theirs instead."""

from workshop_tui.text.promise import promise_beside
from workshop_tui.text.reading import read_survey

CUSTOMERS = [
    *["The form was easy to fill in"] * 6,
    *["I waited for the rebate letter"] * 5,
    "Easy to join",
    "n/a",
]


def test_words_are_kept_unheard_or_said_instead_and_people_are_counted() -> None:
    promise = promise_beside("Make it easy to join the movement.", read_survey(CUSTOMERS))

    kept = {voice.word: voice.people for voice in promise.kept}
    instead = {voice.word: voice.people for voice in promise.instead}
    assert promise.people == 12
    assert (kept["easy"], kept["join"]) == (7, 1)
    assert "movement" in promise.unheard
    assert (instead["form"], instead["letter"]) == (6, 5)
    assert "easy" not in instead


def test_another_form_of_a_promised_word_is_the_same_word() -> None:
    promise = promise_beside("Easy forms.", read_survey(CUSTOMERS))

    assert {voice.word for voice in promise.kept} == {"Easy", "forms"}
    assert "form" not in {voice.word for voice in promise.instead}


def test_without_a_statement_everything_is_said_instead() -> None:
    promise = promise_beside("", read_survey(CUSTOMERS))

    assert (promise.kept, promise.unheard) == ((), ())
    assert promise.instead
