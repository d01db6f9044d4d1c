"""The mentor's saved views of Clients: kept by name, looked at again with the tabs, taken out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace as with_answers
from typing import TYPE_CHECKING

from msgspec.structs import replace

from mentor_tui.keys import told
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.one_line import OneLineScreen
from store.drafts import SMALL, Draft
from store.errors import MentorError
from store.records import SavedView
from store.text import clean_line, fold

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

_LONGEST = 24
_AT_THE_LOCK = Draft(f"{SMALL}view-at-the-lock", None, {})
_BELOW = (
    "It stands behind the other views; {previous-tab} and {next-tab} lead to it. A name you have already "
    "gets the new filter."
)


def saved_views(app: MentorApp) -> tuple[SavedView, ...]:
    """In the order they were made."""
    return app.caseload.all(SavedView)


def keep_view(app: MentorApp, shown: SavedView, kept: Callable[[str], None]) -> None:
    """Ask for a name, and keep what is shown under it.

    Args:
        shown: the view as it stands, with the name it has or could have.
        kept: is told the name once it is kept.
    """
    app.push_screen(ViewName(shown, kept))


class ViewName(OneLineScreen):
    """Under which name a view is kept."""

    def __init__(self, shown: SavedView, kept: Callable[[str], None]) -> None:
        """A line with a name in it, as of `keep_view`."""
        super().__init__("keep this view", shown.name[:_LONGEST], told(_BELOW), "keep it")
        self._shown = shown
        self._is_kept = kept

    def taken(self, words: str) -> None:
        """Keep the view by this name; nothing where none was typed."""
        called = clean_line(words)[:_LONGEST].strip()
        if called and _keep(self.mentor, replace(self._shown, name=called)):
            self._is_kept(called)

    def way_back(self) -> WayBack | None:
        """With the same view. Its filter may hold a name: while it is locked it lies sealed on the disk."""
        shown = self._shown
        held = {"name": shown.name, "words": shown.words, "view": shown.view}
        try:
            self.mentor.caseload.folder.drafts().keep(with_answers(_AT_THE_LOCK, answers=held))
        except MentorError:
            return None
        return _asked_again


def _asked_again(mentor: MentorApp) -> ViewName | None:
    from mentor_tui.screens.own_views import OwnViews

    drafts, place = mentor.caseload.folder.drafts(), mentor.screen_stack[0]
    held = drafts.of(_AT_THE_LOCK.kind, None)
    if held is None or not isinstance(place, OwnViews):
        return None
    drafts.drop(held)
    name, words, view = (str(held.answers.get(part, "")) for part in ("name", "words", "view"))
    return ViewName(SavedView(name=name, words=words, view=view), place.go_to_view)


def _keep(app: MentorApp, view: SavedView) -> bool:
    known = next((one for one in saved_views(app) if fold(one.name) == fold(view.name)), None)
    label = f"view “{view.name}”"
    if known is None:
        return app.attempt(lambda: app.caseload.add(replace(view, id=0, uid=""), label)) is not None
    changed = replace(known, name=view.name, words=view.words, view=view.view)
    return app.attempt(lambda: app.caseload.change(known, changed, label)) is not None
