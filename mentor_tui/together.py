"""The program's three packages sit in one place, or it does not start.

`store` and `widgets` are names that any other package may bring too. Whichever is found first wins without a
word, and the program would then write a person's notes through someone else's `store`.
"""

# Nothing of `store` is imported here: it is what may not be ours.
from importlib.machinery import PathFinder
from pathlib import Path

TOGETHER = ("mentor_tui", "widgets", "store")


def refuse_if_apart() -> None:
    """End the program with a sentence and exit code 1 unless the three packages lie side by side."""
    here = Path(__file__).resolve().parent.parent
    for package in TOGETHER:
        spec = PathFinder.find_spec(package)
        place = Path(spec.origin).resolve().parent.parent if spec and spec.origin else None
        if place != here:
            raise SystemExit(
                f"Another program's “{package}” is in the way of this program's own, so it did not start; "
                "nothing was read or written. Give it a place of its own: pipx install mentor-tui, or "
                "uv tool install mentor-tui."
            )
