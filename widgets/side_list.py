"""A list that stands under one of several things: left and right go to the one beside it."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from widgets.row_list import RowList


class SideList(RowList):
    """A list that says when left or right was pressed; its page shows what stands there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "side(-1)", "Before", show=False, id="list.left", tooltip="To the theme before."),
        Binding("right", "side(1)", "Next", show=False, id="list.right", tooltip="To the next theme."),
    ]

    @dataclass
    class Sided(Message):
        """Left or right was pressed."""

        row_list: "SideList"
        step: int
        """-1 is left, 1 is right."""

        @property
        def control(self) -> "SideList":
            """The list."""
            return self.row_list

    def action_side(self, step: int) -> None:
        """Say that what stands beside it is wanted."""
        self.post_message(self.Sided(self, step))
