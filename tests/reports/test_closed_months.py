"""A closed month: its figures stand, and what is counted otherwise by now is said, never done in silence."""

from datetime import date

import pytest

from mentor_tui.reports import period_report, render
from mentor_tui.reports.funder import whole_report
from mentor_tui.reports.leaving_out import who_said_no, without_who_said_no
from mentor_tui.reports.month import live_report
from mentor_tui.reports.restated import kept_figures
from mentor_tui.reports.tables import figure_words, line_name
from store.clock import moment_from
from store.period import Period, month_of
from store.records import Client, ClosedMonth, Consent, Contact, Episode, Goal, Referral
from store.vocabulary import AREAS

OCTOBER = month_of(date(2026, 10, 1))
CLOSING = moment_from("2026-11-03T18:00", "America/Vancouver")
LATER = moment_from("2026-11-20T09:00", "America/Vancouver")


def oct_(day):
    return date(2026, 10, day)


def talked(id, *people, day=9, written=CLOSING, **fields):
    kept = {"mode": "phone", "outcome": "talked", "minutes": 60} | fields
    return Contact(id=id, client_ids=people, on=oct_(day), written_at=written.at, **kept)


DEE = Client(id=1, name="Dee", met_on=oct_(1), episodes=(Episode(on=oct_(26)),), written_at=CLOSING.at)
JO = Client(id=2, name="Jo", met_on=oct_(1), status="finished", written_at=CLOSING.at)
THEN = (DEE, JO, talked(1, 1), talked(2, 1, 2))


@pytest.fixture
def closed(books):
    """The closing of October over these records, on 3 November at six."""

    def close(*records):
        kept = books(*records)
        others = without_who_said_no(kept, CLOSING)
        out = who_said_no(kept, CLOSING)
        return ClosedMonth(
            id=1,
            first=OCTOBER.first,
            closed_on=CLOSING.day,
            written_at=CLOSING.at,
            figures=kept_figures(live_report(kept, OCTOBER, CLOSING)),
            to_hand_on=kept_figures(live_report(others, OCTOBER, CLOSING)) if out else (),
            left_out=tuple(sorted(out)),
        )

    return close


@pytest.fixture
def october(books, closed):
    """October's report of 20 November: closed over these records, counted from those."""

    def report(*now, then=THEN, period=OCTOBER, moment=LATER):
        return period_report(books(*now, closed(*then)), period, moment)

    return report


def lines_of(report):
    return {
        line_name(table, group, line): line
        for table in report.tables
        for group in table.groups
        for line in group.lines
    }


def figures(report):
    return {name: (line.figure, line.base, line.unit) for name, line in lines_of(report).items()}


def test_what_stands_is_what_stood_line_by_line(october, books):
    then = live_report(books(*THEN), OCTOBER, CLOSING)
    now = october(*THEN, talked(3, 1, 2), Client(id=3, name="Will"), talked(4, 3))
    assert figures(now) == figures(then)
    assert [line.base_words for line in lines_of(now).values()] == [
        line.base_words for line in lines_of(then).values()
    ]
    assert [(table.title, table.of_events) for table in now.tables] == [
        (table.title, table.of_events) for table in then.tables
    ]
    for table, before in zip(now.tables, then.tables, strict=True):
        for group, was in zip(table.groups, before.groups, strict=True):
            assert group.adds_up or not was.adds_up or not was.lines[0].base


def test_a_later_entry_is_a_restatement_of_each_figure_it_changes(october):
    made = october(*THEN, talked(3, 3, written=LATER), Client(id=3, name="Will", written_at=LATER.at))
    assert made.closed_on == CLOSING.day
    said = [
        "A, People: people in the records 2, by the entries now 3 (+1).",
        "A, People: people supported 2, by the entries now 3 (+1).",
        "F, Entries: entries 2, by the entries now 3 (+1).",
        "F, Time, travel and money: hours 2.0 hours, by the entries now 3.0 hours (+1.0 hours).",
    ]
    assert [each for each in said if each in made.restated] == said
    figures = [each for each in made.restated[1:] if ": out of" not in each]
    written = "1 entry and 1 person were written since it was closed"
    assert made.restated[0] == f"{written}; {len(figures)} figures are counted otherwise by now."
    assert [(one.table, one.id) for one in made.restated_lines[0].behind] == [("contacts", 3), ("clients", 3)]
    assert made.footer[0].endswith(
        "Closed on 3 Nov 2026: these are the figures as they stood then; some are counted otherwise by now."
    )


def test_what_only_is_out_of_more_is_one_line_a_group(october):
    more = [
        talked(id, 1, mode=mode, written=CLOSING) for id, mode in ((11, "phone"), (12, "text"), (13, "gate"))
    ]
    made = october(*THEN, *more, talked(3, 1, mode="letter", written=LATER), then=(*THEN, *more))
    how = [each for each in made.restated if each.startswith("F, How: ")]
    assert how == [
        "F, How: letter, by the entries now 1 (no such line then).",
        "F, How: out of 5 entries other than own work, by the entries now 6.",
    ]
    behind = dict(zip(made.restated, made.restated_lines, strict=True))
    assert [one.id for one in behind[how[1]].behind] == [3]
    (new,) = behind[how[0]].behind
    assert (new.table, new.id) == ("contacts", 3)


def test_a_late_entry_is_said_in_few_lines_below_the_figures(october):
    made = october(*THEN, talked(3, 1, written=LATER))
    for form in ("text", "md", "html"):
        words = " ".join(render(made, form).decode().split())
        assert (
            words.count("Closed on 3 Nov 2026: these figures stand; some are counted otherwise by now.") == 1
        )
        assert words.index("people supported") < words.index("Written since it was closed")
        assert words.index("Written since it was closed") < words.index(
            "1 entry was written since it was closed;"
        )
    assert len(made.restated) <= 12


def test_an_entry_taken_out_is_said_too(october):
    made = october(DEE, JO, talked(1, 1))
    assert "A, People: people supported 2, by the entries now 1 (-1)." in made.restated


def test_where_nothing_changed_nothing_is_restated(october):
    made = october(*THEN, moment=CLOSING)
    assert made.restated == ()
    assert "none is counted otherwise by now" in made.footer[0]


def test_what_was_too_early_to_say_is_told_apart_from_what_was_written_since(october):
    went = Referral(id=1, client_id=1, area="food", stage="went", went_on=oct_(27), written_at=CLOSING.at)
    then = (*THEN, went)
    early = "D, 14 days after release: too early to say 1, by the days that have passed since 0 (-1)."
    in_all, *said = october(*then, then=then).restated
    assert in_all == f"{len(said)} figures are counted otherwise by now."
    assert early in said
    assert all("by the days" in each for each in said)


def test_a_line_whose_word_was_changed_is_said_to_be_new_and_gone(books, closed, monkeypatch):
    goal = Goal(id=1, client_id=1, words="x", area="dental", named_on=oct_(2), written_at=CLOSING.at)
    record = closed(*THEN, goal)
    monkeypatch.setattr(next(term for term in AREAS if term.code == "dental"), "label", "teeth")
    made = period_report(books(*THEN, goal, record), OCTOBER, LATER)
    assert ("C/By area/dental" in figures(made), "C/By area/teeth" in figures(made)) == (True, False)
    assert "C, By area: dental 1, by the entries now no such line." in made.restated
    assert "C, By area: teeth, by the entries now 1 (no such line then)." in made.restated


def test_behind_a_figure_is_what_counts_now_with_what_was_written_since_marked(october):
    made = october(*THEN, talked(3, 1, 3, written=LATER), Client(id=3, name="Will", written_at=LATER.at))
    entries = lines_of(made)["F/Entries/entries"]
    assert entries.figure == 2
    assert [(one.id, one.since) for one in entries.behind] == [(1, False), (2, False), (3, True)]
    people = lines_of(made)["A/People/people supported"]
    assert [(one.id, one.since) for one in people.behind] == [(1, False), (2, False), (3, True)]


def test_somebody_who_was_erased_stays_in_the_figures_and_behind_none(october):
    made = october(DEE, talked(1, 1), talked(2, 1))
    line = lines_of(made)["A/People/people supported"]
    assert (figure_words(line), [one.id for one in line.behind]) == ("2", [1])
    assert made.people == 2


def test_a_quarter_counts_the_entries_as_they_are(october):
    quarter = Period(oct_(1), date(2026, 12, 31))
    made = october(*THEN, talked(3, 1), period=quarter)
    assert (made.closed_on, lines_of(made)["F/Entries/entries"].figure) == (None, 3)


def said_no(id, day, written=CLOSING):
    return Consent(id=id, client_id=2, purpose="numbers", state="declined", on=day, written_at=written.at)


def test_for_handing_on_the_figures_kept_leave_out_who_had_said_no(books, closed):
    then = (*THEN, said_no(1, oct_(2)))
    kept = books(*then, talked(3, 1), closed(*then))
    own, others = period_report(kept, OCTOBER, LATER), whole_report(kept, OCTOBER, LATER)
    assert [lines_of(each)["A/People/people supported"].figure for each in (own, others)] == [2, 1]
    assert others.closed_on == CLOSING.day


def test_a_no_that_came_after_the_closing_is_kept_all_the_same(books, closed):
    kept = books(*THEN, said_no(1, date(2026, 11, 5)), closed(*THEN))
    made = whole_report(kept, OCTOBER, LATER)
    assert (made.closed_on, lines_of(made)["A/People/people supported"].figure) == (None, 1)
    assert period_report(kept, OCTOBER, LATER).closed_on == CLOSING.day


def test_a_word_with_a_slash_in_it_stays_whole(books, closed, monkeypatch):
    goal = Goal(id=1, client_id=1, words="x", area="dental", named_on=oct_(2), written_at=CLOSING.at)
    monkeypatch.setattr(next(term for term in AREAS if term.code == "dental"), "label", "teeth / mouth")
    record = closed(*THEN, goal)
    made = period_report(books(*THEN, goal, record), OCTOBER, CLOSING)
    assert made.restated == ()
    (table,) = [each for each in made.tables if each.code == "C"]
    assert "teeth / mouth" in [group.title for group in table.groups]
    assert "teeth / mouth" in [line.label for line in table.lines]
