"""A folder of the data folder that may not be read while the program is open: a sentence, and it goes on."""

from pathlib import Path

import pytest


@pytest.fixture
def shut(monkeypatch):
    """Shuts a folder, as chmod 000 does; the tests may run as one whom that does not stop."""
    is_dir, iterdir, glob = Path.is_dir, Path.iterdir, Path.glob

    def shut_now(folder):
        def refused(really):
            def ask(self, *words):
                if folder == self or folder in self.parents:
                    raise PermissionError(13, "Permission denied")
                return really(self, *words)

            return ask

        for name, really in (("is_dir", is_dir), ("iterdir", iterdir), ("glob", glob)):
            monkeypatch.setattr(Path, name, refused(really))

    return shut_now


@pytest.mark.parametrize("name", ["drafts", "inbox", "backups", ""])
async def test_a_folder_that_may_not_be_read_ends_nothing(open_page, books, shut, name):
    async with open_page(books) as page:
        shut(books.folder.path / name)
        for keys in (("2", "1"), ("n", "x", "escape"), ("N", "x", "escape"), ("7",)):
            await page.press(*keys)
            await page.pilot.pause()
            assert page.app.is_running
            assert page.text.strip()
            while len(page.app.screen_stack) > 1:  # where words are not kept, esc asks again
                await page.app.pop_screen()


async def test_settings_say_that_the_backups_may_not_be_read(open_page, books, shut):
    async with open_page(books) as page:
        shut(books.folder.path / "backups")
        await page.press("7")
        assert "The backups in" in page.lines[-1]
        assert "colours" in page.text
