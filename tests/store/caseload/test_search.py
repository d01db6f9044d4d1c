"""Finding words: what is found, in which order, and that it keeps step with every change."""

import threading

import pytest
from msgspec.structs import replace

from store.records import Client, Goal
from store.search import NOTING


@pytest.fixture
def found(caseload):
    def texts(words, limit=50):
        return [hit.text for hit in caseload.find(words, limit)]

    return texts


def test_case_and_accents_do_not_matter(person, note, found):
    person("Dee")
    note("dee met at the Café, Straße 5")
    assert found("CAFE") == found("café") == found("strasse") == ["at the Café, Straße 5"]


def test_every_word_must_be_there_in_any_order(person, note, found):
    person("Dee")
    note("dee call boots and socks")
    note("dee call boots")
    assert found("socks boots") == ["boots and socks"]


def test_a_part_of_a_word_is_found(person, note, found):
    person("Dee")
    note("dee call about her landlord")
    assert found("landl") == ["about her landlord"]


def test_a_word_does_not_begin_in_one_field_and_end_in_the_next(caseload, person, found):
    person("Ann", pronouns="she", about="y")
    assert found("ann she") == ["Ann"]
    assert found("annshe") == []


def test_people_come_first_then_the_newest_notes(person, note, found):
    person("Dee")
    note("dee call boots b < sat")
    note("dee call boots a < fri")
    person("Boots")
    note("dee call boots c")
    assert found("boots") == ["Boots", "boots c", "boots b", "boots a"]


def test_the_order_is_the_same_for_what_was_written_after_the_first_search(person, note, found):
    person("Dee")
    note("dee call boots b < sat")
    assert found("boots") == ["boots b"]
    note("dee call boots a < fri")
    note("dee call boots c")
    person("Boots")
    assert found("boots") == ["Boots", "boots c", "boots b", "boots a"]


def test_a_corrected_note_is_found_by_its_new_words_alone(caseload, person, note, found):
    person("Dee")
    contact = note("dee call boots").records[0]
    assert found("boots") == ["boots"]
    caseload.change(contact, replace(contact, words="socks"))
    assert (found("boots"), found("socks")) == ([], ["socks"])


def test_what_was_taken_out_is_not_found_and_what_was_brought_back_is(caseload, person, found):
    dee = person("Dee")
    assert found("dee") == ["Dee"]
    caseload.remove(dee)
    assert found("dee") == []
    caseload.undo()
    assert found("dee") == ["Dee"]


def test_at_most_as_many_as_asked_for_and_the_newest_of_them(caseload, person, found):
    dee = person("Dee")
    with caseload.folder.act("goals") as act:
        for number in range(1, 61):
            act.insert("goals", {"client_id": dee.id, "words": f"goal {number}", "named_on": "2026-01-01"})
    assert len(found("goal")) == 50
    assert found("goal", 2) == ["goal 60", "goal 59"]


def test_more_changes_than_are_kept_beside_are_found_all_the_same(caseload, person, found):
    dee = person("Dee")
    assert found("goal") == []
    with caseload.folder.act("goals") as act:
        for number in range(600):
            act.insert("goals", {"client_id": dee.id, "words": f"goal {number}"})
    assert found("goal 599") == ["goal 599"]
    assert len(found("goal", 1000)) == 600


@pytest.mark.parametrize("words", ["", "   ", "\x00", "\x1b[31m", "\udcff\x00"])
def test_nothing_to_look_for_finds_nothing_and_breaks_nothing(person, found, words):
    person("Dee")
    assert found(words) == []


def test_a_hit_says_whose_it_is_and_of_which_day(caseload, person, note):
    dee, jo = person("Dee"), person("Jo")
    note("dee, jo met boots < 1 nov")
    caseload.add(Goal(client_id=jo.id, words="boots"))
    goal, contact = caseload.find("boots")
    assert (goal.table, goal.client_ids, goal.on) == ("goals", (jo.id,), "")
    assert (contact.table, contact.client_ids, contact.on) == ("contacts", (dee.id, jo.id), "2026-11-01")


def test_the_field_that_holds_the_words_is_shown(caseload):
    caseload.add(Client(name="Dee", about="likes boots", if_quiet="call her sister"))
    assert [hit.text for hit in caseload.find("sister")] == ["call her sister"]


def test_services_are_found_by_what_they_are_for(service, found):
    service("Harbour House", what_for="boots and coats")
    assert found("coats") == ["boots and coats"]


def test_searching_on_finds_the_same_once_the_words_are_noted(person, note, found):
    person("Dee")
    for number in range(1, 121):
        note(f"dee call boots {number}")
    first = found("boots 7", 200)
    assert found("boots 7", 200) == first
    for thread in threading.enumerate():
        if thread.name == NOTING:
            thread.join()
    assert found("boots 7", 200) == first
    assert found("boots 120") == ["boots 120"]
    assert found("boots nowhere") == []
