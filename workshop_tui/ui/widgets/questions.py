"""The form of this program: one question at a time on one field, what was answered above it.

What is typed is never lost: leaving keeps it for the next time the same form is asked, and an
answer that the workshop refuses stays in the field. Leaves out how answers are read (`question`).
"""

from collections.abc import Awaitable, Callable, Sequence
from functools import cached_property
from inspect import isawaitable
from typing import TYPE_CHECKING, TypeAlias

import msgspec
from textual import events
from textual.content import Content

from workshop_tui.domain.message import Message, RefusedError
from workshop_tui.language import Language, say
from workshop_tui.store.half_typed import HalfTyped, HalfTypedForm, TypedText
from workshop_tui.ui.look import DIM
from workshop_tui.ui.widgets.arranging import Down
from workshop_tui.ui.widgets.field import LineField
from workshop_tui.ui.widgets.form_lines import answered_lines, asking_lines, lines_beneath
from workshop_tui.ui.widgets.lines import Block
from workshop_tui.ui.widgets.pane import wrapped
from workshop_tui.ui.widgets.question import (
    Answer,
    Answers,
    ChoiceQuestion,
    Question,
    TextQuestion,
    YesNoQuestion,
)
from workshop_tui.ui.widgets.rows import WIDEST_ROW

if TYPE_CHECKING:
    from workshop_tui.ui.widgets.text_field import TextField

Then: TypeAlias = Callable[[Answers], bool | Awaitable[bool | None] | None]
"""What is done with the answers; False keeps the form open, because they were refused."""
OnLeave: TypeAlias = Callable[[], Awaitable[None] | None]
"""What is done when a form is left without answers."""


class _Asked(msgspec.Struct):
    """A form that is open."""

    questions: tuple[Question, ...]
    texts: dict[str, str] = msgspec.field(default_factory=dict)
    place: int = 0
    on_leave: OnLeave | None = None


class Questions(Down):
    """Asks the questions of one form. Keys come through `take`, answers go to a callback."""

    DEFAULT_CSS = """
    Questions {
        dock: bottom; layer: over; height: auto; max-height: 100%; display: none;
        background: $background; padding: 0;
        & > Block { height: auto; }
        & > .typing { height: auto; }
        & LineField { margin: 0 2 0 4; width: 1fr; }
        & TextField { margin: 0 2 0 4; width: 1fr; }
        &.-open { display: block; }
    }
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._above = Block()
        self._below = Block()
        self._text: TextField | None = None  # made when a question first needs it
        self._asked: _Asked | None = None
        self._form = ""
        self._then: Then | None = None
        self._kept: dict[str, HalfTypedForm] = {}
        self._unseen: set[str] = set()  # forms with a text that is typed unseen
        self._on_typed: Callable[[], None] | None = None
        self._height = 0
        self._fault: Message | None = None
        self._is_refused = False  # what stands in the field, here or by whoever got the answers
        self._finishing: _Asked | None = None

    @property
    def is_open(self) -> bool:
        return self._asked is not None

    @property
    def height(self) -> int:
        """Lines of the open form, with the one of its field."""
        return self._height

    @property
    def half_typed(self) -> HalfTyped:
        """What was typed and not yet entered, but for what is typed unseen."""
        forms = self._kept
        if self._asked is not None:
            forms = {**forms, self._form: self._left_as_it_is()}
        return HalfTyped(
            tuple(form for name, form in forms.items() if form.texts and name not in self._unseen)
        )

    def take_up(self, half_typed: HalfTyped, on_typed: Callable[[], None] | None) -> None:
        """Let these texts come back in their forms, in place of what was kept so far.

        on_typed: called whenever `half_typed` may have become another.
        """
        self._kept = {form.name: form for form in half_typed.forms}
        self._on_typed = on_typed

    def footer(self) -> Sequence[tuple[str, Message]]:
        """What the keys do while the form is open."""
        is_last = self._next_place(self._open.place) is None
        enter = Message.of("questions.finish") if is_last else Message.of("questions.next")
        keys = [("↵", enter)]
        if isinstance(self._question, TextQuestion):
            keys.append(("Ctrl+J", Message.of("questions.new_line")))
        if self._is_refused and self._field is self._line:
            # What was refused stays, and may be typed unseen: the next try would go behind it.
            keys.append(("Ctrl+U", Message.of("questions.start_over")))
        if self._open.place:
            keys.append(("↑", Message.of("questions.back")))
        return [*keys, ("Esc", Message.of("questions.leave"))]

    async def ask(
        self,
        name: str,
        questions: Sequence[Question],
        then: Then,
        *,
        on_leave: OnLeave | None = None,
    ) -> None:
        """Open the form.

        name: which form it is, so that what was typed before Esc is found again.
        then: told the answers; on_leave: called when the form is left without answers.
        """
        if self._asked is not None and self._asked is not self._finishing:
            self._keep()
        kept = self._kept.pop(name, None)
        if not self.children:  # not before: the first frame has no use for a field
            await self.mount(self._above, self._line, self._below)
        self._asked = _Asked(tuple(questions), on_leave=on_leave)
        if kept is not None:
            keys = {question.key for question in questions}
            self._asked.texts = {
                typed.question: typed.text for typed in kept.texts if typed.question in keys
            }
            self._asked.place = min(kept.place, len(questions) - 1)
        self._form, self._then = name, then
        if any(question.masked or question.is_secret for question in questions):
            self._unseen.add(name)
        self.add_class("-open")
        await self._show()

    async def take(self, event: events.Key | events.Paste) -> bool:
        """Handle one key or paste completely. Always True: nothing behind an open form acts."""
        if self._asked is None:
            return False
        field_ = self._field
        key = event.key if isinstance(event, events.Key) else ""
        if key == "escape":
            await self._leave()
        elif key == "enter" or (key == "ctrl+j" and field_ is self._line):
            # A terminal that was still in its cooked mode gives Enter as a line feed.
            await self._answer()
        elif key == "shift+tab":
            await self._back()
        elif key in {"tab", "right"} and self._can_complete(key):
            field_.start_with(self._question.completed(field_.typed))
            self._typed()
        elif key == "tab":
            await self._answer()
        elif isinstance(event, events.Paste) and self._question.asks_again:
            await self._enter_lines(event.text)
        elif await field_.take(event):
            self._typed()
        elif key == "up":
            await self._back()
        return True

    @cached_property
    def _line(self) -> LineField:
        # Made when first asked for: a field is the dearest widget there is.
        return LineField()

    @property
    def _question(self) -> Question:
        return self._open.questions[self._open.place]

    @property
    def _open(self) -> _Asked:
        if self._asked is None:
            raise RuntimeError("no form is open")
        return self._asked

    @property
    def _field(self) -> "LineField | TextField":
        if self._asked is not None and self._text and isinstance(self._question, TextQuestion):
            return self._text
        return self._line

    def _can_complete(self, key: str) -> bool:
        typed = self._field.typed
        if key == "right" and not (
            isinstance(self._field, LineField) and self._field.cursor_position == len(typed)
        ):
            return False
        return self._question.completed(typed) != typed

    async def _answer(self) -> None:
        asked = self._open
        asked.texts[self._question.key] = self._field.typed
        try:
            self._question.read(self._field.typed)
        except RefusedError as refused:
            self._fault, self._is_refused = refused.reason, True
            self._draw()
            return
        following = self._next_place(asked.place)
        if following is None:
            await self._finish()
        else:
            asked.place = following
            await self._show()

    async def _enter_lines(self, pasted: str) -> None:
        """Enter the lines one after the other; a last one that is not ended waits for its Enter.

        The first joins what is typed. From a line that is refused on, all stay in the field.
        """
        lines = [line for line in pasted.splitlines() if line.strip()]
        are_ended = [True] * (len(lines) - 1) + [pasted[-1:] in {"\n", "\r"}]
        for place, (line, is_ended) in enumerate(zip(lines, are_ended, strict=False)):
            await self._field.take(events.Paste(line))
            asked = self._open
            if is_ended:
                await self._answer()
                if self._asked is None:
                    return
                if self._asked is asked:
                    rest = " ".join(lines[place + 1 :])
                    await self._field.take(events.Paste(f" {rest}" if rest else ""))
                    break
        if self._is_refused:
            self._tell()
        else:
            self._typed()

    async def _finish(self) -> None:
        asked, then = self._open, self._then
        answers = self._answers(len(asked.questions))
        # The answers may lead to another form, or to this one again: what is done is not kept.
        self._finishing = asked
        try:
            result = then(answers) if then else None
            if isawaitable(result):
                result = await result
        except RefusedError as refused:
            self._fault, self._is_refused = refused.reason, True
            self._draw()
            return
        finally:
            self._finishing = None
        if self._asked is asked:
            if result is not False:
                self._close()
            else:
                self._is_refused = True

    async def _back(self) -> None:
        asked = self._open
        asked.texts[self._question.key] = self._field.typed
        answers = self._answers(asked.place)
        for place in range(asked.place - 1, -1, -1):
            when = asked.questions[place].when
            if when is None or when(answers):
                asked.place = place
                await self._show()
                return

    def _next_place(self, place: int) -> int | None:
        asked = self._open
        for following in range(place + 1, len(asked.questions)):
            when = asked.questions[following].when
            if when is None or when(self._answers(following)):
                return following
        return None

    def _answers(self, before: int) -> Answers:
        given: dict[str, Answer] = {}
        for question in self._open.questions[:before]:
            if question.when is None or question.when(Answers(given)):
                try:
                    given[question.key] = question.read(self._open.texts.get(question.key, ""))
                except RefusedError:
                    given[question.key] = None
        return Answers(given)

    async def _leave(self) -> None:
        on_leave = self._open.on_leave
        self._keep()
        self._close()
        led = on_leave() if on_leave else None
        if isawaitable(led):
            await led

    def _keep(self) -> None:
        form = self._left_as_it_is()
        if form.texts:
            self._kept[self._form] = form

    def _left_as_it_is(self) -> HalfTypedForm:
        asked = self._open
        texts = {**asked.texts, self._question.key: self._field.typed}
        typed = [TypedText(question=key, text=text) for key, text in texts.items() if text]
        return HalfTypedForm(
            name=self._form, ask=self._question.ask, place=asked.place, texts=tuple(typed)
        )

    def _close(self) -> None:
        self._asked, self._then = None, None
        self._tell()
        self.remove_class("-open")
        self.screen.set_focus(None)

    async def _show(self) -> None:
        self._fault, self._is_refused = None, False
        question = self._question
        if isinstance(question, TextQuestion) and self._text is None:
            self._text = _text_field()
            await self.mount(self._text, before=self._below)
        shown = self._field
        self._line.display = shown is self._line
        if self._text is not None:
            self._text.display = shown is self._text
        self._line.password = question.masked
        self._line.placeholder = self._placeholder(question)
        self._line.underline(question.marks)
        shown.start_with(self._open.texts.get(question.key, question.value))
        self.screen.set_focus(shown)
        self._draw()

    def _placeholder(self, question: Question) -> str:
        """What Enter on the empty field gives, in the user's own words."""
        if isinstance(question, ChoiceQuestion):
            return question.label_of(question.default)
        if isinstance(question, YesNoQuestion) and question.default:
            shown = question.shown(question.parsed(question.default))
            return say(shown, self._language) if isinstance(shown, Message) else shown
        return question.default

    def on_resize(self) -> None:
        """What is asked is laid out for the width there is."""
        if self.is_open:
            self._draw()

    def _typed(self) -> None:
        self._fault, self._is_refused = None, False
        self._draw()
        self._tell()

    def _tell(self) -> None:
        if self._on_typed is not None:
            self._on_typed()

    def _draw(self) -> None:
        asked, question = self._open, self._question
        screen = self.screen.size.width
        width = max(20, min(screen, WIDEST_ROW) - 4)
        answered = answered_lines(asked.questions, self._answers(asked.place), self._language)
        counted = (asked.place + 1, len(asked.questions))
        asking = asking_lines(question, counted, width, self._language)
        above = [Content.styled("─" * screen, DIM), *answered, *asking]
        self._above.set_lines(above)
        beneath = lines_beneath(question, self._field.typed, self._fault, self._language)
        below = wrapped(beneath, width)
        self._below.set_lines(below)
        self._height = len(above) + 1 + len(below)


def _text_field() -> "TextField":
    from workshop_tui.ui.widgets.text_field import TextField  # noqa: PLC0415 - keeps the start fast

    return TextField()
