"""Templates as they are kept: the newest of a digit counts, and a line from the shell is filled in."""

import pytest

from store.caseload import Caseload
from store.records import NoteTemplate
from store.templates import filled_in, keep_template, templates, text_of


@pytest.fixture
def caseload(folder, clock):
    return Caseload(folder, clock)


def test_a_digit_has_one_template_and_undo_brings_the_one_before_back(caseload):
    keep_template(caseload, 2, "text checked in")
    keep_template(caseload, 2, "text all steady")
    keep_template(caseload, 1, "call no answer")
    assert {digit: one.text for digit, one in templates(caseload).items()} == {
        1: "call no answer",
        2: "text all steady",
    }
    caseload.undo()
    caseload.undo()
    assert text_of(caseload, 2) == "text checked in" and text_of(caseload, 1) == ""


def test_of_two_with_one_digit_the_newest_counts_and_odd_digits_none(caseload):
    for digit, text in ((3, "older"), (3, "newer"), (0, "no digit"), (12, "nor this"), (4, "  ")):
        caseload.add(NoteTemplate(digit=digit, text=text))
    assert {digit: one.text for digit, one in templates(caseload).items()} == {3: "newer"}


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("dee ;2", "dee text checked in"),
        (";2 and more", "text checked in and more"),
        ("dee ;2, ;3 x;2 ;22 \\;2", "dee ;2, ;3 x;2 ;22 \\;2"),
    ],
)
def test_a_line_is_filled_in_where_a_template_stands_alone(caseload, line, read):
    keep_template(caseload, 2, "text checked in")
    assert filled_in(line, caseload) == read


def test_the_shell_fills_in_too(tmp_path, clock):
    from mentor_tui.commands.door import Shell
    from mentor_tui.commands.note_taking import take_note
    from mentor_tui.commands.note_words import Said
    from store.folder import DataFolder
    from store.records import Client, Contact

    with DataFolder.create(tmp_path / "D", clock) as folder:
        made = Caseload(folder, clock)
        made.add(Client(name="Dee"))
        keep_template(made, 2, "text checked in")
    take_note(Shell(tmp_path / "D", clock), ["dee ;2"], Said(), False)
    with DataFolder.open(tmp_path / "D", clock) as folder:
        (note,) = Caseload(folder, clock).all(Contact)
        assert (note.mode, note.words) == ("text", "checked in")
