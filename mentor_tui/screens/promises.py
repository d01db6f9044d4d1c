"""Everything promised: by person, what has a day first; done with one key."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult
from textual.widgets import Static

from mentor_tui import promise_rows
from mentor_tui.keys import bindings, told
from mentor_tui.promise_words import resting as resting_words
from mentor_tui.rows import key_parts
from mentor_tui.screens.acts import PersonActs
from mentor_tui.screens.base import FOR_ANYONE, WayBack
from mentor_tui.screens.person_pick import pick_person
from mentor_tui.screens.record_more import more_about
from mentor_tui.ways_back import made
from store.promised import promised
from store.records import Promise
from widgets.row_list import RowList


class PromisesScreen(PersonActs):
    """What you said you would do, all of it."""

    CSS_PATH = "promises.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "Everything you said you would do and have not done yet, by person, what has a day first. {done}: it "
        "is done. {edit} corrects it, {more} lets it go. {promise} promises the same person something more, "
        "{add} somebody else. enter opens the person."
    )
    SAYS = {
        "done": "The promise under the cursor is kept.",
        "add": "Promise somebody something: asks whom.",
        "more": "Let the promise go, take it out, or more about the person.",
    }
    HINTS = ("done", "edit", "promise", "add", "more", "back", "help")
    BINDINGS = bindings("open", "add")
    AUTO_FOCUS = "#promised"

    def compose_body(self) -> ComposeResult:
        """One list, and what rests beneath it."""
        yield RowList(promise_rows.COLUMNS, id="promised", empty=told(promise_rows.EMPTY))
        yield Static("", id="promised-resting", markup=False, classes=FOR_ANYONE)

    def read(self) -> None:
        """Ask for every open promise."""
        everything = promised(self.mentor.caseload)
        self.say_heading("Promised", facts=promise_rows.facts(everything))
        self.list.show_items(promise_rows.items(everything, self.mentor.clock.now()))
        resting = self.query_one("#promised-resting", Static)
        resting.update(resting_words(everything))
        resting.display = bool(everything.resting)

    def way_back(self) -> WayBack:
        """The same list."""
        return made("promises")

    @property
    def list(self) -> RowList:
        """The promises."""
        return self.query_one("#promised", RowList)

    def record_here(self) -> Promise | None:
        """The promise under the cursor."""
        table, id = key_parts(self.list.highlighted_key)
        return self.mentor.caseload.get(Promise, id) if table == "promises" else None

    def person_here(self) -> int | None:
        """Whom it was promised to."""
        promise = self.record_here()
        return promise.client_id or None if promise else None

    def nobody_here(self) -> str:
        """What is said where there is no person."""
        there = "There is no person here; {edit} corrects the promise."
        return told(there if self.record_here() else promise_rows.EMPTY)

    def action_done(self) -> None:
        """It is kept."""
        if promise := self.record_here():
            self.mentor.attempt(lambda: self.mentor.caseload.keep_promise(promise))
        else:
            self.mentor.trouble(told(promise_rows.EMPTY))

    def action_add(self) -> None:
        """Promise somebody something."""
        pick_person(
            self.mentor,
            "whom you promised it",
            lambda person: self.mentor.open_dialog("form", Promise, person),
        )

    def action_more(self) -> None:
        """Let it go, take it out, or about the person."""
        promise = self.record_here()
        if promise is None:
            self.mentor.trouble(told(promise_rows.EMPTY))
            return
        caseload = self.mentor.caseload
        more_about(
            self.mentor,
            promise,
            super().action_more if promise.client_id else None,
            let_go=lambda: self.mentor.attempt(lambda: caseload.keep_promise(promise, "let-go")),
        )

    def action_open(self) -> None:
        """Enter, where no list has the focus."""
        self.list.focus()

    @on(RowList.Opened)
    def open_row(self, event: RowList.Opened) -> None:
        """The person, with the promise under the cursor; one to nobody opens itself."""
        person = self.person_here()
        if person:
            self.mentor.open_dialog("client", person, event.key)
        else:
            self.action_edit()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap again."""
        self.call_after_refresh(self.read_again)
