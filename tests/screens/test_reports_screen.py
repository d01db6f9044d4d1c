"""Reports as the mentor meets them: a month seen, and written in four keys."""

import json
import re
import stat
from contextlib import suppress
from itertools import chain, repeat
from pathlib import Path
from threading import Event

import pytest
from pypdf import PdfReader
from textual.worker import WorkerFailed

from mentor_tui.screens import write_file
from mentor_tui.screens.write_file import WriteFileScreen
from store.records import Contact

KEYS_FOR_THIS_MONTHS_REPORT = ("6", "x", "enter", "enter")


@pytest.fixture
def month_of_work(books):
    today = books.caseload.clock.now().day
    for day, minutes in ((3, 15), (10, 20), (17, 180)):
        books.caseload.add(
            Contact(
                client_ids=(1,), on=today.replace(day=day), mode="phone", outcome="talked", minutes=minutes
            )
        )
    books.caseload.add(
        Contact(client_ids=(2,), on=today.replace(month=10), mode="gate", outcome="met", minutes=60)
    )


@pytest.fixture
def opener(tmp_path, monkeypatch):
    """The program that opens files: it writes down what it was given, and leaves with a code."""

    def make(code=0):
        folder = tmp_path / "bin"
        folder.mkdir()
        for name in ("xdg-open", "open"):
            script = folder / name
            script.write_text(f'#!/bin/sh\necho "$1" >> "{tmp_path}/opened"\nexit {code}\n')
            script.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
        return tmp_path / "opened"

    return make


async def settled(page):
    """Everything that runs beside the screen is done, and drawn."""
    await page.app.workers.wait_for_complete(
        [worker for worker in page.app.workers if worker.node is not page.app]
    )
    await page.pilot.pause()


async def test_the_month_is_read_with_what_each_figure_is_a_part_of(
    open_page, books, month_of_work, snapshot
):
    async with open_page(books) as page:
        await page.press("6")
        assert page.text == snapshot


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
async def test_it_can_be_read_at_any_size(open_page, books, month_of_work, snapshot, size):
    async with open_page(books, size=size) as page:
        await page.press("6")
        assert page.text == snapshot
        assert all(len(line) <= size[0] for line in page.lines)


async def test_this_months_report_is_written_in_four_keys(open_page, books, month_of_work, home_of_its_own):
    assert len(KEYS_FOR_THIS_MONTHS_REPORT) <= 4
    async with open_page(books) as page:
        await page.press(*KEYS_FOR_THIS_MONTHS_REPORT)
        await settled(page)
        written = home_of_its_own / "mentor-report-2026-11.pdf"
        text = "".join(page.extract_text() for page in PdfReader(written).pages)
        assert "A month of support: November 2026" in text and "For handing on" in text
        assert stat.S_IMODE(written.stat().st_mode) == 0o600
        assert "Written. enter opens ~/mentor-report-2026-11.pdf" in page.lines[-1]


async def test_enter_opens_what_was_written(open_page, books, month_of_work, home_of_its_own, opener):
    opened = opener()
    async with open_page(books) as page:
        await page.press(*KEYS_FOR_THIS_MONTHS_REPORT)
        await settled(page)
        await page.press("enter")
        await settled(page)
        assert opened.read_text().strip() == str(home_of_its_own / "mentor-report-2026-11.pdf")


async def test_where_nothing_opens_it_that_is_said_with_the_place(open_page, books, opener):
    opener(code=3)
    async with open_page(books, size=(120, 40)) as page:
        await page.press(*KEYS_FOR_THIS_MONTHS_REPORT)
        await settled(page)
        await page.press("enter")
        await settled(page)
        assert "No program here opens it. It is at /" in page.lines[-1]


async def test_another_key_gives_the_hints_back(open_page, books):
    async with open_page(books) as page:
        await page.press(*KEYS_FOR_THIS_MONTHS_REPORT)
        await settled(page)
        await page.press("down")
        assert "x write it" in page.lines[-1]


async def test_a_second_report_gets_a_name_of_its_own(open_page, books, home_of_its_own):
    (home_of_its_own / "mentor-report-2026-11.pdf").write_text("hers")
    async with open_page(books) as page:
        await page.press(*KEYS_FOR_THIS_MONTHS_REPORT)
        await settled(page)
        assert (home_of_its_own / "mentor-report-2026-11-2.pdf").exists()
        assert (home_of_its_own / "mentor-report-2026-11.pdf").read_text() == "hers"


async def test_a_file_that_is_there_is_left_and_a_free_name_offered(open_page, books, home_of_its_own):
    (home_of_its_own / "mine.md").write_text("hers")
    async with open_page(books) as page:
        await page.press("6", "x", "enter")
        page.app.screen.query_one("#write-path").value = "mine.md"
        await page.press("enter")
        assert "mine.md is there already and was left as it is. Enter writes" in page.text
        await page.press("enter")
        await settled(page)
        assert (home_of_its_own / "mine.md").read_text() == "hers"
        assert (home_of_its_own / "mine-2.md").exists()


async def test_a_place_that_is_not_there_is_said_and_the_path_stays(open_page, books):
    async with open_page(books) as page:
        await page.press("6", "x", "enter")
        page.app.screen.query_one("#write-path").value = "~/nowhere/report.md"
        await page.press("enter")
        await settled(page)
        assert "There is no folder nowhere to write into." in page.text
        assert "~/nowhere/report.md" in page.text


async def test_what_is_written_slowly_says_since_when(open_page, books, monkeypatch, tmp_path):
    monkeypatch.setattr(write_file, "_LONG", 0.05)
    monkeypatch.setattr(write_file, "monotonic", chain((100,), repeat(103.2)).__next__)
    is_said = Event()
    async with open_page(books) as page:
        slow = WriteFileScreen("write it", tmp_path / "slow", "", lambda _: is_said.wait(5))
        await page.app.push_screen(slow)
        await page.press("enter")
        said = []
        while "writing ... 3 s" not in said and len(said) < 300:
            await page.pilot.pause(0.01)
            said.append(str(slow.query_one("#write-said").render()))
        is_said.set()
        await settled(page)
        assert said[-1] == "writing ... 3 s"


async def test_esc_writes_nothing(open_page, books, home_of_its_own):
    async with open_page(books) as page:
        await page.press("6", "x", "enter", "escape")
        assert list(home_of_its_own.glob("mentor-re*")) == []


async def test_the_month_before_and_never_the_month_to_come(open_page, books, month_of_work):
    async with open_page(books) as page:
        await page.press("6", "left_square_bracket")
        assert "October 2026" in page.lines[0]
        assert re.search("met in person at least once +1", page.text)
        await page.press("right_square_bracket", "right_square_bracket")
        assert "November 2026" in page.lines[0]


async def test_what_will_be_written_is_shown_before_it_is_with_small_numbers_hidden(
    open_page, books, month_of_work, home_of_its_own
):
    async with open_page(books) as page:
        await page.press("6", "x", "enter")
        assert "For handing on: numbers under 5 are not shown." in page.text
        assert "of 14 people in the records" not in page.text.splitlines()[3]
        before = page.text
        await page.press("pagedown")
        assert page.text != before and "~/mentor-report-2026-11.pdf" in page.text
        await page.press("escape")
        assert list(home_of_its_own.glob("mentor-re*")) == []


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("record-json", "mentor-record-2026-11-23.json"),
        ("record-csv", "mentor-record-2026-11-23/clients.csv"),
        ("calendar", "calendar-2026-11-23.ics"),
        ("record-xlsx", "mentor-record-2026-11-23.xlsx"),
        ("calendar-names", "calendar-names-2026-11-23.ics"),
    ],
)
async def test_each_way_out_is_written(open_page, books, month_of_work, home_of_its_own, code, name):
    async with open_page(books) as page:
        await page.press("6")
        page.app.screen.write_as(code)
        await page.pilot.pause()
        await page.press("enter")
        await settled(page)
        assert (home_of_its_own / name).stat().st_size > 0


@pytest.mark.parametrize("form", ["html", "xlsx", "csv", "md", "json", "text"])
def test_the_month_is_written_in_each_form_from_the_screens_own_choices(books, home_of_its_own, form):
    from mentor_tui.report_to_write import report_to_write
    from mentor_tui.reports.asked import HANDING_ON, Asked
    from mentor_tui.reports.catalogue import kind_named

    asked = Asked(books.caseload.clock.now(), view=HANDING_ON)
    made = report_to_write(books.caseload, kind_named("month"), asked, form)
    made.write(made.place)
    assert made.place.stem == "mentor-report-2026-11" and made.place.stat().st_size > 100


async def test_the_whole_record_holds_everybody_and_not_the_notebook(open_page, books, home_of_its_own):
    async with open_page(books) as page:
        await page.press("6")
        page.app.screen.write_as("record-json")
        await page.pilot.pause()
        assert "Names and notes, not encrypted" in page.text
        await page.press("enter")
        await settled(page)
        record = json.loads((home_of_its_own / "mentor-record-2026-11-23.json").read_text())
        assert len(record["clients"]) == 14 and "reflections" not in record


async def test_the_palette_names_each_way_out(open_page, books, home_of_its_own):
    async with open_page(books) as page:
        await page.press("6", "ctrl+p", *"write for handing on, pdf")
        await page.pilot.pause(0.3)
        await page.press("enter")
        await page.pilot.pause()
        assert page.app.screen.query_one("#write-path").value == "~/mentor-report-2026-11.pdf"


async def test_a_card_is_written_from_anywhere_and_says_where(open_page, books, home_of_its_own):
    async with open_page(books, size=(120, 40)) as page:
        commands = {one.title: one.callback for one in page.app.get_system_commands(page.app.screen)}
        assert {"Write a calendar", "Bring in a calendar"} <= set(commands)
        commands["Write a pocket card"]()
        await page.pilot.pause()
        assert "Initials, days and codes, to print." in page.text
        await page.press("enter")
        await settled(page)
        assert "Written to ~/card-2026-11-23.txt." in page.lines[-1]
        written = (home_of_its_own / "card-2026-11-23.txt").read_text()
        assert written.startswith("Mon 23 Nov 2026\n") and "Dee" not in written


@pytest.mark.parametrize("code", [0, 1])
async def test_what_was_written_goes_to_the_printer(open_page, books, tmp_path, monkeypatch, code):
    (tmp_path / "bin").mkdir()
    script = tmp_path / "bin" / "lp"
    script.write_text(f'#!/bin/sh\necho "$1" >> "{tmp_path}/printed"\nexit {code}\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{script.parent}:/usr/bin:/bin")
    async with open_page(books) as page:
        await page.press(*KEYS_FOR_THIS_MONTHS_REPORT)
        await settled(page)
        page.app.screen.action_print()
        with suppress(WorkerFailed):
            await settled(page)
        await page.pilot.pause()
        assert (tmp_path / "printed").read_text().endswith("mentor-report-2026-11.pdf\n")
        assert ("The printer did not take" in page.text) == bool(code)


def test_a_path_without_a_folder_is_in_the_home_folder(home_of_its_own):
    from mentor_tui.ways_out import shown_path, typed_path

    assert typed_path("report.md") == typed_path("~/report.md") == home_of_its_own / "report.md"
    assert typed_path("/tmp/x.md") == Path("/tmp/x.md")
    # typed, or pasted, behind the ~/ that stands in the line
    assert typed_path("~//tmp/x.md") == Path("/tmp/x.md")
    assert typed_path("~/~/x.md") == home_of_its_own / "x.md"
    assert shown_path(home_of_its_own / "report.md") == str(Path("~/report.md"))
