"""Every test runs in a home of its own, at a place of its own, with no way out to a network."""

import gc
import itertools
import os
import socket
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings

# Textual reads this once, while it is imported.
os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ["TEXTUAL_FPS"] = "250"  # a frame that is waited for is drawn after 4 ms, not after 17

# The same examples for everyone, and none refused because a machine was busy. A case that was found once
# is written down as an @example.
settings.register_profile("house", deadline=None, derandomize=True, database=None)
settings.load_profile("house")

SAID_BY_THE_MACHINE = (
    "MENTOR_NOW", "MENTOR_DATA", "MENTOR_STATE", "MENTOR_CONFIG", "MENTOR_PASSPHRASE_COMMAND",
    "MENTOR_PASSPHRASE_FILE", "COLUMNS", "LINES", "NO_COLOR",
    "FORCE_COLOR", "PY_COLORS", "CLICOLOR", "CLICOLOR_FORCE", "GITHUB_ACTIONS", "EDITOR", "VISUAL",
    "PAGER", "BROWSER", "TEXTUAL", "TEXTUAL_LOG", "TEXTUAL_DRIVER", "TEXTUAL_THEME", "TEXTUAL_FPS",
    "LC_ALL", "LANGUAGE",
)  # fmt: skip

reached_for: list[str] = []


def refuse_the_network(event: str, arguments: tuple[object, ...]) -> None:
    """Stop every way out that Python knows of, and remember it in case the program swallows the error."""
    if event not in ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo"):
        return
    around = arguments[0]
    if isinstance(around, socket.socket) and around.family == getattr(socket, "AF_UNIX", None):
        return
    reached_for.append(f"{event} {arguments[1:]!r}")
    raise PermissionError(f"a test reached for the network: {event} {arguments[1:]!r}")


sys.addaudithook(refuse_the_network)


def pytest_collection_finish():
    """An app makes many small objects and the modules are many: looking for garbage was a quarter of all."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session")
def quick_textual():
    """Textual without its sleeps: for those who open screens in this process."""
    from tests.quick_pilot import quick

    with quick():
        yield


@pytest.fixture(scope="session")
def a_place_of_its_own(tmp_path_factory):
    """Makes an empty folder at each call.

    pytest's own looks through all the folders made before to number the next: with thousands of tests a
    twentieth of the whole run.
    """
    places, numbers = tmp_path_factory.mktemp("places"), itertools.count()

    def make() -> Path:
        place = places / str(next(numbers))
        place.mkdir(0o700)
        return place

    return make


@pytest.fixture
def tmp_path(a_place_of_its_own):
    """An empty folder."""
    return a_place_of_its_own()


@pytest.fixture(autouse=True)
def home_of_its_own(a_place_of_its_own, monkeypatch):
    """No test reads or writes the real home, or hears what this machine says about itself."""
    home = a_place_of_its_own()
    for name in SAID_BY_THE_MACHINE:
        monkeypatch.delenv(name, raising=False)
    places = {
        "HOME": home,
        "USERPROFILE": home,
        "XDG_DATA_HOME": home / "data",
        "XDG_STATE_HOME": home / "state",
        "XDG_CONFIG_HOME": home / "config",
        "XDG_CACHE_HOME": home / "cache",
        "XDG_RUNTIME_DIR": home / "run",
        "MENTOR_DATA": home / "mentor-data",
        "MENTOR_STATE": home / "mentor-state",
    }
    for name, place in places.items():
        monkeypatch.setenv(name, str(place))
    monkeypatch.setenv("TZ", "America/Vancouver")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    time.tzset()
    return home


@pytest.fixture(autouse=True)
def no_network():
    """A test that reached for the network fails even if what it ran kept quiet about it."""
    reached_for.clear()
    yield reached_for
    assert not reached_for, f"a test reached for the network: {reached_for}"


@pytest.fixture(scope="session", autouse=True)
def passphrases_tried_once():
    """A process of its own tries a passphrase on a file, and finds the same each time: it is asked once."""
    from store import unlocking

    really, found = unlocking._apart, {}

    def remembered(what, secret, content):
        if what != unlocking._UNWRAP:
            return really(what, secret, content)
        if (secret, content) not in found:
            found[secret, content] = really(what, secret, content)
        return found[secret, content]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(unlocking, "_apart", remembered)
        yield really


class OwnLock(NamedTuple):
    """A lock whose passphrase opens it in milliseconds: its scrypt is as light as age allows."""

    lock: object
    passphrase: str
    recovery_key: str


@pytest.fixture(scope="session")
def own_lock():
    """For `DataFolder.create(path, clock, own_lock.lock)`; never for what anybody really keeps."""
    from store.keys import Keys
    from store.unlocking import unwrap
    from store.vault import NewLock, recovery_file

    folder, passphrase = Path(__file__).parent / "lock", "six kind words for a test"
    identity = (folder / "identity.age").read_bytes()
    keys = Keys.from_text(unwrap(identity, passphrase))
    lock = NewLock(keys, identity, recovery_file(keys))
    return OwnLock(lock, passphrase, (folder / "recovery-key.txt").read_text().strip())
