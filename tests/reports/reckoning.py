"""Somebody with the page, who knows all that always holds between its lines, and reckons what is hidden.

He has the printed page alone, and what was found in other caseloads: nothing of how numbers were hidden.
"""

from tests.reports.relations_found import PRIME, lines_of, reduced

FAR = 10**6


class Reckoner:
    """What each number of one page can be, as far as bounds and sums tell."""

    def __init__(self, found, equalities, page):
        self._found, self._sums = found, equalities
        self.ends, self.hidden = {}, []
        for table in page.tables:
            for group in table.groups if not table.of_events else ():
                for line in group.lines:
                    self._take(f"{table.code}/{group.title}/{line.label}", line)

    def _take(self, name, line):
        if line.label.startswith("each other"):
            return
        if line.figure is not None:
            self._narrow(name, line.figure, line.figure)
        else:
            self.hidden.append(name)
            low = 1 if line.missing else 0
            self._narrow(name, *((low, 4) if line.hidden == "<5" else (0, FAR)))
        if line.base is not None:
            for other in self._found.seen.out_of.get(name, ()):
                self._narrow(other, line.base, line.base)

    def _narrow(self, name, low, high):
        was = self.ends.get(name, (0, FAR))
        now = max(low, was[0]), min(high, was[1])
        assert now[0] <= now[1], f"{name} can be nothing at all"
        self.ends[name] = now
        return now != was

    def _of(self, name):
        return self.ends.get(name, (0, FAR))

    def told(self):
        """The hidden numbers that can be one number alone."""
        while self._once():
            pass
        known = {name for name, (low, high) in self.ends.items() if low == high}
        return [name for name in self.hidden if name in known or name in self._by_sums(known)]

    def _once(self):
        changed = False
        for part, whole in self._found.within:
            changed |= self._narrow(part, 0, self._of(whole)[1])
            changed |= self._narrow(whole, self._of(part)[0], FAR)
        for a, b, whole in self._found.apart_in:
            high = self._of(whole)[1]
            changed |= self._narrow(a, 0, high - self._of(b)[0])
            changed |= self._narrow(b, 0, high - self._of(a)[0])
            changed |= self._narrow(whole, self._of(a)[0] + self._of(b)[0], FAR)
        for one in self._sums:
            changed |= self._add_up(one)
        return changed

    def _add_up(self, one):
        """Each number of a sum, by what the others can be."""
        ends = {name: self._times(factor, name) for name, factor in one.items()}
        low, high = sum(each[0] for each in ends.values()), sum(each[1] for each in ends.values())
        changed = False
        for name, factor in one.items():
            if abs(factor) == 1 and high - ends[name][1] < FAR and low - ends[name][0] > -FAR:
                least, most = ends[name][0] - low, ends[name][1] - high
                changed |= self._narrow(name, *sorted((factor * least, factor * most)))
        return changed

    def _times(self, factor, name):
        return sorted((factor * self._of(name)[0], factor * self._of(name)[1]))

    def _by_sums(self, known):
        """Numbers that the sums alone leave no choice for, whatever the bounds."""
        open_names = sorted({name for one in self._sums for name in one} - known)
        rows = [[one.get(name, 0) % PRIME for name in open_names] for one in self._sums]
        alone = (row for _, row in reduced(rows, len(open_names)) if sum(map(bool, row)) == 1)
        return {name for row in alone for name, n in zip(open_names, row, strict=True) if n}


def leaves_few(page):
    """Lines that are out of people, of which the page prints all but a few."""
    for name, line in lines_of(table for table in page.tables if not table.of_events):
        of_people = line.base_words.startswith(("people", "times", "talks"))
        if of_people and line.base is not None and 0 < line.base - line.figure < 5:
            yield name
