"""Finding the one person that words name, outside a note line."""

from collections.abc import Sequence

from store.card_codes import number_of
from store.errors import RequestRefused
from store.records import Client
from store.text import fold


def find_person(people: Sequence[Client], words: str, code_key: int = 0) -> Client:
    """The one person these words name: the whole name, else a code, else `#number`, else a unique beginning.

    Args:
        code_key: what the codes on pocket cards are reckoned with; 0 if they do not count.

    Raises:
        RequestRefused: nobody, or more than one; the sentence names who it could be.
    """
    wanted = fold(" ".join(words.split()))
    if not wanted:
        raise RequestRefused("Say who: a name, or the first letters of one.")
    exact = [client for client in people if fold(" ".join(client.name.split())) == wanted]
    if not exact and wanted.removeprefix("#").isdecimal():
        number = int(wanted.removeprefix("#"))
        exact = [client for client in people if client.id == number]
    if not exact and code_key and (coded := number_of(wanted, code_key)):
        exact = [client for client in people if client.id == coded]
    matching = exact or [client for client in people if fold(client.name).startswith(wanted)]
    if len(matching) == 1:
        return matching[0]
    if matching:
        raise RequestRefused(
            f"{len(matching)} people match {words.strip()!r}: {_listed(matching)}. "
            "Type more of the name, or # and the number."
        )
    raise RequestRefused(
        f"Nobody is called {words.strip()!r}. `mentor clients` lists everyone; "
        f"`mentor client add` adds a person."
    )


def _listed(people: Sequence[Client]) -> str:
    named = [f"{client.name} (#{client.id})" for client in people[:8]]
    return ", ".join(named) + (f" and {len(people) - 8} more" if len(people) > 8 else "")
