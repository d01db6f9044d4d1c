"""`mentor find`."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import typer

from mentor_tui.commands.door import notebook_of, opened
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say
from mentor_tui.commands.shapes import named
from store.caseload import Caseload
from store.errors import RequestRefused
from store.search import Hit

# A search on one screen; --limit gives more, and what was left out is said.
_LIMIT = 50


def hang(app: typer.Typer) -> None:
    """Give this command to the command line."""
    app.command("find")(find)


def find(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            help="All of these must be there; who:dee, from:1 nov, to:fri, kind:call, need:housing narrow it."
        ),
    ],
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = _LIMIT,
    json: Json = False,
) -> None:
    """Find words in people, notes, plans, promises, goals, bridges, services and your own notebook."""
    with opened(context) as caseload:
        asked = caseload.read_asked(" ".join(words))
        if asked.unclear:
            raise RequestRefused(asked.unclear)
        if asked.said:
            say(f"Read as: {' · '.join(asked.said)}.")
        # One more than asked for tells whether there are more.
        found = caseload.find(asked, limit + 1)
        pages = notebook_of(caseload).find(asked, limit + 1)
        hits, more = found[:limit], len(found) > limit or len(pages) > limit
        if json:
            shown = {"hits": [_hit_shape(caseload, hit) for hit in hits]}
            put_json(shown | {"notebook": [_page_shape(page) for page in pages[:limit]], "more": more})
            return
        _print(caseload, hits, pages[:limit])
        if more:
            put(f"There are more than {limit}; `--limit {limit * 10}` shows more of them.")
        if not hits and not pages:
            put("Nothing found. Fewer or shorter words find more.")


def _print(caseload: Caseload, hits: Sequence[Hit], pages: Sequence[Hit]) -> None:
    for hit in hits:
        people = ", ".join(_names(caseload, hit))
        put("  ".join(part for part in (hit.on, people, _shown(caseload, hit)) if part))
    for page in pages:
        put("  ".join(part for part in (page.on, "your notebook", _first_line(page.text)) if part))


def _hit_shape(caseload: Caseload, hit: Hit) -> dict[str, Any]:
    return {
        "table": hit.table,
        "id": hit.id,
        "clients": [one for person in hit.client_ids if (one := named(caseload, person))],
        "on": hit.on or None,
        "text": hit.text,
    }


def _page_shape(page: Hit) -> dict[str, Any]:
    return {"table": page.table, "id": page.id, "on": page.on or None, "text": page.text}


def _names(caseload: Caseload, hit: Hit) -> Iterator[str]:
    for person in hit.client_ids:
        if client := named(caseload, person):
            yield client["name"]


def _shown(caseload: Caseload, hit: Hit) -> str:
    from mentor_tui.found_words import told

    first = _first_line(told(hit, caseload))
    return first if hit.table == "contacts" else f"{hit.table.rstrip('s').replace('_', '-')}: {first}"


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0] if text.strip() else ""
