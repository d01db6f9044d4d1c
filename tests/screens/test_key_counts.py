"""The keys of three daily jobs, counted literally: what docs/keys.md says is what is pressed."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from mentor_tui import keys
from mentor_tui.screens import proposing
from store.records import Appointment, Contact
from tests.screens.test_reports_screen import settled

PAGE = (Path(__file__).parents[2] / "docs" / "keys.md").read_text("utf-8")
AT_MOST = {"note a 15-minute call": 8, "see who is waiting": 0, "this month's report": 4}
"""What was set as the goal."""


def counted(job):
    """The keys of a job as the page lists them, and how many it says there are."""
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| {job}"))
    _, _, press, count, *_ = row.split("|")
    return re.findall(r"`([^`]+)`|(\.\.\.)", press), int(count)


@pytest.mark.parametrize("job", AT_MOST)
def test_the_page_counts_each_key_and_no_job_takes_more_than_it_may(job):
    pressed, count = counted(job)
    assert len([key for key, prose in pressed if not prose]) == count
    assert count <= AT_MOST[job]


async def test_a_call_is_noted_and_the_next_contact_planned(open_page, books, monkeypatch):
    monkeypatch.setattr(proposing, "DOUBLE_PRESS_SECONDS", 0.0)
    marcus = books.caseload.find_person("marcus").id
    async with open_page(books) as page:
        page.app.screen.waiting_list.highlight(f"clients:{marcus}")
        pressed, _ = counted("note a 15-minute call")
        await page.press(*[key or "m" for key, _ in pressed])  # one letter stands for the prose
    call = books.caseload.all(Contact)[-1]
    assert (call.client_ids, call.mode, call.outcome, call.minutes) == ((marcus,), "phone", "talked", 15)
    (touch,) = [plan for plan in books.caseload.all(Appointment) if plan.client_id == marcus]
    assert (touch.kind, (touch.on - call.on).days) == ("touch", 7)


async def test_who_is_waiting_stands_there_and_this_months_report_is_written(
    open_page, books, home_of_its_own
):
    async with open_page(books) as page:
        assert "11 days since you two talked" in page.text and "agreed weekly" in page.text
        pressed, _ = counted("this month's report")
        await page.press(*[key for key, _ in pressed])
        await settled(page)
    written = PdfReader(home_of_its_own / "mentor-report-2026-11.pdf").pages[0].extract_text()
    assert "A month of support: November 2026" in written


def test_every_key_stands_on_its_page_with_what_it_does():
    keys.use_keys({})
    rows = []
    for one in keys.ACTIONS:
        shown = " ".join(f"`{key}`" for key in one.all_keys.split())
        rows.append(f"| {shown} | **{one.title}**: {keys.told(one.sentence)} |")
    missing = "\n".join(row for row in rows if row not in PAGE)
    assert not missing, f"put these rows into docs/keys.md:\n{missing}"
