"""The page of a check-in while it is written: what it reads, shows and keeps; its keys are in `check_in`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Self

from textual import on
from textual.app import ComposeResult

from mentor_tui.check_in_answering import Answering
from mentor_tui.check_in_lines import Line
from mentor_tui.check_in_page import CheckInPage, day_of, new_page, page_again, page_of, page_with
from mentor_tui.check_in_rows import WRITING_COLUMNS, writing_items
from mentor_tui.keeping import KeptDraft
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.check_in_acts import CheckInActs
from mentor_tui.screens.words_kept import WordsKept
from mentor_tui.ways_back import made, with_words
from store.drafts import Draft
from store.errors import NotFound
from store.records import CheckIn, Client, Record
from store.standing import has_died
from store.text import clean_line
from store.when import short
from widgets.long_text import LongText
from widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.screen import Screen

    from mentor_tui.app import MentorApp
    from store.saved import Saved

KEPT_AS = "check-in"
"""The kind of its draft."""


class CheckInWords(WordsKept, CheckInActs):
    """The questions, the words typed to them so far, and the draft of both."""

    def __init__(self, person: int, number: int = 0, *, at: str = "") -> None:
        """The page for a person.

        Args:
            number: of the check-in to correct; 0 for a new one.
            at: the question to put the cursor on.
        """
        super().__init__()
        self._person = person
        self._number = number
        self._at = at
        self._page: CheckInPage | None = None
        self._aside: Draft | None = None
        """The draft it goes on with, where that has a place of its own."""
        self._words_back = ""
        """That the words of a draft came back when it was opened."""
        self._in_field = ""
        """The question whose words stand in the field."""
        self._came: list[Record] = []
        """What was begun from these words before they are kept."""
        self._gone = ""
        """Why nothing of it can be saved any more; "" while it can."""

    def compose_body(self) -> ComposeResult:
        """The questions; below them the one under the cursor, with room for their words."""
        yield RowList(WRITING_COLUMNS, id="questions", keeps_mark=True)
        yield Answering(id="answering")

    def way_back(self) -> WayBack:
        """With what was typed, at the question it was typed to."""
        at = self.list.highlighted_key
        blank = made("check-in", self._person, self._number)
        name = self._aside.name if self._aside else ""
        return partial(_back_at, at, with_words(name, KEPT_AS, self._person, self._number, blank))

    def go_on_with(self, aside: Draft) -> Self:
        """Open with a draft that was put aside; the one that is begun with them stays where it is."""
        self._aside = aside
        return self

    def start_at(self, question: str) -> None:
        """Open with the cursor on a question."""
        self._at = question

    def read(self) -> None:
        """Ask what is to be asked; what was typed stays, under the question it was typed to."""
        self._take_words()
        try:
            self._page = page = self._asked_anew()
        except NotFound:
            self._leave_gone()
            return
        self._in_field = ""  # what stands in the field was taken; the page may know better by now
        self._gone = ""
        title = "check-in" if self._number else "checking in together"
        self.say_heading(page.client.name, title, self._words_back or self._facts(page))
        self.show_list()
        if self._at:
            self.list.highlight(self._at)
            self._at = ""
        self.show_line()

    def _facts(self, page: CheckInPage) -> str:
        if has_died(page.client):
            return "nothing is asked any more"
        last = next((one.on for one in page.earlier if one.on), None)
        return f"last time {short(last, self.mentor.clock.now())}" if last else ""

    @property
    def list(self) -> RowList:
        """The questions."""
        return self.query_one("#questions", RowList)

    @property
    def field(self) -> LongText:
        """Where their words are typed."""
        return self.query_one(Answering).field

    @property
    def is_typing(self) -> bool:
        """Whether their words are typed."""
        return self.focused is self.field

    @property
    def line_here(self) -> Line | None:
        """The question under the cursor; None on a line that is none."""
        here = self.list.highlighted_key
        return next((line for line in self._page.lines if line.id == here), None) if self._page else None

    def person_here(self) -> int | None:
        """Who it is with."""
        return self._person

    def check_in_here(self) -> CheckIn:
        """As it would be kept now."""
        return self._page.made() if self._page else CheckIn(client_id=self._person)

    def words_here(self) -> str:
        """What was typed to the question under the cursor."""
        return self._page.said_to(self.list.highlighted_key) if self._page else ""

    def begun(self, saved: Saved | None) -> None:
        """It joins the talk once there is one."""
        self._came += saved.records if saved else ()
        super().begun(saved)

    def show_list(self) -> None:
        """The questions, with what was typed to them."""
        if self._page:
            talk = self._page.talk_in(self.mentor.caseload)
            self.list.show_items(writing_items(self._page, talk, self.mentor.clock.now()))

    def show_line(self) -> None:
        """The question under the cursor, what they said last time, and what was typed."""
        self._take_words()
        line, page = self.line_here, self._page
        self._in_field = line.id if line else ""
        words = page.words.get(line.id, "") if page and line else ""
        self.query_one(Answering).ask(line, words, self.mentor.clock.now())

    @on(LongText.Answered, "#answering-words")
    def words_changed(self) -> None:
        """Keep them at the next pause."""
        self._take_words()

    def _take_words(self) -> None:
        """What stands in the field belongs to the question it was typed to, wherever the cursor is by now."""
        page, id = self._page, self._in_field
        if page and id and (words := self.field.answer) != page.words.get(id, ""):
            page.words[id] = words
            self.keep_soon()

    def keep(self) -> None:
        """What stands here goes to the disk; a correction that corrects nothing needs no draft."""
        if self._page is not None:
            self._kept.keep(self._page.to_keep)

    def _asked_anew(self) -> CheckInPage:
        """The page as the record has it now, with the words that were typed."""
        caseload, notebook, before = self.mentor.caseload, self.mentor.notebook, self._page
        client = caseload.get(Client, self._person)
        record = caseload.get(CheckIn, self._number) if self._number else None
        if record and record.client_id != self._person:
            raise NotFound("It was filed with somebody else.")
        if before is not None:
            return page_again(caseload, notebook, before, {self._in_field} if self.is_typing else ())
        line = Draft(KEPT_AS, self._person, {}, self._number)
        self._kept = KeptDraft(self.mentor, self._aside or line)
        self._words_back, kept = self._kept.words_back, self._kept.answers
        if record:
            return page_with(caseload, notebook, page_of(caseload, notebook, client, record), kept)
        return page_with(caseload, notebook, new_page(caseload, notebook, client, day_of(kept)), kept)

    def _leave_gone(self) -> None:
        """Stay where there are words, or the next letters would be keys of the page below; else close."""
        page = self._page
        if page is None or not (self.is_typing or page.is_changed):
            self.call_later(self._close)
            return
        what, self._gone = self._why_gone(page)
        self.say_heading(page.client.name, self._gone, "your words are kept")
        self.leave_nobody(f"{what} {self._gone}")

    def _close(self) -> None:
        self.dismiss(None)
        self.mentor.trouble("What this was about was taken out meanwhile.")

    def _why_gone(self, page: CheckInPage) -> tuple[str, str]:
        """What is gone, and how."""
        if all(one.id != self._person for one in self.mentor.caseload.people()):
            return clean_line(page.client.name), "was taken out meanwhile"
        is_there = any(one.id == self._number for one in self.mentor.caseload.all(CheckIn))
        how = "was filed with somebody else meanwhile" if is_there else "was taken out meanwhile"
        return "This check-in", how


def _back_at(question: str, way: WayBack, mentor: MentorApp) -> Screen[object] | None:
    screen = way(mentor)
    if isinstance(screen, CheckInWords):
        screen.start_at(question)
    return screen
