"""How a record reads in a list. Words come from the store's own rules; here they become cells with roles."""

from mentor_tui.row_keys import key_parts, person_key, plan_key
from store.clock import Moment
from store.waiting import Coming, Waiting
from store.waiting.away import ARE_AWAY, WERE_AWAY
from store.when import When, short
from widgets.row import JOIN, Piece, Row

__all__ = [
    "coming_row",
    "coming_row_narrow",
    "key_parts",
    "person_key",
    "plan_key",
    "waiting_row",
    "what_cell",
    "when_cell",
]


def waiting_row(entry: Waiting, most_lines: int) -> Row:
    """A person and why they are here, the first reason bright, the others muted."""
    first, *others = (reason.text for reason in entry.shown)
    away, semicolon, reason = first.partition("; ")
    if most_lines == 1 and semicolon and away in (WERE_AWAY, ARE_AWAY):
        # One line is for what waits; why it waited may be cut.
        first, others = reason, [away, *others]
    # "you agreed weekly · tried twice": what stands after the dot belongs to the others.
    first, _, after = first.partition(" · ")
    pieces: list[Piece] = [(first, "")]
    for text in (*((after,) if after else ()), *others):
        pieces += [JOIN, (text, "muted")]
    return Row(person_key(entry.client.id), (((entry.client.name, "name"),), tuple(pieces)), most_lines)


def coming_row(coming: Coming, moment: Moment, most_lines: int = 0) -> Row:
    """A plan that is coming up: when, who, what."""
    return Row(
        plan_key(coming),
        (when_cell(coming, moment), ((coming.name or "you", "name"),), what_cell(coming, moment)),
        most_lines,
    )


def coming_row_narrow(coming: Coming, moment: Moment) -> Row:
    """The same in two columns, for a narrow screen."""
    who: tuple[Piece, ...] = ((coming.name or "you", "name"), (" ", ""))
    return Row(plan_key(coming), (when_cell(coming, moment), who + what_cell(coming, moment)))


def when_cell(coming: Coming, moment: Moment) -> tuple[Piece, ...]:
    """The time of something today, else its day in six letters: "Tue", "30 Nov"."""
    words = short(When(coming.on, coming.at), moment).split()
    if coming.on < moment.day:  # a letter that is asked about
        return ((f"{coming.on.day} {coming.on:%b}", "second"),)
    return ((" ".join(words[1:3]) if len(words) > 1 else words[0], "second"),)


def what_cell(coming: Coming, moment: Moment) -> tuple[Piece, ...]:
    """What, with its time on another day, bright; what goes with it muted: "court 09:30, going along"."""
    timed = coming.at is not None and coming.on != moment.day
    what = coming.what or coming.text
    bright = f"{what} {coming.at:%H:%M}" if timed else what
    return ((f"{bright}, ", ""), (coming.goes_with, "muted")) if coming.goes_with else ((bright, ""),)
