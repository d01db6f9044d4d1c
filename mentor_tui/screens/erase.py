"""Erase for good, or reduce to tallies: what it reaches and what it cannot; then the name is typed.

What is typed here is kept nowhere.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from mentor_tui.erasing_words import FOR_GOOD, TRACES, groups
from mentor_tui.screens.base import FOR_ANYONE
from mentor_tui.screens.hinted import HintedDialog
from store.erasing import Wish, look
from store.errors import MentorError
from store.names import name_key
from store.records import Client
from store.text import clean_line
from widgets.choice_row import Choice
from widgets.key_hints import KeyHint, KeyHints
from widgets.row import Column, Gap, Heading, Item, Row
from widgets.row_list import QuietList
from widgets.tick_row import TickRow
from widgets.typed_line import TypedLine

if TYPE_CHECKING:
    from store.erasing import Preview

_TICKS = {
    "pages": "notebook pages that name them",
    "shared": "words of notes about others too",
    "unreadable": "unread, what cannot be opened",
}


class EraseScreen(HintedDialog, ModalScreen[None]):
    """Nothing is done before the name was typed."""

    CSS_PATH = "erase.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False, id="erase.close", tooltip="Change nothing."),
        Binding("pageup", "page(-1)", "Up", show=False, id="erase.up", tooltip="A page up."),
        Binding("pagedown", "page(1)", "Down", show=False, id="erase.down", tooltip="A page down."),
    ]

    def __init__(self, client_id: int, *, strip: bool = False) -> None:
        """For one person.

        Args:
            strip: their contacts stay, as tallies without a name.
        """
        super().__init__()
        self._wish = Wish((client_id,), strip=strip)
        self._preview: Preview | None = None

    def compose(self) -> ComposeResult:
        """What it reaches, what may be chosen, the line for the name, the keys."""
        doing = "reduce “{}” to tallies" if self._wish.strip else "erase “{}” for good"
        with VerticalScroll(classes="dialog", id="erase") as box:
            box.border_title = Content(doing.format(clean_line(self._client.name)))
            with VerticalScroll(id="erase-found", can_focus=False):
                columns = (Column(least=24, wraps=True),)
                yield QuietList(columns, id="erase-list", empty="Looking everywhere ...")
            yield Static(
                Content("Take out, too (space turns one on or off):"), id="erase-too", classes=FOR_ANYONE
            )
            for code, said in _TICKS.items():
                yield TickRow((Choice(code, said),), ("pages",), id=f"erase-{code}")
            yield Static(
                Content(f"Type their name to do it. {FOR_GOOD} {TRACES}"),
                id="erase-asked",
                classes=FOR_ANYONE,
            )
            yield TypedLine(id="erase-name", compact=True)
            yield Static("", id="erase-said", classes=FOR_ANYONE)
            keys = (
                KeyHint("enter", "do it", "take"),
                KeyHint("esc", "change nothing", "close"),
                KeyHint("pgdn", "read on", "page(1)"),
            )
            yield KeyHints(keys, id="erase-keys")

    def on_mount(self) -> None:
        """Look everywhere, which may take a moment; nothing stands still meanwhile."""
        self.about(self._client)
        self.query_one("#erase-name").focus()
        self.run_worker(self._look(), exclusive=True)

    @on(TickRow.Changed)
    def chosen(self) -> None:
        """Say anew what stays and what goes."""
        on = {code: bool(self.query_one(f"#erase-{code}", TickRow).ticked) for code in _TICKS}
        self._wish = replace(
            self._wish,
            keep_pages=not on["pages"],
            blank_shared=on["shared"],
            remove_unreadable=on["unreadable"],
        )
        self._show()

    @on(Input.Submitted, "#erase-name")
    def action_take(self) -> None:
        """Do it, if the name is theirs."""
        typed = name_key(self.query_one("#erase-name", TypedLine).value)
        if self._preview is None:
            return
        if typed != name_key(self._client.name):
            self.say("That is not the name as it stands above; nothing was changed.")
            return
        self.dismiss(None)
        self.mentor.call_later(self.mentor.erase, self._wish)

    def say(self, sentence: str) -> None:
        """Say it under the line."""
        said = self.query_one("#erase-said", Static)
        said.update(Content(sentence))
        said.set_class(bool(sentence), "-said")

    def action_page(self, pages: int) -> None:
        """Scroll."""
        box = self.query_one("#erase-found", VerticalScroll)
        box.scroll_relative(y=pages * max(box.size.height - 2, 1), animate=False)

    def action_close(self) -> None:
        """Change nothing."""
        self.dismiss(None)

    async def _look(self) -> None:
        folder, copies = self.mentor.caseload.folder, self.mentor.settings.backup_to
        place = Path(copies).expanduser() if copies else None
        try:
            self._preview = await asyncio.to_thread(look, folder, self._wish, place)
        except MentorError as error:
            self.say(str(error))
            return
        self._show()

    def _show(self) -> None:
        if self._preview is None:
            return
        items: list[Item] = []
        for heading, lines in groups(self._preview, self._wish):
            items += [*([Gap()] if items else []), Heading(heading)]
            items += [Row(f"{heading}{at}", (((line, ""),),)) for at, line in enumerate(lines)]
        self.query_one("#erase-list", QuietList).show_items(items)

    @property
    def _client(self) -> Client:
        return self.mentor.caseload.get(Client, self._wish.people[0])
