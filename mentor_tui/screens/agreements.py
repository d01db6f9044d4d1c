"""Everything agreed to: what for, with whom, until when; taken back in two keys."""

from __future__ import annotations

from textual import events, on
from textual.app import ComposeResult

from mentor_tui import agreement_rows
from mentor_tui.agreement_words import ledger
from mentor_tui.erasing_offer import offer_erasing
from mentor_tui.keys import bindings, told
from mentor_tui.rows import key_parts
from mentor_tui.screens.acts import PersonActs
from mentor_tui.screens.agreement_more import more_about_agreement, more_about_copy
from mentor_tui.screens.base import WayBack
from mentor_tui.screens.person_pick import pick_person
from mentor_tui.ways_back import made
from store import agreeing
from store.consents import expiring
from store.envelope import copy_gone, still_with
from store.records import Consent, HandedOn
from widgets.row_list import RowList


class AgreementsScreen(PersonActs):
    """What people agreed to, all of it, and what was never asked."""

    CSS_PATH = "agreements.tcss"
    HEADING_FOR_ANYONE = True
    HELP = (
        "What everybody agreed to: what for, with whom, until when. To share ends by itself; the rest stands "
        "until it is taken back. {more} and enter takes back what is under the cursor, or says anew what has "
        "ended. {add} adds one, {edit} corrects one. enter opens the person. Not asked yet is no fault."
    )
    SAYS = {
        "add": "Keep what somebody agreed to; asks whom where the cursor is on nobody.",
        "more": "They take it back, or agree again; take the row out; more about the person.",
    }
    HINTS = ("more", "add", "edit", "open", "back", "help")
    BINDINGS = bindings("open", "add")
    AUTO_FOCUS = "#agreements"

    def __init__(self, at: str = "", *, person: int = 0, near: bool = False) -> None:
        """The list.

        Args:
            at: the key of a row to put the cursor on.
            person: or the first row of this person.
            near: or the first that ends soon, or has just ended.
        """
        super().__init__()
        self._at, self._person, self._is_near = at, person, near

    def compose_body(self) -> ComposeResult:
        """One list."""
        yield RowList(agreement_rows.COLUMNS, id="agreements", empty=told(agreement_rows.EMPTY))

    def on_mount(self) -> None:
        """Come to the row that was asked for."""
        at = self._at or self._first_asked_for()
        if at:
            self.list.highlight(at)

    def read(self) -> None:
        """Ask for everything that was said."""
        caseload, moment = self.mentor.caseload, self.mentor.clock.now()
        people = ledger(caseload)
        self.say_heading("Agreements", facts=agreement_rows.facts(people, moment))
        copies = still_with(caseload, moment.day)
        narrow = self.app.size.width < agreement_rows.NARROW
        self.list.show_items(agreement_rows.items(people, copies, moment, narrow=narrow))

    def way_back(self) -> WayBack:
        """The same list, at the same row."""
        return made("agreements", self.row_here())

    @property
    def list(self) -> RowList:
        """The agreements."""
        return self.query_one("#agreements", RowList)

    def row_here(self) -> str:
        """The row under the cursor."""
        return self.list.highlighted_key

    def record_here(self) -> Consent | None:
        """The agreement under the cursor."""
        table, id = key_parts(self.row_here())
        return self.mentor.caseload.get(Consent, id) if table == "consents" else None

    def person_here(self) -> int | None:
        """Whose it is."""
        table, id = key_parts(self.row_here())
        if table == "clients":
            return id
        return consent.client_id or None if (consent := self.record_here()) else None

    def nobody_here(self) -> str:
        """What is said where there is no person."""
        return "There is no person here." if self.row_here() else told(agreement_rows.EMPTY)

    def action_edit(self) -> None:
        """Correct the agreement; where nothing was said yet, keep that something is."""
        if self.record_here() or not self.person_here():
            super().action_edit()
        else:
            self.action_add()

    def action_add(self) -> None:
        """Keep what somebody agreed to."""
        if self.person_here():
            self.open_form(Consent)
        else:
            pick_person(
                self.mentor, "who agreed", lambda person: self.mentor.open_dialog("form", Consent, person)
            )

    def action_more(self) -> None:
        """They take it back, or agree again; or about the person."""
        table, id = key_parts(self.row_here())
        if consent := self.record_here():
            more_about_agreement(self.mentor, consent, self._take_back, super().action_more)
        elif table == "handed_on":
            copy = self.mentor.caseload.get(HandedOn, id)
            gone = lambda: self.mentor.attempt(lambda: copy_gone(self.mentor.caseload, copy.to))  # noqa: E731
            more_about_copy(self.mentor, gone)
        else:
            super().action_more()

    def action_open(self) -> None:
        """Enter, where no list has the focus."""
        self.list.focus()

    @on(RowList.Opened)
    def open_row(self, event: RowList.Opened) -> None:
        """The person, at this agreement; a copy says what can be done."""
        if person := self.person_here():
            self.mentor.open_dialog("client", person, event.key if self.record_here() else "")
        else:
            self.action_more()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap again."""
        self.call_after_refresh(self.read_again)

    def _first_asked_for(self) -> str:
        """The row that was asked for by what it is about."""
        caseload = self.mentor.caseload
        if self._is_near:
            found = expiring(caseload, self.mentor.clock.now().day)
            return f"consents:{found[0].id}" if found else ""
        people = (one for one in ledger(caseload) if one.client.id == self._person)
        words = next((one.words for one in people), ())
        return f"consents:{words[0].id}" if words else f"clients:{self._person}"

    def _take_back(self, consent: Consent) -> None:
        """It is not agreed any more; said is who else holds it, and what can be erased."""
        caseload, client_id = self.mentor.caseload, consent.client_id
        saved = self.mentor.attempt(
            lambda: agreeing.take_back(caseload, client_id, consent.purpose, consent.recipient)
        )
        if saved is None:
            return
        self.list.highlight(f"consents:{saved.records[0].id}")
        if consent.purpose == "keep-notes":
            offer_erasing(self.mentor, client_id)
        elif consent.purpose == "share":
            from mentor_tui.envelope_kept import copies_said, papers_said  # wakes what draws reports

            held = copies_said(caseload, client_id) + papers_said(caseload, client_id, consent.recipient)
            if held:
                self.mentor.trouble(" ".join(held))
