"""One measured figure, beside its target."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter
from typing import Any

Deed = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Figure:
    """What came out."""

    row: str
    what: str
    figure: float
    target: float
    unit: str = "x"
    pairs: int = 0
    detail: dict[str, Any] = field(default_factory=dict)
    """What the figure was made of: medians in milliseconds, sizes, remarks."""

    @property
    def is_ok(self) -> bool:
        """Within the target."""
        return self.figure <= self.target

    def said(self) -> str:
        """One line: figure, target, ok or short."""
        unit = self.unit if self.unit == "x" else f" {self.unit}"
        verdict = "ok" if self.is_ok else "short"
        made_of = ", ".join(f"{name} {value}" for name, value in self.detail.items())
        return (
            f"{self.row:<18} {self.figure:>7.2f}{unit:<3} target {self.target:g}{unit:<3} {verdict:<5} "
            f"{self.what} ({made_of}; {self.pairs} pairs)"
        )

    def kept(self) -> dict[str, Any]:
        """As JSON."""
        fields = ("row", "what", "figure", "target", "unit", "pairs", "detail")
        return {name: getattr(self, name) for name in fields} | {"ok": self.is_ok}


def seconds(deed: Deed) -> float:
    """How long it takes once."""
    began = perf_counter()
    deed()
    return perf_counter() - began


def interleaved(deeds: Sequence[Callable[[], float]], pairs: int) -> list[float]:
    """Medians of deeds that time themselves, in turn, `pairs` times; every other round backwards."""
    taken: list[list[float]] = [[] for _ in deeds]
    order = list(range(len(deeds)))
    for turn in range(pairs):
        for place in order if turn % 2 == 0 else reversed(order):
            taken[place].append(deeds[place]())
    return [median(times) for times in taken]


def ms(taken: float) -> float:
    """Seconds as milliseconds, to four figures."""
    return float(f"{taken * 1000:.4g}")
