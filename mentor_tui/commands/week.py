"""`mentor week`: the week in plain sentences; with words, a page of the notebook about it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentor_tui.commands.door import notebook_of, opened
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say, say_saved
from mentor_tui.commands.shapes import record_shape, saved_shape
from store.errors import RequestRefused
from store.records import Reflection, Support
from store.text import clean_line, clean_lines
from store.week import latest_week, the_week, week_of

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.load import Load
    from store.period import Period
    from store.saved import Saved
    from store.week_words import Told

_WHOM = "whom you can talk to"


def hang(app: typer.Typer) -> None:
    """Give the command to the command line."""
    app.command("week")(week)


def week(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(help="What you want to write about the week.")] = None,
    on: Annotated[str, typer.Option(help='The week around this day: "12 nov".')] = "",
    last: Annotated[bool, typer.Option("--last", help="The week before this one.")] = False,
    mine: Annotated[bool, typer.Option("--mine", help="What it took of you, what you wrote of it.")] = False,
    talk_to: Annotated[str | None, typer.Option(help='Whom you can talk to; "" takes it away.')] = None,
    json: Json = False,
) -> None:
    """The week in plain sentences; with words, write about it in your notebook. Yours alone, in no report."""
    text = clean_lines(" ".join(words or ())).strip()
    if text and talk_to is not None:
        raise RequestRefused("Write about the week, or set --talk-to: one at a time. Nothing was kept.")
    with opened(context) as caseload:
        days = _days(caseload, on, last)
        if talk_to is not None:
            support = Support(words=clean_line(talk_to))
            _say_kept(caseload, notebook_of(caseload).add(support, _WHOM), json)
        elif text:
            page = Reflection(on=caseload.clock.now().day, words=text, week=days.first)
            _say_kept(caseload, notebook_of(caseload).add(page), json)
        elif json:
            put_json(_shape(caseload, days, mine=mine))
        else:
            _show(caseload, days, mine=mine)


def _days(caseload: Caseload, on: str, last: bool) -> Period:
    today = caseload.clock.now().day
    if last:
        return week_of(week_of(today).first - timedelta(days=1))
    return week_of(caseload.read_day(on)) if on else latest_week(caseload, today).days


def _show(caseload: Caseload, days: Period, *, mine: bool) -> None:
    from mentor_tui.week_words import heading

    moment = caseload.clock.now()
    put(f"{heading(days, moment.day)}:")
    told = the_week(caseload, days).told
    for one in told:
        put(f"  {clean_line(one.words)}")
    if not told:
        put("  Nothing is noted in this week.")
    if mine:
        _show_mine(caseload, days)
    else:
        say('--mine adds what it took of you; `mentor week "..."` writes about it. Both are yours alone.')
        say("`mentor reflect --week` has a question that looks back on it, if you like.")


def _show_mine(caseload: Caseload, days: Period) -> None:
    notebook = notebook_of(caseload)
    took = _load(caseload, days)
    for sentence in took.told:
        put(f"  {clean_line(sentence.words)}")
    # As on the screen: in a week that was hard, and in no other.
    if took.is_hard and (support := notebook.support()):
        put(f"  You can talk to: {clean_line(support.words)}")
    for page in notebook.pages_of_week(days.first):
        put(f"  You wrote: {clean_line(page.words or page.feeling)}")


def _load(caseload: Caseload, days: Period) -> Load:
    from store.load import load

    return load(caseload, days, caseload.clock.now())


def _say_kept(caseload: Caseload, saved: Saved, json: bool) -> None:
    if json:
        put_json(saved_shape(saved))
        return
    put("Written in your notebook. Yours alone, in no report.")
    say_saved(saved, caseload.clock.now())


def _shape(caseload: Caseload, days: Period, *, mine: bool) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "first": days.first.isoformat(),
        "last": days.last.isoformat(),
        "told": _told_shape(the_week(caseload, days).told),
        "mine": None,
    }
    if mine:
        notebook = notebook_of(caseload)
        support = notebook.support()
        shape["mine"] = {
            "told": _told_shape(_load(caseload, days).told),
            "talk_to": support.words if support else "",
            "pages": [record_shape(page) for page in notebook.pages_of_week(days.first)],
        }
    return shape


def _told_shape(told: tuple[Told, ...]) -> list[dict[str, str]]:
    return [{"about": one.about, "text": one.words} for one in told]
