"""The numbers of a report that count people and what is theirs, and how they hang together.

A reader reckons: lines that add up to their base, a base that is a figure of another line, areas that add
up to all areas, parts that are no more than their whole. Each is found here by what the report says of
itself, or taken from what always holds (`relations`), and checked against the figures, so that whatever is
reckoned with is true.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from mentor_tui.reports.relations import BASE_OF, OF_PEOPLE, Holds, always, named
from mentor_tui.reports.sheet import Cover, Place, Rule, Sheet, Sum, Within, is_so
from mentor_tui.reports.tables import Group, Line, Table


def is_count(line: Line) -> bool:
    """Whether it counts one by one; hours, money and distances do not."""
    return not line.unit and isinstance(line.figure, int)


def lines_in(tables: Sequence[Table]) -> Iterator[tuple[Place, Group, Line]]:
    """Each line that counts people or what is theirs; tables of events are left out."""
    for t, table in enumerate(tables):
        for g, group in enumerate(table.groups if not table.of_events else ()):
            for n, line in enumerate(group.lines):
                if is_count(line):
                    yield (t, g, n), group, line


def sheet_of(tables: Sequence[Table], least: int = 5) -> Sheet:
    """The numbers of these tables, every figure whole; and what is left of a base, if under `least`."""
    sheet = Sheet()
    lines = list(lines_in(tables))
    seen: dict[tuple[object, ...], int] = {}
    for place, group, line in lines:
        # The same line printed in two tables is one number; in two groups of one table it need not be.
        key = (line.label, line.base_words, line.figure or 0, line.base or 0)
        again = next((at for at in _elsewhere(seen, key, place, sheet)), None)
        sheet.figures[place] = sheet.add(int(line.figure or 0)) if again is None else again
        seen[key] = sheet.figures[place]
        if line.missing and line.figure and group.adds_up:
            sheet.at_least[sheet.figures[place]] = 1
    where = {name: at for name, at in named(tables).items() if at in sheet.figures}
    _link_bases(sheet, lines, where)
    groups: dict[tuple[int, int], list[tuple[Place, Line]]] = defaultdict(list)
    for place, _, line in lines:
        groups[place[:2]].append((place, line))
    for (t, g), those in groups.items():
        _within_a_group(sheet, tables[t].code, tables[t].groups[g], those)
    for t in range(len(tables)):
        theirs = [(tables[t].groups[g].title, those) for (at, g), those in groups.items() if at == t]
        _over_groups(sheet, theirs)
    sheet.rules += filter(None, (_rule(sheet, where, one) for one in always()))
    _add_rests(sheet, lines, least)
    return sheet


def _rule(sheet: Sheet, where: Mapping[str, Place], one: Holds) -> Rule | None:
    """What always holds, between the lines that are there; None where it says nothing of them."""
    less = [sheet.figures[where[name]] for name in one.less if name in where]
    more = [sheet.figures[where[name]] for name in one.more if name in where]
    # A line that is not there is nought at least: nothing is known of what it would have to be more than.
    if not less or len(more) < len(one.more) or (one.is_equal and len(less) < len(one.less)):
        return None
    signs = Counter(more)
    signs.subtract(less)
    rule = Rule(tuple((cell, sign) for cell, sign in signs.items() if sign), one.is_equal)
    return rule if is_so(rule, sheet.values) else None


def _add_rests(sheet: Sheet, lines: Sequence[tuple[Place, Group, Line]], least: int) -> None:
    """A cell a reader reckons is one too: "172 of 173 people" tells of one."""
    seen = set()
    for place, _, line in lines:
        figure, base = sheet.figures[place], sheet.bases.get(place)
        if base is None or (figure, base) in seen or not line.base_words.startswith(OF_PEOPLE):
            continue
        seen.add((figure, base))
        if 0 < (left := sheet.values[base] - sheet.values[figure]) < least:
            rest = sheet.add(left)
            sheet.rests[rest] = (figure, base)
            sheet.sums.append(Sum(base, (figure, rest)))


def _elsewhere(
    seen: dict[tuple[object, ...], int], key: tuple[object, ...], place: Place, sheet: Sheet
) -> Iterator[int]:
    if key in seen and all(at[0] != place[0] for at, cell in sheet.figures.items() if cell == seen[key]):
        yield seen[key]


class _Named:
    """Which line a base is, by its words, by the title of its group, or by how high it is."""

    def __init__(self, lines: list[tuple[Place, Group, Line]], where: Mapping[str, Place]) -> None:
        figures = {place: line.figure for place, _, line in lines}
        self._declared = {words: (where[name], figures[where[name]]) for words, name in BASE_OF.items()
                          if name in where}  # fmt: skip
        self._as_high: dict[int | float | None, list[tuple[Place, Line]]] = defaultdict(list)
        self._labelled: dict[tuple[int, str], list[Place]] = defaultdict(list)
        self._by_area = {place for place, group, _ in lines if group.title.endswith(BY_AREA)}
        for place, _, line in lines:
            self._as_high[line.figure].append((place, line))
            self._labelled[place[0], line.label.lower()].append(place)

    def titled(self, place: Place, group: Group) -> list[Place]:
        """Lines that a group is named after: they say how many it is about. "Day of release: times"."""
        named = self._labelled[place[0], group.title.partition(":")[0].lower()]
        return [at for at in named if at[:2] != place[:2]]

    def base_of(self, place: Place, group: Group, line: Line) -> Place | None:
        """The line whose figure the base of this one is."""
        titled = self.titled(place, group)
        at, high = self._declared.get(line.base_words, (place, None))
        if high == line.base and at != place and not titled:
            return at
        same = [(at, other) for at, other in self._as_high[line.base] if at != place]
        named = [at for at, other in same if at in titled or _names(line.base_words, other)]
        # "In words not on the list" is the name of an area and of a state.
        far = {
            at: (at not in titled, at not in self._by_area, at[:2] != place[:2], at[0] != place[0], at)
            for at in named
        }
        # A base in other words than its line's is taken for the nearest figure before it that is as high.
        before = [at for at, _ in same if at[:2] == place[:2] and at < place and line.base][-1:]
        return next(iter(sorted(far, key=far.__getitem__) or before), None)


def _link_bases(sheet: Sheet, lines: list[tuple[Place, Group, Line]], where: Mapping[str, Place]) -> None:
    alone: dict[tuple[object, ...], int] = {}
    names = _Named(lines, where)
    for place, group, line in lines:
        if line.base is None:
            if titled := names.titled(place, group):
                sheet.population[place] = sheet.figures[titled[0]]
        elif (at := names.base_of(place, group, line)) is not None:
            sheet.bases[place] = sheet.figures[at]
        else:
            # Nought of one group and nought of another are not the same nobody.
            key = (line.base_words, line.base, *(() if line.base else place[:2]))
            if key not in alone:
                alone[key] = sheet.add(line.base)
            sheet.bases[place] = alone[key]


def _names(base_words: str, line: Line) -> bool:
    """Whether the words of a base are those of a line: "people reached out to" is "reached out to"."""
    label = line.label
    is_end = " " in label and base_words.endswith(f" {label}")
    return base_words == label or base_words.startswith(f"{label},") or is_end


def _within_a_group(sheet: Sheet, code: str, group: Group, lines: list[tuple[Place, Line]]) -> None:
    by_base: dict[int, list[int]] = defaultdict(list)
    for place, _ in lines:
        if place in sheet.bases:
            figure, base = sheet.figures[place], sheet.bases[place]
            by_base[base].append(figure)
            if sheet.values[figure] <= sheet.values[base] and figure != base:
                sheet.withins.append(Within(figure, base))
    for base, figures in by_base.items():
        values = [sheet.values[each] for each in figures]
        if group.adds_up and base not in figures and sum(values) == sheet.values[base]:
            sheet.sums.append(Sum(base, tuple(figures)))
        elif code == "B" and len(figures) > 2 and sum(values) >= sheet.values[base]:
            sheet.covers.append(Cover(base, tuple(figures)))
        elif code == "D" and not group.adds_up:
            # Steps of one way (asked, went): each is part of the one before, if it is no more than that.
            sheet.withins += [
                Within(later, before)
                for before, later in pairwise(figures)
                if before != later and sheet.values[later] <= sheet.values[before]
            ]


ALL_DAYS = "After release, all days together"
_OF_ALL = ("All areas", "Why")
"""Groups whose lines come again in those that follow, each with a part of it."""
_TIMES = " times"
BY_AREA = ("By area", "by area")
SOME_DAYS = ("Days ", "After day ")


def _over_groups(sheet: Sheet, groups: Sequence[tuple[str, list[tuple[Place, Line]]]]) -> None:
    """All areas and each area, all days and each window: what lines of one name make together."""
    for number, (title, lines) in enumerate(groups):
        if title.startswith(_OF_ALL):
            each = [those for after, those in groups[number + 1 :] if not after.endswith(BY_AREA)]
            _made_of(sheet, lines, each)
        whose, _, which = title.partition(":")
        if whose == ALL_DAYS:
            days = [those for other, those in groups if other.startswith(SOME_DAYS)
                    and other.partition(":")[2] == which]  # fmt: skip
            _made_of(sheet, lines, days)
        if which == _TIMES:
            people = next((those for other, those in groups if other == whose), [])
            _times(sheet, people, lines)
        for place, line in lines:
            if line.label == ALL_DAYS.lower():
                parts = [
                    sheet.figures[at] for at, each in lines if each.label.capitalize().startswith(SOME_DAYS)
                ]
                _together(sheet, sheet.figures[place], parts)


def _times(sheet: Sheet, people: list[tuple[Place, Line]], times: list[tuple[Place, Line]]) -> None:
    """Nobody had a thing done more rarely than once, and what was done was done with somebody."""
    often = {line.label: sheet.figures[place] for place, line in times}
    for place, line in people:
        if line.label in often:
            sheet.withins.append(Within(sheet.figures[place], often[line.label]))
            if sheet.values[often[line.label]]:
                sheet.at_least[sheet.figures[place]] = 1


def _made_of(sheet: Sheet, lines: list[tuple[Place, Line]], others: list[list[tuple[Place, Line]]]) -> None:
    for place, line in lines:
        theirs = [sheet.figures[at] for group in others for at, each in group if each.label == line.label]
        if theirs and sum(sheet.values[each] for each in theirs) == line.figure:
            sheet.sums.append(Sum(sheet.figures[place], tuple(theirs)))
        elif others and not line.missing:
            _together(sheet, sheet.figures[place], theirs)


def _together(sheet: Sheet, whole: int, parts: list[int]) -> None:
    """People of several groups, some of them in more than one."""
    values = sheet.values
    if len(parts) > 1 and values[whole] <= sum(values[each] for each in parts):
        sheet.covers.append(Cover(whole, tuple(parts)))
    if all(values[each] <= values[whole] for each in parts):
        sheet.withins += [Within(each, whole) for each in parts if each != whole]
