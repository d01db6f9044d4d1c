"""Review: everyone active, one at a time, in Today's order; at the end what has changed."""

from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from mentor_tui import review_rows
from mentor_tui.keeping import PAUSE_SECONDS
from mentor_tui.keys import bindings, told
from mentor_tui.person_words import standing
from mentor_tui.review_walk import Walk, keep_walk, kept_walk
from mentor_tui.rows import key_parts
from mentor_tui.screens.acts import PersonActs
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.dialog import AskScreen
from mentor_tui.week_in_front import show_week
from store.principles import Offered
from store.records import CASELOAD_TABLES, Client, Record
from store.standing import active
from store.text import clean_lines
from store.week import latest_week
from widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.timer import Timer

    from mentor_tui.app import MentorApp


_LEADS = "{open} shows the week in words, {next} goes back."
_WRITES = f"{{write}} writes on it, {_LEADS}"
"""What can be done on the closing page, without a question and with one."""


class ReviewScreen(PersonActs):
    """A walk through everyone. The order is the one Today had when the walk began."""

    CSS_PATH = "review.tcss"
    HELP = (
        "Everyone you walk with, one at a time, in Today's order. space is next, backspace is back; every "
        "key for a person works here. Nothing has to be done: looking is enough. Leave it at any time; it "
        "asks the next time whether to go on there."
    )
    HEADING_FOR_ANYONE = True
    HINTS = ("next", "before", "log", "plan", "done", "check-in", "leave-until", "back")
    BINDINGS = bindings("open", "next", "before", "write")
    AUTO_FOCUS = "#page"

    def __init__(self) -> None:
        super().__init__()
        self._everyone = Walk()
        """The walk as it began; undo can bring someone back into it."""
        self._walk = Walk()
        """The same among those with whom nothing rests by now."""
        self._pause: Timer | None = None
        self._has_moved = False
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
        return partial(_walk_again, self._everyone)

    def read(self) -> None:
        """Ask again for the person in front."""
        if not self._everyone.people:
            self._begin()
        self._pass_over_who_is_gone()
        at_end = self.is_at_the_end
        self.query_one("#closing").display = at_end
        self.page.display = not at_end
        if at_end:
            self._close()
        else:
            self._show(self._walk.people[self._walk.at])

    @property
    def is_at_the_end(self) -> bool:
        """Whether everyone has been walked past, and the closing page stands there."""
        return self._walk.at >= len(self._walk.people)

    @property
    def page(self) -> RowList:
        """The page of one person."""
        return self.query_one("#page", RowList)

    def person_here(self) -> int | None:
        """The person in front."""
        return None if self.is_at_the_end else self._walk.people[self._walk.at]

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
        if self.is_at_the_end:
            self.action_back()
        else:
            self._go_to(self._walk.at + 1)

    def action_before(self) -> None:
        """The one before."""
        if self._walk.at:
            self._go_to(self._walk.at - 1)

    def action_write(self) -> None:
        """Write on the question of the closing page; it is a page of the week."""
        if self.is_at_the_end:
            week = latest_week(self.mentor.caseload, self.mentor.clock.now().day)
            self.mentor.open_dialog("write", self._offered, week=week.days.first)
        else:
            self.mentor.trouble("A question to write on stands at the end of the walk.")

    def action_open(self) -> None:
        """The person's own screen; at the end the week in words."""
        if person := self.person_here():
            self.open_person(person)
        else:
            show_week(self.mentor)

    def on_row_list_opened(self, event: RowList.Opened) -> None:
        """Enter opens the person's own screen."""
        self.action_open()

    def keep_words(self) -> None:
        """The program is about to end, or to be locked: where one was is kept."""
        if self.mentor.books is not None and self._has_moved:
            keep_walk(self.mentor.caseload.folder.drafts(), self._everyone)

    def on_unmount(self) -> None:
        """However the walk is left."""
        self.keep_words()

    def _go_to(self, place: int) -> None:
        self._everyone = self._everyone.at_person(self._walk.people[place:][:1])
        self._has_moved = True
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE_SECONDS, self.keep_words)
        self.page.action_edge(-1)
        self.read_again()

    def _begin(self) -> None:
        caseload, moment = self.mentor.caseload, self.mentor.clock.now()
        people = tuple(entry.client.id for entry in caseload.waiting())
        had_next = {id: review_rows.has_next(caseload, id, moment.day) for id in people}
        left = kept_walk(caseload.folder.drafts(), moment).going_on(people, had_next)
        self._everyone = Walk(people, had_next)
        if left.is_under_way:
            self._ask_to_go_on(left)

    def _ask_to_go_on(self, left: Walk) -> None:
        def answered(yes: bool | None) -> None:
            if yes:
                self._everyone = self._walk = left
                self._go_to(left.at)

        name = self.mentor.caseload.get(Client, left.people[left.at]).name
        question = f"You were at {left.at + 1} of {len(left.people)}, {name}. Go on there?"
        self.mentor.push_screen(AskScreen(question, "go on there", no="from the beginning"), answered)

    def _pass_over_who_is_gone(self) -> None:
        """Who was taken out, or with whom it rests by now, is passed over; undo brings them back in."""
        here = {client.id for client in active(self.mentor.caseload.people())}
        self._walk = self._everyone.without(set(self._everyone.people) - here)

    def _show(self, person: int) -> None:
        caseload, moment = self.mentor.caseload, self.mentor.clock.now()
        client = caseload.get(Client, person)
        entry = next((one for one in caseload.waiting() if one.client.id == person), None)
        count = len(self._walk.people)
        people = "person" if count == 1 else "people"
        self.say_heading("Review", client.name, f"{self._walk.at + 1} of {count} {people}")
        stand = Content(clean_lines(standing(client, moment, rhythm=True)))
        self.query_one("#stand", Static).update(stand)
        self.page.show_items(
            review_rows.page_items(caseload.review_page(person), entry, caseload, moment),
        )

    def _close(self) -> None:
        caseload, moment = self.mentor.caseload, self.mentor.clock.now()
        self.say_heading("Review", facts="the end" if self._walk.people else "")
        self.query_one("#stand", Static).update("")
        names = {id: caseload.get(Client, id).name for id in self._walk.people}
        now = {id: review_rows.has_next(caseload, id, moment.day) for id in self._walk.people}
        lines = review_rows.closing_words(self._walk.had_next, now, names)
        if not self._walk.people:
            lines = [told("Nobody to walk through yet. {add} on Today adds a person.")]
        is_asked = bool(self._walk.people) and self.mentor.settings.questions != "off"
        offered = self._offered = self.mentor.week_question() if is_asked else None
        if offered:
            lines += ["", "A question for the week, if you like:", f"  {offered.question.words}"]
        lines += ["", told(_WRITES) if offered else told(_LEADS)]
        self.query_one("#closing-words", Static).update(Content(clean_lines("\n".join(lines))))


def _walk_again(walk: Walk, mentor: "MentorApp") -> ReviewScreen:
    again = ReviewScreen()
    again._everyone = walk
    return again
