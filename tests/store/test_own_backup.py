"""The backup that is made when the program is left."""

import signal
import threading
from dataclasses import replace
from datetime import timedelta

from mentor_tui import own_backup
from mentor_tui.own_backup import backed_up_at_a_lock, backed_up_at_the_end
from mentor_tui.settings import Settings
from store.backup import listing


def test_leaving_after_a_change_makes_a_proven_backup_without_a_word(folder, clock, save, capsys):
    save(folder, "Dee")
    backed_up_at_the_end(folder, clock, Settings())
    assert [one.why for one in listing(folder.path)] == ["quit"]
    assert capsys.readouterr() == ("", "")


def test_leaving_without_a_change_makes_none(folder, clock, save):
    save(folder, "Dee")
    for _ in range(2):
        backed_up_at_the_end(folder, clock, Settings())
    assert len(listing(folder.path)) == 1


def test_it_makes_none_where_she_turned_that_off(folder, clock, save):
    save(folder, "Dee")
    backed_up_at_the_end(folder, clock, Settings(auto_backup=False))
    assert listing(folder.path) == ()


def test_what_takes_longer_than_a_moment_is_said(folder, clock, save, capsys, monkeypatch):
    def slow(*_):
        for timer in [one for one in threading.enumerate() if isinstance(one, threading.Timer)]:
            timer.join()

    monkeypatch.setattr(own_backup, "A_MOMENT", 0.0)
    monkeypatch.setattr(own_backup, "backed_up", slow)
    backed_up_at_the_end(folder, clock, Settings())
    assert capsys.readouterr().err == "Making a backup ...\n"


def test_ctrl_c_ends_it_quietly_and_leaves_nothing(folder, clock, save, monkeypatch):
    save(folder, "Dee")

    def stopped(*_):
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr("store.backup_archive.Archive.unpack", stopped)
    backed_up_at_the_end(folder, clock, Settings())
    assert [path.name[0] for path in (folder.path / "backups").iterdir()] == ["b"]


class Later:
    """A clock some minutes after another."""

    def __init__(self, clock, minutes):
        moment = clock.now()
        self._moment = replace(moment, local=moment.local + timedelta(minutes=minutes))

    def now(self):
        return self._moment


def test_locking_makes_one_an_hour_and_closing_always(folder, clock, save):
    for name, minutes in (("Dee", 0), ("Marcus", 5), ("Yusuf", 61)):
        save(folder, name)
        backed_up_at_a_lock(folder, Later(clock, minutes), Settings(), lambda _: None)
    assert [one.why for one in listing(folder.path)] == ["lock", "lock"]
    save(folder, "Ana")
    backed_up_at_the_end(folder, Later(clock, 62), Settings())
    assert len(listing(folder.path)) == 3
