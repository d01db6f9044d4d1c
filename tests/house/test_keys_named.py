"""No sentence of the program names a key by itself: the mentor may have chosen another."""

import ast
import re
from pathlib import Path

from mentor_tui.keymap import can_change
from mentor_tui.keys import ACTIONS, came_as

ROOM = Path(__file__).parents[2] / "mentor_tui"
NOT_ON_A_SCREEN = {"commands", "demo", "exchange", "reports"}
LETTERS = [came_as(one) for one in ACTIONS if can_change(one) and re.fullmatch("[A-Za-z]|f9", came_as(one))]
KEYS = "|".join(LETTERS)
ALONE = re.compile(rf"(?<![%\w“<>'’.+{{-])(?:{KEYS}|ctrl\+[a-z]|\[ and \])(?=[ ,;:.)])(?<!\b[aI])")
"""A letter that is no word of its own."""
DOES = re.compile(r"(?:^|[.;:,] |\n)a (?:[a-z]+s|on) ")
"""`a` is one: as a key it does something."""
FIXED = {"ctrl+z", "ctrl+q", "ctrl+g", "ctrl+t"}
"""Keys of text fields and of the terminal; and those that are named as free."""


def sentences(path):
    """What stands in quotes and is no docstring."""
    tree = ast.parse(path.read_text("utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def names_a_key(sentence):
    found = set(ALONE.findall(sentence)) - FIXED
    return " " in sentence.strip() and bool(found or DOES.search(sentence))


def test_a_bare_key_in_a_sentence_is_found():
    assert names_a_key("Nobody here. a adds a person.")
    assert names_a_key("Under Reports, x writes it.")
    assert names_a_key("ctrl+s adds them")
    assert not names_a_key("{add} adds a person, and I promised a letter.")


def test_sentences_name_keys_as_the_mentor_has_them():
    found = {
        str(path.relative_to(ROOM)): [one for one in sentences(path) if names_a_key(one)]
        for path in ROOM.rglob("*.py")
        if not NOT_ON_A_SCREEN & set(path.parts)
    }
    bare = {path: said for path, said in found.items() if said}
    assert not bare, "write {add}, {more} ... and pass it through keys.told:\n" + str(bare)
