"""`mentor checkin NAME`: what there is to ask together, what was said, kept and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mentor_tui.commands.door import notebook_of, opened
from mentor_tui.commands.options import DryRun, Force, Json, Output
from mentor_tui.commands.paths import path_of
from mentor_tui.commands.printing import put, put_json, say
from store.errors import RequestRefused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.caseload import Caseload
    from store.check_ins import Asking
    from store.records import Client


def hang(app: typer.Typer) -> None:
    """Give this command to the command line."""
    app.command("checkin")(check_in)


def check_in(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Who.")],
    answer: Annotated[
        list[str] | None,
        typer.Option(help='What they said, by the code of its question: 2a="Mornings."; or several.'),
    ] = None,
    wants_next: Annotated[str, typer.Option("--next", help="What they want next, in their words.")] = "",
    from_file: Annotated[
        Path | None,
        typer.Option("--from", parser=path_of("--from"), metavar="FILE", help="A filled sheet; - is stdin."),
    ] = None,
    on: Annotated[str, typer.Option(help="The day it was, if not today; with --page, which one.")] = "",
    how: Annotated[
        str, typer.Option(help="in-person, phone, video ... as with a note; none: not a talk of its own.")
    ] = "in-person",
    goal: Annotated[bool, typer.Option("--goal", help="What they want next is a goal of theirs.")] = False,
    promise: Annotated[bool, typer.Option("--promise", help="You said you would do it.")] = False,
    plan: Annotated[str, typer.Option(help='It is a plan on this day: "tue".', metavar="DAY")] = "",
    theirs: Annotated[
        list[str] | None, typer.Option(help='A question in their language, by its code: 2a="...".')
    ] = None,
    sheet: Annotated[bool, typer.Option("--print", help="The questions, with room to write.")] = False,
    page: Annotated[bool, typer.Option("--page", help="A page of what they said, for them to take.")] = False,
    ask: Annotated[
        list[str] | None, typer.Option(help="With --print, these questions or themes alone: 2a, hope.")
    ] = None,
    output: Output = None,
    form: Annotated[
        str, typer.Option("--format", help="text, md, html or pdf; else by the file's ending.")
    ] = "",
    force: Force = False,
    dry_run: DryRun = False,
    json: Json = False,
) -> None:
    """A check-in with somebody, in their words: the last one and what to ask; with words, keep them."""
    from mentor_tui.commands.check_in_kept import Given, keep
    from mentor_tui.commands.check_in_papers import To, put_page, put_sheet

    with opened(context) as caseload:
        client = caseload.find_person(name)
        given = Given(
            answer or [], wants_next, from_file, on, how, theirs or [], goal=goal, promise=promise, plan=plan
        )
        _refuse_what_does_not_fit(given.says_something, sheet=sheet, page=page, output=output, ask=ask)
        if sheet:
            to = To(form, output, replace=force, json=json)
            put_sheet(caseload, _asked(caseload, client, ask or []), client, to)
        elif page:
            put_page(caseload, client, on, To(form, output, replace=force, json=json))
        elif given.says_something:
            asked = _asked(caseload, client, with_those_aside=True)
            keep(caseload, client, asked, given, dry_run=dry_run, json=json)
        else:
            _show(caseload, client, json)


def _show(caseload: Caseload, client: Client, json: bool) -> None:
    from mentor_tui.commands.check_in_lines import check_in_lines, check_ins_shape

    asked = _asked(caseload, client)
    if json:
        put_json(check_ins_shape(caseload, client, asked))
        return
    for line in check_in_lines(caseload, client, asked):
        put(line)
    if asked:
        say(
            f'`mentor checkin {client.name} --answer 2a="..." --next "..."` keeps what they said; '
            "`--print -o questions.pdf` puts the questions on paper."
        )


def _asked(
    caseload: Caseload, client: Client, only: Sequence[str] = (), *, with_those_aside: bool = False
) -> tuple[Asking, ...]:
    """The questions, or those named by code, id or theme; nothing more is asked of somebody who died.

    Args:
        with_those_aside: whatever could have been asked, for words that were said already.

    Raises:
        RequestRefused: one that is named is none of them.
    """
    from store.check_in_sheet import code_of
    from store.check_ins import questions_to_ask
    from store.standing import has_died

    if has_died(client) and not with_those_aside:
        return ()
    notebook = notebook_of(caseload)
    own, choices = notebook.own_questions(), notebook.choices()
    found = questions_to_ask(caseload, client, own, choices, with_those_aside=with_those_aside)
    wanted = [one.strip().lower() for several in only for one in several.split(",") if one.strip()]
    names = {each: {code_of(each.question), each.question.id, each.question.theme} for each in found}
    for one in wanted:
        if not any(one in called for called in names.values()):
            raise RequestRefused(f"{one} is no question and no theme; `mentor checkin NAME` names them.")
    return tuple(each for each in found if not wanted or names[each] & set(wanted))


def _refuse_what_does_not_fit(
    says_something: bool, *, sheet: bool, page: bool, output: Path | None, ask: list[str] | None
) -> None:
    if sheet + page + says_something > 1:
        raise RequestRefused("One at a time: words to keep, or --print, or --page.")
    if output is not None and not (sheet or page):
        raise RequestRefused("Say what goes into the file: --print, the questions; --page, what was said.")
    if ask and not sheet:
        raise RequestRefused("--ask chooses what --print puts on paper.")
