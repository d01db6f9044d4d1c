"""Why: each reason, the rule behind it, and the band it leads to."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from mentor_tui.person_words import status_words
from mentor_tui.screens.hinted import HintedDialog
from mentor_tui.why_rows import why_items
from store.records import Client
from store.text import clean_line
from store.waiting import Waiting
from widgets.key_hints import KeyHint, KeyHints
from widgets.row_list import QuietList

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


def say_why(app: "MentorApp", person: int) -> None:
    """Why someone is where they are on Today; who is not there is not waited for, and that is said."""
    entry = next((one for one in app.caseload.waiting() if one.client.id == person), None)
    if entry:
        app.push_screen(WhyScreen(entry))
    else:
        client = app.caseload.get(Client, person)
        app.trouble(f"{client.name} is not on Today (“{status_words(client)}”): nothing asks for them.")


class WhyScreen(HintedDialog, ModalScreen[None]):
    """Why a person is where they are on Today. Any of its keys closes it."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,y", "close", "Close", show=False, id="why.close", tooltip="Close this.")
    ]

    def __init__(self, entry: Waiting) -> None:
        super().__init__()
        self._entry = entry

    def compose(self) -> ComposeResult:
        """Each reason bright, its rule and its records muted beneath it."""
        with VerticalScroll(classes="dialog dialog-text") as box:
            box.border_title = Content(f"why {clean_line(self._entry.client.name)} is here")
            yield QuietList(id="why")
            yield KeyHints((KeyHint("esc", "close", "close"),), id="why-keys")

    def on_mount(self) -> None:
        """Say it."""
        items = why_items(self._entry, self.mentor.caseload, self.mentor.clock.now())
        self.query_one("#why", QuietList).show_items(items)

    def action_close(self) -> None:
        """Close."""
        self.dismiss()
