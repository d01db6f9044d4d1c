"""The files under the open program are replaced by others; what is acknowledged after that must be kept."""

import shutil

from tests.faults.deeds import filled
from tests.faults.subjects import InWords, Unreadable, remember_in, states_of


def measure(subject, where):
    """Each way of replacing once: what the next save said, and whether it is there if it said "saved"."""
    found = {"ways": 0, "refused": 0, "reloaded": 0, "lost": 0, "wrong": []}
    for way in WAYS:
        place = where / way.__name__
        remember_in(states_of(place))
        outcome = _after(subject, place, way)
        found["ways"] += 1
        found[outcome] += 1
        if outcome == "lost":
            found["wrong"].append(way.__name__)
    return found


def _after(subject, place, way):
    filled(subject, place)
    older, other, newer = (place.with_name(f"{place.name}-{kind}") for kind in ("older", "other", "newer"))
    shutil.copytree(place, older)
    filled(subject, other)
    handle = subject.open(place)
    handle.do("insert", "contacts", "before", "words")
    shutil.copytree(place, newer)
    elsewhere = subject.open(newer)
    elsewhere.do("insert", "clients", "elsewhere", "words")
    elsewhere.close()
    way(place, older, other, newer)
    try:
        handle.do("insert", "contacts", "after", "words")
    except (InWords, OSError, ValueError, KeyError, TypeError):
        return "refused"
    finally:
        handle.close()
    try:
        again = subject.open(place)
        is_there = ("contacts", "after") in again.kept()
        again.close()
    except Unreadable:
        is_there = False
    return "reloaded" if is_there else "lost"


def _files(place):
    names = ("caseload.", "notebook.", "db.")
    return [at for at in sorted(place.iterdir()) if at.is_file() and at.name.startswith(names)]


def older_renamed(place, older, other, newer):
    """A sync service puts yesterday's files back."""
    for at in _files(older):
        at.replace(place / at.name)


def older_written_over(place, older, other, newer):
    """The same into the very files that are open."""
    for at in _files(older):
        (place / at.name).write_bytes(at.read_bytes())


def other_renamed(place, older, other, newer):
    """Another store's files."""
    for at in _files(other):
        at.replace(place / at.name)


def folder_swapped(place, older, other, newer):
    """The whole folder, by an older copy."""
    place.rename(place.with_name(f"{place.name}-away"))
    older.rename(place)


def removed(place, older, other, newer):
    """No files any more."""
    for at in _files(place):
        at.unlink()


def newer_renamed(place, older, other, newer):
    """A copy that was written to elsewhere."""
    for at in _files(newer):
        at.replace(place / at.name)


def emptied(place, older, other, newer):
    """Files of no length."""
    for at in _files(place):
        at.write_bytes(b"")


WAYS = (older_renamed, older_written_over, other_renamed, folder_swapped, removed, newer_renamed, emptied)
