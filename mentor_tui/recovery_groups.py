"""A recovery key in groups of four, as it is written on paper and asked back."""

import random
from collections.abc import Callable, Sequence

SIZE = 4

_random = random.SystemRandom()

Pick = Callable[[Sequence[int], int], list[int]]


def parts(recovery_key: str) -> tuple[str, tuple[str, ...]]:
    """What every such key begins with ("AGE-SECRET-KEY-1"), and the groups of the rest."""
    begins, one, rest = recovery_key.rpartition("-1")
    return f"{begins}{one}", tuple(rest[at : at + SIZE] for at in range(0, len(rest), SIZE))


def lines(groups: Sequence[str], width: int) -> list[str]:
    """The groups with their numbers, as many on a line as fit, five at most."""
    cells = [f"{number:>2} {group:<{SIZE}}" for number, group in enumerate(groups, 1)]
    across = max(1, min(5, (width + 3) // (len(cells[0]) + 3)))
    return ["   ".join(cells[at : at + across]) for at in range(0, len(cells), across)]


def asked_back(groups: Sequence[str], pick: Pick = _random.sample) -> tuple[int, int]:
    """The numbers of two whole groups to ask for, the smaller first."""
    whole = [number for number, group in enumerate(groups, 1) if len(group) == SIZE]
    first, second = sorted(pick(whole, 2))
    return first, second


def is_group(typed: str, group: str) -> bool:
    """Whether a group was copied as it is; case and blanks do not matter."""
    return "".join(typed.split()).upper() == group.upper()
