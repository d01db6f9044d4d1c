"""Options that commands share, each with its one help."""

from pathlib import Path
from typing import Annotated

import typer

from mentor_tui.commands.paths import file_or_terminal

Json = Annotated[bool, typer.Option("--json", help="As JSON.")]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would happen; write nothing.")]
Force = Annotated[bool, typer.Option("--force", help="Replace a file that is there.")]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", parser=file_or_terminal, metavar="FILE", help="The file; else the terminal."
    ),
]
