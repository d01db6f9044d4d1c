"""`mentor plan` and `mentor done`."""

import re
from dataclasses import replace as with_closed
from typing import Annotated, Any

import typer
from msgspec.structs import replace

from mentor_tui.commands.door import opened
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say, say_saved
from mentor_tui.commands.shapes import saved_shape
from mentor_tui.understood import back_lines, kind_read, understood_lines
from store.caseload import Caseload
from store.errors import RequestRefused
from store.noteline import NoteReading
from store.noting import About
from store.records import Appointment, Client, Promise
from store.repeat_words import echo_plan
from store.saved import Saved
from store.series_acts import new_series
from store.standing import why_it_rests
from store.text import clean_line, fold
from store.vocabulary import APPOINTMENT_KINDS, RESULTS, code_named, kind_in
from store.waiting import what_it_is
from store.when import Frame, PlanWhen, When, echo, plan_with_end

_LETTER = re.compile(r"(a )?letter\b|write to\b", re.IGNORECASE)


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    app.command("plan")(plan)
    app.command("done")(done)


def plan(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Who.")],
    when: Annotated[
        str, typer.Argument(help='"fri 14:00", "in 2 weeks", "26 nov", "every other tue 14:00".')
    ],
    what: Annotated[list[str] | None, typer.Argument(help="What, in your words.")] = None,
    kind: Annotated[str, typer.Option(help="What kind; else it is read from your words.")] = "",
    where: Annotated[str, typer.Option(help="Where.")] = "",
    bring: Annotated[str, typer.Option(help="What to bring.")] = "",
    remind: Annotated[
        int | None,
        typer.Option(min=0, max=366, help="Days ahead from which Today shows it; else by its kind."),
    ] = None,
    json: Json = False,
) -> None:
    """Plan a next touch, an appointment or a date."""
    with opened(context) as caseload:
        client = caseload.find_person(name)
        frame = Frame(caseload.clock.now(), past=False, day_first=caseload.day_first)
        words, at = plan_with_end(clean_line(" ".join(what or ())), caseload.read_plan(when), frame)
        record = Appointment(
            client_id=client.id,
            kind=_kind(kind) if kind else kind_in(words),
            **_days_of(at),
            mode="letter" if _LETTER.match(words) else "",
            zone=caseload.clock.now().zone,
            what=words,
            where=clean_line(where),
            bring=clean_line(bring),
            remind_days=remind,
        )
        saved = caseload.add(record)
        if json:
            put_json(saved_shape(saved))
            return
        said = (client.name, echo_plan(at, caseload.clock.now()), words, "" if kind else kind_read(words))
        there = (record.where, f"bring {record.bring}" if record.bring else "")
        put(" · ".join(part for part in (*said, *there) if part))
        if rests := why_it_rests(client, record):
            say(rests)
        say_saved(saved, caseload.clock.now())


def _days_of(plan: PlanWhen) -> dict[str, Any]:
    """The fields that say when a plan is."""
    one = {"on": plan.when.day, "at": plan.when.at}
    return one | {"repeats": plan.repeats, "series": new_series()} if plan.repeats else one


def done(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Who.")],
    what: Annotated[list[str] | None, typer.Argument(help="Words of the plan or promise.")] = None,
    result: Annotated[
        str, typer.Option(help=f"What became of it: {', '.join(term.code for term in RESULTS)}.")
    ] = "",
    again: Annotated[str, typer.Option(help='A new day for it: "fri 14:00". One undo takes both back.')] = "",
    note: Annotated[
        str, typer.Option(help='A note of a plan, in the same save: "met 1h she was heard".')
    ] = "",
    json: Json = False,
) -> None:
    """A plan done, or a promise kept."""
    with opened(context) as caseload:
        client = caseload.find_person(name)
        record = _the_one(caseload, client, " ".join(what or ()))
        when = caseload.read_when(again) if again else None
        reading = _note_of(caseload, client, record, note) if note else None
        if isinstance(record, Promise):
            saved = caseload.keep_promise(record, "let-go" if result == "let-go" else "done")
        else:
            saved = _closed(caseload, record, _result(result or "done"), reading)
            saved = _plan_again(caseload, record, when, saved) if when else saved
        if json:
            put_json(saved_shape(with_closed(saved, records=(*saved.records, *saved.closed))))
            return
        put(f"{client.name} · {_words_of(record, caseload)} · {result or 'done'}")
        for line in understood_lines(reading, caseload) if reading else ():
            put(line)
        for line in back_lines(saved, record, caseload) if isinstance(record, Appointment) else ():
            put(line)
        if when and isinstance(record, Appointment):
            put(f"{client.name} · {echo(when, caseload.clock.now())} {what_it_is(record, caseload)}")
        say_saved(saved, caseload.clock.now())


def _note_of(caseload: Caseload, client: Client, record: Appointment | Promise, words: str) -> NoteReading:
    from mentor_tui.commands.note_words import EMPTY

    if isinstance(record, Promise):
        raise RequestRefused(
            "A note goes with a plan. Beside a promise, `mentor note` writes one of its own."
        )
    reading = caseload.read_note(clean_line(words), person=client.id)
    if reading.is_empty:
        raise RequestRefused(EMPTY)
    return reading


def _closed(caseload: Caseload, plan: Appointment, result: str, reading: NoteReading | None) -> Saved:
    if reading is None:
        return caseload.close_plan(plan, result)
    from mentor_tui.commands.note_taking import keep_themes

    saved = caseload.record_note(reading, plan=About(plan.id, plan.on, result))
    if reading.themes:
        keep_themes(caseload, reading, saved)
    return saved


def _plan_again(caseload: Caseload, plan: Appointment, when: When, closed: Saved) -> Saved:
    from store.acts import planned_again

    again = planned_again(plan)
    again = replace(again, on=when.day, at=when.at, zone=caseload.clock.now().zone)
    return caseload.accept_touch(again, closed)


def _the_one(caseload: Caseload, client: Client, words: str) -> Appointment | Promise:
    plans = (plan for plan in caseload.appointments_of(client.id) if not plan.result)
    promises = (promise for promise in caseload.promises_of(client.id) if promise.state == "open")
    items: list[Appointment | Promise] = [*plans, *promises]
    wanted = fold(words).split()
    matching = [item for item in items if all(word in fold(_words_of(item, caseload)) for word in wanted)]
    if len(matching) == 1:
        return matching[0]
    listed = "; ".join(_words_of(item, caseload) for item in (matching or items)[:9])
    if not items:
        raise RequestRefused(f"Nothing is open with {client.name}: no plan and no promise.")
    if matching:
        raise RequestRefused(f"Several are open with {client.name}: {listed}. Add a word that only one has.")
    raise RequestRefused(f"Nothing open with {client.name} has those words. Open are: {listed}.")


def _words_of(record: Appointment | Promise, caseload: Caseload) -> str:
    if isinstance(record, Promise):
        return record.words
    when = echo(When(record.on, record.at), caseload.clock.now())
    return f"{when} {what_it_is(record, caseload)}"


def _kind(words: str) -> str:
    if code := code_named(APPOINTMENT_KINDS, words):
        return code
    raise RequestRefused(
        f"{clean_line(words)!r} is not a kind of plan: {', '.join(term.code for term in APPOINTMENT_KINDS)}."
    )


def _result(words: str) -> str:
    if code := code_named(RESULTS, words):
        return code
    raise RequestRefused(
        f"{clean_line(words)!r} is not read as what happened: {', '.join(term.code for term in RESULTS)}."
    )
