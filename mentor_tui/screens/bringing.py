"""What the dialogs that bring in a file share: it is looked at in a thread, shown, backed up, brought in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from textual import on, work
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.worker import Worker, WorkerState

from mentor_tui.screens.hinted import HintedDialog
from store.errors import MentorError
from store.saved import Saved
from store.text import clean_line

Found = TypeVar("Found")


class BringingScreen(HintedDialog, ModalScreen[Saved | None], Generic[Found]):
    """Gives what was saved, or None. It has a line `#write-path` for the place, `#write-said` beneath it."""

    def __init__(self, place: str = "~/") -> None:
        """A line for a path, with a place in it."""
        super().__init__()
        self.place = place
        self.found: Found | None = None
        """What lies at the place that stands in the line; None before it was looked at."""
        self.is_busy = False
        self._is_bringing = False

    def show_found(self, found: Found | None) -> None:
        """Keep and show what was found; None takes it away."""
        raise NotImplementedError

    def was_found(self) -> None:
        """What is done once it is shown."""

    def has_new(self, found: Found) -> bool:
        """Whether anything of it would be written."""
        raise NotImplementedError

    def bring(self, found: Found) -> Saved:
        """Write it, as one act.

        Raises:
            MentorError: it could not be written; nothing was changed.
        """
        raise NotImplementedError

    def look(self, looking: Callable[[], Found | None]) -> None:
        """Look at something in a thread, and show it."""
        self._begin("looking ...", looking)

    def bring_in(self, looking_again: Callable[[], Found | None]) -> None:
        """Back up, look once more, since that took its time, and bring in what is new."""
        self._is_bringing = True
        self._begin("bringing in ...", lambda: self._backed_up(looking_again))

    def _begin(self, saying: str, doing: Callable[[], Found | None]) -> None:
        self.is_busy = True
        self.say_beneath(saying)
        self._work(doing)

    # In a thread: a large file takes seconds, a backup too, and the screen must stay alive.
    @work(thread=True, exit_on_error=False)
    def _work(self, doing: Callable[[], Found | None]) -> Found | None:
        return doing()

    def _backed_up(self, looking_again: Callable[[], Found | None]) -> Found | None:
        from mentor_tui.own_backup import backed_up

        mentor, untold = self.mentor, list[str]()
        backed_up(mentor.caseload.folder, mentor.clock, mentor.settings, "import", untold.append)
        return looking_again()

    @on(Input.Changed, "#write-path")
    def path_changed(self) -> None:
        """Another place has to be looked at first."""
        if self.found is not None and not self.is_busy:
            self.show_found(None)
            self.say_beneath("")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Looked at, or not and why."""
        if event.state is WorkerState.SUCCESS:
            self.is_busy = False
            if self._is_bringing:
                self._bring(event.worker.result)
            else:
                self.show_found(event.worker.result)
                self.was_found()
        elif event.state is WorkerState.ERROR:
            self.is_busy = self._is_bringing = False
            error = event.worker.error
            known = str(error) if isinstance(error, MentorError) else ""
            self.say(known or "It could not be read, for a reason unknown here. Nothing was changed.")

    def _bring(self, found: Found | None) -> None:
        self._is_bringing = False
        if found is None or not self.has_new(found):
            self.show_found(found)
            return
        try:
            saved = self.bring(found)
        except MentorError as error:
            self.say(str(error))
        else:
            self.dismiss(saved)

    def action_close(self) -> None:
        """Bring in nothing; what is under way is waited for."""
        if not self.is_busy:
            self.dismiss(None)

    def say(self, sentence: str) -> None:
        """Say what went wrong."""
        self.say_beneath(sentence, is_trouble=True)

    def say_beneath(self, sentence: str, *, is_trouble: bool = False) -> None:
        """Say how it stands, beneath the line."""
        said = self.query_one("#write-said", Static)
        said.update(Content(clean_line(sentence)))
        said.set_class(bool(sentence), "-said")
        said.set_class(is_trouble, "trouble")
