"""One question: for what happened, the same for the same records, free to be left."""

from datetime import date, timedelta

import pytest

from store.principles import (
    Happening,
    Shown,
    TheDay,
    is_done_with_the_week,
    question_of_the_day,
    questions,
    quiet_question,
)
from store.records import OwnQuestion, QuestionChoice

DAY = date(2026, 11, 23)  # a Monday
FRIDAY = date(2026, 11, 27)
CALL = (Happening("called", "a call"), Happening("talk", ""))
GATE = (Happening("gate", "a gate pickup", True), *CALL)
SEEN = (Happening("before", "you see somebody today"),)
ASKABLE = [each for each in questions() if each.moment in ("before", "after", "weekly")]


def chose(question_id: str, choice: str, on: date = DAY) -> QuestionChoice:
    return QuestionChoice(question_id=question_id, on=on, choice=choice)


def a_day(on: date = DAY, happened=(), week=(), planned=SEEN) -> TheDay:
    return TheDay(on=on, happened=happened, week=week, planned=planned)


def asked(day: TheDay, choices=(), own=(), shown=(), when=""):
    offered = question_of_the_day(day, choices, own, shown, when=when)
    assert offered is not None
    return offered


def test_the_same_records_and_day_give_the_same_question():
    assert asked(a_day(happened=GATE)) == asked(a_day(happened=GATE))


def test_days_far_apart_and_other_processes_are_asked_the_same():
    mornings = [asked(a_day(DAY + timedelta(8 * number)), when="before").question.id for number in range(5)]
    assert mornings == ["bridge-b13", "hope-b2", "steady-b10", "bridge-b9", "hope-b8"]
    evenings = [asked(a_day(DAY + timedelta(8 * number), CALL)).question.id for number in range(1, 4)]
    assert evenings == ["hope-a14", "steady-a17", "bridge-a11"]
    weeks = [asked(a_day(DAY + timedelta(8 * number), CALL), when="weekly") for number in range(3)]
    assert [one.question.id for one in weeks] == ["bridge-w8", "hope-w16", "steady-w6"]


def test_what_it_is_for_is_named_first():
    doors = [each.id for each in ASKABLE if each.moment == "after" and {*each.fits} == {"door-shut"}]
    never = [chose(each.id, "never") for each in ASKABLE if each.id not in doors]
    both = (Happening("gate", "a gate pickup", True), Happening("door-shut", "a door that stayed shut", True))
    assert asked(a_day(happened=both), never).because.endswith("(a door that stayed shut, a gate pickup)")


@pytest.mark.parametrize("code", ["inside", "crisis", "long-week", "promise-kept", "bridge-held", "missed"])
def test_what_was_in_a_week_is_what_its_question_is_for(code):
    week = (Happening(code, "what it was", True), *CALL)
    assert code in asked(a_day(week=week), when="weekly").question.fits


@pytest.mark.parametrize(
    "code",
    [
        *("gate", "crisis", "door-shut", "bridge-held", "hand-over", "unanswered", "missed"),
        *("promise-kept", "check-in", "along", "ride", "first-days", "inside", "sent", "beside"),
    ],
)
def test_what_happened_is_what_it_asks_about_and_says_so(code):
    offered = asked(a_day(happened=(*CALL[:1], Happening(code, "what it was", True))[::-1]))
    assert code in offered.question.fits
    assert offered.because.startswith("After a day like this one (what it was")
    assert not offered.why


def test_a_question_that_needs_a_happening_is_never_asked_without_it():
    for number in range(200):
        for happened in ((), CALL):
            day = a_day(DAY + timedelta(number), happened)
            offered = asked(day)
            assert not offered.question.fits or {*offered.question.fits} & {
                *day.codes(offered.question.moment)
            }


def test_before_anything_happened_it_asks_for_what_is_planned():
    offered = asked(a_day())
    assert (offered.question.moment, offered.because) == ("before", "Before you see somebody today")
    empty = asked(a_day(planned=()))
    assert empty.because == "On a day with nothing planned yet"
    assert not empty.question.fits


def test_a_quiet_day_needs_no_reason_and_a_theme_that_goes_before_what_happened_says_so():
    assert asked(a_day()).why == asked(a_day(happened=CALL)).why == ""
    others = [f"{theme}-b{n}" for n in (1, 2) for theme in ("shared", "respect", "steady", "meet", "bridge")]
    shown = [Shown(DAY - timedelta(11 - number), id, 0) for number, id in enumerate(["hope-b1", *others])]
    due = asked(a_day(happened=CALL), shown=shown)
    assert (due.question.theme, due.why) == ("hope", "it has been a while since this theme")
    assert asked(a_day(happened=CALL), shown=[*shown, due.shown(DAY)]) == due, "and it is said again"
    later = a_day(DAY + timedelta(1), CALL)
    assert asked(later, shown=[*shown, due.shown(DAY)]).why == "", "not the day after"


def test_of_a_week_in_which_somebody_died_nothing_is_asked_and_the_day_has_its_question_still():
    quiet = TheDay(on=FRIDAY, happened=CALL, week=CALL, is_mourned=True)
    assert question_of_the_day(quiet, when="weekly") is None
    offered = asked(quiet)
    assert (offered.question.moment, offered.week) == ("after", None)


def test_a_question_that_looked_back_on_last_week_is_not_the_one_of_this_week():
    monday = TheDay(on=DAY, week_from=DAY - timedelta(7))
    last = asked(monday, when="weekly")
    shown = [last.shown(DAY)]
    assert asked(monday, shown=shown, when="weekly") == last
    friday = asked(a_day(FRIDAY), shown=shown)
    assert friday.question.moment == "weekly" and friday.question != last.question
    written = [chose(last.question.id, "written")]
    assert asked(a_day(FRIDAY), written, shown=shown).question.moment == "weekly"
    assert not is_done_with_the_week(written, (), FRIDAY, shown)
    assert is_done_with_the_week(written, (), FRIDAY, [last.shown(DAY)._replace(week=DAY)])
    asked_on_friday = [Shown(DAY - timedelta(3), "hope-w6", 1, DAY - timedelta(7))]
    assert asked(monday, shown=asked_on_friday, when="weekly").question.id == "hope-w6", "one a week"


def test_the_last_working_day_looks_back_over_the_week_once():
    week = (Happening("door-shut", "a door that stayed shut", True),)
    friday = asked(a_day(FRIDAY, CALL, week))
    assert friday.question.moment == "weekly"
    assert friday.because == "Looking back over the week (a door that stayed shut)"
    was = [Shown(FRIDAY, friday.question.id, friday.level)]
    assert asked(a_day(FRIDAY + timedelta(1), CALL, week), shown=was).question.moment == "after"
    assert asked(a_day(FRIDAY, GATE, week)).question.moment == "after", "a gate pickup goes before it"


def test_a_week_that_was_skipped_asks_for_nothing_more():
    friday = asked(a_day(FRIDAY))
    later = asked(a_day(FRIDAY + timedelta(21)))
    assert friday.question.moment == later.question.moment == "weekly"
    assert asked(a_day(FRIDAY + timedelta(24))).question.moment == "before"


def test_a_moment_can_be_asked_for():
    for moment in ("before", "after", "weekly"):
        assert asked(a_day(happened=CALL), when=moment).question.moment == moment


def test_the_question_of_a_week_is_the_same_on_each_of_its_days():
    first = asked(a_day(), when="weekly")
    was = [Shown(DAY, first.question.id, first.level)]
    week = [a_day(DAY + timedelta(days), CALL) for days in range(7)]
    assert {asked(day, shown=was, when="weekly").question for day in week} == {first.question}
    assert asked(a_day(DAY + timedelta(7)), shown=was, when="weekly").question != first.question
    assert asked(a_day(FRIDAY, CALL), shown=was).question == first.question, "what she saw on its page"
    written = [chose(first.question.id, "written")]
    assert asked(a_day(FRIDAY, CALL), written, shown=was).question.moment == "after"


def test_a_weeks_question_goes_when_something_weighs_on_the_week_or_what_it_was_for_is_not_in_it():
    tried = (Happening("unanswered", "a call unanswered"),)
    silence = [Shown(DAY, "meet-w19", 1, DAY)]
    assert asked(a_day(FRIDAY, week=tried), shown=silence).question.id == "meet-w19"
    assert asked(a_day(FRIDAY, week=CALL), shown=silence).question.id != "meet-w19"
    hard = (Happening("inside", "somebody back inside", True), *tried)
    offered = asked(a_day(FRIDAY, week=hard), shown=silence)
    assert offered.question.id != "meet-w19" and "inside" in offered.question.fits
    assert asked(a_day(FRIDAY, week=hard), shown=[*silence, offered.shown(FRIDAY)]) == offered


def test_it_turns_when_the_day_has_begun_and_when_something_telling_happened_and_stays_between():
    shown, seen = [], []
    for happened in ((), (), CALL, (*CALL, *CALL), GATE, (Happening("crisis", "a hard moment", True), *GATE)):
        offered = asked(a_day(happened=happened), shown=shown)
        shown.append(Shown(DAY, offered.question.id, offered.level))
        seen.append(offered.question.id)
    assert seen[0] == seen[1] != seen[2] == seen[3] != seen[4] == seen[5]


def test_what_she_wrote_on_stays_whatever_happens_later():
    first = asked(a_day()).question
    assert asked(a_day(happened=GATE), [chose(first.id, "written")]).question == first


def test_not_today_gives_none_today_and_is_over_tomorrow():
    choices = [chose("hope-b1", "not-today")]
    assert question_of_the_day(a_day(), choices) is None
    assert question_of_the_day(a_day(DAY + timedelta(1)), choices) is not None


def test_another_gives_one_of_another_theme():
    first = asked(a_day(happened=CALL)).question
    assert asked(a_day(happened=CALL), [chose(first.id, "another")]).question.theme != first.theme


def test_another_reaches_every_question_of_such_a_day_once_and_then_stops():
    choices, seen = [], []
    while (offered := question_of_the_day(a_day(), choices, when="before")) is not None:
        seen.append(offered.question.id)
        choices.append(chose(offered.question.id, "another"))
    fit = [each.id for each in ASKABLE if each.moment == "before" and {*each.fits} <= {"before"}]
    assert sorted(seen) == sorted(fit)


def test_never_is_respected_for_years_and_welcome_takes_it_back():
    never = [chose(each.id, "never") for each in ASKABLE if each.id != "meet-b14"]
    days = [DAY + timedelta(number) for number in range(0, 700, 7)]
    assert {asked(a_day(day), never).question.id for day in days} == {"meet-b14"}
    never.append(chose("meet-b14", "never"))
    assert question_of_the_day(a_day(), never) is None
    assert asked(a_day(), [*never, chose("hope-b2", "welcome")]).question.id == "hope-b2"


def test_what_only_stood_there_does_not_come_again_for_four_weeks():
    shown: list[Shown] = []
    for number in range(60):
        on = DAY + timedelta(number)
        offered = asked(a_day(on, CALL), shown=shown)
        lately = {one.question_id for one in shown if (on - one.on).days <= 28}
        assert offered.question.id not in lately
        shown.append(Shown(on, offered.question.id, offered.level))


def test_the_mentors_own_question_has_its_turn_and_its_days():
    own = [
        OwnQuestion(id=3, theme="hope", words="What made me laugh?"),
        OwnQuestion(id=4, theme="meet", words="How was the gate?", moment="after", fits=("gate",)),
    ]
    never = [chose(each.id, "never") for each in questions()]
    assert asked(a_day(), never, own).question.id == "own-3"
    assert asked(a_day(happened=GATE), never, own).question.id == "own-4"


def test_a_question_in_her_words_is_asked_in_its_place():
    plain = asked(a_day(happened=GATE)).question
    hers = OwnQuestion(id=5, theme=plain.theme, words="In my words?", instead_of=plain.id)
    offered = asked(a_day(happened=GATE), own=[hers])
    assert (offered.question.id, offered.question.words) == (plain.id, "In my words?")


def test_a_return_inside_and_a_parting_have_their_own_question_for_whoever_looks():
    inside = a_day(happened=(Happening("inside", "somebody back inside", True),))
    offered = quiet_question(inside)
    assert (offered.question.id, offered.because) == ("inside-1", "Somebody is back inside today")
    assert quiet_question(inside, [chose("inside-1", "another")]) is None
    hers = OwnQuestion(id=1, theme="", moment="inside", words="Still here.", instead_of="inside-1")
    assert quiet_question(inside, (), [hers]).question.words == "Still here."
    assert quiet_question(a_day(happened=(Happening("ending", "a parting", True),))).question.id == "ending-1"
    assert quiet_question(a_day(happened=GATE)) is None
    hers = OwnQuestion(id=5, theme="", words="In my words?", instead_of="inside-1")
    assert quiet_question(inside, (), [hers]).question.words == "In my words?"


def test_a_week_is_done_with_once_she_wrote_on_it_or_wanted_none():
    saturday = FRIDAY + timedelta(1)
    assert is_done_with_the_week([chose("hope-w6", "written", FRIDAY)], (), saturday)
    assert is_done_with_the_week([chose("hope-w6", "not-today", FRIDAY)], (), saturday)
    assert not is_done_with_the_week([chose("hope-a3", "written", FRIDAY)], (), saturday)
    assert not is_done_with_the_week([chose("hope-w6", "written", FRIDAY)], (), saturday + timedelta(7))


@pytest.mark.parametrize("choice", ["another", "never"])
def test_one_she_wrote_on_today_goes_when_she_wants_another_or_never_that_one(choice):
    written = chose("hope-a3", "written")
    assert asked(a_day(happened=CALL), [written]).question.id == "hope-a3"
    assert asked(a_day(happened=CALL), [written, chose("hope-a3", choice)]).question.id != "hope-a3"


@pytest.mark.parametrize("question_id", ["hope-with-a", "death-1"])
def test_what_she_wrote_on_from_her_list_is_the_days_question_only_if_it_is_one_of_a_day(question_id):
    offered = asked(a_day(happened=CALL), [chose(question_id, "written")])
    assert offered.question.theme and offered.question.moment != "with"


def test_welcoming_a_question_back_leaves_a_day_without_questions_alone():
    no_question = [chose("hope-a3", "never"), chose("", "not-today"), chose("hope-a3", "welcome")]
    assert question_of_the_day(a_day(), no_question) is None
    assert asked(a_day(), [*no_question, chose("", "welcome")])
