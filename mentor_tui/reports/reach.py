"""Table A: people, releases and agreement, each kept apart from the count of contacts."""

from collections.abc import Iterator

from mentor_tui.reports.counting import lines_by_code
from mentor_tui.reports.tables import Group, Line, Table
from mentor_tui.reports.work import PeriodOfWork
from store.records import Client, Consent
from store.vocabulary import HOW_MET

_SUPPORTED = "people supported"


def reach(month: PeriodOfWork) -> Table:
    """Who was reached this month, with a base on each line."""
    supported = [each for each in month.people if each.id in month.supported]
    met = lines_by_code(
        (each.how_met for each in supported), HOW_MET, _SUPPORTED, "how we met: not asked or not known"
    )
    groups = (
        Group("People", tuple(_people(month))),
        Group("In touch", tuple(_in_touch(month))),
        Group("Agreed to records", tuple(_agreed(month, supported))),
        Group("How we met", met),
        Group("Releases", tuple(_releases(month))),
        Group("Without a record", (_unnamed(month),)),
    )
    return Table("A", "Reach", tuple(group for group in groups if group.lines))


def _people(month: PeriodOfWork) -> Iterator[Line]:
    known = len(month.people)
    base = "people in the records"
    yield Line("people in the records", known, None, "by the end of the month")
    yield Line("people supported", len(month.supported), known, base)
    yield Line("new this month", sum(month.is_in(each.met_on) for each in month.people), known, base)
    unknown = sum(each.met_on is None for each in month.people)
    yield Line("day we met: not known", unknown, known, base, missing=True)


def _in_touch(month: PeriodOfWork) -> Iterator[Line]:
    reached = len(month.reached_out_to)
    base = "people reached out to"
    yield Line("reached out to", reached, len(month.supported), _SUPPORTED)
    yield Line("in touch at least once", len(month.in_touch), reached, base)
    yield Line("met in person at least once", len(month.met_in_person), reached, base)


def _agreed(month: PeriodOfWork, supported: list[Client]) -> Iterator[Line]:
    states = [_agreement(month, each) for each in supported]
    base = len(supported)
    yield Line("agreed to records", states.count("agreed"), base, _SUPPORTED)
    yield Line("asked, and no or no longer", states.count("no"), base, _SUPPORTED)
    unknown = states.count("")
    yield Line("agreement: not asked or not known", unknown, base, _SUPPORTED, missing=True)


def _agreement(month: PeriodOfWork, client: Client) -> str:
    """The newest word on keeping notes by the end of the month."""
    asked = [
        each
        for each in month.records.consents_of(client.id)
        if each.purpose == "keep-notes"
        and each.state != "not-asked"
        and not (each.on and each.on > month.last)
    ]
    if not asked:
        return ""
    newest = max(asked, key=lambda each: (each.on or month.first.min, each.id))
    return "agreed" if _holds(newest, month) else "no"


def _holds(consent: Consent, month: PeriodOfWork) -> bool:
    expired = consent.expires_on is not None and consent.expires_on < month.last
    return consent.state == "active" and not expired


def _releases(month: PeriodOfWork) -> Iterator[Line]:
    released = [each.id for each in month.people for part in each.episodes if month.is_in(part.on)]
    people = len(set(released))
    words = f"different people: {people}"
    yield Line("releases this month", len(released), None, words)
    open_days = sum(
        part.on is None and month.is_in(part.expected_on) for each in month.people for part in each.episodes
    )
    words = "releases written or expected this month"
    yield Line("expected, actual day not known", open_days, len(released) + open_days, words, missing=True)


def _unnamed(month: PeriodOfWork) -> Line:
    met = sum(each.unnamed for each in month.entries)
    return Line("met without a record", met, None, "times, not added to people")
