"""What the answer to "who is waiting?" is made of."""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Protocol

import msgspec

from store.records import Appointment, Client, Contact, Promise, Referral

BANDS = ("now", "today", "week", "later")
"""Most pressing first."""

KINDS_OF_REASON = (
    "first_days",
    "expected_release",
    "rhythm",
    "window",
    "plan_passed",
    "promise_passed",
    "plan",
    "promise",
    "bridge",
    "left_until",
    "nothing_agreed",
)


class Records(Protocol):
    """The reads this needs; Caseload has them."""

    @property
    def release_curve(self) -> tuple[int, ...]:
        """Days after a release on which to be in touch, for whoever has none of their own."""
        ...

    def people(self) -> Iterable[Client]:
        """Everyone, active or not."""
        ...

    def contacts_with(self, client_id: int, /) -> Iterable[Contact]:
        """That person's contacts, newest first."""
        ...

    def appointments_of(self, client_id: int, /) -> Iterable[Appointment]:
        """That person's plans; of 0, the mentor's own."""
        ...

    def promises_of(self, client_id: int, /) -> Iterable[Promise]:
        """What the mentor promised that person."""
        ...

    def referrals_of(self, client_id: int, /) -> Iterable[Referral]:
        """That person's bridges."""
        ...

    def service_name(self, service_id: int, /) -> str:
        """How the service is called in a list; empty if it is gone."""
        ...


class RecordRef(msgspec.Struct, frozen=True):
    """Where a record is."""

    table: str
    id: int


class Reason(msgspec.Struct, frozen=True):
    """One reason why someone is waiting."""

    kind: str
    """One of KINDS_OF_REASON."""
    text: str
    records: tuple[RecordRef, ...]
    band: str = "later"
    """The band this reason alone would put them in."""
    due: datetime | None = None
    """Instant it falls or fell due, UTC; None where nothing falls due."""
    also_coming: bool = False
    """COMING UP shows it too."""
    of_today: bool = False
    """An item of today: it is shown even while the person is left until a day."""


class Waiting(msgspec.Struct, frozen=True):
    """One active person, and why they are where they are."""

    client: Client
    band: str
    reasons: tuple[Reason, ...]
    """Most pressing first; never empty."""
    in_first_days: bool = False
    while_away: bool = False
    """A day has passed, and the mentor was away meanwhile."""
    made_room: bool = False
    """Under `today` and not `now`, because she is away or came back today."""

    @property
    def shown(self) -> tuple[Reason, ...]:
        """The reasons Today writes out: what COMING UP shows is left out, unless it alone put them here."""
        kept = tuple(reason for reason in self.reasons if not reason.also_coming)
        if any(reason.band == self.band for reason in kept):
            return kept
        return (self.reasons[0], *kept)


class Coming(msgspec.Struct, frozen=True):
    """One plan that is coming up, or another thing that has its day."""

    client_id: int
    """0 for the mentor's own."""
    name: str
    on: date
    at: time | None
    """Wall time; None is the whole day."""
    text: str
    """What, and what goes with it: "court, going along"."""
    record: RecordRef
    what: str = ""
    """The first half of the text: "court"."""
    goes_with: str = ""
    """The second half: "going along"."""
    is_later: bool = False
    """A later day of the record, which comes back; derived, not on the disk."""
    comes_back: bool = False
    result: str = ""
    """RESULTS: what became of it, in a list that shows that too."""
