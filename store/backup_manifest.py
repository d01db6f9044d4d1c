"""What a backup says of itself: which store, as of which save, how many records; and its files' hashes."""

import hashlib
import hmac
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, NamedTuple

from store.errors import StoreDamaged
from store.layout import SCHEMA

FORMAT = 2
KIND = "mentor backup"
NAME = "manifest.json"
SUMS = "SHA256SUMS"
"""As `sha256sum -c` takes it."""
MOST_BYTES = 65_536

# One folder deep, no dot at the start of a name: nothing that could lead out of the folder it is unpacked to.
MEMBER = re.compile(r"(?:history|inbox|drafts|quarantine)/\w[\w.,@+-]{0,86}", re.ASCII)
"""A file in one of the folders. At the top lie only those known by name."""
PLAIN = frozenset({"store.json", "caseload.json", "caseload.journal", "notebook.json", "notebook.journal"})
ENCRYPTED = frozenset(
    {
        "store.json", "caseload.json.age", "caseload.journal", "notebook.json.age", "notebook.journal",
        "identity.age", "recovery.age",
    }
)  # fmt: skip
"""The files of an encrypted data folder; each is sealed already, so the archive is not sealed again."""
# A fold that was stopped half-way leaves these, and opening what was brought back finishes it.
_NEW = {f"{name}.{kind}.new" for name in ("caseload", "notebook") for kind in ("json", "json.age", "journal")}
AT_THE_TOP = PLAIN | ENCRYPTED | _NEW | {"settings.json"}
"""Anything else there was put by someone else, or belongs to one machine only."""
NEWER = "This backup was made by a newer mentor. Bring this one up to date first."
NOT_OURS = "This is not a backup of mentor, or its manifest is damaged; nothing of it was used."

_YEARS = range(2000, 2200)
_SEALED = b"mentor backup, format 2\n"


class BackupRefused(StoreDamaged):
    """The archive cannot be trusted, or not be put where it was asked; nothing was changed."""


class Member(NamedTuple):
    """One file of the archive."""

    name: str
    sha256: str
    """In hex."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says of itself. Nothing in it is about any person."""

    made_at: datetime
    """Instant, with the mentor's offset of that day."""
    why: str
    """What it was made before or at: "quit", "import"; "" where she asked for it."""
    store_id: str = ""
    lineage: str = ""
    schema: int = 0
    is_encrypted: bool = False
    seqs: dict[str, int] = field(default_factory=dict)
    """The newest save, by ledger."""
    counts: dict[str, int] = field(default_factory=dict)
    """Records, by table; of an encrypted folder none are written down, but the seal is made over them."""
    lost_references: int | None = None
    """Records that point at others which are gone; of an encrypted folder only in the seal, as the counts.
    None in a backup that was made before they were counted."""
    seal: str = ""
    """HMAC-SHA256 of all this and of the hashes of the files, by the keys of an encrypted folder."""


def manifest_bytes(manifest: Manifest) -> bytes:
    """A manifest as it lies in the archive."""
    said = {
        "kind": KIND,
        "format": FORMAT,
        "made_at": manifest.made_at.isoformat(),
        "why": manifest.why,
        "store": manifest.store_id,
        "lineage": manifest.lineage,
        "schema": manifest.schema,
        "encrypted": manifest.is_encrypted,
        "seqs": manifest.seqs,
        "counts": manifest.counts,
        **({} if manifest.lost_references is None else {"lost_references": manifest.lost_references}),
        "seal": manifest.seal,
    }
    return (json.dumps(said, indent=1) + "\n").encode()


def sealed(manifest: Manifest, members: Sequence[Member], chain: bytes) -> Manifest:
    """A manifest that only who has the keys can have written; the counts are in the seal alone.

    Args:
        members: every file but the manifest and the sums.
        chain: the key of the caseload's chain.
    """
    lost = manifest.lost_references
    also = {} if lost is None else {"lost references": lost}
    counts = json.dumps({**manifest.counts, **also}, sort_keys=True).encode()
    bare = replace(manifest, counts={}, lost_references=None if lost is None else 0, seal="")
    content = b"\n".join((_SEALED, manifest_bytes(bare), counts, sums_bytes(members)))
    return replace(bare, seal=hmac.digest(chain, content, "sha256").hex())


def sums_bytes(members: Sequence[Member]) -> bytes:
    """Hashes and names, a line each, as sha256sum writes them."""
    return "".join(f"{member.sha256}  {member.name}\n" for member in members).encode()


def read_sums(content: bytes, names: Sequence[str]) -> tuple[Member, ...]:
    """The hashes of exactly these files, in their order.

    Raises:
        BackupRefused: it speaks of others.
    """
    lines = content.split(b"\n")
    members = tuple(
        Member(name, line[:64].decode("latin-1")) for name, line in zip(names, lines, strict=False)
    )
    if sums_bytes(members) != content or not all(_HEX.fullmatch(member.sha256) for member in members):
        raise BackupRefused("This backup is damaged: the files in it are not the ones it names.")
    return members


def read_manifest(content: bytes) -> Manifest:
    """The manifest out of its bytes.

    Raises:
        BackupRefused: it does not say what it must, or was made by a newer mentor.
    """
    try:
        said = json.loads(content)
        if said["kind"] == KIND and isinstance(said["format"], int) and said["format"] > FORMAT:
            raise BackupRefused(NEWER)
        found = _manifest(said)
        if found.schema > SCHEMA:
            raise BackupRefused(NEWER)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        raise BackupRefused(NOT_OURS) from None
    return found


def digest(content: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def _manifest(said: Any) -> Manifest:
    made_at = datetime.fromisoformat(said["made_at"])
    if (said["kind"], said["format"]) != (KIND, FORMAT) or made_at.tzinfo is None:
        raise ValueError("another kind of file")
    if made_at.year not in _YEARS or not isinstance(said["encrypted"], bool):
        raise ValueError("a day that cannot be")
    return Manifest(
        made_at,
        _text(said["why"]),
        _text(said["store"]),
        _text(said["lineage"]),
        _numbers({"schema": said["schema"]})["schema"],
        said["encrypted"],
        _numbers(said["seqs"]),
        _numbers(said["counts"]),
        _numbers({"lost": said["lost_references"]})["lost"] if "lost_references" in said else None,
        _text(said["seal"]),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str) or not _TEXT.fullmatch(value):
        raise TypeError("not a text")
    return value


def _numbers(value: Any) -> dict[str, int]:
    if not all(type(number) is int and 0 <= number < 1 << 53 for number in value.values()):
        raise ValueError("not a count")
    return {_text(name): number for name, number in value.items()}


_HEX = re.compile(r"[0-9a-f]{64}")
_TEXT = re.compile(r"[\w -]{0,100}", re.ASCII)
