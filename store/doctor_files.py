"""What the doctor sees in the files around the ledgers: modes, left-overs, what was set aside, keys."""

import os
from collections.abc import Iterator
from pathlib import Path

from store import place_checks
from store.backup_room import left_over
from store.finding import Finding, counted, named
from store.folder import DataFolder
from store.layout import Layout
from store.made_files import MadeFiles
from store.swapping import set_aside


def file_findings(path: Path) -> Iterator[Finding]:
    """What is wrong or odd in the files of a data folder, and in the place where it lies."""
    layout = Layout(path)
    for look in (_unread, _modes, _left_overs, _set_aside):
        yield from look(layout)
    yield from (Finding("trouble", sentence) for sentence in place_checks.conflict_copies(path))
    yield from (Finding("notice", sentence) for sentence in place_checks.shared_place(path))


def waiting_findings(folder: DataFolder) -> Iterator[Finding]:
    """What waits in the inbox, and what was typed and kept, that can be read or not."""
    inbox, drafts, made = folder.inbox(), folder.drafts(), MadeFiles.of(folder)
    if waiting := inbox.items():
        yield Finding("notice", f"{counted(waiting, 'note waits', 'notes wait')} in inbox/ to be filed.")
    if unread := inbox.unreadable():
        yield Finding("trouble", f"In inbox/, this cannot be read: {named(unread)}. It was left as it is.")
    if unread := drafts.unreadable():
        yield Finding("trouble", f"In drafts/, this cannot be read: {named(unread)}. It was left as it is.")
    if unread := made.unreadable():
        yield Finding(
            "trouble", f"In made-files/, this cannot be read: {named(unread)}. It was left as it is."
        )


def key_findings(folder: DataFolder) -> Iterator[Finding]:
    """What is wrong with the two files that the keys of an encrypted folder are wrapped in."""
    if folder.keys is not None:
        from store.key_files import troubles

        for trouble in troubles(folder.path, folder.keys.recipients):
            yield Finding("trouble", trouble)


def _unread(layout: Layout) -> Iterator[Finding]:
    for folder in layout.folders:
        if not folder.is_dir():
            if os.path.lexists(folder):
                yield Finding("trouble", f"{folder.name}/ is not a folder; nothing can be kept in it.")
        elif not os.access(folder, os.R_OK | os.X_OK):
            yield Finding("trouble", f"{folder.name}/ may not be read by you, so it was not looked at.")
        else:
            yield from _what_is_no_file(folder)


def _what_is_no_file(folder: Path) -> Iterator[Finding]:
    if odd := sorted(at.name for at in folder.iterdir() if not at.is_file()):
        yield Finding("notice", f"In {folder.name}/, this is not a plain file and is not read: {named(odd)}.")


def _modes(layout: Layout) -> Iterator[Finding]:
    # What a link leads to has a mode of its own; that of the link itself says nothing.
    every = (at for at in (layout.path, *layout.path.rglob("*")) if not at.is_symlink())
    open_to_others = [at for at in every if at.lstat().st_mode & 0o077]
    if open_to_others:
        count = counted(open_to_others, "file or folder", "files or folders")
        remedy = f"`chmod -R go= {layout.path}` closes them."
        if layout.path in open_to_others:
            yield Finding(
                "trouble", f"Others on this machine may look in here: {count} open to them; {remedy}"
            )
        else:  # nobody comes that far
            yield Finding(
                "notice", f"The folder is closed to others, but {count} in it would be open; {remedy}"
            )


def _left_overs(layout: Layout) -> Iterator[Finding]:
    if left := [at.name for at in layout.path.rglob("*.new")]:
        yield Finding(
            "notice",
            f"{counted(left, 'file was', 'files were')} left by a stop half-way; mentor tidies up by itself.",
        )
    if left := sorted(at.relative_to(layout.path).as_posix() for at in layout.path.rglob("*.part")):
        yield Finding(
            "notice",
            f"Left by a stop half-way, and never read: {named(left)}. Words may be in it; remove it while "
            "mentor is closed.",
        )
    waiting = [at for at in (Path(f"{layout.path.resolve()}.next"),) if at.is_dir()]
    rooms = [at for inside in (layout.path, layout.backups, layout.path.parent) for at in left_over(inside)]
    for at in sorted({*rooms, *waiting}):
        yield Finding(
            "notice",
            f"{at.name} was left by a stop half-way and may hold a copy of the record. The next backup "
            f"tidies up; if it is still at {at.parent} after that, remove it.",
        )
    if aside := [at.name for at in _set_aside_beside(layout.path)]:
        yield Finding(
            "notice",
            f"Beside this folder lies what it was before: {named(aside)}. Everyone's records are in it; "
            "remove it when you are sure that you have no more need of it.",
        )


def _set_aside_beside(path: Path) -> list[Path]:
    try:
        return set_aside(path)
    except OSError:  # a folder around it that may not be listed
        return []


def _set_aside(layout: Layout) -> Iterator[Finding]:
    if kept := _files(layout.quarantine):
        yield Finding(
            "notice", f"{counted(kept, 'file is', 'files are')} set aside in quarantine/, to be looked at."
        )


def _files(folder: Path) -> list[Path]:
    try:
        return [at for at in folder.iterdir() if at.is_file()]
    except OSError:  # said by `_unread`
        return []
