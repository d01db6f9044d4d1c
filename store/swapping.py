"""Replacing a whole data folder, so that a stop at any moment leaves the old one or the new one, whole.

The new folder is built inside the old one, confirmed by the disk and marked; then it is moved beside it, the
old one is renamed aside, and the new one gets its name. `settle_swap` finishes what a stop left between the
two renames, and forgets what it left before them.
"""

import contextlib
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from store import disk, in_use
from store.clock import Clock
from store.errors import RequestRefused, SaveFailed
from store.layout import Layout
from store.lock import PATIENCE, FolderLock

BUILDING = ".next"
"""The folder inside a data folder in which another one is made to take its place."""

_MARK = "swap"
"""A file of this name says that a folder is complete; a word in it, what becomes of it if it is not used."""
_BUILT = "built"


class SwapFailed(SaveFailed):
    """The folder could not be replaced; the old one is in its place as it was."""


def swap(live: Path, build: Callable[[Path], None], why: str, clock: Clock) -> Path:
    """Replace a data folder by one that `build` makes, and say where the old one lies now.

    Args:
        build: fills an empty folder. It runs while nobody else can write to the live folder, whose lock is
            held; it may open that one for reading only.
        why: a word for the name of the old one: "before-restore".

    Raises:
        FolderInUse, StoreBusy: a program has the folder open, or is writing.
        SwapFailed: the disk refused; the old folder is in its place as it was.
    """
    live = live.resolve()

    def built() -> Path:
        place = live / BUILDING
        _remove(place)
        place.mkdir(mode=disk.PRIVATE_FOLDER)
        build(place)
        _sync_all(place)
        return place

    with _refusals_in_words(), _to_oneself(live):
        try:
            return _exchange(live, built(), _BUILT, _aside_name(live, why, clock))
        finally:
            shutil.rmtree(live / BUILDING, ignore_errors=True)


def put_back(live: Path, aside: Path, why: str, clock: Clock) -> Path:
    """Put a folder that was set aside back in the place of the present one, and say where that lies now.

    Raises:
        RequestRefused, FolderInUse, StoreBusy, SwapFailed: both are where they were.
    """
    live, aside = live.resolve(), aside.resolve()
    if aside not in set_aside(live):
        raise RequestRefused(f"{aside} is not a data folder that was set aside here; nothing was changed.")
    with _refusals_in_words(), _to_oneself(live):
        return _exchange(live, aside, aside.name, _aside_name(live, why, clock))


def set_aside(live: Path, why: str = "", *, even_parts: bool = False) -> list[Path]:
    """The folders that were set aside when this one was replaced, oldest first.

    Args:
        why: only those set aside for this; a pattern: "before-(restore|undo)".
        even_parts: also those of which a removing that was stopped has left a part.
    """
    live = live.resolve()
    name = re.compile(
        rf"{re.escape(live.name)}\.({why or '[a-z-]+'})-(\d{{4}}-\d\d-\d\d-\d{{6}})(?:-(\d+))?", re.ASCII
    )
    found = [(named, at) for at in live.parent.iterdir() if (named := name.fullmatch(at.name))]
    kept = [(named[2], int(named[3] or 1), at) for named, at in found if not at.is_symlink()]
    return [at for *_, at in sorted(kept) if even_parts or Layout(at).is_there]


def settle_swap(path: Path) -> None:
    """Finish or forget a swap of this folder that was stopped half-way; one look at a name where none was.

    Raises:
        FolderInUse: a swap is going on and does not end.
        SwapFailed: the folder is missing, and the one that waits to take its place cannot be moved.
    """
    waiting = _beside(live := path.resolve())
    sweep_building(live)
    if not (waiting / _MARK).is_file():
        return
    if os.path.lexists(live):
        # Whoever holds the folder is swapping it just now, and will see to it; where it cannot be tidied
        # up, what is in its place can still be opened.
        with contextlib.suppress(in_use.FolderInUse, OSError), in_use.alone(live):
            _forget(waiting, live)
        return
    deadline = time.monotonic() + PATIENCE
    while waiting.is_dir() and not os.path.lexists(live):
        try:
            _finish(waiting, live)
        except in_use.FolderInUse:
            if time.monotonic() > deadline:
                raise in_use.FolderInUse(in_use.BEING_REPLACED) from None
            time.sleep(0.01)


def _finish(waiting: Path, live: Path) -> None:
    try:
        with in_use.alone(waiting):
            if not os.path.lexists(live):
                waiting.rename(live)
                disk.sync_folder(live.parent)
            (live / _MARK).unlink(missing_ok=True)
    except FileNotFoundError:
        return  # the swap went on meanwhile
    except OSError as error:
        raise SwapFailed(
            f"Replacing this data folder was stopped half-way, and cannot be finished: {disk.why(error)}. "
            f"The new one is whole; it is at {waiting}."
        ) from None


def sweep_building(live: Path) -> None:
    """Take away what a swap that was stopped had built so far, unless somebody is at it."""
    if (live / BUILDING).is_dir():
        with contextlib.suppress(in_use.FolderInUse, OSError), in_use.alone(live):
            _remove(live / BUILDING)


def _exchange(live: Path, new: Path, otherwise: str, aside: Path) -> Path:
    """The renames. `new` is whole and on the disk; `otherwise` says what becomes of it if it is not used."""
    waiting = _beside(live)
    if os.path.lexists(waiting):
        raise RequestRefused(f"{waiting} is in the way; move it elsewhere and try again.")
    with in_use.alone(new):
        disk.write_file(new / _MARK, (otherwise.encode(),))
        disk.sync_folder(new)
        try:
            new.rename(waiting)
            disk.sync_folder(live.parent)
            live.rename(aside)
        except OSError:
            _forget(waiting, live)
            raise
        try:
            disk.sync_folder(live.parent)
            waiting.rename(live)
        except OSError:
            aside.rename(live)
            _forget(waiting, live)
            raise
        with contextlib.suppress(OSError):  # the new one is in its place; what is left is only tidying
            disk.sync_folder(live.parent)
            (live / _MARK).unlink()
            aside.chmod(disk.PRIVATE_FOLDER)
    return aside


def _forget(waiting: Path, live: Path) -> None:
    """Undo the first step: what was built goes, and a folder that was set aside gets its name back."""
    with contextlib.suppress(FileNotFoundError):
        name = disk.read_file(waiting / _MARK).decode("utf-8", "replace")
        if name == _BUILT:
            # Back to where it was built: there a half of it, too, is known for what it is.
            _remove(live / BUILDING)
            waiting.rename(live / BUILDING)
            _remove(live / BUILDING)
        elif name == Path(name).name and not os.path.lexists(waiting.with_name(name)):
            waiting.rename(waiting.with_name(name))
            (waiting.with_name(name) / _MARK).unlink()
        disk.sync_folder(waiting.parent)


@contextlib.contextmanager
def _to_oneself(live: Path) -> Iterator[None]:
    """Nobody has the folder open, nobody writes to it, and nothing is left of a swap before."""
    settle_swap(live)
    with in_use.alone(live, in_use.SMALL_WRITE):
        if (_beside(live) / _MARK).is_file():
            _forget(_beside(live), live)
        with contextlib.closing(FolderLock(Layout(live).lock)) as lock, lock.held():
            yield


@contextlib.contextmanager
def _refusals_in_words() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise SwapFailed(
            f"The data folder was not replaced: {disk.why(error)}. It is as it was; put that right and try "
            "again."
        ) from None


def _beside(live: Path) -> Path:
    return live.with_name(f"{live.name}.next")


def _aside_name(live: Path, why: str, clock: Clock) -> Path:
    stem, number = f"{live.name}.{why}-{clock.now().local:%Y-%m-%d-%H%M%S}", 1
    place = live.with_name(stem)
    while os.path.lexists(place):
        number += 1
        place = live.with_name(f"{stem}-{number}")
    return place


def _remove(folder: Path) -> None:
    if os.path.lexists(folder):
        shutil.rmtree(folder)


def _sync_all(folder: Path) -> None:
    """Have the disk confirm every file below a folder, and every name."""
    for place, _, names in os.walk(folder):
        for name in names:
            handle = disk.open_file(Path(place, name), os.O_RDONLY)
            try:
                disk.sync(handle)
            finally:
                os.close(handle)
        disk.sync_folder(Path(place))
