"""What a report is asked for with: which days, about whom, for whom."""

from dataclasses import dataclass

from store.clock import Moment
from store.period import Period, month_of
from store.records import Client

OWN = "own"
HANDING_ON = "handing-on"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request for a report."""

    moment: Moment
    """When it is made."""
    period: Period | None = None
    """The days it is about; this month where none are given."""
    person: Client | None = None
    """About whom, for a report about one person."""
    to: str = ""
    """For whom by name, as the consent names them; "" for the mentor, or for the person themselves."""
    view: str = OWN
    """OWN: nothing is hidden; HANDING_ON: small numbers are."""
    least: int = 5
    """The least number that is shown in what is for handing on."""
    initials: bool = False
    """Initials in the place of names, where the report can do that."""

    @property
    def days(self) -> Period:
        """The days it is about."""
        return self.period or month_of(self.moment.day)
