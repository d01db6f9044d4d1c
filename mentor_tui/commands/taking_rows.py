"""`mentor export deidentified`: rows without names, shown before they are written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.options import Force, Output
from mentor_tui.commands.printing import put, put_json, say
from store.errors import RequestRefused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mentor_tui.exchange.deidentified import Rows
    from store.caseload import Caseload
    from store.period import Period

_SHOWN = 10
_NAME = "deidentified"


def deidentified(
    context: typer.Context,
    output: Output = None,
    period: Annotated[
        str, typer.Option(help='"2026-11", "quarter", "since 1 sep"; all of it if not given.')
    ] = "",
    form: Annotated[str, typer.Option("--format", help="csv, json or xlsx; else by the file's ending.")] = "",
    to: Annotated[str, typer.Option(help="For whom, for your list of what was handed on.")] = "",
    force: Force = False,
    anyway: Annotated[bool, typer.Option("--anyway", help="Also about fewer than 10 people.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Say as JSON what it holds.")] = False,
) -> None:
    """Rows for a researcher: codes, days since release, random ids; without -o a look at the first ones."""
    from mentor_tui.exchange.deidentified import COLUMNS
    from mentor_tui.exchange.deidentified import deidentified as drawn
    from store.period import read_period

    asked = _form(form, output)
    with opened(context) as caseload:
        moment = caseload.clock.now()
        days = read_period(period, moment, day_first=caseload.day_first) if period else None
        rows = drawn(caseload, moment, days)
        if output is not None:
            _refuse_few(rows, anyway=anyway)
            for sentence in _beside(caseload, to):
                say(sentence)
            _write(caseload, rows, output, asked, to, days, replace=force)
        if json:
            shown = {"columns": list(COLUMNS), "first": [dict(row) for row in rows.rows[:_SHOWN]]}
            put_json({"path": output and str(output), "rows": len(rows.rows), "people": rows.people, **shown})
        elif output is not None:
            put(f"{output}: {len(rows.rows)} rows")
        else:
            _show(rows)
        say(_caution(rows, is_written=output is not None))


def _refuse_few(rows: Rows, *, anyway: bool) -> None:
    from mentor_tui.exchange.deidentified import FEWEST

    if rows.people < FEWEST and not anyway:
        count = f"{rows.people} {'person' if rows.people == 1 else 'people'}"
        raise RequestRefused(
            f"With {count} this is still identifiable, so nothing was written. `--anyway` writes it; "
            "without -o you see what it would hold."
        )


def _beside(caseload: Caseload, to: str) -> Iterator[str]:
    """What was handed on before and tells more beside these rows."""
    from store.recipient_names import called
    from store.records import HandedOn
    from store.text import clean_line

    given = caseload.all(HandedOn)
    if any(one.what == _NAME for one in given):
        yield (
            "Rows without names were written before. The numbers are other ones, the rows are not: whoever "
            "holds both finds nearly everybody again, and sees what came since."
        )
    whom = called(clean_line(to))
    if any(one.what == "month" and called(one.to) == whom for one in given):
        yield (
            f"{clean_line(to) or 'Somebody'} may hold a page of a month from you: these rows tell the "
            "numbers that are hidden there."
        )


def _write(
    caseload: Caseload, rows: Rows, path: Path, form: str, to: str, days: Period | None, *, replace: bool
) -> None:
    from mentor_tui.exchange.deidentified import drawn_in
    from mentor_tui.handing_on import hand_on
    from store.text import clean_line

    content = drawn_in(rows, form, caseload.clock.now().day)
    whom = clean_line(to)
    what = "rows without names"
    trouble = hand_on(
        caseload,
        path,
        content,
        what,
        name=_NAME,
        to=whom,
        people=rows.numbers,
        period=days,
        replace=replace,
    )
    if trouble:
        say(trouble)


def _form(form: str, output: Path | None) -> str:
    from mentor_tui.exchange.deidentified import FORMS

    said = form.lower() or (output.suffix.lower().removeprefix(".") if output else "") or "csv"
    if said not in FORMS:
        raise RequestRefused(f"Rows can be written as {', '.join(FORMS)}, not as {said!r}.")
    return said


def _show(rows: Rows) -> None:
    for row in rows.rows[:_SHOWN]:
        put("  ".join(f"{column} {each}" for column, each in row.items()))


def _caution(rows: Rows, *, is_written: bool) -> str:
    count = f"{rows.people} {'person' if rows.people == 1 else 'people'}"
    about = f"It is about {count}, {len(rows.rows)} rows."
    still = (
        "With few people this is still identifiable: whoever was there may know them by a day and a length."
    )
    ids = (
        "It is not encrypted." if is_written else "Nothing is written yet; -o FILE writes it, with other ids."
    )
    return f"{about} {still} {ids}"
