"""What else can be done with a page of the notebook: bring it, keep it until a day, burn it, take it out."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from mentor_tui.keys import action
from mentor_tui.notebook_due import is_due
from mentor_tui.reflect_commands import write_for_supervision
from mentor_tui.screens.day_form import ComingDayForm
from mentor_tui.screens.dialog import PickScreen
from store.records import Reflection
from widgets.row import Column, Row

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from store.saved import Saved


def more_about_page(app: MentorApp, page: Reflection) -> None:
    """Offer it; for a page whose day has come, burning and keeping stand first."""
    today = app.clock.now().day
    due = tuple(each.id for each in app.notebook.reflections() if is_due(each, today))
    rows = [Row(key, (words,)) for key, words in _choices(page, today, len(due))]

    def picked(key: str | None) -> None:
        if key == "bring":
            app.attempt(partial(_bring, app, page, is_brought=not page.for_supervision))
        elif key == "packet":
            write_for_supervision(app)
        elif key == "until":
            app.push_screen(ComingDayForm("keep this page until", partial(_keep, app, page)), app.saved)
        elif key == "for-good":
            app.attempt(partial(_keep, app, page, None))
        elif key == "burn":
            app.open_dialog("burn", (page.id,))
        elif key == "burn-due":
            app.open_dialog("burn", due)
        elif key == "remove":
            app.attempt(lambda: app.notebook.remove(page, "reflection removed"))

    app.push_screen(PickScreen("more, page", rows, (Column(),), "choose", for_anyone=True), picked)


def _choices(page: Reflection, today: date, due: int) -> list[tuple[str, str]]:
    bring = ("bring", "private again" if page.for_supervision else "bring to supervision")
    packet = [("packet", "write the pages to bring, with initials for names")] if page.for_supervision else []
    until = ("until", "keep until another day" if page.keep_until else "keep until a day")
    good = [("for-good", "keep for good, no day")] if page.keep_until else []
    burn = ("burn", "burn it: out of history and every backup too, for good")
    every = [("burn-due", f"burn all {due} whose day has come")] if due > 1 else []
    remove = ("remove", f"remove this page, {action('undo').shown_key} brings it back")
    if is_due(page, today):
        return [burn, *every, until, *good, bring, *packet, remove]
    return [bring, *packet, until, *good, burn, remove]


def _bring(app: MentorApp, page: Reflection, *, is_brought: bool) -> Saved:
    label = "page for supervision" if is_brought else "page private again"
    return app.notebook.change(page, replace(page, for_supervision=is_brought), label)


def _keep(app: MentorApp, page: Reflection, until: date | None) -> Saved:
    return app.notebook.change(page, replace(page, keep_until=until), "page kept until a day")
