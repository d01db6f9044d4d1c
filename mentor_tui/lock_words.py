"""What is said of passphrase and recovery key, on the screen and in the shell."""

IF_BOTH_ARE_LOST = (
    "Nobody can read your notes without it. A recovery key comes next, to write on paper. If passphrase and "
    "recovery key are both lost, nobody can open the notes again: not you, and not the makers of mentor."
)
STRENGTHS = {
    "none": "",
    "few guesses": "a few guesses would find this one",
    "determined person": "a determined person could find this one",
    "good": "good: even a determined person would hardly find this one",
}
NOT_THE_SAME = "The two are not the same. Type it once more."
SHOWN_ONCE = (
    "It opens your notes if the passphrase is ever forgotten. Write it on paper and keep that away from this "
    "machine. It is shown this once; mentor does not keep it."
)
