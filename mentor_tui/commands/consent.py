"""`mentor consent ...`: what people agreed to, to whom, and until when."""

from typing import Annotated, Any

import typer

from mentor_tui.commands.door import opened
from mentor_tui.commands.options import Json
from mentor_tui.commands.printing import put, put_json, say, say_saved
from mentor_tui.commands.shapes import client_shape, record_shape, saved_shape
from store.caseload import Caseload
from store.errors import RequestRefused
from store.records import Client, Consent
from store.vocabulary import HOW_GIVEN, PURPOSES, Terms, label

Who = Annotated[str, typer.Argument(help="Who.")]
Purpose = Annotated[str, typer.Argument(help=f"What for: {', '.join(term.code for term in PURPOSES)}.")]
To = Annotated[str, typer.Option(help="To whom it is shared: a name, as you always write it.")]


def hang(app: typer.Typer) -> None:
    """Give these commands to the command line."""
    group = typer.Typer(help="What people agreed to, and took back.", no_args_is_help=True)
    group.command("list")(show)
    group.command("give")(give)
    group.command("withdraw")(withdraw)
    app.add_typer(group, name="consent")


def show(
    context: typer.Context,
    who: Annotated[str, typer.Option(help="One person alone.")] = "",
    json: Json = False,
) -> None:
    """What everybody agreed to: what for, to whom, until when, and what was never asked."""
    from mentor_tui.agreement_words import ledger

    with opened(context) as caseload:
        people = (caseload.find_person(who),) if who else None
        found = ledger(caseload, people)
        if json:
            put_json({"people": [_shape(caseload, one) for one in found]})
            return
        for one in found:
            _put_person(caseload, one)
        if not found:
            put("Nobody is here yet.")


def give(
    context: typer.Context,
    who: Who,
    purpose: Purpose,
    to: To = "",
    what: Annotated[str, typer.Option(help="What, exactly, they agreed to.")] = "",
    parts: Annotated[
        str, typer.Option(help="To share, the parts of a paper: number, dates, promises, bridges, goals.")
    ] = "",
    for_what: Annotated[str, typer.Option("--for", help='What it is for: "while I am away".')] = "",
    until: Annotated[
        str, typer.Option(help="Last day; to share, 90 days if you name none, a year at most.")
    ] = "",
    when: Annotated[str, typer.Option(help='Or until something happens: "when housed".')] = "",
    how: Annotated[str, typer.Option(help=f"{', '.join(term.code for term in HOW_GIVEN)}.")] = "spoken",
    told: Annotated[str, typer.Option(help="What you told them about it.")] = "",
    json: Json = False,
) -> None:
    """Somebody agreed to something."""
    from store.agreeing import give as agreed
    from store.text import clean_line

    with opened(context) as caseload:
        client, day = caseload.find_person(who), caseload.clock.now().day
        record = Consent(
            client_id=client.id,
            purpose=_code(purpose, PURPOSES, "a purpose"),
            recipient=clean_line(to),
            information=_information(what, parts, purpose),
            for_what=clean_line(for_what),
            how=_code(how, HOW_GIVEN, "a way it is given"),
            on=day,
            expires_on=caseload.read_when(until).day if until else None,
            expires_when=clean_line(when),
            told=clean_line(told),
        )
        if record.purpose == "share" and not record.recipient:
            raise RequestRefused("Say with whom: `mentor consent give DEE share --to Rosa`.")
        saved = agreed(caseload, record)
        if json:
            put_json(saved_shape(saved) | {"shares": _shares(record)})
            return
        _put_one(caseload, client, saved.records[0])
        _say_how_it_is_read(caseload, record)
        say_saved(saved, caseload.clock.now())


def withdraw(
    context: typer.Context,
    who: Who,
    purpose: Purpose,
    to: To = "",
    no: Annotated[
        bool, typer.Option("--no", help="Keep that they said no to this name, whatever else stands.")
    ] = False,
    json: Json = False,
) -> None:
    """Somebody takes back what they agreed to, or says no."""
    from store.agreeing import refuse_unless_one_stands, take_back
    from store.text import clean_line

    with opened(context) as caseload:
        client = caseload.find_person(who)
        code = _code(purpose, PURPOSES, "a purpose")
        recipient = clean_line(to) or _only_one(caseload, client, code)
        if not no:
            refuse_unless_one_stands(caseload, client, code, recipient)
        saved = take_back(caseload, client.id, code, recipient)
        copies = _copies(caseload, client, recipient) if code == "share" else ()
        if json:
            put_json(saved_shape(saved) | {"copies": list(copies)})
            return
        _put_one(caseload, client, saved.records[0])
        for sentence in copies:
            say(sentence)
        if code == "keep-notes":
            say(f"To erase what is kept about {client.name}: `mentor records erase`.")
        say_saved(saved, caseload.clock.now())


def _information(what: str, parts: str, purpose: str) -> str:
    """What exactly, in words or by parts.

    Raises:
        RequestRefused: both are said, it is not to share, or something is no part.
    """
    from store.consent_words import ticked
    from store.text import clean_line

    if not parts:
        return clean_line(what)
    if what:
        raise RequestRefused("Say --what or --parts, not both.")
    if _code(purpose, PURPOSES, "a purpose") != "share":
        raise RequestRefused("Parts are of what is shared; say --what for anything else.")
    return ticked(clean_line(parts))


def _shares(consent: Consent) -> list[str] | None:
    from store.consent_words import in_order, shared_by

    return list(in_order(shared_by(consent.information).parts)) if consent.purpose == "share" else None


def _say_how_it_is_read(caseload: Caseload, consent: Consent) -> None:
    from store.consent_words import reading
    from store.consents import standing_like

    if consent.purpose != "share":
        return
    said = " What for stands beside it, as you wrote it." if consent.for_what else ""
    say(f"Shares: {reading(consent.information)}{said}")
    near = standing_like(caseload.all(Consent), "share", consent.recipient, caseload.clock.now().day)
    if near:
        say(f"“{consent.recipient}” is another name than {' and '.join(f'“{one}”' for one in near)}.")


def _copies(caseload: Caseload, client: Client, recipient: str) -> tuple[str, ...]:
    from mentor_tui.envelope_kept import copies_said, papers_said  # wakes what draws reports

    return (*copies_said(caseload, client.id), *papers_said(caseload, client.id, recipient))


def _only_one(caseload: Caseload, client: Client, purpose: str) -> str:
    """To whom it was agreed, where that is one alone.

    Raises:
        RequestRefused: there are several, or nobody to share with is named.
    """
    from store.consents import newest

    words = [one for one in newest(caseload.consents_of(client.id)) if one.purpose == purpose]
    stands = [one.recipient for one in words if one.state == "active"]
    if len(stands) > 1:
        raise RequestRefused(f"Say which: {' or '.join(f'--to “{one}”' for one in stands)}.")
    if purpose == "share" and not stands:
        raise RequestRefused(
            f"{client.name} agreed to share with nobody here; --to NAME keeps that they said no."
        )
    return stands[0] if stands else ""


def _put_person(caseload: Caseload, one: Any) -> None:
    put(one.client.name)
    for consent in one.words:
        put(f"  {_words(caseload, consent)}")
    if one.unasked:
        put(f"  not asked yet: {', '.join(label(PURPOSES, code) for code in one.unasked)}")


def _put_one(caseload: Caseload, client: Client, consent: Any) -> None:
    put(f"{client.name} · {_words(caseload, consent)}")


def _words(caseload: Caseload, consent: Consent) -> str:
    from mentor_tui.agreement_words import stands, what_words

    return f"{what_words(consent)} · {stands(consent, caseload.clock.now())}"


def _shape(caseload: Caseload, one: Any) -> dict[str, Any]:
    from store.consents import last_day, state_on

    day = caseload.clock.now().day
    rows = []
    for consent in one.words:
        last = last_day(consent)
        ends = last.isoformat() if last else None
        rows.append({"reads": state_on(consent, day), "last_day": ends, "consent": record_shape(consent)})
    return {"client": client_shape(one.client), "agreements": rows, "not_asked": list(one.unasked)}


def _code(words: str, terms: Terms, what: str) -> str:
    """A list's code from its code or label.

    Raises:
        RequestRefused: it is not in the list.
    """
    from store.text import clean_line, fold

    said = fold(clean_line(words))
    for term in terms:
        if said in (term.code, fold(term.label)):
            return term.code
    raise RequestRefused(f"That is not {what}. There are: {', '.join(term.code for term in terms)}.")
