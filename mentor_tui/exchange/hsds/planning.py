"""The plan of an import: what would be added and changed, with every row of every file accounted for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from mentor_tui.exchange.hsds.diff import Kept, fingerprint, renewed
from mentor_tui.exchange.hsds.folder import HsdsFolder, Progress, read_folder
from mentor_tui.exchange.hsds.links import Links, link
from mentor_tui.exchange.hsds.mapping import PlaceShelf, service_fields
from mentor_tui.exchange.hsds.notes import directory_notes
from mentor_tui.exchange.hsds.tables import Table
from mentor_tui.exchange.words import counted
from store.records import Service


@dataclass(frozen=True, slots=True)
class FileRows:
    """What became of the rows of one file. The counts add up to `rows`."""

    file: str
    rows: int
    added: int
    """Rows that tell of a service that is new."""
    updated: int
    unchanged: int
    left_out: tuple[tuple[str, int], ...]
    """(reason, how many rows), most rows first."""


@dataclass(frozen=True, slots=True)
class ServiceImport:
    """What an import would do. Nothing is changed until it is applied."""

    source: str
    """The directory's name: its folder."""
    added: tuple[Service, ...]
    updated: tuple[tuple[Service, Service], ...]
    """(before, after)."""
    unchanged: int
    rows: tuple[FileRows, ...]
    notes: tuple[str, ...]
    """What the mentor should know, a sentence each."""

    @property
    def changes_nothing(self) -> bool:
        """Whether everything is already there as the directory has it."""
        return not self.added and not self.updated


def plan_import(folder: Path, existing: Sequence[Service], on_progress: Progress) -> ServiceImport:
    """Read an HSDS folder and say what importing it would change.

    Args:
        existing: every service now kept.
        on_progress: told what is being done, how many are done, and of how many.

    Raises:
        ImportRefused: the folder is not HSDS, or a file in it cannot be read.
    """
    found = read_folder(folder, on_progress)
    links = link(found)
    return _Planner(found, links, Kept(existing, found.name)).plan(existing, on_progress)


class _Planner:
    def __init__(self, found: HsdsFolder, links: Links, kept: Kept) -> None:
        self.found, self.links, self.kept = found, links, kept
        self.added: list[Service] = []
        self.updated: list[tuple[Service, Service]] = []
        self.fates: dict[str, str] = {}
        self.seen: set[int] = set()
        self.hers = 0

    def plan(self, existing: Sequence[Service], on_progress: Progress) -> ServiceImport:
        shelf, total = PlaceShelf(self.links), len(self.links.services)
        for done, id in enumerate(self.links.services):
            if done % 50 == 0:
                on_progress("Comparing services", done, total)
            self.fates[id] = self._one(id, shelf)
        on_progress("Compared", total, total)
        return ServiceImport(
            source=self.found.name,
            added=tuple(self.added),
            updated=tuple(self.updated),
            unchanged=sum(fate == "unchanged" for fate in self.fates.values()),
            rows=tuple(map(self._account, self.found.files)),
            notes=tuple(self._notes(existing)),
        )

    def _one(self, id: str, shelf: PlaceShelf) -> str:
        organization_id = self.links.organization_of[id]
        fields = service_fields(id, self.links, shelf)
        kept = self.kept.find(id, organization_id, fields["name"])
        if kept is None or kept.id in self.seen:
            self.added.append(
                Service(
                    **fields,
                    source=self.found.name,
                    source_id=id,
                    source_organization_id=organization_id,
                    source_hash=fingerprint(fields),
                )
            )
            return "added"
        self.seen.add(kept.id)
        after, hers = renewed(kept, fields)
        self.hers += hers
        if after == kept:
            return "unchanged"
        self.updated.append((kept, after))
        return "updated"

    def _account(self, table: Table) -> FileRows:
        counts: Counter[str] = Counter()
        reasons: Counter[str] = Counter()
        for row in table.rows:
            reason = self.links.left_out.get((row.file, row.number))
            if reason is not None:
                reasons[reason] += 1
                continue
            fates = {self.fates[id] for id in self.links.belongs[row.file, row.number]}
            counts["added" if "added" in fates else "updated" if "updated" in fates else "unchanged"] += 1
        left_out = tuple(reasons.most_common())
        many = len(table.rows)
        return FileRows(table.file, many, counts["added"], counts["updated"], counts["unchanged"], left_out)

    def _notes(self, existing: Sequence[Service]) -> list[str]:
        gone = sum(one.source == self.found.name and one.id not in self.seen for one in existing)
        mine = (
            (self.hers, "field", "that you changed yourself: kept as you wrote it."),
            (gone, "service", "of an earlier import: not in the folder any more, kept as it was."),
        )
        told = [f"{counted(many, one)} {words}" for many, one, words in mine if many]
        return directory_notes(self.found, self.links) + told
