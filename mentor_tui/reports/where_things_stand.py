"""Table G: where things stand between the mentor and each person; a death is a line of its own."""

from collections import defaultdict
from collections.abc import Iterator

from mentor_tui.reports.counting import OTHER_WORD, of_people
from mentor_tui.reports.tables import Group, Line, Table, counted
from mentor_tui.reports.work import PeriodOfWork
from store.vocabulary import STATUSES

_BASE = "people in the records"


def where_things_stand(month: PeriodOfWork) -> Table:
    """Everyone in the records at the end of the days, by the newest standing that is known."""
    return Table("G", "Where things stand", (Group("People", tuple(_lines(month)), adds_up=True),))


def _lines(month: PeriodOfWork) -> Iterator[Line]:
    people, base = month.people, len(month.people)
    then: defaultdict[str, list[int]] = defaultdict(list)
    for client in people:
        # Only the newest standing is kept: one set after the days says nothing of how it was at their end.
        is_later = client.status_on is not None and client.status_on > month.period.last
        then["" if is_later else client.status].append(client.id)
    for term in STATUSES:
        those = then.pop(term.code, [])
        # A death is never printed to say that nobody died, and never put together with anything.
        if those or term.code != "died":
            yield counted(term.label, of_people(those), base, _BASE)
    unknown = then.pop("", [])
    if own := [id for those in then.values() for id in those]:
        yield counted(OTHER_WORD, of_people(own), base, _BASE)
    yield counted("where we stood then: not known", of_people(unknown), base, _BASE, missing=True)
