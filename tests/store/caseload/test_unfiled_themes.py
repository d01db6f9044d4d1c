"""A line that waits to be filed: its theme is in the notebook from the first, and on the note it becomes."""

from store.errors import SaveFailed
from store.notebook import Notebook
from store.records import Contact
from store.unfiled import put_unfiled


def test_a_theme_waits_in_the_notebook_and_goes_to_the_note_when_the_line_is_filed(
    caseload, folder, clock, person
):
    notebook, line = Notebook(folder, clock), "zoe call 15m boots #hope\nand more #steady"
    reading = caseload.read_note(line)
    item = put_unfiled(folder.inbox(), lambda: notebook, line, reading, "No one is called “#hope”.")
    assert "#" not in item.why and item.text == "zoe call 15m boots\nand more #steady"
    assert [(one.theme, one.contact_uid) for one in notebook.themes_seen()] == [("hope", item.name)]
    person("Zoe")
    saved = caseload.record_note(caseload.read_note(item.text), item=item.name)
    (note,) = caseload.all(Contact)
    notebook.file_themes(item.name, note.uid, saved.act)
    assert [one.contact_uid for one in notebook.themes_seen()] == [note.uid]
    caseload.undo()
    assert [one.contact_uid for one in notebook.themes_seen()] == [item.name]


def test_where_the_notebook_takes_no_theme_the_line_keeps_it(caseload, folder):
    def full():
        raise SaveFailed("The disk is full.")

    line = "zoe call 15m #hope"
    item = put_unfiled(folder.inbox(), full, line, caseload.read_note(line), "Who?")
    assert item.text == folder.inbox().items()[0].text == line
