"""From anywhere to the week in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


def show_week(app: MentorApp) -> None:
    """Go to Reflect and turn its tab Week to the front."""
    from mentor_tui.screens.reflect import ReflectScreen
    from mentor_tui.week_page import WeekPage

    app.action_place("reflect")

    def turn() -> None:
        if isinstance(screen := app.screen, ReflectScreen):
            screen.turn_to(WeekPage)

    app.call_after_refresh(turn)
