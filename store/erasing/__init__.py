"""Taking a person, or single pages of the notebook, out of everything for good; or leaving but tallies.

`look` says beforehand what that reaches and what it cannot; `erase` does it. A whole new folder is made
beside the old one, without them, proved, and put in its place in one swap; then the old one is removed. A
stop at any moment leaves one of the two, and the removing is finished by the next one who opens the folder.
"""

from store.erasing.erase import Erased, erase
from store.erasing.leaving import taken_out
from store.erasing.pages import PagesLook, look_at_pages, pages_taken_out
from store.erasing.preview import Preview, look
from store.erasing.wish import Unreached, Wish

__all__ = [
    "Erased",
    "PagesLook",
    "Preview",
    "Unreached",
    "Wish",
    "erase",
    "look",
    "look_at_pages",
    "pages_taken_out",
    "taken_out",
]
