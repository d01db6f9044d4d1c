"""`mentor clients` and `mentor client ...`."""

from typing import Annotated, Any

import typer
from msgspec.structs import replace

from mentor_tui.commands.door import opened
from mentor_tui.commands.merging import merge, refile
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say, say_saved
from mentor_tui.commands.release_dates import dates, say_what_could_follow
from mentor_tui.commands.shapes import by_table, record_shape, saved_shape
from mentor_tui.commands.status import status, status_code
from store.acts import with_supply
from store.caseload import Caseload
from store.errors import RequestRefused
from store.records import Client, Rhythm
from store.vocabulary import AGE_BANDS, HOW_MET, STATUSES, SUPERVISION, Terms, code_named, label

Released = Annotated[
    str, typer.Option(help="Day of release: a past day happened, a coming one is expected; or unknown.")
]
RhythmWords = Annotated[
    str, typer.Option(help="How often you agreed: weekly, 10d, 'weekly by text'; or none.")
]
Curve = Annotated[
    str, typer.Option(help="Days after a release while no rhythm is agreed: 0,3,14,30; or none, or usual.")
]
Pronouns = Annotated[str, typer.Option(help="As they say them.")]
HowMet = Annotated[str, typer.Option(help="How you met, by your list or in your words.")]

_LISTS: dict[str, Terms] = {
    "how_met": HOW_MET,
    "supervision": SUPERVISION,
    "age_band": AGE_BANDS,
}


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    app.command("clients")(clients)
    group = typer.Typer(help="One person: add, show, edit, status, dates.", no_args_is_help=True)
    group.command("add")(add)
    group.command("show")(show)
    group.command("edit")(edit)
    group.command("status")(status)
    group.command("dates")(dates)
    group.command("merge")(merge)
    group.command("refile")(refile)
    app.add_typer(group, name="client")


def clients(context: typer.Context, json: Json = False) -> None:
    """Everyone, by name."""
    with opened(context) as caseload:
        people = caseload.people()
        if json:
            put_json({"clients": [record_shape(client) for client in people]})
            return
        width = max((len(client.name) for client in people), default=0)
        for client in people:
            put(f"{client.name:<{width}}  {label(STATUSES, client.status)}")
        if not people:
            put("Nobody yet. `mentor client add NAME` adds a person; only a name or alias is needed.")


def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Name to use; an alias is fine.")],
    released: Released = "",
    rhythm: RhythmWords = "",
    curve: Curve = "",
    status: Annotated[str, typer.Option(help="See `mentor client status --help`.")] = "",
    pronouns: Pronouns = "",
    how_met: HowMet = "",
    json: Json = False,
) -> None:
    """Add a person. Only a name or alias is needed."""
    given = {"status": status, "pronouns": pronouns, "how_met": how_met}
    from store.text import fold

    with opened(context) as caseload:
        client = Client(name=_a_name(name), met_on=caseload.clock.now().day)
        client = _with(caseload, client, given, released, rhythm, curve)
        namesakes = [one for one in caseload.people() if fold(one.name) == fold(client.name)]
        saved = caseload.add(client)
        _print_saved(caseload, saved, json)
        if namesakes:
            say(_another_of_that_name(namesakes))
        if released and not json:
            say_what_could_follow(caseload, caseload.get(Client, saved.records[0].id))


def edit(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Who.")],
    new_name: Annotated[str, typer.Option(help="Another name to use.")] = "",
    released: Released = "",
    rhythm: RhythmWords = "",
    curve: Curve = "",
    pronouns: Pronouns = "",
    how_met: HowMet = "",
    supervision: Annotated[str, typer.Option(help="Parole, probation, none, in your words.")] = "",
    age_band: Annotated[str, typer.Option(help="About how old, by your list; never a date of birth.")] = "",
    prefers: Annotated[str, typer.Option(help='In one line: "text first, never before 10".')] = "",
    if_quiet: Annotated[str, typer.Option(help='"If I go quiet, please ...", their words.')] = "",
    about: Annotated[str, typer.Option(help="Anything else worth knowing.")] = "",
    supply_days: Annotated[
        int | None, typer.Option(min=0, max=366, help="Days of medication handed over at their release.")
    ] = None,
    json: Json = False,
) -> None:
    """Correct what is kept about a person; what is not named stays as it is."""
    given = {"pronouns": pronouns, "how_met": how_met, "supervision": supervision, "age_band": age_band}
    given |= {"prefers": prefers, "if_quiet": if_quiet, "about": about}
    with opened(context) as caseload:
        before = caseload.find_person(name)
        after = replace(before, name=_a_name(new_name)) if new_name else before
        after = _with(caseload, after, given, released, rhythm, curve)
        after = after if supply_days is None else with_supply(after, supply_days)
        if after == before:
            raise RequestRefused(
                "Nothing to change was given. `mentor client edit --help` shows what can be."
            )
        _print_saved(caseload, caseload.change(before, after), json)
        if (released or supply_days) and not json:
            say_what_could_follow(caseload, caseload.get(Client, before.id), before)


def show(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Who.")],
    json: Json = False,
) -> None:
    """Everything kept about one person (never the notebook)."""
    from mentor_tui.commands.person_page import person_lines

    with opened(context) as caseload:
        client = caseload.find_person(name)
        if json:
            put_json({"client": record_shape(client)} | _all_about(caseload, client))
            return
        for line in person_lines(caseload, client):
            put(line)


def _all_about(caseload: Caseload, client: Client) -> dict[str, Any]:
    from store.records import CASELOAD_TABLES, HER_OWN_TABLES

    others = ("clients", "services", *HER_OWN_TABLES)
    tables = {table: kind for table, kind in CASELOAD_TABLES.items() if table not in others}
    found = {table: by_table(caseload.of(kind, client.id)).get(table, []) for table, kind in tables.items()}
    waiting = next((entry for entry in caseload.waiting() if entry.client.id == client.id), None)
    reasons = [] if waiting is None else [{"kind": why.kind, "text": why.text} for why in waiting.reasons]
    return {"band": waiting.band if waiting else None, "reasons": reasons} | found


def _with(
    caseload: Caseload, client: Client, given: dict[str, str], released: str, rhythm: str, curve: str
) -> Client:
    fields = {field: _code(field, words) for field, words in given.items() if words}
    if released:
        client = _released(caseload, client, released)
    if rhythm:
        fields["rhythm"] = _rhythm(rhythm, caseload)
    if curve:
        fields["curve"] = _curve(curve)
    return replace(client, **fields) if fields else client


def _released(caseload: Caseload, client: Client, words: str) -> Client:
    from store.acts import release_said, release_unknown
    from store.release_words import is_unknown

    moment = caseload.clock.now()
    if is_unknown(words):
        return release_unknown(client, moment)
    return release_said(client, caseload.read_day(words), moment)


def _rhythm(words: str, caseload: Caseload) -> Rhythm | None:
    from store.rhythm import read_rhythm

    return read_rhythm(words, caseload.clock.now().day)


def _curve(words: str) -> tuple[int, ...] | None:
    from store.curve import read_curve

    return read_curve(words)


def _a_name(words: str) -> str:
    from store.person_name import person_name

    return person_name(words, "A person needs a name; an alias is fine: `mentor client add Dee`.")


def _code(field: str, words: str) -> Any:
    """A list's code from its code or label; free words stay as they are, but for status."""
    from store.text import clean_line

    if field == "status":
        return status_code(words)
    words = clean_line(words)
    return code_named(_LISTS.get(field, ()), words) or words


def _another_of_that_name(namesakes: list[Client]) -> str:
    """Who else goes by this name, and what that means for notes."""
    name, numbers = namesakes[0].name, ", ".join(f"#{one.id}" for one in namesakes)
    return f"There is another {name} ({numbers}); a note that says only {name.lower()} will ask which."


def _print_saved(caseload: Caseload, saved: Any, json: bool) -> None:
    if json:
        put_json(saved_shape(saved))
        return
    from mentor_tui.commands.person_page import person_lines

    for line in person_lines(caseload, saved.records[0], brief=True):
        put(line)
    say_saved(saved, caseload.clock.now())
