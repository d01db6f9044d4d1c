"""`mentor away`: said before, said afterwards, ended, and taken back."""

import pytest

NOV_2 = "2026-11-02T09:00:00-08:00"


@pytest.fixture
def marcus(mentor):
    """Somebody weekly, and a mentor who wrote it all down on 1 November and was gone the next day."""
    before = "2026-11-01T09:00:00-08:00"
    assert mentor("init", "--plain", now=before).code == 0
    mentor("client", "add", "Marcus", "--rhythm", "7d", now=before)
    return mentor


def absences(mentor):
    return mentor("away", "--json").json["absences"]


def test_away_until_a_day_is_kept_and_told(marcus):
    answer = marcus("away", "until", "5", "jan", now=NOV_2)
    assert (answer.code, answer.out) == (0, "away 2 Nov 2026 to 5 Jan 2027 · due dates stay as they are\n")
    assert marcus("away").out == "You are away until Tue 5 Jan 2027. `mentor away --back` ends it.\n"
    assert "you are away; 22 days since you agreed weekly" in " ".join(marcus("today").out.split())


def test_back_ends_with_yesterday_and_undo_takes_it_back(marcus):
    marcus("away", "until", "5 jan", now=NOV_2)
    assert marcus("away", "--back").out == "away 2-22 Nov · due dates stay as they are\n"
    assert marcus("away").out == "You were away 2-22 Nov. Everyone is still here.\n"
    assert "you were away; " in marcus("today").out
    assert "days away" in marcus("undo").out
    assert marcus("away", "--json").json["away"]["until"] == "2027-01-05"


def test_it_is_not_said_that_everyone_is_here_where_somebody_died(marcus):
    marcus("client", "add", "Ines", now="2026-11-01T09:00:00-08:00")
    assert "Everyone is still here." in marcus("today").out
    marcus("client", "status", "Ines", "died", "--on", "30 oct")
    for said in (marcus("today").out, marcus("away").out):
        assert "You were away 2-22 Nov." in said and "Everyone" not in said
    marcus("undo")
    assert "Everyone is still here." in marcus("today").out


def test_days_nobody_spoke_of_are_seen_and_kept_by_saying_back(marcus):
    seen = marcus("today", "--json").json
    assert seen["away"] == {"since": "2026-11-02", "until": "2026-11-22", "is_over": True, "is_kept": False}
    assert absences(marcus) == []
    marcus("note", "marcus 15c was good to hear him")  # what she writes that day does not end it
    assert marcus("today", "--json").json["away"] == seen["away"]
    assert marcus("away", "--back").code == 0
    assert absences(marcus) == [{"since": "2026-11-02", "until": "2026-11-22", "words": ""}]
    assert marcus("away", "--json", now="2026-11-24T09:00:00-08:00").json["away"] is None


def test_days_that_touch_those_said_before_change_them(marcus):
    marcus("away", "until", "3 jan")
    marcus("away", "until", "5 jan")
    marcus("away", "from", "20 jan", "until", "22 jan")
    assert [(one["since"], one["until"]) for one in absences(marcus)] == [
        ("2026-11-23", "2027-01-05"),
        ("2027-01-20", "2027-01-22"),
    ]
    assert "Ahead: 20-22 Jan 2027." in marcus("away").out


def test_days_said_again_are_corrected_and_only_what_is_named_changes(marcus):
    marcus("away", "since", "10 nov", now="2026-11-20T09:00:00-08:00")
    marcus("away", "until", "5 jan")
    assert absences(marcus) == [{"since": "2026-11-10", "until": "2027-01-05", "words": ""}]
    marcus("away", "since", "12 nov", "until", "20 nov")
    assert absences(marcus) == [{"since": "2026-11-12", "until": "2026-11-20", "words": ""}]


def test_back_on_the_first_day_takes_it_out_again(marcus):
    marcus("away", "from", "today")
    assert absences(marcus) == [{"since": "2026-11-23", "until": None, "words": ""}]
    assert marcus("away").out.startswith("You are away.")
    assert marcus("away", "--back").out == "not away after all\n"
    assert absences(marcus) == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("5 jan",), "until 5 jan"),
        (("until", "soonish"), "soonish"),
        (("from", "20 dec", "until", "5 dec"), "before the first"),
        (("until", "20 nov"), "since 2 nov until 20 nov"),
        (("until", "5 jan", "--back"), "Either days, or --back"),
    ],
)
def test_what_is_not_read_as_days_is_refused_and_nothing_is_kept(marcus, words, says):
    answer = marcus("away", *words)
    assert answer.code == 1
    assert says in answer.err
    assert absences(marcus) == []


def test_days_ahead_are_let_go_by_back(mentor, dee):
    mentor("away", "from", "20 jan", "until", "22 jan")
    mentor("away", "from", "20 dec", "until", "22 dec")
    assert mentor("away", "--back").out == "not away after all\n"
    assert [one["since"] for one in absences(mentor)] == ["2027-01-20"]


def test_back_without_having_been_away_says_so(mentor, dee):
    answer = mentor("away", "--back")
    assert (answer.code, "You are not away" in answer.err) == (1, True)
