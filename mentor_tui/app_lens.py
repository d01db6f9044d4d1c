"""The privacy lens over the whole program: one place through which everything on the screen passes.

A widget that says nothing of itself is hidden, so that a screen that forgets the lens shows dots and never
a person. What is for anyone to see says so: a class of widgets by `for_anyone`, one widget by the CSS class
`for-anyone`, a piece of one by `widgets.lens.marked`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any
from weakref import WeakSet, ref

from textual import events
from textual.command import CommandPalette
from textual.geometry import Region
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, TextArea

from mentor_tui.screens.base import FOR_ANYONE, PlaceScreen
from mentor_tui.textual_private import AppWithQuietCrash
from store.text import clean_line
from widgets.lens import Lens

if TYPE_CHECKING:
    from mentor_tui.books import Books
    from mentor_tui.voice import Voice
    from store.folder import DataFolder

_TYPING = {"backspace", "delete", "left", "right", "home", "end", "ctrl+h"}
"""Keys besides signs that say: she is at work in this field."""


class AppLens(AppWithQuietCrash[str]):
    """An app that can hide whoever it is about."""

    books: Books | None
    voice: Voice
    lens_on = False
    """Whether the lens is on."""

    def __init__(self) -> None:
        super().__init__()
        self._lens = Lens()
        self._heard: ref[DataFolder] | None = None
        """The folder whose news is heard; it goes when it is closed."""
        self._names_changed = True
        self._typed_into: WeakSet[MessagePump] = WeakSet()

    def action_lens(self) -> None:
        """On, or off again; nothing but the picture changes."""
        self.lens_on = not self.lens_on
        for screen in self.screen_stack:
            if isinstance(screen, PlaceScreen) and screen.is_mounted:
                screen.show_status()
            for widget in (screen, *screen.walk_children(Widget)):
                widget.refresh()

    def drawn(self, widget: Widget, draw: Callable[[Region], list[Strip]], part: Region) -> list[Strip]:
        """A part of a widget as it may be seen."""
        # A dialog draws the screens beneath it, which have passed here already.
        if not self.lens_on or isinstance(widget, Screen):
            return draw(part)
        if widget in self._typed_into and widget.has_focus:
            return draw(part)
        self._learn_names()
        # All of it, so that a name is seen whole and a quote from its beginning.
        size = widget.outer_size
        whole = draw(Region(0, 0, max(size.width, part.right), max(size.height, part.bottom)))
        seen = self._lens.look(whole, "own" if _is_for_anyone(widget) else "")
        return [strip.crop(part.x, part.right) for strip in seen[part.y : part.bottom]]

    def was_told(self, widget: MessagePump, message: Message) -> None:
        """A field that is typed into shows its words until it is left."""
        if not isinstance(widget, Input | TextArea):
            return
        if isinstance(message, events.Blur):
            self._typed_into.discard(widget)
        elif isinstance(message, events.Paste) or (
            isinstance(message, events.Key) and (message.is_printable or message.key in _TYPING)
        ):
            self._typed_into.add(widget)

    def forget_names(self) -> None:
        """Know nobody any more: the books are closed."""
        self._lens, self._names_changed = Lens(), True

    def _learn_names(self) -> None:
        folder = self.books.folder if self.books else None
        if folder is not None and (self._heard is None or self._heard() is not folder):
            folder.subscribe(self._hear_news)
            self._heard, self._names_changed = ref(folder), True
        if self._names_changed:
            self._names_changed = False
            self._lens.initials.learn(self._names())

    def _names(self) -> Iterator[str]:
        if self.books is None:
            return
        caseload = self.books.caseload
        for client in sorted(caseload.people(), key=lambda client: client.id):
            yield clean_line(client.name)
        # Who was taken out is still named by what undo would bring back, or has taken back.
        past = caseload.next_undo()
        said, dot, _ = self.voice.words.rpartition(" · ")  # behind the last dot stands a key
        for words in (past.label if past else "", said if dot else self.voice.words):
            yield from map(clean_line, words.split(", ")[1:])

    def _hear_news(self, *_: Any) -> None:
        self._names_changed = True


def _is_for_anyone(widget: Widget) -> bool:
    if isinstance(widget, Input):
        return not widget.value  # what stands in an empty line is its hint
    if isinstance(widget, TextArea):
        return not widget.text
    if widget.has_class(FOR_ANYONE) or getattr(widget, "for_anyone", False):
        return True
    # A dialog's own part of the screen is its frame, with its title; the palette lists what can be done.
    return widget.has_class("dialog") or isinstance(widget.screen, CommandPalette)
