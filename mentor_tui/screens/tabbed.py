"""Tabs of a screen: [ and ] and a click turn them."""

from textual import on

from mentor_tui.keys import bindings
from mentor_tui.screens.base import PlaceScreen
from widgets.tab_line import TabLine


class TabbedScreen(PlaceScreen):
    """A screen with a `TabLine` called `tabs`. It says what follows when another tab is in front."""

    BINDINGS = bindings("previous-tab", "next-tab")

    @property
    def tab_line(self) -> TabLine:
        """The tabs."""
        return self.query_one("#tabs", TabLine)

    def tab_turned(self) -> None:
        """Another tab is in front: show what stands there."""
        raise NotImplementedError

    def action_previous_tab(self) -> None:
        """The tab to the left."""
        self._turn(-1)

    def action_next_tab(self) -> None:
        """The tab to the right."""
        self._turn(1)

    @on(TabLine.Chosen)
    def tab_clicked(self, event: TabLine.Chosen) -> None:
        """The tab that was clicked."""
        self._turn(event.index - self.tab_line.chosen)

    def _turn(self, step: int) -> None:
        self.tab_line.turn(step)
        self.tab_turned()
