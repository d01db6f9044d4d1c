"""What the palette adds on Reflect: pages for supervision as a file, burning what was removed before."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

_TITLE = "Write pages for supervision"
_WHAT = "The pages you marked to bring, with initials in the place of names, as a PDF."
_BURN_TITLE = "Burn pages you removed before"
_BURN_WHAT = "Out of the history and every backup too, for good; it is shown first."
_CAUTION = "It is not encrypted. Initials stand for people in the record; read it over for other names."


class ReflectCommands(Provider):
    """The pages for supervision, and those that were removed before."""

    async def discover(self) -> Hits:
        """Before anything is typed."""
        for title, what, run in self._offers():
            yield DiscoveryHit(title, run, help=what)

    async def search(self, query: str) -> Hits:
        """What fits what is typed."""
        matcher = self.matcher(query)
        for title, what, run in self._offers():
            if (score := matcher.match(title)) > 0:
                yield Hit(score, matcher.highlight(title), run, help=what)

    def _offers(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        app = cast("MentorApp", self.app)
        return (
            (_TITLE, _WHAT, partial(write_for_supervision, app)),
            (_BURN_TITLE, _BURN_WHAT, partial(burn_what_was_removed, app)),
        )


def burn_what_was_removed(app: MentorApp) -> None:
    """Show what burning pages reaches that were removed before; say so where there are none."""
    from store.erasing import pages_taken_out
    from store.errors import MentorError

    try:
        pages = pages_taken_out(app.caseload.folder)
    except MentorError as error:
        app.trouble(str(error))
        return
    if pages:
        app.open_dialog("burn", pages)
    else:
        app.trouble("No page that was removed stands in the history.")


def write_for_supervision(app: MentorApp) -> None:
    """Show what is marked, and ask where to write it; say so where nothing is."""
    from mentor_tui.exchange.writing import hand_out, named_in
    from mentor_tui.reports import Document, render
    from mentor_tui.screens.write_file import WriteFileScreen
    from mentor_tui.settings import read_settings
    from mentor_tui.supervision_packet import WHAT, choose, packet_of
    from mentor_tui.ways_out import free_place
    from mentor_tui.writing_out import say_written
    from store.errors import MentorError

    caseload = app.caseload
    try:
        chosen = choose(caseload, app.notebook)
    except MentorError as error:
        app.trouble(str(error))
        return

    packet = packet_of(caseload, chosen)

    def write(path: Path, packet: Document = packet) -> None:
        paper = read_settings(caseload.folder.path).paper
        named = named_in(caseload, chosen.text)
        hand_out(caseload.folder, path, render(packet, "pdf", paper=paper), WHAT, people=named)

    place = free_place(Path.home() / f"supervision-{caseload.clock.now().day}.pdf")
    preview = render(packet).decode()
    caution = " ".join((*chosen.cautions, _CAUTION))
    dialog = WriteFileScreen("write pages for supervision, PDF", place, caution, write, preview=preview)
    app.push_screen(dialog, partial(say_written, app))
