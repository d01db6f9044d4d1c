"""Another passphrase for the open notes: the one she has now, then the new one twice."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input

from mentor_tui.screens.door import words
from mentor_tui.screens.new_passphrase import NewPassphraseScreen
from widgets.secret_field import SecretField

CHANGED = "The passphrase is changed. The recovery key on your paper stays as it is."
_CHANGING = "Changing the lock: a few seconds ..."


class ChangePassphraseScreen(NewPassphraseScreen):
    """Gives True once it is changed."""

    HEADING = ("Settings", "passphrase")
    TITLE_WORDS = "Another passphrase"
    EXPLAINS = "The recovery key stays as it is. Backups made before open with the passphrase of their day."
    AUTO_FOCUS = "#now"

    def compose_before(self) -> ComposeResult:
        """The one she has now."""
        yield words("the one you have now", "quiet")
        yield SecretField(id="now")

    @on(Input.Submitted, "#now")
    def on_to_the_new(self) -> None:
        """Enter leads on to the new one."""
        self.first.focus()

    async def accepted(self, passphrase: str) -> None:
        """Open with the one, then lock with the other."""
        from store.vault import change_passphrase, unlock

        path, now = self.mentor.folder_door.path, self.query_one("#now", SecretField).secret

        def change() -> bool:
            change_passphrase(path, unlock(path, now), passphrase)
            return True

        if await self.while_it_works(_CHANGING, change):
            self.dismiss(True)
