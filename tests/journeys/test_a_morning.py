"""A morning on a real terminal: five people walked through, three notes, two plans, one of them undone."""

import json
import subprocess
from datetime import date
from os import environ
from pathlib import Path

from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.folder import DataFolder
from store.records import Client, Episode, Rhythm

NAMES = ("Dee", "Marcus", "Renée", "Jo", "Sam")


def five_people():
    """The usual data folder with five people in it, all due."""
    clock = FixedClock(moment_from("2026-11-20T09:00", "America/Vancouver"))
    with DataFolder.create(Path(environ["MENTOR_DATA"]), clock) as folder:
        caseload = Caseload(folder, clock)
        for at, name in enumerate(NAMES):
            out = Episode(on=date(2026, 11, 21 - 3 * at))
            weekly = Rhythm(every_days=7, agreed_on=date(2026, 11, 10))
            caseload.add(Client(name=name, episodes=(out,), rhythm=weekly if at else None))


def note(terminal, words):
    """Write a note about whoever is in front; leave the next contact it may propose."""
    terminal.press("l")
    terminal.until("enter save")
    terminal.press(words)
    terminal.until(words.split(" ", 1)[1][:20])
    terminal.press("enter")
    terminal.until_gone("enter save")
    terminal.press("esc") if "enter plan it" in terminal.text() else None
    terminal.until("Saved 14:02")


def plan(terminal, when):
    """Plan something with whoever is in front."""
    terminal.press("p")
    terminal.until("ctrl+s save")
    terminal.press(when)
    terminal.until("2026")
    terminal.press("ctrl+s")
    terminal.until_gone("ctrl+s save")


def test_a_morning(open_terminal, mentor, tmp_path):
    five_people()
    terminal = open_terminal(mentor)
    terminal.until("NOW", *NAMES)
    terminal.press("r")
    terminal.until("Review", "1 of 5")
    note(terminal, "15c got the boots")
    terminal.press("space")
    terminal.until("2 of 5")
    plan(terminal, "thu 10am")
    terminal.press("space")
    terminal.until("3 of 5")
    note(terminal, "20t asks about the clinic")
    terminal.press("space")
    terminal.until("4 of 5")
    plan(terminal, "fri 14:00")
    terminal.press("space")
    terminal.until("5 of 5")
    note(terminal, "30v he is fine")
    terminal.press("space")
    terminal.until("the end", "With a next touch now that had none")
    terminal.press("space")
    terminal.until("COMING UP")
    terminal.press("u")
    terminal.until("Undo: note")
    terminal.press("enter")
    terminal.until("Undone: note")
    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.modes() == terminal.modes_before
    out = tmp_path / "out.json"
    subprocess.run([mentor, "export", "json", "-o", str(out)], check=True, capture_output=True)
    exported = json.loads(out.read_text("utf-8"))
    assert [contact["words"] for contact in exported["contacts"]] == [
        "got the boots",
        "asks about the clinic",
    ]
    assert [(one["on"], one["at"]) for one in exported["appointments"]] == [
        ("2026-11-26", "10:00:00"),
        ("2026-11-27", "14:00:00"),
    ]
