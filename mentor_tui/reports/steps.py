"""The steps from a release to a talk at the end, each out of the one before (McLeod 2020, CMAJ Open 8(1))."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from mentor_tui.reports.counting import of_people
from mentor_tui.reports.crossings import day_they_went_is_unknown, went_on
from mentor_tui.reports.tables import Behind, Line, counted
from mentor_tui.reports.work import PeriodOfWork
from store.records import EndConversation
from store.two_way import is_in_person

_DAYS = timedelta(days=3)  # McLeod 2020: a doctor, and any service, within 3 days
_DOCTOR = "health"
_TALKS = "talks at the end"
_TALKS_OVER = "talks, 3 days over"
_AGREED = "times met and agreed"


@dataclass(frozen=True, slots=True)
class _Beginning:
    """A release in the period, or a first meeting of someone without one; a person may have several."""

    client_id: int
    part: int
    on: date
    until: date
    """The day the next one begins."""
    is_first: bool

    def holds(self, day: date) -> bool:
        """Whether what was on this day belongs to it; what was before all of them belongs to the first."""
        return (self.is_first or self.on <= day) and day < self.until


def steps(month: PeriodOfWork) -> Iterator[Line]:
    """The chain of the source's table; a step nobody can have taken yet is not printed."""
    begun = list(_begun(month))
    met = _met(begun, month)
    agreed = [each for each in met if month.agreement(each.client_id) == "agreed"]
    began = "releases, and first meetings without one"
    yield counted("times support began", _behind(begun), None, began)
    different = of_people(each.client_id for each in begun)
    yield counted("different people", different, None, "one person may begin more than once")
    yield from _step("met in person then", met, begun, "times begun")
    yield from _step("met, and agreed to records", agreed, met, "times begun and met")
    yield from _at_the_end(agreed, month)


def _step(label: str, those: Iterable[_Beginning], of: Collection[_Beginning], words: str) -> Iterator[Line]:
    if of:
        yield counted(label, _behind(those), len(of), words, share=True)


def _unknown(
    label: str, those: Collection[_Beginning], of: Collection[_Beginning], words: str
) -> Iterator[Line]:
    if those:
        yield counted(label, _behind(those), len(of), words, missing=True)


def _at_the_end(agreed: list[_Beginning], month: PeriodOfWork) -> Iterator[Line]:
    talks = {each: talk for each in agreed if (talk := _talk(each, month))}
    yield from _step("talked at the end", talks, agreed, _AGREED)
    undated = [each for each in agreed if each not in talks and _has_undated_talk(each, month)]
    yield from _unknown("day of the talk: not known", undated, agreed, _AGREED)
    yield from _within_days(talks, month)
    helped = [each for each, talk in talks.items() if talk.helped in ("yes", "some")]
    yield from _step("said it helped", helped, talks, _TALKS)
    unasked = [each for each, talk in talks.items() if talk.helped in ("", "not-asked")]
    yield from _unknown("said it helped: not asked", unasked, talks, _TALKS)


def _within_days(talks: Collection[_Beginning], month: PeriodOfWork) -> Iterator[Line]:
    over = [each for each in talks if each.on + _DAYS < month.moment.day]
    doctor = [each for each in over if _reached(each, month, _DOCTOR)]
    yield from _step("a doctor within 3 days", doctor, over, _TALKS_OVER)
    any_service = [each for each in over if _reached(each, month)]
    yield from _step("any service within 3 days", any_service, over, _TALKS_OVER)
    undated = [each for each in over if each not in any_service and _went_some_day(each, month)]
    yield from _unknown("day they went: not known", undated, over, _TALKS_OVER)
    early = [each for each in talks if each.on + _DAYS >= month.moment.day]
    yield from _unknown("3 days: too early to say", early, talks, _TALKS)


def _begun(month: PeriodOfWork) -> Iterator[_Beginning]:
    """By person, oldest first."""
    first, last = month.first, month.last
    days: dict[int, list[tuple[date, int]]] = {
        each.id: [(each.met_on, 0)] for each in month.people if each.met_on and first <= each.met_on <= last
    }
    releases = defaultdict(list)
    for id, place, on in month.released:
        releases[id].append((on, place))
    for id, those in sorted((days | releases).items()):
        those.sort()
        ends = [*(day for day, _ in those[1:]), date.max]
        for number, ((on, place), until) in enumerate(zip(those, ends, strict=True)):
            yield _Beginning(id, place, on, until, number == 0)


def _met(begun: list[_Beginning], month: PeriodOfWork) -> list[_Beginning]:
    days = defaultdict(list)
    for contact in month.by_sort["in-touch"]:
        if is_in_person(contact):
            for id in contact.client_ids:
                days[id].append(contact.on)
    return [each for each in begun if any(map(each.holds, days.get(each.client_id, ())))]


def _talk(begun: _Beginning, month: PeriodOfWork) -> EndConversation | None:
    """The newest talk at the end that belongs to it, by the end of the period."""
    dated = [
        (talk.on, talk.id, talk)
        for talk in month.end_talks.get(begun.client_id, ())
        if talk.on and begun.on <= talk.on < begun.until and talk.on <= month.last
    ]
    return max(dated)[2] if dated else None


def _has_undated_talk(begun: _Beginning, month: PeriodOfWork) -> bool:
    return any(talk.on is None for talk in month.end_talks.get(begun.client_id, ()))


def _reached(begun: _Beginning, month: PeriodOfWork, area: str = "") -> bool:
    bridges = month.referrals.get(begun.client_id, ())
    days = (day for each in bridges if area in ("", each.area) for day in went_on(each))
    return any(begun.on <= day <= begun.on + _DAYS for day in days)


def _went_some_day(begun: _Beginning, month: PeriodOfWork) -> bool:
    bridges = month.referrals.get(begun.client_id, ())
    return any(map(day_they_went_is_unknown, bridges))


def _behind(begun: Iterable[_Beginning]) -> Iterator[Behind]:
    return (Behind("clients", each.client_id, part=each.part) for each in begun)
