"""What a backup says of itself: which store, as of which save, how many records, which files and hashes."""

import json
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from store.errors import StoreDamaged

FORMAT = 1
KIND = "mentor backup"
NAME = "manifest.json"
MOST_BYTES = 16 * 1_048_576

# One folder deep, no dot at the start of a name: nothing that could lead out of the folder it is unpacked to.
MEMBER = re.compile(r"(?:(?:history|inbox|drafts|quarantine)/)?\w[\w.,@+-]{0,199}", re.ASCII)
NEEDED = frozenset({"store.json", "caseload.json", "caseload.journal", "notebook.json", "notebook.journal"})

_SHA256 = re.compile(r"[0-9a-f]{64}")


class BackupRefused(StoreDamaged):
    """The archive cannot be trusted, or not be put where it was asked; nothing was changed."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the archive."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. Nothing in it is about any person."""

    made_at: datetime
    """Instant, with the mentor's offset of that day."""
    store_id: str
    lineage: str
    seqs: dict[str, int]
    """The newest save, by ledger."""
    counts: dict[str, int]
    """Records, by table."""
    files: tuple[Member, ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(member.size for member in self.files)


def manifest_bytes(manifest: Manifest) -> bytes:
    """A manifest as it lies in the archive."""
    said = {
        "kind": KIND,
        "format": FORMAT,
        "made_at": manifest.made_at.isoformat(),
        "store": manifest.store_id,
        "lineage": manifest.lineage,
        "seqs": manifest.seqs,
        "counts": manifest.counts,
        "files": [{"name": m.name, "size": m.size, "sha256": m.sha256} for m in manifest.files],
    }
    return (json.dumps(said, indent=1) + "\n").encode()


def read_manifest(content: bytes) -> Manifest:
    """The manifest out of its bytes.

    Raises:
        BackupRefused: it does not say what it must, or was made by a newer mentor.
    """
    try:
        said = json.loads(content)
        if said["kind"] == KIND and int(said["format"]) > FORMAT:
            raise BackupRefused("This backup was made by a newer mentor. Bring this one up to date first.")
        manifest = _manifest(said)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise BackupRefused("This is not a backup of mentor, or its manifest is damaged.") from None
    return manifest


def _manifest(said: Any) -> Manifest:
    if said["kind"] != KIND:
        raise ValueError("another kind of file")
    made_at = datetime.fromisoformat(said["made_at"])
    if made_at.tzinfo is None:
        raise ValueError("no offset")
    files = tuple(_member(one) for one in said["files"])
    names = {member.name.casefold() for member in files}
    if len(names) < len(files) or not names >= NEEDED:
        raise ValueError("a file is missing or there twice")
    return Manifest(
        made_at,
        _text(said["store"]),
        _text(said["lineage"]),
        _numbers(said["seqs"]),
        _numbers(said["counts"]),
        files,
    )


def _member(said: Any) -> Member:
    name, size, sha256 = _text(said["name"]), said["size"], _text(said["sha256"])
    if not MEMBER.fullmatch(name) or not _SHA256.fullmatch(sha256):
        raise ValueError("an odd name")
    if not isinstance(size, int) or isinstance(size, bool) or size < 0:
        raise ValueError("an odd size")
    return Member(name, size, sha256)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _numbers(value: Any) -> dict[str, int]:
    if not all(isinstance(number, int) and number >= 0 for number in value.values()):
        raise ValueError("not a count")
    return {_text(name): number for name, number in value.items()}
