"""Two sentences of the mentor's own: what she tells people first about what stays between them, and the
number for an emergency. The program is no emergency service and no lawyer; both are hers to write.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from mentor_tui.settings import Settings

LIMITS = (
    "What you tell me stays between us, but for this: if I fear that you or somebody else will be badly "
    "hurt, if a child is in danger, or where the law here says that I must speak. I would tell you first."
)
"""What the limits are, until she has words of her own: danger, children, the law of the place."""
NO_NUMBER = "none yet; it would stand in every help page"
_NUMBER_BELOW = (
    "The number that is rung where you are, and who else can be: it stands in every help page. "
    "mentor is no emergency service. An empty line: none."
)
_LIMITS_BELOW = (
    "What you say at the start about what stays between you and what cannot. It stands where you write "
    "down what you told somebody. An empty line brings back the words it comes with."
)


def limits(settings: Settings) -> str:
    """What she tells people first."""
    return settings.told_first or LIMITS


def in_an_emergency(settings: Settings) -> str:
    """For the foot of a help page."""
    number = settings.emergency
    ring = f"In an emergency: {number}." if number else "In an emergency ring the number of your place."
    return f"mentor is no emergency service. {ring}"


def change_limits(app: MentorApp, use: Callable[[Settings], None]) -> None:
    """Ask for what she tells people first."""

    def typed(text: str | None) -> None:
        if text is not None:
            use(replace(app.settings, told_first="" if text == LIMITS else text))

    _ask(app, "what you tell people first", limits(app.settings), _LIMITS_BELOW, typed)


def change_number(app: MentorApp, use: Callable[[Settings], None]) -> None:
    """Ask for the number for an emergency."""

    def typed(text: str | None) -> None:
        if text is not None:
            use(replace(app.settings, emergency=text))

    _ask(app, "in an emergency", app.settings.emergency, _NUMBER_BELOW, typed)


def _ask(app: MentorApp, title: str, now: str, below: str, typed: Callable[[str | None], None]) -> None:
    from mentor_tui.screens.one_line import OneLineScreen

    app.push_screen(OneLineScreen(title, now, below), typed)
