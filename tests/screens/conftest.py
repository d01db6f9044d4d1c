"""The program on a small real store: the people of Monday 23 November 2026, 14:02, as SCREENS draws them."""

import shutil
from contextlib import asynccontextmanager
from datetime import date, time, timedelta

import pytest

from mentor_tui.app import MentorApp
from mentor_tui.books import books_of
from mentor_tui.settings import Settings
from mentor_tui.textual_private import screen_lines
from store.clock import FixedClock, moment_from
from store.folder import DataFolder
from store.records import Appointment, Client, Contact, Episode, Promise, Referral, Rhythm

TODAY = date(2026, 11, 23)


def days_ago(days):
    return TODAY - timedelta(days=days)


@pytest.fixture(autouse=True)
def quickly(quick_textual):
    """Every test here waits for the screen as long as there is work, and no longer."""


@pytest.fixture(scope="session")
def clock():
    return FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))


@pytest.fixture(scope="session")
def nobody_yet(tmp_path_factory, clock):
    """A new store, as it lies on the disk: made once, and copied for each test."""
    path = tmp_path_factory.mktemp("nobody") / "store"
    DataFolder.create(path, clock).close()
    return path


@pytest.fixture(scope="session")
def everybody(tmp_path_factory, clock, nobody_yet):
    """The same with the people of `add_people` in it."""
    path = shutil.copytree(nobody_yet, tmp_path_factory.mktemp("everybody") / "store")
    with DataFolder.open(path, clock) as folder:
        add_people(books_of(folder, clock).caseload)
    return path


@pytest.fixture
def empty_books(tmp_path, clock, nobody_yet):
    """Both ledgers of a new store with nobody in it."""
    with DataFolder.open(shutil.copytree(nobody_yet, tmp_path / "store"), clock) as folder:
        yield books_of(folder, clock)


@pytest.fixture
def books(tmp_path, clock, everybody):
    """Dee, Marcus, Renée, Jo, Sam and nine others."""
    with DataFolder.open(shutil.copytree(everybody, tmp_path / "store"), clock) as folder:
        yield books_of(folder, clock)


def add_people(caseload):
    def person(name, **fields):
        return caseload.add(Client(name=name, **fields)).records[0].id

    dee = person("Dee", episodes=(Episode(on=days_ago(2)),))
    weekly = Rhythm(every_days=7, agreed_on=days_ago(21))
    marcus = person("Marcus", rhythm=weekly, episodes=(Episode(on=days_ago(36)),))
    renee, jo, sam = person("Renée"), person("Jo"), person("Sam")
    for other in range(9):
        person(f"Other {other}", rhythm=Rhythm(every_days=90, agreed_on=days_ago(21)))
    for days, outcome in ((11, "talked"), (7, "no-answer"), (3, "no-answer")):
        caseload.add(Contact(client_ids=(marcus,), on=days_ago(days), mode="phone", outcome=outcome))
    caseload.add(Appointment(client_id=dee, kind="touch", mode="phone", on=TODAY, at=time(16)))
    caseload.add(
        Appointment(
            client_id=renee, kind="court", what="court", on=days_ago(-1), at=time(9, 30), ride="not sorted"
        )
    )
    caseload.add(
        Appointment(client_id=jo, kind="appointment", what="income office", on=days_ago(-2), bring="ID")
    )
    caseload.add(Appointment(client_id=sam, kind="date", what="meds run out", on=days_ago(-4)))
    caseload.add(Promise(client_id=dee, words="ask about boots", made_on=days_ago(1)))
    for words in ("a letter", "the bus pass", "a coat"):
        caseload.add(Promise(client_id=sam, words=words, made_on=days_ago(3)))
    caseload.add(Referral(client_id=jo, to="clinic", stage="asked", stage_on=days_ago(6)))


class Page:
    """The running program as a person sees it."""

    def __init__(self, app, pilot):
        self.app = app
        self.pilot = pilot

    async def press(self, *keys):
        await self.pilot.press(*keys)
        await self.pilot.pause()

    @property
    def lines(self):
        """What is on the screen, line by line."""
        return screen_lines(self.app)

    @property
    def text(self):
        return "\n".join(self.lines)


@pytest.fixture
def open_page(clock):
    """Opens the program: `async with open_page(books, size=(80, 24)) as page:`."""

    @asynccontextmanager
    async def opening(books, size=(80, 24), theme="hearth", clock=clock, lens=False, **options):
        app = MentorApp(lambda: books, clock, Settings(theme=theme, lens_at_start=lens), **options)
        async with app.run_test(size=size) as pilot:
            while app.is_opening:
                await pilot.pause(0.01)
            await pilot.pause()
            yield Page(app, pilot)

    return opening
