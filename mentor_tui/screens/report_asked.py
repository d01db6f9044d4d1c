"""From a report that was chosen to the file: about whom, for whom, in which form, then where."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui.report_to_write import FORM_TITLES, ToWrite, report_to_write
from mentor_tui.screens.dialog import PickScreen
from mentor_tui.screens.one_line import OneLineScreen
from mentor_tui.screens.person_pick import pick_person
from mentor_tui.screens.write_file import WriteFileScreen
from store.errors import MentorError
from store.records import Client
from widgets.row import Column, Row

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from mentor_tui.reports.asked import Asked
    from mentor_tui.reports.catalogue import ReportKind

    Written = Callable[[Path | None], None]

_COLUMNS = (Column(least=14, most=18), Column())
_FOR_WHOM = "The name, as it stands in the agreements to share. In it is only who agreed to share with them."


class ReportAsked:
    """One report on its way to a file."""

    def __init__(self, app: MentorApp, kind: ReportKind, asked: Asked, written: Written) -> None:
        """Nothing is asked yet.

        Args:
            written: is told the place, or None where nothing was written.
        """
        self._app, self._kind, self._asked, self._written = app, kind, asked, written

    def begin(self, form: str = "") -> None:
        """Ask what is not known yet, then where to write it.

        Args:
            form: one of the forms; "" asks for it.
        """
        if self._kind.about == "person" and self._asked.person is None:
            pick_person(self._app, f"{self._kind.title}, of whom", self._of)
        elif self._kind.needs_recipient and not self._asked.to:
            asking = OneLineScreen(f"{self._kind.title}, for whom", "", _FOR_WHOM, "go on")
            self._app.push_screen(asking, self._to)
        elif form:
            self.write_as(form)
        else:
            pick_form(self._app, self._kind.title, self.write_as)

    def write_as(self, form: str) -> None:
        """Show what it will hold, and ask where."""
        try:
            ask_where(
                self._app, report_to_write(self._app.caseload, self._kind, self._asked, form), self._written
            )
        except MentorError as error:
            self._app.says(error)

    def _of(self, person: int) -> None:
        self._asked = replace(self._asked, person=self._app.caseload.get(Client, person))
        self.begin()

    def _to(self, name: str | None) -> None:
        if name:
            self._asked = replace(self._asked, to=name)
            self.begin()


def pick_form(app: MentorApp, title: str, chosen: Callable[[str], None], without: Iterable[str] = ()) -> None:
    """Ask for a form.

    Args:
        without: forms that are not offered.
    """
    left_out = set(without)
    rows = [
        Row(form, (((called, "name"),), what))
        for form, (called, what) in FORM_TITLES.items()
        if form not in left_out
    ]

    def picked(form: str | None) -> None:
        if form:
            chosen(form)

    app.push_screen(PickScreen(f"{title}, as", rows, _COLUMNS, "choose", for_anyone=True), picked)


def ask_where(app: MentorApp, to_write: ToWrite, written: Written) -> None:
    """Show what it will hold and ask where; say what is to be said of it after."""
    said: list[str] = []

    def done(place: Path | None) -> None:
        written(place)
        for sentence in said[:-1]:  # the last one says again what stood over the line
            app.trouble(sentence)

    asking = WriteFileScreen(
        to_write.title,
        to_write.place,
        to_write.caution,
        lambda path: said.extend(to_write.write(path)),
        preview=to_write.preview,
        for_anyone=to_write.is_about_nobody,
    )
    app.push_screen(asking, done)
