"""Directories as others make them: other names, other shapes, other letters, and what is missing."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.hsds import ServiceImport, plan_import
from mentor_tui.exchange.hsds.tables import tidy

Directory = Callable[..., Path]
SERVICES = "id,organization_id,name\n1,7,Night kitchen\n2,7,Day kitchen\n"


def _plan(path: Path) -> ServiceImport:
    plan = plan_import(path, (), lambda what, done, total: None)
    for rows in plan.rows:
        assert rows.rows == rows.added + rows.updated + rows.unchanged + sum(n for _, n in rows.left_out)
    return plan


def _left(plan: ServiceImport, file: str) -> dict[str, int]:
    return dict(next(rows for rows in plan.rows if rows.file == file).left_out)


def _written(path: Path, found: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(found if isinstance(found, str) else json.dumps(found))
    return path


def test_a_folder_of_hsds_1_gives_services_their_place_and_what_stands_in_their_own_row(
    directory: Directory,
) -> None:
    folder = directory(
        organizations="id,name,website\n7,Open Door,https://door.example\n",
        locations="id,organization_id,name\n3,7,The old mill\n",
        addresses="location_id,street,city,state,zip\n3,4 Mill Lane,Millby,IL,60600\n",
        phones="location_id,phone_number,ext,number_type\n3,555 0100,12,voice\n",
        regular_schedules="location_id,weekday,opens_at,closes_at\n3,Monday,9:00,12:00\n",
        services="id,location_id,name,how_to_apply,email,required_documents,languages,email\n"
        "1,3,Soup,Come at noon,,A card,Polish,soup@door\n",
    )
    (one,) = _plan(folder).added
    assert (one.organization, one.url, one.email) == (
        "Open Door",
        "https://door.example",
        "soup@door",
    )
    assert (one.how_to_get_in, one.bring, one.languages) == ("Come at noon", "A card", "Polish")
    (place,) = one.places
    assert (one.places_of, place.address) == ("service", "4 Mill Lane, Millby, IL 60600")
    assert (place.phones[0].number, place.phones[0].extension, place.phones[0].kind) == (
        "555 0100",
        "12",
        "voice",
    )
    assert place.hours[0].days == "Mon"


def test_files_named_in_the_singular_with_columns_in_other_letters_are_the_same_tables(
    tmp_path: Path,
) -> None:
    _written(tmp_path / "town" / "SERVICE.CSV", "ID;Organisation Id;Service Name\n1;7;Beds\n")
    _written(tmp_path / "town" / "Organisation.csv", "organizationId\tName\n7\tHarbour\n")
    _written(tmp_path / "town" / "openreferral_phone.csv", "serviceID,Phone Number\n1,555 0101\n")
    _written(tmp_path / "town" / "service_taxonomy.csv", "id,service_id\n1,1\n")
    plan = _plan(tmp_path / "town")
    (one,) = plan.added
    assert (one.name, one.organization, one.phones[0].number) == ("Beds", "Harbour", "555 0101")
    assert _left(plan, "service_taxonomy.csv") == {"labels of a taxonomy are not kept": 1}


def test_a_service_keeps_the_hours_it_has_at_one_place_to_itself(directory: Directory) -> None:
    folder = directory(
        services=SERVICES,
        locations="id,name\n3,Hall\n",
        service_at_location='id,service_id,location_id\na,1,3\nb,2,3\n,"1,2",3\n',
        schedules="service_at_location_id,byday,opens_at,closes_at\na,FR,20:00:00,23:00:00\n",
        contacts="id,service_at_location_id,name\nc,b,Ann\n",
        phones="contact_id,number\nc,555 0102\nx,555 0103\n",
    )
    plan = _plan(folder)
    night, day = plan.added
    assert ([h.days for h in night.places[0].hours], day.places[0].hours) == (["Fri"], ())
    assert (day.person, day.places[0].phones[0].number, night.places[0].phones) == ("Ann", "555 0102", ())
    assert _left(plan, "phones.csv") == {"what it belongs to is not in the folder": 1}


def test_a_folder_with_nothing_but_services_comes_and_says_what_it_lacks(directory: Directory) -> None:
    folder = directory(services="id,name,organization_name,phone\n1,Beds,Harbour,555 0104\n,,,\n2,Talk,,\n")
    plan = _plan(folder)
    assert (plan.added[0].organization, plan.added[0].phones[0].number) == ("Harbour", "555 0104")
    assert _left(plan, "services.csv") == {"the row is empty": 1}
    assert any("the organization is not in the folder" in note for note in plan.notes)


def test_a_file_that_lacks_a_column_is_left_out_row_by_row(directory: Directory) -> None:
    plan = _plan(directory(services=SERVICES, phones="service_id,fax\n1,555\n2,556\n"))
    assert len(plan.added) == 2
    assert _left(plan, "phones.csv") == {'the file has no column "number"': 2}


@pytest.mark.parametrize("letters", ["utf-8-sig", "utf-16", "cp1252"])
def test_letters_of_other_programs_are_read(directory: Directory, letters: str) -> None:
    text = 'id,name,description\n1,Café Müller,"first line\nsecond; line"\n'
    plan = _plan(directory(services=text.encode(letters)))
    assert (plan.added[0].name, plan.added[0].what_for) == ("Café Müller", "first line\nsecond; line")
    assert any("Windows text" in note for note in plan.notes) == (letters == "cp1252")


def test_days_numbered_from_0_are_not_guessed_at(directory: Directory) -> None:
    folder = directory(
        services=SERVICES,
        regular_schedules="service_id,weekday,opens_at,closes_at\n1,0,9:00,10:00\n1,1,9:00,10:00\n",
    )
    plan = _plan(folder)
    assert [hours.days for hours in plan.added[0].hours] == ["day 0", "day 1"]
    assert any("numbered from 0" in note for note in plan.notes)


def test_a_data_package_may_keep_its_files_one_folder_deeper_under_names_of_its_own(tmp_path: Path) -> None:
    root = tmp_path / "town"
    resources = [{"name": "phone", "path": "data/numbers.csv"}, {"name": "service", "path": "data/s.csv"}]
    _written(
        root / "datapackage.json", {"resources": [*resources, {"name": "contact", "path": "../../out.csv"}]}
    )
    _written(root / "data" / "s.csv", SERVICES)
    _written(root / "data" / "numbers.csv", "service_id,number\n2,555 0105\n")
    _written(tmp_path / "out.csv", "id,name\n1,Nobody\n")
    plan = _plan(root)
    assert [rows.file for rows in plan.rows] == ["numbers.csv", "s.csv"]
    assert plan.added[1].phones[0].number == "555 0105"


def test_a_packed_folder_is_the_folder_it_was(directory: Directory, tmp_path: Path) -> None:
    folder = directory(services=SERVICES, phones="service_id,number\n1,555 0106\n")
    with zipfile.ZipFile(tmp_path / "town.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for path in folder.iterdir():
            packed.write(path, f"export/{path.name}")
        packed.writestr("__MACOSX/export/._services.csv", b"\x00")
    assert _plan(tmp_path / "town.zip") == _plan(folder)


SERVICE: dict[str, Any] = {
    "id": "s1",
    "name": "Talk group",
    "minimum_age": 18,
    "maximum_age": None,
    "organization": {"id": "o1", "name": "Open Door", "website": "https://door.example"},
    "program": {"id": "p1", "name": "Evenings"},
    "phones": [{"number": "555 0107", "extension": 4, "languages": [{"name": "Urdu"}]}],
    "schedules": [
        {"byday": "TU,TH", "freq": "WEEKLY", "opens_at": "18:00+01:00", "closes_at": "20:00+01:00"}
    ],
    "required_documents": [{"document": "nothing at all"}],
    "contacts": [{"name": "Ann", "phones": [{"number": "555 0108"}]}],
    "attributes": [{"id": "a", "taxonomy_term": {"name": "x"}}],
    "service_at_locations": [
        {"location": {"name": "Hall", "addresses": [{"address_1": "1 High Road", "city": "Millby"}]}}
    ],
    "house_rules": [{"text": "none"}],
}


@pytest.mark.parametrize(
    "found",
    [
        SERVICE,
        [SERVICE],
        {"total_items": 1, "contents": [SERVICE]},
        {"totalElements": 1, "content": [SERVICE]},
        {"services": [SERVICE]},
        {"organizations": [{**SERVICE["organization"], "services": [SERVICE]}]},
        [{**SERVICE["organization"], "services": [SERVICE]}],
    ],
)
def test_nested_services_come_whole_from_every_shape_of_json(tmp_path: Path, found: Any) -> None:
    plan = _plan(_written(tmp_path / "town.json", found))
    (one,) = plan.added
    assert (one.name, one.organization, one.url, one.min_age) == (
        *("Talk group", "Open Door", "https://door.example"),
        18,
    )
    assert [phone.number for phone in one.phones] == ["555 0107", "555 0108"]
    assert (one.hours[0].days, one.hours[0].opens, one.bring) == ("Tue, Thu", "18:00", "nothing at all")
    assert (one.person, one.places[0].name, one.places[0].address) == ("Ann", "Hall", "1 High Road, Millby")
    assert _left(plan, "programs") == {"programs are not kept": 1}
    assert "house_rules is not part of HSDS and was not read." in plan.notes


def test_pages_of_json_in_one_folder_are_one_directory_and_come_once(tmp_path: Path) -> None:
    for page, id in enumerate(("s1", "s2")):
        _written(tmp_path / "town" / f"page{page}.json", {"contents": [{**SERVICE, "id": id}]})
    plan = _plan(tmp_path / "town")
    assert [one.source_id for one in plan.added] == ["s1", "s2"]
    assert next(rows for rows in plan.rows if rows.file == "organizations").rows == 1
    kept = [msgspec.structs.replace(one, id=number) for number, one in enumerate(plan.added, 1)]
    assert plan_import(tmp_path / "town", kept, lambda *step: None).changes_nothing


def test_json_as_tables_is_read_as_tables(tmp_path: Path) -> None:
    found = {
        "organization": [{"id": "o", "name": "Harbour"}],
        "service": [{"id": 1, "organization_id": "o", "name": "Beds"}],
        "phone": [{"service_id": 1, "number": "555 0109"}, {"service_id": 9, "number": "1"}],
    }
    plan = _plan(_written(tmp_path / "town.json", found))
    assert (plan.added[0].organization, plan.added[0].phones[0].number) == ("Harbour", "555 0109")
    assert _left(plan, "phones") == {"what it belongs to is not in the folder": 1}


def test_a_json_file_for_each_table_is_read_as_tables_too(tmp_path: Path) -> None:
    hall = {"id": "l", "name": "Hall", "addresses": [{"city": "Millby"}]}
    _written(tmp_path / "town" / "locations.json", [hall])
    _written(tmp_path / "town" / "organizations.json", {"contents": [{"id": "o", "name": "Harbour"}]})
    _written(tmp_path / "town" / "service_at_locations.json", [{"service_id": "s", "location_id": "l"}])
    _written(tmp_path / "town" / "services.json", [{"id": "s", "name": "Beds", "organization_id": "o"}])
    (one,) = _plan(tmp_path / "town").added
    assert (one.name, one.organization, one.places[0].address) == ("Beds", "Harbour", "Millby")


def test_two_directories_in_one_folder_are_not_mixed(tmp_path: Path) -> None:
    for town in ("east", "west"):
        _written(tmp_path / "both" / town / "services.csv", SERVICES)
    with pytest.raises(ImportRefused, match="more than one directory"):
        _plan(tmp_path / "both")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("<p>Soup &amp; bread</p><p>daily</p>", "Soup & bread\ndaily"),
        (
            "We help with <ul>\n <li>forms</li><li class='x'>rent</li></ul>",
            "We help with\n- forms\n- rent",
        ),
        ('Ask <a href="https://door.example/x">the door</a>.', "Ask the door (https://door.example/x)."),
        ('<a href="mailto:a@door.example">a@door.example</a>', "a@door.example"),
        ("open < 5 pm, R&D; a<b", "open < 5 pm, R&D; a<b"),
        ("one<br/>two<BR>three", "one\ntwo\nthree"),
        ("&#27;[31mred&#x202e;", "[31mred"),
        ("<" * 5000 + "a " * 5000, "<" * 5000 + ("a " * 5000).strip()),
    ],
)
def test_markup_in_the_words_becomes_plain_lines(text: str, plain: str) -> None:
    assert tidy(text) == plain
