"""Check-ins: what there is to ask, what was said before, and that a check-in and its talk are one act."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from msgspec.structs import replace

from store.check_in_next import as_goal, as_plan, as_promise
from store.check_ins import (
    answer_to,
    beside_last,
    check_ins_of,
    questions_to_ask,
    wanted_before,
)
from store.check_ins_kept import new_talk, record_check_in, talk_of
from store.errors import NotFound, RequestRefused
from store.merging import merge
from store.principles import themes
from store.records import (
    Answer,
    Appointment,
    AskedAs,
    CheckIn,
    Client,
    Contact,
    Goal,
    OwnQuestion,
    Promise,
    QuestionChoice,
)
from store.their_language import keep_asked_as, translations_offered

TODAY = date(2026, 11, 23)
LIGHTER, KEY = "hope-with-a", "What feels a little lighter than it did on your first day out?"


def said(question=LIGHTER, words="Mornings.", **more):
    return Answer(question_id=question, asked=KEY, words=words, **more)


def check_in(client, *answers, on=TODAY, **fields):
    return CheckIn(client_id=client.id, on=on, answers=answers, **fields)


def ids(asked):
    return [each.question.id for each in asked]


def test_three_questions_a_theme_are_there_to_ask_in_the_order_of_the_study(caseload, person):
    asked = questions_to_ask(caseload, person("Dee"))
    assert [each.question.theme for each in asked] == [one.code for one in themes() for _ in range(3)]
    assert all(each.question.moment == "with" for each in asked)


def test_her_own_questions_stand_with_their_theme_and_what_she_set_aside_is_not_asked(caseload, person):
    own = (
        OwnQuestion(id=1, theme="hope", words="What made you laugh?", moment="with"),
        OwnQuestion(id=2, theme="", words="And your dog?", moment="with"),
        OwnQuestion(id=3, theme="hope", words="What was light?", moment="with", instead_of=LIGHTER),
        OwnQuestion(id=4, theme="hope", words="For me alone", moment="after"),
    )
    never = (QuestionChoice(question_id="hope-with-b", on=TODAY, choice="never"),)
    asked = questions_to_ask(caseload, person("Dee"), own, never)
    assert ids(asked)[3:6] == [LIGHTER, "hope-with-c", "own-1"] and ids(asked)[-1] == "own-2"
    assert asked[3].question.words == "What was light?"
    assert "own-4" not in ids(asked)
    printed_before = questions_to_ask(caseload, caseload.people()[0], own, never, with_those_aside=True)
    assert set(ids(printed_before)) - set(ids(asked)) == {"hope-with-b"}


def test_a_check_in_its_talk_and_what_came_of_it_are_one_act_with_one_undo(caseload, person, touch):
    dee = person("Dee")
    due = touch(dee, TODAY)
    kept = check_in(dee, said(), said("hope-with-c", "  "), next="a door")
    also = (as_goal(kept), as_promise(kept, "ring the landlord"), as_plan(kept, date(2026, 11, 26)))
    typed = (AskedAs(question_id=LIGHTER, words="Chi sabuktar ast?"),)
    saved = record_check_in(caseload, kept, new_talk(caseload, dee.id, TODAY), asked_as=typed, also=also)
    first, talk = saved.records[:2]
    assert first.answers == (said(),) and first.contact_id == talk.id
    assert (talk.kind, talk.mode, talk.outcome, talk.words) == ("talk", "in-person", "met", "")
    assert saved.closed[0].id == due.id and caseload.get(Appointment, due.id).closed_by == talk.id
    assert caseload.goals_of(dee.id)[0].words == "a door" and caseload.goals_of(dee.id)[0].whose == "theirs"
    assert caseload.promises_of(dee.id)[0].contact_id == talk.id
    assert caseload.get(Client, dee.id).asked_as == typed
    assert caseload.undo().label == saved.label == "check-in, Dee"
    assert not caseload.all(CheckIn) + caseload.all(Contact) + caseload.all(Goal) + caseload.all(Promise)
    assert not caseload.get(Appointment, due.id).result and not caseload.get(Client, dee.id).asked_as


def test_a_talk_of_that_day_is_linked_and_an_attempt_is_none(caseload, person, note):
    dee = person("Dee")
    note("dee called, no answer")
    assert talk_of(caseload, dee.id, TODAY) is None
    note("dee met 20m on the bench")
    talk = talk_of(caseload, dee.id, TODAY)
    saved = record_check_in(caseload, check_in(dee, said()), talk)
    assert saved.records[0].contact_id == talk.id and len(caseload.all(Contact)) == 2
    caseload.remove(talk)
    assert caseload.get(CheckIn, saved.records[0].id).contact_id is None
    alone = record_check_in(caseload, check_in(dee, said(words="Noon."))).records
    assert [type(each) for each in alone] == [CheckIn] and alone[0].contact_id is None


def test_a_check_in_with_nothing_said_is_refused_and_so_is_one_about_somebody_gone(caseload, person):
    dee = person("Dee")
    with pytest.raises(RequestRefused, match="Nothing is written in it yet"):
        record_check_in(caseload, check_in(dee, said(words=" ")), new_talk(caseload, dee.id, TODAY))
    caseload.remove(dee)
    with pytest.raises(NotFound):
        record_check_in(caseload, check_in(dee, said()))
    assert not caseload.all(Contact)


def test_the_same_question_asked_twice_stands_side_by_side_and_nothing_else(caseload, person):
    dee = person("Dee")
    first = record_check_in(caseload, check_in(dee, said(words="No keys."), on=date(2026, 9, 1))).records[0]
    between = check_in(dee, said("hope-with-b", "A bed."), on=date(2026, 10, 1), next="a door")
    record_check_in(caseload, between)
    newest = record_check_in(caseload, check_in(dee, said(), said("meet-with-a", "Mum."))).records[0]
    (beside,) = beside_last(newest, check_ins_of(caseload, dee.id))
    assert (beside.then.answer.words, beside.now.answer.words) == ("No keys.", "Mornings.")
    assert (beside.then.on, beside.now.on, beside.then.check_in_id) == (date(2026, 9, 1), TODAY, first.id)
    assert beside_last(first, check_ins_of(caseload, dee.id)) == ()
    assert wanted_before(newest, check_ins_of(caseload, dee.id)).next == "a door"
    asked = {each.question.id: each.last for each in questions_to_ask(caseload, dee)}
    assert asked[LIGHTER].answer.words == "Mornings." and asked["bridge-with-a"] is None


@settings(max_examples=40, deadline=None)
@given(some.lists(some.tuples(some.integers(1, 28), some.sets(some.sampled_from("abc"))), max_size=6))
def test_what_stands_beside_an_answer_is_the_last_one_before_it(told):
    every = [
        CheckIn(id=id, on=date(2026, 11, day), answers=tuple(said(one, f"{id}") for one in sorted(asked)))
        for id, (day, asked) in enumerate(told, 1)
    ]
    for one in every:
        earlier = sorted((each.on, each.id) for each in every if (each.on, each.id) < (one.on, one.id))
        for answer in one.answers:
            asked = [{each.question_id for each in every[id - 1].answers} for _, id in earlier]
            those = [id for (_, id), then in zip(earlier, asked, strict=True) if answer.question_id in then]
            beside = [each.then.check_in_id for each in beside_last(one, every) if each.now.answer == answer]
            assert beside == those[-1:]


def test_the_words_asked_stay_with_the_answer_when_the_question_is_worded_otherwise(caseload, person):
    dee = person("Dee")
    keep_asked_as(caseload, dee, [AskedAs(question_id=LIGHTER, words="¿Qué pesa\nmenos?", asked=KEY)])
    asking = questions_to_ask(caseload, caseload.get(Client, dee.id))[3]
    record_check_in(caseload, check_in(dee, answer_to(asking, "Mañanas.")))
    own = (OwnQuestion(id=3, theme="hope", words="What was light?", moment="with", instead_of=LIGHTER),)
    now = questions_to_ask(caseload, caseload.get(Client, dee.id), own)[3]
    assert (now.question.words, now.theirs, now.last) == ("What was light?", "", None)
    newest = record_check_in(caseload, check_in(dee, answer_to(now, "Never."))).records[0]
    first = check_ins_of(caseload, dee.id)[1].answers[0]
    assert (first.asked, first.asked_theirs, first.words) == (KEY, "¿Qué pesa menos?", "Mañanas.")
    assert beside_last(newest, check_ins_of(caseload, dee.id)) == ()
    again = questions_to_ask(caseload, caseload.get(Client, dee.id))[3]
    assert (again.theirs, again.last.answer.words) == ("¿Qué pesa menos?", "Mañanas.")


def test_words_typed_for_somebody_are_offered_to_whoever_speaks_it_too_and_never_put_there(caseload, person):
    farid, noor = person("Farid", languages="Dari, some English"), person("Noor", languages="dari and French")
    english = person("Jo", languages="English")
    keep_asked_as(caseload, farid, [AskedAs(question_id=LIGHTER, words="Chi sabuktar ast?")])
    asked = {each.question.id: each for each in questions_to_ask(caseload, noor)}
    assert (asked[LIGHTER].theirs, asked[LIGHTER].offered) == ("", "Chi sabuktar ast?")
    both, named = person("Ali", languages="Dari, Arabic"), person("Sami", languages="Dari")
    keep_asked_as(caseload, both, [AskedAs(question_id="hope-with-b", words="In either of the two")])
    keep_asked_as(caseload, named, [AskedAs(question_id="hope-with-c", words="Sami, chi?")])
    assert set(translations_offered(caseload, noor, dict.fromkeys(asked, ""))) == {LIGHTER}
    assert translations_offered(caseload, english, dict.fromkeys(asked, "")) == {}
    keep_asked_as(caseload, noor, [AskedAs(question_id=LIGHTER, words="Chi subuk ast?")])
    noor = caseload.get(Client, noor.id)
    assert questions_to_ask(caseload, noor)[3].offered == "" and noor.asked_as[0].words == "Chi subuk ast?"
    keep_asked_as(caseload, noor, [AskedAs(question_id=LIGHTER, words="")])
    assert caseload.get(Client, noor.id).asked_as == ()


def test_two_records_of_one_person_made_one_keep_every_check_in_and_every_wording(caseload, person):
    dee, other = person("Dee"), person("Dee J.")
    for one, words in ((dee, "A"), (other, "B")):
        record_check_in(caseload, check_in(one, said(words=words)))
        keep_asked_as(caseload, caseload.get(Client, one.id), [AskedAs(question_id=LIGHTER, words=words)])
    merge(caseload, caseload.get(Client, dee.id), caseload.get(Client, other.id))
    assert {each.answers[0].words for each in check_ins_of(caseload, dee.id)} == {"A", "B"}
    assert caseload.get(Client, dee.id).asked_as == (AskedAs(question_id=LIGHTER, words="A; B"),)


def test_a_check_in_is_found_by_words_of_any_answer_and_of_what_they_want_next(caseload, person):
    dee, answers = person("Dee"), (said(), said("hope-with-b", "Supper at six."))
    kept = record_check_in(caseload, check_in(dee, *answers, next="a key")).records[0]
    for words, shown in (("supper", "Supper at six."), ("key", "a key"), ("kind:check-ins", "Mornings.")):
        (hit,) = caseload.find(words)
        assert (hit.table, hit.id, hit.text, hit.client_ids) == ("check_ins", kept.id, shown, (dee.id,))
    caseload.change(kept, replace(kept, answers=()))
    assert caseload.find("supper") == () and caseload.find("lighter") == ()
