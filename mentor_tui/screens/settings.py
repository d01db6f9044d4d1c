"""Settings: how it looks, her own words, backups, where everything lies."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from textual import events, on, work
from textual.app import ComposeResult
from textual.worker import Worker, WorkerState

from mentor_tui.keys import bindings, hints
from mentor_tui.opening_files import open_file
from mentor_tui.own_backup import renew_the_envelope
from mentor_tui.own_sentences import change_limits, change_number
from mentor_tui.screens.base import FOR_ANYONE, PlaceScreen
from mentor_tui.screens.change_passphrase import CHANGED, ChangePassphraseScreen
from mentor_tui.screens.colours import ColoursScreen
from mentor_tui.screens.made_files import MadeFilesScreen
from mentor_tui.screens.one_line import OneLineScreen
from mentor_tui.screens.own_curve import change_curve
from mentor_tui.screens.own_keys import OwnKeysScreen
from mentor_tui.screens.own_words import OwnWords, change_words
from mentor_tui.settings import Settings
from mentor_tui.settings_rows import COLUMNS, next_how_often, next_minutes, next_months, setting_items
from store import backup
from store.backup_keeping import with_keys
from store.backup_proof import proofs, verify
from store.curve import kept_curve
from store.errors import MentorError
from store.vocabulary import rename
from widgets.row_list import RowList
from widgets.status_bar import StatusBar

_HINTS = (("enter", "change", "open"), ("a", "make a backup", "add"), *hints(("note", "find", "help")))
_MAKING = "making one, and bringing it back once to prove it ..."
_COPIES = (
    "A folder on a stick, or one that is synced, outside your data folder. It gets a copy of each backup the "
    "program makes by itself; where it is not plugged in, the rest goes on. An empty line: no copies."
)
_PROVING = "bringing it back once to prove it ..."


class SettingsScreen(PlaceScreen):
    """Each setting in a row; enter changes it, or does what the row says."""

    CSS_PATH = "settings.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "Enter changes what is under the cursor, or does what it says. {add} makes a backup and proves it by "
        "bringing it back. Keep a copy somewhere else; in the shell, mentor backup restore NAME brings one "
        "back, and sets what you have now aside."
    )
    HINTS = ("open", "add", "note", "find", "help")
    BINDINGS = bindings("open", "add")
    AUTO_FOCUS = "#settings"

    def __init__(self) -> None:
        super().__init__()
        self._at_work = ""

    def compose_body(self) -> ComposeResult:
        """One list."""
        yield RowList(COLUMNS, id="settings", classes=FOR_ANYONE)

    def read(self) -> None:
        """Look at the settings and the backups."""
        path = self.mentor.caseload.folder.path
        try:
            backups = backup.listing(path)
        except MentorError as error:
            backups = ()
            self.mentor.voice.trouble(str(error))
        self.say_heading("Settings")
        self.query_one("#status", StatusBar).show_hints(_HINTS)
        items = setting_items(self.mentor, backups, proofs(path), self._at_work)
        self.query_one("#settings", RowList).show_items(items)

    def action_add(self) -> None:
        """Make a backup, and prove it."""
        if not self._at_work:
            self._at_work = _MAKING
            self.read_again()
            self._make_backup()

    def action_open(self) -> None:
        """Enter, or a click on its hint."""
        self.query_one("#settings", RowList).action_open()

    @on(RowList.Opened, "#settings")
    def open_row(self, event: RowList.Opened) -> None:
        """Change a setting, or do what the row says."""
        name = event.key.removeprefix("backup ")
        if name != event.key:
            self._prove_again(name)
        elif doing := (self._asking() | self._turning()).get(event.key):
            doing()

    def _asking(self) -> dict[str, Callable[[], object]]:
        """What a row opens."""
        mentor = self.mentor
        return {
            "colours": lambda: mentor.push_screen(ColoursScreen(mentor), self._keep_colours),
            "words": lambda: change_words(mentor, self._use_words),
            "curve": lambda: change_curve(
                mentor, lambda text: self._use(replace(mentor.settings, release_curve=text))
            ),
            "told-first": lambda: change_limits(mentor, self._use),
            "emergency": lambda: change_number(mentor, self._use),
            "passphrase": lambda: mentor.push_screen(ChangePassphraseScreen(), self._passphrase_changed),
            "lock": mentor.action_lock,
            "envelope": self._seal_envelope,
            "agreements": lambda: mentor.open_dialog("agreements"),
            "files": lambda: mentor.push_screen(MadeFilesScreen()),
            "history": lambda: mentor.open_dialog("history"),
            "hint-words": lambda: mentor.open_dialog("hint-words"),
            "templates": lambda: mentor.open_dialog("templates"),
            "keys": lambda: mentor.push_screen(OwnKeysScreen()),
            "copies": self._ask_where_copies_go,
            "backup": self.action_add,
            "folder": self._open_folder,
            "older": self._open_folder,
        }

    def _turning(self) -> dict[str, Callable[[], object]]:
        """What a row turns, there and back."""
        now = self.mentor.settings
        minutes = next_minutes(now.lock_after_minutes)
        return {
            "order": lambda: self._use(replace(now, day_first=not now.day_first)),
            "lock-after": lambda: self._use(replace(now, lock_after_minutes=minutes)),
            "questions": lambda: self._use(replace(now, questions=next_how_often(now.questions))),
            "still-needed": lambda: self._use(replace(now, keep_months=next_months(now.keep_months))),
            "lens": lambda: self._use(replace(now, lens_at_start=not now.lens_at_start)),
            "hints": lambda: self._use(replace(now, hints=not now.hints)),
            "automatic": lambda: self._use(replace(now, auto_backup=not now.auto_backup)),
        }

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A backup is made or proved, or could not be."""
        if event.state not in (WorkerState.SUCCESS, WorkerState.ERROR):
            return
        if event.worker.name != "_open_folder":
            self._at_work = ""
        self.read_again()
        if event.state is WorkerState.ERROR:
            error = event.worker.error
            known = str(error) if isinstance(error, MentorError) else "That did not work; nothing changed."
            self.mentor.trouble(known)

    def on_resize(self, event: events.Resize) -> None:
        """Wrap again."""
        self.call_after_refresh(self.read_again)

    @work(thread=True, exit_on_error=False)
    def _make_backup(self) -> backup.Backup:
        folder = self.mentor.caseload.folder
        made = backup.create(folder, self.mentor.clock)
        proved = verify(made.path, self.mentor.clock, with_keys(folder.keys))
        tell = partial(self.mentor.call_from_thread, self.mentor.trouble)
        renew_the_envelope(folder, self.mentor.clock, tell)
        return proved

    @work(thread=True, exit_on_error=False)
    def _prove(self, name: str) -> backup.Backup:
        folder = self.mentor.caseload.folder
        return verify(backup.named(folder.path, name), self.mentor.clock, with_keys(folder.keys))

    @work(thread=True, exit_on_error=False)
    def _open_folder(self) -> None:
        open_file(self.mentor.caseload.folder.path)

    def _seal_envelope(self) -> None:
        from mentor_tui.envelope_begun import seal_or_begin  # wakes what draws reports

        seal_or_begin(self.mentor)

    def _prove_again(self, name: str) -> None:
        if not self._at_work:
            self._at_work = _PROVING
            self.read_again()
            self._prove(name)

    def _ask_where_copies_go(self) -> None:
        screen = OneLineScreen("copies of backups go to", self.mentor.settings.backup_to, _COPIES)
        self.mentor.push_screen(screen, self._use_place)

    def _use_place(self, typed: str | None) -> None:
        if typed is not None:
            self._use(replace(self.mentor.settings, backup_to=typed))

    def _passphrase_changed(self, is_changed: bool | None) -> None:
        if is_changed:
            self.mentor.trouble(CHANGED)

    def _keep_colours(self, name: str | None) -> None:
        if name:
            self.mentor.use_theme(name)

    def _use_words(self, own: OwnWords) -> None:
        self._use(replace(self.mentor.settings, lists=own))

    def _use(self, settings: Settings) -> None:
        rename(settings.lists)
        self.mentor.caseload.day_first = settings.day_first
        self.mentor.caseload.release_curve = kept_curve(settings.release_curve)
        self.mentor.keep(settings)
        self.read_again()
