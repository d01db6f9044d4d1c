"""The catch-up sheet: many notes from paper or phone, one a line."""

from store.text import clean_lines


def sheet_notes(text: str) -> tuple[str, ...]:
    """The notes of a sheet: each line is one; an indented line continues the one above."""
    notes: list[str] = []
    for line in clean_lines(text).split("\n"):
        if not line.strip():
            continue
        if line[0] == " " and notes:
            notes[-1] += f"\n{line.strip()}"
        else:
            notes.append(line.strip())
    return tuple(notes)
