"""Keys of rows, and the columns of Today: what a screen needs before any record is read."""

from widgets.row import Column

WAITING_COLUMNS = (Column(least=7, most=14), Column())
"""Name; reasons."""

COMING_COLUMNS = (Column(least=5, most=6), Column(most=10), Column())
"""When; name; what."""


def person_key(client_id: int) -> str:
    """The key of a row that is a person."""
    return f"clients:{client_id}"


def key_parts(key: str) -> tuple[str, int]:
    """The table and number of a row's key; ("", 0) for a row that is no record."""
    table, _, number = key.partition(":")
    return (table, int(number)) if number.isdigit() else ("", 0)
