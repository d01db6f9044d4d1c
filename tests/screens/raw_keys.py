"""What a key in a sentence must not be read as: the name of what it does, still in its brackets."""

import re

from mentor_tui.keys import ACTIONS

_BRACKETS = re.compile(r"\{(" + "|".join(re.escape(action.id) for action in ACTIONS) + r")\}")


def raw_keys(text):
    """Every key that stands in a text unnamed."""
    return [found[0] for found in _BRACKETS.finditer(text)]
