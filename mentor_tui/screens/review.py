"""Review: everyone active, one at a time, in Today's order; at the end what has changed."""

from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from mentor_tui import review_rows
from mentor_tui.keys import bindings
from mentor_tui.person_words import standing
from mentor_tui.rows import key_parts
from mentor_tui.screens.acts import PersonActs
from mentor_tui.screens.base import WayBack
from store.principles import Offered, question_of_the_day
from store.records import CASELOAD_TABLES, Client, Record
from store.standing import active
from store.text import clean_lines
from widgets.row_list import RowList

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


class ReviewScreen(PersonActs):
    """A walk through everyone. The order is the one Today had when the walk began."""

    CSS_PATH = "review.tcss"
    HELP = (
        "Everyone you walk with, one at a time, in Today's order. space is next, backspace is back; "
        "every key for a person works here. Nothing has to be done: looking is enough."
    )
    HEADING_FOR_ANYONE = True
    HINTS = ("next", "before", "log", "plan", "done", "leave-until", "back")
    BINDINGS = bindings("open", "next", "before", "write")
    AUTO_FOCUS = "#page"

    def __init__(self) -> None:
        super().__init__()
        self._people: tuple[int, ...] = ()
        self._had_next: dict[int, bool] = {}
        """Everyone in the walk, in its order, and whether something was planned with them when it began."""
        self._at = 0
        self._offered: Offered | None = None
        """The question on the closing page."""

    def compose_body(self) -> ComposeResult:
        """The line under the name, the page, and the closing page."""
        yield Static(id="stand")
        yield RowList(review_rows.COLUMNS, id="page")
        with Vertical(id="closing"):
            yield Static(id="closing-words")

    def way_back(self) -> WayBack:
        """The same walk, at the same person."""
        return partial(_walk_again, self._people, self._had_next, self._at)

    def read(self) -> None:
        """Ask again for the person in front."""
        self._drop_removed()
        if not self._people:
            self._begin()
        at_end = self._at >= len(self._people)
        self.query_one("#closing").display = at_end
        self.page.display = not at_end
        if at_end:
            self._close()
        else:
            self._show(self._people[self._at])

    @property
    def page(self) -> RowList:
        """The page of one person."""
        return self.query_one("#page", RowList)

    def person_here(self) -> int | None:
        """The person in front."""
        return self._people[self._at] if self._at < len(self._people) else None

    def plan_here(self) -> int | None:
        """The plan under the cursor."""
        table, id = key_parts(self.page.highlighted_key)
        return id if table == "appointments" and self.page.display else None

    def record_here(self) -> Record | None:
        """The record under the cursor; else the person."""
        table, id = key_parts(self.page.highlighted_key)
        if self.page.display and table in CASELOAD_TABLES:
            return self.mentor.caseload.get(CASELOAD_TABLES[table], id)
        return super().record_here()

    def action_next(self) -> None:
        """The next one; past the last, the closing page; from there, back to where one came from."""
        if self._at >= len(self._people):
            self.action_back()
            return
        self._at += 1
        self.page.action_edge(-1)
        self.read_again()

    def action_before(self) -> None:
        """The one before."""
        if self._at:
            self._at -= 1
            self.read_again()

    def action_write(self) -> None:
        """Write on the question of the closing page."""
        if self._offered and self._at >= len(self._people):
            self.mentor.open_dialog("write", self._offered)
        else:
            self.mentor.trouble("A question to write on stands at the end of the walk.")

    def action_open(self) -> None:
        """The person's own screen."""
        if person := self.person_here():
            self.open_person(person)

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Enter opens the person's own screen."""
        self.action_open()

    def _begin(self) -> None:
        caseload, today = self.mentor.caseload, self.mentor.clock.now().day
        self._people = tuple(entry.client.id for entry in caseload.waiting())
        self._had_next = {id: review_rows.has_next(caseload, id, today) for id in self._people}

    def _drop_removed(self) -> None:
        """Who was taken out, or with whom it rests by now, is passed over; undo brings them back in."""
        here = {client.id for client in active(self.mentor.caseload.people())}
        everyone = tuple(self._had_next)
        stands = self._people[self._at] if self._at < len(self._people) else None
        passed = everyone.index(stands) if stands in self._had_next else len(everyone)
        self._people = tuple(id for id in everyone if id in here)
        self._at = sum(id in here for id in everyone[:passed])

    def _show(self, person: int) -> None:
        caseload, moment = self.mentor.caseload, self.mentor.clock.now()
        client = caseload.get(Client, person)
        entry = next((one for one in caseload.waiting() if one.client.id == person), None)
        count = len(self._people)
        people = "person" if count == 1 else "people"
        self.say_heading("Review", client.name, f"{self._at + 1} of {count} {people}")
        stand = Content(clean_lines(standing(client, moment, rhythm=True)))
        self.query_one("#stand", Static).update(stand)
        self.page.show_items(
            review_rows.page_items(caseload.review_page(person), entry, caseload, moment),
        )

    def _close(self) -> None:
        caseload, moment = self.mentor.caseload, self.mentor.clock.now()
        self.say_heading("Review", facts="the end" if self._people else "")
        self.query_one("#stand", Static).update("")
        names = {id: caseload.get(Client, id).name for id in self._people}
        now = {id: review_rows.has_next(caseload, id, moment.day) for id in self._people}
        had = {id: self._had_next[id] for id in self._people}
        lines = review_rows.closing_words(had, now, names)
        if not self._people:
            lines = ["Nobody to walk through yet. a on Today adds a person."]
        notebook = self.mentor.notebook
        choices, own = notebook.choices(), notebook.own_questions()
        offered = question_of_the_day(moment, (), choices, own, when="weekly") if self._people else None
        self._offered = offered
        if offered:
            lines += ["", "A question for the week, if you like:", f"  {offered.question.words}"]
        lines += ["", "w writes on it, space goes back." if offered else "space goes back."]
        self.query_one("#closing-words", Static).update(Content(clean_lines("\n".join(lines))))


def _walk_again(
    people: tuple[int, ...], had_next: dict[int, bool], at: int, mentor: "MentorApp"
) -> ReviewScreen:
    again = ReviewScreen()
    again._people, again._had_next, again._at = people, had_next, at
    return again
