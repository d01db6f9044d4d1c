"""What `mentor today` prints."""

from typing import Any

from mentor_tui.absence import away_words, room_words
from mentor_tui.agreement_words import ending_line
from mentor_tui.commands.door import Shell, notebook_of, opened
from mentor_tui.commands.printing import put, put_json
from mentor_tui.commands.shapes import away_shape, client_shape, coming_shape, named
from store.caseload import Caseload
from store.consents import expiring, last_day
from store.records import Consent
from store.waiting import Coming, Waiting
from store.when_echo import short

_HEADINGS = {"now": "NOW", "today": "TODAY", "week": "THIS WEEK", "later": "LATER"}
_WIDTH = 78
_NOBODY_YET = "Nobody yet. `mentor client add NAME` adds a person; only a name or alias is needed."
_NOBODY_ACTIVE = "Nobody is waiting. The people you walked with are under `mentor clients`."


def print_today(here: Shell, json: bool) -> None:
    """Print who is waiting, what is coming and the question of the day."""
    with opened(here) as caseload:
        if json:
            put_json(_shape(caseload))
            return
        for line in _lines(caseload):
            put(line)


def _shape(caseload: Caseload) -> dict[str, Any]:
    moment = caseload.clock.now()
    question = _question(caseload)
    return {
        "day": moment.day.isoformat(),
        "waiting": [_waiting_shape(entry) for entry in caseload.waiting()],
        "coming": [coming_shape(item, moment) for item in caseload.coming()],
        "question": question and {key: question[key] for key in ("id", "theme", "text")},
        "away": away_shape(caseload.away()),
        "agreements_ending": [_ending_shape(caseload, one) for one in expiring(caseload, moment.day)],
    }


def _waiting_shape(entry: Waiting) -> dict[str, Any]:
    reasons = [
        {
            "kind": why.kind,
            "text": why.text,
            "records": [{"table": ref.table, "id": ref.id} for ref in why.records],
        }
        for why in entry.reasons
    ]
    return {"client": client_shape(entry.client), "band": entry.band, "reasons": reasons}


def _ending_shape(caseload: Caseload, consent: Consent) -> dict[str, Any]:
    last = last_day(consent)
    return {
        "client": named(caseload, consent.client_id),
        "purpose": consent.purpose,
        "recipient": consent.recipient,
        "last_day": last.isoformat() if last else None,
        "table": "consents",
        "id": consent.id,
    }


def _question(caseload: Caseload) -> dict[str, str] | None:
    from mentor_tui.question import count_as_shown, question_by_itself
    from mentor_tui.settings import read_settings

    how_often = read_settings(caseload.folder.path).questions
    offered = question_by_itself(caseload, notebook_of(caseload), how_often)
    if offered is None:
        return None
    from store.principles import theme

    if offered.question.theme:
        count_as_shown(caseload, [offered.shown(caseload.clock.now().day)])
    asked = offered.question
    return {
        "id": asked.id,
        "theme": asked.theme,
        "text": asked.words,
        "name": theme(asked.theme).name if asked.theme else "",
    }


def _lines(caseload: Caseload) -> list[str]:
    moment = caseload.clock.now()
    waiting = caseload.waiting()
    count = len(waiting)
    people = "person" if count == 1 else "people"
    lines = [f"{moment.local:%a} {moment.day.day} {moment.local:%b %Y} · {count} {people}"]
    if away := caseload.away():
        lines += ["", away_words(away, moment.day), *filter(None, [room_words(waiting)])]
    for band, heading in _HEADINGS.items():
        there = [entry for entry in waiting if entry.band == band]
        if there:
            lines += ["", heading, *_people_lines(there)]
    if not waiting:
        lines += ["", _NOBODY_ACTIVE if caseload.people() else _NOBODY_YET]
    coming = caseload.coming()
    if coming:
        lines += ["", "COMING UP", *_coming_lines(coming, caseload)]
    if ending := ending_line(caseload, moment.day):
        lines += ["", f"{ending}: `mentor consent list`"]
    if question := _question(caseload):
        heading = "A QUESTION, IF YOU LIKE" + (f" · {question['name']}" if question["name"] else "")
        lines += ["", heading, f"  {question['text']}"]
    return lines


def _people_lines(entries: list[Waiting]) -> list[str]:
    from textwrap import wrap

    width = min(max(len(entry.client.name) for entry in entries), 24)
    lines: list[str] = []
    for entry in entries:
        said = [part for why in entry.reasons for part in wrap(why.text, max(_WIDTH - width - 4, 30))]
        said = said or [""]
        lines.append(f"  {entry.client.name:<{width}}  {said[0]}".rstrip())
        lines += [f"  {'':<{width}}  {part}" for part in said[1:]]
    return lines


def _coming_lines(coming: tuple[Coming, ...], caseload: Caseload) -> list[str]:
    moment = caseload.clock.now()
    rows = [
        (short(item.on, moment) + (f" {item.at:%H:%M}" if item.at else ""), item.name, item.text)
        for item in coming
    ]
    first, second = (max(len(row[place]) for row in rows) for place in (0, 1))
    return [f"  {when:<{first}}  {name:<{min(second, 24)}}  {text}".rstrip() for when, name, text in rows]
