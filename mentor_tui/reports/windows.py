"""Table B: what was done, by days since the release (activities: Hyde 2022, Health & Justice, Table 3)."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from mentor_tui.reports.counting import OTHER_WORD, of_people
from mentor_tui.reports.tables import Group, Line, Table, Those, counted
from mentor_tui.reports.work import RIDES, PeriodOfWork
from store.records import Client, Episode
from store.vocabulary import ACTIVITIES

_LAST_DAYS = (0, 3, 14, 30, 90)
_SINCE = ("day of release", "days 1 to 3", "days 4 to 14", "days 15 to 30", "days 31 to 90", "after day 90")
_BEFORE, _UNKNOWN, _AFTER = "before release", "release day not known", "after release, all days together"
_THEN = "people then"

# What Table 3 of Hyde 2022 counts as one, though it is several of our words.
_TOGETHER: Mapping[str, tuple[tuple[str, frozenset[str]], ...]] = {
    "day of release": (
        ("a ride to housing or a legal appointment", frozenset({"ride-housing", "ride-legal"})),
        ("clothes, basic needs, food or a phone", frozenset({"clothes", "basics", "food", "phone"})),
    ),
    _AFTER: (
        ("a ride of any kind", RIDES),
        ("paperwork, checking or getting ready", frozenset({"paperwork", "verify", "prep"})),
        ("clothes or basic needs", frozenset({"clothes", "basics"})),
    ),
}


@dataclass(slots=True)
class _Window:
    """The entries of one window, each with each of its people."""

    people: set[int] = field(default_factory=set)
    done: defaultdict[str, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))
    """By what was done: with whom, in which entry."""

    def add(self, other: "_Window") -> None:
        """All of another window."""
        self.people |= other.people
        for code, times in other.done.items():
            self.done[code] += times


def windows(month: PeriodOfWork) -> Table:
    """How many people had what done with them, and how often, in each window."""
    found = _found(month)
    groups: list[Group] = [Group("People, by days since release", tuple(_whose(found, month)))]
    for name, window in found.items():
        title = name.capitalize()
        groups += [
            Group(title, tuple(_people(window))),
            Group(f"{title}: any of several", tuple(_together(name, window))),
            # All days together are those of the windows before, and their times are added there.
            Group(f"{title}: times", tuple(_times(window)) if name != _AFTER else ()),
        ]
    return Table("B", "What was done, by days since release", tuple(each for each in groups if each.lines))


def window_of(client: Client, day: date) -> str:
    """The window a day is in, counted from the newest release that had happened by then.

    Back inside it is the time before the next release; so is that before an expected release.
    """
    if not client.episodes:
        return _UNKNOWN
    newest: Episode | None = None
    since = date.min
    for part in client.episodes:
        if part.on and since <= part.on <= day:
            newest, since = part, part.on
    if newest is None or (newest.back_on and newest.back_on < day):
        return _BEFORE
    return _SINCE[bisect_left(_LAST_DAYS, (day - since).days)]


def _found(month: PeriodOfWork) -> dict[str, _Window]:
    found = {name: _Window() for name in (_BEFORE, *_SINCE, _AFTER, _UNKNOWN)}
    everyone = month.everyone
    for entry, things in month.done:
        ids = entry.client_ids
        for id in ids if len(ids) < 2 else dict.fromkeys(ids):
            if client := everyone.get(id):
                window = found[window_of(client, entry.on)]
                window.people.add(id)
                for code in things:
                    window.done[code].append((id, entry.id))
    for name in _SINCE[1:]:
        found[_AFTER].add(found[name])
    return found


def _whose(found: Mapping[str, _Window], month: PeriodOfWork) -> Iterator[Line]:
    supported = len(month.supported)
    for name, window in found.items():
        is_unknown = name == _UNKNOWN
        those = of_people(window.people)
        yield counted(name, those, supported, "people supported", missing=is_unknown, share=True)


def _people(window: _Window) -> Iterator[Line]:
    base = len(window.people)
    for label, codes in _labels(window):
        yield counted(label, of_people(_any_of(window, codes)), base, _THEN, share=True)
    nothing = window.people - _any_of(window, window.done)
    if nothing:
        yield counted("nothing written as done", of_people(nothing), base, _THEN, missing=True)


def _together(name: str, window: _Window) -> Iterator[Line]:
    for label, codes in _TOGETHER.get(name, ()):
        if people := _any_of(window, codes):
            yield counted(label, of_people(people), len(window.people), _THEN, share=True)


def _times(window: _Window) -> Iterator[Line]:
    for label, codes in _labels(window):
        times = Counter(entry for code in codes for _, entry in window.done[code])
        ids = sorted(times)
        behind = Those("contacts", tuple(ids), tuple(times[id] for id in ids))
        yield counted(label, behind)


def _labels(window: _Window) -> Iterator[tuple[str, list[str]]]:
    """What was done, in the order of the list; other words are one line and not printed."""
    others = sorted(window.done.keys() - {term.code for term in ACTIVITIES})
    listed = [(term.label, [term.code]) for term in ACTIVITIES if term.code in window.done]
    return iter([*listed, (OTHER_WORD, others)] if others else listed)


def _any_of(window: _Window, codes: Iterable[str]) -> set[int]:
    return {person for code in codes for person, _ in window.done.get(code, ())}
