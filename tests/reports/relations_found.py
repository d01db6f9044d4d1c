"""What holds between the lines of a report in every caseload, found from the records behind them.

Nothing here knows what a line means: sets of people, times, needs and bridges are held against each other,
and counts against counts.
"""

from collections import defaultdict
from itertools import combinations

PRIME = 2**31 - 1


def lines_of(tables):
    """Each line that counts one by one, by its name."""
    for table in tables:
        for group in table.groups:
            for line in group.lines:
                if not line.unit and isinstance(line.figure, int):
                    yield f"{table.code}/{group.title}/{line.label}", line


class Seen:
    """Sets behind the lines of many reports, each as the bits of a number."""

    def __init__(self):
        self.caseloads = 0
        self.units = {}
        """What is behind each line: "clients", "clients/part", "referrals"."""
        self.bits = defaultdict(dict)
        """For each line, what is behind it in the caseloads where there is something."""
        self.all = defaultdict(dict)
        """How many of each unit stand behind anything, in each caseload."""
        self.out_of = {}
        """For each line the lines that were always as high as its base."""
        self.counts = []
        """What each line counts in each caseload, as figures."""

    def add(self, tables):
        """Another caseload, as it is before anything is hidden."""
        number, counts = self.caseloads, {}
        self.caseloads += 1
        places = defaultdict(dict)
        for name, line in lines_of(tables):
            counts[name] = line.figure
            behind = list(line.behind)
            if not behind or behind[0].table == "contacts":
                continue
            unit = behind[0].table + ("/part" if behind[0].part is not None else "")
            assert self.units.setdefault(name, unit) == unit, name
            bits = 0
            for one in behind:
                bits |= 1 << places[unit].setdefault((one.id, one.part), len(places[unit]))
            self.bits[name][number] = bits
        self._add_bases(tables, counts)
        for unit, those in places.items():
            self.all[unit][number] = len(those)
        self.counts.append(counts)

    def _add_bases(self, tables, counts):
        by_figure = defaultdict(set)
        for name, figure in counts.items():
            by_figure[figure].add(name)
        for name, line in lines_of(tables):
            if line.base:
                as_high = by_figure[line.base]
                self.out_of[name] = self.out_of.get(name, as_high) & as_high

    def often(self, least):
        """Lines with something behind them in so many caseloads at least, by what that is."""
        found = defaultdict(list)
        for name, bits in self.bits.items():
            if len(bits) >= least:
                found[self.units[name]].append(name)
        return found

    def pairs(self, sure=20):
        """(part, whole) of which the one is always in the other, and (a, b) that never have one in common.

        Args:
            sure: how many ought to speak against it, were it so by chance alone.
        """
        within, apart = [], []
        for unit, names in self.often(1).items():
            for a, b in combinations(names, 2):
                one, other, of = self.bits[a], self.bits[b], self.all[unit]
                within += [(a, b)] * self._is_within(one, other, of, sure)
                within += [(b, a)] * self._is_within(other, one, of, sure)
                both = one.keys() & other.keys()
                if not any(one[n] & other[n] for n in both):
                    meet = sum(one[n].bit_count() * other[n].bit_count() / of[n] for n in both)
                    apart += [(a, b)] * (meet >= sure)
        return within, apart

    def _is_within(self, one, other, of, sure):
        if any(bits & ~other.get(n, 0) for n, bits in one.items()):
            return False
        outside = (bits.bit_count() * (1 - other[n].bit_count() / of[n]) for n, bits in one.items())
        return sum(outside) >= sure

    def covers(self, names, sure=20):
        """(whole, a, b) where all of the whole is always in one of the two, and not in one alone."""
        for whole in names:
            of, every = self.bits[whole], self.all[self.units[whole]]
            rest = [name for name in names if not self._is_within(of, self.bits[name], every, 0)]
            for a, b in combinations(rest, 2):
                one, other = self.bits[a], self.bits[b]
                if any(bits & ~(one.get(n, 0) | other.get(n, 0)) for n, bits in of.items()):
                    continue
                chance = (
                    bits.bit_count()
                    * (1 - one.get(n, 0).bit_count() / every[n])
                    * (1 - other.get(n, 0).bit_count() / every[n])
                    for n, bits in of.items()
                )
                if sum(chance) >= sure:
                    yield whole, a, b

    def equalities(self, names):
        """Every way in which figures always make nought together: a basis, as {name: factor}."""
        rows = [[counts.get(name, 0) % PRIME for name in names] for counts in self.counts]
        for row in nullspace(rows, len(names)):
            yield {name: sign(n) for name, n in zip(names, row, strict=True) if n}


def sign(n):
    """A number of the field as somebody would write it."""
    return n if n < PRIME // 2 else n - PRIME


def reduced(rows, width):
    """Rows in echelon form over the numbers up to a large prime, with the column each begins at."""
    done = []
    for row in rows:
        row = list(row)
        for at, other in done:
            if n := row[at]:
                row = [(x - n * y) % PRIME for x, y in zip(row, other, strict=True)]
        at = next((at for at in range(width) if row[at]), None)
        if at is None:
            continue
        turned = pow(row[at], -1, PRIME)
        row = [x * turned % PRIME for x in row]
        done = [
            (to, [(x - each[at] * y) % PRIME for x, y in zip(each, row, strict=True)] if each[at] else each)
            for to, each in done
        ]
        done.append((at, row))
    return done


def nullspace(rows, width):
    """What every row makes nought with."""
    done = dict(reduced(rows, width))
    for free in range(width):
        if free not in done:
            vector = [0] * width
            vector[free] = 1
            for at, row in done.items():
                vector[at] = -row[free] % PRIME
            yield vector
