"""`mentor backup` as a mentor meets it in the shell."""

import pytest


@pytest.fixture
def made(mentor, dee):
    """The name of a backup with Dee in it; Jo came later."""
    name = mentor("backup", "create", "--json").json["backup"]["name"]
    mentor("client", "add", "Jo")
    return name


def names(mentor, **where):
    return [one["name"] for one in mentor("clients", "--json", **where).json["clients"]]


def test_a_backup_comes_back_and_the_answer_names_what_was_set_aside(mentor, place, made):
    answer = mentor("backup", "restore", made)
    assert answer.code == 0, answer.err
    assert answer.out == f"{place}\n"
    assert f"What was here before lies in {place}.before-restore-2026-11-23-140200" in answer.err
    assert names(mentor) == ["Dee"]


def test_what_was_there_was_backed_up_first(mentor, made):
    mentor("backup", "restore", made)
    listed = mentor("backup", "list", "--json").json["backups"]
    assert [(one["why"], one["counts"]["clients"]) for one in listed] == [("restore", 2), ("", 1)]
    assert all(one["proved_at"] for one in listed)


def test_a_restore_is_undone(mentor, made):
    mentor("backup", "restore", made)
    answer = mentor("backup", "restore", "--undo")
    assert answer.code == 0, answer.err
    assert "Put back as it was" in answer.err
    assert sorted(names(mentor)) == ["Dee", "Jo"]


def test_a_copy_on_a_stick_is_named_and_whole(mentor, place, dee, tmp_path):
    (tmp_path / "stick").mkdir()
    answer = mentor("backup", "create", "--to", tmp_path / "stick")
    here, there = answer.out.splitlines()
    assert (place / "backups").joinpath(here).read_bytes() == (tmp_path / "stick" / there).read_bytes()
    assert "whoever holds it can read it" in answer.err
    assert mentor("backup", "verify", there).out == "backup-2026-11-23-140200.tar: proved\n"


def test_a_place_for_the_copy_that_is_not_there_is_said(mentor, dee, tmp_path):
    answer = mentor("backup", "create", "--to", tmp_path / "stick")
    assert answer.code == 1 and "Is it plugged in?" in answer.err


def test_the_list_says_when_each_was_last_proven(mentor, made):
    assert "proven today" in mentor("backup", "list").out
    later = mentor("backup", "list", now="2026-11-25T09:00:00-08:00").out
    assert "proven 2 days ago" in later


def test_nothing_is_too_old_yet(mentor, made):
    answer = mentor("backup", "prune", "--dry-run")
    assert (answer.code, answer.out, answer.err) == (0, "", "0 would go, 1 stay.\n")


def test_a_restore_over_the_open_program_is_refused(mentor, place, made):
    from contextlib import closing

    from store.in_use import present

    with closing(present(place)):
        answer = mentor("backup", "restore", made)
    assert answer.code == 75 and "Mentor is open on this data folder" in answer.err
    assert sorted(names(mentor)) == ["Dee", "Jo"]


@pytest.mark.parametrize("words", [(), ("NAME", "--undo"), ("--undo", "--to", "x")])
def test_a_restore_that_is_not_clear_asks_what_is_meant(mentor, made, words):
    answer = mentor("backup", "restore", *words)
    assert answer.code == 1 and "Say which backup" in answer.err


def test_a_restore_inside_the_data_folder_is_refused(mentor, place, made):
    answer = mentor("backup", "restore", made, "--to", place / "history" / "x")
    assert answer.code == 1 and "lies inside a data folder" in answer.err


def test_before_an_import_what_is_there_is_backed_up(mentor, place, made, tmp_path):
    mentor("export", "json", "-o", tmp_path / "out.json")
    assert mentor("import", "json", tmp_path / "out.json").code == 0
    assert [one["why"] for one in mentor("backup", "list", "--json").json["backups"]] == ["import", ""]


def test_a_dry_run_of_an_import_backs_nothing_up(mentor, made, tmp_path):
    mentor("export", "json", "-o", tmp_path / "out.json")
    mentor("import", "json", tmp_path / "out.json", "--dry-run")
    assert len(mentor("backup", "list", "--json").json["backups"]) == 1


def test_automatic_backups_can_be_turned_off(mentor, place, made, tmp_path):
    (place / "settings.json").write_text('{"auto_backup": false}')
    mentor("export", "json", "-o", tmp_path / "out.json")
    mentor("import", "json", tmp_path / "out.json")
    assert len(mentor("backup", "list", "--json").json["backups"]) == 1


def test_a_folder_that_is_up_to_date_has_nothing_to_migrate(mentor, dee):
    for words in (("migrate",), ("migrate", "--dry-run")):
        answer = mentor(*words)
        assert (answer.code, answer.out) == (0, "") and "up to date" in answer.err


# Encrypted


@pytest.fixture
def locked(place, own_lock, at_rest, tmp_path, monkeypatch):
    """An encrypted data folder with Dee in it, and its passphrase in a file of her own."""
    from store.folder import DataFolder

    with DataFolder.create(place, at_rest, own_lock.lock) as folder, folder.act("person, Dee") as act:
        act.insert("clients", {"name": "Dee"})
    (tmp_path / "passphrase").write_text(own_lock.passphrase)
    (tmp_path / "passphrase").chmod(0o600)
    monkeypatch.setenv("MENTOR_PASSPHRASE_FILE", str(tmp_path / "passphrase"))
    return place


def test_an_encrypted_one_is_made_proved_and_brought_back_with_the_passphrase(mentor, locked):
    name = mentor("backup", "create", "--json").json["backup"]["name"]
    mentor("client", "add", "Jo")
    assert mentor("backup", "verify", name).out == f"{name}: proved\n"
    answer = mentor("backup", "restore", name)
    assert answer.code == 0, answer.err
    assert names(mentor) == ["Dee"]


def test_without_the_passphrase_an_encrypted_one_is_neither_proved_nor_called_damaged(
    mentor, locked, monkeypatch
):
    from mentor_tui.commands import terminal

    name = mentor("backup", "create", "--json").json["backup"]["name"]
    monkeypatch.delenv("MENTOR_PASSPHRASE_FILE")
    monkeypatch.setattr(terminal, "is_there", lambda: False)
    for words in (("verify", name), ("restore", name, "--to", locked.with_name("other"))):
        answer = mentor("backup", *words)
        assert answer.code == 77 and "damaged" not in answer.err
    assert not locked.with_name("other").exists()
    assert mentor("backup", "list").code == 0


def test_on_a_new_machine_it_comes_back_from_the_stick(mentor, place, made, tmp_path):
    on_stick = (place / "backups" / made).rename(tmp_path / "stick.tar")
    place.rename(tmp_path / "lost")
    answer = mentor("backup", "restore", on_stick)
    assert answer.code == 0, answer.err
    assert names(mentor) == ["Dee"]


def test_an_archive_of_an_earlier_mentor_says_how_it_opens(mentor, place, made):
    (place / "backups" / "old.zip").write_bytes(b"PK")
    for words in (("restore", "old.zip"), ("verify", "old.zip"), ("restore", "old.zip", "--to", "x")):
        answer = mentor("backup", *words)
        assert answer.code == 1 and "Unzip it into an empty folder" in answer.out + answer.err
