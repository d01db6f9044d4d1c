"""A record from another program's hand, past our own cleaning: no screen gives it to the terminal."""

import re

import pytest

from mentor_tui.textual_private import screen_lines
from store.principles import themes
from store.records import (
    Appointment,
    Channel,
    Client,
    Confidant,
    Contact,
    Goal,
    OwnQuestion,
    Promise,
    Referral,
    Reflection,
    Service,
    Support,
)
from store.shelf import TABLE_OF, fields_of

HOSTILE = "a\x1b[2Jb\x9b31mc\x07d\u202ee\x00"
ACTED_UPON = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
CODES = {"mode", "kind", "state", "stage", "status", "day", "on", "made_on", "moment", "theme", "themes"}


def poisoned(value):
    """A record's fields with every word of its own replaced, deep inside too; days stay days."""
    if isinstance(value, dict):
        return {
            name: each if name in CODES or name.endswith("_on") else poisoned(each)
            for name, each in value.items()
        }
    if isinstance(value, list | tuple):
        return [poisoned(each) for each in value]
    return HOSTILE if value == "x" else value


@pytest.fixture
def poisoned_books(empty_books, clock):
    today = clock.now().day
    records = (
        Client(
            name="x",
            pronouns="x",
            prefers="x",
            if_quiet="x",
            never_contact="x",
            about="x",
            in_their_words="x",
            channels=(Channel(how="x", value="x", whose="x", good_times="x", cover="x", if_cut_off="x"),),
            confidants=(Confidant(name="x", relation="x"),),
        ),
        Contact(client_ids=(1,), on=today, mode="phone", words="x", as_typed="x"),
        Appointment(client_id=1, kind="court", what="x", where="x", on=today, bring="x"),
        Promise(client_id=1, words="x", made_on=today),
        Goal(client_id=1, words="x"),
        Service(name="x", short="x"),
        Referral(client_id=1, to="x", stage="asked", stage_on=today),
    )
    own = (
        Reflection(on=today, words="x", feeling="x", question="x"),
        OwnQuestion(words="x", theme=themes()[0].code),
        Reflection(on=today, words="x", question="x", week=today),
        Support(words="x"),
    )
    with empty_books.folder.act("x") as act:
        for record in (*records, *own):
            act.insert(TABLE_OF[type(record)], poisoned(fields_of(record)))
    return empty_books


# It is looked at after each key, so that none of these begins with all of another.
@pytest.mark.parametrize(
    "keys",
    [
        *"17dyzpiobuN",
        "vv",
        "e\x04",
        "2e",
        "3e",
        "3dd",
        "4]x",
        "4]]]e",
        "4]]]]e",
        "5e",
        "5b",
        "5\r",
        "6x",
        "\r]]]]]",
        "\re",
        "\rx",
        "r ",
        "/a",
        "lab",
        "na",
        "xd",
    ],
)
async def test_no_screen_gives_a_control_character_of_a_record_to_the_terminal(
    open_page, poisoned_books, keys
):
    names = {"\r": "enter", "]": "right_square_bracket", "/": "slash", " ": "space", "\x04": "pagedown"}
    async with open_page(poisoned_books, size=(120, 50)) as page:
        for key in keys:
            await page.press(names.get(key, key))
            assert not ACTED_UPON.search("".join(screen_lines(page.app)))
