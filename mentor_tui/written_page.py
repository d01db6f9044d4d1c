"""A tab of Reflect whose rows are what she wrote: pages of her notebook, and themes seen on notes."""

from __future__ import annotations

from mentor_tui.reflect_page import ReflectPage
from mentor_tui.rows import key_parts
from mentor_tui.screens import theme_seen
from mentor_tui.screens.offering import offer_to_remove
from mentor_tui.screens.page_more import more_about_page
from store.records import Reflection, ThemeSeen

_KINDS: dict[str, type[Reflection | ThemeSeen]] = {"reflections": Reflection, "themes_seen": ThemeSeen}


class WrittenPage(ReflectPage):
    """What its keys do with the row under the cursor, alike wherever it stands."""

    def record_here(self) -> Reflection | ThemeSeen | None:
        """The page or the theme under the cursor."""
        raise NotImplementedError

    def record_of(self, key: str) -> Reflection | ThemeSeen | None:
        """What the row with this key is; None where it is neither of the two."""
        table, id = key_parts(key)
        return self.mentor.notebook.get(_KINDS[table], id) if table in _KINDS else None

    def edit(self) -> None:
        """Read and correct a page; say that it was another theme."""
        record = self.record_here()
        if isinstance(record, Reflection):
            self.mentor.open_dialog("write", record=record)
        elif isinstance(record, ThemeSeen):
            theme_seen.choose_another(self.mentor, record)
        else:
            self.nothing_here()

    def more(self) -> None:
        """Bring a page to supervision, keep it until a day, burn it; take out a theme."""
        record, notebook = self.record_here(), self.mentor.notebook
        if isinstance(record, Reflection):
            more_about_page(self.mentor, record)
        elif isinstance(record, ThemeSeen):
            offer_to_remove(self.mentor, "theme", lambda: notebook.remove(record, "theme removed"))
        else:
            self.nothing_here()

    def open_here(self) -> None:
        """A page opens; a theme leads to its note."""
        record = self.record_here()
        if isinstance(record, ThemeSeen):
            theme_seen.show_note(self.mentor, record)
        else:
            self.edit()

    def nothing_here(self) -> None:
        """A key was pressed where nothing is to be read; most places need no word about it."""
