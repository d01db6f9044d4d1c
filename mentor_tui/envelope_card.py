"""The card that opens the sealed envelope: an identity file as stock age takes it, and a page to print."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from mentor_tui.recovery_groups import parts
from store.text import clean_line

if TYPE_CHECKING:
    from mentor_tui.reports.document import Document

SHOWN_ONCE = (
    "It opens the envelope, and nothing else of yours. It is kept nowhere: once this\n"
    "page is gone, nobody can show it again; `mentor envelope card` makes another. Write\n"
    "it down, or have it in a file with --card, and give it to {peer} by hand, apart from\n"
    "the envelope."
)
COMMAND = "age -d -i card.txt -o envelope.html envelope.age"
_TITLE = "The card of a sealed envelope"
_FOR = "For {peer}. Made {day}. Keep it apart from the envelope: whoever has both can read it."
_WHEN = "On the day something happens to me"
_STEPS = (
    "Get the file envelope.age: the newest copy you were given, or the one on my machine or stick.",
    'Install the free program "age": on Debian or Ubuntu "sudo apt install age", on a Mac "brew install '
    'age", on Windows "winget install FiloSottile.age". Its home: https://age-encryption.org',
    "If you have this card on paper: type the line that begins AGE-SECRET-KEY-1 into a new text file called "
    "card.txt, all on one line, capitals, no blanks, with its three dashes. No letter O, I or B is in what "
    "follows the 1: what looks like one is a 0 or an 8.",
    "Put card.txt and envelope.age into one folder, open a terminal there, and type:",
    "Open envelope.html in any browser. It says what to do next.",
)
_WIDTH = 96
_ACROSS = 5


def card_text(peer: str, secret: str, day: str) -> str:
    """The card as a text file; every line but the last is a comment to age.

    Args:
        secret: "AGE-SECRET-KEY-1...".
    """
    rows = [_TITLE.upper(), _FOR.format(peer=clean_line(peer), day=day), "", f"{_WHEN}:"]
    for number, step in enumerate(_STEPS, 1):
        rows += textwrap.wrap(step, _WIDTH, initial_indent=f"{number}. ", subsequent_indent="   ")
        rows += [f"       {COMMAND}"] if step.endswith("type:") else []
    return "".join(f"# {row}".rstrip() + "\n" for row in [*rows, ""]) + f"{secret}\n"


def card_page(peer: str, secret: str, day: str) -> Document:
    """The same as a page to print: the key in one line, and in groups to be copied from."""
    from mentor_tui.reports.document import Document, Heading, Points, Words

    begins, groups = parts(secret)
    rows = [" · ".join(groups[at : at + _ACROSS]) for at in range(0, len(groups), _ACROSS)]
    return Document(
        "card",
        _TITLE,
        _FOR.format(peer=clean_line(peer), day=day),
        (
            Heading(_WHEN),
            Points(_STEPS[:-1], boxes=True),
            Words(COMMAND, is_strong=True),
            Points(_STEPS[-1:], boxes=True),
            Heading("The key"),
            Words(secret, is_quiet=True),
            Words(f"The same in groups, after {begins}:"),
            *(Words(row, is_strong=True) for row in rows),
        ),
    )
