"""Undo: it names what it would take back, and asks."""

from typing import TYPE_CHECKING

from mentor_tui.screens.dialog import AskScreen
from store.errors import MentorError
from store.when import When, short

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


def ask_to_undo(app: "MentorApp") -> None:
    """Ask "Undo: note, Dee, 14:02?"; enter or u does it."""
    past = app.caseload.next_undo()
    if past is None:
        app.trouble("There is nothing to undo.")
        return
    now = app.clock.now()
    local = past.at.astimezone(now.tz)
    day = "" if local.date() == now.day else f"{short(When(local.date(), None), now)} "
    question = f"Undo: {told(past.label)}, {day}{local:%H:%M}?"

    def answered(yes: bool | None) -> None:
        if yes:
            _undo(app, past.number)

    app.push_screen(AskScreen(question, "undo", also="u"), answered)


def told(label: str) -> str:
    """An act in words, what became of something in quotes: "plan “done”, Dee"."""
    thing, _, rest = label.partition(": ")
    became, comma, name = rest.rpartition(", ")
    return f"{thing} “{became or name}”{comma}{name if became else ''}" if rest else label


def _undo(app: "MentorApp", expected: int) -> None:
    try:
        past = app.caseload.folder.undo(expected)
    except MentorError as error:
        app.trouble(str(error))
        return
    app.voice.undone(told(past.label))
    app.read_again()
