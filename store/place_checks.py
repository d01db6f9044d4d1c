"""Where a data folder lies, and what others put into it: sync services, network file systems, open modes.

Each look is a few `stat` calls and one listing. Nothing is read of what anybody wrote.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

_OWN_NAME = re.compile(
    r"(?:caseload|notebook)\.(?:json(?:\.age)?|journal)(?:\.new)?"
    r"|(?:identity|recovery)\.age|store\.json|settings\.json|[a-z-]+\.(?:new|part)",
)
_LIKE_OURS = re.compile(r"(?:caseload|notebook|identity|recovery|store)(?![a-z])[^/]*", re.IGNORECASE)
_OWN_HISTORY = re.compile(r"(?:caseload|notebook)-\d{9,}-\d{9,}\.journal(?:\.age)?")

_SERVICES = {
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mobile documents": "iCloud Drive",
    "iclouddrive": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "cloudstorage": "a cloud drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "mega": "MEGA",
    "megasync": "MEGA",
    "megadrive": "MEGA",
    "pcloud": "pCloud",
    "pcloud drive": "pCloud",
    "pclouddrive": "pCloud",
    "proton drive": "Proton Drive",
    "box sync": "Box",
    "syncthing": "Syncthing",
    "seafile": "Seafile",
    "insync": "Insync",
    "resilio sync": "Resilio Sync",
}
"""The name of a folder, in small letters, to the service that makes one of that name."""
_SERVICE_BEGINNINGS = {"onedrive": "OneDrive", "dropbox (": "Dropbox", "googledrive-": "Google Drive"}
_MARKERS = {
    ".stfolder": "Syncthing",
    ".stignore": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
    ".megaignore": "MEGA",
}
"""What a service leaves at the top of a folder that it keeps in step."""
_NETWORK = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "smb2", "9p", "afs", "ncpfs", "ceph", "glusterfs", "lustre",
    "beegfs", "davfs", "fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.s3fs", "fuse.gvfsd-fuse",
    "fuse.glusterfs", "fuse.onedriver", "fuse.google-drive-ocamlfuse", "fuse.pcloud", "fuse.smbnetfs",
}  # fmt: skip
_MOUNTS = Path("/proc/self/mounts")
_WHAT_A_COPY_MEANS = (
    "Mostly a sync service makes one when two machines wrote at once, so something written on the other "
    "machine may be missing here. Mentor does not read it. Look there what was written last, write it here "
    "again, then take that file out of the folder."
)
_BETTER = (
    "Keep it on this machine's own disk (`mentor --data FOLDER` or MENTOR_DATA names the place), and put "
    "only backups there."
)


def conflict_copies(path: Path) -> Iterator[str]:
    """A sentence for each file that looks like one of ours and is none: a sync service's second copy."""
    for folder, own, before in ((path, _OWN_NAME, ""), (path / "history", _OWN_HISTORY, "history/")):
        for name in _names(folder):
            if _LIKE_OURS.fullmatch(name) and not own.fullmatch(name):
                yield f"A second copy lies in the data folder: “{before}{name}”. {_WHAT_A_COPY_MEANS}"


def shared_place(path: Path, mounts: str | None = None) -> tuple[str, ...]:
    """Why the live folder should not lie here, in a sentence; nothing where it lies well.

    Args:
        mounts: what is mounted where, as Linux tells it; None asks this machine.
    """
    real = Path(os.path.realpath(path))
    if service := _service(real):
        return (
            f"This data folder lies in a folder that {service} keeps in step. Two machines can then write "
            f"over each other's saves, and old copies stay with the service. {_BETTER}",
        )
    if kind := _network(real, _mounted() if mounts is None else mounts):
        return (
            f"This data folder lies on a network disk ({kind}). There a lock may not hold, and a save that "
            f"was confirmed may still be lost. {_BETTER}",
        )
    return ()


def _service(path: Path) -> str:
    for part in (part.casefold() for part in path.parts):
        begun = (name for start, name in _SERVICE_BEGINNINGS.items() if part.startswith(start))
        if name := _SERVICES.get(part) or next(begun, ""):
            return name
    for at in (path, *path.parents):
        for marker, name in _MARKERS.items():
            # At home it only says that the service is there: the folder it keeps in step is another one.
            if at != Path.home() and os.path.lexists(at / marker):
                return name
    return ""


def _network(path: Path, mounts: str) -> str:
    """The kind of the file system, where it is one over a network. The root's own says nothing."""
    longest, found = Path("/"), ""
    for words in (line.split(" ") for line in mounts.splitlines()):
        if len(words) < 3:
            continue
        at = Path(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), words[1]))
        if at != Path("/") and path.is_relative_to(at) and len(at.parts) >= len(longest.parts):
            longest, found = at, words[2]
    return found if found in _NETWORK else ""


def _mounted() -> str:
    try:
        return _MOUNTS.read_text("utf-8", "replace")
    except OSError:
        return ""


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names alone
    except OSError:
        return []
