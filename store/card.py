"""`store.json`, the card of a data folder: what can be told of it without any key."""

import contextlib
from pathlib import Path
from typing import Any

import orjson

from store import disk
from store.layout import Layout


def card_in(path: Path) -> dict[str, Any]:
    """What the card of a data folder says; nothing where it is missing, damaged or may not be read."""
    with contextlib.suppress(OSError, ValueError):
        said = orjson.loads(disk.read_file(Layout(path).card))
        if isinstance(said, dict):
            return said
    return {}


def is_encrypted(path: Path) -> bool:
    """Whether a data folder is encrypted; no key is needed to tell."""
    card = card_in(path)
    return "recipients" in card if card else Layout(path).identity.exists()
