"""A recovery key in groups of four, as it is written on paper and asked back."""

import random
from collections.abc import Callable, Sequence

SIZE = 4
_LETTERS = 58
"""In all groups together."""

_random = random.SystemRandom()

Pick = Callable[[Sequence[int], int], list[int]]


def parts(recovery_key: str) -> tuple[str, tuple[str, ...]]:
    """What every such key begins with ("AGE-SECRET-KEY-1"), and the groups of the rest."""
    begins, one, rest = recovery_key.rpartition("-1")
    return f"{begins}{one}", tuple(rest[at : at + SIZE] for at in range(0, len(rest), SIZE))


def lines(groups: Sequence[str], width: int) -> list[list[tuple[str, str]]]:
    """The groups, each with its number before it, as many on a line as fit, five at most."""
    cells = [(f"{number:>4} ", f"{group:<{SIZE}}") for number, group in enumerate(groups, 1)]
    across = max(1, min(5, width // len("".join(cells[0]))))
    return [cells[at : at + across] for at in range(0, len(cells), across)]


def whole(typed: str) -> str:
    """A key as it was typed; who wrote down the groups alone needs no more than those."""
    letters = "".join(filter(str.isalnum, typed))
    return f"1{letters}" if len(letters) == _LETTERS else typed


def asked_back(groups: Sequence[str], pick: Pick = _random.sample) -> tuple[int, int]:
    """The numbers of two whole groups to ask for, the smaller first."""
    whole = [number for number, group in enumerate(groups, 1) if len(group) == SIZE]
    first, second = sorted(pick(whole, 2))
    return first, second


def is_group(typed: str, group: str) -> bool:
    """Whether a group was copied as it is; case and blanks do not matter."""
    return "".join(typed.split()).upper() == group.upper()
