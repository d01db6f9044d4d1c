"""In which form something is drawn: as it was said, else by the ending of the file, else as text."""

from pathlib import Path

from mentor_tui.commands.printing import put, put_json
from mentor_tui.reports import FORMS, Document, Report, as_object, form_by_ending, render
from store.errors import RequestRefused

_ONLY_IN_A_FILE = ("pdf", "xlsx")


def form_of(form: str, output: Path | None, *, json: bool = False) -> str:
    """One of FORMS.

    Args:
        form: as it was said; "" where nothing was.
        output: the file; None for the terminal.
        json: the same as the form "json".

    Raises:
        RequestRefused: there is no such form, it cannot be shown in a terminal, or the ending says nothing.
    """
    said = form or ("json" if json else "") or form_by_ending(output)
    if said not in FORMS:
        raise RequestRefused(f"It can be written as {', '.join(FORMS)}, not as {said!r}.")
    if output is None and said in _ONLY_IN_A_FILE:
        raise RequestRefused(
            f"A {said.upper()} cannot be shown in a terminal; name a file for it: -o report{FORMS[said]}"
        )
    return said


def show(thing: Report | Document, form: str) -> None:
    """Print it where it was asked for."""
    if form == "json":
        put_json(as_object(thing))
    else:
        put(render(thing, form).decode("utf-8-sig").rstrip("\n"))
