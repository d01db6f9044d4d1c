"""People as contacts of a phone: initials unless names are asked for, and read back by other readers."""

from pathlib import Path

import pytest
import vobject
from icalendar.parser import Contentlines

from mentor_tui.exchange.errors import ExportRefused
from mentor_tui.exchange.vcf_out import HAS_RULES, CardChoice, write_vcf
from store.caseload import Caseload
from store.records import Channel, Client, Phone, Place, Service

LONG = "Сергей; с запятой, и \\ чертой " * 4


@pytest.fixture
def people(caseload: Caseload) -> Caseload:
    """Someone with every way of being reached, someone with a number, others with none, someone who died."""
    caseload.add(
        Client(
            name="Renée; Łukasz, \\n",
            never_contact="the house",
            channels=(
                Channel(how="call", value="+1 604 555 0142", ok_voicemail=False, never_at="after 9"),
                Channel(how="email", value="r@example.org"),
                Channel(how="in-person", value="12 Main St; back door"),
                Channel(how="app", value="@renee on Signal"),
            ),
        )
    )
    caseload.add(Client(name=LONG, channels=(Channel(how="text", value="604-555-0107 x 3"),)))
    caseload.add(Client(name="Gone", status="died", channels=(Channel(value="604 555 0199"),)))
    caseload.add(
        Service(
            name="Pantry",
            organization="Food, Inc.",
            phones=(Phone(number="604 555 0110", extension="2"),),
            url="https://pantry.example",
            places=(Place(address="1 High St"),),
            how_to_get_in="Just come\nafter ten",
            peer_note="kind at the desk",
        )
    )
    return caseload


def _cards(caseload: Caseload, path: Path, **choice: object) -> list[vobject.base.Component]:
    write_vcf(caseload, path, CardChoice(**choice), replace=True)  # type: ignore[arg-type]
    return list(vobject.readComponents(path.read_bytes().decode()))


def test_a_person_goes_by_initials_and_says_only_that_there_are_rules(
    people: Caseload, tmp_path: Path
) -> None:
    renee, sergei = _cards(people, tmp_path / "cards.vcf")
    assert (renee.fn.value, sergei.fn.value) == ("R.N.", "С.Ч.")
    assert renee.note.value == f"a messaging app: @renee on Signal\n{HAS_RULES}"
    words = (tmp_path / "cards.vcf").read_text()
    for kept in ("Renée", "Сергей", "the house", "after 9", "Gone", "0199"):
        assert kept not in words


def test_another_reader_gets_every_name_number_and_rule(people: Caseload, tmp_path: Path) -> None:
    path = tmp_path / "cards.vcf"
    renee, sergei, *_ = _cards(people, path, names=True, rules=True, services=True)
    assert (renee.fn.value, renee.n.value.given) == ("Renée; Łukasz, \\n",) * 2
    assert sergei.fn.value == LONG.strip()
    assert (renee.tel.value, renee.email.value) == ("+1 604 555 0142", "r@example.org")
    assert renee.adr.value.street == "12 Main St; back door"
    assert "Never: the house" in renee.note.value
    assert "leave no voicemail" in renee.note.value
    # icalendar's reader of content lines knows nothing of how vobject writes them.
    lines = Contentlines.from_ical(path.read_bytes())
    parts = [line.parts() for line in lines if line]
    assert ("TEL", "604-555-0107 x 3") in [(name, value) for name, _, value in parts]
    assert max(map(len, path.read_bytes().splitlines())) <= 75


def test_a_service_has_its_numbers_and_never_her_own_note(people: Caseload, tmp_path: Path) -> None:
    *_, clinic, pantry = _cards(people, tmp_path / "cards.vcf", services=True)
    assert (clinic.fn.value, pantry.fn.value, pantry.org.value) == ("Clinic", "Pantry", ["Food, Inc."])
    assert (pantry.tel.value, pantry.adr.value.street) == ("604 555 0110 ext. 2", "1 High St")
    assert pantry.note.value == "Just come\nafter ten"
    assert "kind at the desk" not in (tmp_path / "cards.vcf").read_text()


def test_somebody_who_died_or_has_no_number_makes_no_file(people: Caseload, tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match="Nothing of Gone"):
        write_vcf(people, tmp_path / "a.vcf", CardChoice(people.find_person("gone")))
    with pytest.raises(ExportRefused, match="Nobody here has a number"):
        write_vcf(people, tmp_path / "a.vcf", CardChoice(people.find_person("dee")))
    assert not (tmp_path / "a.vcf").exists()
