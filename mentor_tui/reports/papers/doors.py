"""The doors of a gate page: which services, and what of them may stand on a paper anyone may find."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentor_tui.reports.papers.opening_days import CLOSED, NOT_KNOWN, open_on
from store.errors import NotFound
from store.records import Appointment, Phone, Service
from store.vocabulary import OPEN_STAGES

if TYPE_CHECKING:
    from datetime import date

    from store.caseload import Caseload

APPOINTMENT = "appointment"
NAMED_KINDS = {
    "touch": "in touch",
    "income": "income assistance",
    "housing": "housing",
    "dentist": "dentist",
    "id": "ID and papers",
    "bank": "bank",
    "phone-ends": "phone plan ends",
    "work-school": "work or school",
    "family": "family",
    "ceremony": "ceremony",
    "rent": "rent is due",
}
"""Kinds of plans that may be said aloud, in our words: hers may say more. Any other is an appointment."""
UNSAID_KINDS = frozenset({"release", "medication-ends", "condition-ends", "consent-ends"})
"""Nobody goes anywhere on these; they stay off the page."""
_UNSAID_AREAS = frozenset(
    {"health", "medication", "harm-reduction", "treatment", "mental-health", "legal", "supervision", "safety"}
)
_LONGEST = 60
LONGEST_CELL = 36
"""What fits into two lines of a cell, in letters."""
# Words that tell of custody, court or health wherever they stand; the page has a line to write on instead.
_TELLS = re.compile(
    r"\b(?:jail|prison|custod|correction|remand|pretrial|parole|probation|bail|court|lawyer|legal|release|"
    r"discharge|police|warrant|detox|rehab|recovery|treatment|methadone|suboxone|kadian|oat|opioid|opiate|"
    r"naloxone|narcan|medic|meds|prescri|pharmac|pill|inject|clinic|hospital|health|mental|psych|doctor|hiv|"
    r"hep|addict|substance|overdose|harm reduction|needle)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Door:
    """One service as it stands on the page."""

    service: Service
    is_named: bool
    """False where its name alone would tell why somebody goes there: then its address stands for it."""

    @property
    def name(self) -> str:
        """What it is called on the page."""
        service = self.service
        return brief(service.name or service.short, LONGEST_CELL) if self.is_named else APPOINTMENT

    @property
    def address(self) -> str:
        """Where it is: its own address, else that of its first place that has one."""
        addresses = (self.service.address, *(place.address for place in self.service.places))
        return brief(next((each for each in addresses if each), ""), LONGEST_CELL)

    @property
    def phones(self) -> str:
        """Two numbers at most, without what they are for."""
        own = self.service.phones or next((each.phones for each in self.service.places if each.phones), ())
        return ", ".join(_number(phone) for phone in own[:2])

    def hours(self, day: date) -> str:
        """When it is open on that day."""
        service = self.service
        if service.status in ("inactive", "defunct", "temporarily-closed"):
            return CLOSED
        rows = service.hours or next((each.hours for each in service.places if each.hours), ())
        if not rows:
            may_be_said = self.is_named and service.hours_note and not tells(service.hours_note)
            return brief(service.hours_note, LONGEST_CELL) if may_be_said else NOT_KNOWN
        said = open_on(rows, day.weekday(), with_notes=self.is_named)
        if tells(said) or len(said) > LONGEST_CELL:
            said = open_on(rows, day.weekday(), with_notes=False)
        return brief(said, LONGEST_CELL)


def doors(caseload: Caseload, client_id: int, plans: Iterable[Appointment]) -> list[Door]:
    """Services of these plans and of the bridges under way, those with the earliest plan first."""
    named: dict[int, bool] = {}
    for service_id, is_named in (*_of_plans(plans), *_of_bridges(caseload, client_id)):
        # One reason not to say its name is enough.
        named[service_id] = named.get(service_id, True) and is_named
    found = ((_service(caseload, id), is_named) for id, is_named in named.items())
    return [Door(service, is_named and _may_be_named(service)) for service, is_named in found if service]


def tells(words: str) -> bool:
    """Whether words would tell a finder what they are for."""
    return _TELLS.search(words) is not None


def brief(words: str, longest: int = _LONGEST) -> str:
    """Words that stay short enough for a page of paper."""
    line = " ".join(words.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _of_plans(plans: Iterable[Appointment]) -> Iterator[tuple[int, bool]]:
    for plan in plans:
        if plan.service_id:
            yield plan.service_id, plan.kind in NAMED_KINDS


def _of_bridges(caseload: Caseload, client_id: int) -> Iterator[tuple[int, bool]]:
    for bridge in caseload.referrals_of(client_id):
        # An idea is nobody's wish yet; what is settled needs no paper.
        if bridge.service_id and bridge.stage in OPEN_STAGES - {"idea"}:
            yield bridge.service_id, bridge.area not in _UNSAID_AREAS


def _may_be_named(service: Service) -> bool:
    """Whether its name and what it is known for may be said; one that nobody put in an area may be."""
    if tells(service.name or service.short):
        return False
    return not service.areas or any(area not in _UNSAID_AREAS for area in service.areas)


def _service(caseload: Caseload, id: int) -> Service | None:
    try:
        return caseload.get(Service, id)
    except NotFound:
        return None


def _number(phone: Phone) -> str:
    return f"{phone.number} ext. {phone.extension}" if phone.extension else phone.number
