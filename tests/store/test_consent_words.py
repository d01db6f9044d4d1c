"""What the words of a consent to share let through: only a plain list of parts, every word understood."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from store.consent_words import (
    BRIDGES,
    CHECK_INS,
    CONTACTS,
    DATES,
    GOALS,
    NOTES,
    PARTS,
    PROMISES,
    REACH,
    SAID,
    TICKS,
    in_order,
    reading,
    shared_by,
)

PLAIN = [
    ("everything", PARTS),
    ("Everything.", PARTS),
    ("all of it", PARTS),
    ("dates", {DATES}),
    ("next dates", {DATES}),
    ("NEXT  DATES", {DATES}),
    ("what is next", {DATES}),
    ("what’s next", {DATES}),
    ("her appointments", {DATES}),
    ("my number", {REACH}),
    ("his phone number", {REACH}),
    ("how to reach them", {REACH}),
    ("number, dates", {REACH, DATES}),
    ("next dates and how to reach me", {DATES, REACH}),
    ("my number & the dates", {REACH, DATES}),
    ("dates; promises, and goals", {DATES, PROMISES, GOALS}),
    ("what was promised", {PROMISES}),
    ("their bridges", {BRIDGES}),
    ("notes", {CONTACTS}),
    ("check-ins", {CHECK_INS}),
    ("next dates and our check-ins", {DATES, CHECK_INS}),
    ("number, dates, promises, bridges, goals", PARTS - {CONTACTS}),
    ("number, dates, promises, bridges, goals, notes", PARTS),
]
"""Words that are understood, all of them."""
ALL_BUT = [
    ("everything but my number", PARTS - {REACH, CONTACTS}),
    ("everything except how to reach me.", PARTS - {REACH, CONTACTS}),
    ("everything but my notes", PARTS - {CONTACTS}),
    ("everything but the check-ins", PARTS - {CONTACTS}),
    ("everything but my number, and notes", PARTS - {REACH, CONTACTS}),
]
"""With something held back no note is shared: it may say just that."""
NOT_UNDERSTOOD = """\

.
dates yes, phone no
next dates: yes; phone: no
next dates. Phone number stays between us
my number is private, dates are fine
keep my number from them. dates ok
dates; hide my number
dates, phone withheld
notes are off limits, the dates are ok
everything. my notes stay private
solo las fechas; number never
phone - NO
phone – no
dates, not the number
no dates
not dates
never my number
only dates
dates only
just the dates
dates?
dates!
number???
dates until Friday
dates, if she asks
dates - number
dates/number
dates (not the number)
dates, number no
dates and nothing else
dates without number
dates minus number
dates plus number
everything but
everything but the dates
everything but my number, dates
everything but promises, goals and bridges
everything but the hip
everything but my number and the court
everything but everything
everything but my number; dates are fine
everything, not my notes
everything? no
not everything
everything else
all
all but dates
all of it but the dates
all of it, dates
almost everything
nothing
none
no
dates for court
court dates
the date
a date
my court date on Friday
dates of my sister
my sister's number
number of my sister
my contacts
contact
my address
email
text
who is next of kin
that we know each other
the leg, nothing else
dates,
dates,, number
, dates
dates;
dates. number
dates number
and dates
dates and
dates or number
my my number
dates; ; number
nur die Termine
fechas
les dates
dátes
dаtes
ｄａｔｅｓ
dates\u200b, number
dates, number\u2026
d@tes
dates: yes
dates = ok
"dates"
~dates~
dates x
dates 👎
dates, n't number
don't share dates
undated dates
datesnumber
""".splitlines()


@pytest.mark.parametrize(("words", "parts"), PLAIN + ALL_BUT)
def test_a_plain_list_of_parts_shares_those_and_no_other(words, parts):
    assert shared_by(words).parts == parts


@pytest.mark.parametrize("words", NOT_UNDERSTOOD)
def test_one_word_that_is_not_understood_shares_nothing_but_the_words(words):
    assert shared_by(words).parts == frozenset()


OF_THE_LIST = " ".join(words for words, _ in PLAIN + ALL_BUT).lower().replace("’", "'")
KNOWN = frozenset(OF_THE_LIST.replace(",", " ").replace(";", " ").replace(".", " ").split())


def is_outside(word):
    return not set(word.lower().translate({ord(mark): " " for mark in ",;.&"}).split()) <= KNOWN


anything = some.text(min_size=1, max_size=9).filter(is_outside)
hostile = some.sampled_from(
    [
        "no",
        "not",
        "never",
        "only",
        "private",
        "secret",
        "-",
        "?",
        "!",
        ":",
        "without",
        "until",
        "nicht",
        "нет",
    ]
)


@settings(max_examples=150, deadline=None)
@given(some.sampled_from(PLAIN + ALL_BUT), some.integers(0, 9), anything | hostile, some.booleans())
@example(("dates", {DATES}), 1, "\x1fno", True)
def test_a_word_outside_the_list_never_adds_a_part(plain, place, word, is_apart):
    words = plain[0].split()
    if is_apart:
        words.insert(place, word)
    else:
        words[place % len(words)] += word
    typed = " ".join(words)
    if is_outside(typed):
        assert shared_by(typed).parts == frozenset()
    assert shared_by(typed).parts <= plain[1]


def test_how_words_are_read_is_said_in_a_sentence():
    assert reading("number, dates") == "how to reach them, next dates."
    assert reading(" ").startswith("their name alone. To share more, say it with parts: number, dates")
    assert reading("everything") == (
        "how to reach them, next dates, what was promised, bridges, goals, notes, all there is but check-ins."
    )
    assert reading("dates, no phone") == (
        "their name and these words alone. To share more, say it with parts: number, dates, promises, "
        "bridges, goals."
    )


def test_the_words_that_are_offered_are_read_as_their_parts():
    for word, part in (*TICKS, NOTES, SAID):
        assert shared_by(word).parts == {part} == shared_by(part).parts
    assert shared_by(", ".join(in_order(PARTS))).parts == PARTS
