"""What a lock costs: a note saved in an encrypted folder, and a line posted into one that is locked."""

from functools import partial
from pathlib import Path

from bench.figure import Figure, interleaved, ms
from bench.saving import Bare, Saver, against_bare
from bench.shell import MENTOR, run
from bench.stores import Stores
from store.age_files import new_identity
from store.caseload import Caseload
from store.folder import DataFolder
from store.keys import new_keys
from store.letterbox import posted
from store.resealing import reseal
from store.vault import NewLock, recovery_file

_PAIRS = 40


def encrypted_save(stores: Stores) -> list[Figure]:
    """A note saved at 10k in an encrypted folder, against an append and fsync of as many bytes."""
    path, lock = _locked(stores)
    with DataFolder.open(path, stores.clock, keys=lock.keys) as folder:
        saver = Saver(stores.in_mid_session(folder), "encrypted saves")
        what = "save a note at 10k, encrypted, against append+fsync"
        bare = Bare(stores.place("bare-encrypted"))
        return [against_bare(stores, saver, bare, "encrypted-save", what, saver.save, 3)]


def posting(stores: Stores) -> list[Figure]:
    """`mentor note` on a locked folder of 10k, which posts it, against one on a plain folder."""
    plain, (locked, _) = stores.copy(10_000), _locked(stores)
    with DataFolder.open(plain, stores.clock) as folder:
        name = Caseload(folder, stores.clock).waiting()[0].client.name.lower()
    mentor = stores.place("mentor-posting.py")
    mentor.write_text(MENTOR, encoding="utf-8")
    line = f"{name} call 15m got the boots, wants the clinic"
    commands = [[str(mentor), "--data", str(path), "note", line] for path in (locked, plain)]
    for words in commands:
        run(words)
    assert posted(locked) == 1, "the line was not posted"
    pairs = stores.pairs(_PAIRS)
    put, noted = interleaved([partial(run, words) for words in commands], pairs)
    what = "`mentor note` on a locked folder at 10k, against a plain one"
    detail = {"posted ms": ms(put), "noted ms": ms(noted)}
    return [Figure("posting", what, put / noted, 1.3, pairs=pairs, detail=detail)]


def _locked(stores: Stores) -> tuple[Path, NewLock]:
    """An encrypted folder of 10k that was open here once. Nothing here asks for a passphrase."""
    keys = new_keys(new_identity()[1])
    lock = NewLock(keys, b"", recovery_file(keys))
    place = stores.place(f"locked-{keys.recovery}")
    with DataFolder.open(stores.folder(10_000), stores.clock, read_only=True) as plain:
        place.mkdir(mode=0o700)
        reseal(plain, place, lock)
    DataFolder.open(place, stores.clock, keys=keys).close()
    return place, lock
