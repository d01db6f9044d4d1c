"""`mentor demo` shows every kind of reason, in a private folder that is gone afterwards."""

import itertools
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mentor_tui.demo import build_demo, demo_folder
from mentor_tui.reports import render
from mentor_tui.reports.asked import HANDING_ON, OWN, Asked
from mentor_tui.reports.catalogue import KINDS
from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.errors import MentorError
from store.folder import DataFolder
from store.notebook import Notebook
from tests.words_of_people import verdicts

CLOCK = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))
REASONS = {
    "first_days",
    "expected_release",
    "rhythm",
    "window",
    "plan_passed",
    "promise_passed",
    "plan",
    "promise",
    "bridge",
    "left_until",
    "nothing_agreed",
}


@pytest.fixture(scope="module")
def caseload(tmp_path_factory):
    with DataFolder.create(tmp_path_factory.mktemp("demo") / "data", CLOCK) as folder:
        caseload = Caseload(folder, CLOCK)
        build_demo(caseload, Notebook(folder, CLOCK), CLOCK.now())
        yield caseload


def test_everyone_is_kept(caseload):
    assert len(caseload.people()) == 25
    assert len(caseload.folder.caseload.documents("contacts")) > 1400


def test_today_shows_every_kind_of_reason_in_every_band(caseload):
    waiting = caseload.waiting()
    assert {reason.kind for entry in waiting for reason in entry.reasons} == REASONS
    assert {entry.band for entry in waiting} == {"now", "today", "week", "later"}


def test_one_person_is_promised_three_things(caseload):
    texts = [reason.text for entry in caseload.waiting() for reason in entry.reasons]
    assert any("promised Sam 3 things" in text for text in texts)


def test_the_court_date_tomorrow_has_no_ride_yet(caseload):
    (renee,) = [entry for entry in caseload.waiting() if entry.client.name == "Renée"]
    assert any("court tomorrow 09:30" in one.text and "not sorted" in one.text for one in renee.reasons)


def test_undo_does_not_reach_behind_the_demo(caseload):
    assert caseload.next_undo() is None


def test_the_demo_is_there_at_once(tmp_path):
    with DataFolder.create(tmp_path / "data", CLOCK) as folder:
        began = time.process_time()
        build_demo(Caseload(folder, CLOCK), Notebook(folder, CLOCK), CLOCK.now())
        assert time.process_time() - began < 3  # a second and a half on an idle old laptop; far less here


def test_the_folder_is_private_and_gone_when_the_program_ends():
    told = (
        "from mentor_tui.demo import demo_folder\n"
        "from store.clock import SystemClock\n"
        "place = demo_folder(SystemClock())\n"
        "print(oct(place.stat().st_mode & 0o777), oct(place.parent.stat().st_mode & 0o777), place.parent)"
    )
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    folder, around, place = run.stdout.split()
    assert (folder, around) == ("0o700", "0o700")
    assert not Path(place).exists()


def test_the_folder_opens_without_a_word(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with DataFolder.open(demo_folder(CLOCK), CLOCK) as folder:
        assert folder.notices == ()
        assert folder.read_only_reason == ""


def every_report(caseload):
    """Each report of the list, about the month and about everybody, as the words of its page."""
    moment, agreed = caseload.clock.now(), "Agnes"
    for kind in KINDS:
        people = caseload.people() if kind.about == "person" else (None,)
        for person, view in itertools.product(people, (OWN, HANDING_ON) if kind.has_two_views else (OWN,)):
            asked = Asked(moment, person=person, view=view, to=agreed if kind.needs_recipient else "")
            called = f"{kind.name} {person.name if person else view}"
            try:
                yield called, render(kind.make(caseload, asked)).decode()
            except MentorError as error:
                yield called, str(error)


def test_no_report_about_anybody_has_a_label_or_a_grade(caseload):
    pages = dict(every_report(caseload))
    assert len(pages) > 2 * len(caseload.people())
    assert {page: words for page, text in pages.items() if (words := verdicts(text))} == {}
