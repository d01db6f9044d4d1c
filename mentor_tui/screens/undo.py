"""Undo and redo: each names what it would do, and asks."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from mentor_tui.keys import action
from mentor_tui.screens.dialog import AskScreen
from store.errors import MentorError
from store.when_echo import short_instant

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


def ask_to_undo(app: "MentorApp") -> None:
    """Ask "Undo: note, Dee, 14:02?"; enter or its own key does it."""
    past = app.caseload.next_undo()
    if past is None:
        app.trouble(app.caseload.folder.lost_history() or "There is nothing to undo.")
        return

    def undo() -> None:
        app.voice.undone(told(app.caseload.folder.undo(past.number).label))

    stays = "What was erased or burned stays gone. " if app.caseload.folder.may_precede_erasing(past) else ""
    _ask(app, f"{stays}Undo: {told(past.label)}, {short_instant(past.at, app.clock.now())}?", "undo", undo)


def ask_to_redo(app: "MentorApp") -> None:
    """Ask "Redo: note, Dee, undone 14:05?"; enter or its own key does it."""
    found = app.caseload.folder.next_redo()
    if found is None:
        app.trouble("Nothing was undone lately, so there is nothing to bring back.")
        return
    undone, label = found

    def redo() -> None:
        app.voice.redone(told(app.caseload.folder.redo(undone.number)[1]))

    when = short_instant(undone.at, app.clock.now())
    _ask(app, f"Redo: {told(label)}, undone {when}?", "redo", redo)


def told(label: str) -> str:
    """An act in words, what became of something in quotes: "plan “done”, Dee"."""
    thing, _, rest = label.partition(": ")
    became, comma, name = rest.rpartition(", ")
    return f"{thing} “{became or name}”{comma}{name if became else ''}" if rest else label


def _ask(app: "MentorApp", question: str, id: str, act: Callable[[], None]) -> None:
    def answered(yes: bool | None) -> None:
        if yes:
            try:
                act()
            except MentorError as error:
                app.trouble(str(error))
            else:
                app.read_again()

    app.push_screen(AskScreen(question, id, also=action(id).keys_now), answered)
