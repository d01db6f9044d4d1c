"""Pages for supervision: whoever is in the record stands there by initials, in whatever part of a page."""

from datetime import date

import pytest

from mentor_tui.reports import render
from mentor_tui.reports.papers.other_names import short_surnames, with_surnames, without_names
from mentor_tui.supervision_packet import choose, packet_of
from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.folder import DataFolder
from store.notebook import Notebook
from store.records import Client, Consent, Reflection

NAMES = {
    "Kim Lee": "K.L.",
    "Marcus Webb": "M.W.",
    "José Núñez": "J.N.",
    "Anne-Marie O'Neil": "A.O.",
    "Rosa Lopez-Garcia": "R.L.",
    "Al de la Cruz": "A.C.",
    "Ola Vance": "O.V.",
    "Una Vance": "U.V.",
    "Zoe": "Z.",
}


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Mr Webb, the Webbs and WEBB'S door", "Mr M.W., the M.W. and M.W.'S door"),
        ("Núñez or Nunez", "J.N. or J.N."),
        ("O’Neil, the O'Neils and Anne-Marie", "A.O., the A.O. and A.O."),
        ("Garcia met Cruz", "R.L. met A.C."),
        ("one Vance of two; Una Vance", "one V. of two; U.V."),
        ("Zoe, and Neil, who is nobody here", "Z., and Neil, who is nobody here"),
    ],
)
def test_a_last_name_alone_becomes_initials_too(typed, read):
    assert without_names(typed, with_surnames(NAMES)) == read


def test_a_last_name_that_is_short_or_a_word_of_every_day_is_said_and_stays():
    people = [*NAMES, "Sam King", "Ida Young"]
    assert short_surnames("Lee's flat, the king, Ms King; too young", people) == ("Lee", "King")


@pytest.fixture
def caseload(tmp_path):
    clock = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))
    with DataFolder.create(tmp_path / "data", clock, None) as folder:
        yield Caseload(folder, clock)


@pytest.fixture
def notebook(caseload):
    return Notebook(caseload.folder, caseload.clock)


def test_no_part_of_a_page_says_a_name_and_no_theme_stands_there(caseload, notebook):
    caseload.add(Client(name="Zoe Quill"))
    day = date(2026, 11, 23)
    notebook.add(
        Reflection(
            on=day,
            words="Zoe was quiet",
            question="What of Quill?",
            feeling="like Zoe",
            alias="Zoe Quill",
            because="After Zoe Quill called",
            themes=("hope",),
            for_supervision=True,
        )
    )
    chosen = choose(caseload, notebook)
    text = render(packet_of(caseload, chosen), "text").decode()
    assert "Zoe" not in text and "Quill" not in text and "hope" not in text.lower()
    assert text.count("Z.Q.") == 4 and chosen.aliases == ("Z.Q.",)


def test_a_page_that_says_the_last_name_of_who_said_no_stays_out_and_a_short_one_is_named(caseload, notebook):
    who = caseload.add(Client(name="Zoe Quill")).records[0].id
    caseload.add(Client(name="Kim Lee"))
    day = date(2026, 11, 23)
    caseload.add(Consent(client_id=who, purpose="supervision", state="withdrawn", on=day))
    for words in ("Ms Quill came", "Lee's flat"):
        notebook.add(Reflection(on=day, words=words, for_supervision=True))
    chosen = choose(caseload, notebook)
    assert [page.words for page in chosen.held_back] == ["Ms Quill came"]
    assert chosen.cautions == ("Look at “Lee”: if that is a name there, say it otherwise on its page.",)
