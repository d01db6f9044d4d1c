"""Rows without names: nothing of anybody in any form of them, and nothing that is the same twice."""

import csv
import io
import json
import zipfile
from collections import Counter
from datetime import date

import msgspec
import pytest

from mentor_tui.exchange.deidentified import COLUMNS, FORMS, OTHER, deidentified, drawn_in
from store.clock import moment_from
from store.records import (
    CASELOAD_TABLES,
    Channel,
    Client,
    Consent,
    Contact,
    EndConversation,
    Episode,
    Goal,
    Referral,
    Service,
    Stay,
)

OUT = date(2026, 11, 21)


@pytest.fixture
def monday():
    return moment_from("2026-11-23T14:02", "America/Vancouver")


@pytest.fixture
def planted(open_caseload):
    """Two people with a word in every field that takes words."""
    kept = open_caseload("planted")
    (clinic,) = kept.add(Service(name="Zufluchtsort", address="Ahornstrasse 9", short="zuflucht")).records
    (dee,) = kept.add(
        Client(name="Ottilie", pronouns="xe", languages="Kwakwala", how_met="Nachbarin", gender="zwischen",
               age_band="25-34", beside_them="Hannelore", in_their_words="eine Tuer", access_needs="Rampe",
               stays=(Stay(where="Schrebergarten", words="hinter dem Bahnhof", since=OUT),),
               episodes=(Episode(on=OUT, place="Anstalt"),), channels=(Channel(value="604 555 0142"),))
    ).records  # fmt: skip
    (jo,) = kept.add(Client(name="Wendelin", age_band="ungefaehr vierzig")).records
    kept.add(
        Contact(client_ids=(dee.id, jo.id), on=date(2026, 11, 23), mode="Brieftaube", kind="help",
                outcome="met", minutes=40, activities=("support", "Ziegenpflege"), words="die Schuhe",
                they_will="anrufen",
                as_typed="ottilie die Schuhe", service_ids=(clinic.id,), km=12.75, zone="America/Vancouver")
    )  # fmt: skip
    kept.add(Contact(client_ids=(dee.id,), on=date(2026, 11, 11), mode="letter", outcome="sent"))
    kept.add(Goal(client_id=dee.id, words="ein Schloss", area="Ziegen", state="got-it", named_on=OUT))
    kept.add(
        Referral(client_id=dee.id, service_id=clinic.id, to="Zuflucht", area="housing", stage="went",
                 asked_on=OUT, went_on=date(2026, 11, 23), ended_words="freundlich", treated="gut")
    )  # fmt: skip
    kept.add(EndConversation(client_id=dee.id, words="wir lachten"))
    return kept


def words_in(value):
    """Every text and every day somewhere in a record, but for codes of lists that a row may hold."""
    if isinstance(value, str):
        return {value} if len(value) > 2 else set()
    if isinstance(value, dict):
        return set().union(*map(words_in, value.values()))
    return set().union(*map(words_in, value)) if isinstance(value, list | tuple) else set()


def text_of(content, form):
    if form != "xlsx":
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return "".join(book.read(name).decode() for name in book.namelist() if name.endswith("xml"))


CODES = {
    "25-34",
    "help",
    "met",
    "support",
    "letter",
    "sent",
    "got-it",
    "housing",
    "went",
    "active",
    "walking",
}


@pytest.mark.parametrize("form", FORMS)
def test_no_name_word_place_day_or_number_of_a_record_is_in_a_file(planted, monday, form):
    text = text_of(drawn_in(deidentified(planted, monday), form, date(2026, 1, 1)), form)
    kept = [msgspec.to_builtins(each) for kind in CASELOAD_TABLES.values() for each in planted.all(kind)]
    secret = set().union(*map(words_in, kept)) - CODES
    assert {
        "Ottilie",
        "Zufluchtsort",
        "Ziegenpflege",
        "Schrebergarten",
        "2026-11-23",
        "604 555 0142",
    } <= secret
    assert [each for each in secret if each.casefold() in text.casefold()] == []
    assert "2026-11" not in text
    assert "12.75" not in text


def test_a_row_has_codes_and_days_since_the_release(planted, monday):
    rows = deidentified(planted, monday)
    ids = {row["person"] for row in rows.rows if row.get("age_band") == "25-34"}
    assert len(ids) == 1
    theirs = [
        {column: each for column, each in row.items() if column not in ("person", "age_band", "entry")}
        for row in rows.rows if row["person"] in ids
    ]  # fmt: skip
    assert sorted(theirs, key=lambda row: (row["row"], row["days_since_release"])) == [
        {"row": "bridge", "days_since_release": 0, "area": "housing", "stage": "went", "days_until_went": 2},
        {"row": "entry", "days_since_release": -10, "mode": "letter", "outcome": "sent"},
        {"row": "entry", "days_since_release": 2, "mode": OTHER, "kind": "help", "outcome": "met",
         "minutes": 40, "activities": f"{OTHER}; support"},
        {"row": "need", "days_since_release": 0, "area": OTHER, "state": "got-it"},
    ]  # fmt: skip
    (other,) = [row for row in rows.rows if row["person"] not in ids]
    assert "days_since_release" not in other
    assert other["age_band"] == OTHER
    assert rows.people == 2


def test_days_are_counted_from_the_newest_release_before_them(open_caseload, monday):
    kept = open_caseload("twice")
    out = (date(2026, 3, 1), date(2026, 11, 1))
    (dee,) = kept.add(Client(name="Dee", episodes=tuple(Episode(on=day) for day in reversed(out)))).records
    for day in (date(2026, 3, 5), date(2026, 10, 31), date(2026, 11, 1), date(2026, 11, 20)):
        kept.add(Contact(client_ids=(dee.id,), on=day, mode="phone"))
    assert sorted(row["days_since_release"] for row in deidentified(kept, monday).rows) == [0, 4, 19, 244]


def test_an_entry_with_several_is_known_as_one_and_its_minutes_stand_once(planted, monday):
    entries = [row for row in deidentified(planted, monday).rows if row["row"] == "entry"]
    times = Counter(row["entry"] for row in entries)
    (both, _), (alone, _) = times.most_common()
    shared = [row for row in entries if row["entry"] == both]
    assert len({row["person"] for row in shared}) == 2
    assert sum(row.get("minutes", 0) for row in shared) == 40
    assert [row["mode"] for row in entries if row["entry"] == alone] == ["letter"]
    assert both not in {row.get("entry") for row in deidentified(planted, monday).rows}


def test_ids_and_order_are_drawn_anew_each_time(open_caseload, monday):
    kept = open_caseload("crowd")
    people = [kept.add(Client(name=f"n{n}")).records[0].id for n in range(12)]
    for n, person in enumerate(people):
        kept.add(Contact(client_ids=(person,), on=OUT, mode="phone", minutes=n))
    first, again = deidentified(kept, monday), deidentified(kept, monday)
    assert {row["person"] for row in first.rows}.isdisjoint(row["person"] for row in again.rows)
    orders = [[row.get("minutes") for row in each.rows] for each in (first, again)]
    assert orders[0] != orders[1]
    assert sorted(orders[0]) == sorted(orders[1]) == list(range(12))
    by_id = sorted(first.rows, key=lambda row: row["person"])
    assert [row.get("minutes") for row in by_id] != list(range(12))


def test_whoever_said_no_to_numbers_is_in_no_row(planted, monday):
    dee = planted.find_person("Ottilie")
    planted.add(Consent(client_id=dee.id, purpose="numbers", on=OUT, state="declined"))
    rows = deidentified(planted, monday)
    assert (rows.people, len(rows.rows)) == (1, 1)


def test_every_form_holds_the_same_rows(planted, monday):
    rows = deidentified(planted, monday)
    read = list(csv.reader(io.StringIO(drawn_in(rows, "csv", OUT).decode("utf-8-sig"))))
    assert tuple(read[0]) == COLUMNS
    found = json.loads(drawn_in(rows, "json", OUT))
    assert found["people"] == 2
    assert [[str(row.get(column, "")) for column in COLUMNS] for row in found["rows"]] == read[1:]
