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
    question = f"Undo: {past.label}, {day}{local:%H:%M}?"
    app.push_screen(AskScreen(question, "undo", also="u"), lambda yes: _undo(app) if yes else None)


def _undo(app: "MentorApp") -> None:
    try:
        past = app.caseload.undo()
    except MentorError as error:
        app.trouble(str(error))
        return
    app.voice.undone(past.label)
    app.read_again()
