"""A backup before a command adds much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentor_tui.commands.door import shell
from mentor_tui.commands.printing import say
from mentor_tui.commands.stopping import tidy_when_stopped

if TYPE_CHECKING:
    import typer

    from store.caseload import Caseload


def back_up(context: typer.Context, caseload: Caseload) -> None:
    """What is here before much is added to it; a backup that has it all already is enough."""
    from mentor_tui.own_backup import backed_up
    from mentor_tui.settings import read_settings

    with tidy_when_stopped():
        backed_up(caseload.folder, caseload.clock, read_settings(shell(context).path), "import", say)
