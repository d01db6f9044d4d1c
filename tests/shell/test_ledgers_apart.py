"""Two ledgers: all that leaves is made while the mentor's own is walled up, and holds no word of it."""

import io
import zipfile
from datetime import date

import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from store.caseload import Caseload
from store.drafts import Draft
from store.folder import DataFolder
from store.ledger import Ledger
from store.notebook import Notebook
from store.records import Channel, OwnQuestion, QuestionChoice, Reflection, Support

DAY = date(2026, 11, 22)
WAYS_OUT = (
    "export json -o F.json",
    "export json --who dee -o F.json",
    "export csv -o F",
    "export xlsx -o F.xlsx",
    "export ics --names -o F.ics",
    "export vcf --names -o F.vcf",
    "export deidentified --anyway -o F.csv",
    "report month --own -o F.html",
    "report month -o F.json",
    "report hours -o F.csv",
    "report people -o F.pdf",
    "report person --who dee -o F.md",
    "report gate --who dee -o F.txt",
    "report handover --to Rosa -o F.html",
    "card -o F.txt",
    "envelope begin Rosa --place . --card F.txt",
    "envelope show",
    "handed-on --json",
    "export list --json",
    "backup list --json",
    "clients --json",
    "agenda --json",
    "months --json",
    "report month",
    "report person --who dee",
    "report people",
    "report hours",
    "report gate --who dee",
    "report handover --to Rosa",
    "card",
    "agenda",
    "months",
    "promises",
    "client show dee",
    "client show dee --json",
)


@pytest.fixture
def planted(mentor, place, tmp_path, monkeypatch, at_rest):
    """Dee, who agreed to much; and a notebook with a word of its own in each of its fields."""
    monkeypatch.chdir(tmp_path)
    mentor("init", "--plain")
    mentor("client", "add", "Dee", "--released", "2026-11-21")
    mentor("note", "dee met 1h by the river #hope ! a bus pass", "--next", "fri")
    mentor("consent", "give", "dee", "share", "--to", "Rosa")
    page = Reflection(
        on=DAY, words="qzown1 dee", feeling="qzown2", alias="qzown3", question="qzown4", because="qzown5",
        question_id="hope-b1", themes=("hope",), for_supervision=True,
    )  # fmt: skip
    with DataFolder.open(place, at_rest) as folder:
        notebook, caseload = Notebook(folder, at_rest), Caseload(folder, at_rest)
        for record in (page, OwnQuestion(theme="hope", words="qzown6"), Support(words="qzown7")):
            notebook.add(record)
        notebook.add(QuestionChoice(question_id="qzown8", on=DAY, choice="never"))
        (dee,) = caseload.people()
        caseload.change(dee, replace(dee, channels=(Channel(value="+1 604 555 0142"),)))
        assert notebook.themes_seen()
        folder.drafts().keep(Draft("reflection", None, {"words": "qzown9"}))
    mentor("backup", "create")
    return tmp_path


@pytest.fixture
def walled(monkeypatch):
    """Who asks the notebook for anything it holds falls over."""

    def behind_a_wall(real):
        def asked(ledger, *what):
            assert ledger.name != "notebook", f"the notebook was asked for {what}"
            return real(ledger, *what)

        return asked

    for name in ("documents", "document"):
        monkeypatch.setattr(Ledger, name, behind_a_wall(getattr(Ledger, name)))


def readable(path):
    content = path.read_bytes()
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as book:
            return b"".join(book.read(name) for name in book.namelist())
    if content[:4] == b"%PDF":
        return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).encode()
    return content


def test_all_that_leaves_is_made_without_the_notebook_and_holds_no_word_of_it(mentor, planted, place, walled):
    for number, line in enumerate(WAYS_OUT):
        words = [word.replace("F", f"out{number}", 1) if word[0] == "F" else word for word in line.split()]
        answer = mentor(*words)
        assert answer.code == 0, (line, answer.err)
        assert "qzown" not in answer.out + answer.err, line
    files = [at for at in planted.rglob("*") if at.is_file() and not at.is_relative_to(place)]
    assert len(files) > 18
    assert [at.name for at in files if b"qzown" in readable(at) or b"#hope" in readable(at)] == []


def test_where_the_notebook_is_asked_for_the_record_beside_it_holds_no_word_of_it(mentor, planted):
    """The question of the day is hers, and Find looks at both: each stands in a place of its own."""
    today = mentor("today", "--json").json
    today.pop("question")
    found = mentor("find", "river", "--json").json
    found.pop("notebook")
    assert "qzown" not in f"{today} {found}" and "river" in f"{found}"
    assert "qzown" not in mentor("find", "river").out


def test_the_wall_is_one_and_only_what_is_asked_of_the_notebook_itself_meets_it(mentor, planted, walled):
    for line in ("notebook list", "notebook packet", "notebook export -o own.json", "find qzown1"):
        answer = mentor(*line.split())
        assert answer.code != 0 and "qzown" not in answer.out, line
