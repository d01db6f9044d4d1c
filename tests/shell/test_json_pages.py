"""What commands print as JSON is what the pages say, key by key."""

import json
import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

import store.vocabulary as lists
from mentor_tui.cli import command_line
from store.records import (
    CASELOAD_TABLES,
    NOTEBOOK_TABLES,
    Answer,
    Appointment,
    AskedAs,
    Channel,
    CheckIn,
    Client,
    ClosedMonth,
    Confidant,
    Consent,
    Contact,
    EndConversation,
    Envelope,
    Episode,
    Goal,
    HandedOn,
    HintWord,
    Hours,
    KeptFigure,
    MatteringDay,
    OwnQuestion,
    Phone,
    Place,
    Promise,
    QuestionChoice,
    Referral,
    Reflection,
    Repeat,
    Rhythm,
    Service,
    Stay,
    Step,
)

TABLES = {*CASELOAD_TABLES, *NOTEBOOK_TABLES}
DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "json.md").read_text("utf-8")
FIELDS = (DOCS / "json-records.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```json (.+)\n((?:.+\n)+?)```$", PAGE, re.MULTILINE)

THEIRS = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:a
SUMMARY:Dee: clinic
DTSTART:20261126T100000
DTEND:20261126T110000
END:VEVENT
END:VCALENDAR
"""

KINDS = {
    "client": Client, "episode": Episode, "rhythm": Rhythm, "channel": Channel, "confidant": Confidant,
    "stay": Stay, "day that matters": MatteringDay, "contact": Contact, "appointment": Appointment,
    "repeat": Repeat,
    "promise": Promise, "goal": Goal, "referral": Referral, "step": Step, "service": Service, "place": Place,
    "phone": Phone, "hours": Hours, "consent": Consent, "end conversation": EndConversation,
    "check-in": CheckIn, "answer": Answer,
    "asked as": AskedAs, "hint word": HintWord, "reflection": Reflection,
    "own question": OwnQuestion, "question choice": QuestionChoice,
    "envelope": Envelope, "handed on": HandedOn,
    "closed month": ClosedMonth, "kept figure": KeptFigure,
}  # fmt: skip


def documented(kind):
    section = FIELDS.partition(f"\n## {kind}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)


def like(shown, example):
    """Whether JSON has the form of an example of a page; a sentence if it has not."""
    if isinstance(example, str) and example.startswith("<"):
        keys = documented(example.strip("<>"))
        return "" if list(shown) == keys else f"{example}: {sorted(set(shown) ^ set(keys))}"
    if isinstance(example, dict):
        counts = set(example) <= TABLES and all(isinstance(each, int) for each in example.values())
        return _like_counts(shown) if counts else _like_object(shown, example)
    if isinstance(example, list):
        wrong = [each for each in shown if all(like(each, one) for one in example)]
        return f"none of the examples is like {wrong[0]}" if wrong else ""
    known = shown is not None and example is not None
    return f"{shown!r} is not like {example!r}" if known and sort_of(shown) != sort_of(example) else ""


def sort_of(value):
    return float if type(value) is int else type(value)


def _like_counts(shown):
    """A number for each of some tables."""
    odd = {table: each for table, each in shown.items() if table not in TABLES or not isinstance(each, int)}
    return f"{odd} is not a number for a table" if odd else ""


def _like_object(shown, example):
    if not isinstance(shown, dict) or list(shown) != list(example):
        return f"{list(shown)} is not {list(example)}"
    return next(filter(None, (like(shown[name], example[name]) for name in example)), "")


@pytest.fixture
def lived(mentor, dee, place, tmp_path, monkeypatch):
    """A folder in which every example has something to show."""
    monkeypatch.chdir(tmp_path)
    mentor("note", "dee call 15m got the boots > thu 10am clinic ! ask about ID")
    mentor("plan", "dee", "sat")
    (tmp_path / "HSDS").mkdir()
    (tmp_path / "HSDS" / "services.csv").write_text("id,organization_id,name\n1,9,Pantry\n2,9,\n")
    return tmp_path


def prepared(mentor, words):
    """What must have happened before an example."""
    first = tuple(words[:2])
    if first[0] == "client" and first[1] in ("edit", "status", "merge", "refile"):
        mentor("client", "add", "Jo")
    if first[0] == "away":
        mentor("away", "since 2 nov until 22 nov")
    if first[0] == "done":
        mentor("plan", "dee", "fri", "income")
    if first == ("export", "vcf"):
        mentor("import", "services", "HSDS")
    if first == ("import", "calendar"):
        Path("theirs.ics").write_text(THEIRS)
    if first == ("import", "clients"):
        Path("people.csv").write_text("Name,Case no.\nJo,7\n")
    if first == ("import", "contacts"):
        Path("log.csv").write_text("Date,Who,How,Minutes\n20 nov,dee,call,15\n")
    if first == ("import", "json"):
        mentor("export", "json", "-o", "out.json")
        mentor("client", "edit", "dee", "--about", "x")
    if first == ("consent", "withdraw") or first[0] == "envelope":
        mentor("consent", "give", "dee", "share", "--to", "Rosa")
    if first[0] == "envelope" and first[1] != "begin":
        mentor("envelope", "begin", "Rosa", "--place", ".", "--card", "card.txt")
    if first == ("envelope", "gone"):
        mentor("envelope", "given", *words[2:])
    if words[0] == "months":
        mentor("note", "dee met 1h on the bench", now="2026-10-09T14:02:00-07:00")
    if first == ("months", "--json"):
        mentor("months", "close")
    if first[0] == "checkin" and len(words) == 3:
        mentor("checkin", "dee", "--answer", "2a=Less noise.", "--on", "2 nov")
        mentor("checkin", "dee", "--answer", "2a=Mornings.")
    if first[0] == "notebook":
        mentor("reflect", "Dee was quiet.")
    if first[0] == "handed-on":
        mentor("report", "month", "--month", "2026-10", "-o", "october.md")
    if first[0] == "themes":
        mentor("note", "dee call #hope")
        mentor("reflect", "--theme", "hope", "Something lifted.")
    if first[0] == "questions" and first[1] != "list":
        mentor("questions", "add", "Why?", "--theme", "hope")
        mentor("questions", "retire", "hope-a3")
    if first[0] == "words":
        mentor("words", "add", "frequent flyer")
    if first[0] == "redo":
        mentor("undo")
    if first in (("export", "list"), ("export", "remove")):
        mentor("export", "csv", "-o", "folder")
    if first[0] == "backup" and first[1] != "create":
        mentor("backup", "create")
    names = [each["name"] for each in mentor("backup", "list", "--json").json["backups"]]
    return [names[0] if word == "NAME" else word for word in words]


def commands(at, path=()):
    inside = getattr(at, "commands", None) or {}
    return [name for one, below in inside.items() for name in commands(below, (*path, one))] or [
        " ".join(path)
    ]


def test_every_command_that_prints_json_has_an_example():
    shown = [command for command, _ in EXAMPLES]
    without = [
        name
        for name in commands(get_command(command_line([])))
        if not any(f"{command} ".startswith(f"{name} ") for command in shown)
    ]
    # The two exports answer as `export csv` does, and their own form has a test of its own below; what the
    # locks answer is in `test_locks`.
    locks = ["decrypt", "encrypt", "passphrase change", "recovery-key new", "rekey"]
    assert sorted(without) == sorted(["demo", "export json", "notebook export", *locks])


@pytest.mark.parametrize(("command", "example"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_what_is_printed_is_what_the_page_shows(mentor, lived, command, example):
    words = prepared(mentor, shlex.split(command))
    answer = mentor(*words, data=lived / "new") if words[0] == "init" else mentor(*words)
    assert answer.code == 0, answer.err
    assert like(answer.json, json.loads(example)) == ""


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_every_field_of_a_record_stands_on_the_page_in_its_order(name, kind):
    assert documented(name) == list(kind.__struct_fields__)


@pytest.mark.parametrize(
    "name", re.findall(r"^\| (\w+) \| `", FIELDS.partition("\n## Lists\n")[2], re.MULTILINE)
)
def test_every_code_of_a_list_stands_on_the_page(name):
    row = re.search(rf"^\| {name} \| (.*) \|$", FIELDS.partition("\n## Lists\n")[2], re.MULTILINE)[1]
    assert re.findall(r"`([\w-]+)`", row) == [term.code for term in getattr(lists, name.upper())]


def test_every_list_a_field_points_at_is_there():
    rows = set(re.findall(r"^\| (\w+) \| `", FIELDS.partition("\n## Lists\n")[2], re.MULTILINE))
    pointed = set(re.findall(r"\[(\w+)\]\(#lists\)", FIELDS.partition("\n## ")[2]))
    assert pointed <= rows
    assert len(rows) > 20


def test_a_command_shows_every_field_even_those_that_say_nothing(mentor, dee):
    (client,) = mentor("clients", "--json").json["clients"]
    assert list(client) == documented("client")
    assert list(client["episodes"][0]) == documented("episode")
    assert list(client["rhythm"]) == documented("rhythm")


def test_an_export_holds_what_the_page_says(mentor, lived):
    exported = mentor("export", "json").json
    assert list(exported)[:3] == ["schema_version", "exported_at", "store"]
    for name in list(exported)[3:]:
        assert f"`{name}`" in PAGE
    for client in exported["clients"]:
        assert set(client) <= set(documented("client"))


def test_a_notebook_export_holds_what_the_page_says(mentor, lived):
    mentor("notebook", "export", "-o", "own.json")
    own = json.loads((lived / "own.json").read_text("utf-8"))
    assert list(own) == [
        "schema_version",
        "reflections",
        "themes_seen",
        "question_choices",
        "own_questions",
        "supports",
    ]
