"""The doctor looks at the whole folder, changes nothing and speaks in sentences."""

import json

import pytest
from tinydb import TinyDB
from tinydb.table import Document

from store.backup import create
from store.backup_proof import verify
from store.doctor import examine
from store.errors import PassphraseNeeded, RequestRefused
from store.folder import DataFolder


@pytest.fixture
def sentences(clock):
    def told(path, severity=None):
        return [one.text for one in examine(path, clock) if severity in (None, one.severity)]

    return told


@pytest.fixture
def backed_up(folder, clock):
    verify(create(folder, clock).path, clock)
    return folder


def test_nothing_is_said_where_all_is_well(backed_up, save, sentences):
    save(backed_up, "Dee")
    backed_up.compact(force=True)
    save(backed_up, "Ed")
    backed_up.compact(force=True)
    save(backed_up, "Jo")
    assert sentences(backed_up.path) == []


def test_looking_changes_nothing(folder, save, sentences, file_states):
    save(folder, "Dee")
    with (folder.path / "caseload.journal").open("ab") as journal:
        journal.write(b"3 torn")
    before = file_states(folder.path)
    assert sentences(folder.path)
    assert file_states(folder.path) == before


def test_a_missing_backup_is_mentioned(folder, sentences):
    assert sentences(folder.path, "notice") == ["There is no backup yet; `mentor backup create` makes one."]


def test_damage_comes_first(folder, save, sentences):
    save(folder, "Dee")
    save(folder, "Ed")
    journal = folder.path / "caseload.journal"
    journal.write_bytes(journal.read_bytes().replace(b"Dee", b"Doe"))
    assert "caseload.journal is damaged after save 0" in sentences(folder.path)[0]


@pytest.mark.parametrize("how", ["damaged", "missing"])
def test_history_is_looked_at_to_its_beginning(backed_up, save, sentences, how):
    for name in ("Dee", "Ed"):
        save(backed_up, name)
        backed_up.compact(force=True)
    oldest = min((backed_up.path / "history").iterdir())
    if how == "missing":
        oldest.unlink()
    else:
        oldest.write_bytes(oldest.read_bytes().replace(b"Dee", b"Doe"))
    assert len(sentences(backed_up.path, "trouble")) == 1


def test_a_record_that_points_at_someone_gone_is_named(backed_up, sentences):
    with backed_up.act("note") as act:
        act.insert("contacts", {"client_ids": [4], "on": "2026-11-23"})
        act.insert("promises", {"client_id": 0, "words": "her own"})
    (told,) = sentences(backed_up.path, "trouble")
    assert told.startswith("In contacts, number 1 points at clients that are gone.")


def test_a_record_that_cannot_be_read_is_named(backed_up, sentences):
    with backed_up.act("odd") as act:
        act.insert("clients", {"pronouns": "a person without a name"})
    assert sentences(backed_up.path, "trouble") == ["In clients, number 1 cannot be read as it should be."]


def test_two_records_with_one_permanent_id_are_noticed(backed_up, save, sentences):
    save(backed_up, "Dee", uid="f" * 32)
    save(backed_up, "Ed", uid="f" * 32)
    assert sentences(backed_up.path, "trouble") == ["In clients, 1 permanent ids are there more than once."]


def test_what_others_may_read_is_said_with_the_remedy(backed_up, sentences):
    backed_up.path.chmod(0o755)
    assert f"chmod -R go= {backed_up.path}" in sentences(backed_up.path, "trouble")[0]


def test_a_file_open_to_others_in_a_closed_folder_is_only_mentioned(backed_up, sentences):
    (backed_up.path / "caseload.journal").chmod(0o644)
    assert "The folder is closed to others" in sentences(backed_up.path, "notice")[0]
    assert sentences(backed_up.path, "trouble") == []


def test_what_waits_and_what_was_set_aside_is_counted(backed_up, sentences):
    backed_up.inbox().put("somebody called")
    for name in ("quarantine/x", "caseload.json.new"):
        (backed_up.path / name).touch(mode=0o600)
    told = sentences(backed_up.path, "notice")
    assert len(told) == 3 and any("1 note waits in inbox/" in one for one in told)


def test_half_a_draft_is_named_until_it_is_removed_by_hand(backed_up, sentences):
    half = backed_up.path / "drafts" / ".half.part"
    half.touch(mode=0o600)
    assert "drafts/.half.part" in sentences(backed_up.path, "notice")[0]
    half.unlink()
    assert sentences(backed_up.path) == []


@pytest.mark.parametrize("where", ["inbox", "drafts"])
@pytest.mark.parametrize("content", [b"", b"{}", b"[" * 5000, b'{"text": null, "why": 1}', b"\xff"])
def test_words_that_wait_and_cannot_be_read_are_trouble(backed_up, sentences, where, content):
    (backed_up.path / where / "20261123T220200Z-0000-odd.json").write_bytes(content)
    (backed_up.path / where / "20261123T220200Z-0000-odd.json").chmod(0o600)
    told = sentences(backed_up.path, "trouble")
    assert told == [
        f"In {where}/, this cannot be read: 20261123T220200Z-0000-odd.json. It was left as it is."
    ]


def test_a_backup_that_was_never_proven_is_mentioned(folder, clock, sentences):
    create(folder, clock)
    assert "No backup was brought back yet" in sentences(folder.path, "notice")[0]


def test_an_encrypted_folder_is_looked_at_with_its_keys(tmp_path, clock, own_lock):
    path = tmp_path / "locked"
    DataFolder.create(path, clock, own_lock.lock).close()
    with pytest.raises(PassphraseNeeded):
        examine(path, clock)
    assert [one.severity for one in examine(path, clock, own_lock.lock.keys)] == ["notice"]


@pytest.mark.parametrize("name", ["identity.age", "recovery.age"])
@pytest.mark.parametrize(
    "damage", [lambda _: b"junk", lambda content: content[:-9] + b"x" * 9, lambda _: None]
)
def test_a_key_file_that_would_open_nothing_is_trouble_with_a_way_out(
    tmp_path, clock, own_lock, name, damage
):
    path = tmp_path / "locked"
    DataFolder.create(path, clock, own_lock.lock).close()
    content = damage((path / name).read_bytes())
    (path / name).unlink() if content is None else (path / name).write_bytes(content)
    (trouble,) = (one for one in examine(path, clock, own_lock.lock.keys) if one.severity == "trouble")
    assert trouble.text.startswith(name) and "`mentor passphrase change" in trouble.text


@pytest.mark.parametrize("proven", [True, False])
def test_a_flipped_bit_in_the_newest_backup_is_trouble(folder, save, clock, sentences, proven):
    save(folder, "Dee")
    made = create(folder, clock)
    if proven:
        verify(made.path, clock)
    content = bytearray(made.path.read_bytes())
    content[content.index(b"Dee")] ^= 1
    made.path.write_bytes(content)
    (told,) = sentences(folder.path, "trouble")
    assert "in it is not what was saved" in told and "`mentor backup create`" in told


def test_a_newest_backup_that_is_another_than_was_proven_is_trouble(folder, save, clock, sentences):
    """It is whole in itself, and as long."""
    made = create(folder, clock)
    verify(made.path, clock)
    proof = made.path.with_name("proofs.json")
    sha256 = json.loads(proof.read_bytes())["proofs"][0]["sha256"]
    proof.write_text(proof.read_text().replace(sha256, "0" * 64))
    assert "It was changed since it was proven." in sentences(folder.path, "trouble")[0]


def test_junk_in_the_place_of_the_newest_backup_is_trouble(backed_up, sentences):
    junk = backed_up.path / "backups" / "backup-2026-11-24-090000.tar"
    junk.write_bytes(b"junk")
    junk.chmod(0o600)
    assert "backup-2026-11-24-090000.tar, cannot be relied on" in sentences(backed_up.path, "trouble")[0]


def test_a_number_that_was_never_given_out_is_trouble(backed_up, save, sentences):
    save(backed_up, "Dee")
    backed_up.compact(force=True)
    with TinyDB(backed_up.path / "caseload.json") as stock:
        stock.table("clients").insert(Document({"name": "Zero"}, doc_id=0))
    assert "In clients, number 0 is no number that was ever given out." in sentences(backed_up.path)


def test_what_another_program_wrote_is_mentioned_not_taken_over(backed_up, save, sentences, file_states):
    save(backed_up, "Dee")
    backed_up.compact(force=True)
    with TinyDB(backed_up.path / "caseload.json") as stock:
        stock.table("clients").update({"pronouns": "she"})
    before = file_states(backed_up.path)
    assert "Another program changed caseload.json" in sentences(backed_up.path)[0]
    assert file_states(backed_up.path) == before


def test_a_place_without_a_folder_is_refused(tmp_path, sentences):
    with pytest.raises(RequestRefused):
        sentences(tmp_path / "nowhere")
