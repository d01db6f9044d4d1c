"""Parts that repeat in a form: releases, numbers, days that matter."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from widgets.field_row import FieldRow
from widgets.fields import Answer, Field


class Press(Static, can_focus=True):
    """A word that can be pressed with enter or a click."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "press", "press", show=False, id="press", tooltip="Does what the word says.")
    ]
    DEFAULT_CSS = """
    Press {
        width: auto;
        height: 1;
        padding: 0 1;
        color: $accent;
        pointer: pointer;
        &:focus { text-style: bold reverse; }
    }
    """

    for_anyone: ClassVar[bool] = True
    """The privacy lens leaves its words."""

    @dataclass
    class Pressed(Message):
        """It was pressed."""

        press: "Press"

        @property
        def control(self) -> "Press":
            """The word."""
            return self.press

    def __init__(self, word: str, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(Content(word), id=id, classes=classes, markup=False)

    def action_press(self) -> None:
        """Say that it was pressed."""
        self.post_message(self.Pressed(self))

    def on_click(self, event: events.Click) -> None:
        """A click presses it."""
        event.stop()
        self.action_press()


class Part(Widget):
    """One part: its fields, and the way to take it out."""

    DEFAULT_CSS = """
    Part { height: auto; border-left: solid $rule; padding-left: 1; margin-bottom: 1; }
    """

    def __init__(self, field: Field, answers: dict[str, str]) -> None:
        super().__init__()
        self._fields = field
        self._given = answers
        self.rows = {part.name: FieldRow(part, answers.get(part.name, "")) for part in field.parts}

    def compose(self) -> ComposeResult:
        """The fields, then the way out."""
        yield from self.rows.values()
        yield Press(f"take this {self._fields.part_called} out", classes="part-out")

    @property
    def answers(self) -> dict[str, str]:
        """What stands in its fields, and what was given and is not asked here."""
        return self._given | {name: row.answer for name, row in self.rows.items()}


class PartList(Widget):
    """Parts one under the other, and a way to add one."""

    DEFAULT_CSS = """
    PartList { height: auto; }
    """

    @dataclass
    class Answered(Message):
        """A part was added, taken out or changed."""

        parts: "PartList"
        answer: list[dict[str, str]]

        @property
        def control(self) -> "PartList":
            """The list."""
            return self.parts

    def __init__(self, field: Field, answer: Answer = "") -> None:
        super().__init__()
        self.field = field
        self._parts = [Part(field, part) for part in answer] if isinstance(answer, list) else []
        self._more = Press(f"+ add a {field.part_called}", classes="part-more")

    def compose(self) -> ComposeResult:
        """The parts, then the way to add one."""
        yield from self._parts
        yield self._more

    @property
    def answer(self) -> list[dict[str, str]]:
        """What stands in the fields of each part; a part with nothing in it is none."""
        given = (part.answers for part in self._parts)
        return [answers for answers in given if any(text.strip() for text in answers.values())]

    @answer.setter
    def answer(self, parts: Answer) -> None:
        for part in self._parts:
            part.remove()
        self._parts = []
        for answers in parts if isinstance(parts, list) else []:
            self._add(answers)

    def rewrite(self, parts: Answer) -> None:
        """Put the texts of the same parts otherwise where they stand; none is added or taken out."""
        texts = parts if isinstance(parts, list) else []
        for part, answers in zip(self._filled, texts, strict=False):
            for name, row in part.rows.items():
                if answers.get(name, row.answer) != row.answer:
                    row.answer = answers[name]

    def refuse(self, at: str, sentence: str) -> FieldRow | None:
        """Say why the answer at "0.on" (part and field) cannot be kept; given, the row it stands in."""
        number, _, name = at.partition(".")
        filled = self._filled
        if not number.isdecimal() or int(number) >= len(filled):
            return None
        row = filled[int(number)].rows.get(name)
        if row is not None:
            row.refuse(sentence)
        return row

    def focus_field(self) -> None:
        """Put the focus into the first part, or on the way to add one."""
        if self._parts:
            next(iter(self._parts[0].rows.values())).focus_field()
        else:
            self._more.focus()

    def on_press_pressed(self, event: Press.Pressed) -> None:
        """Add a part, or take one out."""
        event.stop()
        if event.press is self._more:
            part = self._add({})
            self.call_after_refresh(next(iter(part.rows.values())).focus_field)
        else:
            self._take_out(event.press.parent)
        self.post_message(self.Answered(self, self.answer))

    def on_field_row_answered(self, event: FieldRow.Answered) -> None:
        """A field of a part changed."""
        event.stop()
        self.post_message(self.Answered(self, self.answer))

    @property
    def _filled(self) -> list[Part]:
        """The parts with anything in them."""
        return [part for part in self._parts if any(text.strip() for text in part.answers.values())]

    def _take_out(self, part: object) -> None:
        if isinstance(part, Part):
            self._more.focus()
            self._parts = [other for other in self._parts if other is not part]
            part.remove()

    def _add(self, answers: dict[str, str]) -> Part:
        part = Part(self.field, answers)
        self._parts = [*self._parts, part]
        self.mount(part, before=self._more)
        return part
