"""`mentor away`: days on which you are not there, said before or after them."""

from typing import Annotated, Any

import typer

from mentor_tui.absence import away_words, days_words
from mentor_tui.commands.door import opened
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say_saved
from mentor_tui.commands.shapes import away_shape, saved_shape
from store.absences import Away
from store.caseload import Caseload
from store.errors import RequestRefused
from store.records import Absence
from store.saved import Saved


def hang(app: typer.Typer) -> None:
    """Give this command to the command line."""
    app.command("away")(away)


def away(
    context: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(help='"until 5 jan", "from 20 dec until 5 jan", "since 2 nov".')
    ] = None,
    back: Annotated[bool, typer.Option("--back", help="You are back: the days end with yesterday.")] = False,
    json: Json = False,
) -> None:
    """Say that you are away, or back; alone, what stands. No due day moves; reasons say why."""
    from store.going_away import come_back, go_away, read_absence

    text = " ".join(words or ())
    with opened(context) as caseload:
        if text and back:
            raise RequestRefused("Either days, or --back: `mentor away until 5 jan` or `mentor away --back`.")
        if not text and not back:
            _print_standing(caseload, json)
            return
        saved = come_back(caseload) if back else go_away(caseload, *read_absence(caseload, text))
        _print_saved(caseload, saved, json)


def _print_standing(caseload: Caseload, json: bool) -> None:
    moment, stands = caseload.clock.now(), caseload.away()
    absences = caseload.all(Absence)
    if json:
        put_json({"away": away_shape(stands), "absences": [_shape(one) for one in absences]})
        return
    put(_standing(stands, caseload))
    for one in absences:
        if one.since > moment.day:
            put(f"Ahead: {_said(one, caseload)}.")


def _standing(stands: Away | None, caseload: Caseload) -> str:
    if stands is None:
        return "You are here. `mentor away until 5 jan` says that you are not."
    end = "" if stands.is_over else " `mentor away --back` ends it."
    words = f" “{stands.record.words}”" if stands.record and stands.record.words else ""
    return f"{away_words(stands, caseload.clock.now().day)}{words}{end}"


def _print_saved(caseload: Caseload, saved: Saved, json: bool) -> None:
    if json:
        put_json(saved_shape(saved))
        return
    kept = [one for one in saved.records if isinstance(one, Absence)]
    put(f"away {_said(kept[0], caseload)} · due dates stay as they are" if kept else "not away after all")
    say_saved(saved, caseload.clock.now())


def _said(one: Absence, caseload: Caseload) -> str:
    today = caseload.clock.now().day
    if one.until is None:
        return f"from {days_words(one.since, one.since, today)} on"
    return days_words(one.since, one.until, today)


def _shape(one: Absence) -> dict[str, Any]:
    return {"since": one.since.isoformat(), "until": one.until and one.until.isoformat(), "words": one.words}
