"""The two ledgers, opened together: what the app works on."""

from dataclasses import dataclass, field

from mentor_tui.question import DayQuestion
from store.caseload import Caseload
from store.clock import Clock
from store.curve import DEFAULT_CURVE
from store.folder import DataFolder
from store.notebook import Notebook


@dataclass(frozen=True, slots=True)
class Books:
    """The record and the notebook of one data folder."""

    folder: DataFolder
    caseload: Caseload
    notebook: Notebook
    question: DayQuestion = field(default_factory=DayQuestion)
    """The question of the day, as it was first shown."""


def books_of(
    folder: DataFolder,
    clock: Clock,
    *,
    day_first: bool = True,
    release_curve: tuple[int, ...] = DEFAULT_CURVE,
) -> Books:
    """Both ledgers of an open folder."""
    caseload = Caseload(folder, clock, day_first=day_first, release_curve=release_curve)
    return Books(folder, caseload, Notebook(folder, clock))
