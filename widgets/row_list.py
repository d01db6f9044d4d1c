"""A list drawn line by line: only what is on the screen is ever laid out, however long the list is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

from widgets.lens import marked
from widgets.row import Cell, Column, Heading, Item, Row
from widgets.row_drawing import LENS_MARKS, MARK, TIGHT_MARK, RowDrawing
from widgets.row_layout import lines_of
from widgets.row_lines import RowLines


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Grouped rows in columns, with a cursor; told what to show by `show_items`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor(-1)", "Up", show=False, id="list.up", tooltip="To the row above."),
        Binding("down", "cursor(1)", "Down", show=False, id="list.down", tooltip="To the row below."),
        Binding("pageup", "page(-1)", "Page up", show=False, id="list.page-up", tooltip="A page up."),
        Binding("pagedown", "page(1)", "Page down", show=False, id="list.page-down", tooltip="A page down."),
        Binding("home", "edge(-1)", "First", show=False, id="list.first", tooltip="To the first row."),
        Binding("end", "edge(1)", "Last", show=False, id="list.last", tooltip="To the last row."),
        Binding("enter", "open", "Open", show=False, id="open", tooltip="Open the row."),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--heading",
        "row-list--mark",
        "row-list--cursor",
        "row-list--cursor-name",
        "row-list--name",
        "row-list--muted",
        "row-list--strong",
        "row-list--second",
        "row-list--accent",
        "row-list--good",
        "row-list--trouble",
        "row-list--words",
        "row-list--own",
    }

    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .row-list--name { text-style: bold; }
        & > .row-list--cursor { text-style: bold; }
        & > .row-list--cursor-name { text-style: bold; color: $accent; }
        & > .row-list--mark { color: $accent; text-style: bold; }
        & > .row-list--strong { text-style: bold; }
        & > .row-list--words { text-style: italic; }
        & > .row-list--accent { color: $accent; }
        & > .row-list--heading, & > .row-list--muted { color: $muted; }
        & > .row-list--own { color: $muted; }
        & > .row-list--second { color: $second; }
        & > .row-list--good { color: $good; }
        & > .row-list--trouble { color: $trouble; }
    }
    """

    @dataclass
    class Highlighted(Message):
        """The cursor came to rest on another row."""

        row_list: "RowList"
        key: str

        @property
        def control(self) -> "RowList":
            """The list."""
            return self.row_list

    @dataclass
    class Opened(Message):
        """Enter, or a click on the row that was already highlighted."""

        row_list: "RowList"
        key: str

        @property
        def control(self) -> "RowList":
            """The list."""
            return self.row_list

    def __init__(
        self,
        columns: Sequence[Column] = (),
        *,
        id: str | None = None,
        empty: Cell = "",
        tight: bool = False,
        classes: str | None = None,
        keeps_mark: bool = False,
        uses_room: bool = False,
    ) -> None:
        """A list, empty until `show_items`.

        Args:
            empty: what it says while there is nothing to show: what goes here, and which key.
            classes: `for-anyone` if the rows are the program's own words.
            tight: the list stands close to a rule; its mark takes one cell instead of two.
            uses_room: while there are lines to spare, rows stand in full, from the first one on.
            keeps_mark: the marked row is what keys act on, while the cursor is in another part of the page.
        """
        super().__init__(id=id, classes=classes)
        self.columns = tuple(columns)
        self.empty_words = empty
        self._rows_shown = RowLines(())
        self._cursor_index = -1
        self._wanted_key = ""
        self._mark = TIGHT_MARK if tight else MARK
        self._drawing = RowDrawing(self.columns, self._style, self._mark)
        self._keeps_mark = keeps_mark
        self._uses_room = uses_room
        self._has_the_cursor = keeps_mark

    def show_items(self, items: Sequence[Item], *, empty: Cell | None = None) -> None:
        """Show these items from now on; the highlighted row stays the one it was, if it is still there."""
        if empty is not None:
            self.empty_words = empty
        self._rows_shown = RowLines(items)
        self._cursor_index = self._rows_shown.index_near(self._wanted_key, self._cursor_index)
        self._lay_out()

    def use_columns(self, columns: Sequence[Column]) -> None:
        """Lay rows out in other columns from the next `show_items` on."""
        if tuple(columns) != self.columns:
            self.columns = tuple(columns)
            self._drawing = RowDrawing(self.columns, self._style, self._mark)

    @property
    def items(self) -> Sequence[Item]:
        """What is shown."""
        return self._rows_shown.items

    @property
    def highlighted_key(self) -> str:
        """The key of the row under the cursor; "" where there is none."""
        row = self._row_at(self._cursor_index)
        return row.key if row else ""

    def spots(self) -> list[tuple[str, int, int]]:
        """The rows in sight: each key, the line of the list's own window where the row begins, and a column.

        A row over the whole width has words where others have room for a mark: its column is before them.
        """
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        lines = ((row, self._rows_shown.top_of(at) - top) for at, row in enumerate(self.items))
        rows = ((row, line) for row, line in lines if isinstance(row, Row) and 0 <= line < height)
        return [(row.key, line, -1 if row.spans else 0) for row, line in rows]

    def highlight(self, key: str) -> None:
        """Put the cursor on the row with this key; a row not shown yet is remembered."""
        self._wanted_key = key
        index = self._rows_shown.index_of(key)
        if index >= 0:
            self._put_cursor(index)

    def action_cursor(self, step: int) -> None:
        """Move to the next row in a direction, past headings and gaps; past the last one, scroll."""
        index = self._rows_shown.next_row(self._cursor_index, step)
        if index >= 0:
            self._put_cursor(index)
        else:
            self.scroll_relative(y=step, animate=False)

    def action_page(self, direction: int) -> None:
        """Move by what fits on the screen."""
        top = self._rows_shown.top_of(max(self._cursor_index, 0))
        self._put_cursor(self._rows_shown.row_near_line(top + direction * max(self.size.height - 1, 1)))

    def action_edge(self, direction: int) -> None:
        """Move to the first or the last row."""
        count = len(self.items)
        self._put_cursor(self._rows_shown.next_row(-1 if direction < 0 else count, -direction))

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if key := self.highlighted_key:
            self.post_message(self.Opened(self, key))

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.scrollable_content_region.width
        base = self.visual_style
        content = self._line(self.scroll_offset.y + y, width)
        strip = Strip(content.render_segments(base), content.cell_length)
        return strip.adjust_cell_length(width, base.rich_style) if width else Strip([Segment("")])

    def on_resize(self, event: events.Resize) -> None:
        """Wrap again for the new width."""
        self._lay_out()

    def on_focus(self) -> None:
        """Show the cursor here."""
        self._has_the_cursor = True
        self.refresh()

    def on_blur(self) -> None:
        """Hide the cursor if another widget of this screen has it now; under a dialog it stays."""
        if self.screen.focused is not None:
            self._has_the_cursor = self._keeps_mark or self.screen.focused is self
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """The first click highlights a row, a click on the highlighted one opens it."""
        index, _ = self._rows_shown.at_line(self.scroll_offset.y + event.get_content_offset_capture(self).y)
        if self._row_at(index) is None:
            return
        if index == self._cursor_index or event.chain > 1:
            self._put_cursor(index)
            self.action_open()
        else:
            self._put_cursor(index)

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old colours."""
        super().notify_style_update()
        self._drawing.forget()

    def _row_at(self, index: int) -> Row | None:
        if 0 <= index < len(self.items):
            item = self.items[index]
            return item if isinstance(item, Row) else None
        return None

    def _put_cursor(self, index: int) -> None:
        row = self._row_at(index)
        if row is None:
            return
        moved = index != self._cursor_index
        self._cursor_index = index
        self._wanted_key = row.key
        self._scroll_to_cursor()
        self.refresh()
        if moved:
            self.post_message(self.Highlighted(self, row.key))

    def _scroll_to_cursor(self) -> None:
        top = self._rows_shown.top_of(self._cursor_index)
        height = self._rows_shown.height_of(self._cursor_index)
        # The heading above the first row of a group comes into view with it.
        lead = 1 if self._cursor_index > 0 and isinstance(self.items[self._cursor_index - 1], Heading) else 0
        self.scroll_to_region(Region(0, top - lead, 1, height + lead), animate=False, immediate=True)

    def _lay_out(self) -> None:
        # A cell between the words and the scrollbar.
        width = self.scrollable_content_region.width - self.show_vertical_scrollbar
        self._drawing.fit(self.items, width)
        self._rows_shown.measure(self._drawing.height)
        if self._uses_room and self._rows_shown.total_lines < self.size.height:
            self._drawing.use_room(self.items, self.size.height - self._rows_shown.total_lines)
            self._rows_shown.measure(self._drawing.height)
        self.virtual_size = Size(width, self._rows_shown.total_lines or len(self._empty_lines(width)))
        self._scroll_to_cursor()
        self.refresh(layout=self.styles.auto_dimensions)

    def _line(self, line: int, width: int) -> Content:
        if not self.items:
            lines, within = self._empty_lines(width), line
        else:
            index, within = self._rows_shown.at_line(line)
            lines = self._item_lines(index) if index >= 0 else []
        return lines[within] if within < len(lines) else Content("")

    def _item_lines(self, index: int) -> list[Content]:
        item = self.items[index]
        if isinstance(item, Row):
            return self._drawing.lines(item, index == self._cursor_index and self._has_the_cursor)
        return self._drawing.heading(item) if isinstance(item, Heading) else []

    def _empty_lines(self, width: int) -> list[Content]:
        if not self.empty_words:
            return []
        words = ((self.empty_words, "muted"),) if isinstance(self.empty_words, str) else self.empty_words
        return lines_of(words, max(width, 1), 0, lambda role: self._style(role) + marked("own"))

    def _style(self, role: str) -> Style:
        style = self.get_visual_style(f"row-list--{role}", partial=True) if role else Style.null()
        return style + marked(LENS_MARKS[role]) if role in LENS_MARKS else style


class QuietList(RowList, can_focus=False):
    """The same rows as a table to read: as tall as they are, without a cursor."""

    DEFAULT_CSS = "QuietList { height: auto; }"
