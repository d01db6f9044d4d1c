"""What left the program, for whom; and figures as they stood when a month was closed."""

from datetime import date

from store.records.base import Part, Record


class KeptFigure(Part, frozen=True, kw_only=True):
    """One figure of a report, as it was counted then."""

    line: str
    """Table, group and label: "A/People/people supported"."""
    figure: float
    """In the unit of its line."""
    base: int | None = None
    """What it was out of."""
    group: str = ""
    """Of a closed month: the group, where `line` alone does not tell where it ends."""
    of: str = ""
    """Of a closed month: what the base counts, in words."""
    unit: str = ""
    """Of a closed month: "hours", "km" or "$"."""
    missing: bool = False
    """Of a closed month: it counts what was not asked or is not known."""
    share: bool = False
    """Of a closed month: whether its percentage of the base says something."""


class ClosedMonth(Record, frozen=True, kw_only=True):
    """A month whose figures stand; what is written later shows as a restatement."""

    first: date
    """Its first day."""
    closed_on: date
    figures: tuple[KeptFigure, ...] = ()
    """Of the mentor's own view, whole."""
    to_hand_on: tuple[KeptFigure, ...] = ()
    """The same without those who had said no to being counted; none where nobody had."""
    left_out: tuple[int, ...] = ()
    """Numbers of those who had."""


class HandedOn(Record, frozen=True, kw_only=True):
    """One file that was made for somebody else: what, for whom, about whom."""

    on: date
    what: str = ""
    """Which report or packet, by its name: "month", "handover"."""
    to: str = ""
    """For whom, in her words; "" where she did not say."""
    first: date | None = None
    """First day of the period it is about."""
    last: date | None = None
    client_ids: tuple[int, ...] = ()
    """Those it names; none where it holds numbers alone."""
    figures: tuple[KeptFigure, ...] = ()
    """Its figures whole, so that the next one can be held against them. They stay here."""


class Envelope(Record, frozen=True, kw_only=True):
    """The sealed envelope: for one trusted peer, for the day something happens to the mentor."""

    peer: str
    """Whom it is for."""
    recipient: str = ""
    """Public age recipient; the key that opens it is on the printed card alone."""
    place: str = ""
    """Where the file is written, in full."""
    begun_on: date | None = None
    words: str = ""
    """What she wants the peer to know first."""
