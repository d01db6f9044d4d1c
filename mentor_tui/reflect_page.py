"""One tab of Reflect: what stands there, and what its keys do there. Each tab is a module of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.containers import VerticalScroll

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from store.records import Record


class ReflectPage(VerticalScroll, can_focus=False):
    """A tab. The screen turns it to the front, asks it to `show`, and hands it the keys of Reflect."""

    ID: ClassVar[str]
    """Its own, on the screen."""
    TITLE: ClassVar[str]
    """As it stands on the line of tabs."""
    HINTS: ClassVar[tuple[str, ...]] = ("write", "next-tab", "note", "find", "help")
    """Actions named at the foot while it is in front."""

    @property
    def mentor(self) -> MentorApp:
        """The app, typed."""
        return cast("MentorApp", self.app)

    def show(self) -> None:
        """Ask the ledgers again, and show what stands here now."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the cursor where the eyes go first."""
        raise NotImplementedError

    def turned_to(self) -> None:
        """It comes to the front: what was said of the last choice is over."""

    def record_here(self) -> Record | None:
        """The record under the cursor."""
        return None

    def write(self) -> None:
        """`write`: on the question of the day; where there is none, on an empty page."""
        self.mentor.open_dialog("write", self.mentor.day_question())

    def add(self) -> None:
        """`add`: an empty page, unless something else is added here."""
        self.mentor.open_dialog("write")

    def turn(self, pages: int) -> None:
        """`page-before` and `page-after`, where days, weeks or months can be turned; 0 is back to today."""

    def edit(self) -> None:
        """`edit`: correct what is under the cursor."""

    def more(self) -> None:
        """`more`: what else can be done with it."""
