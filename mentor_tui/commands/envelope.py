"""`mentor envelope ...`: a sealed page for one trusted peer, for the day something happens to the mentor."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.envelope_card import card_place, show_card
from mentor_tui.commands.options import Json
from mentor_tui.commands.paths import path_of
from mentor_tui.commands.printing import put, put_json, say, say_saved, write_out
from mentor_tui.commands.shapes import saved_shape
from store import envelope as envelopes
from store.caseload import Caseload
from store.errors import MentorError, RequestRefused
from store.recipient_names import refuse_look_alike

if TYPE_CHECKING:
    from mentor_tui.envelope_kept import Prepared
    from store.records import Envelope

CardFile = Annotated[
    Path | None,
    typer.Option(
        "--card", parser=path_of("--card"), metavar="FILE", help="Also write the card to a file, to print it."
    ),
]
Place = Annotated[
    Path | None,
    typer.Option(parser=path_of("--place"), metavar="PATH", help="Where the file goes; else your home."),
]
Words = Annotated[str, typer.Option(help="What they should read first, in your words.")]
Where = Annotated[str, typer.Option(help='Where the copy lies: "USB stick, Rosa".')]


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    group = typer.Typer(
        help="A sealed page for one trusted peer: if something happens to you.", no_args_is_help=True
    )
    for command in (begin, show, renew, card, given, gone, end):
        group.command(command.__name__)(command)
    app.add_typer(group, name="envelope")


def begin(
    context: typer.Context,
    peer: Annotated[str, typer.Argument(help="For whom: the name people's agreements to share name.")],
    place: Place = None,
    words: Words = "",
    card_file: CardFile = None,
    json: Json = False,
) -> None:
    """Begin the sealed envelope, and show its card, once."""
    from store.records import Envelope
    from store.text import clean_line, clean_lines

    with opened(context) as caseload:
        if standing := envelopes.kept(caseload):
            raise RequestRefused(
                f"There is one for {standing.peer} already. `mentor envelope card` makes another card "
                "for it, `mentor envelope end` ends it."
            )
        path, on_card = _place_of(place), card_place(card_file)
        if not clean_line(peer):
            raise RequestRefused("Say for whom: `mentor envelope begin Rosa`.")
        refuse_look_alike(peer)
        secret, public = envelopes.new_card()
        record = Envelope(
            peer=clean_line(peer),
            recipient=public,
            place=str(path),
            begun_on=caseload.clock.now().day,
            words=clean_lines(words).strip(),
        )
        told = show_card(caseload, record.peer, secret, on_card, asks=not json)
        saved = caseload.add(record, "sealed envelope begun")
        if near := envelopes.another_name(caseload, record.peer, caseload.clock.now().day):
            say(near)
        _answer(caseload, saved_shape(saved), secret if not told else "", json)


def show(context: typer.Context, json: Json = False) -> None:
    """What the envelope would hold if it were sealed now, to read it as its reader will."""
    from mentor_tui.envelope_kept import copies_said, last_written
    from mentor_tui.envelope_page import envelope_document
    from mentor_tui.reports import render

    with opened(context) as caseload:
        envelope = envelopes.needed(caseload)
        page = envelope_document(caseload, envelope)
        made = last_written(caseload.folder, envelope)
        renewed = made.made_at.isoformat().replace("+00:00", "Z") if made else None
        text = render(page, "text").decode()
        if json:
            put_json(_shape(envelope, renewed, page.people, copies_said(caseload)) | {"text": text})
            return
        write_out(text)
        say(f"For {envelope.peer}, at {envelope.place}. {_sealed_when(caseload, envelope)}")
        for sentence in copies_said(caseload):
            say(sentence)


def renew(context: typer.Context, words: Words = "", place: Place = None, json: Json = False) -> None:
    """Seal it anew now; each backup does so too."""
    from mentor_tui.envelope_kept import renew as sealed_anew

    with opened(context) as caseload:
        _change(caseload, words, place)
        made = sealed_anew(caseload)
        if json:
            put_json({"path": str(made.path), "people": list(made.people)})
        else:
            put(_sealed(made))


def card(context: typer.Context, card_file: CardFile = None, json: Json = False) -> None:
    """Make another card: the old one opens older copies alone."""
    from msgspec.structs import replace

    with opened(context) as caseload:
        before, on_card = envelopes.needed(caseload), card_place(card_file)
        secret, public = envelopes.new_card()
        told = show_card(caseload, before.peer, secret, on_card, asks=not json)
        saved = caseload.change(before, replace(before, recipient=public), "new card of the envelope")
        _answer(caseload, saved_shape(saved), secret if not told else "", json)


def given(context: typer.Context, where: Where, json: Json = False) -> None:
    """Keep that you gave a copy away; you are told when it holds somebody who took back their word."""
    from mentor_tui.envelope_kept import last_written
    from store.text import clean_line

    with opened(context) as caseload:
        envelope, place = envelopes.needed(caseload), clean_line(where)
        made = last_written(caseload.folder, envelope)
        if made is None:
            raise RequestRefused(
                "There is no envelope to copy in its place. `mentor envelope renew` seals it."
            )
        if not place:
            raise RequestRefused('Say where the copy lies: --where "USB stick, Rosa".')
        saved = envelopes.give_copy(caseload, place, made.people)
        if json:
            put_json(saved_shape(saved))
            return
        put(f"A copy is with “{place}”: {_how_many(len(made.people))} in it.")
        say_saved(saved, caseload.clock.now())


def gone(context: typer.Context, where: Where, json: Json = False) -> None:
    """Keep that a copy is destroyed."""
    from store.text import clean_line

    with opened(context) as caseload:
        saved = envelopes.copy_gone(caseload, clean_line(where))
        if json:
            put_json(saved_shape(saved))
            return
        put(f"No copy is known any more with “{clean_line(where)}”.")
        say_saved(saved, caseload.clock.now())


def end(context: typer.Context, json: Json = False) -> None:
    """End the envelope: its file is removed, and copies that were given are named."""
    from mentor_tui.envelope_kept import copies_said, take_away

    with opened(context) as caseload:
        envelope = envelopes.needed(caseload)
        saved = caseload.remove(envelope, "sealed envelope ended")
        left = take_away(caseload.folder, envelope)
        if json:
            put_json(saved_shape(saved) | {"copies": list(copies_said(caseload))})
            return
        put(f"There is no sealed envelope any more. {left}".rstrip())
        for sentence in copies_said(caseload):
            say(sentence)
        say_saved(saved, caseload.clock.now())


def _change(caseload: Caseload, words: str, place: Path | None) -> None:
    """Other words on top, or another place from now on."""
    from msgspec.structs import replace

    from store.text import clean_lines

    before = envelopes.needed(caseload)
    after = replace(before, words=clean_lines(words).strip()) if words else before
    after = replace(after, place=str(_place_of(place))) if place else after
    if after != before:
        caseload.change(before, after, "sealed envelope changed")


def _place_of(place: Path | None) -> Path:
    """Where the file goes; a folder gets it under its usual name.

    Raises:
        ExportRefused: something lies there already.
    """
    from mentor_tui.envelope_kept import NAME
    from mentor_tui.exchange.writing import refuse_existing

    path = (place or Path.home()).absolute()
    path = path / NAME if path.is_dir() else path
    refuse_existing(path)
    return path


def _answer(caseload: Caseload, saved: dict[str, Any], secret: str, json: bool) -> None:
    """Seal it at once, and say so; the key, where no terminal and no file has it."""
    from mentor_tui.envelope_kept import not_renewed
    from mentor_tui.envelope_kept import renew as sealed_anew

    try:
        made: Prepared | None = sealed_anew(caseload)
    except MentorError as error:
        made = None
        say(not_renewed(error))
    if json:
        known = {"path": str(made.path) if made else None, "people": list(made.people) if made else []}
        put_json(saved | known | ({"card": secret} if secret else {}))
        return
    if made:
        put(_sealed(made))
        if not made.people:
            say(
                f"Nobody is in it yet: `mentor consent give DEE share --to {made.envelope.peer}` puts Dee in."
            )
    if secret:
        put(secret)


def _sealed(made: "Prepared") -> str:
    return f"{made.path}: sealed for {made.envelope.peer}, {_how_many(len(made.people))} in it."


def _how_many(people: int) -> str:
    return f"{people} {'person' if people == 1 else 'people'}"


def _sealed_when(caseload: Caseload, envelope: "Envelope") -> str:
    from mentor_tui.envelope_kept import sealed_when

    return sealed_when(caseload, envelope)


def _shape(
    envelope: "Envelope", renewed: str | None, people: tuple[int, ...], copies: tuple[str, ...]
) -> dict[str, Any]:
    from mentor_tui.commands.shapes import record_shape

    return {
        "envelope": record_shape(envelope),
        "sealed_at": renewed,
        "people": list(people),
        "copies": list(copies),
    }
