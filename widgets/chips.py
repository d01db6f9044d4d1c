"""How a line was understood, as rows of short pieces under it."""

from collections.abc import Sequence
from typing import ClassVar, TypeAlias

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from widgets.lens import marked
from widgets.shown_text import shown

Piece: TypeAlias = tuple[str, str]
"""Words, and what they are: one of `ROLES`, or "" for plain words."""

ChipRow: TypeAlias = tuple[Piece, ...]

_MARKS = {
    "who": "name", "strong": "day", "label": "own", "key": "own", "good": "own", "trouble": "own",
}  # fmt: skip
"""What the privacy lens leaves of a piece, by its role; of the others nothing."""
ROLES = ("who", "fact", "words", "label", "strong", "soft", "key", "good", "trouble")


class Chips(Widget):
    """Rows of pieces. Each role has a weight or a form of its own, so that colour is never alone."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"chips--{role}" for role in ROLES}
    DEFAULT_CSS = """
    Chips {
        height: auto;
        width: 1fr;
        color: $foreground;
        & > .chips--who { background: $foreground; color: $background; text-style: bold; }
        & > .chips--fact { color: $second; }
        & > .chips--words { text-style: italic; }
        & > .chips--label { color: $muted; }
        & > .chips--strong { text-style: bold; }
        & > .chips--soft { color: $muted; }
        & > .chips--key { color: $accent; text-style: bold; }
        & > .chips--good { color: $good; text-style: bold; }
        & > .chips--trouble { color: $trouble; }
    }
    """

    rows: reactive[tuple[ChipRow, ...]] = reactive((), layout=True)
    """What is shown, a row a line; a long row wraps."""

    def __init__(self, rows: Sequence[ChipRow] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(Chips.rows, tuple(rows))

    def render(self) -> Content:
        """The rows as text; nothing in them is read as markup."""
        return Content("\n").join(self._row(row) for row in self.rows)

    def _row(self, row: ChipRow) -> Content:
        return Content("").join(self._piece(words, role) for words, role in row)

    def _piece(self, words: str, role: str) -> Content:
        if role not in ROLES:
            return Content(shown(words))
        # who is a pill: the blank on either side belongs to it
        text = f" {shown(words)} " if role == "who" else shown(words)
        # Textual drops an opaque background from a partial style, and the pill is its background.
        is_pill = role == "who"
        mark = marked(_MARKS[role]) if role in _MARKS else Style.null()
        return Content.styled(text, self.get_visual_style(f"chips--{role}", partial=not is_pill) + mark)
