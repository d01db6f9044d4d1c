"""What the mentor has set: kept in settings.json beside her data, in plain words."""

import os
import tempfile
from pathlib import Path

import msgspec

from store.errors import SaveFailed


class Settings(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Her settings. Every one has a default; nothing here is about any person."""

    theme: str = "hearth"
    """A theme's name: hearth, paper, or one of Textual's."""
    day_first: bool = True
    """12/3 is 12 March; False makes it December 3."""
    lists: dict[str, dict[str, str]] = {}
    """Her own words for entries of a list: {"areas": {"housing": "a place to live"}}."""
    keys: dict[str, str] = {}
    """Other keys for actions, by the action's name: {"note": "f5"}."""


FILE_NAME = "settings.json"


def read_settings(folder: Path) -> Settings:
    """The settings kept in a data folder; the defaults where there are none or they cannot be read."""
    try:
        return msgspec.json.decode((folder / FILE_NAME).read_bytes(), type=Settings)
    except (OSError, msgspec.DecodeError, msgspec.ValidationError):
        return Settings()


def save_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings: written beside, then put in place, so that a crash leaves the old ones whole.

    Raises:
        SaveFailed: the folder takes no files; the settings stay as they were.
    """
    words = msgspec.json.format(msgspec.json.encode(settings), indent=2)
    try:
        descriptor, name = tempfile.mkstemp(prefix=".settings-", dir=folder)
        with os.fdopen(descriptor, "wb") as file:
            file.write(words)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(folder / FILE_NAME)
    except OSError as error:
        reason = error.strerror or "the folder takes no files"
        raise SaveFailed(
            f"Could not keep the setting: {reason}. It holds until you close the program."
        ) from None
