"""A log of contacts, and our own tables: what comes back is what was written."""

from datetime import date, time

import pytest
from msgspec.structs import replace

from mentor_tui.exchange.contacts_in import import_contacts, plan_contacts
from mentor_tui.exchange.csv_out import write_csv
from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.json_in import import_json
from mentor_tui.exchange.json_out import write_json
from mentor_tui.exchange.people_in import MERGE, import_people, plan_people, read_people
from store.merging import merge
from store.records import (
    Channel,
    Client,
    Confidant,
    Contact,
    Episode,
    MatteringDay,
    Rhythm,
    Service,
    Stay,
)

LOG = """Date,Time,Who,How,What happened,Minutes,Km,Cost,Notes,Weather
2026-11-20,14:30,Dee,Call,spoke,15,,,got the boots,rain
20 nov,,"Dee, renee łu",visit,,1h30,"12,5",$8.50,"two
lines",sun
19 nov,,someone,,met,45m,3 km,,,
18/11/2026,,work,,,2:00,,,paperwork,
"""


@pytest.fixture
def log(tmp_path):
    def write(text):
        path = tmp_path / "log.csv"
        path.write_text(text, "utf-8")
        return path

    return write


def test_a_log_becomes_contacts_once_and_one_undo_takes_them_back(log, caseload):
    before = caseload.all(Contact)
    plan = plan_contacts(log(LOG), caseload)
    assert plan.errors == () and "“Weather”" in plan.notes[0]
    import_contacts(plan, caseload)
    call, ride, met, work = sorted(caseload.all(Contact)[len(before) :], key=lambda one: one.id)
    dee, renee = (caseload.find_person(name).id for name in ("dee", "renee"))
    assert (call.mode, call.outcome, call.minutes, call.words) == ("phone", "talked", 15, "got the boots")
    assert call.at == caseload.clock.now().instant(date(2026, 11, 20), time(14, 30))
    assert (ride.client_ids, ride.minutes, ride.km, ride.cents) == ((dee, renee), 90, 12.5, 850)
    assert (met.unnamed, met.client_ids, met.km, met.minutes) == (1, (), 3.0, 45)
    assert (work.kind, work.client_ids, work.minutes, work.on) == ("work", (), 120, date(2026, 11, 18))
    grown = plan_contacts(log(LOG + "21 nov,,Dee,text,,,,,,\n21 nov,,Dee,text,,,,,,\n"), caseload)
    assert [row.outcome for row in grown.rows] == ["here"] * 4 + ["new"] * 2  # two that say the same are two
    caseload.undo()
    assert caseload.all(Contact) == before


def test_every_wrong_row_of_a_log_is_said_at_once(log, caseload):
    rows = [
        *("Day,With,How,Minutes,Km,Hours,Time", "3 dec 2027,Dee,call,,,,", "20 nov,Nobody Here,call,,,,"),
        *("20 nov,,call,,,,", ",Dee,call,,,,", "20 nov,Dee,pigeon,nan,inf,30,25:00", "20 nov,Dee,call,-5,,,"),
    ]
    plan = plan_contacts(log("\n".join(rows)), caseload)
    assert plan.added == ()
    assert [(error.number, error.column) for error in plan.errors] == [
        *((2, "Day"), (3, ""), (4, ""), (5, "")),
        *((6, "Time"), (6, "How"), (6, "Hours"), (6, "Minutes"), (6, "Km"), (7, "Minutes")),
    ]


@pytest.mark.parametrize("text", ["Who,Notes\nDee,x\n", "Date,Notes\n20 nov,x\n"])
def test_a_log_without_days_or_names_says_which_to_name(log, caseload, text):
    with pytest.raises(ImportRefused, match="--map"):
        plan_contacts(log(text), caseload)


def filled_with_everything():
    return Client(
        name="=Dee; the first",
        pronouns="'they",
        interpreter=True,
        met_on=date(2026, 5, 2),
        status="stepping-back",
        status_on=date(2026, 11, 2),
        episodes=(Episode(on=date(2026, 5, 4), at=time(9, 30), certainty="known", supply_days=3),),
        stays=(Stay(where="shelter", since=date(2026, 6, 1)),),
        channels=(Channel(value="+1 604 555 0100", ok_text=False, cover="+cousin"),),
        confidants=(Confidant(name="Ana; and Bo"),),
        rhythm=Rhythm(every_days=7, agreed_on=date(2026, 6, 1)),
        curve=(0, 3, 14),
        days_that_matter=(MatteringDay(month=3, day=4, what="birthday"),),
        about="-two\n\n  lines, “quoted”",
    )


def test_our_own_tables_come_back_equal(tmp_path, open_caseload):
    home, away = open_caseload("one"), open_caseload("two")
    dee = home.add(filled_with_everything()).records[0]
    jo = home.add(Client(name="Jo & Mia")).records[0]
    clinic = home.add(Service(name="Clinic")).records[0]
    facts = {"on": date(2026, 11, 20), "at": home.clock.now().at, "zone": "America/Vancouver", "km": 3.5}
    facts |= {"activities": ("ride", "forms"), "words": "=1+1\nx", "together": True, "cents": 850}
    both = home.add(Contact(client_ids=(dee.id, jo.id), service_ids=(clinic.id,), **facts)).records[0]
    home.add(Contact(unnamed=2, **facts))
    write_csv(home, tmp_path / "csv")
    away.add(Client(name="Somebody"))
    away.add(Service(name="Clinic"))
    people = read_people(tmp_path / "csv" / "clients.csv", away)
    assert (people.errors, people.columns) == ((), ())
    import_people(plan_people(people, away), away)
    import_contacts(plan_contacts(tmp_path / "csv" / "contacts.csv", away), away)
    here = away.find_person(dee.name)
    assert replace(here, id=dee.id, written_at=dee.written_at) == dee
    back = [replace(one, written_at=None, id=0) for one in away.all(Contact)]
    renumbered = {"client_ids": (here.id, away.find_person("jo").id), "service_ids": (1,)}
    assert back[0] == replace(both, written_at=None, id=0, **renumbered)
    assert (back[1].unnamed, back[1].client_ids) == (2, ())
    again = plan_people(read_people(tmp_path / "csv" / "clients.csv", away), away, same=MERGE)
    assert again.changes_nothing and [row.by for row in again.rows] == ["export", "export"]
    assert plan_contacts(tmp_path / "csv" / "contacts.csv", away).added == ()


def test_a_table_of_ours_that_was_changed_by_hand_says_what_is_wrong(tmp_path, open_caseload):
    home = open_caseload("one")
    home.add(filled_with_everything())
    write_csv(home, tmp_path / "csv")
    path = tmp_path / "csv" / "clients.csv"
    told = path.read_text("utf-8-sig")
    for was, now, column in (
        ('""value"": ""+1', '""value"": ""', ""),
        ("2026-05-02", "soonish", "met_on"),
        (",yes,", ",maybe,", "interpreter"),
        ('"{""every_days"": 7', '"{""every_days"": NaN', "rhythm"),
        ('"[{""month"": 3', '"[{""month"": ""x""', ""),
    ):
        assert was in told
        path.write_text(told.replace(was, now), "utf-8")
        found = read_people(path, home)
        wrong = [column] if now != '""value"": ""' else []
        assert [error.column for error in found.errors] == wrong


def test_an_export_from_before_two_were_made_one_brings_nobody_back(tmp_path, open_caseload):
    home = open_caseload("one")
    one, two = (home.add(Client(name=name)).records[0] for name in ("Dee", "Deanna"))
    home.add(Contact(client_ids=(two.id,), on=date(2026, 11, 20), words="of hers"))
    write_csv(home, tmp_path / "csv")
    write_json(home, tmp_path / "all.json")
    merge(home, one, two)
    before = home.all(Client), home.all(Contact)
    import_json(tmp_path / "all.json", home)
    plan = plan_people(read_people(tmp_path / "csv" / "clients.csv", home), home)
    assert [row.outcome for row in plan.rows] == ["here", "here"]
    assert (home.all(Client), home.all(Contact)) == before
