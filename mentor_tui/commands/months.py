"""`mentor months`: which months there are, which of them are closed, and closing one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say, say_saved

if TYPE_CHECKING:
    from mentor_tui.month_closing import Month


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    group = typer.Typer(invoke_without_command=True)
    group.callback()(months)
    group.command("close")(close)
    app.add_typer(group, name="months")


def months(context: typer.Context, json: Json = False) -> None:
    """The months with entries, the newest first, and which are closed."""
    if context.invoked_subcommand is not None:
        return
    from mentor_tui.month_closing import months as all_months

    with opened(context) as caseload:
        found = all_months(caseload)
        if json:
            put_json({"months": [_shape(month) for month in found]})
            return
        for month in found:
            put(_line(month))
        if not found:
            say("No month has an entry yet.")


def close(
    context: typer.Context,
    month: Annotated[str, typer.Argument(help='2026-10, "oct 2025"; the last month if not given.')] = "",
    json: Json = False,
) -> None:
    """Close a month: its figures stand, and what is written later shows as a restatement."""
    from mentor_tui.month_closing import close_month
    from mentor_tui.month_closing import months as all_months
    from store.when_month import read_month

    with opened(context) as caseload:
        moment = caseload.clock.now()
        first = read_month(month or "last month", moment)
        saved = close_month(caseload, first)
        closed = next(one for one in all_months(caseload) if one.first == first)
        if json:
            put_json({"act": saved.act, "label": saved.label, "month": _shape(closed)})
            return
        put(_line(closed))
        say_saved(saved, moment)


def _shape(month: Month) -> dict[str, Any]:
    return {
        "month": f"{month.first:%Y-%m}",
        "first": month.first.isoformat(),
        "entries": month.entries,
        "is_over": month.is_over,
        "closed_on": month.closed_on and month.closed_on.isoformat(),
    }


def _line(month: Month) -> str:
    entries = f"{month.entries} {'entry' if month.entries == 1 else 'entries'}"
    if month.closed_on:
        return f"{month.first:%Y-%m}  {entries}, closed on {month.closed_on}"
    return f"{month.first:%Y-%m}  {entries}{'' if month.is_over else ', not over yet'}"
