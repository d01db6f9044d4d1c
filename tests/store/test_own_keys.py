"""Two ledgers, two keys: who has the caseload's opens nothing of the notebook's, and the other way round."""

from base64 import b64decode

import pytest

from store.age_codec import Age
from store.age_files import NotOpened, Opener, new_identity
from store.backup import create
from store.clock import FixedClock, moment_from
from store.drafts import Draft
from store.folder import DataFolder
from store.keys import Keys, new_keys
from tests.store.erasing.planted import opened

OTHER = {"caseload": "notebook", "notebook": "caseload"}
both_ways = pytest.mark.parametrize("of", list(OTHER))


@pytest.fixture(scope="module")
def place(tmp_path_factory, own_lock):
    """An encrypted folder in which each ledger has a snapshot, a journal line, a history and a draft."""
    clock = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))
    path = tmp_path_factory.mktemp("own-keys") / "store"
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("MENTOR_STATE", str(path.parent / "state"))
        with DataFolder.create(path, clock, own_lock.lock) as folder:
            for number in range(2):
                with folder.act("note") as act:
                    act.insert("contacts", {"words": "theirs"})
                with folder.act("page") as act:
                    act.insert("reflections", {"words": "mine"})
                folder.compact(force=number == 0)
            folder.drafts().keep(Draft("note", 1, {"text": "theirs"}))
            folder.drafts().keep(Draft("reflection", None, {"text": "mine"}))
            create(folder, clock)
    return path


def sealed(place, ledger):
    """Every age file of a ledger, by what it is: of a journal, that of each of its lines."""
    drafts = {"notebook": "reflection", "caseload": "note"}
    found = {"snapshot": (place / f"{ledger}.json.age").read_bytes()}
    (found["draft"],) = (at.read_bytes() for at in (place / "drafts").glob(f"*{drafts[ledger]}*"))
    for what, at in (("line", place), ("history", place / "history")):
        for journal in at.glob(f"{ledger}*.journal"):
            found[what] = b64decode(journal.read_bytes().splitlines()[1].split()[2])
    assert set(found) == {"snapshot", "draft", "line", "history"}
    return found


def test_new_keys_are_other_ones_for_each_ledger():
    keys = new_keys(new_identity()[1])
    one, other = keys.caseload, keys.notebook
    assert one.identity != other.identity
    assert one.chain != other.chain
    assert one.recipients[0] != other.recipients[0]
    assert Keys.from_text(keys.text()) == keys


@both_ways
def test_each_key_opens_all_of_its_own_ledger(place, own_lock, of):
    opener = Opener(own_lock.lock.keys.of(of).identity)
    for what, content in sealed(place, of).items():
        assert opener.decrypt(content), what


@both_ways
def test_no_key_opens_anything_of_the_other_ledger(place, own_lock, of):
    opener = Opener(own_lock.lock.keys.of(of).identity)
    for content in sealed(place, OTHER[of]).values():
        with pytest.raises(NotOpened):
            opener.decrypt(content)


@both_ways
def test_the_chain_of_one_ledger_says_nothing_of_the_other(place, own_lock, of):
    """Who has one chain key cannot write a line that the other ledger would believe."""
    header = (place / f"{OTHER[of]}.journal").read_bytes().splitlines()[0]
    number, check, body = header.split(b" ", 2)
    keys = own_lock.lock.keys
    assert Age(keys.of(OTHER[of])).check(b"", number + b" " + body) == check
    assert Age(keys.of(of)).check(b"", number + b" " + body) != check


@both_ways
def test_with_one_ledgers_key_alone_no_word_of_the_other_is_read_anywhere_in_the_folder(place, own_lock, of):
    """Backups and what is in them too; the other ledger's key finds it in each of these places."""
    word = {"caseload": b'"theirs"', "notebook": b'"mine"'}
    keys = own_lock.lock.keys
    alone, other = ([Opener(keys.of(each).identity)] for each in (of, OTHER[of]))
    files = [at for at in place.rglob("*") if at.is_file()]

    def read_in(openers):
        found = (
            at for at in files if any(word[OTHER[of]] in text for text in opened(at.read_bytes(), openers))
        )
        return {at.relative_to(place).parts[0].partition(".")[0] for at in found}

    assert read_in(alone) == set()
    assert read_in(other) == {OTHER[of], "history", "drafts", "backups"}
