"""A list whose page keys belong to the page it stands on: they turn to other days or weeks."""

from textual.binding import Binding

from widgets.row_list import RowList


class TurnedList(RowList, inherit_bindings=False):
    """A list without page up, page down and home; its screen has them."""

    BINDINGS = [
        binding
        for binding in RowList.BINDINGS
        if isinstance(binding, Binding) and binding.key not in ("pageup", "pagedown", "home")
    ]
