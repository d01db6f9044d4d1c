"""A calendar written out: what is planned, under initials, and not a word more unless asked."""

import stat
from datetime import date, time
from pathlib import Path

import pytest
from icalendar import Calendar
from msgspec import structs

from mentor_tui.exchange.card_out import card_of, card_text
from mentor_tui.exchange.errors import ExportRefused
from mentor_tui.exchange.ics_in import import_calendar, plan_calendar
from mentor_tui.exchange.ics_out import write_ics
from mentor_tui.quiet_rows import is_calendar
from store.made_files import MadeFiles
from store.records import Appointment, Client, Repeat
from tests.exchange.calendar_people import DAYS, filled


@pytest.fixture
def planned(open_caseload):
    return filled(open_caseload("planned"))


def events(path):
    return list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))


def starts(path):
    return sorted((str(event.decoded("DTSTART"))[:16], str(event["SUMMARY"])) for event in events(path))


def test_initials_days_and_times_go_out_and_nothing_else(planned, tmp_path):
    done = write_ics(planned, tmp_path / "out.ics")
    assert (done.events, done.files) == (6, 1)
    assert starts(tmp_path / "out.ics") == list(DAYS[:6])
    said = {str(event["CLASS"]) for event in events(tmp_path / "out.ics")}
    written = (tmp_path / "out.ics").read_text("utf-8").replace("\r\n ", "")
    assert said == {"PRIVATE"}
    for word in ("Dee", "Renée", "clinic", "court", "group", "rent", "Main", "letter", "DESCRIPTION:b"):
        assert word not in written


def test_with_names_it_says_what_where_and_what_to_bring(planned, tmp_path):
    write_ics(planned, tmp_path / "out.ics", with_names=True)
    first = events(tmp_path / "out.ics")[0]
    assert (first["SUMMARY"], first["LOCATION"]) == ("Dee: clinic; ask, wait", "Main St")
    assert str(first["DESCRIPTION"]) == "I go along\nbring: the letter"
    titles = {str(event["SUMMARY"]) for event in events(tmp_path / "out.ics")}
    assert {"Dee: court", "Renée Łu: group", "Renée Łu: expected out", "rent due"} <= titles


def test_what_comes_back_has_its_rule_its_end_and_the_days_left_out(planned, tmp_path):
    write_ics(planned, tmp_path / "out.ics")
    group = next(event for event in events(tmp_path / "out.ics") if "RRULE" in event)
    assert group["RRULE"].to_ical() == b"FREQ=WEEKLY;UNTIL=20270127T040000Z;INTERVAL=2;BYDAY=TU"
    left_out = [when.dt.date() for listed in group["EXDATE"] for when in listed.dts]
    assert left_out == [date(2026, 12, 15), date(2026, 12, 29)]
    assert group["DTSTART"].params["TZID"] == "America/Vancouver"


def test_every_clock_that_an_event_goes_by_is_described_in_the_file(planned, tmp_path):
    away = Appointment(client_id=1, on=date(2026, 12, 3), at=time(9), zone="Europe/Berlin")
    planned.add(away)
    write_ics(planned, tmp_path / "out.ics")
    zones = [str(zone["TZID"]) for zone in Calendar.from_ical((tmp_path / "out.ics").read_bytes()).timezones]
    used = {event["DTSTART"].params.get("TZID") for event in events(tmp_path / "out.ics")} - {None}
    assert sorted(zones) == sorted(used) == ["America/Vancouver", "Europe/Berlin"]


def test_a_moved_day_is_an_event_of_its_own(planned, tmp_path):
    write_ics(planned, tmp_path / "out.ics")
    uids = [str(event["UID"]) for event in events(tmp_path / "out.ics")]
    assert len(set(uids)) == len(uids)
    assert all(uid.endswith("@mentor") for uid in uids)


def test_a_rule_whose_next_day_has_passed_goes_on_from_the_next_one(caseload, tmp_path):
    weekly = Repeat(rule="FREQ=WEEKLY;BYDAY=TU", begins=date(2026, 11, 3))
    caseload.add(Appointment(client_id=1, on=date(2026, 11, 17), series="c" * 32, repeats=weekly))
    write_ics(caseload, tmp_path / "out.ics", person=caseload.get(Client, 1))
    assert ("2026-11-24", "D.") in starts(tmp_path / "out.ics")


def test_a_moved_head_stands_beside_its_rule(caseload, tmp_path):
    weekly = Repeat(rule="FREQ=WEEKLY;BYDAY=TU", begins=date(2026, 11, 24))
    caseload.add(
        Appointment(client_id=1, on=date(2026, 11, 25), at=time(9), zone="UTC-08:00", series="c" * 32,
                    series_on=date(2026, 11, 24), repeats=weekly)
    )  # fmt: skip
    write_ics(caseload, tmp_path / "out.ics")
    mine = [start for start, _ in starts(tmp_path / "out.ics")]
    assert {"2026-11-25 09:00", "2026-12-01 09:00"} <= set(mine)


@pytest.mark.parametrize(
    ("plan", "trigger"),
    [
        (Appointment(client_id=1, on=date(2026, 12, 1), remind_days=2), b"-P1DT15H"),
        (Appointment(client_id=1, on=date(2026, 12, 1), remind_days=0), b"PT9H"),
        (Appointment(client_id=1, on=date(2026, 12, 1), at=time(9), remind_days=2), b"-P2D"),
        (Appointment(client_id=1, on=date(2026, 12, 1), at=time(9), remind_days=0), b"-PT1H"),
        (Appointment(client_id=1, on=date(2026, 12, 1), kind="court"), b"-P13DT15H"),
        (Appointment(client_id=1, on=date(2026, 12, 1)), b""),
    ],
)
def test_an_alarm_rings_as_far_ahead_as_today_speaks_of_it(open_caseload, tmp_path, plan, trigger):
    caseload = open_caseload("alarms")
    caseload.add(Client(name="Dee"))
    caseload.add(plan)
    write_ics(caseload, tmp_path / "out.ics", with_names=True)
    assert triggers(tmp_path / "out.ics") == ([trigger] if trigger else [])


def test_under_initials_everything_rings_a_day_ahead_and_tells_no_kind(planned, tmp_path):
    planned.add(Appointment(client_id=1, on=date(2026, 12, 3), kind="medication-ends", remind_days=21))
    done = write_ics(planned, tmp_path / "out.ics")
    found = triggers(tmp_path / "out.ics")
    assert len(found) == done.events
    assert set(found) == {b"-P1D", b"-PT15H"}


def triggers(path):
    return [alarm["TRIGGER"].to_ical() for alarm in Calendar.from_ical(path.read_bytes()).walk("VALARM")]


def test_whose_dates_a_file_holds_is_known(planned, tmp_path):
    write_ics(planned, tmp_path / "all.ics")
    write_ics(planned, tmp_path / "dee.ics", person=planned.get(Client, 1))
    files = MadeFiles.of(planned.folder)
    assert [made.path.name for made in files.holding(1)] == ["dee.ics", "all.ics"]
    assert [made.path.name for made in files.holding(2)] == ["all.ics"]
    assert all(is_calendar(made) for made in files.holding(1))


def test_nothing_goes_out_about_someone_who_died_or_is_paused(planned, tmp_path):
    planned.set_status(planned.get(Client, 1), "died")
    planned.set_status(planned.get(Client, 2), "paused")
    assert write_ics(planned, tmp_path / "out.ics").events == 1
    with pytest.raises(ExportRefused, match="Nothing of Dee goes into a calendar"):
        write_ics(planned, tmp_path / "dee.ics", person=planned.get(Client, 1))
    assert write_ics(planned, tmp_path / "renee.ics", person=planned.get(Client, 2)).events == 2


def test_a_folder_takes_a_file_for_each_event_and_is_one_thing_on_the_list(planned, tmp_path):
    done = write_ics(planned, tmp_path / "out")
    assert (done.events, done.files) == (6, 6)
    found = sorted((tmp_path / "out").iterdir())
    assert {stat.S_IMODE(path.stat().st_mode) for path in found} == {0o600}
    assert sorted(line for path in found for line in starts(path)) == list(DAYS[:6])
    (made,) = MadeFiles.of(planned.folder).on_disk()
    assert made.path == tmp_path / "out"


def test_written_again_only_what_changed_is_new_and_what_is_over_goes(planned, tmp_path):
    write_ics(planned, tmp_path / "out")
    (tmp_path / "out" / "hers.ics").write_text("hers")
    before = {path.name: path.stat().st_ino for path in (tmp_path / "out").iterdir()}
    clinic, court = planned.appointments_of(1)[1], planned.appointments_of(1)[-1]
    planned.change(clinic, Appointment(**{**as_fields(clinic), "on": date(2026, 11, 30)}))
    planned.close_plan(court)
    with pytest.raises(ExportRefused, match="already something called"):
        write_ics(planned, tmp_path / "out")
    write_ics(planned, tmp_path / "out", replace=True)
    after = {path.name: path.stat().st_ino for path in (tmp_path / "out").iterdir()}
    assert set(before) - set(after) == {f"{court.uid}@mentor.ics"}
    assert [name for name in after if after[name] != before.get(name)] == [f"{clinic.uid}@mentor.ics"]


def as_fields(plan):
    return {name: getattr(plan, name) for name in plan.__struct_fields__}


def test_a_folder_is_removed_from_the_list_with_what_we_put_there(planned, tmp_path):
    write_ics(planned, tmp_path / "out")
    (tmp_path / "out" / "hers.ics").write_text("hers")
    files = MadeFiles.of(planned.folder)
    (made,) = files.on_disk()
    assert files.is_as_made(made)
    files.remove(made)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["hers.ics"]
    assert files.on_disk() == ()


def test_where_nothing_is_planned_nothing_is_written(open_caseload, tmp_path):
    caseload = open_caseload("empty")
    with pytest.raises(ExportRefused, match="Nothing is planned"):
        write_ics(caseload, tmp_path / "out.ics")
    assert not (tmp_path / "out.ics").exists()
    assert "Nobody is walking with you" in card_text(card_of(caseload))


def test_nothing_is_written_where_something_lies(planned, tmp_path):
    (tmp_path / "out.ics").write_text("mine")
    with pytest.raises(ExportRefused):
        write_ics(planned, tmp_path / "out.ics")
    (tmp_path / "plain").write_text("mine")
    with pytest.raises(ExportRefused, match="plain is a file"):
        write_ics(planned, tmp_path / "plain")
    assert MadeFiles.of(planned.folder).on_disk() == ()


def test_a_series_split_here_goes_out_as_two(open_caseload, tmp_path):
    caseload = open_caseload("split")
    caseload.add(Client(name="Dee"))
    path = Path(__file__).parent / "calendars" / "khal"
    import_calendar(plan_calendar(path, caseload), caseload)
    group = next(plan for plan in caseload.all(Appointment) if plan.repeats)
    later = Repeat(rule="FREQ=WEEKLY;BYDAY=WE", begins=date(2027, 1, 6))
    caseload.add(structs.replace(group, id=0, uid="", on=date(2027, 1, 6), series="d" * 32, repeats=later))
    write_ics(caseload, tmp_path / "out", with_names=True)
    uids = {str(event["UID"]) for found in (tmp_path / "out").iterdir() for event in events(found)}
    assert {group.calendar_uid, f"{'d' * 32}@mentor"} <= uids


def test_nothing_anybody_typed_breaks_a_calendar(open_caseload, naughty_strings, tmp_path):
    caseload = open_caseload("naughty")
    with caseload.folder.act("odd words") as act:
        for text in (*naughty_strings, "a\rEND:VEVENT", "b\r\nEND:VCALENDAR\r\nc", "d\x00\x85\u2028e"):
            person = act.insert("clients", {"name": text})
            words = {"what": text, "where": text, "bring": text}
            act.insert("appointments", {"client_id": person, "on": "2026-12-01", **words})
    done = write_ics(caseload, tmp_path / "out.ics", with_names=True)
    lines = (tmp_path / "out.ics").read_bytes().split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(sign < 32 for line in lines for sign in line)
    assert plan_calendar(tmp_path / "out.ics", caseload).many("here") == done.events > 500
