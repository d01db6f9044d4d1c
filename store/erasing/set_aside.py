"""Looking into a file that no rule describes: a torn end of a journal, a copy that a sync service made."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from store.erasing.versions import books_of
from store.seals import seals_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from store.codec import Codec
    from store.erasing.leaving import Leaving
    from store.folder import DataFolder

_AGE = b"age-encryption.org/v1"
_SEALED_LINE = re.compile(rb"(?m)^\d+ [0-9a-f]{64} ([A-Za-z0-9+/=]+)$")
_BEGUN_PLAIN = re.compile(rb"(?m)^\d+ [0-9a-f]{32} \{[^\n]*\Z")
_TORN = ("caseload-after-", "notebook-after-")
_LEAST_BEGUN = 8
"""Letters of a beginning that tell whose it is."""
_BEGUN_LINE = re.compile(rb"(?m)^\d+ [0-9a-f]{0,64}(?: [A-Za-z0-9+/=]*)?\Z")


class Looked(Enum):
    """What was seen in it."""

    CLEAR = "nothing of theirs"
    HOLDS = "something of theirs"
    SHUT = "nobody can tell"
    CUT = "it ends in the middle"


def looked_into(name: str, content: bytes, folder: DataFolder, leaving: Leaving) -> Looked:
    """Whether anything of those who leave stands in a file, sealed or not."""
    texts, is_whole = _opened(content, folder)
    shown = " ".join((name, *(text.decode("utf-8", "replace") for text in texts)))
    if _holds(shown, leaving):
        return Looked.HOLDS
    # Sealed again it has one file around it: what was cut is what was opened last.
    if is_whole and _may_be_theirs(name, leaving) and _BEGUN_PLAIN.search(texts[0]):
        return Looked.HOLDS if _ends_in_theirs(texts[0], leaving) else Looked.CUT
    return Looked.CLEAR if is_whole else Looked.SHUT


def _opened(content: bytes, folder: DataFolder) -> tuple[list[bytes], bool]:
    """All that can be read in it, and whether that is everything."""
    seals = seals_of(folder.keys)
    if content.startswith(_AGE):
        for seal in seals:
            try:
                opened = seal.open(content)
            except ValueError:
                continue
            if opened != content:
                inside, is_whole = _opened(opened, folder)
                return inside, is_whole
        return [], False
    lines = list(_lines(content, folder))
    is_cut = folder.is_encrypted and bool(_BEGUN_LINE.search(content)) and not content.endswith(b"\n")
    return [content, *(line for line in lines if line)], not is_cut and all(
        line is not None for line in lines
    )


def _lines(content: bytes, folder: DataFolder) -> Iterator[bytes | None]:
    """The sealed commits in it; None for one that cannot be opened."""
    if not folder.is_encrypted:
        return
    for found in _SEALED_LINE.finditer(content):
        yield next(filter(None, (_commit(found[1], ledger.codec) for ledger in books_of(folder))), None)


def _commit(sealed: bytes, codec: Codec) -> bytes | None:
    try:
        return codec.open(sealed)
    except ValueError:
        return None


def _holds(text: str, leaving: Leaving) -> bool:
    if leaving.called.are_in(text):
        return True
    said = (*leaving.uids, *leaving.traces)
    if any(form in text for each in said for form in (each, *_as_json(each))):
        return True
    return any(
        re.search(rf'"client_id":\s*{id}\b|"client_ids":\s*\[[^\]]*\b{id}\b|"clients",\s*{id}\b', text)
        for id in leaving.people
    )


def _may_be_theirs(name: str, leaving: Leaving) -> bool:
    """Whether it is the end of a journal that was torn, of a book in which something of theirs stood."""
    return name.startswith(("notebook-after-",) if leaving.wish.pages else _TORN)


def _ends_in_theirs(content: bytes, leaving: Leaving) -> bool:
    """Whether it was cut off within words of theirs; what tells whose they are comes after the words."""
    text = content.decode("utf-8", "replace").rstrip("\ufffd")
    forms = (form for each in leaving.traces for form in _as_json(each))
    return any(
        form.startswith(text[found.start() :])
        for form in forms
        for found in re.finditer(re.escape(form[:_LEAST_BEGUN]), text)
    )


def _as_json(text: str) -> Iterator[str]:
    """The text as JSON has it between its quotation marks, in ASCII and not."""
    import json

    for is_ascii in (True, False):
        yield json.dumps(text, ensure_ascii=is_ascii)[1:-1]
