"""One line to be typed: a name for something. Enter takes it; esc changes nothing, what was typed is kept."""

from typing import ClassVar
from zlib import crc32

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from mentor_tui.keeping import KeptDraft
from mentor_tui.screens.base import FOR_ANYONE
from mentor_tui.screens.words_kept import WordsKept
from store.drafts import SMALL, Draft
from store.text import clean_line
from widgets.key_hints import KeyHint, KeyHints
from widgets.typed_line import TypedLine


class OneLineScreen(WordsKept, ModalScreen[str | None]):
    """Gives what was typed, "" for an empty line, None for esc."""

    CSS_PATH = "write_file.tcss"
    KEPT_AS = f"{SMALL}one-line"
    """The kind of its draft."""
    GIVES_WAY = True
    """What it opens with gives way to the first letter, since it is a proposal."""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False, id="one-line.close", tooltip="Change nothing."),
    ]

    def __init__(
        self, title: str, text: str, below: str, done: str = "take it", *, person: int | None = None
    ) -> None:
        """A line with a text in it.

        Args:
            person: whom it is about, if it is about one: its words are shown under no other name.
            below: what to know, under the line.
            done: what enter does, in a word or two.
        """
        super().__init__()
        self._title = title
        self._text = text
        self._below = below
        self._done = done
        self._person = person
        self._typed = text

    def compose(self) -> ComposeResult:
        """The line, what to know, the keys."""
        asked = self._title if self._person else f"{self._title}\n{self._text}"
        line = Draft(self.KEPT_AS, self._person, {}, crc32(asked.encode()))
        self._kept = KeptDraft(self.mentor, line)
        self._typed = str(self._kept.answers.get("text", self._text))
        with Vertical(classes="dialog") as box:
            box.border_title = Content(clean_line(self._title)).markup
            box.border_subtitle = self._kept.words_back
            # What is proposed gives way to the first letter; her own words never do.
            is_proposed = self.GIVES_WAY and not self._kept.answers
            yield TypedLine(
                clean_line(self._typed), id="write-path", compact=True, select_on_focus=is_proposed
            )
            yield Static(Content(clean_line(self._below)), id="write-caution", classes=FOR_ANYONE)
            yield KeyHints(
                (KeyHint("enter", self._done, "take"), KeyHint("esc", "close, kept", "close")),
                id="write-keys",
            )

    @on(Input.Changed, "#write-path")
    def typed(self, event: Input.Changed) -> None:
        """Keep it at the next pause."""
        self._typed = event.value
        event.input.select_on_focus = False
        self.keep_soon()

    def keep(self) -> None:
        """What stands here goes to the disk, if it is not what stood here at first."""
        self._kept.keep({"text": self._typed} if self._typed != clean_line(self._text) else {})

    @on(Input.Submitted, "#write-path")
    def action_take(self) -> None:
        """Give what was typed; what cannot be taken stays, and why is said."""
        words = clean_line(self.query_one("#write-path", Input).value)
        if why := self.refused(words):
            self.say(why)
            return
        self._kept.done()
        self.dismiss(words)
        self.mentor.call_later(self.taken, words)

    def refused(self, words: str) -> str:
        """Why this cannot be taken; "" where it can."""
        return ""

    def taken(self, words: str) -> None:
        """What is done with it, where the line knows that by itself."""

    def action_close(self) -> None:
        """Give nothing."""
        if self.may_close():
            self.dismiss(None)

    def say(self, sentence: str) -> None:
        """Say it under the line."""
        self.query_one("#write-caution", Static).update(Content.styled(clean_line(sentence), "$trouble"))
