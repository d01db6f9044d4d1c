"""People of a file while the mentor says who of them comes in: ticks, and what each tick comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui.exchange.people_in import ADD, MERGE, SKIP, plan_people, read_people

if TYPE_CHECKING:
    from mentor_tui.exchange.people_in import PeoplePlan
    from mentor_tui.exchange.sheets.incoming import PeopleFile
    from store.caseload import Caseload

_NEXT = {"here": MERGE, "filled": ADD, "nothing-new": ADD, "unclear": ADD, "not-chosen": SKIP}
"""What a tick comes to, by what it came to before; what is not here takes it away."""


@dataclass(frozen=True)
class PeopleInHand:
    """A file, what its columns are taken for, and who is ticked. Nothing is written."""

    path: Path
    file: PeopleFile
    caseload: Caseload
    said: Mapping[str, str] = field(default_factory=dict)
    """What a column holds, by its heading, where she changed it."""
    ticked: Mapping[int, str] = field(default_factory=dict)
    """Number of each who comes in, with what becomes of them if they are here already (SAME)."""

    @cached_property
    def plan(self) -> PeoplePlan:
        """What would become of everyone."""
        return plan_people(self.file, self.caseload, self.ticked.keys(), self.ticked)

    def turned(self, number: int) -> PeopleInHand:
        """The next choice for one: in or not; for one who is here already also filled, then added anyway."""
        outcome = next((row.outcome for row in self.plan.rows if row.number == number), "")
        if not outcome:
            return self
        ticked = {one: what for one, what in self.ticked.items() if one != number}
        if outcome in _NEXT:
            ticked[number] = _NEXT[outcome]
        return self._with(ticked)

    def turned_all(self) -> PeopleInHand:
        """Everyone who is not here yet; nobody, where they all are ticked."""
        more = {row.number: SKIP for row in self.plan.rows if row.outcome == "not-chosen"}
        return self._with({**self.ticked, **more} if more else {})

    def column(self, heading: str, field: str) -> PeopleInHand:
        """The file read again, with a column taken for something else. Ticks stay with their rows.

        Raises:
            ImportRefused: no column would hold names then.
        """
        said = {**self.said, heading: field}
        return looked_at(self.path, self.caseload, said, self.ticked)

    def again(self) -> PeopleInHand:
        """The same beside the record as it is now."""
        return PeopleInHand(self.path, self.file, self.caseload, self.said, self.ticked)

    def _with(self, ticked: Mapping[int, str]) -> PeopleInHand:
        return PeopleInHand(self.path, self.file, self.caseload, self.said, ticked)


def looked_at(
    path: Path,
    caseload: Caseload,
    said: Mapping[str, str] | None = None,
    ticked: Mapping[int, str] | None = None,
) -> PeopleInHand:
    """A file with nobody ticked.

    Raises:
        ImportRefused: it cannot be read.
    """
    file = read_people(path, caseload, said=said)
    return PeopleInHand(path, file, caseload, said or {}, ticked or {})
