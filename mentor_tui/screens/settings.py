"""Settings: how it looks, her own words, backups, where everything lies."""

from dataclasses import replace

from textual import events, on, work
from textual.app import ComposeResult
from textual.worker import Worker, WorkerState

from mentor_tui.keys import bindings, hints, told
from mentor_tui.opening_files import open_file
from mentor_tui.screens.base import FOR_ANYONE, PlaceScreen
from mentor_tui.screens.change_passphrase import CHANGED, ChangePassphraseScreen
from mentor_tui.screens.colours import ColoursScreen
from mentor_tui.screens.made_files import MadeFilesScreen
from mentor_tui.screens.one_line import OneLineScreen
from mentor_tui.screens.own_keys import OwnKeysScreen
from mentor_tui.screens.own_words import OwnWords, change_words
from mentor_tui.settings import Settings
from mentor_tui.settings_rows import COLUMNS, LOCK_AFTER, setting_items
from store import backup
from store.backup_keeping import with_keys
from store.backup_proof import proofs, verify
from store.curve import DEFAULT_CURVE, curve_text, kept_curve, read_curve
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
_CURVE = (
    "Days after a release on which Today says it, while you two agreed no rhythm and planned no next touch. "
    "An empty line: 0, 3, 14, 30, 90, the usual days. none: no such days. A person may have their own "
    "({edit})."
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
        elif event.key == "colours":
            self.mentor.push_screen(ColoursScreen(self.mentor), self._keep_colours)
        elif event.key == "order":
            self._use(replace(self.mentor.settings, day_first=not self.mentor.settings.day_first))
        elif event.key == "curve":
            self._ask_curve(self.mentor.settings.release_curve)
        elif event.key == "lock":
            self.mentor.action_lock()
        elif event.key == "lock-after":
            self._use(replace(self.mentor.settings, lock_after_minutes=self._next_minutes()))
        elif event.key == "passphrase":
            self.mentor.push_screen(ChangePassphraseScreen(), self._passphrase_changed)
        elif event.key == "lens":
            self._use(replace(self.mentor.settings, lens_at_start=not self.mentor.settings.lens_at_start))
        elif event.key == "files":
            self.mentor.push_screen(MadeFilesScreen())
        elif event.key == "history":
            self.mentor.open_dialog("history")
        elif event.key == "templates":
            self.mentor.open_dialog("templates")
        elif event.key == "words":
            change_words(self.mentor, self._use_words)
        elif event.key == "backup":
            self.action_add()
        elif event.key == "automatic":
            self._use(replace(self.mentor.settings, auto_backup=not self.mentor.settings.auto_backup))
        elif event.key == "copies":
            self._ask_where_copies_go()
        elif event.key == "keys":
            self.mentor.push_screen(OwnKeysScreen())
        elif event.key in ("folder", "older"):
            self._open_folder()

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
        return verify(made.path, self.mentor.clock, with_keys(folder.keys))

    @work(thread=True, exit_on_error=False)
    def _prove(self, name: str) -> backup.Backup:
        folder = self.mentor.caseload.folder
        return verify(backup.named(folder.path, name), self.mentor.clock, with_keys(folder.keys))

    @work(thread=True, exit_on_error=False)
    def _open_folder(self) -> None:
        open_file(self.mentor.caseload.folder.path)

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

    def _ask_curve(self, shown: str) -> None:
        self.mentor.push_screen(OneLineScreen("days after a release", shown, told(_CURVE)), self._use_curve)

    def _use_curve(self, typed: str | None) -> None:
        if typed is None:
            return
        try:
            curve = read_curve(typed)
        except MentorError as error:
            self._ask_curve(typed)
            self.mentor.trouble(str(error))
            return
        text = curve_text(DEFAULT_CURVE if curve is None else curve)
        self._use(replace(self.mentor.settings, release_curve=text))

    def _next_minutes(self) -> int:
        """The one after the one that is set."""
        now = self.mentor.settings.lock_after_minutes
        at = LOCK_AFTER.index(now) if now in LOCK_AFTER else -1
        return LOCK_AFTER[(at + 1) % len(LOCK_AFTER)]

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
