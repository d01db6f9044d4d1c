"""`mentor undo`, `mentor redo`, `mentor history` and `mentor doctor`."""

from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentor_tui.commands.door import opened, shell
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say
from store.errors import PassphraseNeeded, RequestRefused

if TYPE_CHECKING:
    from store.folder import PastAct


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    app.command("undo")(undo)
    app.command("redo")(redo)
    app.command("history")(history)
    app.command("doctor")(doctor)


def undo(
    context: typer.Context,
    yes: Annotated[bool, typer.Option("--yes", help="Also an older act, after an erasing.")] = False,
    json: Json = False,
) -> None:
    """Take back the newest act, in the record and in the notebook."""
    with opened(context) as caseload:
        past = None if yes else caseload.next_undo()
        if past and caseload.folder.may_precede_erasing(past):
            local = past.at.astimezone(caseload.clock.now().tz)
            raise RequestRefused(
                "Nothing was undone: that a page was burned, somebody erased or reduced to tallies stays. "
                f"What can be undone is “{past.label}”, {local:%d %b %H:%M}: `mentor undo --yes` takes that "
                "back."
            )
        undone = caseload.folder.undo(past.number if past else 0)
        if json:
            put_json({"undone": {"act": undone.number, "label": undone.label, "at": _iso(undone.at)}})
            return
        local = undone.at.astimezone(caseload.clock.now().tz)
        put(f"Undone: {undone.label}, {local:%d %b %H:%M}")
        say("Everything is as it was before it. `mentor redo` brings it back.")


def redo(context: typer.Context, json: Json = False) -> None:
    """Bring back what was undone last, unless its records have changed since."""
    with opened(context) as caseload:
        undone, label = caseload.folder.redo()
        if json:
            put_json({"redone": {"act": undone.undoes, "label": label, "undone_at": _iso(undone.at)}})
            return
        local = undone.at.astimezone(caseload.clock.now().tz)
        put(f"Brought back: {label}, undone {local:%d %b %H:%M}")
        say("Everything is as it was before the undo. `mentor undo` takes it back again.")


def history(
    context: typer.Context,
    limit: Annotated[int, typer.Option(min=1, help="How many acts, newest first.")] = 1000,
    json: Json = False,
) -> None:
    """Every act, newest first: what was written and when."""
    with opened(context) as caseload:
        found = list(islice(caseload.history(), limit + 1))
        acts, more = found[:limit], len(found) > limit
        if json:
            put_json({"acts": [_act_shape(act) for act in acts], "more": more})
            return
        for act in acts:
            local = act.at.astimezone(caseload.clock.now().tz)
            put(f"{local:%Y-%m-%d %H:%M}  {act.label}{'  (undone)' if act.undone else ''}")
        if more:
            put(f"There are more than {limit}; `--limit {limit * 10}` shows more of them.")
        if not acts:
            put("Nothing has been written yet.")


def doctor(context: typer.Context, json: Json = False) -> None:
    """Check the data itself: its form, its chain, its references, its files. Never your practice."""
    from store.doctor import examine

    here = shell(context)
    try:
        findings = examine(here.path, here.clock)
    except PassphraseNeeded:
        findings = examine(here.path, here.clock, here.passphrases.keys(here.path))
    trouble = [finding for finding in findings if finding.severity == "trouble"]
    if json:
        put_json({"findings": [{"severity": one.severity, "text": one.text} for one in findings]})
    else:
        for finding in findings:
            put(finding.text)
        put("Something needs a look; see above." if trouble else "The data is whole.")
    if trouble:
        raise typer.Exit(1)


def _act_shape(act: "PastAct") -> dict[str, Any]:
    return {
        "act": act.number,
        "at": _iso(act.at),
        "label": act.label,
        "undone": act.undone,
        "is_undo": act.is_undo,
        "is_redo": act.is_redo,
        "changes": [{"table": table, "id": id, "what": what} for table, id, what in act.changes],
    }


def _iso(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")
