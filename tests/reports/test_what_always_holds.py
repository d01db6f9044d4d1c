"""Whatever holds between lines in every caseload is reckoned with, where numbers are hidden.

What holds is found from the records behind the lines, so that a new table cannot bring a way to a hidden
number that nobody thought of. Where one of these fails, say what holds in `mentor_tui.reports.relations`, or
leave the line to the mentor's own view.
"""

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from mentor_tui.reports import cells
from mentor_tui.reports.cells import sheet_of
from mentor_tui.reports.funder import for_funder, to_hide, whole_report
from mentor_tui.reports.relations import BASE_OF, always, named
from store.clock import moment_from
from tests.reports.crowds import Crowd
from tests.reports.implied import Implied
from tests.reports.reckoning import Reckoner, leaves_few
from tests.reports.relations_found import Seen, lines_of

_AREAS_APART = ("C/All areas", "D/All areas", "E/Ended", "E/Why")


class Found:
    """What was found over so many caseloads, and the tables of a few full ones."""

    def __init__(self, books, caseloads, sure):
        self.seen, self.full, self.wholes, self._sheets = Seen(), [], [], []
        self.equalities = cache(lambda names: list(self.seen.equalities(names)))
        for seed in range(1000, 1000 + caseloads):
            crowd = Crowd(seed)
            moment = moment_from(crowd.made_on.strftime("%Y-%m-%dT%H:%M"), "UTC")
            whole = whole_report(books(*crowd.records), crowd.period, moment)
            self.wholes.append(whole)
            tables = [to_hide(table) for table in whole.tables if not table.of_events]
            self.seen.add(tables)
            if crowd.people > 35 and len(self.full) < 6:
                self.full.append((tables, self.seen.counts[-1]))
        self.within, self.apart = self.seen.pairs(sure)
        self.tops = defaultdict(set)
        for part, whole in self.within:
            self.tops[part].add(whole)
        self.apart_in = [(a, b, whole) for a, b in self.apart for whole in self.tops[a] & self.tops[b]]

    @property
    def sheets(self):
        """What is reckoned with in the full ones, and what is counted there."""
        self._sheets = self._sheets or self.read()
        return self._sheets

    def read(self):
        """The same, read anew."""
        return [(Implied(sheet_of(tables), named(tables)), counts) for tables, counts in self.full]

    def not_known(self, sheets):
        """Pairs found that do not follow from what is reckoned with."""
        lacking = set()
        for known, counts in sheets:
            there = {name for name in known.cells if counts[name]}
            lacking |= {
                f"{part} is in {whole}"
                for part, whole in self.within
                if {part, whole} <= there and not known.is_within(part, whole)
            }
            for a, b in self.apart:
                if {a, b} <= there:
                    wholes = self.tops[a] & self.tops[b] & there
                    least = [
                        one for one in wholes if not any(_is_under(known, other, one) for other in wholes)
                    ]
                    lacking |= {
                        f"{a} and {b} of {one} are apart" for one in least if not known.are_apart(a, b, one)
                    }
        return lacking


def _is_under(known, one, other):
    return known.is_within(one, other) and not known.is_within(other, one)


@pytest.fixture(scope="module")
def found(books):
    return Found(books, 150, sure=30)


def test_a_line_that_is_always_in_another_or_apart_from_it_is_known_to_be(found):
    assert len(found.within) > 300
    assert len(found.apart) > 300
    assert not found.not_known(found.sheets)


def test_what_is_not_reckoned_with_is_found_out(found, monkeypatch):
    monkeypatch.setattr(cells, "always", lambda: ())
    lacking = found.not_known(found.read())
    past = "D/{0} after release/people past {0}".format
    assert f"{past('14 days')} is in {past('72 hours')}" in lacking
    mine = [one for one in equalities(found, main(found)) if "A/Step by step/different people" in one]
    assert len(mine) == 1
    assert not any(known.has_equality(mine[0]) for known, _ in found.read())


def main(found):
    """The lines over all areas, and who was there in which days."""
    names = {name for counts in found.seen.counts for name, figure in counts.items() if figure}
    over_all = ("A/", "B/People", "G/", *_AREAS_APART)
    return sorted(each for each in names if each.startswith(over_all) or ("D/" in each and "release" in each))


def equalities(found, names):
    """Those of a basis that are of these lines, and of no caseload alone."""
    assert len(names) < found.seen.caseloads - 20
    return found.equalities(tuple(names))


def lacking_equalities(found, names):
    never = set().union(*found.seen.counts) - {
        name for counts in found.seen.counts for name, figure in counts.items() if figure
    }
    for one in equalities(found, names):
        for known, _ in found.sheets:
            # A line that is not in a group that is there counts nothing there.
            there = {name: factor for name, factor in one.items() if name in known.cells}
            groups = {name.rpartition("/")[0] for name in known.cells}
            if all(name.rpartition("/")[0] in groups for name in one) and not known.has_equality(
                there, never
            ):
                yield one


def test_figures_that_always_make_one_another_are_known_to(found):
    assert len(equalities(found, main(found))) >= 7
    assert not list(lacking_equalities(found, main(found)))


def test_every_line_that_is_named_is_one_of_the_report():
    said = (Path(__file__).parents[2] / "docs/reports.md").read_text()
    for name in {name for one in always() for name in (*one.less, *one.more)} | set(BASE_OF.values()):
        label = name.rpartition("/")[2]
        assert f"**{label}**" in said or "by area/" in name, name


def reckoned(found, names, pages):
    """What a reader makes of the first of these pages for handing on: how many, and what he can tell."""
    sums = [one for one in equalities(found, names) if len(one) < 13]
    told = []
    for whole in [each for each in found.wholes if each.people >= 10][:pages]:
        page = for_funder(whole)
        reader = Reckoner(found, sums, page)
        assert not list(leaves_few(page))
        told += [(whole.people, name) for name in reader.told()]
    return told


def test_a_reader_who_knows_all_that_always_holds_can_tell_no_hidden_number(found):
    assert not reckoned(found, main(found), 12)


def test_the_reader_tells_what_is_said_twice_and_hidden_once(found):
    whole = next(each for each in found.wholes if each.people > 40)
    page = for_funder(whole)
    released = "A/Releases/people released this month"
    assert whole_figure(whole, released) > 5
    assert not Reckoner(found, [], page).told()
    reader = Reckoner(found, equalities(found, main(found)), page)
    for name in ("A/Releases/releases this month", "A/Step by step/times support began",
                 "A/Step by step/different people"):  # fmt: skip
        reader._narrow(name, whole_figure(whole, name), whole_figure(whole, name))
    reader.hidden = [released]
    reader.ends.pop(released, None)
    assert reader.told() == [released]


def whole_figure(report, name):
    return dict(lines_of(report.tables))[name].figure


@pytest.mark.long
def test_over_many_caseloads_whatever_holds_between_any_lines_is_known(books):
    found = Found(books, 600, sure=30)
    assert not found.not_known(found.sheets)
    names = sorted({name for counts in found.seen.counts for name, figure in counts.items() if figure})
    assert not reckoned(found, main(found), 250)
    assert not list(lacking_equalities(found, names))
    people = [
        name for name in found.seen.often(100)["clients"] if not name.startswith("B/") or "/People" in name
    ]
    for whole, *parts in found.seen.covers(people, sure=30):
        for known, counts in found.sheets:
            if all(counts.get(name) for name in (whole, *parts)):
                assert known.is_covered(whole, parts), (whole, parts)
