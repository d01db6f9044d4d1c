"""Hints about words while a record is written: offered, never in the way, off when the mentor says so.

docs/words.md says to a mentor what is looked for and how often it is right. Everything here is pure, and
quick enough for each pause in typing.
"""

from store.wording.hints import Hint, hints_in
from store.wording.patterns import KINDS

__all__ = ["KINDS", "Hint", "hints_in"]
