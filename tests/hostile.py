"""Strings that break programs: ours, and the Big List of Naughty Strings where it lies beside the project."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from store.records import (
    Appointment,
    Client,
    Contact,
    Goal,
    OwnQuestion,
    Promise,
    Referral,
    Reflection,
    Service,
)
from store.shelf import TABLE_OF, fields_of

BLNS = Path(__file__).parents[2] / "shared" / "data" / "naughty-strings" / "blns.json"

# What a terminal or a reader would obey, each around a word that must stay.
ESCAPES = [
    "\x1b[31mred\x1b[0m",
    "\x1b]0;title\x07after",
    "\x1b]52;c;aGk=\x1b\\after",
    "\x1bPdevice\x1b\\after",
    "\x9b31mred",
    "\x9d0;title\x9cafter",
    "\x1b[2J\x1b[Hcleared",
    "\x1bcreset",
    "\x08\x08\x08back",
    "one\rtwo",
    "one\x0btwo\x0cthree",
    "bell\x07",
    "\u202eevil\u202c",
    "\u2066isolated\u2069",
    "\u200eleft\u200f",
    "\ufeffmark",
    "one\u2028two\u2029three",
    "\x7fdel\x80\x9f",
    "[bold]markup[/bold] [/] [red",
    "half \ud800 pair \udfff",
    "zero\x00byte",
    "=cmd|' /C calc'!A0",
    "%s%n{0}{}$(reboot)`reboot`",
]

# Everything a terminal may obey; newline alone is let through.
OBEYED = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def naughty_strings():
    """The big list; a test that asks for it is skipped where it does not lie beside the project."""
    if not BLNS.exists():
        pytest.skip("the Big List of Naughty Strings does not lie beside the project")
    return json.loads(BLNS.read_text("utf-8"))


def poisoned(folder, strings, today=date(2026, 11, 23)):
    """Put each string into every kind of record as another program would, past all cleaning of ours.

    What no file can hold (half a character) is left out.
    """
    with folder.act("records, by another hand") as act:
        for string in strings:
            text = string.encode("utf-8", "ignore").decode()
            person = _insert(act, Client(name=text), name=text, about=text, in_their_words=text, prefers=text)
            _insert(act, Contact(client_ids=(person,), on=today, mode="phone"), words=text, as_typed=text)
            _insert(act, Appointment(client_id=person, kind="court", on=today), what=text, where=text)
            _insert(act, Promise(client_id=person, words=text, made_on=today), words=text)
            _insert(act, Goal(client_id=person, words=text), words=text)
            service = _insert(act, Service(name=text), name=text, short=text)
            bridge = Referral(client_id=person, to=text, stage="asked", stage_on=today, service_id=service)
            _insert(act, bridge, to=text)
            _insert(act, Reflection(on=today, words=text), words=text, question=text)
            _insert(act, OwnQuestion(words=text, theme="hope"), words=text)


def _insert(act, record, **raw):
    return act.insert(TABLE_OF[type(record)], {**fields_of(record), **raw})
