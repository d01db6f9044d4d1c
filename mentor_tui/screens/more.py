"""More about a person: where you stand, out, back inside, died, what they agreed to, the end, take out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from mentor_tui import more_rows
from mentor_tui.keys import action
from mentor_tui.note_chips import trouble
from mentor_tui.screens.base import FOR_ANYONE
from mentor_tui.screens.day_form import ComingDayForm, DayForm
from mentor_tui.screens.dialog import AskScreen, PickScreen
from mentor_tui.screens.endings import show_page, walk_again
from mentor_tui.screens.form_dialog import FormDialog
from mentor_tui.screens.hinted import HintedDialog
from mentor_tui.screens.record_form import RecordForm
from mentor_tui.screens.same_person import ask_same_person
from store.acts import comes_out
from store.errors import MentorError
from store.records import Client, Consent, EndConversation
from store.release_dates import offered_dates
from store.saved import Saved
from store.text import clean_line
from store.vocabulary import STATUSES
from store.waiting.releases import released_on
from widgets.chips import Chips
from widgets.key_hints import KeyHint, KeyHints
from widgets.row import Column, Row
from widgets.row_list import RowList


class MoreScreen(HintedDialog, ModalScreen["Saved | None"]):
    """What is done seldom with a person. All but erasing and tallies can be undone."""

    CSS_PATH = "more.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close", show=False, id="more.close", tooltip="Close."),
    ]

    def __init__(self, client_id: int) -> None:
        super().__init__()
        self._client_id = client_id

    def compose(self) -> ComposeResult:
        """The choices, and the keys."""
        with Vertical(id="more", classes="dialog") as frame:
            frame.border_title = Content(f"more, {clean_line(self._client.name)}")
            yield RowList(more_rows.COLUMNS, id="more-list", classes=FOR_ANYONE)
            yield Chips(id="more-said")
            keys = (KeyHint("enter", "choose", "choose"), KeyHint("esc", "close", "close"))
            yield KeyHints(keys, id="more-keys")

    def on_mount(self) -> None:
        """Show the choices."""
        self.about(self._client)
        is_out = released_on(self._client, self.mentor.clock.now().day) is not None
        self._list.show_items(more_rows.items(self._client, is_out=is_out, has_dates=self._has_dates))
        self._list.focus()

    def on_screen_suspend(self) -> None:
        """What was chosen stands in its place."""
        self.query("#more").set(visible=False)

    def on_screen_resume(self) -> None:
        """Back from it: choose again."""
        self.query("#more").set(visible=True)
        self.query("#more-list").focus()

    @on(RowList.Opened)
    def chosen(self, event: RowList.Opened) -> None:
        """Do what was chosen; what was saved closes this too."""
        doing: dict[str, Callable[[], None]] = {
            "status": self._status,
            "out": lambda: self._on_day("out since", self._out),
            "expected": self._expected,
            "dates": self._dates,
            "inside": lambda: self._on_day("back inside since", self._set("inside")),
            "died": lambda: self._on_day("died on", self._set("died")),
            "stepping-back": lambda: self._attempt(self._set("stepping-back"), None),
            "finished": lambda: self._attempt(self._set("finished"), None),
            "again": self._again,
            "page": self._page,
            "consent": lambda: self._open(RecordForm(Consent, self._client_id)),
            "agreements": self._agreements,
            "end": lambda: self._open(RecordForm(EndConversation, self._client_id)),
            "edit": lambda: self._open(RecordForm(Client, self._client_id, self._client)),
            "same": lambda: ask_same_person(self.mentor, self._client_id, self.dismiss),
            "remove": self._remove,
            "erase": lambda: self._erase(strip=False),
            "strip": lambda: self._erase(strip=True),
        }
        doing[event.key]()

    def say(self, sentence: str) -> None:
        """Say it under the choices."""
        self.query_one("#more-said", Chips).rows = trouble(sentence)

    def action_choose(self) -> None:
        """What enter does."""
        self._list.action_open()

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)

    def _status(self) -> None:
        rows = [Row(term.code, (((term.label, ""),),)) for term in STATUSES]
        asking = PickScreen("where you stand", rows, (Column(),), "this", for_anyone=True)
        self.mentor.push_screen(asking, self._status_chosen)

    def _status_chosen(self, code: str | None) -> None:
        if code and comes_out(self._client, code):
            self._on_day("out since", lambda on: self._set(code)(on or self.mentor.clock.now().day))
        elif code:
            self._attempt(self._set(code), None)

    def _again(self) -> None:
        self.dismiss(None)
        self.mentor.call_later(walk_again, self.mentor, self._client_id)

    def _page(self) -> None:
        self.dismiss(None)
        self.mentor.call_later(show_page, self.mentor, self._client_id)

    def _expected(self) -> None:
        def expect(on: date | None) -> Saved:
            return self.mentor.caseload.expect_release(self._client, on)

        called, person = f"{self._client.name}, expected out", self._client_id
        self._open(ComingDayForm(called, expect, person=person, may_be_unknown=True))

    def _dates(self) -> None:
        self.dismiss(None)
        self.mentor.call_later(self.mentor.open_dialog, "release-dates", self._client_id)

    def _agreements(self) -> None:
        self.dismiss(None)
        self.mentor.call_later(self.mentor.open_dialog, "agreements", person=self._client_id)

    @property
    def _has_dates(self) -> bool:
        caseload = self.mentor.caseload
        plans = caseload.appointments_of(self._client_id)
        return bool(offered_dates(self._client, plans, self.mentor.clock.now()))

    def _remove(self) -> None:
        back = f"{action('undo').shown_key} brings it back."
        question = f"Take {self._client.name} out, and all that is about them alone? {back}"
        self.mentor.push_screen(AskScreen(question, "take out"), self._remove_answered)

    def _erase(self, *, strip: bool) -> None:
        self.dismiss(None)
        self.mentor.call_later(self.mentor.open_dialog, "erase", self._client_id, strip=strip)

    def _remove_answered(self, yes: bool | None) -> None:
        if yes:
            try:
                self.dismiss(self.mentor.caseload.remove(self._client))
            except MentorError as error:
                self.mentor.says(error)

    def _set(self, status: str) -> Callable[[date | None], Saved]:
        return lambda on: self.mentor.caseload.set_status(self._client, status, on)

    def _out(self, on: date | None) -> Saved:
        return self.mentor.caseload.set_released(self._client, on or self.mentor.clock.now().day)

    def _on_day(self, words: str, act: Callable[[date | None], Saved]) -> None:
        self._open(DayForm(f"{self._client.name}, {words}", act, person=self._client_id))

    def _open(self, form: FormDialog) -> None:
        self.mentor.push_screen(form, self._form_closed)

    def _form_closed(self, saved: Saved | None) -> None:
        if saved is not None:
            self.dismiss(saved)

    def _attempt(self, act: Callable[[date | None], Saved], on: date | None) -> None:
        try:
            self.dismiss(act(on))
        except MentorError as error:
            self.mentor.says(error)

    @property
    def _client(self) -> Client:
        return self.mentor.caseload.get(Client, self._client_id)

    @property
    def _list(self) -> RowList:
        return self.query_one("#more-list", RowList)
