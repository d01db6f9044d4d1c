"""The two themes of our own, and what every other theme lacks: $muted, $rule, $second, $good, $trouble.

Nothing is said by colour alone, so any theme of Textual's and none at all (NO_COLOR) work too.
"""

from textual.color import Color
from textual.theme import Theme

OWN_VARIABLES = ("muted", "rule", "second", "good", "trouble")
"""Variables our styles use beyond Textual's own."""


_DRAWN_LIKE = {
    "border": "accent",
    "border-blurred": "rule",
    "input-cursor-background": "accent",
    "input-cursor-foreground": "background",
    "input-selection-background": "rule",
    "scrollbar": "rule",
    "scrollbar-hover": "muted",
    "scrollbar-active": "accent",
    "scrollbar-background": "background",
    "scrollbar-background-hover": "background",
    "scrollbar-background-active": "background",
    "scrollbar-corner-color": "background",
    "block-cursor-background": "rule",
    "block-cursor-foreground": "text",
}
"""Textual's variables, and which of our colours each is."""


def _own(name: str, dark: bool, colours: dict[str, str]) -> Theme:
    return Theme(
        name=name,
        dark=dark,
        primary=colours["accent"],
        accent=colours["accent"],
        secondary=colours["second"],
        success=colours["good"],
        warning=colours["accent"],
        error=colours["trouble"],
        foreground=colours["text"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        variables={key: colours[key] for key in OWN_VARIABLES}
        | {variable: colours[like] for variable, like in _DRAWN_LIKE.items()},
    )


HEARTH = _own(
    "hearth",
    True,
    {
        "background": "#1d1b19",
        "surface": "#252220",
        "panel": "#2e2a27",
        "text": "#e8e2d6",
        "muted": "#9b9184",
        "rule": "#3f3934",
        "accent": "#e0a458",
        "second": "#7fa99b",
        "good": "#8fae7c",
        "trouble": "#cb826f",
    },
)
"""Dark, the default."""

PAPER = _own(
    "paper",
    False,
    {
        "background": "#f6f1e7",
        "surface": "#efe8da",
        "panel": "#e6ddcb",
        "text": "#2b2622",
        # Darker than first drawn: #7a7064 reached only 4.3:1 on the page and 3.6:1 in a dialog.
        "muted": "#685f54",
        "rule": "#d3c8b4",
        "accent": "#8a4b1f",
        "second": "#3c6658",
        "good": "#4a6738",
        "trouble": "#8f3b2a",
    },
)
"""Light."""

OWN_THEMES = (HEARTH, PAPER)


def variables_for(theme: Theme) -> dict[str, str]:
    """Our own variables for a theme that does not name them, made from its colours."""
    if theme.ansi:
        return {
            "muted": "ansi_default",
            "rule": "ansi_bright_black",
            "second": "ansi_default",
            "good": "ansi_default",
            "trouble": "ansi_default",
        }
    made = theme.to_color_system().generate()
    page, ink = Color.parse(made["background"]), Color.parse(made["foreground"])
    return {
        "muted": _readable(page.blend(ink, 0.68).hex, page, ink),
        "rule": page.blend(ink, 0.22).hex,
        "second": _readable(made["secondary"], page, ink),
        "good": _readable(made["success"], page, ink),
        "trouble": _readable(made["error"], page, ink),
    }


def _readable(colour: str, page: Color, ink: Color) -> str:
    """The colour, moved towards the ink until it reads on the page (4.5:1)."""
    start = Color.parse(colour)
    for tenth in range(11):
        mixed = start.blend(ink, tenth / 10)
        if contrast(mixed, page) >= 4.5:
            return mixed.hex
    return ink.hex


def contrast(one: Color, other: Color) -> float:
    """How far apart two colours are, as WCAG 2 counts: 1 (the same) to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: Color) -> float:
    channels = (part / 255 for part in colour.rgb)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
