"""What was typed and not entered comes back, in its own workshop and never where it is secret."""

from tests.ui.sample import DraftsView, Sample, screen_text
from workshop_tui.store.half_typed import HalfTyped, HalfTypedForm, TypedText
from workshop_tui.ui.widgets.question import LineQuestion

HALF_A_DRAFT = HalfTyped(
    (
        HalfTypedForm(
            name="add draft",
            ask="What is the draft?",
            texts=(TypedText(question="text", text="Make it ea"),),
        ),
    )
)


class SecretView(DraftsView):
    """A form whose text is typed unseen."""

    async def command_sample_add(self) -> None:
        question = LineQuestion(key="text", ask="Your scores", masked=True)
        await self.ask("secret", [question], lambda answers: None)


async def test_it_is_said_when_the_workshop_opens_and_stands_in_its_field_again() -> None:
    sample = Sample()
    sample.outside.half_typed = HALF_A_DRAFT

    async with sample.app.run_test(size=(120, 30)) as pilot:
        shown = screen_text(sample.app)
        await pilot.press("3", "n", *"sy", "enter")

    assert "“What is the draft?”" in shown
    assert sample.texts == ["Make it easy"]


async def test_what_stands_in_a_field_when_the_program_ends_is_kept() -> None:
    sample = Sample()

    async with sample.app.run_test() as pilot:
        await pilot.press("3", "n", *"Make it")

    [form] = sample.outside.half_typed.forms
    assert [text.text for text in form.texts] == ["Make it"]


async def test_what_was_entered_is_not_kept() -> None:
    sample = Sample()
    sample.outside.half_typed = HALF_A_DRAFT

    async with sample.app.run_test() as pilot:
        await pilot.press("3", "n", "enter")

    assert sample.texts == ["Make it ea"]
    assert sample.outside.half_typed == HalfTyped()


async def test_what_is_typed_unseen_is_never_kept_on_the_disk() -> None:
    sample = Sample(view=lambda: SecretView)

    async with sample.app.run_test() as pilot:
        await pilot.press("3", "n", *"4534")

    assert sample.outside.half_typed == HalfTyped()
