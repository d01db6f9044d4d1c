"""Every action of the program, once: its key, its words, what it does.

The bindings of each screen, the hints at the foot, the palette and the help page are all made from
this table, so that a letter means one thing everywhere. A screen says which actions it takes
(`BINDINGS = bindings("log", "plan")`) and has a method `action_<id with _>` for each.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from textual.binding import Binding, BindingType
from textual.keys import key_to_character


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a key does."""

    id: str
    """Its name in code: `leave-until` is the method `action_leave_until`."""
    key: str
    """As Textual names it; several with commas."""
    label: str
    """One or two words, for the foot of the screen."""
    title: str
    """In the palette."""
    sentence: str
    """In the help."""
    everywhere: bool = False
    """The app takes it itself, on every screen (not over a dialog)."""
    over_dialogs: bool = False
    """The app takes it before any field does, over dialogs too."""
    in_palette: bool = True
    """False for what only makes sense as a key: moving, closing."""

    @property
    def keys_now(self) -> str:
        """Its keys, the mentor's own in place of the first where she has chosen one."""
        first, *others = self.key.split(",")
        return ",".join([_OWN.get(self.id, first), *others])

    @property
    def shown_key(self) -> str:
        """The first of its keys as it is printed on the key."""
        return printed(self.keys_now.split(",")[0])

    @property
    def all_keys(self) -> str:
        """All its keys as they are printed, for the help."""
        return " ".join(map(printed, self.keys_now.split(",")))

    @property
    def method(self) -> str:
        """The action as Textual calls it."""
        if self.id.startswith("place-"):
            return f"place('{self.id.removeprefix('place-')}')"
        return self.id.replace("-", "_")


_PRINTED = {
    "question_mark": "?",
    "slash": "/",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "escape": "esc",
    "backspace": "⌫",
    "left": "←",
    "right": "→",
    "plus": "+",
    "minus": "-",
    "pageup": "pgup",
    "pagedown": "pgdn",
}

_OWN: dict[str, str] = {}
"""Her own keys by the action's name."""


def _place(key: str, name: str, sentence: str) -> Action:
    return Action(f"place-{name}", key, name, name.capitalize(), sentence, everywhere=True)


def _app(id: str, key: str, label: str, title: str, sentence: str) -> Action:
    return Action(id, key, label, title, sentence, everywhere=True)


def _moving(id: str, key: str, label: str, sentence: str) -> Action:
    return Action(id, key, label, label.capitalize(), sentence, in_palette=False)


ACTIONS: tuple[Action, ...] = (
    _place("1", "today", "Who needs you next and why, what is coming, one question if you like."),
    _place("2", "clients", "Everyone you walk with, to look through and to find."),
    _place("3", "agenda", "Plans, appointments and dates of the coming days."),
    _place("4", "reflect", "The six themes, a question, and your own notebook."),
    _place("5", "services", "The directory of services."),
    _place("6", "reports", "A month of work as a report: see it, open it, take it out."),
    _place("7", "settings", "Colours, dates, words of the lists, backups, and where everything lies."),
    _app("note", "n", "note", "New note", "An empty note: who, how, what, in one line."),
    _app("catch-up", "N", "catch up", "Catch-up sheet", "Many lines from paper or phone, saved at once."),
    _app(
        "review", "r", "review", "Review everyone", "Walk through everyone, one at a time, in Today's order."
    ),
    _app("promises", "I", "all promised", "Everything promised", "What you said you would do, by person."),
    _app("undo", "u", "undo", "Undo", "Takes back the last thing saved; it names it and asks first."),
    _app("redo", "U", "redo", "Redo", "Brings back what was undone last; it names it and asks first."),
    _app("find", "slash", "find", "Find", "Find words in everything kept; filters narrow it."),
    _app("help", "question_mark,f1", "help", "Help for this place", "What this place is for, and its keys."),
    Action(
        "command-palette",
        "ctrl+p",
        "palette",
        "Palette",
        "Everything that can be done here, by name.",
        everywhere=True,
        over_dialogs=True,
    ),
    Action(
        "lock",
        "ctrl+l",
        "lock",
        "Lock",
        "Closes the notes at once; what is half typed is kept, and is back after the passphrase.",
        everywhere=True,
        over_dialogs=True,
    ),
    Action(
        "lens",
        "f9",
        "lens",
        "Privacy lens",
        "Initials for names, and no notes, reasons or kinds on the screen; again shows everything.",
        everywhere=True,
        over_dialogs=True,
    ),
    Action("log", "l", "log", "Note about this person", "A note about the person under the cursor."),
    Action("plan", "p", "plan", "Plan", "A next touch, an appointment or a date for this person."),
    Action("promise", "i", "I promised", "I promised", "Something you said you would do."),
    Action("goal", "o", "goal", "Goal", "A need or goal, in their own words."),
    Action(
        "check-in", "c", "check-in", "Check in together", "Questions to ask together; their words are kept."
    ),
    Action("bridge", "b", "bridge", "Bridge to a service", "A bridge to a service for this person."),
    Action("add", "a", "add", "Add here", "Add what this place holds: a person, a plan, a service."),
    Action("edit", "e", "edit", "Edit", "Correct what is under the cursor."),
    Action("done", "d", "done", "Done", "A plan done or a promise kept; asks which one."),
    Action("mark", "m", "mark", "Mark", "Mark this person, to plan or note the same thing for several."),
    Action("mark-all", "M", "mark all", "Mark all, or none", "Mark everyone shown; again, nobody."),
    Action("keep-view", "s", "keep view", "Keep this view", "Keeps what is shown, with its filter."),
    Action("leave-until", "z", "leave until", "Leave until", "Leave this person until a day, and say why."),
    Action("again", "g", "again", "Walk together again", "After a pause or an ending, in one key."),
    Action("more", "x", "more", "More", "More for what is here: status, died, back inside, take out."),
    Action("why", "y", "why", "Why here?", "Why this person is shown here, in full."),
    Action("reveal", "v", "number", "How to reach them", "The rules for reaching them, then the number."),
    Action("write", "w", "write", "Write on the question", "Write on the question of the day, if you like."),
    Action("day-later", "plus", "a day later", "A day later", "Moves the plan under the cursor by a day."),
    Action("day-earlier", "minus", "a day sooner", "A day earlier", "Moves it a day back."),
    Action("week-later", "greater_than_sign", "a week later", "A week later", "Moves the plan by a week."),
    Action("week-earlier", "less_than_sign", "a week sooner", "A week earlier", "Moves it a week back."),
    Action(
        "repeat",
        "t",
        "comes back",
        "How it comes back",
        "How this plan comes back, or that it does not.",
    ),
    Action("go-to-day", "f", "to a day", "Go to a day", "Shows the days around one that you type."),
    Action("longer", "f2", "longer", "Longer note", "A larger space to write in."),
    Action("put-aside", "f3", "put aside", "Put this draft aside", "Keeps this draft, opens an empty one."),
    Action("save", "ctrl+s", "save", "Save", "Saves what is written."),
    _moving(
        "recovery-key", "f4", "recovery key", "The passphrase is forgotten: opens with the recovery key."
    ),
    _moving("show-typed", "f5", "show", "Shows what is typed in place of dots; again hides it."),
    _moving("other-words", "f6", "other words", "Six other words for a passphrase."),
    _moving("not-now", "f7", "not now", "Begins without encryption; every page says so from then on."),
    _moving(
        "both-lost", "f8", "both are lost", "Passphrase and recovery key are both lost: what can be done."
    ),
    _moving("open", "enter", "open", "Open what is under the cursor."),
    _moving("back", "q,escape", "back", "Back to where you were; q on Today closes the program."),
    _moving("previous-tab", "left_square_bracket", "tab before", "The tab to the left."),
    _moving("next-tab", "right_square_bracket", "next tab", "The tab to the right."),
    _moving("other-side", "left,right", "other side", "To the list on the other side."),
    _moving("page-before", "pageup", "earlier", "To the days, the week or the month before."),
    _moving("page-after", "pagedown", "later", "To the days, the week or the month after."),
    _moving("to-today", "home", "today's day", "Back to today."),
    _moving("next", "space", "next", "The next one."),
    _moving("before", "backspace", "back one", "The one before."),
    _app("jump", "ctrl+o", "jump", "Jump", "A letter on each part of the page, then on each row; press it."),
    _moving("complete", "tab", "complete", "Completes a name, a mark or a service."),
)
"""The whole table. One key has one meaning (a test holds it)."""

_BY_ID = {action.id: action for action in ACTIONS}
_NAMED = re.compile(r"\{([a-z-]+)\}")


def action(id: str) -> Action:
    """The action of this name."""
    return _BY_ID[id]


def bindings(*ids: str) -> list[BindingType]:
    """The bindings of these actions, for a screen's `BINDINGS`."""
    return [_binding(_BY_ID[id]) for id in ids]


def everywhere() -> list[BindingType]:
    """The bindings of the app itself."""
    return [_binding(action) for action in ACTIONS if action.everywhere]


def hints(ids: Iterable[str]) -> tuple[tuple[str, str, str], ...]:
    """Key as it comes, word and action name for the foot of the screen, which shows the mentor's own."""
    return tuple((came_as(_BY_ID[id]), _BY_ID[id].label, _BY_ID[id].method) for id in ids)


def use_keys(own: Mapping[str, str]) -> None:
    """Name these keys from now on, in place of those the program comes with; sound ones only."""
    _OWN.clear()
    _OWN.update(own)


def printed(key: str) -> str:
    """A key as it is printed on the keyboard: "?" for question_mark."""
    return _PRINTED.get(key) or (key_to_character(key) or "").strip() or key


def came_as(one: Action) -> str:
    """The first key that an action comes with, as it is printed."""
    return printed(one.key.split(",")[0])


def own_key(key: str) -> str:
    """The mentor's own key in place of one the program comes with, both as they are printed."""
    return next((_BY_ID[id].shown_key for id in _OWN if came_as(_BY_ID[id]) == key), key)


def told(sentence: str) -> str:
    """A sentence of ours with each key in it named as she has it: "{add} adds a person"."""
    return _NAMED.sub(lambda found: _BY_ID[found[1]].shown_key if found[1] in _BY_ID else found[0], sentence)


def _binding(action: Action) -> Binding:
    return Binding(
        action.key,
        action.method,
        action.title,
        show=False,
        priority=action.over_dialogs,
        id=action.id,
        tooltip=action.sentence,
    )
