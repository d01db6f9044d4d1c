"""The top of a screen: its title and a few words on the left, facts on the right."""

from textual.content import Content
from textual.widget import Widget

from widgets.shown_text import content, shown


class Heading(Widget):
    """One line and a rule. On a narrow screen the facts give way first."""

    COMPONENT_CLASSES = {"heading--title", "heading--words", "heading--banner"}

    DEFAULT_CSS = """
    Heading {
        height: 2;
        padding: 0 1;
        border-bottom: solid $rule;
        & > .heading--title { text-style: bold; }
        & > .heading--banner { color: $accent; }
        & > .heading--words { color: $muted; }
    }
    """

    def __init__(self, title: str = "", words: str = "", *, banner: str = "", id: str | None = None) -> None:
        """A heading.

        Args:
            banner: what must be seen on every screen, beside the title ("invented people").
        """
        super().__init__(id=id)
        self._parts = (title, words, "")
        self._banner = banner

    def say(self, title: str, words: str = "", facts: str = "") -> None:
        """Show another title, words and facts."""
        self._parts = (title, words, facts)
        self.refresh()

    def render(self) -> Content:
        """Title and words, then the facts at the right edge where there is room."""
        title, words, facts = self._parts
        width = self.content_size.width
        muted = self.get_visual_style("heading--words", partial=True)
        bold = self.get_visual_style("heading--title", partial=True)
        banner = [("  ", ""), (self._banner, self.get_visual_style("heading--banner", partial=True))]
        left = content(
            [(title, bold), *(banner if self._banner else ()), ("  " if words else "", ""), (words, muted)]
        )
        if not facts:
            return left.truncate(width, ellipsis=True)
        right = Content.styled(shown(facts), muted)
        if (room := width - left.cell_length - right.cell_length) >= 2:
            return left.pad_right(room).append(right)
        return left.truncate(width, ellipsis=True)
