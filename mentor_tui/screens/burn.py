"""Pages of the notebook burn, or stay: what it reaches is shown, and nothing is done by an enter too many."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from mentor_tui.burning_words import groups
from mentor_tui.erasing_words import FOR_GOOD, TRACES
from mentor_tui.screens.base import FOR_ANYONE
from mentor_tui.screens.hinted import HintedDialog
from store.erasing import Wish, look_at_pages
from store.errors import MentorError
from store.text import clean_line, first_words
from widgets.key_hints import KeyHint, KeyHints
from widgets.row import Column, Gap, Heading, Item, Row
from widgets.row_list import QuietList, RowList

if TYPE_CHECKING:
    from store.erasing import PagesLook

_COLUMNS = (Column(least=24, wraps=True),)
_BEGINNING, _SHOWN = 60, 3
"""Characters of a page, and of how many."""


class BurnScreen(HintedDialog, ModalScreen[None]):
    """The cursor stands on letting them stay; burning is a row further down."""

    CSS_PATH = "burn.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close", show=False, id="burn.close", tooltip="Burn nothing."),
        Binding("pageup", "page(-1)", "Up", show=False, id="burn.up", tooltip="A page up."),
        Binding("pagedown", "page(1)", "Down", show=False, id="burn.down", tooltip="A page down."),
    ]
    AUTO_FOCUS = "#burn-choices"

    def __init__(self, pages: tuple[int, ...]) -> None:
        """For these pages, by number."""
        super().__init__()
        self._wish = Wish((), pages=pages)

    def compose(self) -> ComposeResult:
        """What it reaches, that nothing brings it back, the two choices, the keys."""
        many = len(self._wish.pages)
        with Vertical(classes="dialog", id="burn") as box:
            box.border_title = "burn this page" if many == 1 else f"burn {many} pages"
            yield Static(Content("\n".join(self._firsts())), id="burn-pages")
            with VerticalScroll(id="burn-found", can_focus=False):
                yield QuietList(_COLUMNS, id="burn-list", empty="Looking everywhere ...", classes=FOR_ANYONE)
            yield Static(Content(f"{FOR_GOOD} {TRACES}"), id="burn-asked", classes=FOR_ANYONE)
            yield RowList((Column(),), id="burn-choices", classes=FOR_ANYONE)
            keys = (
                KeyHint("enter", "choose", "choose"),
                KeyHint("esc", "burn nothing", "close"),
                KeyHint("pgdn", "read on", "page(1)"),
            )
            yield KeyHints(keys, id="burn-keys")

    def on_mount(self) -> None:
        """Look everywhere, which may take a moment; nothing stands still meanwhile."""
        self.query_one("#burn-choices", RowList).show_items([Row("stay", (self._stays,))])
        self.run_worker(self._look(), exclusive=True)

    @on(RowList.Opened, "#burn-choices")
    def chosen(self, event: RowList.Opened) -> None:
        """Do what stands there."""
        self.dismiss(None)
        if event.key == "burn":
            self.mentor.call_later(self.mentor.erase, self._wish)

    def action_choose(self) -> None:
        """What enter does."""
        self.query_one("#burn-choices", RowList).action_open()

    def action_page(self, pages: int) -> None:
        """Scroll."""
        box = self.query_one("#burn-found", VerticalScroll)
        box.scroll_relative(y=pages * max(box.size.height - 2, 1), animate=False)

    def action_close(self) -> None:
        """Burn nothing."""
        self.dismiss(None)

    async def _look(self) -> None:
        copies = self.mentor.settings.backup_to
        place = Path(copies).expanduser() if copies else None
        try:
            found = await asyncio.to_thread(look_at_pages, self.mentor.caseload.folder, self._wish, place)
        except MentorError as error:
            self.query_one("#burn-asked", Static).update(Content(str(error)))
            return
        self._show(found)

    def _show(self, found: PagesLook) -> None:
        items: list[Item] = []
        for heading, lines in groups(found, self._wish):
            items += [*([Gap()] if items else []), Heading(heading)]
            items += [Row(f"{heading}{at}", (((line, ""),),)) for at, line in enumerate(lines)]
        self.query_one("#burn-list", QuietList).show_items(items)
        burns = "burn it for good" if len(self._wish.pages) == 1 else "burn them for good"
        choices = [Row("stay", (self._stays,)), Row("burn", (burns,))]
        self.query_one("#burn-choices", RowList).show_items(choices)

    def _firsts(self) -> list[str]:
        """Their beginnings, a line each, as far as there is room."""
        kept = [page for page in self.mentor.notebook.reflections() if page.id in self._wish.pages]
        lines = [first_words(clean_line(page.words or page.feeling), _BEGINNING) for page in kept[:_SHOWN]]
        more = [f"and {len(kept) - _SHOWN} more"] if len(kept) > _SHOWN else []
        return [*lines, *more] or ["removed before, and still in the history"]

    @property
    def _stays(self) -> str:
        return "let it stay" if len(self._wish.pages) == 1 else "let them stay"
