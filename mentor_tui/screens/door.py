"""What stands before the open books: a page of few words in the middle, with its keys at the foot.

Nothing on such a page is about anybody. It asks no caseload, and the app's own keys do not work on it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from mentor_tui.screens.base import FOR_ANYONE
from mentor_tui.screens.hinted import HintedDialog
from store.errors import MentorError
from widgets.heading import Heading
from widgets.key_hints import KeyHint, KeyHints
from widgets.secret_field import SecretField

T = TypeVar("T")
STAYS_LOCKED = "It stays locked."


class DoorScreen(HintedDialog, Screen[Any]):
    """For a page before the books are open."""

    is_before_the_books = True
    CSS_PATH = "door.tcss"
    HEADING: ClassVar[tuple[str, str]] = ("mentor", "")
    """The title, and the word at the right."""
    KEYS: ClassVar[tuple[KeyHint, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "close", "Close", show=False, id="door.close", tooltip="Back, or out of the program."
        ),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._is_busy = False
        self._is_dropped = False
        """She locked again while something was being opened."""

    def compose(self) -> ComposeResult:
        """Heading, the page, the keys."""
        yield Heading(self.HEADING[0], id="heading").add_class(FOR_ANYONE)
        with VerticalScroll(id="door", can_focus=False), Vertical(id="door-page"):
            yield from self.compose_page()
        yield KeyHints(self.KEYS, id="door-keys")

    def compose_page(self) -> ComposeResult:
        """What stands in the middle."""
        yield from ()

    def on_mount(self) -> None:
        """Say where she is."""
        self.query_one("#heading", Heading).say(self.HEADING[0], "", self.HEADING[1])

    @property
    def secrets(self) -> list[SecretField]:
        """The lines to type into, in order."""
        return list(self.query(SecretField))

    def say(self, sentence: str, *, quietly: bool = False) -> None:
        """Say a sentence under the lines; "" takes it away."""
        said = self.query_one("#door-said", Static)
        said.update(Content(sentence))
        said.set_class(not quietly, "-trouble")

    async def while_it_works(self, words: str, work: Callable[[], T]) -> T | None:
        """What slow work gives, or None where it was refused, which is said. Nothing stands still meanwhile.

        Args:
            words: what is said as long as it lasts.
            work: runs in a thread.
        """
        if self._is_busy:
            return None
        self._wait(True)
        self._is_dropped = False
        self.say(words, quietly=True)
        refusal = ""
        try:
            done = await asyncio.to_thread(work)
            return None if self._is_dropped else done
        except MentorError as error:
            refusal = str(error)
            return None
        finally:
            if self.is_mounted:
                self._wait(False)
                self.say(STAYS_LOCKED if self._is_dropped else refusal, quietly=self._is_dropped)

    def drop(self) -> bool:
        """What is being opened stays shut; whether something was."""
        if self._is_busy:
            self._is_dropped = True
            self.say(f"{STAYS_LOCKED} One moment ...", quietly=True)
        return self._is_busy

    def action_show_typed(self) -> None:
        """Show what is typed, or dots again."""
        is_shown = any(field.password for field in self.secrets)
        for field in self.secrets:
            field.show(is_shown)

    def action_close(self) -> None:
        """Back to where she came from."""
        self.dismiss(None)

    def _wait(self, is_busy: bool) -> None:
        self._is_busy = is_busy
        for field in self.secrets:
            field.disabled = is_busy


def words(text: str, kind: str = "") -> Static:
    """A paragraph of the page.

    Args:
        kind: "title", "quiet", or "" for plain words.
    """
    return Static(Content(text), classes=f"for-anyone door-{kind or 'words'}")
