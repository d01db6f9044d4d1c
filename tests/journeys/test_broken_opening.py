"""The books cannot be opened, for a reason nobody thought of: the program ends and says so."""

import sys

BROKEN = """
from store.folder import DataFolder

def broken(*words, **more):
    raise ValueError("Dee Planted-Name")

DataFolder.open = DataFolder.create = broken
from mentor_tui.start import main
import sys
sys.argv = ["mentor"]
main()
"""


def test_a_mistake_while_the_books_are_opened_ends_the_program_with_one_sentence(open_terminal, kept):
    terminal = open_terminal(sys.executable, "-c", BROKEN)
    assert terminal.end() == 1
    said = terminal.text()
    assert "Something in mentor itself went wrong (ValueError," in said
    assert "Traceback" not in said
    assert b"Planted-Name" not in terminal.raw


def test_keys_typed_before_the_books_are_open_are_not_lost(open_terminal, mentor, kept):
    terminal = open_terminal(mentor)
    terminal.press("n", "dee call 15m got the boots")
    terminal.until("enter save", '"got the boots"')
