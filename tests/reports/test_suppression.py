"""What is hidden in a report for handing on cannot be reckoned from what is not (DOMAIN.md 5, P5)."""

from dataclasses import dataclass
from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from mentor_tui.reports import Group, Line, Report, Table
from mentor_tui.reports.funder import for_funder

PEOPLE, EACH, AREAS = "people supported", ("agreed", "asked", "declined"), ("north", "south")
FAR = 60


def report_of(tables, people):
    return Report("month", "A month", "own", date(2026, 11, 1), date(2026, 11, 30), date(2026, 11, 23),
                  tuple(tables), ("From 1 to 30.",), people=people)  # fmt: skip


@dataclass
class Counts:
    """A table of people in one partition, and one of needs in two areas and three states."""

    agreed: tuple[int, ...]
    needs: tuple[tuple[int, ...], ...]

    def cells(self):
        """Every number by its name."""
        found = {PEOPLE: sum(self.agreed)} | {("one", n): each for n, each in enumerate(self.agreed)}
        for a, row in enumerate(self.needs):
            found |= {("need", a, s): each for s, each in enumerate(row)} | {("area", a): sum(row)}
        found |= {("state", s): sum(column) for s, column in enumerate(zip(*self.needs, strict=True))}
        return found | {"needs": sum(map(sum, self.needs))}

    def sums(self):
        """What adds up, as anybody would reckon it."""
        yield PEOPLE, [("one", n) for n in range(3)]
        yield "needs", [("area", a) for a in range(2)]
        yield "needs", [("state", s) for s in range(3)]
        for a in range(2):
            yield ("area", a), [("need", a, s) for s in range(3)]
        for s in range(3):
            yield ("state", s), [("need", a, s) for a in range(2)]

    def report(self):
        n = self.cells()
        people, needs = n[PEOPLE], n["needs"]
        agreed = [Line(each, n["one", at], people, PEOPLE) for at, each in enumerate(EACH)]
        states = [Line(each, n["state", s], needs, "needs named") for s, each in enumerate(EACH)]
        by_area = [Line(each, n["area", a], needs, "needs named") for a, each in enumerate(AREAS)]
        each_area = [
            Group(area, tuple(Line(each, n["need", a, s], n["area", a], "needs named")
                              for s, each in enumerate(EACH)), adds_up=True)
            for a, area in enumerate(AREAS)
        ]  # fmt: skip
        return report_of(
            (
                Table("A", "Reach", (Group("People", (Line(PEOPLE, people),)),
                                     Group("Said", tuple(agreed), adds_up=True))),
                Table("C", "Needs", (Group("All areas", (Line("needs named", needs),)),
                                     Group("All areas: said", tuple(states), adds_up=True),
                                     Group("By area", tuple(by_area), adds_up=True), *each_area)),
            ),
            people,
        )  # fmt: skip

    def names(self):
        """Where each number stands on the page."""
        yield PEOPLE, ("People", PEOPLE)
        yield "needs", ("All areas", "needs named")
        for s, each in enumerate(EACH):
            yield ("one", s), ("Said", each)
            yield ("state", s), ("All areas: said", each)
            yield from ((("need", a, s), (AREAS[a], each)) for a in range(2))
        yield from ((("area", a), ("By area", each)) for a, each in enumerate(AREAS))


def told(report):
    """What a page says of each line: its number, "<5", "not shown"."""
    lines = {(group.title, line.label): line for table in report.tables for group in table.groups
             for line in group.lines}  # fmt: skip
    for group in (group for table in report.tables for group in table.groups):
        # A base that is printed tells the line it is named after.
        for line in group.lines:
            if line.base is not None:
                titles = {"By area": "All areas", "All areas: said": "All areas", "Said": "People"}
                at = (
                    titles.get(group.title, "By area"),
                    line.base_words if group.title in titles else group.title,
                )
                assert at in lines, f"{at} is told by a base alone"
                assert lines[at].figure == line.base
    return {at: line.hidden if line.figure is None else line.figure for at, line in lines.items()}


class Reader:
    """Somebody with the page, a pencil and no hurry: tries every number for every cell."""

    def __init__(self, counts, page):
        by_name, self.sums = dict(counts.names()), list(counts.sums())
        self.may_be = {}
        for cell in counts.cells():
            sign = page.get(by_name[cell], "")
            self.may_be[cell] = {"<5": range(5), "not shown": range(5, FAR), "": range(FAR)}.get(
                sign, (sign,)
            )
        self.hidden = [cell for cell, values in self.may_be.items() if len(values) > 1]

    def could_be(self, cell, value):
        ends = {each: (min(values), max(values)) for each, values in self.may_be.items()}
        ends[cell] = (value, value)
        return self._fits(ends)

    def _fits(self, ends):
        ends = self._narrowed(dict(ends))
        if ends is None:
            return False
        wide = [each for each, (low, high) in ends.items() if low < high]
        if not wide:
            return True
        cell = min(wide, key=lambda each: ends[each][1] - ends[each][0])
        low, high = ends[cell]
        return any(self._fits(ends | {cell: (value, value)}) for value in range(low, high + 1))

    def _narrowed(self, ends):
        before = None
        while before != ends:
            before = dict(ends)
            for total, parts in self.sums:
                lows, highs = sum(ends[p][0] for p in parts), sum(ends[p][1] for p in parts)
                ends[total] = max(ends[total][0], lows), min(ends[total][1], highs)
                for p in parts:
                    low, high = ends[p]
                    ends[p] = max(low, ends[total][0] - highs + high), min(high, ends[total][1] - lows + low)
                if any(low > high for low, high in ends.values()):
                    return None
        return ends


FEW = st.integers(0, 9)
COUNTS = st.builds(
    Counts, st.tuples(st.integers(5, 14), FEW, FEW), st.tuples(*[st.tuples(st.integers(0, 14), FEW, FEW)] * 2)
)


@settings(max_examples=60)
@given(COUNTS)
@example(Counts((4, 4, 3), ((10, 0, 0), (0, 10, 0))))
@example(Counts((5, 5, 0), ((5, 5, 0), (5, 5, 0))))
@example(Counts((12, 0, 0), ((4, 4, 4), (12, 0, 0))))
def test_a_reader_with_a_pencil_can_tell_no_hidden_number(counts):
    page = told(for_funder(counts.report()))
    truth, reader = counts.cells(), Reader(counts, page)
    if truth[PEOPLE] < 10:
        assert page == {}
        return
    for cell, name in counts.names():
        assert (page.get(name, "<5") == "<5") if truth[cell] < 5 else page.get(name) != "<5"
    for cell in reader.hidden:
        others = (other for other in range(FAR) if other != truth[cell] and other in reader.may_be[cell])
        assert any(reader.could_be(cell, other) for other in others), (cell, page)


def test_the_pencil_finds_what_is_hidden_too_little():
    counts = Counts((6, 3, 2), ((4, 4, 0), (9, 9, 9)))
    page = {at: ("<5" if n == ("one", 1) else counts.cells()[n]) for n, at in counts.names()}
    reader = Reader(counts, page)
    assert [reader.could_be(("one", 1), value) for value in range(5)] == [False, False, False, True, False]
    both_are_four = {
        at: ("<5" if n in [("need", 0, 0), ("need", 0, 1)] else page[at]) for n, at in counts.names()
    }
    assert not Reader(counts, both_are_four).could_be(("need", 0, 0), 3)
