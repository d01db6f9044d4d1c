"""The card that opens the sealed envelope: an identity file as stock age takes it, with what to do."""

from __future__ import annotations

from store.text import clean_line

SHOWN_ONCE = (
    "It opens the envelope, and nothing else of yours. It is kept nowhere: once this\n"
    "page is gone, nobody can show it again; `mentor envelope card` makes another. Write\n"
    "it down, or have it in a file with --card, and give it to {peer} by hand, apart from\n"
    "the envelope."
)
_TEXT = """\
# THE CARD OF A SEALED ENVELOPE
# For: {peer}
# Made: {day}. Keep it apart from the envelope. Whoever has both can read it.
#
# On the day something happens to me:
# 1. Get the file envelope.age: the newest copy you were given, or the one on my machine or stick.
# 2. Install the free program "age": on Debian or Ubuntu "sudo apt install age", on a Mac "brew install
#    age", on Windows "winget install FiloSottile.age". Its home: https://age-encryption.org
# 3. If you have this card on paper: type its last line into a new text file called card.txt, all on one
#    line, capitals, no blanks, with the three dashes as they are. No letter O, I or B is in the long part.
# 4. Put card.txt and envelope.age into one folder, open a terminal there, and type:
#        age -d -i card.txt -o envelope.html envelope.age
# 5. Open envelope.html in any browser. It says what to do next.
#
{secret}
"""


def card_text(peer: str, secret: str, day: str) -> str:
    """The card as a text file; every line but the last is a comment to age.

    Args:
        secret: "AGE-SECRET-KEY-1...".
    """
    return _TEXT.format(peer=clean_line(peer), day=day, secret=secret)
