"""A new data folder, and the refusals for a place that is none."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

from store import disk, engine_words
from store.compaction import first_pair
from store.errors import RequestRefused
from store.layout import FORMAT, Layout
from store.ledger import Ledger
from store.memory import Memory

if TYPE_CHECKING:
    from store.keys import Keys
    from store.vault import NewLock


def new_name() -> str:
    """A name nobody else has: of a store or a lineage."""
    return uuid.uuid4().hex


def check_place(layout: Layout) -> None:
    """Refuse a place that holds no data folder.

    Raises:
        RequestRefused: says what is there instead.
    """
    path = layout.path
    try:
        if not path.exists():
            raise RequestRefused(f"There is no data folder at {path} yet; `mentor init` makes one.")
        if not path.is_dir():
            raise RequestRefused(f"{path} is a file, not a data folder; name a folder.")
        if not layout.is_there:
            raise RequestRefused(f"{path} is not a mentor data folder; name another one.")
        list(path.iterdir())
    except OSError as error:
        raise RequestRefused(f"{path} cannot be read: {disk.why_unread(error)}.") from None


def check_free(layout: Layout) -> None:
    """Refuse a place where something lies already.

    Raises:
        RequestRefused: there is a data folder, or other files, or it cannot be read.
    """
    try:
        _check_free(layout)
    except OSError as error:
        raise RequestRefused(f"{layout.path} cannot be read: {disk.why_unread(error)}.") from None


def create(layout: Layout, ledgers: tuple[Ledger, ...], lock: NewLock | None = None) -> None:
    """Make the folders and the first files; the card comes last, so that half a folder is not taken for one.

    Args:
        lock: the keys of one that is encrypted, wrapped.

    Raises:
        RequestRefused: there is a data folder already, or other files, or the place cannot be written.
    """
    check_free(layout)
    store, lineage = new_name(), new_name()
    try:
        _make_folders(layout)
        _put_lock(layout, lock)
        for ledger in ledgers:
            ledger.memory = Memory({}, {}, 0, 0)
            first_pair(ledger, store, lineage)
        disk.write_file(layout.lock, ())
        disk.write_file(layout.card, (card_bytes(store, lock.keys if lock else None),))
        disk.sync_folder(layout.path)
    except OSError as error:
        raise RequestRefused(f"No data folder can be made at {layout.path}: {disk.why(error)}.") from None


def card_bytes(store: str, keys: Keys | None) -> bytes:
    """`store.json`."""
    return orjson.dumps(_card(store, keys)) + b"\n"


def card_trouble(layout: Layout, store: str, keys: Keys | None) -> str:
    """What is wrong with `store.json`, as the end of a sentence; "" if it names this store."""
    try:
        content = disk.read_file(layout.card)
        card = orjson.loads(content)
    except OSError as error:
        return f"store.json {disk.state(error)}"
    except ValueError:
        return "store.json is damaged"
    if isinstance(card, dict) and isinstance(card.get("format"), int) and card["format"] > FORMAT:
        return engine_words.NEWER
    if card == _card(store, keys):
        return "" if content.endswith(b"\n") else "store.json is damaged: its end is missing"
    if keys is not None and isinstance(card, dict) and card.get("store") == store:
        return "store.json names other keys than yours, so what is posted into this folder could go to others"
    return "store.json is damaged, or belongs to another data folder"


def _card(store: str, keys: Keys | None) -> dict[str, object]:
    card: dict[str, object] = {"kind": "mentor data folder", "format": FORMAT, "store": store}
    return card if keys is None else {**card, "recipients": keys.recipients}


def _check_free(layout: Layout) -> None:
    path = layout.path
    if path.exists() and not path.is_dir():
        raise RequestRefused(f"{path} is a file; name a folder that is new or empty.")
    if layout.card.exists():
        raise RequestRefused(f"There is a data folder at {path} already; nothing in it was changed.")
    inside = list(path.iterdir()) if path.exists() else []
    if any(not _is_left_over(entry, layout) for entry in inside):
        raise RequestRefused(f"{path} holds other files; name a folder that is new or empty.")


def _is_left_over(entry: Path, layout: Layout) -> bool:
    # Of a creation that was stopped half-way: files of ours into which nothing was saved yet.
    if entry in layout.folders:
        return entry.is_dir() and not any(entry.iterdir())
    names = {layout.lock.name, layout.identity.name, layout.recovery.name}
    for ledger in ("caseload", "notebook"):
        if entry == layout.journal(ledger):
            return disk.read_file(entry).count(b"\n") <= 1
        names |= {f"{ledger}.json{ending}{new}" for ending in ("", ".age") for new in ("", ".new")}
        names.add(f"{ledger}.journal.new")
    return entry.name in names


def _put_lock(layout: Layout, lock: NewLock | None) -> None:
    if lock is not None:
        disk.write_file(layout.identity, (lock.identity,))
        disk.write_file(layout.recovery, (lock.recovery,))
        return
    for place in (layout.identity, layout.recovery):
        # Of an encrypted one that was stopped half-way: by them a folder is taken for one with a lock.
        place.unlink(missing_ok=True)


def _make_folders(layout: Layout) -> None:
    disk.make_folder(layout.path)
    layout.path.chmod(disk.PRIVATE_FOLDER)
    for folder in layout.folders:
        disk.make_folder(folder)
