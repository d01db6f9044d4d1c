"""Table D: bridges to services, how far they came, and how soon after a release."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from mentor_tui.reports.after_release import WINDOWS, Released, has_no_release_day, outcome, released_in
from mentor_tui.reports.by_area import by_area
from mentor_tui.reports.counting import of_people, of_records
from mentor_tui.reports.crossings import came_to, day_they_went_is_unknown, is_at_least, was_let_go, was_there
from mentor_tui.reports.tables import Group, Line, Table, Those, counted
from mentor_tui.reports.work import PeriodOfWork
from store.records import Referral

_BRIDGES = "bridges"
_RELEASED = "people released"
_FAR = (
    ("wanted", "wanted"),
    ("asked", "asked"),
    ("date-set", "date set"),
    ("went", "went"),
    ("settled", "going back"),
)
_OUTCOMES = (
    ("no", "no first visit written"),
    ("inside", "back inside before then, no first visit written"),
    ("died", "died before then, no first visit written"),
)
# What nobody looks for where there is none of it; a death is not printed to say that nobody died.
_ONLY_IF_ANY = frozenset({"inside", "died"})


def _any(bridge: Referral) -> bool:
    return True


def _is_doctor(bridge: Referral) -> bool:
    return bridge.area == "health"


def bridges(month: PeriodOfWork) -> Table:
    """Bridges by how far they came; people released, by what they reached within so many days."""
    theirs = [one for each in month.referrals.values() for one in each]
    there = [one for one in theirs if was_there(one, month.period, month.moment.tz)]
    after = _AfterRelease(month)
    areas = (_area(part, len(there), month, after, title) for title, part in by_area(theirs))
    groups = (_all_areas(there, month), _released(month, after), *after.groups(), *filter(None, areas))
    return Table("D", "Bridges", groups)


def _all_areas(there: list[Referral], month: PeriodOfWork) -> Group:
    people = of_people(bridge.client_id for bridge in there)
    undated = of_records(each for each in there if day_they_went_is_unknown(each))
    return Group(
        "All areas",
        (
            counted("people with a bridge", people, len(month.people), "people in the records"),
            counted(_BRIDGES, of_records(there), None, "one person may have several"),
            *_how_far(there, month),
            counted("went, day not known", undated, len(there), _BRIDGES, missing=True),
        ),
    )


def _area(
    part: list[Referral], of_all: int, month: PeriodOfWork, after: "_AfterRelease", title: str
) -> Group | None:
    """One area; None where nothing of it was there in these days, or reached after a release of them."""
    there = [one for one in part if was_there(one, month.period, month.moment.tz)]
    within = tuple(after.lines_of(part))
    if not there and not any(line.figure for line in within):
        return None
    total = counted(_BRIDGES, of_records(there), of_all, "bridges, all areas")
    # All that is nothing in one area is said over all areas already, but for how far they came.
    far = (line for line in _how_far(there, month) if line.figure or line.label in dict(_FAR).values())
    return Group(title, (total, *far, *within))


def _how_far(there: list[Referral], month: PeriodOfWork) -> Iterator[Line]:
    base = len(there)
    reached = [(bridge, came_to(bridge, month.last)) for bridge in there]
    for stage, label in _FAR:
        far = (bridge for bridge, at in reached if is_at_least(at, stage))
        yield counted(label, of_records(far), base, _BRIDGES)
    ended = (bridge for bridge in there if was_let_go(bridge, month.last))
    yield counted("let go", of_records(ended), base, _BRIDGES)
    unknown = (bridge for bridge, at in reached if at is None)
    yield counted("how far it came: not known", of_records(unknown), base, _BRIDGES, missing=True)


def _released(month: PeriodOfWork, after: "_AfterRelease") -> Group:
    supported = [client for client in month.people if client.id in month.supported]
    unknown = of_people(each.id for each in supported if has_no_release_day(each, month))
    return Group(
        "Released in these days",
        (
            counted(_RELEASED, _people(after.released), None, "each by their newest release"),
            counted("release day not known", unknown, len(supported), "people supported", missing=True),
        ),
    )


class _AfterRelease:
    """What those who were released reached, window by window."""

    def __init__(self, month: PeriodOfWork) -> None:
        self.released = released_in(month)
        self._referrals = month.referrals
        today = month.moment.day
        self._over = {days: [one for one in self.released if one.is_over(days, today)] for days, _ in WINDOWS}

    def groups(self) -> Iterator[Group]:
        """Each window: whose days are over, and what they reached; the doctor by himself."""
        # Of nobody there is nothing to say but that it is nobody, or too early.
        for days, words in WINDOWS if self.released else ():
            yield self._whose(days, words)
            if self._over[days]:
                yield self._within(days, words, f"Within {words} of release", "went to a service")
            if self._over[days] and days == WINDOWS[0][0]:
                title = f"Doctor within {words} of release"
                yield self._within(days, words, title, "went to a doctor", _is_doctor)

    def lines_of(self, part: list[Referral]) -> Iterator[Line]:
        """The same over these bridges alone: a line a window."""
        ids = {one.id for one in part}
        for days, words in WINDOWS:
            over = self._over[days]
            went = [one for one in over if self._outcome(one, days, lambda each: each.id in ids) == "went"]
            if over:
                yield counted(f"went within {words}", _people(went), len(over), _whose(words), share=True)

    def _whose(self, days: int, words: str) -> Group:
        over = self._over[days]
        early = [one for one in self.released if one not in over]
        base = len(self.released)
        lines = (
            counted(_whose(words), _people(over), base, _RELEASED),
            counted("too early to say", _people(early), base, _RELEASED),
        )
        return Group(f"{words} after release", lines, adds_up=True)

    def _within(
        self, days: int, words: str, title: str, label: str, serves: Callable[[Referral], bool] = _any
    ) -> Group:
        over = self._over[days]
        found: defaultdict[str, list[Released]] = defaultdict(list)
        for one in over:
            found[self._outcome(one, days, serves)].append(one)
        base, whose = len(over), _whose(words)
        lines = [counted(label, _people(found["went"]), base, whose, share=True)]
        lines += [
            counted(said, _people(found[code]), base, whose)
            for code, said in _OUTCOMES
            if found[code] or code not in _ONLY_IF_ANY
        ]
        lines.append(counted("went, day not known", _people(found["day-unknown"]), base, whose, missing=True))
        return Group(title, tuple(lines), adds_up=True)

    def _outcome(self, one: Released, days: int, serves: Callable[[Referral], bool]) -> str:
        return outcome(one, days, filter(serves, self._referrals.get(one.client.id, ())))


def _whose(words: str) -> str:
    return f"people past {words}"


def _people(released: Iterable[Released]) -> Those:
    return of_people(one.client.id for one in released)
