"""Reads: the whole folder, its memory, one person, a search, a month."""

import random
import re
import sqlite3
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from statistics import median

import orjson

from bench.alone import alone
from bench.figure import Figure, interleaved, ms, seconds
from bench.stores import Stores
from mentor_tui.reports.month import month_report
from store.caseload import Caseload
from store.records import Client, Contact

_PAIRS = 30
_PERSON_PAIRS = 200


def full_load(stores: Stores) -> list[Figure]:
    """The folder opened and every record read, against orjson.loads of its file; a new process for each."""
    path, pairs = str(stores.folder(100_000)), stores.pairs(_PAIRS)
    deeds = [partial(_alone, task, path) for task in ("load", "orjson", "orjson-gc-off")]
    ours, plain, at_rest = interleaved(deeds, pairs)
    detail = {"ours ms": ms(ours), "orjson.loads ms": ms(plain), "with gc off ms": ms(at_rest)}
    what = "open and read all at 100k, against orjson.loads of the file"
    return [Figure("full-load", what, ours / plain, 1.2, pairs=pairs, detail=detail)]


def slices(stores: Stores) -> list[Figure]:
    """The longest step of a load at 100k: what a key may have to wait for."""
    path, pairs = str(stores.folder(100_000)), stores.pairs(_PAIRS)
    deeds = [partial(_alone, task, path) for task in ("longest-step", "longest-step-cpu")]
    longest, of_cpu = interleaved(deeds, pairs)
    what = "longest step while 100k load: the most a key waits"
    return [Figure("load-stall", what, ms(longest), 8, "ms", pairs, {"of its own CPU time ms": ms(of_cpu)})]


def memory(stores: Stores) -> list[Figure]:
    """Resident memory with everything read and indexed, against the same records as dicts."""
    path = str(stores.folder(100_000))
    empty, dicts, ours, searched = (
        median(float(alone(task, path)) for _ in range(3))
        for task in ("memory-nothing", "memory-dicts", "memory-ours", "memory-searched")
    )
    detail = {"dicts MB": _mb(dicts - empty), "ours MB": _mb(ours - empty)}
    detail["after a search MB"] = _mb(searched - empty)
    what = "memory at 100k with indexes, against the records as dicts"
    return [Figure("memory", what, (ours - empty) / (dicts - empty), 1.3, pairs=3, detail=detail)]


def person(stores: Stores) -> list[Figure]:
    """A person's own screen at 100k, against SQLite's indexed read of the same rows."""
    caseload = stores.caseload(stores.folder(100_000))
    database = _sqlite_of(caseload, stores.place("people.sqlite"))
    rng = random.Random("person")
    people = [client.id for client in caseload.people()]
    chosen: list[int] = []

    def ours() -> float:
        chosen.append(rng.choice(people))
        return seconds(lambda: _open(caseload, chosen[-1]))

    def theirs() -> float:
        return seconds(lambda: _select(database, chosen[-1]))

    ours()
    pairs = stores.pairs(_PERSON_PAIRS)
    opened, selected = interleaved((ours, theirs), pairs)
    detail = {"ours ms": ms(opened), "SQLite ms": ms(selected)}
    what = "open a person at 100k (all notes as records), against SQLite's rows"
    return [Figure("person", what, opened / selected, 2, pairs=pairs, detail=detail)]


def search(stores: Stores) -> list[Figure]:
    """Words typed key by key, and words that are nowhere."""
    return [_search(stores, "search-10k", 10_000, 4), _search(stores, "search-100k", 100_000, 16)]


def month(stores: Stores) -> list[Figure]:
    """The month's report at 100k, against a look at every record."""
    caseload = stores.caseload(stores.folder(100_000))
    moment = stores.clock.now()
    first = (moment.day.replace(day=1) - timedelta(days=1)).replace(day=1)
    documents = caseload.folder.caseload.documents("contacts")
    prefix = first.isoformat()[:7]

    def scan() -> float:
        return seconds(
            lambda: [caseload.get(Contact, id) for id, one in documents.items() if one["on"] >= prefix]
        )

    pairs = stores.pairs(_PAIRS)
    ours, theirs = interleaved((lambda: seconds(lambda: month_report(caseload, first, moment)), scan), pairs)
    detail = {"report ms": ms(ours), "scan ms": ms(theirs)}
    what = "the month's report at 100k, against a scan of all records"
    return [Figure("month-report", what, ours / theirs, 0.1, pairs=pairs, detail=detail)]


def _search(stores: Stores, row: str, size: int, target: float) -> Figure:
    caseload = stores.caseload(stores.folder(size))
    common, rare = "library", _rare_word(caseload)
    typed = [word[:end] for word in (common, rare) for end in range(1, len(word) + 1)]
    typed += ["zzznowhere", "library zzznowhere", "the library and", "604555", *_filters(caseload, common)]
    pairs = stores.pairs(_PAIRS)
    taken = interleaved([partial(_found, caseload, words) for words in typed], pairs)
    slowest = max(range(len(typed)), key=taken.__getitem__)
    detail = {"slowest": repr(typed[slowest]), "median of all ms": ms(median(taken)), "searches": len(typed)}
    what = f"search as you type at {size}: the slowest of all that was typed"
    return Figure(row, what, ms(taken[slowest]), target, "ms", pairs, detail)


def _filters(caseload: Caseload, common: str) -> Iterator[str]:
    """Each filter by itself, with a common word, and such as leave nothing over."""
    name = caseload.people()[0].name
    who = f"who:“{name}”"
    for narrowed in (who, "kind:letter", "kind:call", "need:housing", "from:1 jan 2020", "to:1 jan 2016"):
        yield from (narrowed, f"{common} {narrowed}", f"{common} zzznowhere {narrowed}")
    yield f"{common} {who} kind:letter from:2024 to:2024"
    yield f"{common} kind:letter to:1 jan 1999"


def _found(caseload: Caseload, words: str) -> float:
    return seconds(lambda: caseload.find(words))


def _alone(task: str, path: str) -> float:
    return float(alone(task, path))


def _rare_word(caseload: Caseload) -> str:
    words: list[str] = re.findall(r"\w{9,}", caseload.get(Contact, 42).words)
    return max(words, key=len)


def _open(caseload: Caseload, id: int) -> None:
    caseload.get(Client, id)
    list(caseload.contacts_with(id))
    for read in (caseload.appointments_of, caseload.promises_of, caseload.goals_of, caseload.referrals_of):
        read(id)
    caseload.consents_of(id)


_TABLES = {
    "clients": ("id",),
    "contacts": ("client_id", "day", "mode", "kind", "outcome", "minutes", "words", "as_typed", "rest"),
    "appointments": ("client_id", "day", "what", "result", "rest"),
    "promises": ("client_id", "day", "words", "state", "rest"),
}


def _sqlite_of(caseload: Caseload, path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(path)
    database.execute("create table clients (id integer primary key, name text, rest text)")
    for table, columns in _TABLES.items():
        if table != "clients":
            database.execute(f"create table {table} (id integer primary key, {', '.join(columns)})")
            database.execute(f"create index {table}_of on {table} (client_id, day)")
    db = caseload.folder.caseload
    people = [
        (id, one["name"], orjson.dumps(dict(one)).decode()) for id, one in db.documents("clients").items()
    ]
    database.executemany("insert into clients values (?, ?, ?)", people)
    for table, columns in _TABLES.items():
        if table != "clients":
            rows = [_row(id, one, columns) for id, one in db.documents(table).items()]
            database.executemany(f"insert into {table} values ({', '.join('?' * (len(columns) + 1))})", rows)
    database.commit()
    return database


def _row(id: int, document: object, columns: tuple[str, ...]) -> tuple[object, ...]:
    assert isinstance(document, dict)
    fields = dict(document)
    client = fields.pop("client_id", None) or fields.pop("client_ids", [0])[0]
    fields["client_id"], fields["day"] = client, fields.pop("on", "") or fields.get("made_on", "")
    named = [fields.pop(column, None) for column in columns if column != "rest"]
    return (id, *named, orjson.dumps(fields).decode())


def _select(database: sqlite3.Connection, id: int) -> None:
    database.execute("select * from clients where id = ?", (id,)).fetchone()
    for table in ("contacts", "appointments", "promises"):
        database.execute(f"select * from {table} where client_id = ? order by day desc", (id,)).fetchall()


def _mb(size: float) -> float:
    return round(size / 1e6, 1)
