"""What was agreed to, as it stands on a day."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from store.caseload import Caseload
from store.consents import (
    ends_on,
    expiring,
    last_day,
    may,
    newest,
    refuse_too_long,
    said_no,
    standing,
    state_on,
)
from store.errors import RequestRefused
from store.records import Client, Consent

TODAY = date(2026, 11, 23)
SHARE = Consent(id=1, client_id=1, purpose="share", recipient="Rosa", on=date(2026, 11, 1))
NUMBERS = Consent(id=2, client_id=1, purpose="numbers", on=date(2026, 1, 1))


def later(one, days=1, **fields):
    return replace(one, id=one.id + 10, on=one.on + timedelta(days=days), **fields)


@pytest.mark.parametrize(
    ("rows", "asked", "stands"),
    [
        ([], ("numbers", ""), False),
        ([NUMBERS], ("numbers", ""), True),
        ([NUMBERS], ("numbers", "City"), True),
        ([NUMBERS], ("words", ""), False),
        ([NUMBERS, later(NUMBERS, state="withdrawn")], ("numbers", ""), False),
        ([later(NUMBERS, state="withdrawn"), NUMBERS], ("numbers", ""), False),
        ([replace(NUMBERS, state="declined"), later(NUMBERS)], ("numbers", ""), True),
        ([NUMBERS, later(NUMBERS, state="not-asked")], ("numbers", ""), True),
        ([NUMBERS, later(NUMBERS, recipient="City", state="withdrawn")], ("numbers", "City"), False),
        ([NUMBERS, later(NUMBERS, recipient="City", state="withdrawn")], ("numbers", "Province"), True),
        ([NUMBERS, later(NUMBERS, recipient="City", state="withdrawn")], ("numbers", ""), False),
        ([replace(NUMBERS, state="not-asked")], ("numbers", ""), False),
        ([replace(NUMBERS, on=date(2026, 12, 1))], ("numbers", ""), False),
        ([SHARE], ("share", "Rosa"), True),
        ([SHARE], ("share", " ROSA\u00a0"), True),
        ([SHARE], ("share", "rósa"), False),
        ([SHARE], ("share", "Sam"), False),
        ([SHARE], ("share", ""), False),
        ([replace(SHARE, recipient="")], ("share", "Rosa"), False),
        ([replace(SHARE, expires_on=TODAY)], ("share", "Rosa"), True),
        ([replace(SHARE, expires_on=TODAY - timedelta(days=1))], ("share", "Rosa"), False),
        ([SHARE, later(SHARE, expires_on=date(2026, 11, 9))], ("share", "Rosa"), False),
        ([SHARE, later(SHARE, recipient="ROSA", state="withdrawn")], ("share", "Rosa"), False),
        ([SHARE, later(SHARE, recipient="Sam", state="withdrawn")], ("share", "Rosa"), True),
        ([replace(SHARE, on=date(2025, 11, 22))], ("share", "Rosa"), False),
        ([replace(SHARE, expires_when="when housed")], ("share", "Rosa"), True),
    ],
)
def test_the_newest_word_on_a_purpose_and_a_recipient_decides(rows, asked, stands):
    assert may(rows, asked[0], TODAY, asked[1]) is stands


def test_only_a_word_against_it_is_a_no():
    withdrawn = later(NUMBERS, state="withdrawn")
    assert not said_no([], "numbers", TODAY)
    assert not said_no([replace(NUMBERS, state="not-asked")], "numbers", TODAY)
    assert not said_no([replace(NUMBERS, expires_on=date(2026, 2, 1))], "numbers", TODAY)
    assert said_no([NUMBERS, withdrawn], "numbers", date(2026, 1, 1))
    assert not said_no([NUMBERS, withdrawn, later(withdrawn, state="active")], "numbers", TODAY)
    assert not said_no([withdrawn], "words", TODAY)


def test_a_consent_to_share_ends_by_itself_and_no_other_does():
    assert ends_on("share", date(2026, 11, 1)) == date(2027, 1, 30)
    assert ends_on("numbers", date(2026, 11, 1)) is None
    assert last_day(replace(SHARE, expires_when="when housed")) == date(2027, 11, 1)
    assert last_day(replace(SHARE, expires_on=date(2030, 1, 1))) == date(2027, 11, 1)
    assert last_day(NUMBERS) is None


def test_more_than_a_year_of_sharing_is_refused_in_a_sentence():
    refuse_too_long(replace(SHARE, expires_on=date(2027, 11, 1)))
    refuse_too_long(replace(NUMBERS, expires_on=date(2036, 1, 1)))
    with pytest.raises(RequestRefused, match=r"a year at most: until 1 Nov 2027\. Ask them again"):
        refuse_too_long(replace(SHARE, expires_on=date(2027, 11, 2)))
    with pytest.raises(RequestRefused, match="before it was said"):
        refuse_too_long(replace(NUMBERS, expires_on=date(2025, 1, 1)))


@pytest.mark.parametrize(
    ("row", "reads"),
    [
        (SHARE, "stands"),
        (replace(SHARE, expires_on=date(2026, 12, 7)), "soon"),
        (replace(SHARE, expires_on=date(2026, 12, 8)), "stands"),
        (replace(SHARE, expires_on=TODAY), "soon"),
        (replace(SHARE, expires_on=date(2026, 11, 22)), "ended"),
        (replace(SHARE, state="withdrawn", expires_on=TODAY), "withdrawn"),
        (replace(NUMBERS, state="not-asked"), "not-asked"),
    ],
)
def test_how_a_row_reads_comes_from_the_day(row, reads):
    assert state_on(row, TODAY) == reads


def test_what_stands_is_one_row_a_recipient():
    renewed = later(SHARE, days=5)
    assert standing([SHARE, renewed, NUMBERS, replace(SHARE, id=3, recipient="Sam")], TODAY) == (
        renewed,
        NUMBERS,
        replace(SHARE, id=3, recipient="Sam"),
    )
    assert newest([replace(NUMBERS, state="not-asked")]) == (replace(NUMBERS, state="not-asked"),)


def test_those_about_to_end_and_just_ended_are_found_and_nobody_who_died(folder, clock):
    caseload = Caseload(folder, clock)
    for status in ("walking", "died"):
        caseload.add(Client(name=status, status=status))
    ends = [
        ("Rosa", date(2026, 12, 7)),
        ("Sam", date(2026, 11, 9)),
        ("Kim", date(2026, 12, 8)),
        ("Lou", date(2026, 11, 8)),
        ("Jo", date(2026, 12, 1)),
    ]
    rows = [replace(SHARE, recipient=to, on=date(2026, 10, 1), expires_on=on) for to, on in ends]
    rows.append(replace(SHARE, recipient="Jo", expires_on=date(2027, 1, 1)))
    rows.append(replace(SHARE, recipient="a year ago", on=date(2025, 11, 20), expires_when="when housed"))
    rows.append(replace(rows[0], client_id=2))
    caseload.apply_import("several", rows, [])
    assert [one.recipient for one in expiring(caseload, TODAY)] == ["Sam", "a year ago", "Rosa"]
