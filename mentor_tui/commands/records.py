"""`mentor records`: which records are still needed; keeping one, reducing it to tallies, erasing it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentor_tui.commands.door import opened, shell
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say, say_saved
from mentor_tui.commands.shapes import record_shape, saved_shape
from mentor_tui.commands.stopping import tidy_when_stopped
from mentor_tui.settings import read_settings
from store.errors import RequestRefused
from store.records import Client

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.erasing import Erased, Preview, Unreached, Wish
    from store.keys import Keys
    from store.retention import Due

Who = Annotated[list[str], typer.Argument(help="Who; several if there are more.", metavar="NAME...")]
Yes = Annotated[bool, typer.Option("--yes", help="Do it; without this it is only shown.")]
KeepPages = Annotated[
    bool, typer.Option("--keep-pages", help="Pages of your notebook that name them stay, without the alias.")
]
BlankShared = Annotated[bool, typer.Option("--blank-shared", help="In notes about others too, the words go.")]
Unreadable = Annotated[
    bool,
    typer.Option(
        "--remove-unreadable",
        help="What cannot be opened goes unread: old backups, copies of backups, folders set aside.",
    ),
]
TakenOut = Annotated[
    bool, typer.Option("--taken-out", help="Somebody who was taken out before and stands in the history.")
]


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    group = typer.Typer(help="Records that may go: due, keep, strip, erase.", no_args_is_help=True)
    for name, command in (("due", due), ("keep", keep), ("strip", strip), ("erase", erase)):
        group.command(name)(command)
    app.add_typer(group, name="records")


def due(
    context: typer.Context,
    who_died: Annotated[bool, typer.Option("--who-died", help="Those who died too.")] = False,
    json: Json = False,
) -> None:
    """The records that ask whether they are still needed. Nothing is ever removed by itself."""
    from store.retention import due as found_due

    with opened(context) as caseload:
        months = read_settings(caseload.folder.path).keep_months
        found = found_due(caseload, months, with_who_died=who_died)
        if json:
            put_json({"keep_months": months, "due": [_due_shape(one) for one in found]})
            return
        for one in found:
            last = f" · last {one.last}" if one.last else ""
            kept = f" · kept because “{one.client.kept_because}”" if one.client.kept_because else ""
            put(f"{one.client.name}  since {one.since}{last}{kept}")
        if not found:
            put("No record asks whether it is still needed.")
        else:
            say("`mentor records keep`, `strip` or `erase` with a name says what becomes of it.")


def keep(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Who.")],
    because: Annotated[str, typer.Option("--because", help="Why it is still needed.")] = "",
    months: Annotated[
        int | None, typer.Option(min=1, max=120, help="Ask again after so many; else as the settings say.")
    ] = None,
    json: Json = False,
) -> None:
    """Keep a record longer, with the reason."""
    from store.retention import keep as kept

    with opened(context) as caseload:
        client = caseload.find_person(name)
        usual = read_settings(caseload.folder.path).keep_months
        saved = kept(caseload, client, because, months or usual)
        if json:
            put_json(saved_shape(saved))
            return
        put(f"Kept. It is asked again on {caseload.get(Client, client.id).review_on}.")
        say_saved(saved, caseload.clock.now())


def strip(
    context: typer.Context,
    names: Who,
    yes: Yes = False,
    keep_pages: KeepPages = False,
    blank_shared: BlankShared = False,
    remove_unreadable: Unreadable = False,
    json: Json = False,
) -> None:
    """Leave nothing of a record but tallies: days, hours, travel and money, with nobody's name."""
    from store.erasing import Wish

    wish = Wish((), True, keep_pages, blank_shared, remove_unreadable)
    _asked(context, names, wish, yes=yes, taken_out=False, json=json)


def erase(
    context: typer.Context,
    names: Who,
    yes: Yes = False,
    keep_pages: KeepPages = False,
    blank_shared: BlankShared = False,
    remove_unreadable: Unreadable = False,
    taken_out: TakenOut = False,
    json: Json = False,
) -> None:
    """Erase somebody for good: record, history, notebook, backups. Shown first; --yes does it."""
    from store.erasing import Wish

    wish = Wish((), False, keep_pages, blank_shared, remove_unreadable)
    _asked(context, names, wish, yes=yes, taken_out=taken_out, json=json)


def _asked(
    context: typer.Context, names: list[str], wish: Wish, *, yes: bool, taken_out: bool, json: bool
) -> None:
    from store.erasing import look

    here = shell(context)
    with opened(context) as caseload:
        wish = replace(wish, people=_people(caseload, names, taken_out=taken_out))
        copies, keys = _copies(caseload), caseload.folder.keys
        preview = look(caseload.folder, wish, copies)
        given = _envelopes_given(caseload, wish.people)
    if not yes:
        _show(preview, wish, given, json=json)
        return
    from store.erasing import erase as erase_now

    before = {file: _stamp(file) for file in preview.files}
    with tidy_when_stopped():
        erased = erase_now(here.path, here.clock, wish, keys, copies=copies, tell=say)
    _seal_anew(context, keys)
    # The envelope was sealed anew without them by now.
    files = [file for file in preview.files if _stamp(file) == before[file]]
    _answer(erased, files, given, json=json)


def _people(caseload: Caseload, names: list[str], *, taken_out: bool) -> tuple[int, ...]:
    if not taken_out:
        return tuple(dict.fromkeys(caseload.find_person(name).id for name in names))
    from store.erasing import taken_out as found_in_history
    from store.text import fold

    out = found_in_history(caseload.folder)
    found = []
    for name in names:
        ids = [id for id, called in out.items() if fold(called) == fold(name) or f"#{id}" == name]
        if len(ids) != 1:
            listed = ", ".join(f"{called} (#{id})" for id, called in out.items()) or "nobody"
            raise RequestRefused(f"Say who, by name or number. Taken out before: {listed}.")
        found += ids
    return tuple(dict.fromkeys(found))


def _copies(caseload: Caseload) -> Path | None:
    named = read_settings(caseload.folder.path).backup_to
    return Path(named).expanduser() if named else None


def _envelopes_given(caseload: Caseload, people: tuple[int, ...]) -> list[str]:
    """Copies of the sealed envelope that others have and that hold them."""
    from store.envelope import copies_with

    return list(dict.fromkeys(one.to for person in people for one in copies_with(caseload, person)))


def _seal_anew(context: typer.Context, keys: Keys | None) -> None:
    """The sealed envelope, which held them if they had agreed to it."""
    from mentor_tui.envelope_kept import renew_after_backup
    from store.folder import DataFolder

    here = shell(context)
    with DataFolder.open(here.path, here.clock, keys=keys) as folder:
        renew_after_backup(folder, here.clock, say)


def _show(preview: Preview, wish: Wish, given: list[str], *, json: bool) -> None:
    from mentor_tui.erasing_words import FOR_GOOD, as_text, groups, title

    if json:
        put_json({"done": False, "preview": _preview_shape(preview, given)})
        return
    put(f"{title(preview, wish)}. {FOR_GOOD}")
    for line in as_text(groups(preview, wish)):
        put(line)
    for place in given:
        put(f"The copy of the sealed envelope with “{place}” holds their page; ask that it be destroyed.")
    say("Nothing was changed. The same with --yes does it.")


def _stamp(file: str) -> tuple[int, int] | None:
    """Tells whether a file was written anew; None where it is not there."""
    try:
        found = Path(file).lstat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns


def _answer(erased: Erased, files: list[str], given: list[str], *, json: bool) -> None:
    from mentor_tui.erasing_words import done

    if json:
        archives = erased.archives
        put_json(
            {
                "done": True,
                "label": erased.label,
                "backups": {"written_anew": archives.written_anew, "without_them": archives.without_them},
                "removed": erased.removed,
                "unreached": [_unreached_shape(each) for each in erased.unreached],
                "files": files,
                "envelopes_given": given,
            }
        )
        return
    for line in done(erased):
        put(line)
    for file in files:
        put(f"This file that you made holds them: {file}")
    for place in given:
        put(f"The copy of the sealed envelope with “{place}” holds their page; ask that it be destroyed.")


def _due_shape(one: Due) -> dict[str, Any]:
    last = one.last.isoformat() if one.last else None
    return {"client": record_shape(one.client), "since": one.since.isoformat(), "last": last}


def _preview_shape(preview: Preview, given: list[str]) -> dict[str, Any]:
    said = {"pages": preview.pages, "shared": preview.shared, "said": preview.said}
    return {
        "names": list(preview.names),
        "records": preview.records,
        "with_others": preview.with_others,
        "saves": preview.saves,
        "aliases": preview.aliases,
        "small": preview.small,
        "lines": list(preview.lines),
        **{name: [each._asdict() for each in found] for name, found in said.items()},
        "backups": preview.backups,
        "unreached": [_unreached_shape(each) for each in preview.unreached],
        "files": list(preview.files),
        "envelopes_given": given,
    }


def _unreached_shape(each: Unreached) -> dict[str, str]:
    return {"place": each.place, "why": each.why, "remedy": each.remedy}
