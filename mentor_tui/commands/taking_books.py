"""`mentor export xlsx` and `mentor export vcf`: the record as a workbook, people as contacts of a phone."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.paths import file_only
from mentor_tui.commands.printing import put, put_json, say

Force = Annotated[bool, typer.Option("--force", help="Replace what is there.")]
SaidAsJson = Annotated[bool, typer.Option("--json", help="Say as JSON what was done.")]
Who = Annotated[str, typer.Option("--who", help="What is kept of one person alone.")]
READABLE = "It is not encrypted: whoever can open it can read it. Remove it when you no longer need it."
_PHONE = "It is not encrypted; a phone may send its contacts on to others."


def as_xlsx(
    context: typer.Context,
    output: Annotated[
        Path, typer.Option("--output", "-o", parser=file_only, metavar="FILE", help="The workbook.")
    ],
    who: Who = "",
    force: Force = False,
    json: SaidAsJson = False,
) -> None:
    """Everything, as a workbook with a sheet for each kind of record."""
    from mentor_tui.exchange.xlsx_out import write_xlsx

    with opened(context) as caseload:
        person = caseload.find_person(who) if who else None
        count = write_xlsx(caseload, output, person=person, replace=force)
        say_records([(output, count)], json=json)


def as_vcf(
    context: typer.Context,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", parser=file_only, metavar="FILE", help="A file that ends in .vcf."),
    ],
    who: Annotated[str, typer.Option("--who", help="One person alone; else everyone active.")] = "",
    names: Annotated[bool, typer.Option("--names", help="Names as they are kept; else initials.")] = False,
    rules: Annotated[bool, typer.Option("--rules", help="What was agreed about each number too.")] = False,
    services: Annotated[bool, typer.Option("--services", help="The services of the directory too.")] = False,
    force: Force = False,
    json: SaidAsJson = False,
) -> None:
    """People and their numbers, for the contacts of a phone: initials, unless you ask for names."""
    from mentor_tui.exchange.vcf_out import CardChoice, write_vcf

    with opened(context) as caseload:
        person = caseload.find_person(who) if who else None
        choice = CardChoice(person, names=names, rules=rules, services=services)
        done = write_vcf(caseload, output, choice, replace=force)
        if json:
            put_json({"path": str(output), "people": done.people, "services": done.services, "names": names})
        else:
            count = done.people + done.services
            put(f"{output}: {count} card{'' if count == 1 else 's'}")
        say(_PHONE)


def say_records(files: Iterable[tuple[Path, int]], *, json: bool) -> None:
    """Say which files were written and how many records are in each, and that they can be read."""
    written = tuple(files)
    if json:
        put_json({"files": [{"path": str(path), "records": count} for path, count in written]})
    for path, count in () if json else written:
        put(f"{path}: {count} record{'' if count == 1 else 's'}")
    say(READABLE)
