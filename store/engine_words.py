"""What the engine says to a person."""

from pathlib import Path

from store.card import is_encrypted
from store.disk import why
from store.errors import StoreDamaged
from store.memory import Memory

NEWER = "a newer mentor wrote it"
ABOUT_ERASED = "about a person who was erased"
"""What an act is called that held something of theirs."""
ABOUT_BURNED = "about a page that was burned"
"""The same of a page of the mentor's notebook."""
OLDER = (
    "An earlier mentor wrote this data folder, so it is only read for now. `mentor migrate` makes a backup, "
    "proves it, and brings the folder up to date."
)
KEYS_CHANGED = (
    "The lock of this caseload was changed by another mentor since it was opened here. Nothing was written "
    "and nothing typed is lost; close mentor and open it again."
)
_GOOD = "This data folder can only be read now, and nothing in it was changed: "
NOT_YOURS = "This data folder may not be written by you, so it can only be read."


def read_only(trouble: str, backup: Path | None) -> str:
    """Why nothing can be written, what is good, and the way out."""
    if trouble == NEWER:
        return "This data folder can only be read: a newer mentor wrote it. Update mentor to write in it."
    if backup and is_encrypted(backup.parent.parent):  # whoever can write there can put a plain one there
        way_out = (
            "`mentor backup list` shows which backups there are, and which of them are encrypted as this is."
        )
        return f"{_GOOD}{trouble}. {way_out}"
    way_out = (
        f"`mentor backup restore {backup.name} --to A-NEW-FOLDER` brings back the newest backup."
        if backup
        else "There is no backup in this folder; `mentor doctor` lists what is wrong."
    )
    return f"{_GOOD}{trouble}. {way_out}"


def broken_at(ledger: str, memory: Memory, rest: bytes) -> str:
    """Where a journal stops making sense."""
    lines = rest.count(b"\n") + (not rest.endswith(b"\n"))
    return (
        f"{ledger}.journal is damaged after save {memory.seq}, up to which everything is good and shown; "
        f"{lines} later line{'s' if lines > 1 else ''} cannot be trusted"
    )


def torn(name: str) -> str:
    """A write that was cut short."""
    return (
        "The last save was interrupted before it was confirmed; what was there of it is kept in "
        f"quarantine/{name}. Everything that was confirmed is here."
    )


def not_complete(ledger: str) -> str:
    """A line that may still be on its way."""
    return f"The last save in {ledger}.journal is not complete, or just being written; it is not shown."


def foreign(ledger: str, displaced: int) -> str:
    """Another program wrote the snapshot."""
    said = f"Another program changed {ledger}.json; its changes were taken over."
    if displaced:
        said += f" {displaced} of them had also changed here: ours stay, theirs are kept in quarantine/."
    return said


def older_copy(ledger: str, saves: int) -> str:
    """The folder is behind what this machine has seen."""
    plural = "s" if saves > 1 else ""
    return (
        f"This {ledger} is older than the one last used on this machine, by {saves} save{plural}. "
        "If you did not put an older copy back, look for the newer one before you go on."
    )


def other_copy(ledger: str) -> str:
    """The folder went another way than the one this machine has seen."""
    return (
        f"This {ledger} is another copy than the one last used on this machine, with other saves in it. "
        "If you did not mean to open it, look for the other one before you go on."
    )


def could_not_mend(error: OSError) -> str:
    """Something could be mended, but not now."""
    return (
        f"This data folder can only be read now: it needs a small repair, and {why(error)}. "
        "Put that right and open it again."
    )


def put_in_the_place(*, is_older: bool) -> StoreDamaged:
    """The folder under the open program is not the one it opened."""
    what = "An older copy of this data folder" if is_older else "Another data folder"
    return StoreDamaged(
        f"{what} has been put in the place of the one that was open. Nothing was written to it; "
        "close mentor and open it again."
    )
