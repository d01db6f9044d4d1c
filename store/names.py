"""Names as they are typed: found exactly or by a prefix, whatever their case and accents."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from store.card_codes import number_of
from store.text import fold


@dataclass(frozen=True, slots=True)
class NameEntry:
    """Someone, or a service, that a line may name."""

    id: int
    name: str
    also: tuple[str, ...] = ()
    """Other names, a service's short one among them."""
    code_key: int = 0
    """What the code on a pocket card is reckoned with; 0 for what has none."""


class NameBook:
    """The names of a list, folded once, for finding at each key press."""

    def __init__(self, entries: Sequence[NameEntry]) -> None:
        self.entries = entries
        self._ids: dict[str, tuple[int, ...]] = {}
        for entry in entries:
            for name in (entry.name, *entry.also):
                key = name_key(name)
                if key and entry.id not in self._ids.get(key, ()):
                    self._ids[key] = (*self._ids.get(key, ()), entry.id)
        self._sorted = sorted(self._ids)
        self._called = {entry.id: entry.name for entry in entries}
        self.longest = max((key.count(" ") + 1 for key in self._sorted), default=0)
        """Words in the longest name."""

    def called(self, id: int) -> str:
        """The name of one."""
        return self._called[id]

    def exactly(self, key: str) -> tuple[int, ...]:
        """Who is called just this, or has this code on a pocket card."""
        return self._ids.get(key) or self._coded(key)

    def starting(self, key: str) -> tuple[int, ...]:
        """Whose name begins with this, in the order of their names."""
        return tuple(dict.fromkeys(id for name in self._from(key) for id in self._ids[name]))

    def names_starting(self, key: str) -> tuple[str, ...]:
        """The names, as written, that begin with this."""
        return tuple(dict.fromkeys(self._called[id] for name in self._from(key) for id in self._ids[name]))

    @property
    def has_codes(self) -> bool:
        """Whether those in it have codes on a pocket card."""
        return bool(self.entries and self.entries[0].code_key)

    def _coded(self, key: str) -> tuple[int, ...]:
        id = number_of(key, self.entries[0].code_key) if self.has_codes else None
        return (id,) if id in self._called and id is not None else ()

    def close_to(self, key: str, most: int = 3) -> tuple[int, ...]:
        """Whose name is one slip of a finger away: offered, never assigned."""
        if len(key) < 3:
            return ()
        near = (
            id
            for name in self._sorted
            if one_slip(key, name) or (" " in name and one_slip(key, name.partition(" ")[0]))
            for id in self._ids[name]
        )
        return tuple(dict.fromkeys(near))[:most]

    def _from(self, key: str) -> Iterator[str]:
        place = bisect_left(self._sorted, key)
        while place < len(self._sorted) and self._sorted[place].startswith(key):
            yield self._sorted[place]
            place += 1


def name_key(name: str) -> str:
    """A name folded, with single spaces."""
    return " ".join(fold(name).split())


def as_name(words: str) -> str:
    """Words as a name: as typed, or each word capitalised where all of them are small letters."""
    if words != words.lower():
        return words
    return " ".join(word[:1].upper() + word[1:] for word in words.split(" "))


def one_slip(typed: str, name: str) -> bool:
    """Whether one letter missing, added, changed or swapped with the next turns one into the other."""
    longer, shorter = (typed, name) if len(typed) >= len(name) else (name, typed)
    if len(longer) - len(shorter) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter))
    if len(longer) != len(shorter):
        return longer[same + 1 :] == shorter[same:]
    if longer[same + 1 :] == shorter[same + 1 :]:
        return True
    swapped = longer[same : same + 2] == shorter[same : same + 2][::-1]
    return swapped and longer[same + 2 :] == shorter[same + 2 :]


_made: list[NameBook] = []


def book_of(entries: Sequence[NameEntry]) -> NameBook:
    """The book of these names; a tuple met lately is not folded again at the next key."""
    for book in _made:
        if book.entries is entries:
            return book
    book = NameBook(entries)
    if isinstance(entries, tuple):
        _made[:] = [book, *_made[:3]]
    return book
