"""Nothing that mentor writes out may land among the files it keeps, whatever it is called and asked with."""

import pytest

WRITES = (
    ("report", "month", "-o"),
    ("report", "people", "-o"),
    ("export", "json", "-o"),
    ("export", "xlsx", "-o"),
    ("export", "csv", "-o"),
    ("export", "ics", "-o"),
    ("export", "vcf", "-o"),
    ("export", "deidentified", "--anyway", "-o"),
    ("card", "-o"),
    ("notebook", "export", "-o"),
    ("envelope", "begin", "Rosa", "--place"),
    ("envelope", "begin", "Rosa", "--card"),
)


@pytest.fixture
def kept(mentor, place):
    mentor("init", "--plain")
    mentor("client", "add", "Dee")
    (place.parent / "beside").symlink_to(place)
    return place


def _bytes(folder):
    """What lies in the folder but for its locks and the list of files that were made."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.suffix in (".json", ".journal")}


@pytest.mark.parametrize("words", WRITES, ids=" ".join)
def test_no_command_writes_into_the_data_folder_or_over_it(mentor, kept, words):
    before = _bytes(kept)
    force = () if "envelope" in words else ("--force",)
    for name in ("caseload.json", "history/new.csv", "../beside/inbox/x"):
        answer = mentor(*words, kept / name, *force)
        assert answer.code, name
        assert "in a data folder" in answer.err, answer.err
        assert "outside it" in answer.err
    assert _bytes(kept) == before


def test_no_copy_of_a_backup_goes_into_the_data_folder_by_a_link(mentor, kept):
    answer = mentor("backup", "create", "--to", kept.parent / "beside" / "history")
    assert answer.code
    assert "in a data folder" in answer.err
    assert not [path for path in (kept / "history").iterdir() if path.suffix != ".journal"]
