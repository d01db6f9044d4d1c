"""`mentor themes`: the six as the study draws them, and what the mentor wrote under them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from mentor_tui.commands.door import notebook_of, opened
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say, say_saved
from mentor_tui.commands.shapes import saved_shape
from store.errors import RequestRefused

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.principles import Theme
    from store.records import Contact, ThemeSeen
    from store.themes_written import Written

    _NoteOf = Callable[[ThemeSeen], Contact | None]


def hang(app: typer.Typer) -> None:
    """Give this command to the command line."""
    app.command("themes")(show)


def show(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="shared, hope, respect, steady, meet, bridge.")] = "",
    take_out: Annotated[
        int, typer.Option("--take-out", metavar="NUMBER", help="Take out a theme seen on a note.")
    ] = 0,
    json: Json = False,
) -> None:
    """The six themes and what each is for; what you wrote under them, from your notebook alone."""
    shown = _asked_for(name)
    with opened(context) as caseload:
        if take_out:
            _take_out(caseload, take_out, json=json)
            return
        from store.themes_written import written_in

        of_one = len(shown) == 1
        written = written_in(notebook_of(caseload), shown[0].code if of_one else "")
        note_of = partial(_note_of, caseload)
        if json:
            _put_shape(shown, written, note_of)
        else:
            _put_words(shown, written, note_of)


def _asked_for(name: str) -> tuple[Theme, ...]:
    from store.principles import theme_named, themes

    return (theme_named(name),) if name else themes()


def _take_out(caseload: Caseload, number: int, *, json: bool) -> None:
    notebook = notebook_of(caseload)
    seen = next((one for one in notebook.themes_seen() if one.id == number), None)
    if seen is None:
        raise RequestRefused(f"No theme was seen under number {number}; `mentor themes` lists them.")
    saved = notebook.remove(seen, "theme removed")
    if json:
        put_json(saved_shape(saved))
        return
    put(f"Taken out: {seen.theme}, {seen.on.isoformat()}.")
    say_saved(saved, caseload.clock.now())


def _put_words(shown: tuple[Theme, ...], written: tuple[Written, ...], note_of: _NoteOf) -> None:
    from mentor_tui import theme_text

    of_one = len(shown) == 1
    if not of_one:
        for line in theme_text.picture():
            put(line)
        put("")
    else:
        put(shown[0].name)
    for line in (*theme_text.purposes(shown), "", *theme_text.timeline(written, note_of, of_one=of_one)):
        put(line)
    if not written:
        say("Nothing written here yet, and nothing has to be.")
    for line in theme_text.cited():
        say(line)


def _put_shape(shown: tuple[Theme, ...], written: tuple[Written, ...], note_of: _NoteOf) -> None:
    from store.principles import citation

    study = citation()
    put_json(
        {
            "study": {
                "authors": study.authors,
                "year": study.year,
                "title": study.title,
                "journal": study.journal,
                "doi": study.doi,
                "note": study.note,
            },
            "themes": [
                {"code": each.code, "name": each.name, "place": each.place, "purpose": each.purpose}
                for each in shown
            ],
            "written": [_shape(one, note_of) for one in written],
        }
    )


def _shape(one: Written, note_of: _NoteOf) -> dict[str, object]:
    from store.records import Reflection

    record = one.record
    told: dict[str, object]
    if isinstance(record, Reflection):
        told = {"kind": "page", "words": record.words, "question": record.question, "contact_id": None}
    else:
        note = note_of(record)
        told = {"kind": "seen", "words": "", "question": "", "contact_id": note.id if note else None}
    return {"id": record.id, "on": one.on.isoformat(), "themes": list(one.themes), **told}


def _note_of(caseload: Caseload, seen: ThemeSeen) -> Contact | None:
    return caseload.contact_known_as(seen.contact_uid)
