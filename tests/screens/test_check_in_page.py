"""What stands on the page of a check-in, without any screen: lines, words, the talk, the rows."""

from datetime import date

import pytest
from msgspec.structs import replace

from mentor_tui.check_in_page import NO_TALK, day_of, new_page, page_of
from mentor_tui.check_in_rows import reading_items, talk_words, words_under, writing_items
from store.check_ins import NEXT, check_ins_of
from store.records import Answer, CheckIn, Contact, OwnQuestion
from store.themes_written import themes_asked
from widgets.row import Heading, Row, plain

HOPE = "hope-with-a"


@pytest.fixture
def dee(books):
    return books.caseload.find_person("dee")


def checked_in(books, dee, day, words, asked="As it was asked then?", **fields):
    answers = (Answer(question_id=HOPE, asked=asked, words=words),)
    record = CheckIn(client_id=dee.id, on=date(2026, 11, day), answers=answers, **fields)
    return books.caseload.add(record).records[0]


def page_for(books, dee):
    return new_page(books.caseload, books.notebook, dee)


def shown(items):
    return [
        item.text if isinstance(item, Heading) else "|".join(map(plain, item.cells))
        for item in items
        if isinstance(item, Heading | Row)
    ]


def test_three_questions_stand_under_each_theme_and_hers_after_them(books, dee):
    books.notebook.add(OwnQuestion(theme="", words="What would your gran say?", moment="with"))
    page = page_for(books, dee)
    themes = [line.theme for line in page.lines]
    assert len(page.lines) == 20 and all(themes.count(theme) == 3 for theme in set(themes) - {""})
    assert [line.asked for line in page.lines[-2:]] == ["What would your gran say?", "What do you want next?"]
    titles = [
        item.text
        for item in writing_items(page, None, books.caseload.clock.now())
        if isinstance(item, Heading)
    ]
    assert titles[1] == "What lifts you · offering hope" and titles[-3:] == [
        "And these",
        "What next",
        "This talk",
    ]


def test_the_page_has_nothing_of_a_question_nobody_answered(books, dee):
    page = page_for(books, dee)
    page.words = {HOPE: " mornings ", "hope-with-b": "  ", NEXT: "a key"}
    made = page.made()
    assert [(one.question_id, one.words) for one in made.answers] == [(HOPE, "mornings")]
    assert made.next == "a key" and made.on == date(2026, 11, 23)


def test_a_draft_of_a_page_keeps_its_words_its_day_and_its_talk_and_nothing_without_words(books, dee):
    page = page_for(books, dee)
    page.on, page.talk = date(2026, 11, 20), "phone"
    assert page.to_keep == {}
    page.words = {HOPE: "mornings"}
    again = new_page(books.caseload, books.notebook, dee, day_of(page.to_keep))
    again.put_back(page.to_keep)
    assert (again.words, again.on, again.talk) == (page.words, page.on, "phone")


def test_it_is_part_of_the_talk_of_that_day_unless_she_says_otherwise(books, dee):
    page, caseload = page_for(books, dee), books.caseload
    assert talk_words(page.talk_in(caseload)) == "noted with it: a talk, in person"
    talk = caseload.add(
        Contact(client_ids=(dee.id,), on=page.on, mode="phone", outcome="talked", minutes=15)
    ).records[0]
    assert page.talk_in(caseload) == talk
    assert talk_words(talk) == "part of what is noted: phone 15m"
    page.talk = NO_TALK
    assert page.talk_in(caseload) is None and talk_words(None) == "not a talk of its own"
    page.talk = "video"
    assert page.talk_in(caseload).mode == "video" and page.talk_in(caseload).id == 0


def test_a_correction_keeps_the_words_that_were_asked_and_sees_only_what_was_before_it(books, dee):
    checked_in(books, dee, 2, "nothing yet")
    middle = checked_in(books, dee, 9, "mornings", next="a door")
    checked_in(books, dee, 16, "nights too")
    page = page_of(books.caseload, books.notebook, dee, middle)
    line = next(line for line in page.lines if line.id == HOPE)
    assert (line.asked, line.before, line.before_on) == (
        "As it was asked then?",
        "nothing yet",
        date(2026, 11, 2),
    )
    assert page.made() == middle
    page.words[HOPE] = "mornings, mostly"
    assert page.made().answers[0].asked == "As it was asked then?"


def test_a_talk_that_is_typed_in_later_has_nothing_beside_it_that_was_said_after_it(books, dee):
    lighter = next(line.asked for line in page_for(books, dee).lines if line.id == HOPE)
    first = checked_in(books, dee, 2, "nothing yet", lighter)
    checked_in(books, dee, 3, "to words of another day")
    checked_in(books, dee, 16, "mornings", lighter)
    page = new_page(books.caseload, books.notebook, dee, date(2026, 11, 9))
    assert first in page.earlier
    assert next(line for line in page.lines if line.id == HOPE).before == "nothing yet"


def test_a_correction_keeps_what_was_said_to_a_question_that_is_asked_no_more(books, dee):
    own = books.notebook.add(OwnQuestion(theme="", words="What would your gran say?", moment="with")).records[
        0
    ]
    answers = (Answer(question_id=f"own-{own.id}", asked=own.words, words="eat"),)
    record = books.caseload.add(CheckIn(client_id=dee.id, on=date(2026, 11, 9), answers=answers)).records[0]
    books.notebook.remove(own)
    page = page_of(books.caseload, books.notebook, dee, record)
    assert page.made() == record and page.lines[-2].asked == own.words


def test_a_question_of_hers_stands_under_its_theme_while_it_is_asked_and_when_it_is_read(books, dee):
    own = books.notebook.add(OwnQuestion(theme="hope", words="A song?", moment="with")).records[0]
    answers = (Answer(question_id=f"own-{own.id}", asked=own.words, words="zorb"),)
    record = books.caseload.add(CheckIn(client_id=dee.id, on=date(2026, 11, 9), answers=answers)).records[0]
    of_hers = themes_asked(books.notebook.own_questions())
    read = reading_items(record, (record,), of_hers, books.caseload.clock.now(), wide=False)
    assert shown(read)[0] == "What lifts you · offering hope"
    assert next(line.theme for line in page_for(books, dee).lines if line.asked == "A song?") == "hope"


def test_a_question_set_aside_keeps_its_place_while_an_answer_to_it_is_corrected(books, dee):
    record = checked_in(books, dee, 9, "mornings")
    places = [line.id for line in page_for(books, dee).lines]
    books.notebook.choose(HOPE, "never")
    assert HOPE not in [line.id for line in page_for(books, dee).lines]
    assert [line.id for line in page_of(books.caseload, books.notebook, dee, record).lines] == places


@pytest.mark.parametrize(
    ("languages", "asked"), [("", False), ("Some English", False), ("English, French", True)]
)
def test_only_of_somebody_who_speaks_another_language_it_is_said_that_one_can_be_typed(
    books, dee, languages, asked
):
    speaks = books.caseload.change(dee, replace(dee, languages=languages)).records[0]
    assert {line.may_be_theirs for line in page_for(books, speaks).lines if line.id != NEXT} == {asked}


@pytest.mark.parametrize("wide", [True, False])
def test_the_same_question_asked_before_stands_with_both_answers_and_not_a_word_about_them(books, dee, wide):
    checked_in(books, dee, 9, "nothing yet", next="boots")
    now = checked_in(books, dee, 16, "mornings", next="a door")
    every, moment = check_ins_of(books.caseload, dee.id), books.caseload.clock.now()
    items = reading_items(now, every, themes_asked(()), moment, wide=wide)
    between = "|" if wide else "\n"
    assert shown(items) == [
        "What lifts you · offering hope",
        f"As it was asked then?{between}Mon 9 Nov\n“nothing yet”{between}Mon 16 Nov\n“mornings”",
        "What next",
        f"What do you want next?{between}Mon 9 Nov\n“boots”{between}Mon 16 Nov\n“a door”",
    ]
    assert words_under(now, HOPE) == "mornings" and words_under(now, NEXT) == "a door"


def test_a_check_in_stands_on_the_timeline_with_the_talk_it_was_part_of(books, dee):
    talk = books.caseload.add(
        Contact(client_ids=(dee.id,), on=date(2026, 11, 9), mode="phone", outcome="talked")
    ).records[0]
    kept = checked_in(books, dee, 9, "mornings", contact_id=talk.id)
    assert [item.record for item in books.caseload.timeline(dee.id)][-2:] == [talk, kept]
