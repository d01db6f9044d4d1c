"""The mentor's saved views of Clients: kept by name, looked at again with the tabs, taken out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from mentor_tui.keys import told
from mentor_tui.screens.one_line import OneLineScreen
from store.records import SavedView
from store.text import clean_line, fold

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

_LONGEST = 24
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

    def typed(name: str | None) -> None:
        called = clean_line(name or "")[:_LONGEST].strip()
        if called and _keep(app, replace(shown, name=called)):
            kept(called)

    app.push_screen(OneLineScreen("keep this view", shown.name[:_LONGEST], told(_BELOW), "keep it"), typed)


def _keep(app: MentorApp, view: SavedView) -> bool:
    known = next((one for one in saved_views(app) if fold(one.name) == fold(view.name)), None)
    label = f"view “{view.name}”"
    if known is None:
        return app.attempt(lambda: app.caseload.add(replace(view, id=0, uid=""), label)) is not None
    changed = replace(known, name=view.name, words=view.words, view=view.view)
    return app.attempt(lambda: app.caseload.change(known, changed, label)) is not None
