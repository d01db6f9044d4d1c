"""What else can be done with a page of the notebook: bring it, keep it until a day, burn it, take it out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from mentor_tui.notebook_due import is_due
from mentor_tui.reflect_commands import write_for_supervision
from mentor_tui.screens.day_form import ComingDayForm
from mentor_tui.screens.offering import Way, offer, removing
from store.records import Reflection

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from store.saved import Saved


def more_about_page(app: MentorApp, page: Reflection) -> None:
    """Offer it; for a page whose day has come, burning and keeping stand first."""
    today = app.clock.now().day
    due = tuple(each.id for each in app.notebook.reflections() if is_due(each, today))
    keeping, burning = list(_keeping(app, page)), list(_burning(app, page, due))
    bringing = list(_bringing(app, page))
    first = [*burning, *keeping, *bringing] if is_due(page, today) else [*bringing, *keeping, *burning]
    remove = (removing("page"), lambda: app.attempt(lambda: app.notebook.remove(page, "reflection removed")))
    offer(app, "page", [*first, remove])


def _bringing(app: MentorApp, page: Reflection) -> Iterator[Way]:
    is_brought = page.for_supervision
    words = "private again" if is_brought else "bring to supervision"
    yield words, lambda: app.attempt(partial(_bring, app, page, is_brought=not is_brought))
    if is_brought:
        yield "write the pages to bring, with initials for names", lambda: write_for_supervision(app)


def _keeping(app: MentorApp, page: Reflection) -> Iterator[Way]:
    def ask() -> None:
        app.push_screen(ComingDayForm("keep this page until", partial(_keep, app, page)), app.saved)

    yield ("keep until another day" if page.keep_until else "keep until a day"), ask
    if page.keep_until:
        yield "keep for good, no day", lambda: app.attempt(partial(_keep, app, page, None))


def _burning(app: MentorApp, page: Reflection, due: tuple[int, ...]) -> Iterator[Way]:
    """A page by itself; all whose day has come, where it is one of several."""
    burn = "burn it: out of history and every backup too, for good"
    yield burn, lambda: app.open_dialog("burn", (page.id,))
    if page.id in due and len(due) > 1:
        yield f"burn all {len(due)} whose day has come", lambda: app.open_dialog("burn", due)


def _bring(app: MentorApp, page: Reflection, *, is_brought: bool) -> Saved:
    label = "page for supervision" if is_brought else "page private again"
    return app.notebook.change(page, replace(page, for_supervision=is_brought), label)


def _keep(app: MentorApp, page: Reflection, until: date | None) -> Saved:
    return app.notebook.change(page, replace(page, keep_until=until), "page kept until a day")
