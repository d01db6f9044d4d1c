"""What is true of every file the shell writes: no theme in any, and no cell that a spreadsheet would run."""

import csv
import io
import re
import zipfile

import pytest
from msgspec.structs import replace

from store.caseload import Caseload
from store.folder import DataFolder
from store.records import Channel

WRITERS = (
    "export json -o F.json",
    "export json --who =dee -o F.json",
    "export csv -o F",
    "export xlsx -o F.xlsx",
    "export ics --names -o F.ics",
    "export vcf --names --rules --services -o F.vcf",
    "export deidentified --anyway -o F.csv",
    "export deidentified --anyway -o F.xlsx",
    "report month --own -o F.csv",
    "report month --own -o F.xlsx",
    "report month --own -o F.html",
    "report month -o F.json",
    "report hours -o F.csv",
    "report people -o F.csv",
    "report people -o F.xlsx",
    "report person --who =dee -o F.csv",
    "report person --who =dee -o F.md",
    "report gate --who =dee -o F.txt",
    "card -o F.txt",
)
RUNS = re.compile("[=+\\-@\uff1d\uff0b\uff0d\uff20]")
NUMBER = re.compile(r"-?\d+(\.\d+)?%?")


@pytest.fixture
def planted(mentor, place, tmp_path, monkeypatch, at_rest):
    """A record whose words are formulas, whose notes had themes, with a page in the notebook."""
    monkeypatch.chdir(tmp_path)
    mentor("init", "--plain")
    mentor("client", "add", '=dee&"x"', "--released", "2026-11-21")
    mentor("client", "edit", "=dee", "--about", "@about", "--prefers", "+text")
    mentor("note", "--who", "=dee", "call 15m =HYPERLINK(1) #steady +zq-word")
    mentor("note", "--who", "=dee", "met 1h -1+1 #hope ! =promised", "--next", "fri")
    mentor("plan", "=dee", "fri 14:00", "=when", "--where", "-there", "--bring", "@paper")
    mentor("reflect", "--theme", "hope", "the xylophone page")
    with DataFolder.open(place, at_rest) as folder:
        caseload = Caseload(folder, at_rest)
        dee = caseload.find_person("=dee")
        caseload.change(dee, replace(dee, channels=(Channel(value="+1 604 555 0142", cover="=cover"),)))
    return tmp_path


@pytest.fixture
def written(mentor, planted):
    """Every file of every writer, by its line and its name."""
    found = {}
    for number, line in enumerate(WRITERS):
        words = [word.replace("F", f"out{number}", 1) if word[0] == "F" else word for word in line.split()]
        answer = mentor(*words)
        assert answer.code == 0, (line, answer.err)
        path = planted / words[-1]
        for each in sorted(path.iterdir()) if path.is_dir() else (path,):
            found[line, each.name] = each.read_bytes()
    assert len(found) > len(WRITERS) + 8
    return found


def readable(content):
    if content[:2] != b"PK":
        return content.decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return "\n".join(book.read(name).decode() for name in book.namelist() if name.endswith("xml"))


def test_no_theme_no_page_and_no_formula_leaves_in_any_file(written):
    for (line, name), content in written.items():
        text = readable(content)
        assert not re.search(r"#?\b(steady|hope)\b", text), (line, name)
        assert "xylophone" not in text, (line, name)
        if content[:2] == b"PK":
            assert "<f>" not in text, (line, name)
        elif name.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
            run = [cell for cell in cells if RUNS.match(cell.lstrip()) and not NUMBER.fullmatch(cell)]
            assert run == [], (line, name)


def test_a_sheet_of_ours_that_is_brought_in_again_has_the_words_as_they_were(mentor, planted):
    mentor("export", "csv", "-o", "sheets")
    assert "'=dee" in (planted / "sheets" / "clients.csv").read_text("utf-8-sig")
    other = planted / "other"
    mentor("init", "--plain", data=other)
    answer = mentor("import", "clients", planted / "sheets" / "clients.csv", data=other)
    assert answer.code == 0, answer.err
    (client,) = mentor("clients", "--json", data=other).json["clients"]
    assert (client["name"], client["about"]) == ('=dee&"x"', "@about")


def test_rows_without_names_say_that_few_people_are_known_by_them_all_the_same(mentor, planted):
    for words in ((), ("--anyway", "-o", "rows.csv")):
        said = mentor("export", "deidentified", *words).err
        assert "With few people this is still identifiable" in said, words


def test_rows_about_fewer_than_ten_people_wait_for_anyway_and_say_what_went_out_before(
    mentor, planted, tmp_path
):
    refused = mentor("export", "deidentified", "-o", tmp_path / "a.csv")
    assert refused.code == 1
    assert "this is still identifiable" in refused.err and "--anyway" in refused.err
    assert not (tmp_path / "a.csv").exists()
    mentor("report", "month", "--to", "Rosa", "-o", tmp_path / "m.pdf")
    first = mentor("export", "deidentified", "--anyway", "--to", "rosa", "-o", tmp_path / "a.csv")
    assert "rosa may hold a page of a month from you" in first.err
    assert "written before" not in first.err
    again = mentor("export", "deidentified", "--anyway", "--to", "Lee", "-o", tmp_path / "b.csv")
    assert "were written before" in again.err and "a page of a month" not in again.err
