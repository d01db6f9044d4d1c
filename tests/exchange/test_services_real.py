"""Real directories: every row accounted for, and nothing lost or invented."""

from pathlib import Path

import msgspec
import pytest

from mentor_tui.exchange.hsds import FileRows, ServiceImport, plan_import, summary
from store.records import Service


def _quiet(what: str, done: int, total: int) -> None:
    pass


def _kept(services: tuple[Service, ...]) -> tuple[Service, ...]:
    numbered = [msgspec.structs.replace(one, id=n) for n, one in enumerate(services, 1)]
    return msgspec.json.decode(msgspec.json.encode(numbered), type=tuple[Service, ...])


def _balanced(rows: FileRows) -> bool:
    return rows.rows == rows.added + rows.updated + rows.unchanged + sum(n for _, n in rows.left_out)


@pytest.fixture
def plan(legal_aid: Path) -> ServiceImport:
    return plan_import(legal_aid, (), _quiet)


def test_every_row_of_every_file_is_accounted_for(plan: ServiceImport) -> None:
    assert {rows.file: rows.rows for rows in plan.rows} == {
        "locations.csv": 520,
        "organizations.csv": 33,
        "phones.csv": 982,
        "postal_addresses.csv": 33,
        "regular_schedules.csv": 2492,
        "services.csv": 430,
    }
    assert all(_balanced(rows) for rows in plan.rows)


def test_one_nameless_row_is_left_out_and_all_other_services_come(plan: ServiceImport) -> None:
    services = next(rows for rows in plan.rows if rows.file == "services.csv")
    assert (services.added, services.left_out) == (429, (("the row has no name", 1),))
    assert len(plan.added) == 429


def test_days_without_hours_are_counted_with_their_reason(plan: ServiceImport) -> None:
    hours = next(rows for rows in plan.rows if rows.file == "regular_schedules.csv")
    assert dict(hours.left_out)["it gives no hours (closed that day, or not said)"] == 665


def test_unknown_organizations_are_said_and_their_services_kept(plan: ServiceImport) -> None:
    assert plan.notes[0].startswith("341 of 430 services: the organization is not in the folder.")
    assert sum(not one.organization for one in plan.added) == 340


def test_places_are_offered_as_those_of_the_organization(plan: ServiceImport) -> None:
    assert all(one.places and one.places_of == "organization" for one in plan.added)


def test_a_second_import_changes_nothing(legal_aid: Path, plan: ServiceImport) -> None:
    again = plan_import(legal_aid, _kept(plan.added), _quiet)
    assert again.changes_nothing
    assert again.unchanged == 429
    assert all(rows.added == rows.updated == 0 for rows in again.rows)


def test_a_line_break_inside_quotes_stays_in_the_words(plan: ServiceImport) -> None:
    clinic = next(one for one in plan.added if one.name == "North Lawndale legal clinic")
    assert clinic.how_to_get_in.startswith("Telephone\n\nWalk-in")
    assert clinic.organization == "LAF"
    assert clinic.cost == "Free to eligible persons/entities"


def test_seven_rows_of_hours_read_as_one_line_a_week(plan: ServiceImport) -> None:
    library = next(place for one in plan.added for place in one.places if place.source_id == "135831")
    assert [(h.days, h.opens, h.closes) for h in library.hours] == [
        ("Mon-Fri", "09:00", "22:00"),
        ("Sat", "09:00", "20:00"),
        ("Sun", "11:00", "20:00"),
    ]


def test_progress_is_told_from_the_first_file_to_the_last_service(legal_aid: Path) -> None:
    told: list[tuple[str, int, int]] = []
    plan_import(legal_aid, (), lambda *step: told.append(step))
    assert told[0][1:] == (0, 6)
    assert told[-1][1:] == (429, 429)
    assert all(done <= total for _, done, total in told)


def test_the_summary_names_each_file_with_its_rows(plan: ServiceImport) -> None:
    lines = summary(plan)
    assert lines[0] == "Services of hsds-illinois-legal-aid: 429 to add, 0 to update, 0 unchanged."
    assert any(
        line.startswith("regular_schedules.csv, 2,492 rows: 1,680 added, 665 left out") for line in lines
    )


def test_the_example_of_hsds_3_fills_a_whole_service(hsds_3: Path) -> None:
    plan = plan_import(hsds_3, (), _quiet)
    assert len(plan.rows) == 21
    assert all(_balanced(rows) for rows in plan.rows)
    (one,) = plan.added
    assert one.phones[0].number == "+44 1234 234567"
    assert one.bring.startswith("Any official identification document")
    assert (one.min_age, one.max_age, str(one.checked_on)) == (12, 100, "2005-01-01")
    assert (one.places[0].name, one.places_of) == ("MyCity Civic Center", "service")


def test_the_example_of_hsds_3_comes_once(hsds_3: Path) -> None:
    first = plan_import(hsds_3, (), _quiet)
    assert plan_import(hsds_3, _kept(first.added), _quiet).changes_nothing
