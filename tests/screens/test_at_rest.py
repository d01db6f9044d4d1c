"""What chooses by itself whom to speak of passes over those with whom it rests. No screen is needed."""

import shutil
from datetime import date, timedelta
from types import SimpleNamespace

import pytest

from mentor_tui.books import books_of
from mentor_tui.commands.person_page import person_lines
from mentor_tui.question import question_of_today
from mentor_tui.quiet_rows import FILE, items
from mentor_tui.record_rows import next_items
from mentor_tui.screens.bridge_to import begin_bridge
from mentor_tui.settings import Settings
from mentor_tui.today_page import TodayPage
from store.clock import FixedClock, moment_from
from store.drafts import Draft
from store.folder import DataFolder
from store.made_files import MadeFile
from store.principles import Offered
from store.records import Client, Contact, Service

TODAY = date(2026, 11, 23)


def headings(rows):
    return [row.text for row in rows if hasattr(row, "text")]


def test_words_put_aside_about_someone_who_died_do_not_wait_on_today(books, clock):
    app = SimpleNamespace(
        caseload=books.caseload, clock=clock, settings=Settings(), question_by_itself=lambda: None
    )
    dee, marcus = (books.caseload.find_person(name) for name in ("dee", "marcus"))
    for client in (dee, marcus):
        books.folder.drafts().put_aside(Draft("note", client.id, {"text": "call, half typed"}))
    assert "2 put aside: Dee, Marcus" in TodayPage.read(app).facts
    books.caseload.set_status(dee, "died")
    assert TodayPage.read(app).facts.endswith("1 put aside: Marcus")
    books.caseload.set_status(marcus, "died")
    assert "aside" not in TodayPage.read(app).facts


def test_what_was_put_aside_is_called_what_it_was_typed_into(books, clock):
    app = SimpleNamespace(
        caseload=books.caseload, clock=clock, settings=Settings(), question_by_itself=lambda: None
    )
    for kind in ("template", "catch-up", "Client", "note"):
        books.folder.drafts().put_aside(Draft(kind, None, {"text": "half typed"}))
    facts = TodayPage.read(app).facts
    assert "4 put aside: " in facts
    named = sorted(facts.split("4 put aside: ")[1].split(", "))
    assert named == ["a note", "a person", "a template", "catch up"]


def test_what_was_with_someone_who_died_is_not_what_a_question_comes_from(everybody, clock, tmp_path):
    path = shutil.copytree(everybody, tmp_path / "store")
    with DataFolder.open(path, clock) as folder:
        caseload = books_of(folder, clock).caseload
        caseload.set_status(caseload.find_person("dee"), "died", date(2026, 11, 20))
    later = FixedClock(moment_from("2026-11-25T14:02", "America/Vancouver"))
    with DataFolder.open(path, later) as folder:
        books = books_of(folder, later)

        def question(*people) -> Offered:
            talk = Contact(client_ids=people, on=later.now().day, mode="phone", outcome="talked")
            books.caseload.add(talk)
            return question_of_today(books.caseload, books.notebook)

        assert "a call" not in question(1).because
        assert "a call" not in question(1, 2).because
        assert "a call" in question(2).because


def test_a_bridge_from_the_directory_is_offered_for_those_walked_with(books):
    books.caseload.set_status(books.caseload.find_person("dee"), "died")
    books.caseload.set_status(books.caseload.find_person("marcus"), "paused")
    shown = []
    app = SimpleNamespace(caseload=books.caseload, push_screen=lambda screen, then: shown.append(screen))
    begin_bridge(app, Service(id=1, name="Bread Table"))
    assert {row.key for row in shown[0]._items} == {f"clients:{id}" for id in range(3, 15)}


@pytest.mark.parametrize("status", ["inside", "paused", "died"])
def test_beside_a_timeline_nothing_is_next_or_said_while_it_rests(books, clock, status):
    moment, caseload = clock.now(), books.caseload
    assert headings(next_items(caseload, caseload.find_person("dee"), moment)) == ["NEXT", "YOU SAID"]
    dee = caseload.find_person("dee")
    caseload.set_status(dee, status)
    assert next_items(caseload, caseload.get(Client, dee.id), moment) == []


def test_left_until_a_day_is_said_of_those_walked_with_alone(books):
    caseload = books.caseload
    caseload.leave_until(caseload.find_person("dee"), TODAY + timedelta(days=9), "on a trip")
    dee = caseload.find_person("dee")
    assert "left until Wed 2 Dec 2026: on a trip" in "\n".join(person_lines(caseload, dee))
    caseload.set_status(dee, "paused")
    assert "left until" not in "\n".join(person_lines(caseload, caseload.get(Client, dee.id)))


@pytest.mark.parametrize(
    ("status", "listed"), [("stepping-back", False), ("finished", True), ("inside", True), ("died", True)]
)
def test_files_with_their_dates_are_listed_where_the_dates_rest(tmp_path, clock, status, listed):
    made = MadeFile(path=tmp_path / "out.ics", made_at=clock.now().at, what="a calendar", size=1, sha256="x")
    rows = items(Client(id=1, name="Dee", status=status), [made], has_draft=False)
    assert any(getattr(row, "key", "").startswith(FILE) for row in rows) is listed
