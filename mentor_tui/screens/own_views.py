"""For Clients: the ways of looking that the program has, and behind them those of the mentor's own."""

from __future__ import annotations

from textual.widgets import Input

from mentor_tui import people_rows
from mentor_tui.keys import bindings
from mentor_tui.screens.saved_views import keep_view, saved_views
from mentor_tui.screens.tabbed import TabbedScreen
from store.records import SavedView


class OwnViews(TabbedScreen):
    """A screen with tabs and a filter, whose state can be kept by a name. It shows what is left."""

    BINDINGS = bindings("keep-view")

    def __init__(self) -> None:
        super().__init__()
        self._saved: tuple[SavedView, ...] = ()
        self._has_its_filter = False
        """Whether the filter came with a saved view."""

    def show_people(self) -> None:
        """Show what the view and the filter leave."""
        raise NotImplementedError

    @property
    def filter_line(self) -> Input:
        """The filter."""
        return self.query_one("#filter", Input)

    @property
    def view(self) -> str:
        """The way of looking, by its name; a saved view narrows one."""
        saved = self.saved_view
        known = people_rows.VIEWS
        return (saved.view if saved.view in known else "Everyone") if saved else known[self.tab_line.chosen]

    @property
    def saved_view(self) -> SavedView | None:
        """Her own view, if one is in front."""
        place = self.tab_line.chosen - len(people_rows.VIEWS)
        return self._saved[place] if 0 <= place < len(self._saved) else None

    def read_views(self) -> None:
        """Ask for her own views; if the one in front is gone, its filter goes too."""
        was_saved = self.saved_view is not None
        self._saved = saved_views(self.mentor)
        self.tab_line.use_names(people_rows.VIEWS, [view.name for view in self._saved])
        if was_saved and self.saved_view is None:
            self.use_filter("")

    def use_filter(self, words: str) -> None:
        """Have these words in the filter; it is there only while it has some."""
        self.filter_line.value = words
        self.filter_line.set_class(bool(words), "shown")

    def leave_view(self) -> None:
        """To the first way of looking."""
        self.tab_line.chosen = 0
        self.tab_turned()

    def tab_turned(self) -> None:
        """Look another way; a saved view brings its filter, and takes it along when it is left."""
        saved = self.saved_view
        if saved is not None or self._has_its_filter:
            self.use_filter(saved.words if saved else "")
        self._has_its_filter = saved is not None
        self.show_people()

    def action_keep_view(self) -> None:
        """Keep this way of looking, with its filter, under a name."""
        words, saved = self.filter_line.value, self.saved_view
        name = saved.name if saved else words or self.view
        keep_view(self.mentor, SavedView(name=name, words=words, view=self.view), self.go_to_view)

    def go_to_view(self, name: str) -> None:
        """To her own view of this name."""
        self.read_views()
        names = [view.name for view in self._saved]
        if name in names:
            self.tab_line.chosen = len(people_rows.VIEWS) + names.index(name)
        self.tab_turned()
