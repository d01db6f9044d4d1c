"""What an import would change, told apart from what the mentor wrote herself."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from mentor_tui.exchange.hsds.mapping import SOURCE_FIELDS
from store.records import Service

_EMPTY = ("", (), None)


def fingerprint(fields: Mapping[str, Any]) -> str:
    """A short mark of each field the source fills, kept as `source_hash`.

    Field by field, so that a later import can tell her own correction of one field from the
    source's change of another.
    """
    return " ".join(f"{name}:{_mark(fields[name])}" for name in SOURCE_FIELDS if fields[name] not in _EMPTY)


def renewed(kept: Service, fields: Mapping[str, Any]) -> tuple[Service, int]:
    """The service after the import, and how many fields stay as she wrote them though the source changed.

    A field whose value is no longer what the last import put there was changed by her, and stays.
    """
    before = _marks(kept.source_hash)
    taken: dict[str, Any] = {"source_hash": fingerprint(fields)}
    hers = 0
    after = _marks(taken["source_hash"])
    for name in SOURCE_FIELDS:
        if before.get(name) == after.get(name):
            continue
        if _own_mark(getattr(kept, name)) == before.get(name):
            taken[name] = fields[name]
        elif getattr(kept, name) != fields[name]:
            hers += 1
    return msgspec.structs.replace(kept, **taken), hers


class Kept:
    """The services already there, found again by what the source calls them."""

    def __init__(self, existing: Sequence[Service], source: str) -> None:
        self.source = source
        self._by_source: dict[tuple[str, str], Service] = {}
        self._by_ids: dict[tuple[str, str, str], Service] = {}
        for one in existing:
            if one.source_id:
                self._by_source.setdefault((one.source, one.source_id), one)
                self._by_ids.setdefault((one.source_id, one.source_organization_id, one.name), one)

    def find(self, id: str, organization_id: str, name: str) -> Service | None:
        """The same service as it is kept; a folder renamed since the last import is still recognized."""
        found = self._by_source.get((self.source, id))
        # Two directories may lie in folders of one name and both count from 1: where neither the
        # organization nor the name agrees, it is another service.
        if found and (found.source_organization_id == organization_id or found.name == name):
            return found
        return self._by_ids.get((id, organization_id, name))


def _marks(kept: str) -> dict[str, str]:
    pairs = (word.partition(":") for word in kept.split())
    return {name: mark for name, _, mark in pairs}


def _own_mark(value: Any) -> str | None:
    return None if value in _EMPTY else _mark(value)


def _mark(value: Any) -> str:
    return hashlib.blake2b(msgspec.json.encode(value), digest_size=6).hexdigest()
