"""Records by their area of need: those of the list in its order, other words together, then not known."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from mentor_tui.reports.counting import OTHER_WORD
from store.vocabulary import AREAS

NO_AREA = "area not asked or not known"


class HasArea(Protocol):
    """A need or a bridge."""

    @property
    def area(self) -> str:
        """A code of AREAS, her own word, or ""."""
        ...


A = TypeVar("A", bound=HasArea)


def by_area(records: Iterable[A]) -> list[tuple[str, list[A]]]:
    """The title of each area and what belongs to it, those with nothing too."""
    each = list(records)
    known = {term.code for term in AREAS}
    found = [(term.label, [one for one in each if one.area == term.code]) for term in AREAS]
    found.append((OTHER_WORD, [one for one in each if one.area and one.area not in known]))
    found.append((NO_AREA, [one for one in each if not one.area]))
    return found
