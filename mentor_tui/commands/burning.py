"""`mentor notebook burn`: single pages out of everything for good; shown first, done with --yes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentor_tui.commands.door import notebook_of, opened, shell
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say
from mentor_tui.commands.records import Unreadable, Yes
from mentor_tui.commands.stopping import tidy_when_stopped
from mentor_tui.settings import read_settings
from store.errors import RequestRefused
from store.text import first_words

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.erasing import Erased, PagesLook, Unreached
    from store.records import Reflection

_FIRST_WORDS = 38


def burn(
    context: typer.Context,
    numbers: Annotated[
        list[int] | None,
        typer.Argument(help="Which pages, by the numbers of `mentor notebook list`.", metavar="[N...]"),
    ] = None,
    due: Annotated[bool, typer.Option("--due", help="All that were kept until a day that is here.")] = False,
    taken_out: Annotated[
        bool, typer.Option("--taken-out", help="All that you removed before and that stand in the history.")
    ] = False,
    yes: Yes = False,
    remove_unreadable: Unreadable = False,
    json: Json = False,
) -> None:
    """Burn pages for good: notebook, history, drafts, every backup. Shown first; --yes does it."""
    from store.erasing import Wish, erase, look_at_pages

    here = shell(context)
    with opened(context) as caseload:
        pages = _which(caseload, numbers or [], due=due, taken_out=taken_out)
        wish = Wish((), remove_unreadable=remove_unreadable, pages=pages)
        named = read_settings(caseload.folder.path).backup_to
        copies, keys = Path(named).expanduser() if named else None, caseload.folder.keys
        found = look_at_pages(caseload.folder, wish, copies)
        firsts = [_first(caseload, page) for page in pages]
    if not yes:
        _show(found, wish.pages, firsts, json=json, unread=remove_unreadable)
        return
    with tidy_when_stopped():
        erased = erase(here.path, here.clock, wish, keys, copies=copies, tell=say)
    _answer(erased, wish.pages, found.files, json=json)


def _which(caseload: Caseload, numbers: list[int], *, due: bool, taken_out: bool) -> tuple[int, ...]:
    from mentor_tui.notebook_due import is_due
    from store.erasing import pages_taken_out

    pages = list(numbers)
    if due:
        today = caseload.clock.now().day
        pages += [page.id for page in notebook_of(caseload).reflections() if is_due(page, today)]
    if taken_out:
        pages += pages_taken_out(caseload.folder)
    if not pages:
        raise RequestRefused(
            "There is no such page."
            if due or taken_out
            else "Say which pages, by number: `mentor notebook list` has them; or --due, or --taken-out."
        )
    return tuple(dict.fromkeys(pages))


def beginning(page: Reflection) -> str:
    """A page in a list: its number, its day, its first words."""
    words = first_words(" ".join((page.words or page.feeling).split()), _FIRST_WORDS)
    return f"{page.id:>4}  {page.on}  {words:<{_FIRST_WORDS + 2}}"


def _first(caseload: Caseload, page: int) -> str:
    kept = next((each for each in notebook_of(caseload).reflections() if each.id == page), None)
    return beginning(kept).rstrip() if kept else f"{page:>4}  removed before"


def _show(found: PagesLook, pages: tuple[int, ...], firsts: list[str], *, json: bool, unread: bool) -> None:
    from mentor_tui.burning_words import groups
    from mentor_tui.erasing_words import FOR_GOOD, as_text
    from store.erasing import Wish

    if json:
        put_json({"done": False, "preview": {"pages": list(pages), **_look_shape(found)}})
        return
    put(f"Burn {'this page' if len(pages) == 1 else 'these pages'}. {FOR_GOOD}")
    for line in (*firsts, *as_text(groups(found, Wish((), remove_unreadable=unread, pages=pages)))):
        put(line)
    say("Nothing was changed. The same with --yes does it.")


def _answer(erased: Erased, pages: tuple[int, ...], files: tuple[str, ...], *, json: bool) -> None:
    from mentor_tui.erasing_words import done

    if json:
        archives = erased.archives
        put_json(
            {
                "done": True,
                "pages": list(pages),
                "label": erased.label,
                "backups": {"written_anew": archives.written_anew, "without_them": archives.without_them},
                "removed": erased.removed,
                "unreached": [_unreached_shape(each) for each in erased.unreached],
                "files": list(files),
            }
        )
        return
    for line in done(erased):
        put(line)
    for file in files:
        put(f"This file of your notebook may hold it: {file}")


def _look_shape(found: PagesLook) -> dict[str, Any]:
    return {
        "saves": found.saves,
        "small": found.drafts,
        "backups": found.backups,
        "unreached": [_unreached_shape(each) for each in found.unreached],
        "files": list(found.files),
    }


def _unreached_shape(each: Unreached) -> dict[str, str]:
    return {"place": each.place, "why": each.why, "remedy": each.remedy}
