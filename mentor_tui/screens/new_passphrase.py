"""A new passphrase, typed twice, with a calm word on how long it would stand and six words to take."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Input, Static

from mentor_tui.keys import bindings
from mentor_tui.lock_words import IF_BOTH_ARE_LOST, NOT_THE_SAME, STRENGTHS
from mentor_tui.screens.door import DoorScreen, words
from store.passphrases import strength, suggested
from widgets.key_hints import KeyHint
from widgets.secret_field import SecretField

_WEAK = "A few guesses would find it. Type another, or press enter again to take it all the same."
_NONE_YET = "Type a passphrase first: a few words that mean something to you are fine."


class NewPassphraseScreen(DoorScreen):
    """What every page that takes a new passphrase shares; `accepted` is told it."""

    TITLE_WORDS: ClassVar[str] = "A passphrase for your notes"
    EXPLAINS: ClassVar[str] = IF_BOTH_ARE_LOST
    ALSO: ClassVar[str] = ""
    """What else can be done here."""
    KEYS: ClassVar[tuple[KeyHint, ...]] = (
        KeyHint("enter", "go on", "go_on"),
        KeyHint("f5", "show", "show_typed"),
        KeyHint("f6", "other words", "other_words"),
        KeyHint("esc", "back", "close"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("show-typed", "other-words")
    AUTO_FOCUS = "#passphrase"

    def __init__(self) -> None:
        super().__init__()
        self._was_asked = ""
        """A weak passphrase that she was told about."""

    def compose_page(self) -> ComposeResult:
        """What it is for, what if it is lost, two lines, six words."""
        yield words(self.TITLE_WORDS, "title")
        yield words(self.EXPLAINS)
        yield from self.compose_before()
        yield words("passphrase", "quiet")
        yield SecretField(id="passphrase")
        yield Static(id="door-strength", classes="for-anyone")
        yield words("once more", "quiet")
        yield SecretField(id="once-more")
        yield Static(id="door-said", classes="for-anyone", markup=False)
        yield words("Six words, if you like: type them above.", "quiet")
        yield Static(id="six-words", classes="for-anyone door-suggested", markup=False)
        yield words("Picked at random out of 1,024: 60 bits, more than anybody can try.", "quiet")
        if self.ALSO:
            yield words(self.ALSO, "quiet")

    def compose_before(self) -> ComposeResult:
        """What is typed before the new one."""
        yield from ()

    def on_mount(self) -> None:
        """Suggest six words; what it is about stands at the top, however little room there is."""
        self.call_after_refresh(self.query_one("#door").scroll_home, animate=False)
        self.action_other_words()

    @property
    def first(self) -> SecretField:
        """The first line."""
        return self.query_one("#passphrase", SecretField)

    @property
    def again(self) -> SecretField:
        """The second line."""
        return self.query_one("#once-more", SecretField)

    @on(Input.Changed, "#passphrase")
    def typed(self) -> None:
        """Say how long it would stand."""
        self.first.scroll_visible(animate=False)
        self.query_one("#door-strength", Static).update(Content(STRENGTHS[strength(self.first.secret)]))
        self.say("")

    @on(Input.Changed, "#once-more")
    def typed_again(self) -> None:
        """The sentence has been seen."""
        self.say("")

    @on(Input.Submitted, "#passphrase")
    def on_to_the_second(self) -> None:
        """Enter in the first line leads to the second."""
        self.again.focus()

    @on(Input.Submitted, "#once-more")
    def action_go_on(self) -> None:
        """Take it, if both lines are the same."""
        typed = self.first.secret
        if not typed.strip():
            self.first.focus()
            self.say(_NONE_YET)
        elif typed != self.again.secret:
            self.again.forget()
            self.again.focus()
            self.say(NOT_THE_SAME)
        elif strength(typed) == "few guesses" and self._was_asked != typed:
            self._was_asked = typed
            self.say(_WEAK)
        else:
            self.run_worker(self.accepted(typed), exit_on_error=False)

    async def accepted(self, passphrase: str) -> None:
        """The passphrase is hers: go on with it."""
        raise NotImplementedError

    def action_other_words(self) -> None:
        """Six other words."""
        self.query_one("#six-words", Static).update(Content(suggested()))
