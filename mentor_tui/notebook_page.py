"""Reflect's tab Notebook: her pages, and the themes she saw on notes."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult

from mentor_tui import notebook_rows
from mentor_tui.keys import told
from mentor_tui.screens import theme_seen
from mentor_tui.written_page import WrittenPage
from store.records import Reflection, ThemeSeen
from widgets.row_list import RowList


class NotebookPage(WrittenPage):
    """Pages whose day has come, then all, newest first."""

    ID = "notebook-page"
    TITLE = "Notebook"
    HINTS = ("open", "add", "edit", "more", "next-tab", "help")

    def compose(self) -> ComposeResult:
        """One list."""
        yield RowList(notebook_rows.COLUMNS, id="pages")

    def show(self) -> None:
        """Ask the notebook."""
        notebook = self.mentor.notebook
        note_of = partial(theme_seen.note_of, self.mentor)
        pages, seen = notebook.reflections(), notebook.themes_seen()
        items = notebook_rows.items(pages, seen, self.mentor.clock.now(), note_of)
        self.pages.show_items(items, empty=told(notebook_rows.NO_PAGES))

    @property
    def pages(self) -> RowList:
        """The list."""
        return self.query_one("#pages", RowList)

    def take_focus(self) -> None:
        """Into the list."""
        self.pages.focus()

    def record_here(self) -> Reflection | ThemeSeen | None:
        """The page or the theme under the cursor."""
        return self.record_of(self.pages.highlighted_key)

    @on(RowList.Opened, "#pages")
    def open_row(self, event: RowList.Opened) -> None:
        """A page opens; a theme leads to its note."""
        self.open_here()
