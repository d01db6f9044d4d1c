"""`mentor import ...`: bring people, a directory of services, a calendar or an exported record in."""

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from mentor_tui.commands.backing_up import back_up
from mentor_tui.commands.bringing_in import ToBringIn, bring_in
from mentor_tui.commands.bringing_people import clients, contacts
from mentor_tui.commands.door import opened
from mentor_tui.commands.options import DryRun, Json
from mentor_tui.commands.paths import path_of
from mentor_tui.commands.printing import put, put_json, say

if TYPE_CHECKING:
    from mentor_tui.exchange.hsds.planning import ServiceImport
    from mentor_tui.exchange.ics.planning import CalendarPlan
    from store.caseload import Caseload


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    group = typer.Typer(help="Bring data in; every import is one undo.", no_args_is_help=True)
    group.command("services")(services)
    group.command("json")(record)
    group.command("calendar")(calendar)
    group.command("clients")(clients)
    group.command("contacts")(contacts)
    app.add_typer(group, name="import")


def services(
    context: typer.Context,
    path: Annotated[
        Path,
        typer.Argument(
            parser=path_of("FOLDER"),
            metavar="FOLDER",
            help="HSDS files (a 211 or other directory), .zip or .json.",
        ),
    ],
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """A directory of services in HSDS form. What you wrote about a service yourself stays."""
    from mentor_tui.exchange.hsds import plan_import, summary
    from store.records import Service

    with opened(context) as caseload:
        plan = plan_import(path, caseload.all(Service), _progress)
        _end_progress()
        write = partial(caseload.apply_import, "import of services", plan.added, plan.updated)
        incoming = ToBringIn(
            None if dry_run or plan.changes_nothing else write,
            lambda: _plan_shape(plan),
            lambda applied: summary(plan, applied=applied),
            "Nothing was written." if dry_run else "Everything was here already; nothing was written.",
        )
        bring_in(context, caseload, incoming, json=json)


def record(
    context: typer.Context,
    path: Annotated[
        Path,
        typer.Argument(
            parser=path_of("FILE"), metavar="FILE", help="A file that `mentor export json` wrote."
        ),
    ],
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """An exported record. What is here already stays exactly as it is."""
    from mentor_tui.exchange.json_in import import_json

    with opened(context) as caseload:
        if not dry_run:
            back_up(context, caseload)
        done = import_json(path, caseload, dry_run=dry_run)
        if json:
            left_out = [
                {"table": table, "number": number, "reason": reason}
                for table, number, reason in done.left_out
            ]
            counts = {"added": dict(done.added), "unchanged": dict(done.unchanged)}
            put_json({"applied": bool(done.act), **counts, "left_out": left_out, "notes": list(done.notes)})
        else:
            for line in done.lines(applied=not dry_run):
                put(line)
        if done.act:
            say(f"Saved {caseload.clock.now().wall:%H:%M} · `mentor undo` takes it back.")
        else:
            say("Nothing was written.")


def calendar(
    context: typer.Context,
    path: Annotated[
        Path,
        typer.Argument(
            parser=path_of("PATH"), metavar="PATH", help="An .ics file, or a folder of them, as khal keeps."
        ),
    ],
    who: Annotated[str, typer.Option("--who", help="All of it is about this person.")] = "",
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """Events still to come, from a calendar program. What is here already stays as it is."""
    from mentor_tui.exchange.ics_in import import_calendar, lines_of, plan_calendar

    with opened(context) as caseload:
        plan = plan_calendar(path, caseload, caseload.find_person(who) if who else None)
        incoming = ToBringIn(
            partial(import_calendar, plan, caseload) if plan.added and not dry_run else None,
            lambda: _calendar_shape(plan, caseload),
            lambda applied: lines_of(plan, caseload, applied=applied),
        )
        bring_in(context, caseload, incoming, json=json)


def _calendar_shape(plan: "CalendarPlan", caseload: "Caseload") -> dict[str, Any]:
    from mentor_tui.commands.shapes import named

    events = [
        {
            "title": row.title,
            "outcome": row.outcome,
            "on": row.on.isoformat() if row.on else None,
            "time": f"{row.at:%H:%M}" if row.at else None,
            "client": named(caseload, row.client_id),
            "comes_back": row.repeats is not None,
            "not_kept": list(row.not_kept),
            "why": row.why,
        }
        for row in plan.rows
    ]
    return {"added": len(plan.added), "events": events}


def _plan_shape(plan: "ServiceImport") -> dict[str, Any]:
    files = [
        {
            "file": one.file,
            "rows": one.rows,
            "added": one.added,
            "updated": one.updated,
            "unchanged": one.unchanged,
            "left_out": [{"reason": reason, "rows": count} for reason, count in one.left_out],
        }
        for one in plan.rows
    ]
    counts = {"added": len(plan.added), "updated": len(plan.updated), "unchanged": plan.unchanged}
    return {"services": counts, "files": files, "notes": list(plan.notes)}


def _progress(doing: str, done: int, of: int) -> None:
    if (terminal := _terminal()) is not None:
        print(f"\r{doing}: {done} of {of}", end="", file=terminal, flush=True)


def _end_progress() -> None:
    if (terminal := _terminal()) is not None:
        print("\r\x1b[K", end="", file=terminal, flush=True)


def _terminal() -> TextIO | None:
    # Past the stream that lets no control sequence through: these two are ours, and move one line only.
    return sys.__stderr__ if sys.__stderr__ is not None and sys.__stderr__.isatty() else None
