"""What the palette lists: every action that can be done here, by name, then the colours."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen

from mentor_tui.keys import ACTIONS, Action, told
from mentor_tui.themes import OWN_THEMES

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


def actions_here(screen: Screen[Any]) -> tuple[tuple[Action, DOMNode], ...]:
    """The actions of the table that work on a screen now, in the table's order, and who takes each."""
    taken = {active.binding.id: active.node for active in screen.active_bindings.values() if active.enabled}
    return tuple((action, taken[action.id]) for action in ACTIONS if action.id in taken)


def commands_here(app: "MentorApp", screen: Screen[Any]) -> Iterable[SystemCommand]:
    """The actions of this screen, each with its sentence and its key, then the colours."""
    for action, node in actions_here(screen):
        if action.in_palette and action.id != "command-palette":
            run = partial(app.run_action, action.method, node)
            yield SystemCommand(action.title, f"{told(action.sentence)} Key: {action.all_keys}", run)
    # From a dialog nobody goes elsewhere: what is half typed in it comes first.
    if app.books is not None and not isinstance(screen, ModalScreen):
        yield from _elsewhere(app, screen)
    for theme in OWN_THEMES:
        colours = partial(app.use_theme, theme.name)
        yield SystemCommand(f"Colours: {theme.name}", "Show everything in these colours.", colours)
    yield SystemCommand("Colours: others", "Choose among all that there are.", app.search_themes)


def _show_files(app: "MentorApp") -> None:
    from mentor_tui.screens.made_files import MadeFilesScreen

    app.push_screen(MadeFilesScreen())


def _away(app: "MentorApp") -> SystemCommand:
    away = app.caseload.away()
    if away is None or away.is_over:
        sentence = "Say that you are away, from one day until another. No due day moves; reasons say why."
        return SystemCommand("Away until a day", sentence, partial(app.open_dialog, "away"))
    from mentor_tui.screens.going_away import be_back

    sentence = "You are back: your days away end with yesterday."
    return SystemCommand("Back again", sentence, partial(be_back, app))


def _write(app: "MentorApp", code: str) -> None:
    from mentor_tui.writing_out import ask_where, say_written

    ask_where(app, code, partial(say_written, app))


def _show_keys(app: "MentorApp") -> None:
    from mentor_tui.screens.own_keys import OwnKeysScreen

    app.push_screen(OwnKeysScreen())


def _tutor(app: "MentorApp") -> Iterable[SystemCommand]:
    """In the demo alone: nobody should try things on people who are there."""
    if app.tutor is not None:
        yield SystemCommand("Leave the tutor", "Puts its line away.", app.leave_tutor)
    elif app.demo_banner:
        yield SystemCommand("Tutor", "A few steps to try, at the foot of the page.", app.begin_tutor)


def _calendars(app: "MentorApp", screen: Screen[Any]) -> Iterable[SystemCommand]:
    """Calendars out and in, and the pocket card."""
    if not hasattr(screen, "write_as"):  # there the palette has them among the other things to write
        sentence = "What is planned, for the calendar of a phone: initials, days and times."
        yield SystemCommand("Write a calendar", sentence, partial(_write, app, "calendar"))
        sentence = "A sheet of initials, days and codes, to print: for where no phone can go."
        yield SystemCommand("Write a pocket card", sentence, partial(_write, app, "card"))
    sentence = "Events still to come, from a calendar file or folder; you see each before it is written."
    yield SystemCommand("Bring in a calendar", sentence, partial(app.open_dialog, "bring-calendar"))


def _elsewhere(app: "MentorApp", screen: Screen[Any]) -> Iterable[SystemCommand]:
    """What is done in one place but looked for by name from any."""
    yield from _tutor(app)
    yield SystemCommand(
        "Your own keys", "Every action with its key: choose another.", partial(_show_keys, app)
    )
    sentence = "What was written out and still lies on a disk: open one, or remove it."
    yield SystemCommand("Files you made", sentence, partial(_show_files, app))
    sentence = told("Everything that was saved, newest first; {undo} takes back the newest that stands.")
    yield SystemCommand("History", sentence, partial(app.open_dialog, "history"))
    sentence = "What everybody agreed to: what for, with whom, until when; taken back in two keys."
    yield SystemCommand("Agreements", sentence, partial(app.open_dialog, "agreements"))
    sentence = "Records that ask whether they are still needed: keep one and say why, or let it go."
    yield SystemCommand("Still needed?", sentence, partial(app.open_dialog, "still-needed"))
    sentence = "What ; and a digit put into a note: write one, change it, remove it."
    yield SystemCommand("Templates", sentence, partial(app.open_dialog, "templates"))
    sentence = "Words that a quiet line speaks of while you write a record: your own list."
    yield SystemCommand("Words for hints", sentence, partial(app.open_dialog, "hint-words"))
    sentence = "Words that were typed and not saved: go on with them, or throw them away."
    yield SystemCommand("Words put aside", sentence, partial(app.open_dialog, "put-aside"))
    sentence = "From your own spreadsheet, or the contacts of a phone; nobody comes in whom you do not tick."
    yield SystemCommand("Bring people in", sentence, partial(app.open_dialog, "bring-people"))
    yield _away(app)
    yield from _calendars(app, screen)
    for name, place, sentence in (
        (
            "Reduce to tallies, or erase",
            "clients",
            "Under Clients: {more} on a person, then its line. Goes there.",
        ),
        ("Write this month's report", "reports", "Under Reports: {more} writes it to a file. Goes there."),
        ("Make a backup", "settings", "Under Settings, BACKUPS: {add} makes one and proves it. Goes there."),
        ("Write in the notebook", "reflect", "Under Reflect: {write} writes. Goes there."),
        (
            "Import services",
            "services",
            "In the shell: mentor import services FOLDER. Goes there.",
        ),
    ):
        yield SystemCommand(name, told(sentence), partial(app.action_place, place))
