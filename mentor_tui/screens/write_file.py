"""Where to write a file: what it will hold, and a path; enter writes, and never over something else."""

import os
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState

from mentor_tui.screens.base import FOR_ANYONE
from mentor_tui.screens.hinted import HintedDialog
from mentor_tui.ways_out import free_place, shown_path, typed_path
from store.errors import MentorError
from store.text import clean_line, clean_lines
from widgets.key_hints import KeyHint, KeyHints
from widgets.typed_line import TypedLine

_KEYS = (KeyHint("enter", "write", "write"), KeyHint("esc", "close", "close"))
_READ_ON = KeyHint("↓", "read on", "read_on('pagedown')")
_LONG = 1.0
"""Seconds after which it says how long it has been writing."""


class WriteFileScreen(HintedDialog, ModalScreen[Path | None]):
    """Gives the place it wrote to, or None."""

    CSS_PATH = "write_file.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False, id="write-file.close", tooltip="Write nothing."),
        *(
            Binding(
                key, f"read_on('{key}')", "Read on", show=False, id=f"write-file.{key}", tooltip="Read on."
            )
            for key in ("up", "down", "pageup", "pagedown")
        ),
    ]

    def __init__(
        self,
        title: str,
        place: Path,
        caution: str,
        write: Callable[[Path], object],
        *,
        preview: str = "",
        for_anyone: bool = False,
    ) -> None:
        """A line with a place in it.

        Args:
            caution: what to know before it lies there.
            write: writes to a place where nothing is yet; runs in a thread.
            preview: what it will hold, as it reads; "" where that is not shown.
            for_anyone: nobody's name and nobody's words are in the preview: the privacy lens leaves it.
        """
        super().__init__()
        self._preview = preview
        self._class = FOR_ANYONE if for_anyone else None
        self._title = title
        self._place = place
        self._caution = caution
        self._do_write = write
        self._is_writing = False
        self._begun = 0.0
        self._offered = ""

    def compose(self) -> ComposeResult:
        """The line, what to know, the keys."""
        with Vertical(id="write-file", classes="dialog") as box:
            box.set_class(bool(self._preview), "-with-preview")
            box.border_title = Content(clean_line(self._title)).markup
            if self._preview:
                with VerticalScroll(id="write-preview", can_focus=False):
                    yield Static(Content(clean_lines(self._preview)), classes=self._class)
            yield TypedLine(shown_path(self._place), id="write-path", compact=True, select_on_focus=False)
            yield Static(Content(self._caution), id="write-caution", classes=FOR_ANYONE)
            yield Static("", id="write-said", markup=False, classes=FOR_ANYONE)
            yield KeyHints((*_KEYS, _READ_ON) if self._preview else _KEYS, id="write-keys")

    @on(Input.Submitted, "#write-path")
    def action_write(self) -> None:
        """Write, or say why not and offer a name that is free."""
        if self._is_writing:
            return
        try:
            path = typed_path(self.query_one("#write-path", Input).value)
        except MentorError as error:
            self._say(str(error))
            return
        if os.path.lexists(path):
            free = free_place(path)
            self._offered = self.query_one("#write-path", Input).value = shown_path(free)
            self._say(f"{path.name} is there already and was left as it is. Enter writes {free.name}.")
            return
        self._is_writing = True
        self._say("writing ...", is_trouble=False)
        self._begun = monotonic()
        self.set_interval(_LONG, self._say_how_long)
        self._place = path
        self._write(path)

    @on(Input.Changed, "#write-path")
    def path_changed(self) -> None:
        """What was said of the place before it is over."""
        if not self._is_writing and self.query_one("#write-path", Input).value != self._offered:
            self._say("")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Written, or not and why."""
        if event.state is WorkerState.SUCCESS:
            self.dismiss(self._place)
        elif event.state is WorkerState.ERROR:
            self._is_writing = False
            error = event.worker.error
            known = str(error) if isinstance(error, MentorError) else ""
            self._say(known or "It was not written, for a reason unknown here. Try another place.")

    def action_read_on(self, key: str) -> None:
        """Move what is previewed; the line keeps the keys for its words."""
        for preview in self.query("#write-preview").results(VerticalScroll):
            page = preview.size.height - 1
            rows = {"up": -1, "down": 1, "pageup": -page, "pagedown": page}[key]
            preview.scroll_relative(y=rows, animate=False, force=True)

    def action_close(self) -> None:
        """Write nothing; what is being written is waited for."""
        if not self._is_writing:
            self.dismiss(None)

    # In a thread: a long record takes seconds, and the screen must stay alive meanwhile.
    @work(thread=True, exit_on_error=False)
    def _write(self, path: Path) -> None:
        self._do_write(path)

    def say(self, sentence: str) -> None:
        """Say what went wrong."""
        self._say(sentence)

    def _say_how_long(self) -> None:
        if self._is_writing:
            self._say(f"writing ... {monotonic() - self._begun:.0f} s", is_trouble=False)

    def _say(self, sentence: str, *, is_trouble: bool = True) -> None:
        said = self.query_one("#write-said", Static)
        said.update(Content(clean_line(sentence)))
        said.set_class(bool(sentence), "-said")
        said.set_class(is_trouble, "trouble")
