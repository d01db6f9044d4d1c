"""Table E: doors that stayed shut, by what kept them shut and by what was behind them."""

from collections.abc import Iterator

from mentor_tui.reports.by_area import by_area
from mentor_tui.reports.counting import OTHER_WORD, of_records
from mentor_tui.reports.tables import Group, Line, Table, counted
from mentor_tui.reports.work import PeriodOfWork
from store.records import Referral
from store.vocabulary import REFERRAL_ENDS, SHUT_ENDS

_ENDED = "bridges that ended"
_DOORS = "doors that stayed shut"


def doors(month: PeriodOfWork) -> Table:
    """Bridges that ended in these days, by their reason; those a door ended, by area too."""
    ended = [
        one
        for each in month.referrals.values()
        for one in each
        if one.stage == "let-go" and one.stage_on in month.period
    ]
    shut = [one for one in ended if one.ended in SHUT_ENDS]
    areas = [(title, part) for title, part in by_area(shut) if part]
    of_each = (counted(title, of_records(part), len(shut), _DOORS) for title, part in areas)
    groups = (
        Group("Ended in these days", tuple(_ended(ended, shut))),
        Group("Why", tuple(_reasons(ended)), adds_up=True),
        Group("Doors that stayed shut, by area", tuple(of_each), adds_up=True),
        *(Group(title, tuple(_shut(part, whole=False)), adds_up=True) for title, part in areas),
        Group("At the door", (_turned_away(month),)),
    )
    return Table("E", "Doors that stayed shut", tuple(group for group in groups if group.lines))


def _ended(ended: list[Referral], shut: list[Referral]) -> Iterator[Line]:
    yield counted(_ENDED, of_records(ended), None, "for any reason")
    yield counted(_DOORS, of_records(shut), len(ended), _ENDED)


def _reasons(ended: list[Referral]) -> Iterator[Line]:
    """Every one that ended, in one line each: what a door did by its reason, and all that is no door's."""
    base, listed = len(ended), {term.code for term in REFERRAL_ENDS}
    yield from _shut(ended, whole=True, base_words=_ENDED)
    others = of_records(one for one in ended if one.ended in listed - SHUT_ENDS)
    yield counted("another reason, no door's", others, base, _ENDED)
    if own := [one for one in ended if one.ended and one.ended not in listed]:
        yield counted(OTHER_WORD, of_records(own), base, _ENDED)
    unknown = of_records(one for one in ended if not one.ended)
    yield counted("why: not asked or not known", unknown, base, _ENDED, missing=True)


def _shut(part: list[Referral], *, whole: bool, base_words: str = _DOORS) -> Iterator[Line]:
    for term in REFERRAL_ENDS:
        if term.code in SHUT_ENDS:
            those = [one for one in part if one.ended == term.code]
            if those or whole:
                yield counted(term.label, of_records(those), len(part), base_words)


def _turned_away(month: PeriodOfWork) -> Line:
    turned = of_records(
        plan for plan in month.plans if plan.result == "turned-away" and plan.client_id in month.known
    )
    return counted("turned away on the day", turned, None, "plans of these days")
