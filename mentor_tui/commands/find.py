"""`mentor find`."""

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.printing import put, put_json
from mentor_tui.commands.shapes import named
from store.caseload import Caseload
from store.search import Hit

# A search on one screen; --limit gives more, and what was left out is said.
_LIMIT = 50


def hang(app: typer.Typer) -> None:
    """Give this command to the command line."""
    app.command("find")(find)


def find(
    context: typer.Context,
    words: Annotated[
        list[str], typer.Argument(help="All of these must be there; case and accents do not matter.")
    ],
    limit: Annotated[int, typer.Option(min=1, help="How many at most.")] = _LIMIT,
    json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False,
) -> None:
    """Find words in people, notes, plans, promises, goals, bridges and services."""
    with opened(context) as caseload:
        # One more than asked for tells whether there are more.
        found = caseload.find(" ".join(words), limit + 1)
        hits, more = found[:limit], len(found) > limit
        if json:
            put_json({"hits": [_hit_shape(caseload, hit) for hit in hits], "more": more})
            return
        for hit in hits:
            people = ", ".join(_names(caseload, hit))
            put("  ".join(part for part in (hit.on, people, _shown(hit)) if part))
        if more:
            put(f"There are more than {limit}; `--limit {limit * 10}` shows more of them.")
        if not hits:
            put("Nothing found. Fewer or shorter words find more.")


def _hit_shape(caseload: Caseload, hit: Hit) -> dict[str, Any]:
    return {
        "table": hit.table,
        "id": hit.id,
        "clients": [one for person in hit.client_ids if (one := named(caseload, person))],
        "on": hit.on or None,
        "text": hit.text,
    }


def _names(caseload: Caseload, hit: Hit) -> Iterator[str]:
    for person in hit.client_ids:
        if client := named(caseload, person):
            yield client["name"]


def _shown(hit: Hit) -> str:
    first = hit.text.strip().splitlines()[0] if hit.text.strip() else ""
    return first if hit.table == "contacts" else f"{hit.table.rstrip('s')}: {first}"
