"""What the mentor asked for when somebody is erased, and what cannot be reached by it."""

from dataclasses import dataclass
from typing import NamedTuple

ERASED, STRIPPED = "a person was erased", "a record was reduced to tallies"
BURNED = "a page of the notebook was burned"


@dataclass(frozen=True, slots=True)
class Wish:
    """Who, and how far."""

    people: tuple[int, ...]
    strip: bool = False
    """Their contacts stay, as unnamed tallies."""
    keep_pages: bool = False
    """Pages of the notebook whose words name them stay."""
    blank_shared: bool = False
    """In notes that are about others too, the words go."""
    remove_unreadable: bool = False
    """What cannot be opened, and copies beside the folder, is removed unread."""
    pages: tuple[int, ...] = ()
    """Pages of the notebook that are burned, by number; such a wish names nobody."""

    @property
    def label(self) -> str:
        """What history calls it: nobody's name."""
        done = BURNED if self.pages else STRIPPED if self.strip else ERASED
        many = len(self.pages or self.people)
        return done if many == 1 else f"{done} ({many} of them)"


class Unreached(NamedTuple):
    """Something that may hold them and cannot be written anew."""

    place: str
    """A file or folder: by its name in the data folder, or where it lies."""
    why: str
    """As the end of a sentence: "opens with earlier keys"."""
    remedy: str
    """What to do about it, as a sentence."""
    may_go: bool = True
    """Whether it is removed unread where she asks for that."""
