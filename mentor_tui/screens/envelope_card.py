"""The card of the sealed envelope, shown once; two of its groups are asked back."""

from mentor_tui.envelope_card import COMMAND
from mentor_tui.screens.recovery_key import RecoveryKeyScreen


class EnvelopeCardScreen(RecoveryKeyScreen):
    """Gives True once she has shown that it is on paper, None if she went back."""

    HEADING = ("Sealed envelope", "its card")
    CALLED = "The card"
    WHAT_IT_IS = (
        "It opens the envelope, and nothing else of yours. Write it on paper and give it to that person by "
        "hand, apart from the envelope. mentor does not keep it; this row of Settings makes another, "
        "and mentor envelope card --card FILE.pdf in the shell a page to print that says how it is opened."
    )
    LETTERS = f"Capitals; no letter O, I or B: 0 and 8 are figures. Write under it: {COMMAND}"
