"""What Today's lists hold, and what gives way where there is no room for everyone. `now` never does."""

from collections.abc import Sequence, Set

from mentor_tui.rows import coming_row, coming_row_narrow, waiting_row
from store.clock import Moment
from store.waiting import Coming, Waiting
from widgets.row import Gap, Heading, Item, Row

TITLES = {"now": "NOW", "today": "TODAY", "week": "THIS WEEK", "later": "NOT THIS WEEK"}
_REST = {"today": "more today", "week": "more this week"}
TWO_LINES_UP_TO = 6
"""People who get two lines each; past that one line each, and a second while there is room."""
ONE_LINE = 34
"""Letters that stand on one line of the left side at 80 columns."""
SHORT = 9
"""Letters of a plan that stand on one line of the right side at 80 columns."""
FEW_COMING = 4
"""Plans that get three lines each; past that two lines each."""


def waiting_items(waiting: Sequence[Waiting], room: int | None, unfolded: Set[str]) -> tuple[Item, ...]:
    """The bands, then "9 others: nothing due this week".

    Args:
        room: lines the list has; where one line each is still too much, the least pressing fold.
            None scrolls instead: nothing folds and nobody's words are cut.
        unfolded: bands she has opened.
    """
    near = [entry for entry in waiting if entry.band != "later"]
    shown = {band: [entry for entry in near if entry.band == band] for band in TITLES}
    many = room is not None and len(near) > TWO_LINES_UP_TO
    folded = _folded(shown, room or 0, unfolded) if many else {}
    whole = _whole(shown, room or 0, bool(folded)) if many else {entry.client.id for entry in near}
    most_lines = 0 if room is None else 2
    items: list[Item] = []
    for band in ("now", "today", "week"):
        kept = shown[band][: len(shown[band]) - folded.get(band, 0)]
        rows = [waiting_row(entry, most_lines if entry.client.id in whole else 1) for entry in kept]
        if folded.get(band):
            rows.append(_fold_row(band, f"{folded[band]} {_REST[band]}"))
        items += _group(TITLES[band], rows, bool(items))
    return (*items, *_others([entry for entry in waiting if entry.band == "later"], bool(items), unfolded))


def coming_items(coming: Sequence[Coming], moment: Moment, *, narrow: bool = False) -> tuple[Item, ...]:
    """COMING UP."""
    if narrow:
        rows = [coming_row_narrow(each, moment) for each in coming]
    else:
        most_lines = 2 if len(coming) > FEW_COMING else 3
        rows = [coming_row(each, moment, 0 if _is_long(each, moment) else most_lines) for each in coming]
    return tuple(_group("COMING UP", rows, False))


def _is_long(coming: Coming, moment: Moment) -> bool:
    """Whether its time, which stands after its words, would be cut off."""
    return coming.at is not None and coming.on != moment.day and len(coming.what or coming.text) > SHORT


def _group(title: str, rows: Sequence[Row], after_another: bool) -> list[Item]:
    if not rows:
        return []
    return [*([Gap()] if after_another else []), Heading(title), *rows]


def _whole(shown: dict[str, list[Waiting]], room: int, is_folded: bool) -> set[int]:
    """Who gets a second line where everyone has one already: the most pressing, while there is room."""
    groups = [entries for entries in shown.values() if entries]
    spare = 0 if is_folded else room - sum(len(entries) + 2 for entries in groups) - 1
    wordy = [
        entry.client.id
        for entries in groups
        for entry in entries
        if len(" · ".join(reason.text for reason in entry.shown)) > ONE_LINE
    ]
    return set(wordy[: max(spare, 0)])


def _folded(shown: dict[str, list[Waiting]], room: int, unfolded: Set[str]) -> dict[str, int]:
    """How many of each band fold away: the least pressing first, never one of `now`."""
    groups = [entries for entries in shown.values() if entries]
    lines = sum(len(entries) + 2 for entries in groups) + 1
    folded: dict[str, int] = {}
    for band in ("week", "today"):
        if lines > room and band not in unfolded and len(shown[band]) > 1:
            # One line goes to "4 more this week" itself.
            folded[band] = min(lines - room + 1, len(shown[band]))
            lines -= folded[band] - 1
    return folded


def _others(later: Sequence[Waiting], after_another: bool, unfolded: Set[str]) -> list[Item]:
    if not later:
        return []
    one, many = ("other", "others") if after_another else ("person", "people")
    words = f"{len(later)} {one if len(later) == 1 else many}: nothing due this week"
    gap: list[Item] = [Gap()] if after_another else []
    rows = [waiting_row(entry, 1) for entry in later] if "later" in unfolded else []
    return [*gap, _fold_row("later", words), *rows]


def _fold_row(band: str, words: str) -> Row:
    return Row(f"fold-{band}", (((words, "muted"),),), 1, spans=True, for_anyone=True)
