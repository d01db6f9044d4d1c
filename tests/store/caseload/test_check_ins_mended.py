"""A check-in that was filed wrongly, corrected by two at once, or is of somebody who died."""

from datetime import date

import pytest
from msgspec.structs import replace

from store.check_in_corrected import correct_check_in
from store.check_in_next import as_goal, as_plan, as_promise
from store.check_ins_kept import new_talk, record_check_in
from store.errors import NotFound, RequestRefused
from store.merging import filed_with, refile
from store.records import Answer, Appointment, AskedAs, CheckIn, Client, Contact, Goal, Promise

TODAY = date(2026, 11, 23)
A, B, C = (f"hope-with-{letter}" for letter in "abc")


def said(question=A, words="Mornings.", **more):
    return Answer(question_id=question, asked=f"{question}?", words=words, **more)


def check_in(client, *answers, on=TODAY, **fields):
    return CheckIn(client_id=client.id, on=on, answers=answers or (said(),), **fields)


def words_of(caseload, id):
    return {each.question_id: each.words for each in caseload.get(CheckIn, id).answers}


def test_filed_with_somebody_else_a_check_in_takes_its_goal_and_the_words_it_was_asked_in_along(
    caseload, person
):
    dee, bo = person("Dee"), person("Bo")
    caseload.add(Goal(client_id=dee.id, words="a door", named_on=date(2026, 1, 2)))
    kept = check_in(dee, said(asked_theirs="Was ist leichter?"), next="a door")
    typed = (AskedAs(question_id=A, words="Was ist leichter?"), AskedAs(question_id=B, words="Und hier?"))
    also = (as_goal(kept), as_promise(kept), as_plan(kept, date(2026, 11, 26)))
    first = record_check_in(caseload, kept, new_talk(caseload, dee.id, TODAY), asked_as=typed, also=also)
    talk = filed_with(caseload, first.records[0])
    refile(caseload, (talk,), dee, bo)
    for kind in (CheckIn, Promise, Appointment, Goal):
        assert len(caseload.of(kind, bo.id)) == 1
    assert [each.named_on for each in caseload.goals_of(dee.id)] == [date(2026, 1, 2)]
    assert [each.words for each in caseload.get(Client, bo.id).asked_as] == ["Was ist leichter?"]
    assert [each.words for each in caseload.get(Client, dee.id).asked_as] == ["Und hier?"]
    caseload.undo()
    assert len(caseload.goals_of(dee.id)) == 2 and caseload.get(Client, dee.id).asked_as == typed
    caseload.change(caseload.get(Client, dee.id), replace(caseload.get(Client, dee.id), languages="German"))
    caseload.remove(talk)
    refile(caseload, (caseload.of(CheckIn, dee.id)[0],), dee, bo)
    assert caseload.get(Client, dee.id).asked_as == typed and len(caseload.goals_of(bo.id)) == 1


def test_a_correction_writes_what_was_changed_over_the_record_as_it_is_now(caseload, person):
    dee = person("Dee")
    seen = record_check_in(caseload, check_in(dee, said(), said(B, "Bread."), next="a door")).records[0]
    elsewhere = replace(seen, answers=(said(words="Nights."), said(B, "Bread."), said(C, "Mum.")))
    caseload.change(seen, elsewhere)
    here = replace(seen, answers=(said(), said(B, "Bread, warm.")), next="a key")
    saved = correct_check_in(caseload, seen, here)
    assert words_of(caseload, seen.id) == {A: "Nights.", B: "Bread, warm.", C: "Mum."}
    assert saved.records[0].next == "a key" and saved.label == "check-in corrected, Dee"
    with pytest.raises(RequestRefused, match="What they said to “hope-with-a\\?” was changed elsewhere"):
        correct_check_in(caseload, seen, replace(here, answers=(said(words="Noon."), said(B, "Bread."))))
    assert words_of(caseload, seen.id)[A] == "Nights."
    now = caseload.get(CheckIn, seen.id)
    correct_check_in(caseload, now, replace(now, answers=now.answers[1:]))
    assert words_of(caseload, seen.id) == {B: "Bread, warm.", C: "Mum."}


def test_a_correction_is_refused_where_nothing_is_left_or_it_went_elsewhere_or_out(caseload, person):
    dee, bo = person("Dee"), person("Bo")
    seen = record_check_in(caseload, check_in(dee)).records[0]
    with pytest.raises(RequestRefused, match="Nothing is written in it yet"):
        correct_check_in(caseload, seen, replace(seen, answers=(said(words=" "),)))
    refile(caseload, (seen,), dee, bo)
    with pytest.raises(RequestRefused, match="It was filed with Bo meanwhile"):
        correct_check_in(caseload, seen, replace(seen, next="a door"))
    caseload.remove(caseload.get(CheckIn, seen.id))
    with pytest.raises(NotFound, match="taken out meanwhile"):
        correct_check_in(caseload, seen, replace(seen, next="a door"))


def test_nothing_is_kept_of_a_day_after_somebody_died_and_what_they_said_before_is(caseload, person):
    dee = caseload.set_status(person("Dee"), "died", on=date(2026, 11, 10)).records[0]
    late = check_in(dee, next="a door", on=date(2026, 11, 9))
    for refused, also, why in (
        (check_in(dee, next="a door"), (), "with the day it was said"),
        (late, (as_goal(late),), "nothing is promised or planned any more"),
    ):
        with pytest.raises(RequestRefused, match=why):
            record_check_in(caseload, refused, new_talk(caseload, dee.id, refused.on), also=also)
    assert not caseload.all(CheckIn) + caseload.all(Contact) + caseload.all(Goal)
    assert record_check_in(caseload, late).records[0].next == "a door"
    with pytest.raises(RequestRefused, match="Exactly this is kept"):
        record_check_in(caseload, late, new_talk(caseload, dee.id, late.on))
