"""Papers about people: each as a reader would read it, and what none of them may carry."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from mentor_tui.reports import FORMS, render
from mentor_tui.reports.asked import Asked
from mentor_tui.reports.catalogue import KINDS, kind_named
from store.errors import RequestRefused
from store.records import Client, Consent, Contact, Episode
from tests.reports.paper_people import MONDAY, crowded, filled

AS_READ = Path(__file__).parent / "papers"
PAPERS = {
    "person": {"who": "dee"},
    "person-to-jo": {"who": "dee", "to": "Jo Smith"},
    "gate": {"who": "dee"},
    "people": {},
    "people-initials": {"initials": True},
    "handover": {"to": "jo smith"},
    "hours": {},
}


@pytest.fixture(scope="module")
def caseload(tmp_path_factory):
    kept = filled(tmp_path_factory.mktemp("papers") / "D")
    yield kept
    kept.folder.close()


@pytest.fixture(scope="module")
def paper(caseload):
    """Makes one paper."""

    def make(name, who="", moment=MONDAY, **asked):
        person = caseload.find_person(who) if who else None
        return kind_named(name).make(caseload, Asked(moment, person=person, **asked))

    return make


def text(document):
    return render(document).decode()


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_reads_as_it_was_read_over(paper, name):
    made = text(paper(name.partition("-")[0], **PAPERS[name]))
    assert made == (AS_READ / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("form", FORMS)
def test_the_same_records_and_day_make_the_same_bytes(paper, form):
    assert render(paper("gate", "dee"), form) == render(paper("gate", "dee"), form)


def test_a_gate_page_holds_nothing_that_would_tell_on_them(paper):
    made = text(paper("gate", "dee"))
    of_whom = ("SECRET", "Johnson", "Ana", "Bea", "Lund")
    of_why = ("robation", "ourt,", "courtroom", "detox", "conditions", "sertraline", "drugstore", "release")
    told = (*of_whom, *of_why, "Alouette", "gate", "medication", "pharmacy", "intake", "second floor")
    assert [word for word in told if word in made] == []


def test_their_record_holds_nothing_of_others_and_no_opinion(paper):
    made = text(paper("person", "dee"))
    of_others = ("Marcus", "Will", "Ana", "Tom Hurtz", "Bea", "0999", "SHARED", "FAMILY", "TYPED")
    opinions = ("LEFT", "KEPT", "BESIDE", "OPINION")
    assert [word for word in (*of_others, *opinions) if word in made] == []
    assert "604 555 0101" in made


def test_a_name_that_is_in_our_own_words_too_is_left_out_of_theirs_alone(tmp_path):
    kept = filled(tmp_path / "D")
    plain = text(kind_named("person").make(kept, Asked(MONDAY, person=kept.find_person("dee"))))
    kept.add_each([Client(name=name) for name in ("Nov", "Thu", "Talked", "Income")], "more people")
    kept.add(
        Contact(client_ids=(1,), on=MONDAY.day, mode="phone", outcome="talked", words="Nov and thu came")
    )
    made = text(kind_named("person").make(kept, Asked(MONDAY, person=kept.find_person("dee"))))
    assert "Mon 23 Nov  phone            someone and someone came" in made
    assert [line for line in plain.splitlines() if line not in made] == []
    kept.folder.close()


def test_initials_stand_for_names_and_say_nothing_of_what_it_is_about(paper):
    made = paper("people", initials=True)
    words = text(made)
    assert [
        word for word in ("Dee", "Marcus", "gate", "call", "Renée", "R.", "intake") if word in words
    ] == []
    assert made.people == ()


def test_hours_add_up_to_the_months_figures(paper, caseload):
    grids = [block for block in paper("hours").blocks if hasattr(block, "rows")]
    ((entries, hours, *_),) = grids[0].rows
    kept = [each for each in caseload.all(Contact) if each.mode or each.kind or each.outcome]
    assert (int(entries), float(hours)) == (len(kept), round(sum(each.minutes or 0 for each in kept) / 60, 2))
    for grid in grids[1:]:
        assert sum(int(row[2]) for row in grid.rows) == int(entries)


def test_hours_hold_no_word_of_anybody(paper):
    made = text(paper("hours"))
    assert [word for word in ("Dee", "SECRET", "604", "phone") if word in made] == []


def test_a_packet_says_how_many_are_not_in_it_and_names_none_of_them(paper):
    made = paper("handover", to="Jo Smith")
    assert "2 more walk with me and are not in it." in text(made)
    assert [name for name in ("Marcus", "Renée", "Will") if name in text(made)] == []
    assert made.people == (1,)


def test_nobody_who_died_is_in_a_packet(tmp_path):
    kept = filled(tmp_path / "D")
    lou = kept.add(Client(name="Lou", status="died")).records[0]
    kept.add(Consent(client_id=lou.id, purpose="share", recipient="Jo Smith", on=MONDAY.day))
    made = kind_named("handover").make(kept, Asked(MONDAY, to="Jo Smith"))
    assert (made.people, "Lou" in text(made)) == ((1,), False)
    with pytest.raises(RequestRefused, match="Lou died, and cannot be asked any more"):
        kind_named("person").make(kept, Asked(MONDAY, person=lou, to="Jo Smith"))
    assert kind_named("person").make(kept, Asked(MONDAY, person=lou)).people == (lou.id,)
    kept.folder.close()


@pytest.mark.parametrize("words", ["dates yes, phone no", ""])
def test_words_that_are_no_plain_list_share_nothing_else_on_any_paper(tmp_path, words):
    kept = filled(tmp_path / "D")
    kept.add(Consent(client_id=1, purpose="share", recipient="Jo Smith", information=words, on=MONDAY.day))
    for name in ("handover", "person"):
        made = kind_named(name).make(kept, Asked(MONDAY, person=kept.find_person("dee"), to="Jo Smith"))
        read = " ".join(text(made).split())
        assert words in read and "Nothing more was agreed than this: ask them" in read
        held = ("604", "Ana", "Tom", "08:30", "drum", "housing", "(she)", "Lund")
        assert [word for word in held if word in read] == []
    kept.folder.close()


def test_a_packet_for_somebody_nobody_agreed_to_is_refused_with_the_way_out(paper):
    with pytest.raises(RequestRefused, match=r"Nobody has agreed .* Pat, .* `mentor consent give`"):
        paper("handover", to="Pat")
    with pytest.raises(RequestRefused, match="Say for whom"):
        paper("handover")


@pytest.mark.parametrize(
    ("who", "to", "sentence"),
    [
        ("marcus", "Jo Smith", "What Marcus agreed to share with Jo Smith ended on Sun 1 Nov. Ask first"),
        ("renee", "Jo Smith", "Renée has not agreed to share anything with Jo Smith. Ask first"),
        ("dee", "Kim", "Dee Johnson has not agreed to share anything with Kim. Ask first"),
    ],
)
def test_a_named_copy_without_a_consent_that_stands_is_refused(paper, who, to, sentence):
    with pytest.raises(RequestRefused, match=sentence):
        paper("person", who, to=to)


def test_a_consent_taken_back_blocks_the_next_copy(tmp_path):
    kept = filled(tmp_path / "D")
    agreed = kept.consents_of(2)[-1]
    asked = Asked(MONDAY, person=kept.find_person("marcus"), to="Kim")
    assert kind_named("person").make(kept, asked).people == (2,)
    kept.add(replace(agreed, id=0, uid="", state="withdrawn", on=MONDAY.day))
    with pytest.raises(RequestRefused, match="Marcus took back what was agreed to share with Kim"):
        kind_named("person").make(kept, asked)
    kept.folder.close()


def test_a_gate_page_needs_a_day(paper, caseload):
    with pytest.raises(RequestRefused, match="mentor client edit Will --released"):
        paper("gate", "will")
    died = Client(name="Sam", status="died", episodes=(Episode(on=MONDAY.day),))
    with pytest.raises(RequestRefused, match="No release of Sam"):
        kind_named("gate").make(caseload, Asked(MONDAY, person=died))


def test_a_page_of_names_is_for_nobody_else(paper):
    with pytest.raises(RequestRefused, match=r"--initials.*mentor report handover"):
        paper("people", to="Pat")


def test_there_is_no_report_for_supervision_by_officers():
    told = " ".join(f"{kind.name} {kind.title} {kind.what}" for kind in KINDS).lower()
    assert [word for word in ("probation", "parole", "officer", "court", "compliance") if word in told] == []


def test_each_kind_says_what_it_is_and_what_to_mind():
    assert [kind.name for kind in KINDS] == ["month", "hours", "people", "person", "gate", "handover"]
    assert all(kind.what.endswith(".") and kind.caution.endswith(".") for kind in KINDS)
    with pytest.raises(RequestRefused, match="there are: month, hours, people, person, gate, handover"):
        kind_named("year")


def test_a_consent_of_another_purpose_shares_nothing(tmp_path):
    kept = filled(tmp_path / "D")
    kept.add(Consent(client_id=3, purpose="contact", recipient="Kim", on=MONDAY.day))
    with pytest.raises(RequestRefused, match="Renée has not agreed"):
        kind_named("person").make(kept, Asked(MONDAY, person=kept.find_person("renee"), to="Kim"))
    kept.folder.close()


def test_a_gate_page_is_one_page_on_either_paper_with_six_long_dates_and_six_long_doors(tmp_path):
    from io import BytesIO

    from pypdf import PdfReader

    kept = crowded(tmp_path / "D")
    page = kind_named("gate").make(kept, Asked(MONDAY, person=kept.find_person("alex")))
    for paper in ("letter", "a4"):
        sheets = PdfReader(BytesIO(render(page, "pdf", paper=paper))).pages
        assert len(sheets) == 1
        assert "the first 6 of 8" in sheets[0].extract_text()
    kept.folder.close()
