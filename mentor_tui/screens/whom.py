"""Whom the mentor can talk to, in one line of her own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentor_tui.screens.one_line import OneLineScreen
from store.drafts import SUPPORT
from store.records import Support

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

_WHOM = "whom you can talk to"
_BELOW = "In your own words. It stands here in a week that was hard; left empty it goes."


class WhomScreen(OneLineScreen):
    """What is half typed has the notebook's keys, as the line itself has."""

    KEPT_AS = SUPPORT
    GIVES_WAY = False


def ask_whom(app: MentorApp) -> None:
    """Ask for the line, with the one that stands."""
    notebook = app.notebook
    support = notebook.support()
    before = support.words if support else ""

    def said(words: str | None) -> None:
        if words is not None and words != before:
            app.attempt(lambda: notebook.add(Support(words=words), _WHOM))

    app.push_screen(WhomScreen(_WHOM, before, _BELOW), said)
