"""A directory imported again: the source's changes come, the mentor's own words stay."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec
import pytest

from mentor_tui.exchange.hsds import plan_import
from store.records import Phone, Service

HEAD = "id,organization_id,name,description,alert,assured_date\n"
Directory = Callable[..., Path]


def _quiet(what: str, done: int, total: int) -> None:
    pass


@pytest.fixture
def kept(directory: Directory) -> Service:
    folder = directory(
        services=HEAD + "7,1,Clinic,Teeth,,2026-01-05\n", phones="service_id,number\n7,555 0100\n"
    )
    (service,) = plan_import(folder, (), _quiet).added
    return msgspec.structs.replace(service, id=3, uid="a" * 32)


def test_what_the_source_changed_is_taken(directory: Directory, kept: Service) -> None:
    folder = directory(services=HEAD + "7,1,Clinic,Teeth and eyes,,2026-02-01\n")
    ((before, after),) = plan_import(folder, (kept,), _quiet).updated
    assert before == kept
    assert (after.id, after.uid) == (3, "a" * 32)
    assert (after.what_for, after.checked_on) == ("Teeth and eyes", date(2026, 2, 1))


def test_her_own_fields_survive_a_changed_source(directory: Directory, kept: Service) -> None:
    hers = msgspec.structs.replace(
        kept,
        short="teeth",
        peer_note="kind at the desk",
        checked_on=date(2026, 11, 1),
        alert="door B",
        needs_id=False,
    )
    folder = directory(services=HEAD + "7,1,Clinic,Teeth and eyes,moved,2026-02-01\n")
    plan = plan_import(folder, (hers,), _quiet)
    ((_, after),) = plan.updated
    assert (after.short, after.peer_note, after.needs_id) == ("teeth", "kind at the desk", False)
    assert (after.alert, after.checked_on) == ("door B", date(2026, 11, 1))
    assert after.what_for == "Teeth and eyes"
    assert "2 fields that you changed yourself: kept as you wrote it." in plan.notes


def test_her_correction_stays_while_the_source_says_the_same(directory: Directory, kept: Service) -> None:
    hers = msgspec.structs.replace(kept, phones=(Phone(number="555 0199"),))
    plan = plan_import(directory(), (hers,), _quiet)
    assert plan.changes_nothing


def test_the_import_after_an_update_changes_nothing(directory: Directory, kept: Service) -> None:
    hers = msgspec.structs.replace(kept, alert="door B")
    folder = directory(services=HEAD + "7,1,Clinic,Teeth,moved,\n")
    ((_, after),) = plan_import(folder, (hers,), _quiet).updated
    assert plan_import(folder, (after,), _quiet).changes_nothing


def test_a_service_gone_from_the_directory_is_kept_and_said(directory: Directory, kept: Service) -> None:
    plan = plan_import(directory(services=HEAD + "8,1,Shelter,Beds,,\n", phones="number\n"), (kept,), _quiet)
    assert [one.name for one in plan.added] == ["Shelter"]
    assert "1 service of an earlier import: not in the folder any more, kept as it was." in plan.notes


def test_a_renamed_folder_is_the_same_directory(directory: Directory, kept: Service) -> None:
    folder = directory("town-december", services=HEAD + "7,1,Clinic,Teeth,,2026-01-05\n",
                       phones="service_id,number\n7,555 0100\n")  # fmt: skip
    assert plan_import(folder, (kept,), _quiet).changes_nothing


def test_another_directory_that_counts_from_the_same_numbers_is_not_mixed_in(
    directory: Directory, kept: Service
) -> None:
    folder = directory(services=HEAD + "7,99,Food bank,Food,,\n")
    plan = plan_import(folder, (kept,), _quiet)
    assert (len(plan.added), len(plan.updated)) == (1, 0)


def test_a_service_she_wrote_herself_is_left_alone(directory: Directory) -> None:
    own = Service(id=1, name="Clinic")
    assert plan_import(directory(services=HEAD + "7,1,Clinic,Teeth,,\n"), (own,), _quiet).updated == ()
