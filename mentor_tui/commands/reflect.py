"""`mentor reflect`: the question of the day, and a page written on it."""

from collections.abc import Iterable
from typing import Annotated

import typer

from mentor_tui.commands.door import notebook_of, opened
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say, say_saved
from mentor_tui.commands.shapes import saved_shape
from store.caseload import Caseload
from store.errors import RequestRefused
from store.principles import Offered, is_not_today, theme, theme_named
from store.records import Reflection
from store.text import clean_lines

_ONE_CHOICE = "Say one of --another, --not-today and --never."


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    app.command("reflect")(reflect)


def reflect(
    context: typer.Context,
    words: Annotated[list[str] | None, typer.Argument(help="What you want to write down.")] = None,
    theme_name: Annotated[
        list[str] | None, typer.Option("--theme", help="shared, hope, respect, steady, meet, bridge.")
    ] = None,
    another: Annotated[bool, typer.Option("--another", help="Show another question.")] = False,
    not_today: Annotated[bool, typer.Option("--not-today", help="No question today.")] = False,
    never: Annotated[bool, typer.Option("--never", help="Never this question again.")] = False,
    before: Annotated[bool, typer.Option("--before", help="A question before you see somebody.")] = False,
    after: Annotated[bool, typer.Option("--after", help="A question after the day.")] = False,
    week: Annotated[bool, typer.Option("--week", help="A question that looks back on the week.")] = False,
    json: Json = False,
) -> None:
    """The question of the day; with words, write them in your notebook. Yours alone, in no report."""
    text = clean_lines(" ".join(words or ())).strip()
    when = _one_of("Say one of --before, --after and --week.", before=before, after=after, weekly=week)
    choice = _one_of(_ONE_CHOICE, another=another, not_today=not_today, never=never)
    if text and choice:
        raise RequestRefused(f"Write, or say --{choice}: one at a time. Nothing was kept.")
    with opened(context) as caseload:
        if text:
            _write(caseload, text, _codes(theme_name or ()), json, when)
            return
        if choice:
            _choose(caseload, choice, when)
        _show(caseload, json, when)


def _one_of(sentence: str, **asked: bool) -> str:
    named = [name for name, is_asked in asked.items() if is_asked]
    if len(named) > 1:
        raise RequestRefused(sentence)
    return "".join(named).replace("_", "-")


def _choose(caseload: Caseload, choice: str, when: str) -> None:
    notebook = notebook_of(caseload)
    if offered := _offered(caseload, when):
        notebook.choose(offered.question.id, choice)
    elif choice == "another" and is_not_today(notebook.choices(), caseload.clock.now().day):
        notebook.choose("", "welcome")  # she asks after all


def _write(caseload: Caseload, text: str, lenses: tuple[str, ...], json: bool, when: str) -> None:
    offered = _offered(caseload, when)
    # Words under a theme of her own choosing answer the day's question only if it is of that theme.
    answers = offered is not None and (not lenses or offered.question.theme in lenses)
    asked = offered.question if offered and answers else None
    page = Reflection(
        on=caseload.clock.now().day,
        words=text,
        themes=lenses,
        question_id=asked.id if asked else "",
        question=asked.words if asked else "",
        because=offered.because if offered and asked else "",
        week=offered.week if offered and asked else None,
    )
    saved = notebook_of(caseload).add(page)
    if json:
        put_json(saved_shape(saved))
        return
    put("Written in your notebook. Yours alone, in no report.")
    say_saved(saved, caseload.clock.now())


def _show(caseload: Caseload, json: bool, when: str) -> None:
    from mentor_tui.question import count_as_shown, is_week_mourned

    offered = _offered(caseload, when)
    if offered and offered.question.theme:
        count_as_shown(caseload, [offered.shown(caseload.clock.now().day)])
    if json:
        put_json({"question": _shape(offered) if offered else None})
    elif offered is None:
        is_mourned = when == "weekly" and is_week_mourned(caseload)
        put("Of this week nothing is asked." if is_mourned else "No question today.")
        if is_not_today(notebook_of(caseload).choices(), caseload.clock.now().day):
            say("That was your wish; `mentor reflect --another` asks after all.")
    else:
        name = theme(offered.question.theme).name if offered.question.theme else ""
        put(f"{offered.because}:")
        put(f"  {offered.question.words}" + (f"  ({name})" if name else ""))
        if offered.why:
            say(f"{offered.why}.")
        say('`mentor reflect "..."` writes; --another, --not-today and --never are fine too.')


def _offered(caseload: Caseload, when: str) -> Offered | None:
    from mentor_tui.question import question_of_today

    return question_of_today(caseload, notebook_of(caseload), when=when)


def _shape(offered: Offered) -> dict[str, str]:
    asked = offered.question
    shape = {"id": asked.id, "theme": asked.theme, "text": asked.words}
    return shape | {"because": offered.because, "why": offered.why}


def _codes(named: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(theme_named(each).code for each in named))
