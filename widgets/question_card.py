"""One question, if she likes: its theme, its words, the key to write."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from widgets.lens import marked
from widgets.shown_text import content


class QuestionCard(Widget):
    """Shows a question quietly. Never asks for an answer."""

    COMPONENT_CLASSES = {
        "question-card--heading",
        "question-card--theme",
        "question-card--words",
        "question-card--key",
    }

    DEFAULT_CSS = """
    QuestionCard {
        height: auto;
        & > .question-card--heading { color: $muted; }
        & > .question-card--theme { color: $second; }
        & > .question-card--words { text-style: italic; }
        & > .question-card--key { color: $accent; text-style: bold; }
    }
    """

    @dataclass
    class Chosen(Message):
        """The card was clicked: she would like to write."""

        question_card: "QuestionCard"

        @property
        def control(self) -> "QuestionCard":
            """The card."""
            return self.question_card

    def __init__(self, heading: str, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._heading = heading
        self._theme = ""
        self._question = ""
        self.display = False

    def ask(self, theme: str, question: str) -> None:
        """Show this question; without one there is no card, nor a line around it."""
        self._theme, self._question = theme, question
        self.display = bool(question)
        self.refresh(layout=True)

    def render(self) -> Content:
        """Heading, theme, question, key."""
        if not self._question:
            return Content("")
        pieces = [(self._heading + "\n", "heading")]
        if self._theme:
            pieces.append((self._theme + "\n", "theme"))
        key = getattr(self.app, "own_key", str)("w")  # she may have chosen another
        pieces += [("\n", ""), (self._question + "\n\n", "words"), (key, "key"), (" write", "heading")]
        return content((text, self._style(part) if part else "") for text, part in pieces)

    def _style(self, part: str) -> Style:
        # Why this question is asked today may say something of a person: it is hidden, and its theme.
        mark = marked("own") if part in ("heading", "key") else Style.null()
        return self.get_visual_style(f"question-card--{part}", partial=True) + mark

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the words take."""
        return len(self.render().wrap(width)) if self._question and width else 0

    def on_click(self, event: events.Click) -> None:
        """A click writes."""
        if self._question:
            self.post_message(self.Chosen(self))
