"""What cannot be done is said in one plain sentence; stdout stays empty, and nothing is written."""

import pytest


@pytest.fixture
def folder_of_three(mentor, dee):
    for name in ("Deena", "Renée"):
        mentor("client", "add", name)


REFUSED = [
    (("plan", "dee", "yesterday", "x"), "“yesterday” has passed"),
    (("plan", "dee", "today 9am", "x"), "“today 9am” has passed"),
    (("plan", "dee", "2026-11-01", "x"), "has passed"),
    (("plan", "dee", "31 feb", "x"), "“31 feb” is not a day"),
    (("plan", "dee", "2026-02-30", "x"), "is not a day"),
    (("plan", "dee", "soonish", "x"), "“soonish” is not a day"),
    (("plan", "dee", "29 feb", "x"), "29 feb"),
    (("plan", "dee", "next week", "x"), "next week"),
    (("plan", "dee", "", "x"), ""),
    (("plan", "de", "fri", "x"), "2 people match 'de': Dee (#1), Deena (#2)."),
    (("plan", "zed", "fri", "x"), "Nobody is called 'zed'."),
    (("plan", "dee", "fri", "x", "--kind", "party"), "'party' is not a kind of plan"),
    (("note", "--who", "de", "call ok"), "2 people match"),
    (("note", "--who", "zed", "call ok"), "Nobody is called 'zed'."),
    (("done", "dee"), "Nothing is open with Dee"),
    (("done", "zed"), "Nobody is called 'zed'."),
    (("client", "show", "de"), "2 people match"),
    (("client", "show", "#9"), "Nobody is called '#9'."),
    (("client", "edit", "dee"), "Nothing to change was given."),
    (("client", "edit", "dee", "--rhythm", "often"), "'often' is not read as a rhythm."),
    (("client", "edit", "dee", "--new-name", " \x1b[2J"), "A person needs a name"),
    (("client", "edit", "dee", "--released", "31 feb"), "“31 feb” is not a day"),
    (("client", "status", "dee", "happy"), "'happy' is not one of the statuses: not-out"),
    (("client", "add", ""), "A person needs a name"),
    (("client", "add", " \t\n"), "A person needs a name"),
    (("client", "add", "\u3164\u200b"), "A person needs a name"),
    (("client", "add", "a" * 201), "A name of 201 letters is too long"),
    (("client", "add", "Jo", "--rhythm", "0d"), "is not read as a rhythm"),
    (("client", "add", "Jo", "--released", "soonish"), "is not a day"),
    (("client", "add", "Jo", "--status", "happy"), "is not one of the statuses"),
    (("reflect", "--theme", "joy", "words"), "“joy” is not one of the themes: shared, hope"),
    (("report", "year"), "There is no report called 'year'; there are: month, hours,"),
    (("report", "month", "--month", "2026-13"), "“2026-13” is not read as a month;"),
    (("report", "month", "--month", "last"), "“last” is not read as a month;"),
    (("report", "month", "--format", "doc"), "It can be written as text, md"),
    (("backup", "verify"), "Say which backup, or --all."),
    (("backup", "verify", "nothing.tar"), "There is no such backup."),
    (("backup", "restore", "nothing.tar", "--to", "x"), "There is no such backup."),
    (("import", "json", "nothing.json"), "nothing.json cannot be read"),
    (("import", "services", "nothing"), "nothing"),
    (("init", "--plain"), "There is a data folder at"),
]


@pytest.mark.usefixtures("folder_of_three")
@pytest.mark.parametrize(("words", "sentence"), REFUSED)
def test_it_is_refused_in_a_sentence_and_nothing_is_written(mentor, words, sentence):
    before = mentor("export", "json").out
    answer = mentor(*words)
    assert (answer.code, answer.out) == (1, "")
    assert sentence in answer.err
    assert len(answer.err.splitlines()) == 1
    assert answer.is_quiet_about_itself
    assert mentor("export", "json").out == before


@pytest.mark.parametrize(
    "words",
    [
        ("frobnicate",),
        ("client", "frobnicate"),
        ("client",),
        ("today", "--frobnicate"),
        ("today", "too", "much"),
        ("agenda", "--days", "x"),
        ("agenda", "--days", "0"),
        ("find",),
        ("plan", "dee"),
        ("export", "csv"),
        ("backup", "restore", "x", "y"),
        ("\x1b[31mfrob",),
        ("today", "--\x1b[31mfrob"),
        ("agenda", "--days", "\x1b[31m"),
        ("today", "\u202efrob"),
    ],
)
def test_wrong_usage_is_2(mentor, words):
    answer = mentor(*words)
    assert answer.code == 2
    assert answer.is_quiet_about_itself


def test_init_says_that_it_is_not_encrypted(mentor, place):
    answer = mentor("init", "--plain")
    assert (answer.code, answer.out) == (0, f"{place}\n")
    assert "It is not encrypted" in answer.err


@pytest.mark.usefixtures("dee")
@pytest.mark.parametrize(
    ("words", "written"),
    [
        (("export", "json"), "out.json"),
        (("report", "month", "--format", "md"), "report.md"),
        (("notebook", "export"), "own.json"),
    ],
)
def test_a_file_that_is_there_is_never_written_over_unasked(mentor, tmp_path, words, written):
    there = tmp_path / written
    there.write_text("mine")
    answer = mentor(*words, "-o", there)
    assert (answer.code, answer.out, there.read_text()) == (1, "", "mine")
    assert f"There is already something called {written}" in answer.err
    assert mentor(*words, "-o", there, "--force").code == 0
    assert there.read_text() != "mine"


@pytest.mark.usefixtures("dee")
def test_a_folder_of_spreadsheets_is_not_written_over_either(mentor, tmp_path):
    out = tmp_path / "folder"
    assert mentor("export", "csv", "-o", out).code == 0
    (out / "clients.csv").write_text("mine")
    answer = mentor("export", "csv", "-o", out)
    assert (answer.code, answer.out, (out / "clients.csv").read_text()) == (1, "", "mine")


@pytest.mark.usefixtures("dee")
@pytest.mark.parametrize("held", ["soon", "2026-13-01", "\x1b[31m"])
def test_a_held_moment_that_is_none_is_said(mentor, held):
    answer = mentor("today", now=held)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("MENTOR_NOW is")
    assert answer.is_quiet_about_itself
