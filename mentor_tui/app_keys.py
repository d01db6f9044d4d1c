"""What the keys that work everywhere do: the places, a note, undo, find, help."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.binding import BindingType

from mentor_tui import keymap, keys, places
from mentor_tui.app_voice import AppVoice
from mentor_tui.screens.base import PlaceScreen
from mentor_tui.screens.hinted import HintedDialog

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


class AppKeys(AppVoice):
    """The app's own keys. They do not reach under a dialog; a dialog has its own."""

    BINDINGS: ClassVar[list[BindingType]] = keys.everywhere()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key whose screen is not part of the program is unbound; a bare question has no palette."""
        if getattr(self.screen, "is_before_the_books", False):
            return action in ("quit", "help_quit", "lock", "focus_next", "focus_previous")
        if action == "place":
            return places.exists(str(parameters[0]))
        if action in ("note", "catch_up", "review", "find", "promises"):
            return places.exists(action.replace("_", "-")) and self.books is not None
        if action == "command_palette":
            return isinstance(self.screen, PlaceScreen | HintedDialog)
        return self.books is not None if action in ("undo", "redo", "lock", "jump") else True

    async def action_quit(self) -> None:
        """Textual's own key for the end."""
        self.leave("ctrl+q")

    def action_lock(self) -> None:
        """Close the books now."""

    def use_keys(self, own: Mapping[str, str]) -> None:
        """Let these keys do what they should from now on; those that cannot be used are passed over."""
        usable, _ = keymap.sound(own)
        keys.use_keys(usable)
        self.set_keymap(keymap.keymap(usable))

    def own_key(self, key: str) -> str:
        """How the mentor has a key, for the hints of a dialog."""
        return keys.own_key(key)

    def action_jump(self) -> None:
        """A letter on each part of the page, then on each row."""
        from mentor_tui.screens.jump import begin_to_jump

        begin_to_jump(cast("MentorApp", self))

    def action_place(self, name: str) -> None:
        """Go to the first page of a place, whatever was left open above it."""
        if self.current_mode != name:
            self.switch_mode(name)
        while len(self.screen_stack) > 1:
            self.pop_screen()

    def action_note(self) -> None:
        """An empty note."""
        self.open_dialog("note")

    def action_catch_up(self) -> None:
        """The catch-up sheet."""
        self.open_dialog("catch-up")

    def action_review(self) -> None:
        """Walk through everyone."""
        self.open_dialog("review")

    def action_find(self) -> None:
        """Find words."""
        self.open_dialog("find")

    def action_promises(self) -> None:
        """Everything promised."""
        self.open_dialog("promises")

    def action_help(self) -> None:
        """Help for this place."""
        from mentor_tui.screens.help import HelpScreen

        self.push_screen(HelpScreen(self.screen))

    def action_undo(self) -> None:
        """Name what would be undone, and ask."""
        from mentor_tui.screens.undo import ask_to_undo

        ask_to_undo(cast("MentorApp", self))

    def action_redo(self) -> None:
        """Name what would be brought back, and ask."""
        from mentor_tui.screens.undo import ask_to_redo

        ask_to_redo(cast("MentorApp", self))

    def open_dialog(self, name: str, *args: Any, **options: Any) -> None:
        """Put a screen on top by its name; what it saved, if anything, is said when it closes."""
        self.push_screen(places.make(name, *args, **options), self._dialog_closed)

    def _dialog_closed(self, result: Any) -> None:
        from store.saved import Saved

        if isinstance(result, Saved):
            self.saved(result)
