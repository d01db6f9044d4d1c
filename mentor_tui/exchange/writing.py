"""Files written out: whole or not there, for the owner's eyes only, never over another unasked."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui.exchange.errors import ExportRefused
from store.errors import SaveFailed
from store.layout import is_in_data_folder
from store.loose_files import beside, why
from store.made_files import MadeFiles
from store.text import clean_line

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.folder import DataFolder


def refuse_data_folder(path: Path) -> None:
    """Say no where mentor's own files lie: nothing is ever written out into a data folder, nor over it.

    Raises:
        ExportRefused: the place is a data folder, or lies in one.
    """
    if is_in_data_folder(path):
        raise ExportRefused(
            f"{clean_line(path.name) or path} would lie in a data folder, among what mentor keeps there. "
            "Nothing was written; name a place outside it, such as your home folder."
        )


def refuse_existing(path: Path) -> None:
    """Say no where something is there already, and in a data folder.

    Raises:
        ExportRefused: there is; it was left as it is.
    """
    refuse_data_folder(path)
    if os.path.lexists(path):
        raise ExportRefused(
            f"There is already something called {clean_line(path.name)}; it was left as it is. "
            "Choose another name."
        )


def refuse_unless_free(path: Path, *, replace: bool) -> None:
    """Say no where a file may not be put.

    Args:
        replace: a plain file that is there may be written over. Nothing else ever is: what a link leads to
            was not named, and a device is not a file.

    Raises:
        ExportRefused: it may not; what is there was left as it is.
    """
    if not replace:
        refuse_existing(path)
        return
    refuse_data_folder(path)
    try:
        kind = path.lstat().st_mode
    except OSError:  # nothing there; what else is wrong shows when it is written
        return
    shown = clean_line(path.name) or str(path)
    if stat.S_ISDIR(kind):
        raise ExportRefused(f"{shown} is a folder; name a file in it.")
    if stat.S_ISLNK(kind):
        raise ExportRefused(
            f"{shown} is a link and was left as it is; name the file it leads to, or another."
        )
    if not stat.S_ISREG(kind):
        raise ExportRefused(f"{shown} is not a plain file and was left as it is; choose another name.")


def everyone(caseload: Caseload) -> tuple[int, ...]:
    """The numbers of all who are in the record: whom a copy of the whole of it holds."""
    return tuple(sorted(caseload.folder.caseload.documents("clients")))


def named_in(caseload: Caseload, text: str) -> tuple[int, ...]:
    """The numbers of those whose name stands in a text, word by word."""
    from store.erasing.called import Called

    return tuple(each.id for each in caseload.people() if Called((each.name,)).are_in(text))


def hand_out(
    folder: DataFolder,
    path: Path,
    content: bytes,
    what: str,
    *,
    people: Iterable[int] = (),
    replace: bool = False,
) -> None:
    """Write a file whole, and put it on the list of what was written out: everything that is, goes here.

    Args:
        folder: the data folder whose list it is; one that may not be written to keeps none.
        what: what it is in a few words, for the list.
        people: numbers of those whose dates it holds, for what others may see.

    Raises:
        ExportRefused: something is there, or the folder cannot be written; nothing was changed.
    """
    refuse_unless_free(path, replace=replace)
    files = MadeFiles.of(folder)
    made = None
    with suppress(SaveFailed):
        made = files.remember(path, content, what, people)
    try:
        write_new(path, content, replace=replace)
    except ExportRefused:
        with suppress(SaveFailed):
            if made:
                files.forget(made)
        raise


def write_new(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write a file whole: after a crash it is there in full or not at all.

    Args:
        replace: whether a file that is there already may be written over.

    Raises:
        ExportRefused: something is there, or the folder cannot be written; nothing was changed.
    """
    refuse_unless_free(path, replace=replace)
    try:
        with beside(path, content) as written:
            _name(written, path, replace)
    except FileExistsError:
        refuse_existing(path)
        raise
    except FileNotFoundError:
        raise ExportRefused(f"There is no folder {clean_line(path.parent.name)} to write into.") from None
    except OSError as error:
        raise ExportRefused(f"Could not write {clean_line(path.name)}: {why(error)}.") from None


def make_folder(path: Path) -> None:
    """Make a folder for the owner's eyes only; one that is there stays as it is.

    Raises:
        ExportRefused: it is no folder, lies in a data folder, or cannot be made.
    """
    shown = clean_line(path.name)
    refuse_data_folder(path)
    try:
        path.mkdir(mode=0o700, exist_ok=True)
    except FileExistsError:
        raise ExportRefused(f"{shown} is a file; name a folder.") from None
    except FileNotFoundError:
        raise ExportRefused(f"There is no folder {clean_line(path.parent.name)} to write into.") from None
    except OSError as error:
        raise ExportRefused(f"Could not make the folder {shown}: {why(error)}.") from None


def _name(written: Path, path: Path, replace: bool) -> None:
    if not replace:
        try:
            # A rename would write over a file made in this instant by someone else; a link refuses.
            os.link(written, path)
        except FileExistsError:
            raise
        except (OSError, NotImplementedError):
            refuse_existing(path)  # a disk without links (a USB stick)
        else:
            return
    written.replace(path)
