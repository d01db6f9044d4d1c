"""`mentor months`: which there are, closing one, and what is printed of it from then on."""

import pytest

OCT_9 = "2026-10-09T14:02:00-07:00"
NOV_3 = "2026-11-03T18:00:00-08:00"
ALIKE = "closed on 2026-11-03"


@pytest.fixture
def october(mentor):
    """Dee, whom somebody met once in October."""
    mentor("init", "--plain", now=OCT_9)
    mentor("client", "add", "Dee", now=OCT_9)
    mentor("note", "dee met 1h on the bench", now=OCT_9)
    return mentor


def report(mentor, *words, now="2026-11-23T14:02:00-08:00"):
    return mentor("report", "month", "--month", "2026-10", "--own", *words, now=now)


def entries(answer):
    (found,) = [
        line["figure"]
        for table in answer.json["tables"]
        for line in table["lines"]
        if line["label"] == "entries"
    ]
    return found


def test_a_closed_month_prints_what_stood_and_says_what_came_later(october):
    closed = october("months", "close", now=NOV_3)
    assert (closed.code, closed.out) == (0, f"2026-10  1 entry, {ALIKE}\n")
    october("note", "dee call 20m", now="2026-10-12T10:00:00-07:00")
    told = report(october)
    assert "Closed on 3 Nov 2026: these are the figures as they stood then" in " ".join(told.out.split())
    assert "F, Entries: entries 1, by the entries now 2 (+1)." in " ".join(told.out.split())
    answer = report(october, "--json")
    assert (entries(answer), answer.json["closed_on"]) == (1, "2026-11-03")


def test_undo_takes_the_closing_back(october):
    october("months", "close", "oct", now=NOV_3)
    assert "month closed, 2026-10" in october("undo", now=NOV_3).out
    assert october("months", now=NOV_3).out == "2026-10  1 entry\n"
    assert report(october, "--json").json["closed_on"] is None


def test_a_month_is_closed_once_and_not_before_it_is_over(october):
    october("note", "dee call 20m", now=NOV_3)
    early = october("months", "close", "2026-11", now=NOV_3)
    assert (early.code, early.out) == (1, "")
    assert early.err == (
        "2026-11 is not over; it can be closed after 2026-11-30. Until then `mentor report month` counts it "
        "as it stands.\n"
    )
    october("months", "close", "2026-10", now=NOV_3)
    again = october("months", "close", "2026-10")
    assert (again.code, again.err.startswith("2026-10 was closed on 2026-11-03 already.")) == (1, True)
    assert october("months", now=NOV_3).out == f"2026-11  1 entry, not over yet\n2026-10  1 entry, {ALIKE}\n"


def test_without_an_entry_there_is_no_month(mentor):
    mentor("init", "--plain")
    answer = mentor("months")
    assert (answer.out, answer.err) == ("", "No month has an entry yet.\n")
    assert mentor("months", "--json").json["months"] == []


@pytest.mark.parametrize("how", ["erase", "strip"])
def test_figures_that_were_kept_stay_as_they_are_when_a_person_is_gone(october, how):
    october("months", "close", now=NOV_3)
    before = report(october, "--json").json["tables"]
    assert october("records", how, "dee", "--yes").code == 0
    answer = report(october, "--json").json
    assert answer["tables"] == before
    assert "A, People: people supported 1, by the entries now 0 (-1)." in answer["restated"]


@pytest.mark.parametrize("form", ["text", "md", "json", "csv"])
def test_the_same_records_and_days_give_the_same_bytes(october, tmp_path, form):
    october("months", "close", now=NOV_3)
    october("note", "dee call 20m", now="2026-10-12T10:00:00-07:00")
    files = [tmp_path / f"{number}.{form}" for number in (1, 2)]
    for hour, path in zip(("09", "17"), files, strict=True):
        now = f"2026-11-23T{hour}:00:00-08:00"
        assert report(october, "--format", form, "-o", path, now=now).code == 0
    assert files[0].read_bytes() == files[1].read_bytes()
