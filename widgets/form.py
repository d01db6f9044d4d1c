"""A form: questions in sections, none compulsory unless it says so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from widgets.field_row import FieldRow
from widgets.fields import Answer, Answers, Field, Section
from widgets.part_list import PartList
from widgets.shown_text import shown

_NARROW = 60
"""Under this many columns a label stands over its field."""


class SectionTitle(Static, can_focus=True):
    """The title of a section; enter or a click opens and closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "press", "open or close", show=False, id="section", tooltip="Opens or closes.")
    ]
    DEFAULT_CSS = """
    SectionTitle { height: 1; margin-top: 1; color: $accent; pointer: pointer; }
    SectionTitle:focus { text-style: bold reverse; }
    """

    for_anyone: ClassVar[bool] = True
    """The privacy lens leaves its words."""

    @dataclass
    class Pressed(Message):
        """It was pressed."""

        title: "SectionTitle"

        @property
        def control(self) -> "SectionTitle":
            """The title."""
            return self.title

    def action_press(self) -> None:
        """Say that it was pressed."""
        self.post_message(self.Pressed(self))

    def on_click(self, event: events.Click) -> None:
        """A click presses it."""
        event.stop()
        self.action_press()


class SectionView(Widget):
    """A section of a form, closed until its title is pressed; one without a title is always open."""

    DEFAULT_CSS = """
    SectionView { height: auto; }
    SectionView > .section-body { height: auto; display: none; }
    SectionView.-open > .section-body { display: block; }
    """

    def __init__(self, section: Section, answers: Answers) -> None:
        super().__init__(classes="" if section.title else "-open")
        self.called = section.title
        self._title = SectionTitle("", markup=False)
        self.rows: dict[str, FieldRow | PartList] = {
            field.name: _row(field, answers.get(field.name, "")) for field in section.fields
        }

    def compose(self) -> ComposeResult:
        """The title, then the questions."""
        if self.called:
            yield self._title
        yield Widget(*self.rows.values(), classes="section-body")

    def on_mount(self) -> None:
        """Say in the title how much stands in here."""
        self.count()

    def open(self) -> None:
        """Show the questions."""
        self.add_class("-open")
        self.count()

    def count(self) -> None:
        """Draw the title: which way it stands, and how many answers there are."""
        filled = sum(1 for row in self.rows.values() if row.answer)
        mark = "▾" if self.has_class("-open") else "▸"
        self._title.update(Content(f"{mark} {shown(self.called)}{f' · {filled}' if filled else ''}"))

    def on_section_title_pressed(self, event: SectionTitle.Pressed) -> None:
        """Open or close."""
        event.stop()
        self.toggle_class("-open")
        self.count()


class Form(VerticalScroll, can_focus=False):
    """Sections of questions; up and down the answers as text, in and out."""

    DEFAULT_CSS = """
    Form {
        height: auto;
        scrollbar-size-vertical: 1;
        &.-narrow FieldRow {
            grid-size: 1;
            grid-columns: 1fr;
            & > .field-told { column-span: 1; padding-left: 2; }
        }
    }
    """

    @dataclass
    class Changed(Message):
        """Something was answered otherwise than before."""

        form: "Form"

        @property
        def control(self) -> "Form":
            """The form."""
            return self.form

    def __init__(
        self, sections: Sequence[Section], answers: Answers | None = None, *, id: str | None = None
    ) -> None:
        """A form with answers in it; those it does not ask for are left out."""
        super().__init__(id=id)
        self._given = dict(answers or {})
        self._sections = [SectionView(section, self._given) for section in sections]

    def compose(self) -> ComposeResult:
        """The sections."""
        yield from self._sections

    def on_mount(self) -> None:
        """The first question is where she starts."""
        self.call_after_refresh(self.focus_first)

    def on_resize(self, event: events.Resize) -> None:
        """Put the labels over their fields where there is little room."""
        self.set_class(event.size.width < _NARROW, "-narrow")

    @property
    def answers(self) -> dict[str, Answer]:
        """Everything that stands in the form."""
        return {name: row.answer for name, row in self._rows()}

    @property
    def changed(self) -> dict[str, Answer]:
        """The answers that differ from those the form opened with."""
        return {
            name: now for name, now in self.answers.items() if now != (self._given.get(name) or type(now)())
        }

    def restore(self, answers: Answers) -> None:
        """Put answers in place of those that stand there; the form counts them as changes."""
        for name, row in self._rows():
            if name in answers:
                row.answer = answers[name]
        for section in self._sections:
            if any(name in answers for name in section.rows):
                section.open()

    def rewrite(self, answers: Answers) -> None:
        """Put answers otherwise where they stand, and touch nothing that stays as it is."""
        for name, row in self._rows():
            answer = answers.get(name, row.answer)
            if answer == row.answer:
                continue
            if isinstance(row, PartList):
                row.rewrite(answer)
            else:
                row.answer = str(answer)

    def refuse(self, refusals: Mapping[str, str]) -> None:
        """Say under each field why its answer cannot be kept, go to the first; what was typed stays."""
        first: FieldRow | None = None
        for section in self._sections:
            for name, row in section.rows.items():
                said = [_refused(row, name, at, why) for at, why in refusals.items()]
                found = next(filter(None, said), None)
                if found is not None:
                    section.open()
                    first = first or found
        if first is not None:
            self.call_after_refresh(first.focus_field)

    def open_section(self, title: str) -> None:
        """Open the section of this title, and start there."""
        for section in self._sections:
            if section.called == title:
                section.open()
                first = next(iter(section.rows.values()))
                self.call_after_refresh(first.focus_field)

    def start_at(self, name: str) -> None:
        """Start at this question, not at the first."""
        row = dict(self._rows())[name]
        self.call_after_refresh(row.focus_field)

    def focus_first(self) -> None:
        """Put the focus into the first question."""
        first = next(self._rows(), None)
        if first is not None:
            first[1].focus_field()

    def on_field_row_answered(self, event: FieldRow.Answered) -> None:
        """Say that the form changed."""
        self._changed(event)

    def on_part_list_answered(self, event: PartList.Answered) -> None:
        """Say that the form changed."""
        self._changed(event)

    def _changed(self, event: Message) -> None:
        event.stop()
        for section in self._sections:
            section.count()
        self.post_message(self.Changed(self))

    def _rows(self) -> Iterator[tuple[str, FieldRow | PartList]]:
        for section in self._sections:
            yield from section.rows.items()


def _row(field: Field, answer: Answer) -> FieldRow | PartList:
    if field.kind == "parts":
        return PartList(field, answer)
    return FieldRow(field, answer if isinstance(answer, str) else "")


def _refused(row: FieldRow | PartList, name: str, at: str, why: str) -> FieldRow | None:
    if isinstance(row, PartList):
        inside = at.removeprefix(f"{name}.")
        return row.refuse(inside, why) if inside != at else None
    if at != name:
        return None
    row.refuse(why)
    return row
