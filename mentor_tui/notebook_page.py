"""Reflect's tab Notebook: her pages, and the themes she saw on notes."""

from __future__ import annotations

from functools import partial

from textual import on
from textual.app import ComposeResult

from mentor_tui import notebook_rows
from mentor_tui.keys import told
from mentor_tui.reflect_page import ReflectPage
from mentor_tui.rows import key_parts
from mentor_tui.screens import theme_seen
from mentor_tui.screens.page_more import more_about_page
from mentor_tui.screens.taking_out import offer_to_remove
from store.records import Reflection, ThemeSeen
from widgets.row_list import RowList

_KINDS: dict[str, type[Reflection | ThemeSeen]] = {"reflections": Reflection, "themes_seen": ThemeSeen}


class NotebookPage(ReflectPage):
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
        table, id = key_parts(self.pages.highlighted_key)
        return self.mentor.notebook.get(_KINDS[table], id) if table in _KINDS else None

    def edit(self) -> None:
        """Read and correct a page; say that it was another theme."""
        record = self.record_here()
        if isinstance(record, Reflection):
            self.mentor.open_dialog("write", record=record)
        elif record:
            theme_seen.choose_another(self.mentor, record)

    def more(self) -> None:
        """Bring a page to supervision, keep it until a day, burn it; take out a theme."""
        record, notebook = self.record_here(), self.mentor.notebook
        if isinstance(record, Reflection):
            more_about_page(self.mentor, record)
        elif record:
            offer_to_remove(self.mentor, "theme", lambda: notebook.remove(record, "theme removed"))

    @on(RowList.Opened, "#pages")
    def open_row(self, event: RowList.Opened) -> None:
        """A page opens; a theme leads to its note."""
        record = self.record_here()
        if isinstance(record, ThemeSeen):
            theme_seen.show_note(self.mentor, record)
        else:
            self.edit()
