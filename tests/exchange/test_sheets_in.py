"""The mentor's own spreadsheets: read as they lie there, every wrong row said at once, nothing half done."""

import csv
import io
import math
from datetime import date, time

import pytest

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.people_in import import_people, plan_people, read_people
from mentor_tui.exchange.sheets.headings import PEOPLE, guessed
from mentor_tui.exchange.sheets.reading import read_sheet
from store.records import Channel, Client, Episode
from tests.exchange.sheet_files import REFUSED, day, ods, row, text, workbook
from tests.hostile import ESCAPES, OBEYED, naughty_strings

HEADS = ["Name", "Cell", "Out", "Notes"]
PLAIN = "Name,Cell,Out,Notes\nDee,604 555 0100,21 nov,likes tea\n"


@pytest.fixture
def file(tmp_path):
    """Writes a file with this content."""

    def write(name, content):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


IN_EVERY_FORM = {
    "commas.csv": PLAIN,
    "semicolons.csv": PLAIN.replace(",", ";"),
    "tabs.tsv": PLAIN.replace(",", "\t"),
    "said.csv": "sep=;\r\n" + PLAIN.replace(",", ";"),
    "mark.csv": b"\xef\xbb\xbf" + PLAIN.encode(),
    "utf-16.csv": PLAIN.encode("utf-16"),
    "title.csv": f"My list of 2026,,,\n,,,\n{PLAIN}",
    "quoted.csv": 'Name,Cell,Out,Notes\n"Dee","604 555 0100","21 nov","likes tea"\r\n\r\n',
    "book.xlsx": workbook(
        ("Empty", []),
        ("People", [HEADS, ["Dee", "604 555 0100", date(2026, 11, 21), "likes tea"]]),
    ),
    "book.ods": ods(
        row(*map(text, HEADS)) + row(text("Dee"), text("604 555 0100"), day("2026-11-21"), text("likes tea"))
    ),
}


@pytest.mark.parametrize("name", IN_EVERY_FORM)
def test_the_same_list_is_read_the_same_in_every_form(file, caseload, name):
    found = read_people(file(name, IN_EVERY_FORM[name]), caseload)
    assert (found.errors, [one.client for one in found.people]) == (
        (),
        [
            Client(
                name="Dee",
                channels=(Channel(value="604 555 0100"),),
                episodes=(Episode(on=date(2026, 11, 21), certainty="known"),),
                about="likes tea",
            )
        ],
    )


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_read_whole_is_refused_in_a_sentence(file, caseload, what):
    made, said = REFUSED[what]
    content = made() if callable(made) else made
    before = caseload.all(Client)
    with pytest.raises(ImportRefused, match=said):
        read_people(file("list.csv", content), caseload)
    assert caseload.all(Client) == before


def test_a_sheet_is_chosen_by_its_name(file, caseload):
    path = file("b.xlsx", workbook(("Old", [["Name"], ["Ann"]]), ("New", [["Name"], ["Bo"]])))
    assert [one.client.name for one in read_people(path, caseload, sheet="new").people] == ["Bo"]
    first = read_people(path, caseload)
    assert [one.client.name for one in first.people] == ["Ann"]
    assert "“New”" in first.notes[0]
    with pytest.raises(ImportRefused, match="“Old”, “New”"):
        read_people(path, caseload, sheet="2025")


def test_windows_letters_are_read_and_said(file, caseload):
    found = read_people(file("w.csv", "Name\nRenée\n".encode("cp1252")), caseload)
    assert found.people[0].client.name == "Renée"
    assert "cp1252" in found.notes[0]


HEADINGS = {
    "name": ("Name", "FULL NAME", "Client"),
    "first": ("First name", "Given Name"),
    "last": ("Last Name", "surname"),
    "phone": ("Phone", "Mobile", "Cell", "Phone #", "Phone 2", "Tel."),
    "email": ("Email", "E-mail", "Email address"),
    "release": ("Release date", "Out", "Released"),
    "status": ("Status",),
    "about": ("Notes", "Comments"),
    "pronouns": ("Pronouns",),
    "birth": ("Date of birth", "DOB", "D.O.B."),
    "": ("Offence", "Case no.", "", "Address"),
}


@pytest.mark.parametrize("field", HEADINGS)
def test_headings_in_plain_english_are_known(field):
    assert {one.field for one in guessed(HEADINGS[field], PEOPLE)} == {field}


ONE_CELL = [
    ("Name", "'=Dee", "name", "=Dee"),
    ("First name,Last name", "Dee,Łu", "name", "Dee Łu"),
    ("Name,Phone", 'Dee,"604 555 0100 / 604-555-0101"', "channels", 2),
    ("Name,Email", "Dee,a@x.ca; b@x.ca", "channels", 2),
    ("Name,Release date", "Dee,unknown", "status", "not-out"),
    ("Name,Release date,Status", "Dee,3 dec,active", "status", "not-out"),
    ("Name,Out", "Dee,3/12/2025", "episodes", date(2025, 12, 3)),
    ("Name,Out", "Dee,2026-11-21 00:00:00", "episodes", date(2026, 11, 21)),
    ("Name,Out", "Dee,2026-11-21T14:30:00", "episodes", date(2026, 11, 21)),
    ("Name,Out", "Dee,21/11/26", "episodes", date(2026, 11, 21)),
    ("Name,Out", "Dee,21-11-2026", "episodes", date(2026, 11, 21)),
    ("Name,Out", "Dee,21-Nov-26", "episodes", date(2026, 11, 21)),
    ("Name,DOB", "Dee,3-Feb-90", "age_band", "35-44"),
    ("Name,DOB", "Dee,12/30/1990", "age_band", ""),
    ("Name,Status", "Dee,Lost contact", "status", "lost-touch"),
    ("Name,DOB", "Dee,1990-02-03", "age_band", "35-44"),
    ("Name,Age", "Dee,61", "age_band", "55-plus"),
    ("Name,How often", "Dee,weekly by text", "rhythm", 7),
    ("Name,Housing", "Dee,shelter", "stays", "shelter"),
    ("Name,Notes,Comments", "Dee,one,two", "about", "Notes: one\nComments: two"),
    ("Name,Started", "Dee,1 mar 2025", "met_on", date(2025, 3, 1)),
    ("Name,Notes", 'Dee,"two\nlines\x1b[31m"', "about", "two\nlines"),
]


@pytest.mark.parametrize(("headings", "row", "field", "wanted"), ONE_CELL)
def test_a_cell_becomes(file, caseload, headings, row, field, wanted):
    found = read_people(file("one.csv", f"{headings}\n{row}\n"), caseload)
    assert found.errors == ()
    value = getattr(found.people[0].client, field)
    of = {
        "channels": len,
        "episodes": lambda listed: listed[0].on,
        "rhythm": lambda rhythm: rhythm.every_days,
        "stays": lambda listed: listed[0].where,
    }
    assert of.get(field, lambda same: same)(value) == wanted


def test_every_wrong_row_is_said_at_once_with_its_number(file, caseload):
    rows = [
        *(
            "Name,Out,Status,DOB,How often,Started",
            "Dee,soonish,wandering,yesteryear,sometimes,",
            ",,,,,",
            "Jo",
        ),
        *(",3 dec,,,,", "Al,45985,,,,2 jan 2030", "Bo,1 nov,not out yet,,,", "Cy,,,,,,too many"),
        "Di,11/21/2026,,,,",
    ]
    found = read_people(file("wrong.csv", "\n".join(rows)), caseload)
    assert [(error.number, error.column) for error in found.errors] == [
        *((2, "Out"), (2, "Status"), (2, "How often"), (5, ""), (6, "Out"), (6, "Started")),
        *((7, "Status"), (8, ""), (9, "Out")),
    ]
    assert [one.client.name for one in found.people] == ["Jo"]
    assert "day with the day first" in found.errors[-1].why


def test_figures_that_are_none_and_times_come_from_a_workbook_as_they_are(file, caseload):
    path = file("f.xlsx", workbook(("S", [["Name", "Phone", "Out"], ["Dee", 6045550100, 45985]])))
    found = read_people(path, caseload)
    assert found.errors[0].column == "Out"
    assert read_sheet(path).rows[0].cells[1] == 6045550100
    from mentor_tui.exchange.sheets import values

    assert values.words(6045550100.0) == "6045550100"
    assert values.minutes(time(0, 45)) == 45
    for wrong in (math.nan, math.inf):
        with pytest.raises(values.CellUnread):
            values.words(wrong)
        with pytest.raises(values.CellUnread):
            values.figure(wrong, "distance", 10)


def test_a_column_is_what_the_mentor_says_it_is(file, caseload):
    path = file("m.csv", "Who they are,Ring,Notes\nDee,604 555 0100,x\n")
    found = read_people(path, caseload, said={"Who they are": "name", "ring": "phone", "notes": "-"})
    assert found.people[0].client == Client(name="Dee", channels=(Channel(value="604 555 0100"),))
    assert "“Notes”" in found.notes[-1]
    for wrong in ({"Nobody": "name"}, {"Ring": "shoe"}):
        with pytest.raises(ImportRefused):
            read_people(path, caseload, said=wrong)


SAME = "Name,Phone,Pronouns\nDee,604 555 0199,she\nDeanna,+1 (604) 555-0100,\nSam,,\nSam,,he\n"


@pytest.mark.parametrize(
    ("same", "outcomes", "added"),
    [
        ("skip", ["here", "here", "new", "here"], ["Sam"]),
        ("merge", ["filled", "nothing-new", "new", "filled"], ["Sam"]),
        ("add", ["another", "another", "new", "another"], ["Dee", "Deanna", "Sam", "Sam"]),
    ],
)
def test_who_is_here_already_is_left_or_filled_or_added_as_she_says(
    file, open_caseload, same, outcomes, added
):
    caseload = open_caseload("same")
    dee = caseload.add(
        Client(name="Dee", pronouns="they", channels=(Channel(value="604-555-0100", ok_text=True),))
    ).records[0]
    shared = Channel(value="604 555 0199", whose="shared")
    caseload.add(Client(name="Jo", channels=(shared,)))
    before = caseload.all(Client)
    plan = plan_people(read_people(file("same.csv", SAME), caseload), caseload, same=same)
    assert [row.outcome for row in plan.rows] == outcomes
    assert [client.name for client in plan.added] == added
    if same == "merge":
        import_people(plan, caseload)
        now = caseload.get(Client, dee.id)
        assert [channel.value for channel in now.channels] == ["604-555-0100", "604 555 0199"]
        assert (now.pronouns, now.channels[0].ok_text) == ("they", True)  # what was there stays
        assert caseload.find_person("sam").pronouns == "he"
        caseload.undo()
        assert caseload.all(Client) == before


def test_no_text_of_a_cell_obeys_or_breaks_anything(file, caseload):
    out = io.StringIO()
    lines = csv.writer(out)
    lines.writerow(["Name", "Phone", "Notes", "Out"])
    for words in (*ESCAPES, *naughty_strings()):
        safe = words.replace("\0", "").encode("utf-8", "ignore").decode()
        lines.writerow([f"Dee {safe}", safe, safe, ""])
    found = read_people(file("n.csv", out.getvalue()), caseload)
    assert all("too long" in error.why for error in found.errors)  # 200 letters, for a name
    assert len(found.people) + len(found.errors) == len(ESCAPES) + len(naughty_strings())
    for one in found.people:
        fields = (one.client.name, one.client.about, *(each.value for each in one.client.channels))
        assert not any(OBEYED.search(field.replace("\n", "")) for field in fields), fields


def test_an_address_under_a_number_is_an_address_and_where_we_stand_is_the_status(file, caseload):
    listed = "Name,Cell,Where we stand\nUlla,604 555 0100 · ulla@example.org,inside\nZeno,zeno@example.org,\n"
    import_people(plan_people(read_people(file("list.csv", listed), caseload), caseload), caseload)
    ulla, zeno = caseload.find_person("ulla"), caseload.find_person("zeno")
    assert [(one.how, one.value) for one in ulla.channels] == [
        ("call", "604 555 0100"),
        ("email", "ulla@example.org"),
    ]
    assert [(one.how, one.value) for one in zeno.channels] == [("email", "zeno@example.org")]
    assert ulla.status == "inside"
