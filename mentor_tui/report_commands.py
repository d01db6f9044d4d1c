"""What the palette adds on Reports: each way to write something out, by name, and printing it."""

from collections.abc import Iterator
from functools import partial
from typing import Any, Protocol, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from mentor_tui.report_page import CHOICES


class Writes(Protocol):
    """A screen that can write what it shows."""

    def write_as(self, code: str | None) -> None:
        """Ask where, and write it there in this form."""

    def action_print(self) -> None:
        """Print what was just written."""


class ReportCommands(Provider):
    """Write this month, write the record."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for title, what, run in self._commands():
            yield DiscoveryHit(title, run, help=what)

    async def search(self, query: str) -> Hits:
        """Those that fit what is typed."""
        matcher = self.matcher(query)
        for title, what, run in self._commands():
            if (score := matcher.match(title)) > 0:
                yield Hit(score, matcher.highlight(title), run, help=what)

    def _commands(self) -> Iterator[tuple[str, str, Any]]:
        screen = cast(Writes, self.screen)
        for each in CHOICES:
            yield f"Write {each.title}", f"{each.what}.", partial(screen.write_as, each.code)
        yield "Print", "Print the file that was just written, on the usual printer.", screen.action_print
