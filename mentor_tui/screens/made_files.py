"""Files you made: what was written out and still lies on a disk, opened or removed from here."""

from __future__ import annotations

from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.worker import Worker, WorkerState

from mentor_tui.keys import action, bindings, hints, told
from mentor_tui.made_file_rows import COLUMNS, EMPTY, items
from mentor_tui.opening_files import open_file
from mentor_tui.screens.base import PlaceScreen
from mentor_tui.screens.dialog import AskScreen
from store.errors import MentorError
from store.made_files import TRACES, MadeFile, MadeFiles
from store.text import clean_line
from widgets.row_list import RowList
from widgets.status_bar import StatusBar

_HINTS = (("enter", "open", "open"), ("d", "remove", "done"), *hints(("back", "help")))


class MadeFilesScreen(PlaceScreen):
    """Reports, exports and the notebook, where they were put."""

    CSS_PATH = "made_files.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "Every file that was written out from here and still lies where it was put. They are not encrypted: "
        "keep one only as long as you need it. enter opens one; {done} removes it, if it is still the file "
        "that was written. A disk, a backup or a sync service may keep traces of what was removed."
    )
    SAYS = {
        "open": "Open the file.",
        "done": "Remove the file from the disk; asks first.",
    }
    HINTS = ("open", "done", "back", "help")
    BINDINGS = bindings("open", "done")
    AUTO_FOCUS = "#made-files"

    def __init__(self, at: str = "") -> None:
        """The list.

        Args:
            at: the name of the file to put the cursor on.
        """
        super().__init__()
        self._at = at

    def compose_body(self) -> ComposeResult:
        """One list."""
        yield RowList(COLUMNS, id="made-files", empty=told(EMPTY))

    def on_mount(self) -> None:
        """Come to the file that was asked for."""
        if self._at:
            self.list.highlight(self._at)

    def read(self) -> None:
        """Look which of them are still there, and whether they are as they were."""
        found = self.files.on_disk()
        self.say_heading("Files you made", facts=f"{len(found)} still there" if found else "")
        self.query_one("#status", StatusBar).show_hints(_HINTS)
        as_made = {made: self.files.is_as_made(made) for made in found}
        self.list.show_items(items(as_made, self.mentor.clock.now()))

    @property
    def files(self) -> MadeFiles:
        """The list of the data folder."""
        return MadeFiles.of(self.mentor.caseload.folder)

    @property
    def list(self) -> RowList:
        """The list on the screen."""
        return self.query_one("#made-files", RowList)

    def file_here(self) -> MadeFile | None:
        """The file under the cursor."""
        key = self.list.highlighted_key
        return next((made for made in self.files.on_disk() if made.name == key), None)

    @on(RowList.Opened, "#made-files")
    def action_open(self) -> None:
        """Open the file under the cursor."""
        if made := self.file_here():
            self._open(made.path)

    def action_done(self) -> None:
        """Remove the file under the cursor; it is asked once, since this cannot be undone."""
        made = self.file_here()
        if made is None:
            return
        question = f"Remove “{clean_line(made.path.name)}” from the disk? This cannot be undone. {TRACES}"

        def answered(yes: bool | None) -> None:
            if yes:
                self._remove(made)

        self.mentor.push_screen(AskScreen(question, "remove", also=action("done").keys_now), answered)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A file that could not be opened: say where it is."""
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            known = str(error) if isinstance(error, MentorError) else "It could not be opened from here."
            self.mentor.trouble(known)

    @work(thread=True, exit_on_error=False)
    def _open(self, path: Path) -> None:
        open_file(path)

    def _remove(self, made: MadeFile) -> None:
        try:
            self.files.remove(made)
        except MentorError as error:
            self.mentor.trouble(str(error))
        else:
            self.mentor.trouble(f"Removed. {TRACES}")
        self.read_again()
