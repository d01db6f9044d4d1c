"""`mentor questions ...`: every question there is, and the mentor's own among them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentor_tui.commands.door import notebook_of, opened
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say, say_saved
from mentor_tui.commands.shapes import saved_shape
from store.errors import RequestRefused
from store.text import clean_line, clean_lines

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.own_questions import Known
    from store.records import OwnQuestion
    from store.saved import Saved


Id = Annotated[str, typer.Argument(help="Which one, as `mentor questions list` has it: hope-b1, own-3.")]
ThemeOf = Annotated[str | None, typer.Option("--theme", help="shared, hope, respect, steady, meet, bridge.")]
MomentOf = Annotated[str | None, typer.Option("--moment", help="before, after, weekly, with, any.")]
Days = Annotated[
    list[str] | None,
    typer.Option("--on", metavar="KIND", help="Only on such a day: gate, unanswered ...; `any` for any."),
]


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    group = typer.Typer(help="Every question, and your own.", no_args_is_help=True)
    for command in (listed, add, change, retire, welcome, remove):
        group.command("list" if command is listed else command.__name__)(command)
    app.add_typer(group, name="questions")


def listed(
    context: typer.Context,
    theme: ThemeOf = None,
    moment: Annotated[
        str | None, typer.Option("--moment", help="before, after, weekly, with, any, death, inside, ending.")
    ] = None,
    yours: Annotated[
        bool, typer.Option("--yours", help="Yours, in your words, or never asked; not the others.")
    ] = False,
    json: Json = False,
) -> None:
    """Every question: its id, when it is asked, for what days, and whether it is."""
    from store.own_questions import known_questions

    theme = _theme(theme) if theme else ""
    code = _moment(moment, also_quiet=True) if moment else None
    with opened(context) as caseload:
        known = known_questions(notebook_of(caseload))
    found = [
        one
        for one in known
        if theme in ("", one.question.theme)
        and code in (None, one.question.moment)
        and (not yours or one.hers or one.is_aside)
    ]
    if json:
        put_json({"questions": [_shape(one) for one in found]})
    elif found:
        _print(found)
    else:
        put('No question like that. `mentor questions add "..." --theme hope` adds one of yours.')


def add(
    context: typer.Context,
    words: Annotated[list[str], typer.Argument(help="The question, as you would ask yourself.")],
    theme: Annotated[str, typer.Option("--theme", help="shared, hope, respect, steady, meet, bridge.")],
    moment: MomentOf = None,
    on: Days = None,
    json: Json = False,
) -> None:
    """A question of your own; it is asked like the others."""
    from store.own_questions import check_days
    from store.records import OwnQuestion

    record = OwnQuestion(
        theme=_theme(theme),
        words=_words(words),
        moment=_moment(moment or "any"),
        fits=_days(on or ()),
    )
    check_days(record.moment, record.fits)
    with opened(context) as caseload:
        saved = notebook_of(caseload).add(record, "your question")
        _say(caseload, saved, "Asked like the others from now on.", json)


def change(
    context: typer.Context,
    question: Id,
    words: Annotated[list[str] | None, typer.Argument(help="Its words from now on.")] = None,
    theme: ThemeOf = None,
    moment: MomentOf = None,
    on: Days = None,
    json: Json = False,
) -> None:
    """Other words for a question; of your own, theme, moment and days too. What you wrote on it stays."""
    from store.own_questions import check_days, known_question, put_in_her_words

    text = _words(words) if words else ""
    with opened(context) as caseload:
        notebook = notebook_of(caseload)
        known = known_question(notebook, question)
        if known.is_own and known.hers:
            before = known.hers
            after = _changed(before, text, theme, moment, on)
            check_days(after.moment, after.fits)
            saved = notebook.change(before, after, "your question changed") if after != before else None
        elif theme is not None or moment is not None or on is not None or not text:
            raise RequestRefused(
                "Of a question that is not yours only the words change: "
                f'`mentor questions change {question} "..."`.'
            )
        else:
            saved = put_in_her_words(notebook, known, text)
        _say(caseload, saved, "Asked like this from now on.", json)


def retire(context: typer.Context, question: Id, json: Json = False) -> None:
    """Never ask it again. It stays in the list, and what you wrote on it keeps its words."""
    from store.own_questions import known_question
    from store.own_questions import retire as retired

    with opened(context) as caseload:
        notebook = notebook_of(caseload)
        saved = retired(notebook, known_question(notebook, question))
        words = f"Not asked again. `mentor questions welcome {question}` welcomes it back."
        _say(caseload, saved, words, json, is_choice=True)


def welcome(context: typer.Context, question: Id, json: Json = False) -> None:
    """Ask it again, in its turn."""
    from store.own_questions import known_question
    from store.own_questions import welcome as welcomed

    with opened(context) as caseload:
        notebook = notebook_of(caseload)
        saved = welcomed(notebook, known_question(notebook, question))
        _say(caseload, saved, "Asked again, in its turn.", json, is_choice=True)


def remove(context: typer.Context, question: Id, json: Json = False) -> None:
    """Take one of yours out; one of the program's that you put otherwise has its own words again."""
    from store.own_questions import known_question

    with opened(context) as caseload:
        notebook = notebook_of(caseload)
        known = known_question(notebook, question)
        if known.hers is None:
            raise RequestRefused(
                f"“{question}” is one of the program's, as it was. "
                f"`mentor questions retire {question}` never asks it again."
            )
        label = "its own words again" if known.words_before else "your question removed"
        words = "It has its own words again." if known.words_before else "Your question is taken out."
        _say(caseload, notebook.remove(known.hers, label), words, json)


def _changed(
    before: OwnQuestion, words: str, theme: str | None, moment: str | None, on: list[str] | None
) -> OwnQuestion:
    from msgspec.structs import replace

    fields: dict[str, Any] = {"words": words or before.words}
    if theme is not None:
        fields["theme"] = _theme(theme)
    if moment is not None:
        fields["moment"] = _moment(moment)
    if on is not None:
        fields["fits"] = _days(on)
    return replace(before, **fields)


def _say(caseload: Caseload, saved: Saved | None, words: str, json: bool, *, is_choice: bool = False) -> None:
    """What became of it; a choice about a question is taken back by its opposite, not by undo."""
    if json:
        put_json(saved_shape(saved) if saved else {"act": None, "label": "", "records": {}})
    elif saved is None:
        put("Nothing to change: it stands like that already.")
    else:
        put(words)
        if not is_choice:
            say_saved(saved, caseload.clock.now())


def _print(found: Sequence[Known]) -> None:
    from mentor_tui.question_words import days_words
    from store.principles import theme as named

    for theme in dict.fromkeys(one.question.theme for one in found):
        put(named(theme).name if theme else "Days with a page of their own")
        for one in (one for one in found if one.question.theme == theme):
            whose = "in your words" if one.words_before else "yours" if one.hers else ""
            aside = "never asked" if one.is_aside else ""
            more = ", ".join(filter(None, (whose, days_words(one.question), aside)))
            asked, when = clean_line(one.question.words), one.question.moment or "any"
            put(f"  {one.question.id:<14}  {when:<7}  {asked}" + (f"  ({more})" if more else ""))
    say('`mentor questions add "..." --theme hope` adds one; change, retire and welcome take an id.')


def _shape(one: Known) -> dict[str, Any]:
    asked = one.question
    return {
        "id": asked.id,
        "theme": asked.theme,
        "moment": asked.moment,
        "text": asked.words,
        "fits": list(asked.fits),
        "is_own": one.is_own,
        "text_before": one.words_before or None,
        "is_asked": not one.is_aside,
    }


def _words(words: Iterable[str]) -> str:
    text = clean_lines(" ".join(words)).strip()
    if not text:
        raise RequestRefused("Write the question first, in quotes.")
    return text


def _theme(name: str) -> str:
    from store.principles import theme_named

    return theme_named(name).code


def _moment(name: str, *, also_quiet: bool = False) -> str:
    from mentor_tui.question_words import MOMENTS, WHEN

    known = [code or "any" for code in (WHEN if also_quiet else dict(MOMENTS))]
    if name.lower() not in known:
        raise RequestRefused(f"“{name}” is not a moment: {', '.join(known)}.")
    return "" if name.lower() == "any" else name.lower()


def _days(names: Iterable[str]) -> tuple[str, ...]:
    from store.principles import KINDS_OF_DAY

    codes = [code for name in names for code in name.lower().replace(",", " ").split()]
    if codes == ["any"]:
        return ()
    known = dict(KINDS_OF_DAY)
    if other := next((code for code in codes if code not in known), ""):
        raise RequestRefused(f"“{other}” is not a kind of day: {', '.join(known)}; or any.")
    return tuple(dict.fromkeys(codes))
