"""`mentor agenda`."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json
from mentor_tui.commands.shapes import coming_shape
from store.vocabulary import RESULTS, label
from store.when import short

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment
    from store.waiting import Coming


def hang(app: typer.Typer) -> None:
    """Give the command to the command line."""
    app.command("agenda")(agenda)


def agenda(
    context: typer.Context,
    days: Annotated[int, typer.Option(min=1, max=3660, help="How many days from today.")] = 14,
    week: Annotated[bool, typer.Option("--week", help="This week, what became of plans too.")] = False,
    month: Annotated[bool, typer.Option("--month", help="This month, the same way.")] = False,
    on: Annotated[str, typer.Option(help='The week or month around this day: "12 jan".')] = "",
    json: Json = False,
) -> None:
    """Plans, appointments and dates of the coming days, of a week or of a month."""
    with opened(context) as caseload:
        moment = caseload.clock.now()
        is_span = week or month or bool(on)
        first, last = _span(caseload, on, month) if is_span else (moment.day, moment.day + timedelta(days))
        items = caseload.planned(first, last) if is_span else caseload.agenda(days)
        if json:
            shown = [coming_shape(item, moment) for item in items]
            between = {"first": first.isoformat(), "last": last.isoformat()}
            put_json({"days": None if is_span else days, **between, "items": shown})
            return
        for item in items:
            put(_line(item, moment))
        if not items:
            spoken = f"{short(first, moment)} to {short(last, moment)}" if is_span else f"{days} days"
            put(f'Nothing planned for {spoken}. `mentor plan dee "fri 14:00" clinic` plans something.')


def _span(caseload: Caseload, on: str, month: bool) -> tuple[date, date]:
    from mentor_tui.agenda_span import WEEK, month_of, span

    day = caseload.read_day(on) if on else caseload.clock.now().day
    return month_of(day) if month else span(WEEK, day)


def _line(item: Coming, moment: Moment) -> str:
    at = f"{item.at:%H:%M}" if item.at else "     "
    result = f": {label(RESULTS, item.result)}" if item.result else ""
    return f"{short(item.on, moment):<11} {at}  {item.name}  {item.text}{result}".rstrip()
