"""The letterbox: a line put into an encrypted folder without any key, for the eyes of whoever unlocks it."""

from pathlib import Path

from store import pins
from store.card import card_in
from store.clock import Clock
from store.errors import MentorError
from store.inbox import Inbox, InboxItem
from store.layout import CASELOAD, Layout
from store.loose_files import loose_files
from store.seals import AgeSeal


class PostRefused(MentorError):
    """The line was not posted: it might go to others. The words are still with her."""


def post(path: Path, text: str, clock: Clock, why: str = "") -> InboxItem:
    """Put a line into the inbox of an encrypted folder. It is on the disk when this returns.

    Raises:
        PostRefused: `store.json` names other keys than were last unlocked at this place.
        SaveFailed, StoreBusy: it is not on the disk.
    """
    return Inbox(path, clock, AgeSeal(_recipients(Layout(path)))).put(text, why)


def posted(path: Path) -> int:
    """How many lines wait in an encrypted folder; no key is needed to count them."""
    return len(loose_files(path / "inbox", AgeSeal.ending))


def _recipients(layout: Layout) -> tuple[str, ...]:
    pin = pins.pinned(layout.path)
    if pin is None:
        raise PostRefused(
            "This machine has not opened this caseload yet, so it cannot tell whose it is. Nothing was "
            "posted; open it once with `mentor`."
        )
    card = card_in(layout.path)
    said = (card.get("store"), card.get("recipients"))
    if None in said:
        raise PostRefused(
            "store.json cannot be read, so it is not known whom to encrypt to. Nothing was posted; "
            "`mentor doctor` says what is wrong."
        )
    if said != (pin.store, pin.recipients):
        raise PostRefused(
            "This folder names other keys than it did when it was last unlocked here: what is posted could "
            "be read by somebody else. Nothing was posted; open it with `mentor` to see whose it is."
        )
    return tuple(pin.recipients[CASELOAD])
