"""Keys go one route: whatever is typed ahead arrives, in its order, where it belongs."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from textual import events
from textual.pilot import Pilot

from tests.ui.sample import DraftsView, Sample, screen_text
from workshop_tui.ui.app import WorkshopApp
from workshop_tui.ui.widgets.question import (
    Answers,
    ChoiceQuestion,
    LineQuestion,
    Option,
    TextQuestion,
)

KEYS = {
    "\r": "enter",
    "\t": "tab",
    "\x1b": "escape",
    "\x7f": "backspace",
    "\n": "ctrl+j",
    "\x15": "ctrl+u",
    "←": "left",
    "↑": "up",
    " ": "space",
}


def type_ahead(app: WorkshopApp, text: str) -> None:
    """Put all keys into the app's queue at once, as one packet from a terminal does."""
    for character in text:
        key = KEYS.get(character, character)
        printable = character if character.isprintable() and character not in "←↑" else None
        event = events.Key(key, printable)
        event.set_sender(app)
        app.post_message(event)


async def typed(pilot: Pilot[None], text: str) -> None:
    assert isinstance(pilot.app, WorkshopApp)
    type_ahead(pilot.app, text)
    await pilot.pause()


async def test_a_command_that_opens_a_field_gets_the_text_that_follows_in_the_same_packet() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await typed(pilot, "3nMake it easy\r")

    assert sample.texts == ["Make it easy"]


async def test_several_drafts_in_one_packet_are_all_filed_in_order() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await typed(pilot, "3none\rntwo\rnthree\r")

    assert sample.texts == ["one", "two", "three"]


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("abc\x7f\x7fz", "az"),
        ("ac←b", "abc"),
        ("wrong\x15right", "right"),
        ("a b", "a b"),
        ("?ua[", "?ua["),
        ("é漢😀", "é漢😀"),
    ],
)
async def test_editing_keys_and_letters_keep_their_order(keys: str, text: str) -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await typed(pilot, f"3n{keys}\r")

    assert sample.texts == [text]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text("abc XYZ?[1/qé漢", min_size=1, max_size=12), min_size=1, max_size=4))
async def test_whatever_is_typed_is_what_is_filed(lines: list[str]) -> None:
    wanted = list(dict.fromkeys(" ".join(line.split()) for line in lines if line.strip()))
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await typed(pilot, "3" + "".join(f"n{line}\r" for line in wanted))

    assert sample.texts == wanted


class FormView(DraftsView):
    """A form of several questions."""

    stage = "drafting"
    answers: Answers | None = None

    async def command_sample_add(self) -> None:
        def keep(answers: Answers) -> bool:
            type(self).answers = answers
            return True

        questions = [
            LineQuestion(key="name", ask="Who?"),
            ChoiceQuestion(
                key="role", ask="Role?", options=(Option("w", "writer"), Option("o", "observer"))
            ),
            TextQuestion(key="words", ask="What did they say?"),
            LineQuestion(key="why", ask="Why?", optional=True),
        ]
        await self.ask("form", questions, keep)


async def test_tab_and_enter_lead_through_the_questions_within_one_packet() -> None:
    sample = Sample(view=lambda: FormView)

    async with sample.app.run_test() as pilot:
        await typed(pilot, "3nSri\tobs\rfirst\nsecond\r\r")

    assert FormView.answers == Answers(
        {"name": "Sri", "role": "o", "words": "first\nsecond", "why": None}
    )


async def test_going_back_finds_the_answer_and_lets_it_be_changed() -> None:
    sample = Sample(view=lambda: FormView)

    async with sample.app.run_test() as pilot:
        await typed(pilot, "3nSri\r↑ Dewi\r1\rfine\r\r")

    assert FormView.answers is not None
    assert FormView.answers.text("name") == "Sri Dewi"


async def test_what_was_typed_is_there_again_after_leaving_the_form() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await typed(pilot, "3nMake it\x1b")
        assert sample.texts == []
        await typed(pilot, "n easy\r")

    assert sample.texts == ["Make it easy"]


async def test_what_the_workshop_refuses_stays_in_the_field() -> None:
    sample = Sample(drafts=("Make it easy",))

    async with sample.app.run_test() as pilot:
        await typed(pilot, "3nMake it easy\r")
        shown = screen_text(sample.app)
        await typed(pilot, " for all\r")

    assert "! Draft 1 already says exactly this." in shown
    assert sample.texts == ["Make it easy", "Make it easy for all"]


async def test_what_was_refused_stays_and_the_keys_say_how_to_start_over() -> None:
    sample = Sample(drafts=("Make it easy",))

    async with sample.app.run_test() as pilot:
        await typed(pilot, "3nMake it easy")
        before = screen_text(sample.app)
        await typed(pilot, "\r")
        refused = screen_text(sample.app)
        await typed(pilot, "\x15Easier still\r")

    assert "Ctrl+U" not in before
    assert "Ctrl+U start over" in refused.splitlines()[-1]
    assert sample.texts == ["Make it easy", "Easier still"]


async def test_a_paste_goes_into_the_field_whole_and_on_one_line() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await typed(pilot, "3na")
        sample.app.post_message(events.Paste(" b\x1b[31m\r\nc "))
        await typed(pilot, "d\r")

    assert sample.texts == ["a b[31m c d"]


async def test_a_paste_without_a_field_does_nothing_and_says_so() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await typed(pilot, "3")
        sample.app.post_message(events.Paste("none\rq"))
        await pilot.pause()
        shown = screen_text(sample.app)

    assert "There is no field to paste into" in shown
    assert sample.texts == []


async def test_keys_that_cross_from_stage_to_stage_act_where_they_were_meant() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await typed(pilot, "1]]nfrom set-up\r[3nagain\r")

    assert sample.texts == ["from set-up", "again"]


async def test_a_command_from_the_palette_gets_the_text_typed_ahead() -> None:
    keys = "sample_add"
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await typed(pilot, "3")
        event = events.Key("ctrl+p", None)
        event.set_sender(sample.app)
        sample.app.post_message(event)
        await typed(pilot, f"{keys}\rMake it easy\r")

    assert sample.texts == ["Make it easy"]


class SecretView(DraftsView):
    """A question whose answer the room must not see."""

    stage = "drafting"

    async def command_sample_add(self) -> None:
        question = LineQuestion(
            key="score",
            ask="A question that is so long that it does not stand on one line of eighty cells?",
            masked=True,
            live=lambda text: [f"typed {text}"],
            hint="cards down",
        )
        await self.ask("secret", [question, LineQuestion(key="b", ask="b?")], lambda _: None)


async def test_a_masked_answer_never_stands_on_the_screen_and_a_long_question_does() -> None:
    sample = Sample(view=lambda: SecretView)

    async with sample.app.run_test(size=(80, 24)) as pilot:
        await typed(pilot, "3n4534")
        typing = screen_text(sample.app)
        await typed(pilot, "\r")
        answered = screen_text(sample.app)

    assert "4534" not in typing
    assert "4534" not in answered
    assert "eighty cells?" in typing
    assert "1 of 2" in typing
    assert "cards down" in typing
