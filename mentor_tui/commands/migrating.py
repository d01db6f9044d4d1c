"""`mentor migrate`: bring the data folder of an earlier mentor up to date."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say
from mentor_tui.commands.stopping import tidy_when_stopped

if TYPE_CHECKING:
    from store.migrations import Plan


def hang(app: typer.Typer) -> None:
    """Give this command to the command line."""
    app.command("migrate")(migrate)


def migrate(
    context: typer.Context,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would happen; write nothing.")] = False,
    json: Json = False,
) -> None:
    """Bring a data folder that an earlier mentor wrote up to date, after a backup that is proved."""
    from store import migrations

    with tidy_when_stopped(), opened(context, as_it_is=True) as caseload:
        folder = caseload.folder
        plan = migrations.planned(folder) if dry_run else migrations.migrate(folder, caseload.clock)
    if json:
        put_json(_shape(plan, dry_run=dry_run))
        return
    for sentence in plan.steps:
        put(sentence)
    say(_said(plan, dry_run=dry_run))


def _said(plan: "Plan", *, dry_run: bool) -> str:
    if not plan.steps:
        return "The data folder is up to date; there is nothing to do."
    if dry_run:
        return "This is what would be done, after a backup; nothing was written."
    kept = f" {plan.backup.name} has everything as it was." if plan.backup else ""
    return f"Done.{kept}"


def _shape(plan: "Plan", *, dry_run: bool) -> dict[str, Any]:
    return {
        "dry_run": dry_run,
        "form": plan.schema,
        "steps": list(plan.steps),
        "backup": plan.backup.name if plan.backup else None,
    }
