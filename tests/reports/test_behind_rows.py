"""The rows behind a figure: what was written since a month was closed is said to be."""

from datetime import date

import pytest

from mentor_tui import behind_rows
from mentor_tui.reports.tables import Behind, Line
from store.caseload import Caseload
from store.clock import FixedClock
from store.folder import DataFolder
from store.records import Appointment, Client
from widgets.row import plain


@pytest.fixture
def caseload(tmp_path, monday):
    clock = FixedClock(monday)
    with DataFolder.create(tmp_path / "D", clock) as folder:
        kept = Caseload(folder, clock)
        kept.add(Client(name="Dee"))
        kept.add(
            Appointment(client_id=1, on=date(2026, 11, 9), what="the walk-in clinic", result="turned-away")
        )
        yield kept


def test_what_was_written_after_the_closing_is_marked_so(caseload, monday):
    there, since = Behind("clients", 1), Behind("appointments", 1, since=True)
    rows = behind_rows.items(caseload, Line("turned away", 1, behind=(there, since)), monday)
    said = {row.key: " ".join(plain(cell) for cell in row.cells) for row in rows}
    assert behind_rows.SINCE in said["appointments:1"]
    assert "turned away" in said["appointments:1"]
    assert "the walk-in clinic" in said["appointments:1"]
    assert behind_rows.SINCE not in said[behind_rows.key_of(there)]
