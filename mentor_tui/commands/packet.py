"""`mentor notebook packet`: chosen pages of the notebook for supervision, shown first, written when asked."""

from typing import TYPE_CHECKING, Annotated

import typer

from mentor_tui.commands.door import notebook_of, opened
from mentor_tui.commands.options import Force, Json, Output
from mentor_tui.commands.printing import put, put_json, say

if TYPE_CHECKING:
    from mentor_tui.supervision_packet import Chosen
    from store.caseload import Caseload
    from store.records import Reflection

_FIRST_WORDS = 40


def packet(
    context: typer.Context,
    output: Output = None,
    page: Annotated[
        list[int] | None,
        typer.Option(help="A page by its number, as --list has it; several times for several."),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="Which pages there are, by number.")] = False,
    form: Annotated[
        str, typer.Option("--format", help="text, md, html, pdf; else by the file's ending.")
    ] = "",
    force: Force = False,
    json: Json = False,
) -> None:
    """Pages for supervision: those you marked, or those you name; initials in the place of names."""
    from mentor_tui.commands.forms_of_files import form_of, show
    from mentor_tui.reports import render
    from mentor_tui.supervision_packet import WHAT, choose, packet_of

    with opened(context) as caseload:
        if listed:
            _list(caseload, json)
            return
        drawn = form_of(form, output, json=json and output is None)
        chosen = choose(caseload, notebook_of(caseload), page or ())
        found = packet_of(caseload, chosen)
        if output is None:
            show(found, drawn)
        else:
            from mentor_tui.exchange.writing import hand_out, named_in
            from mentor_tui.settings import read_settings

            content = render(found, drawn, paper=read_settings(caseload.folder.path).paper)
            named = named_in(caseload, chosen.text)
            hand_out(caseload.folder, output, content, WHAT, people=named, replace=force)
            if json:
                put_json({"path": str(output), "pages": [each.id for each in chosen.pages]})
            else:
                put(f"{output}: {_pages(len(chosen.pages))}")
        _say_what_it_is(chosen, is_written=output is not None)


def _list(caseload: "Caseload", json: bool) -> None:
    pages = notebook_of(caseload).reflections()
    if json:
        put_json({"pages": [_shape(each) for each in pages]})
        return
    for each in pages:
        marked = "for supervision" if each.for_supervision else ""
        words = " ".join(each.words.split())
        first = words if len(words) <= _FIRST_WORDS else words[: _FIRST_WORDS - 1] + "…"
        put(f"{each.id:>4}  {each.on}  {first:<{_FIRST_WORDS}}  {marked}".rstrip())
    if not pages:
        say("Your notebook is empty.")


def _shape(page: "Reflection") -> dict[str, object]:
    return {"id": page.id, "on": page.on.isoformat(), "for_supervision": page.for_supervision}


def _say_what_it_is(chosen: "Chosen", *, is_written: bool) -> None:
    if chosen.held_back:
        say(
            f"Left out: {_pages(len(chosen.held_back))} about somebody who said no to being talked about in "
            "supervision."
        )
    for sentence in chosen.cautions:
        say(sentence)
    numbers = ", ".join(str(each.id) for each in chosen.pages)
    called = "Page" if len(chosen.pages) == 1 else "Pages"
    if is_written:
        say("It is not encrypted. Initials stand for people in the record; read it over for other names.")
    elif numbers:
        say(f"{called} {numbers} of your notebook, as written by `-o packet.pdf`.")


def _pages(many: int) -> str:
    return f"{many} {'page' if many == 1 else 'pages'}"
