"""Where things lie in a data folder, and what its files are called."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FORMAT = 1
"""Of the files; a newer one is only read."""

SCHEMA = 1
"""Of the records; a newer one is only read."""

CASELOAD = "caseload"
NOTEBOOK = "notebook"

# Named here and not taken from `store.records`, which costs 50 ms to import; a test holds them together.
CASELOAD_ORDER = (
    "clients",
    "appointments",
    "promises",
    "goals",
    "referrals",
    "services",
    "consents",
    "end_conversations",
    "check_ins",
    "absences",
    "saved_views",
    "note_templates",
    "hint_words",
    "closed_months",
    "handed_on",
    "envelopes",
    "contacts",
)
NOTEBOOK_ORDER = ("reflections", "themes_seen", "question_choices", "own_questions", "supports")

LARGE_TABLE = "contacts"
"""Written last in its snapshot and read only when it is asked for."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The places inside one data folder."""

    path: Path
    ending: str = ""
    """What follows ".json" in a snapshot's name: ".age" where it is encrypted."""

    @property
    def is_there(self) -> bool:
        """Whether this is a data folder, even one that has lost a file. OSError if nobody may look."""
        return self.card.exists() or self.journal(CASELOAD).exists()

    @property
    def card(self) -> Path:
        """`store.json`: format, store id and public keys; nothing personal."""
        return self.path / "store.json"

    @property
    def identity(self) -> Path:
        """The keys, wrapped by the passphrase; stock `age -i` takes it."""
        return self.path / "identity.age"

    @property
    def recovery(self) -> Path:
        """The same keys, wrapped by the recovery key."""
        return self.path / "recovery.age"

    @property
    def rekeyed(self) -> Path:
        """Names the old folders, under other keys, that go once this one was opened."""
        return self.path / "rekeyed"

    @property
    def lock(self) -> Path:
        """The one lock of both ledgers."""
        return self.path / "lock"

    @property
    def history(self) -> Path:
        """Journals that were folded into a snapshot, as they were."""
        return self.path / "history"

    @property
    def quarantine(self) -> Path:
        """Set aside, never thrown away."""
        return self.path / "quarantine"

    @property
    def backups(self) -> Path:
        """Archives made by `mentor backup`."""
        return self.path / "backups"

    @property
    def made_files(self) -> Path:
        """Where files lie that were written out on request, a line each."""
        return self.path / "made-files"

    @property
    def folders(self) -> tuple[Path, ...]:
        """Every folder inside."""
        inside = (self.path / name for name in ("history", "inbox", "drafts", "quarantine", "backups"))
        return (*inside, self.made_files)

    def snapshot(self, ledger: str) -> Path:
        """TinyDB's own JSON, one document a line."""
        return self.path / f"{ledger}.json{self.ending}"

    def journal(self, ledger: str) -> Path:
        """What was saved since the snapshot, one line a commit."""
        return self.path / f"{ledger}.journal"

    def next_snapshot(self, ledger: str) -> Path:
        """A snapshot on its way to becoming the one."""
        return self.path / f"{ledger}.json{self.ending}.new"

    def next_journal(self, ledger: str) -> Path:
        """The journal that goes with it."""
        return self.path / f"{ledger}.journal.new"

    def folded(self, ledger: str, first: int, last: int) -> Path:
        """The place in history of a journal that held commits `first` to `last`."""
        return self.history / f"{ledger}-{first:09d}-{last:09d}.journal"

    def folded_journals(self, ledger: str) -> list[Path]:
        """The folded journals of a ledger, oldest first; not what a sync service put beside them."""
        numbered = "[0-9]" * 9
        return sorted(self.history.glob(f"{ledger}-{numbered}-{numbered}.journal"))

    def newest_backup(self) -> Path | None:
        """The newest archive, if there is one that may be seen."""
        try:
            found = (entry for entry in self.backups.iterdir() if entry.suffix != ".json")
            kept = [entry for entry in found if entry.is_file() and entry.name[0] != "."]
            return max(kept, key=lambda entry: (entry.stat().st_mtime_ns, entry.name), default=None)
        except OSError:
            return None


def is_in_data_folder(path: Path) -> bool:
    """Whether a place is a data folder, any at all, or lies in one; links are followed to where they lead."""
    real = Path(os.path.realpath(path))
    for at in {*(path.absolute(), *path.absolute().parents), *(real, *real.parents)}:
        with suppress(OSError):  # where nobody may look, nobody writes either
            if Layout(at).is_there:
                return True
    return False
