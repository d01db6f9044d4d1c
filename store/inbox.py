"""The inbox: lines whose person could not be told, kept word for word until the mentor files them."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from store.clock import Clock, Moment, moment_of
from store.errors import NotFound
from store.loose_files import (
    dated_name,
    loose_files,
    name_of,
    of_our_days,
    read_loose,
    remove_file,
    strange_files,
    write_sealed,
)
from store.seals import PLAIN_SEALS, Seal
from store.text import clean_lines


@dataclass(frozen=True)
class InboxItem:
    """One line that waits to be filed."""

    text: str
    why: str
    """Why it could not be filed, as one sentence; empty if nobody said."""
    written: Moment
    """When it was typed: its "yesterday" and "thu" are read from here."""
    name: str = field(default="", compare=False)
    """Its file, without the ending."""


class Inbox:
    """The inbox of one data folder. Any process may put something in."""

    def __init__(self, folder: Path, clock: Clock, seal: Seal = PLAIN_SEALS.caseload) -> None:
        """That of a data folder; `DataFolder.inbox` gives it sealed as the folder is."""
        self._folder = folder / "inbox"
        self._clock = clock
        self._seal = seal

    def put(self, text: str, why: str = "", typed: Moment | None = None) -> InboxItem:
        """Keep a line, word for word but for control characters.

        Args:
            typed: when it was typed, if not now.

        Raises:
            SaveFailed: it is not on the disk.
        """
        now = self._clock.now()
        name = dated_name(now.at, self.names())
        return self._write(InboxItem(clean_lines(text), why, typed or now, name))

    def change(self, item: InboxItem, text: str, why: str = "") -> InboxItem:
        """Put other words in its place; when it was typed stays.

        Raises:
            SaveFailed: the earlier words are still there.
        """
        return self._write(InboxItem(clean_lines(text), why, item.written, item.name))

    def names(self) -> tuple[str, ...]:
        """The names of everything that waits, oldest first; nothing is opened."""
        return tuple(map(name_of, self._paths()))

    def items(self) -> tuple[InboxItem, ...]:
        """Everything that waits, oldest first. A file that cannot be read is left where it is."""
        return tuple(item for item in map(self._read, self._paths()) if item)

    def get(self, name: str) -> InboxItem:
        """One item by its name.

        Raises:
            NotFound: it is no longer there.
        """
        item = self._read(self._place(name))
        if item is None:
            raise NotFound("That line is no longer in the inbox; it may have been filed already.")
        return item

    def unreadable(self) -> tuple[str, ...]:
        """Names of files that are there and cannot be read, or are not what they are named."""
        unread = [path for path in self._paths() if self._read(path) is None]
        strange = strange_files(self._folder, self._seal.ending)
        return tuple(path.name for path in sorted(unread + strange))

    def remove(self, item: InboxItem) -> None:
        """Take an item out, because it was filed or thrown away.

        Raises:
            SaveFailed: it is still there.
        """
        remove_file(self._place(item.name))

    def __len__(self) -> int:
        return len(self._paths())

    def _paths(self) -> list[Path]:
        return loose_files(self._folder, self._seal.ending)

    def _place(self, name: str) -> Path:
        return self._folder / f"{name}.json{self._seal.ending}"

    def _write(self, item: InboxItem) -> InboxItem:
        fields = {
            "name": item.name,  # so that a copy of the file under another name is no second line
            "text": item.text,
            "why": item.why,
            "written": item.written.local.isoformat(),
            "zone": item.written.zone,
        }
        content = json.dumps(fields, indent=1).encode("ascii")
        write_sealed(self._place(item.name), self._seal.seal(content), self._seal.recipients)
        return item

    def _read(self, path: Path) -> InboxItem | None:
        try:
            fields, name = json.loads(self._seal.open(read_loose(path))), name_of(path)
            text, why = fields["text"], fields["why"]
            if not isinstance(text, str) or not isinstance(why, str) or fields.get("name", name) != name:
                return None
            written = moment_of(fields["written"], fields["zone"])
            of_our_days(written.local)
            return InboxItem(text, why, written, name)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
            return None
