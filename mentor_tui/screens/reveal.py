"""How to reach someone: the rules first, and only then, with a second key, the number."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from mentor_tui.channel_words import other_rules, safety_lines
from mentor_tui.forms.person import SAFETY
from mentor_tui.keys import bindings, told
from mentor_tui.person_words import reaching
from mentor_tui.screens.base import FOR_ANYONE, MentorScreen
from store.records import Channel, Client
from store.text import clean_line
from store.vocabulary import CHANNELS, IF_CUT_OFF, WHOSE_PHONE, label
from store.when import short


class RevealScreen(MentorScreen, ModalScreen[None]):
    """Rules, then `v` again shows the numbers: talk first, and re-check often (techsafety.org)."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("edit"),
        Binding("v,enter", "show", "Show the number", show=False, id="reveal.show", tooltip="Show it."),
        Binding("escape,q", "close", "Close", show=False, id="reveal.close", tooltip="Close."),
    ]

    def __init__(self, person: int) -> None:
        """For the person with this number."""
        super().__init__()
        self._person = person
        self._shown = False

    def compose(self) -> ComposeResult:
        """One box of words."""
        with VerticalScroll(classes="dialog dialog-text") as box:
            box.border_title = "reaching them"
            yield Static(id="reveal-words")
            yield Static(id="reveal-keys", classes=FOR_ANYONE)

    def on_mount(self) -> None:
        """The rules."""
        self.about(self._client)
        self._show_words()

    def action_show(self) -> None:
        """The numbers; once they are shown, close."""
        if self._shown or not self._client.channels:
            self.dismiss()
            return
        self._shown = True
        self._show_words()

    def action_edit(self) -> None:
        """To the numbers and their rules in the person's form."""
        client = self._client
        self.dismiss()
        self.mentor.open_dialog("form", Client, client.id, client, opened=SAFETY)

    def action_close(self) -> None:
        """Close."""
        self.dismiss()

    def on_click(self) -> None:
        """A click is the key."""
        self.action_show()

    @property
    def _client(self) -> Client:
        return self.mentor.caseload.get(Client, self._person)

    def _show_words(self) -> None:
        client = self._client
        lines: list[Content] = [Content.styled(clean_line(client.name), "bold")]
        if rules := reaching(client):
            lines += [Content(clean_line(rules))]
        for channel in client.channels:
            lines += [Content(""), *self._channel(channel)]
        if not client.channels:
            lines += [
                Content(""),
                Content.styled(told("No number or address yet. {edit} adds one, with its rules."), "$muted"),
            ]
        self.query_one("#reveal-words", Static).update(Content("\n").join(lines))
        hidden = client.channels and not self._shown
        answer = (
            "{reveal} show the number   {edit} correct   esc close"
            if hidden
            else "{edit} correct   enter close"
        )
        answer = answer if client.channels else "{edit} add one   enter close"
        self.query_one("#reveal-keys", Static).update(Content.styled(f"\n{told(answer)}", "$muted"))

    def _channel(self, channel: Channel) -> list[Content]:
        whose = f" ({label(WHOSE_PHONE, channel.whose)} phone)" if channel.whose else ""
        named = clean_line(f"{label(CHANNELS, channel.how)}{whose}")
        value = clean_line(channel.value) if self._shown else "•••"
        lines = [Content.assemble((f"{named}  ", "$second"), (value, "bold"))]
        checked = (
            f"last asked {short(channel.checked_on, self.mentor.clock.now())}"
            if channel.checked_on
            else "not asked lately whether this is still safe"
        )
        cut = f"if cut off: {label(IF_CUT_OFF, channel.if_cut_off)}" if channel.if_cut_off else ""
        rules = [*safety_lines(channel), other_rules(channel), cut, checked]
        return lines + [Content.styled(f"  {clean_line(rule)}", "") for rule in rules if rule]
