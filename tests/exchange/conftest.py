"""Folders of services, small ones made here and the real ones that lie beside the project."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.folder import DataFolder
from store.records import (
    Appointment,
    Client,
    Consent,
    Contact,
    EndConversation,
    Goal,
    Phone,
    Promise,
    Referral,
    Service,
)

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.fixture
def directory(tmp_path: Path) -> Callable[..., Path]:
    """Given file texts by name, write them as an HSDS folder."""

    def write(name: str = "town", **files: str | bytes) -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        for stem, text in files.items():
            content = text if isinstance(text, bytes) else text.encode()
            (folder / f"{stem}.csv").write_bytes(content)
        return folder

    return write


def _real(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"the real directory {name} does not lie beside the project")
    return folder


@pytest.fixture
def legal_aid() -> Path:
    """A real directory in HSDS 1.1 form."""
    return _real("hsds-illinois-legal-aid")


@pytest.fixture
def hsds_3() -> Path:
    """The example of HSDS 3, a row of every table."""
    return _real("hsds-3-example")


@pytest.fixture
def open_caseload(tmp_path: Path) -> Iterator[Callable[[str], Caseload]]:
    """A caseload in a new data folder of that name, or the one that is there."""
    clock, folders = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver")), []

    def opened(name: str) -> Caseload:
        path = tmp_path / name
        make = DataFolder.open if path.exists() else DataFolder.create
        folders.append(make(path, clock))
        return Caseload(folders[-1], clock)

    yield opened
    for folder in folders:
        folder.close()


@pytest.fixture
def caseload(open_caseload: Callable[[str], Caseload]) -> Caseload:
    """A small caseload: two people, a service, and a record of every kind that names others."""
    kept = open_caseload("home")
    (dee,) = kept.add(Client(name="Dee", in_their_words="a door that locks")).records
    (jo,) = kept.add(Client(name="Renée Łu")).records
    (clinic,) = kept.add(Service(name="Clinic", phones=(Phone(number="+1 604 555 0100"),))).records
    (contact,) = kept.add(
        Contact(client_ids=(dee.id, jo.id), on=date(2026, 11, 20), words="=1+1", service_ids=(clinic.id,))
    ).records
    (consent,) = kept.add(Consent(client_id=dee.id, purpose="share", recipient="Clinic")).records
    kept.add(
        Appointment(client_id=dee.id, on=date(2026, 11, 26), contact_id=contact.id, service_id=clinic.id)
    )
    kept.add(Promise(client_id=dee.id, words="ask about boots", contact_id=contact.id))
    kept.add(Goal(client_id=jo.id, words="see my kids"))
    kept.add(Referral(client_id=dee.id, service_id=clinic.id, consent_id=consent.id))
    kept.add(EndConversation(client_id=jo.id, words="we laughed"))
    return kept


@pytest.fixture
def naughty_strings() -> tuple[str, ...]:
    """Strings that break programs."""
    return tuple(json.loads((_real("naughty-strings") / "blns.json").read_text("utf-8")))
