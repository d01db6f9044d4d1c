"""The mentor's own days after a release, typed in one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mentor_tui.keys import told
from mentor_tui.screens.one_line import OneLineScreen
from store.curve import DEFAULT_CURVE, curve_text, read_curve
from store.errors import MentorError

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

_BELOW = (
    "Days after a release on which Today says it, while you two agreed no rhythm and planned no next touch. "
    "An empty line: 0, 3, 14, 30, 90, the usual days. none: no such days. A person may have their own "
    "({edit})."
)


def change_curve(app: MentorApp, use: Callable[[str], None], shown: str | None = None) -> None:
    """Ask for the days.

    Args:
        use: takes them as settings.json holds them.
        shown: what stands in the line; the days as they are, if not said.
    """

    def typed(words: str | None) -> None:
        if words is None:
            return
        try:
            curve = read_curve(words)
        except MentorError as error:
            change_curve(app, use, words)
            app.trouble(str(error))
        else:
            use(curve_text(DEFAULT_CURVE if curve is None else curve))

    standing = app.settings.release_curve if shown is None else shown
    app.push_screen(OneLineScreen("days after a release", standing, told(_BELOW)), typed)
