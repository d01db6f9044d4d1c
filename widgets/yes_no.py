"""A question with three answers: yes, no, not asked."""

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

ANSWERS = (("yes", "yes"), ("no", "no"), ("", "not asked"))
_BETWEEN = "   "


class YesNo(Widget, can_focus=True):
    """Yes, no or not asked, side by side; left and right choose."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "left", "move(-1)", "the one before", show=False, id="yesno.left", tooltip="To the answer before."
        ),
        Binding(
            "right,space", "move(1)", "the next", show=False, id="yesno.right", tooltip="To the next answer."
        ),
        Binding(
            "enter",
            "app.focus_next",
            "on to the next field",
            show=False,
            id="yesno.on",
            tooltip="To the next field.",
        ),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"yesno--chosen", "yesno--other"}
    DEFAULT_CSS = """
    YesNo {
        height: 1;
        width: 1fr;
        & > .yesno--chosen { text-style: bold; }
        & > .yesno--other { color: $muted; }
        &:focus > .yesno--chosen { color: $accent; text-style: bold reverse; }
    }
    """

    answer: reactive[str] = reactive("")
    """"yes", "no" or ""."""

    @dataclass
    class Answered(Message):
        """Another answer was chosen."""

        field: "YesNo"
        answer: str

        @property
        def control(self) -> "YesNo":
            """The field."""
            return self.field

    def __init__(self, answer: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(YesNo.answer, answer)

    @property
    def for_anyone(self) -> bool:
        """The answer shows through the privacy lens only while she is here."""
        return self.has_focus

    def render(self) -> Content:
        """The three answers; the chosen one is between brackets too, for terminals without colour."""
        return Content(_BETWEEN).join(self._drawn(code, label) for code, label in ANSWERS)

    def action_move(self, by: int) -> None:
        """Choose the answer beside the present one."""
        codes = [code for code, _ in ANSWERS]
        at = codes.index(self.answer) if self.answer in codes else len(codes) - 1
        self.choose(codes[(at + by) % len(codes)])

    def choose(self, answer: str) -> None:
        """Choose an answer and say so."""
        self.answer = answer
        self.post_message(self.Answered(self, answer))

    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked on."""
        event.stop()
        end = 0
        for code, label in ANSWERS:
            end += len(label) + 2
            if event.x < end:
                self.choose(code)
                return
            end += len(_BETWEEN)

    def _drawn(self, code: str, label: str) -> Content:
        if code == self.answer:
            return Content.styled(f"[{label}]", self.get_visual_style("yesno--chosen", partial=True))
        return Content.styled(f" {label} ", self.get_visual_style("yesno--other", partial=True))
