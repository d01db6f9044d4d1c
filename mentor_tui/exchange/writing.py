"""Files written out: whole or not there, for the owner's eyes only, never over another unasked."""

import os
from pathlib import Path

from mentor_tui.exchange.errors import ExportRefused
from store.loose_files import beside, why
from store.text import clean_line


def refuse_existing(path: Path) -> None:
    """Say no where something is there already.

    Raises:
        ExportRefused: there is; it was left as it is.
    """
    if os.path.lexists(path):
        raise ExportRefused(
            f"There is already something called {clean_line(path.name)}; it was left as it is. "
            "Choose another name."
        )


def write_new(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write a file whole: after a crash it is there in full or not at all.

    Args:
        replace: whether a file that is there already may be written over.

    Raises:
        ExportRefused: something is there, or the folder cannot be written; nothing was changed.
    """
    if not replace:
        refuse_existing(path)
    if path.is_dir():
        raise ExportRefused(f"{clean_line(path.name)} is a folder; name a file in it.")
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
