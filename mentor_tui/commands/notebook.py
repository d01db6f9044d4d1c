"""`mentor notebook ...`: pages of the mentor's own ledger, listed, shown, kept, brought, burned, exported."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from msgspec.structs import replace

from mentor_tui.commands.burning import beginning, burn
from mentor_tui.commands.door import notebook_of, opened
from mentor_tui.commands.options import Force, Json
from mentor_tui.commands.packet import packet
from mentor_tui.commands.paths import file_only
from mentor_tui.commands.printing import SCHEMA_VERSION, put, put_json, say, say_saved
from mentor_tui.commands.shapes import record_shape, saved_shape
from store.errors import NotFound, RequestRefused
from store.records import NOTEBOOK_TABLES, Reflection
from store.text import escape_marks
from store.waiting.phrases import full_day

if TYPE_CHECKING:
    from store.notebook import Notebook

Numbers = Annotated[
    list[int], typer.Argument(help="Which pages, by the numbers of `mentor notebook list`.", metavar="N...")
]


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    group = typer.Typer(help="Your own notebook: in no other export.", no_args_is_help=True)
    group.command("list")(list_pages)
    group.command("show")(show)
    group.command("keep")(keep)
    group.command("bring")(bring)
    group.command("burn")(burn)
    group.command("packet")(packet)
    group.command("export")(export)
    app.add_typer(group, name="notebook")


def list_pages(
    context: typer.Context,
    due: Annotated[bool, typer.Option("--due", help="Only those kept until a day that is here.")] = False,
    json: Json = False,
) -> None:
    """The pages of your notebook by number, the newest first."""
    from mentor_tui.notebook_due import is_due

    with opened(context) as caseload:
        today = caseload.clock.now().day
        pages = notebook_of(caseload).reflections()
        shown = [page for page in pages if is_due(page, today)] if due else pages
        if json:
            put_json({"pages": [record_shape(page) for page in shown]})
            return
        for page in shown:
            put(_line(page))
        if not shown:
            say("No page was kept until a day that is here." if pages else "Your notebook is empty.")


def show(context: typer.Context, numbers: Numbers, json: Json = False) -> None:
    """Pages as they were written."""
    with opened(context) as caseload:
        pages = _pages(notebook_of(caseload), numbers)
        if json:
            put_json({"pages": [record_shape(page) for page in pages]})
            return
        for at, page in enumerate(pages):
            put("\n".join(["", *_whole(page)] if at else _whole(page)))


def keep(
    context: typer.Context,
    numbers: Numbers,
    until: Annotated[
        str, typer.Option("--until", help="A day, such as “25 dec”. Nothing burns by itself then.")
    ] = "",
    for_good: Annotated[bool, typer.Option("--for-good", help="No day any more.")] = False,
    json: Json = False,
) -> None:
    """Keep pages until a day: then they stand first, and you say what becomes of them."""
    if bool(until) == for_good:
        raise RequestRefused("Say until when with --until, or --for-good.")
    with opened(context) as caseload:
        notebook = notebook_of(caseload)
        day = caseload.read_when(until).day if until else None
        changes = [(page, replace(page, keep_until=day)) for page in _pages(notebook, numbers)]
        saved = notebook.change_all(changes, "page kept until a day")
        if json:
            put_json(saved_shape(saved))
            return
        put(f"Kept until {full_day(day)}; nothing burns by itself." if day else "Kept for good.")
        say_saved(saved, caseload.clock.now())


def bring(
    context: typer.Context,
    numbers: Numbers,
    private: Annotated[bool, typer.Option("--private", help="Not to be brought any more.")] = False,
    json: Json = False,
) -> None:
    """Mark pages to bring to supervision; `mentor notebook packet` writes them. All others are private."""
    with opened(context) as caseload:
        notebook = notebook_of(caseload)
        changes = [(page, replace(page, for_supervision=not private)) for page in _pages(notebook, numbers)]
        saved = notebook.change_all(changes, "page private again" if private else "page for supervision")
        if json:
            put_json(saved_shape(saved))
            return
        put("Private again." if private else "`mentor notebook packet` shows them as they would be read.")
        say_saved(saved, caseload.clock.now())


def export(
    context: typer.Context,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", parser=file_only, metavar="FILE", help="The file to write (JSON)."),
    ],
    force: Force = False,
    json: Annotated[bool, typer.Option("--json", help="Say as JSON what was written.")] = False,
) -> None:
    """Your whole notebook as JSON. Only this takes all of it out, and only because you ask."""
    from json import dumps

    from mentor_tui.exchange.writing import hand_out, named_in
    from store.erasing.pages import WHOLE

    with opened(context) as caseload:
        notebook = caseload.folder.notebook
        tables: dict[str, Any] = {
            table: [{"id": id, **document} for id, document in sorted(notebook.documents(table).items())]
            for table in NOTEBOOK_TABLES
        }
        text = dumps({"schema_version": SCHEMA_VERSION} | tables, ensure_ascii=False, indent=1)
        content = escape_marks(text).encode()
        named = named_in(caseload, content.decode())
        hand_out(caseload.folder, output, content, WHOLE, people=named, replace=force)
        if json:
            count = sum(len(documents) for documents in tables.values())
            put_json({"files": [{"path": str(output), "records": count}]})
        else:
            put(str(output))
        say("This file is not encrypted, and it is yours alone: keep it safe.")


def _pages(notebook: Notebook, numbers: list[int]) -> list[Reflection]:
    try:
        return [notebook.get(Reflection, number) for number in dict.fromkeys(numbers)]
    except NotFound:
        raise NotFound(
            "Your notebook has no such page; `mentor notebook list` names those there are."
        ) from None


def _line(page: Reflection) -> str:
    marks = ("for supervision" if page.for_supervision else "", _until(page))
    return f"{beginning(page)}  {' · '.join(filter(None, marks))}".rstrip()


def _until(page: Reflection) -> str:
    return f"keep until {page.keep_until}" if page.keep_until else ""


def _whole(page: Reflection) -> list[str]:
    about = f" · about {page.alias}" if page.alias else ""
    asked = [f"{page.question}" + (f"  ({page.because})" if page.because else "")] if page.question else []
    last = (
        f"feeling: {page.feeling}" if page.feeling else "",
        f"themes: {', '.join(page.themes)}" if page.themes else "",
        "bring to supervision" if page.for_supervision else "private",
        _until(page),
    )
    return [f"{page.id}  {page.on}{about}", *asked, *page.words.splitlines(), " · ".join(filter(None, last))]
