"""The date grammar holds for any text and any moment."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import assume, example, given
from hypothesis import strategies as st

from store.clock import Moment
from store.errors import UnclearDate
from store.when import When, echo, leading_when, read_plan, read_when, short

ZONES = (
    "America/Vancouver",
    "Europe/London",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "America/St_Johns",
    "UTC",
)
moments = st.builds(
    lambda at, zone: Moment(at.replace(tzinfo=ZoneInfo(zone)), zone),
    st.datetimes(datetime(2001, 1, 1), datetime(2090, 12, 31)),  # noqa: DTZ001 - a zone is given to it
    st.sampled_from(ZONES),
)
LISTED = """
today tomorrow yesterday mon tue wed thu fri sat sun monday saturday next on at in a two 3 12 26 31 29 days
weeks ago nov feb may mar march november 2026 2028-02-29 26/11 12/3 +7d +2w 10am 12am 14:00 25:00 noon
midnight week or , . of 26th call 10 pm
this last end start month year first second last day every other each daily weekly until till for times from
morning evening night tonight at the hours ago half hour now after before and to - & weekdays
tuesdays 1st 15th
"""
WORDS = LISTED.split()
phrases = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join),
    st.text(max_size=60),
)
NUMBERS = st.integers(0, 40)
DAYS = st.one_of(
    st.sampled_from(
        ["today", "tomorrow", "yesterday", "next fri", "next sat", "on sun", "2028-02-29", "29 feb"]
    ),
    st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]),
    st.builds("in {} {}".format, NUMBERS, st.sampled_from(["days", "weeks"])),
    st.builds("{} {} ago".format, NUMBERS, st.sampled_from(["days", "weeks"])),
    st.builds("+{}{}".format, NUMBERS, st.sampled_from("dw")),
    st.builds("{} {}".format, NUMBERS, st.sampled_from(["jan", "feb", "mar", "may", "december"])),
    st.builds("{} {}".format, st.sampled_from(["jan", "feb", "mar", "may", "december"]), NUMBERS),
    st.builds("{}/{}".format, NUMBERS, NUMBERS),
    st.dates(date(2001, 1, 1), date(2090, 1, 1)).map(str),
)
TIMES = st.one_of(
    st.just(""),
    st.builds(" {}{}".format, st.integers(1, 12), st.sampled_from(["am", "pm", " pm", ":30am"])),
    st.builds(" at {:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59)),
)
days_and_times = st.builds("{}{}".format, DAYS, TIMES)


def read(phrase, moment, **how):
    try:
        return read_when(phrase, moment, **how)
    except UnclearDate as unclear:
        assert str(unclear).endswith(".")
        return None


@given(phrases, moments, st.booleans(), st.booleans())
def test_any_text_is_a_day_or_is_refused_in_a_sentence(phrase, moment, past, day_first):
    read(phrase, moment, past=past, day_first=day_first)
    leading_when(phrase, moment, past=past, day_first=day_first)
    try:
        read_plan(phrase, moment, day_first=day_first)
    except UnclearDate as unclear:
        assert str(unclear).endswith(".")


@given(days_and_times | phrases, moments, st.booleans())
def test_what_is_read_for_a_plan_is_never_past(phrase, moment, day_first):
    when = read(phrase, moment, day_first=day_first)
    if when is None:
        return
    assert when.day >= moment.day
    if when.at:
        assert moment.instant(when.day, when.at) >= moment.at.replace(second=0)


@given(days_and_times | phrases, moments, st.booleans())
def test_what_is_read_as_having_happened_is_never_to_come(phrase, moment, day_first):
    when = read(phrase, moment, past=True, day_first=day_first)
    if when is None:
        return
    assert when.day <= moment.day
    if when.at:
        assert moment.instant(when.day, when.at) <= moment.at


@given(days_and_times | phrases, moments, st.booleans(), st.booleans())
@example("12/3", Moment(datetime(2026, 11, 23, 14, 2, tzinfo=ZoneInfo("UTC")), "UTC"), False, True)
def test_what_is_read_echoes_to_itself(phrase, moment, past, day_first):
    when = read(phrase, moment, past=past, day_first=day_first)
    if when is None:
        return
    said = echo(when, moment)
    assert read_when(said, moment, past=past, day_first=day_first) == when
    assert leading_when(f"{said} and more", moment, past=past, day_first=day_first) == (when, "and more")


@given(
    moments,
    st.integers(-30_000, 30_000),
    st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)),
)
def test_any_day_echoes_to_itself(moment, away, at):
    when = When(moment.day + timedelta(days=away), at)
    assume(date(1900, 1, 1) <= when.day <= date(2199, 12, 31))
    past = when.day < moment.day or (at is not None and moment.instant(when.day, at) <= moment.at)
    read_back = read(echo(when, moment), moment, past=past)
    assert read_back == when or _skipped(when, moment)
    assert short(when, moment)


def _skipped(when, moment):
    wall = datetime.combine(when.day, when.at or time(12), moment.tz)
    return wall.astimezone(ZoneInfo("UTC")).astimezone(moment.tz).time() != when.at


@given(st.text(st.characters(blacklist_categories=["Cs", "Cc", "Cf"]), max_size=200), moments)
def test_what_stands_behind_a_date_phrase_is_kept(words, moment):
    assert leading_when(f"tomorrow - {words}", moment)[1] == f"- {words}"
