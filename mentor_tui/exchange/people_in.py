"""People brought in from a spreadsheet or a phone: who is new, who is here, and what becomes of each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.sheets.incoming import Incoming, PeopleFile
from store.names import name_key
from store.one_person import digits_of, filled
from store.records import Client
from store.text import clean_line

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.saved import Saved

LABEL = "import of people"
SKIP, MERGE, ADD = "skip", "merge", "add"
SAME = (SKIP, MERGE, ADD)
"""What may become of somebody who seems to be here: left out, merged into them, or added as another."""
_CARDS = (".vcf", ".vcard")


@dataclass(frozen=True, slots=True)
class PlannedPerson:
    """One person of the file, and what becomes of them."""

    number: int
    client: Client
    """As the file has them."""
    outcome: str
    """"new", "another" (of the same name), "filled" (merged, with something new), "nothing-new" (merged, and
    all of it is known), "here" (left out), "unclear" (several are here) or "not-chosen"."""
    same_as: str = ""
    """Who is here already."""
    by: str = ""
    """What they are known by: "name", "number", "export"."""
    not_kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PeoplePlan:
    """What a file of people would become here; nothing is written."""

    file: PeopleFile
    rows: tuple[PlannedPerson, ...]
    added: tuple[Client, ...]
    changed: tuple[tuple[Client, Client], ...]

    def many(self, *outcomes: str) -> int:
        """How many come to that."""
        return sum(row.outcome in outcomes for row in self.rows)

    @property
    def changes_nothing(self) -> bool:
        """Nobody is new, and nothing is new of anybody."""
        return not (self.added or self.changed)


def read_people(
    path: Path, caseload: Caseload, *, said: Mapping[str, str] | None = None, sheet: str = ""
) -> PeopleFile:
    """The people of a spreadsheet or a file of vCards; nothing is written.

    Args:
        said: what a column holds, by its heading, where the guess is not right.

    Raises:
        ImportRefused: it cannot be read; nothing was changed.
    """
    if path.suffix.lower() in _CARDS:
        from mentor_tui.exchange.vcf.cards import read_cards

        if said or sheet:
            raise ImportRefused(
                f"{clean_line(path.name)} holds cards, which have neither columns nor sheets."
            )
        return read_cards(path)
    from mentor_tui.exchange.sheets.people_rows import people_in
    from mentor_tui.exchange.sheets.reading import read_sheet

    return people_in(read_sheet(path, sheet), caseload, said or {})


def plan_people(
    file: PeopleFile,
    caseload: Caseload,
    chosen: Collection[int] | None = None,
    same: Mapping[int, str] | str = SKIP,
) -> PeoplePlan:
    """What becomes of the people of a file, one after the other: the second of a name meets the first.

    Args:
        chosen: numbers of those to bring in; None for everyone.
        same: what becomes of those who seem to be here (SAME), for all or by their number.
    """
    book = _Book(caseload.people())
    rows = []
    for one in file.people:
        wanted = same if isinstance(same, str) else same.get(one.number, SKIP)
        rows.append(book.put(one, wanted, is_chosen=chosen is None or one.number in chosen))
    return PeoplePlan(file, tuple(rows), book.added(), book.changed())


def numbers_of(file: PeopleFile, names: Iterable[str]) -> tuple[int, ...]:
    """The numbers of those who go by these names in a file.

    Raises:
        ImportRefused: nobody in it goes by one of them.
    """
    found: list[int] = []
    for name in names:
        numbers = [one.number for one in file.people if name_key(one.client.name) == name_key(name)]
        if not numbers:
            raise ImportRefused(f"Nobody in {file.shown} is called “{clean_line(name)}”.")
        found += numbers
    return tuple(dict.fromkeys(found))


def import_people(plan: PeoplePlan, caseload: Caseload) -> Saved:
    """Keep what is new, as one act with one undo."""
    return caseload.apply_import(LABEL, plan.added, plan.changed)


class _Book:
    """Everyone who is here, and who comes in as the file is read."""

    def __init__(self, people: Iterable[Client]) -> None:
        self._before = list(people)
        self._now = list(self._before)
        self._by_name: dict[str, list[int]] = {}
        self._by_number: dict[str, list[int]] = {}
        self._by_uid: dict[str, int] = {}
        for place, client in enumerate(self._now):
            self._know(place, client)

    def put(self, one: Incoming, wanted: str, *, is_chosen: bool) -> PlannedPerson:
        """Take one person in, or not; what became of them."""
        places, by = self._like(one.client)
        if len(places) > 1 and wanted == MERGE:
            outcome = "unclear"
        elif places and wanted != ADD:
            outcome = "here"
        else:
            outcome = "another" if places else "new"
        at = places[0] if places else -1
        if not is_chosen and outcome != "unclear":
            outcome = "here" if places else "not-chosen"
        elif outcome in ("new", "another"):
            # An export of ours that is taken in a second time is another person with a number of their own.
            self._add(replace(one.client, uid="") if places else one.client)
        elif outcome == "here" and wanted == MERGE:
            outcome = "filled" if self._fill(at, one.client) else "nothing-new"
        same_as = self._now[at].name if at >= 0 else ""
        return PlannedPerson(one.number, one.client, outcome, same_as, by, one.not_kept)

    def added(self) -> tuple[Client, ...]:
        """Who is new, with all that the file says of them."""
        return tuple(self._now[len(self._before) :])

    def changed(self) -> tuple[tuple[Client, Client], ...]:
        """Who was here and is changed: before, after."""
        both = zip(self._before, self._now, strict=False)
        return tuple((before, after) for before, after in both if before != after)

    def _like(self, client: Client) -> tuple[list[int], str]:
        """Who seems to be the same, and what they are known by."""
        if client.uid in self._by_uid:
            return [self._by_uid[client.uid]], "export"
        named = self._by_name.get(name_key(client.name), [])
        numbers = [
            place
            for channel in client.channels
            for place in self._by_number.get(digits_of(channel.value), ())
        ]
        both = [place for place in named if place in numbers]
        if both or named:
            return both or named, "name"
        return list(dict.fromkeys(numbers)), "number" if numbers else ""

    def _add(self, client: Client) -> None:
        self._now.append(client)
        self._know(len(self._now) - 1, client)

    def _fill(self, place: int, client: Client) -> bool:
        before = self._now[place]
        self._now[place] = filled(before, client)
        self._know(place, client)
        return self._now[place] != before

    def _know(self, place: int, client: Client) -> None:
        for uid in filter(None, (client.uid, *client.merged_uids)):
            self._by_uid.setdefault(uid, place)
        keys = [(self._by_name, name_key(client.name))]
        # A number that several share says of nobody that it is them.
        own = (channel for channel in client.channels if channel.whose not in ("shared", "someone-elses"))
        keys += [(self._by_number, digits_of(channel.value)) for channel in own]
        for book, key in keys:
            if key and place not in book.setdefault(key, []):
                book[key].append(place)
