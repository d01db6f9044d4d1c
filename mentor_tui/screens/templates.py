"""Templates: what `;` and a digit put into a note, changed here."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from mentor_tui import template_rows
from mentor_tui.keys import bindings
from mentor_tui.screens.base import PlaceScreen, WayBack
from mentor_tui.screens.record_more import more_about
from mentor_tui.screens.template_form import TemplateForm
from mentor_tui.ways_back import made
from store.records import NoteTemplate
from store.templates import DIGITS, templates
from widgets.row_list import RowList


class TemplatesScreen(PlaceScreen):
    """Nine digits, each with words of hers or none."""

    CSS_PATH = "templates.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "Words you type again and again. In a note, ; and the digit put them where the cursor is, marks and "
        "all, and ctrl+z takes them back. enter or {edit} changes one, {add} writes the next free one, "
        "{more} removes one."
    )
    SAYS = {
        "open": "Change the words of this digit.",
        "add": "Write the next free one.",
        "edit": "Change the words of this digit.",
        "more": "Remove this one.",
    }
    HINTS = ("edit", "add", "more", "back", "help")
    BINDINGS = bindings("open", "add", "edit", "more")
    AUTO_FOCUS = "#templates"

    def compose_body(self) -> ComposeResult:
        """One list."""
        yield RowList(template_rows.COLUMNS, id="templates")

    def read(self) -> None:
        """Ask for all nine."""
        self.say_heading("Templates", facts=f"{len(templates(self.mentor.caseload))} of {len(DIGITS)}")
        self.list.show_items(template_rows.items(self.mentor.caseload))

    def way_back(self) -> WayBack:
        """The same list."""
        return made("templates")

    @property
    def list(self) -> RowList:
        """The nine."""
        return self.query_one("#templates", RowList)

    @property
    def digit_here(self) -> int:
        """The digit under the cursor."""
        return int(self.list.highlighted_key.removeprefix("template ") or DIGITS[0])

    @property
    def template_here(self) -> NoteTemplate | None:
        """Its words, if it has any."""
        return templates(self.mentor.caseload).get(self.digit_here)

    @on(RowList.Opened, "#templates")
    def action_open(self) -> None:
        """Change the words of this digit."""
        self._change(self.digit_here)

    def action_edit(self) -> None:
        """The same."""
        self._change(self.digit_here)

    def action_add(self) -> None:
        """Write the next free one."""
        there = templates(self.mentor.caseload)
        free = next((digit for digit in DIGITS if digit not in there), None)
        if free is None:
            self.mentor.trouble("All nine are taken; enter changes the one under the cursor.")
        else:
            self.list.highlight(f"template {free}")
            self._change(free)

    def action_more(self) -> None:
        """Remove this one."""
        if template := self.template_here:
            more_about(self.mentor, template)
        else:
            self.mentor.trouble("There is nothing here to remove; enter writes one.")

    def _change(self, digit: int) -> None:
        self.mentor.push_screen(TemplateForm(digit), self.mentor.saved)
