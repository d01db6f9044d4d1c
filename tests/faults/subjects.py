"""What is put to the test: our store, plain and encrypted, and stock TinyDB beside it."""

import os
from functools import cached_property
from pathlib import Path

from store.clock import FixedClock, moment_from
from store.errors import MentorError

CLOCK = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))
_LOCK = Path(__file__).parents[1] / "lock"
PASSPHRASE = "six kind words for a test"
TABLES = ("clients", "contacts", "reflections")


class Unreadable(Exception):
    """It does not open, or not as a whole."""


class InWords(Exception):
    """The store said in a sentence why not."""


class Ours:
    """A data folder; every deed is one act."""

    name = "plain"
    can_fold = True

    def create(self, place):
        """A new one."""
        from store.folder import DataFolder

        DataFolder.create(place, CLOCK).close()

    def open(self, place, **how):
        """A handle; Unreadable where it is not whole."""
        from store.folder import DataFolder

        try:
            folder = DataFolder.open(place, CLOCK, **self.keys(place), **how)
        except MentorError as error:
            raise Unreadable(str(error)) from None
        if folder.troubles:
            folder.close()
            raise Unreadable(folder.troubles[0])
        return OurHandle(folder)

    def keys(self, place):
        """What it takes to open it."""
        return {}


class Encrypted(Ours):
    """The same, sealed."""

    name = "encrypted"

    def create(self, place):
        """A new one."""
        from store.folder import DataFolder

        DataFolder.create(place, CLOCK, self.lock).close()

    def keys(self, place):
        """The keys it was made with."""
        return {"keys": self.lock.keys}

    @cached_property
    def lock(self):
        """The tests' own keys: their scrypt is as light as age allows."""
        from pyrage import passphrase

        from store.keys import Keys
        from store.vault import NewLock, recovery_file

        identity = (_LOCK / "identity.age").read_bytes()
        self.recovery_key = (_LOCK / "recovery-key.txt").read_text().strip()
        keys = Keys.from_text(passphrase.decrypt(identity, PASSPHRASE))
        return NewLock(keys, identity, recovery_file(keys))


class OurHandle:
    """One open data folder."""

    def __init__(self, folder):
        self.folder = folder
        self.ids = {(table, one["name"]): id for table, id, one in self._all()}
        self.backup = max((folder.path / "backups").glob("*.tar"), default=None)

    def _all(self):
        for book, tables in ((self.folder.caseload, TABLES[:2]), (self.folder.notebook, TABLES[2:])):
            for table in tables:
                for id, document in book.documents(table).items():
                    yield table, id, document

    def do(self, what, table="", name="", words=""):
        """One deed; InWords if it is refused."""
        try:
            if what == "fold":
                self.folder.compact(force=True)
            elif what == "post":
                self._post(words)
            elif what == "restore":
                self._restore()
            elif what == "backup":
                from store import backup

                backup.create(self.folder, CLOCK)
            else:
                self._change(what, table, name, words)
        except MentorError as error:
            raise InWords(str(error)) from None

    def _restore(self):
        from store.backup_keeping import with_keys
        from store.backup_restore import restore_here

        restore_here(self.backup, self.folder.path, CLOCK, with_keys(self.folder.keys))

    def _post(self, words):
        if self.folder.is_encrypted:
            from store.letterbox import post

            post(self.folder.path, words, CLOCK)  # as the shell does it, without the keys
        else:
            self.folder.inbox().put(words)

    def _change(self, what, table, name, words):
        with self.folder.act(what) as act:
            if what == "insert":
                id = act.insert(table, {"name": name, "words": words})
            elif what == "update":
                act.update(table, self.ids[table, name], {"words": words})
            else:
                act.remove(table, self.ids[table, name])
        if what == "insert":
            self.ids[table, name] = id

    def kept(self):
        """Every document's words by table and name; what is there twice is Unreadable."""
        self.folder.refresh()
        rows = [((table, one["name"]), one["words"]) for table, _, one in self._all()]
        return _once(rows + [(("inbox", item.text), item.text) for item in self.folder.inbox().items()])

    @property
    def said(self):
        """What opening it said."""
        return self.folder.notices

    def close(self):
        """Let go."""
        self.folder.close()


class Stock:
    """TinyDB as it comes, one file."""

    name = "stock TinyDB"
    can_fold = False

    def create(self, place):
        """A new one, with its first document: an empty one is an empty file."""
        place.mkdir(parents=True)
        self.open(place).close()

    def open(self, place, **how):
        """A handle; Unreadable where TinyDB does not open it or what it gives is no database."""
        from tinydb import TinyDB

        if not (place / "db.json").exists() and any(place.iterdir()):
            raise Unreadable("the file is gone")
        db = TinyDB(place / "db.json", encoding="utf-8")
        handle = StockHandle(db)
        try:
            handle.kept()
        except Exception as error:  # noqa: BLE001 - whatever it is, nothing can be read
            db.close()
            raise Unreadable(repr(error)) from None
        return handle


class StockHandle:
    """One open TinyDB."""

    said = ()

    def __init__(self, db):
        self.db = db

    def do(self, what, table="", name="", words=""):
        """One deed; whatever TinyDB raises."""
        from tinydb import where

        if what == "insert":
            self.db.table(table).insert({"name": name, "words": words})
        elif what == "update":
            self.db.table(table).update({"words": words}, where("name") == name)
        elif what == "remove":
            self.db.table(table).remove(where("name") == name)

    def kept(self):
        """Every document's words by table and name."""
        rows = [((table, one["name"]), one["words"]) for table in TABLES for one in self.db.table(table)]
        return _once(rows)

    def close(self):
        """Let go."""
        self.db.close()


def _once(rows):
    kept = dict(rows)
    if len(kept) != len(rows):
        raise Unreadable("something is there twice")
    return kept


SUBJECTS = {subject.name: subject for subject in (Ours(), Encrypted(), Stock())}


def remember_in(folder):
    """Where this machine keeps what it has seen, from here on: each copy of a store has its own."""
    os.environ["MENTOR_STATE"] = str(folder)


def states_of(place):
    """The state folder that goes with a store at `place`."""
    return Path(f"{place}-state")
