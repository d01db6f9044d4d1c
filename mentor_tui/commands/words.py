"""`mentor words ...`: hints about words that stay with somebody, and the mentor's own list for them."""

import sys
from typing import Annotated, Any

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say, say_saved
from mentor_tui.commands.shapes import record_shape, saved_shape
from store.errors import RequestRefused
from store.records import HintWord
from store.text import clean_line, clean_lines

Words = Annotated[list[str], typer.Argument(help="A word or a few; * for any ending.", metavar="WORDS...")]


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    group = typer.Typer(help="Hints about words, and your own list for them.", no_args_is_help=True)
    for name, command in (("check", check), ("list", listed), ("add", add), ("off", off), ("remove", remove)):
        group.command(name)(command)
    app.add_typer(group, name="words")


def check(
    context: typer.Context,
    text: Annotated[list[str] | None, typer.Argument(help="What you would write; else from stdin.")] = None,
    json: Json = False,
) -> None:
    """What a hint would be given for. Nothing is kept, and nothing is ever changed."""
    from mentor_tui.word_hints import hint_words
    from store.wording.watch import Watch

    words = clean_lines(" ".join(text) if text else sys.stdin.read())
    with opened(context) as caseload:
        found = Watch.of(caseload).hints(words)
    if json:
        put_json({"hints": [_shape(words, hint) for hint in found]})
        return
    for hint in found:
        put(hint_words(words, hint))
    if not found:
        say("Nothing to say about these words.")


def listed(context: typer.Context, json: Json = False) -> None:
    """Your own words for hints, and those that are off; what is better not kept at all."""
    from mentor_tui.word_hints import KIND_LABELS, kind_of, not_written

    with opened(context) as caseload:
        kept = sorted(caseload.all(HintWord), key=lambda one: one.words)
        if json:
            put_json({"words": [record_shape(one) for one in kept]})
            return
        for one in kept:
            instead = f" · or: {clean_line(one.instead)}" if one.instead else ""
            put(f"{clean_line(one.words)}  {KIND_LABELS[kind_of(one)]}{instead}")
        if not kept:
            put("No word of your own yet: `mentor words add` writes one.")
        say(not_written())


def add(
    context: typer.Context,
    words: Words,
    kind: Annotated[str, typer.Option("--kind", help="own, label, diagnosis, offence, speculation.")] = "own",
    instead: Annotated[str, typer.Option("--instead", help="What you would rather write.")] = "",
    json: Json = False,
) -> None:
    """Give a hint for these words from now on."""
    from mentor_tui.word_hints import KIND_LABELS, OFF_CODE

    kinds = [code for code in KIND_LABELS if code != OFF_CODE]
    if kind not in kinds:
        raise RequestRefused(f"“{clean_line(kind)[:40]}” is not one of these: {', '.join(kinds)}.")
    word = HintWord(words=" ".join(words), kind=kind, instead=clean_line(instead).strip())
    _keep(context, word, "A hint is given for it from now on.", json)


def off(context: typer.Context, words: Words, json: Json = False) -> None:
    """Give no hint for these words from now on."""
    _keep(context, HintWord(words=" ".join(words), is_off=True), "No hint is given for it from now on.", json)


def remove(context: typer.Context, words: Words, json: Json = False) -> None:
    """Take words from your list; the program's own are as they come."""
    from store.wording.own_words import read_words

    sought = read_words(" ".join(words))
    with opened(context) as caseload:
        found = next((one for one in caseload.all(HintWord) if one.words == sought), None)
        if found is None:
            raise RequestRefused(f"“{sought}” is not on your list; `mentor words list` shows what is.")
        saved = caseload.remove(found)
        put_json(saved_shape(saved)) if json else say_saved(saved, caseload.clock.now())


def _keep(context: typer.Context, word: HintWord, said: str, json: bool) -> None:
    from store.wording.own_words import keep_word

    with opened(context) as caseload:
        saved = keep_word(caseload, word)
        if json:
            put_json(saved_shape(saved))
            return
        put(said)
        say_saved(saved, caseload.clock.now())


def _shape(words: str, hint: Any) -> dict[str, Any]:
    place = {"start": hint.start, "end": hint.end, "words": words[hint.start : hint.end]}
    return {**place, "kind": hint.kind, "why": hint.why, "instead": hint.instead}
