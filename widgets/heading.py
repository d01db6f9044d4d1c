"""The top of a screen: its title and a few words on the left, facts on the right."""

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from widgets.lens import marked
from widgets.shown_text import content

_OWN = marked("own")


class Heading(Widget):
    """One line and a rule. Where there is no room the banner is said shortly, then the facts give way."""

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
            banner: what must be seen on every screen, beside the title ("demo, invented people"); what
                stands before its comma will do.
        """
        super().__init__(id=id)
        self._parts = (title, words, "")
        self._notice = ""
        self._banner = banner

    def say(self, title: str, words: str = "", facts: str = "") -> None:
        """Show another title, words and facts."""
        self._parts = (title, words, facts)
        self.refresh()

    def notice(self, words: str) -> None:
        """Say this quietly after the facts, and where there is no room for both, in place of the last."""
        if words != self._notice:
            self._notice = words
            self.refresh()

    def render(self) -> Content:
        """Title and words, then the facts at the right edge where there is room."""
        said = self._parts[2]
        room = self.content_size.width - self._left(short_banner(self._banner)).cell_length - 2
        while said and self._facts(said).cell_length > room:
            said = _shorter(said)
        return self._drawn(self._facts(said), self.content_size.width)

    def _drawn(self, facts: Content, width: int) -> Content:
        banners = (self._banner, short_banner(self._banner))
        lefts = [self._left(banner) for banner in banners]
        needed = facts.cell_length + 2 if facts.cell_length else 0
        left = next((one for one in lefts if one.cell_length + needed <= width), None)
        if left is not None:
            return left.pad_right(width - left.cell_length - facts.cell_length).append(facts)
        room = width - needed
        # What must be seen goes before the words; a name is never cut, or the lens would not know it.
        if self._notice and len(self._parts[0]) + len(short_banner(self._banner)) + 4 <= room:
            return lefts[-1].truncate(room, ellipsis=True).append("  ").append(facts)
        return next((one for one in lefts if one.cell_length <= width), lefts[-1]).truncate(
            width, ellipsis=True
        )

    def _facts(self, facts: str) -> Content:
        apart = " · " if facts and self._notice else ""
        return content([(facts, self._style("words")), (apart + self._notice, self._style("words") + _OWN)])

    def _left(self, banner: str) -> Content:
        title, words, _ = self._parts
        style = self._style("banner") + _OWN
        said: list[tuple[str, str | Style]] = [("  ", ""), (banner, style)] if banner else []
        return content(
            [
                (title, self._style("title") + _OWN),
                *said,
                ("  " if words else "", ""),
                (words, self._style("words") + marked("day")),
            ]
        )

    def _style(self, part: str) -> Style:
        return self.get_visual_style(f"heading--{part}", partial=True)


def _shorter(facts: str) -> str:
    """Without what explains the last one ("1 put aside: Dee"), or without it: the first is needed most."""
    others, apart, last = facts.rpartition(" · ")
    named = last.partition(": ")[0]
    return f"{others}{apart}{named}" if apart and named != last else others


def short_banner(banner: str) -> str:
    """A banner where there is little room: what stands before its comma."""
    return banner.partition(",")[0]
