"""`mentor report NAME`: seen in the terminal, or written to a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.options import Force, Output
from mentor_tui.commands.printing import put, put_json, say
from store.errors import RequestRefused

if TYPE_CHECKING:
    from mentor_tui.reports.asked import Asked
    from mentor_tui.reports.catalogue import ReportKind
    from store.caseload import Caseload
    from store.clock import Moment
    from store.period import Period
    from store.records import Client


def hang(app: typer.Typer) -> None:
    """Give this command to the command line."""
    app.command("report")(report)


def report(
    context: typer.Context,
    name: Annotated[
        str, typer.Argument(help="month, hours, people, person, gate or handover; none names them all.")
    ] = "",
    month: Annotated[
        str, typer.Option(help='2026-11, "nov 2025", "last month"; this month if not given.')
    ] = "",
    period: Annotated[str, typer.Option(help='Or "quarter", "q3 2026", "since 1 sep".')] = "",
    who: Annotated[str, typer.Option(help="About whom.")] = "",
    own: Annotated[bool, typer.Option("--own", help="Your own view: no number is hidden.")] = False,
    to: Annotated[str, typer.Option(help="For whom, as their consents name them.")] = "",
    initials: Annotated[bool, typer.Option("--initials", help="Initials in the place of names.")] = False,
    form: Annotated[
        str,
        typer.Option("--format", help="text, md, html, pdf, csv, xlsx or json; else by the file's ending."),
    ] = "",
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    output: Output = None,
    force: Force = False,
) -> None:
    """A month of work, somebody's record, a page for a day: see it, or write it with -o."""
    from mentor_tui.commands.forms_of_files import form_of, show
    from mentor_tui.reports.asked import HANDING_ON, OWN, Asked
    from mentor_tui.reports.catalogue import kind_named

    if not name:
        _name_them_all(json or form == "json")
        return
    kind = kind_named(name)
    drawn = form_of(form, output, json=json)
    with opened(context) as caseload:
        moment = caseload.clock.now()
        asked = Asked(
            moment,
            period=_days(kind, month, period, moment, caseload),
            person=_person(kind, who, caseload),
            to=_to(kind, to),
            view=HANDING_ON if kind.has_two_views and not own else OWN,
            initials=initials,
            least=_least(caseload),
        )
        if output is None:
            show(kind.make(caseload, asked), drawn)
            _say_the_view(asked)
        else:
            _write(caseload, kind, asked, output, drawn, replace=force)


def _write(
    caseload: Caseload, kind: ReportKind, asked: Asked, output: Path, drawn: str, *, replace: bool
) -> None:
    from mentor_tui.report_written import warnings_before, write_report

    before = warnings_before(caseload, asked)
    for sentence in (*before, *write_report(caseload, kind, asked, output, drawn, replace=replace)):
        say(sentence)


def _name_them_all(json: bool) -> None:
    from mentor_tui.reports.catalogue import KINDS

    if json:
        shown = [{"name": each.name, "title": each.title, "what": each.what} for each in KINDS]
        put_json({"reports": shown})
        return
    for each in KINDS:
        put(f"{each.name:<9} {each.what}")
    say("`mentor report NAME` shows one; `-o FILE` writes it.")


def _days(kind: ReportKind, month: str, period: str, moment: Moment, caseload: Caseload) -> Period | None:
    if not (month or period):
        return None
    if kind.about != "period":
        raise RequestRefused(f"{kind.title.capitalize()} is as of today; leave --month and --period out.")
    if month and period:
        raise RequestRefused("Say --month or --period, not both.")
    from store.period import month_of, read_period
    from store.when_month import read_month

    if month:
        return month_of(read_month(month, moment))
    return read_period(period, moment, day_first=caseload.day_first)


def _person(kind: ReportKind, who: str, caseload: Caseload) -> Client | None:
    if who and kind.about != "person":
        raise RequestRefused(f"{kind.title.capitalize()} is not about one person; leave --who out.")
    return caseload.find_person(who) if who else None


def _to(kind: ReportKind, to: str) -> str:
    from store.text import clean_line

    if to and not kind.takes_recipient:
        raise RequestRefused(
            f"{kind.title.capitalize()} is for nobody else; leave --to out. "
            "`mentor report person --who NAME --to NAME` makes what somebody agreed to share."
        )
    return clean_line(to)


def _least(caseload: Caseload) -> int:
    from mentor_tui.settings import read_settings

    return read_settings(caseload.folder.path).least_shown


def _say_the_view(asked: Asked) -> None:
    from mentor_tui.reports.asked import HANDING_ON

    if asked.view == HANDING_ON:
        say("This is the view for handing on. `--own` shows every number, for you alone.")
