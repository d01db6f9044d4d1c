"""Check-ins on paper: what a person takes, what they read of themselves, and what reaches nobody else."""

from datetime import date

import pytest
from msgspec.structs import replace

from mentor_tui.exchange.deidentified import deidentified
from mentor_tui.exchange.of_one import documents_of
from mentor_tui.reports import FORMS, as_object, render
from mentor_tui.reports.asked import HANDING_ON, OWN, Asked
from mentor_tui.reports.catalogue import KINDS, kind_named
from mentor_tui.reports.papers.check_in import page, sheet
from store.check_ins import questions_to_ask
from store.check_ins_kept import new_talk, record_check_in
from store.records import Answer, AskedAs, CheckIn, Client, Consent, Promise
from store.their_language import keep_asked_as
from tests.reports.paper_people import MONDAY, day, filled

ASKED = "What feels a little lighter than it did on your first day out?"
THEN, NOW, NEXT = "PLANTED-THEN, with Marcus", "PLANTED-NOW, Marcus", "PLANTED-NEXT"


def said(words, **more):
    return Answer(question_id="hope-with-a", asked=ASKED, words=words, **more)


@pytest.fixture(scope="module")
def before_and_after(tmp_path_factory):
    """The month before anybody checked in, and the caseload with Dee's two check-ins."""
    caseload = filled(tmp_path_factory.mktemp("check-ins") / "D")
    talk = new_talk(caseload, 1, day(20), "phone")
    made = caseload.add(talk).records[0]
    before = {view: month(caseload, view) for view in (OWN, HANDING_ON)}
    record_check_in(caseload, CheckIn(client_id=1, on=day(2), answers=(said(THEN),)))
    promise = Promise(client_id=1, words="ring the landlord", made_on=day(20), due_on=day(27))
    newest = CheckIn(
        client_id=1, on=day(20), answers=(said(NOW, asked_theirs="¿Qué pesa menos?"),), next=NEXT
    )
    record_check_in(caseload, newest, made, also=(promise,))
    keep_asked_as(
        caseload, caseload.get(Client, 1), [AskedAs(question_id="hope-with-a", words="¿Qué pesa menos?")]
    )
    yield before, caseload
    caseload.folder.close()


@pytest.fixture
def caseload(before_and_after):
    return before_and_after[1]


def month(caseload, view):
    made = kind_named("month").make(caseload, Asked(MONDAY, view=view, least=2))
    return {form: render(made, form) for form in FORMS} | {"object": as_object(made)}


def shown(caseload, name, **asked):
    person = caseload.get(Client, 1) if name == "person" else None
    return render(kind_named(name).make(caseload, Asked(MONDAY, person=person, **asked))).decode()


def test_nothing_of_a_check_in_is_in_a_month_report_of_any_view_and_form(before_and_after):
    before, caseload = before_and_after
    assert {view: month(caseload, view) for view in (OWN, HANDING_ON)} == before


def test_no_paper_but_their_own_record_and_no_rows_without_names_hold_what_they_said(caseload):
    for kind in KINDS:
        if kind.name not in ("person", "month"):
            person = caseload.get(Client, 1) if kind.about == "person" else None
            made = render(
                kind.make(
                    caseload, Asked(MONDAY, person=person, to="Jo Smith" if kind.needs_recipient else "")
                )
            )
            assert b"PLANTED" not in made and b"pesa" not in made, kind.name
    assert "PLANTED" not in str(deidentified(caseload, MONDAY, None))


def test_their_own_record_has_every_check_in_in_the_words_that_were_said(caseload):
    made = " ".join(shown(caseload, "person").split())
    assert "Check-ins, in their words" in made and "PLANTED-THEN, with Marcus" in made
    assert "stands as they said it, whoever they named" in made
    assert made.index("PLANTED-THEN") < made.index("PLANTED-NOW") < made.index("PLANTED-NEXT")
    assert "Questions in their language" in made and made.count("¿Qué pesa menos?") == 2


@pytest.mark.parametrize(
    ("agreed", "is_shared"),
    [("check-ins", True), ("everything", False), ("notes", False), ("dates, check-ins", True)],
)
def test_somebody_else_reads_what_they_said_only_where_check_ins_were_agreed_to_by_name(
    caseload, agreed, is_shared
):
    consent = Consent(client_id=1, purpose="share", recipient="Kim", information=agreed, on=day(22))
    caseload.add(replace(consent, expires_on=date(2026, 12, 1)))
    for name in ("person", "handover"):
        made = shown(caseload, name, to="Kim")
        assert ("PLANTED-NOW, [someone]" in " ".join(made.split())) is is_shared
        assert "NOW, Marcus" not in " ".join(made.split())
    assert ("agreed to that by its name" in " ".join(made.split())) is is_shared
    assert "PLANTED-THEN" not in made
    caseload.undo()


def test_the_page_they_take_has_both_answers_under_their_days_what_is_next_and_what_was_promised(caseload):
    newest = caseload.of(CheckIn, 1)[-1]
    made = page(caseload, newest, MONDAY.day)
    words = render(made).decode()
    rows = words.splitlines()
    assert rows[:2] == ["In your words", "Said on Fri 20 Nov 2026."] and made.people == (1,)
    at = next(place for place, row in enumerate(rows) if row.startswith("Mon 2 Nov "))
    assert rows[at].endswith("Fri 20 Nov") and THEN in rows[at + 1] and NOW in rows[at + 1]
    assert rows[at - 4 : at - 1] == ["¿Qué pesa menos?", "", ASKED]
    assert "“PLANTED-NEXT”" in words and "by Fri 27 Nov" in words and "Dee" not in words
    assert not [word for word in ("better", "worse", "%", "score") if word in words]


def test_a_sheet_names_nobody_cites_the_study_and_has_room_under_each_question(caseload):
    asked = questions_to_ask(caseload, caseload.get(Client, 1))
    made = render(sheet(asked, "k7m", MONDAY.day)).decode()
    assert "Dee" not in made and "For K7M, day" in made and "¿Qué pesa menos?" in made
    assert "PLANTED" not in made and "10.1186/s12889-023-17524-4" in made
    assert made.count("_" * 80) == 4 * len(asked) + 5
    assert render(sheet(asked, "", MONDAY.day), "pdf").startswith(b"%PDF")


def test_what_is_given_out_about_one_person_has_their_check_ins_and_nobody_elses(caseload):
    record_check_in(caseload, CheckIn(client_id=2, on=day(3), answers=(said("Of Marcus"),)))
    kept = documents_of(caseload, 1)["check_ins"].values()
    assert [one["answers"][0]["words"] for one in kept] == [THEN, NOW]
    caseload.undo()
