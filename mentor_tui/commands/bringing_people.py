"""`mentor import clients` and `mentor import contacts`: the mentor's own lists, and the cards of a phone."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mentor_tui.commands.bringing_in import ToBringIn, bring_in
from mentor_tui.commands.door import opened
from mentor_tui.commands.options import DryRun, Json
from mentor_tui.commands.paths import path_of
from store.errors import RequestRefused

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mentor_tui.exchange.people_in import PeoplePlan
    from mentor_tui.exchange.sheets.incoming import PeopleFile, RowError

_Mapped = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="COLUMN=FIELD", help="What a column holds, where the guess is not right."),
]
_Sheet = Annotated[str, typer.Option(help="Which sheet of a workbook; else the first.")]
_SkipBad = Annotated[bool, typer.Option("--skip-bad", help="Leave out rows that cannot be read.")]


def clients(
    context: typer.Context,
    path: Annotated[
        Path,
        typer.Argument(parser=path_of("FILE"), metavar="FILE", help="CSV, XLSX, ODS, or VCF from a phone."),
    ],
    mapped: _Mapped = None,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="NAME", help="These people; once for each.")
    ] = None,
    everyone: Annotated[bool, typer.Option("--all", help="Everyone in the file.")] = False,
    same: Annotated[
        str, typer.Option(help="Who seems to be here already: skip, merge (fill what is empty), or add.")
    ] = "skip",
    sheet: _Sheet = "",
    skip_bad: _SkipBad = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """People from your own spreadsheet, or from the contacts of a phone."""
    from mentor_tui.commands.bringing_shapes import people_lines, people_shape
    from mentor_tui.exchange.people_in import import_people, plan_people, read_people

    with opened(context) as caseload:
        found = read_people(path, caseload, said=_pairs(mapped), sheet=sheet)
        plan = plan_people(found, caseload, _chosen(found, only, everyone=everyone), _one_of(same))
        refused = _refused(found.errors, skip_bad=skip_bad or bool(only))
        is_wanted = not (dry_run or plan.changes_nothing)
        incoming = ToBringIn(
            partial(import_people, plan, caseload) if is_wanted else None,
            lambda: people_shape(plan),
            lambda applied: people_lines(plan, caseload.clock.now(), applied=applied),
            _why_not(plan, only, everyone=everyone, dry_run=dry_run),
            refused,
        )
        bring_in(context, caseload, incoming, json=json)


def contacts(
    context: typer.Context,
    path: Annotated[
        Path,
        typer.Argument(parser=path_of("FILE"), metavar="FILE", help="A log: CSV, XLSX, ODS."),
    ],
    mapped: _Mapped = None,
    sheet: _Sheet = "",
    skip_bad: _SkipBad = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """A log of contacts: the day, with whom, how, what happened, how long. What is here already stays out."""
    from mentor_tui.commands.bringing_shapes import contact_lines, contacts_shape
    from mentor_tui.exchange.contacts_in import import_contacts, plan_contacts

    with opened(context) as caseload:
        plan = plan_contacts(path, caseload, said=_pairs(mapped), sheet=sheet)
        is_wanted = bool(plan.added) and not dry_run
        incoming = ToBringIn(
            partial(import_contacts, plan, caseload) if is_wanted else None,
            lambda: contacts_shape(plan),
            lambda applied: contact_lines(plan, caseload.clock.now(), applied=applied),
            refused=_refused(plan.errors, skip_bad=skip_bad),
        )
        bring_in(context, caseload, incoming, json=json)


def _pairs(mapped: list[str] | None) -> dict[str, str]:
    pairs = {}
    for one in mapped or ():
        heading, equals, field = one.rpartition("=")
        if not equals or not heading.strip():
            raise RequestRefused(f"--map {one!r} does not say column=field, like --map “Cell=phone”.")
        pairs[heading.strip()] = field.strip()
    return pairs


def _one_of(same: str) -> str:
    from mentor_tui.exchange.people_in import SAME

    if same not in SAME:
        raise RequestRefused(f"--same {same!r} is not one of {', '.join(SAME)}.")
    return same


def _chosen(found: "PeopleFile", only: list[str] | None, *, everyone: bool) -> "Collection[int] | None":
    """Whom she named; everyone of a list she wrote herself; of a phone nobody, unless she says all."""
    from mentor_tui.exchange.people_in import numbers_of

    if only:
        return numbers_of(found, only)
    return () if found.is_cards and not everyone else None


def _refused(errors: "Sequence[RowError]", *, skip_bad: bool) -> str:
    if not errors or skip_bad:
        return ""
    rows = len({error.number for error in errors})
    what = "row cannot be read" if rows == 1 else "rows cannot be read"
    return f"{rows:,} {what}, so nothing was written. Correct them, or leave them out with --skip-bad."


def _why_not(plan: "PeoplePlan", only: list[str] | None, *, everyone: bool, dry_run: bool) -> str:
    if plan.file.is_cards and not (only or everyone):
        return "Nobody was chosen, so nothing was written: --only NAME (once for each), or --all."
    return "Nothing was written." if dry_run else "Everyone was here already; nothing was written."
