"""Table G: where things stand between the mentor and each person; a death is a line of its own."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from mentor_tui.reports.counting import OTHER_WORD, of_people
from mentor_tui.reports.tables import Group, Line, Table, counted
from mentor_tui.reports.work import PeriodOfWork
from store.records import Client
from store.vocabulary import STATUSES

_BASE = "people in the records"


def where_things_stand(month: PeriodOfWork) -> Table:
    """Everyone in the records at the end of the days, by the newest standing that is known."""
    return Table("G", "Where things stand", (Group("People", tuple(_lines(month)), adds_up=True),))


def _stands_since(client: Client, month: PeriodOfWork) -> date | None:
    """The first day the standing is known of: when it was set, else when the person was written down."""
    if client.status_on or not client.written_at:
        return client.status_on or client.met_on
    return client.written_at.astimezone(month.moment.tz).date()


def _lines(month: PeriodOfWork) -> Iterator[Line]:
    people, base = month.people, len(month.people)
    then: defaultdict[str, list[int]] = defaultdict(list)
    for client in people:
        since = _stands_since(client, month)
        # Only the newest standing is kept: one set after the days says nothing of how it was at their end.
        then["" if since and since > month.last else client.status].append(client.id)
    for term in STATUSES:
        those = then.pop(term.code, [])
        # A death is never printed to say that nobody died, and never put together with anything.
        if those or term.code != "died":
            yield counted(term.label, of_people(those), base, _BASE)
    unknown = then.pop("", [])
    if own := [id for those in then.values() for id in those]:
        yield counted(OTHER_WORD, of_people(own), base, _BASE)
    yield counted("where we stood then: not known", of_people(unknown), base, _BASE, missing=True)
