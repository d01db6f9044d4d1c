"""Filters of a search: how each is read, and what is left of what is found."""

from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from store.records import Appointment, Channel, Client, Contact, Goal, Promise, Referral, Service

TODAY = date(2026, 11, 23)

READ = [
    # typed                          the words    what else is known
    ("boots", "boots", {}),
    ("boots from:1 nov", "boots", {"first": date(2026, 11, 1)}),
    ("from:1 dec boots", "boots", {"first": date(2025, 12, 1)}),
    ("FROM: yesterday boots", "boots", {"first": date(2026, 11, 22)}),
    ("to:fri", "", {"last": date(2026, 11, 20)}),
    ("to:tomorrow", "", {"last": date(2026, 11, 24)}),
    ("from:in 2 weeks", "", {"first": date(2026, 12, 7)}),
    ("from:2026-03 to:2026-03", "", {"first": date(2026, 3, 1), "last": date(2026, 3, 31)}),
    ("from:feb to:feb", "", {"first": date(2026, 2, 1), "last": date(2026, 2, 28)}),
    ("from:dec", "", {"first": date(2025, 12, 1)}),
    # what would end before it begins is looked for ahead, where that is near
    ("from:1 nov to:30 nov", "", {"first": date(2026, 11, 1), "last": date(2026, 11, 30)}),
    ("to:30 nov from:1 nov boots", "boots", {"first": date(2026, 11, 1), "last": date(2026, 11, 30)}),
    ("from:nov to:jan", "", {"first": date(2026, 11, 1), "last": date(2027, 1, 31)}),
    ("from:dec to:jan", "", {"first": date(2025, 12, 1), "last": date(2026, 1, 31)}),
    ("from:yesterday to:fri", "", {"first": date(2026, 11, 22), "last": date(2026, 11, 27)}),
    ("to:nov 2024 boots", "boots", {"last": date(2024, 11, 30)}),
    ("from:2025 to:2025 boots", "boots", {"first": date(2025, 1, 1), "last": date(2025, 12, 31)}),
    ("who:dee boots", "boots", {"people": (1,)}),
    ("who:dee r boots", "boots", {"people": (2,)}),
    ("who:“dee r” boots", "boots", {"people": (2,)}),
    ("who:d", "", {"people": (1, 2)}),
    ("who:rene", "", {"people": (3,)}),
    ("who:#3 boots", "boots", {"people": (3,)}),
    ("kind:notes boots", "boots", {"tables": ("contacts",)}),
    ("kind:plan", "", {"tables": ("appointments",)}),
    ("kind:court", "", {"kinds": ("court",)}),
    ("kind:call boots", "boots", {"kinds": ("phone",)}),
    ("kind:no answer boots", "boots", {"kinds": ("no-answer",)}),
    ("kind:prom", "", {"tables": ("promises",)}),
    ("need:hous boots", "boots", {"needs": ("housing",)}),
    ("need:income, benefits boots", "boots", {"needs": ("income",)}),
    ("boots who:", "boots", {}),
    ("who: dee boots", "boots", {"people": (1,)}),
    ("boots from:", "boots", {}),
    ("somewho:dee", "somewho:dee", {}),
    ("dee: boots", "dee: boots", {}),
    ("who:rene who:rene boots", "boots", {"people": (3,)}),
    ("kind:notes kind:call", "", {"tables": ("contacts",), "kinds": ("phone",)}),
]
UNCLEAR = [
    ("from:soonish boots", "“soonish” is not"),
    ("to:31 feb", "31 feb"),
    ("who:zoe boots", "Nobody is called “zoe”; the beginning of a name is enough."),
    ("kind:zzz", "“zzz” is no kind"),
    ("from:10 nov to:1 nov", "“to:1 nov” is read as Sun 1 Nov 2026, and that is before Tue 10 Nov 2026"),
    ("from:2026-11 to:2026-10", "“to:2026-10” is read as Sat 31 Oct 2026"),
    ("to:2025 from:2026", "the other way round, or with the year, would be read."),
    ("need:zzz", "“zzz” is no need"),
    ("boots who:dee who:rene", "“who:” stands there twice; one of them is enough."),
    ("from:1 nov to:3 nov from:2 nov", "“from:” stands there twice"),
    ("kind:call kind:court", "“kind:” stands there twice"),
    ("need:housing need:income", "“need:” stands there twice"),
]


@pytest.fixture
def people(person):
    return [person("Dee"), person("Dee R"), person("Renée")]


@pytest.fixture
def found(caseload):
    def texts(line, limit=50):
        return [hit.text for hit in caseload.find(line, limit)]

    return texts


@pytest.mark.parametrize(("line", "words", "known"), READ, ids=[line for line, *_ in READ])
def test_a_filter_is_read_and_the_rest_are_words(caseload, people, line, words, known):
    asked = caseload.read_asked(line)
    assert asked.unclear == ""
    assert asked.words == words
    names = ("people", "kinds", "tables", "needs", "first", "last")
    assert {name: getattr(asked, name) for name in names if getattr(asked, name) is not None} == known


@pytest.mark.parametrize(("line", "sentence"), UNCLEAR, ids=[line for line, _ in UNCLEAR])
def test_a_filter_that_cannot_be_read_is_said_and_finds_nothing(caseload, people, line, sentence):
    assert sentence in caseload.read_asked(line).unclear
    assert caseload.find(line) == ()


def test_what_was_read_is_echoed(caseload, people):
    said = caseload.read_asked("who:d from:1 nov need:hous kind:call").said
    assert said == ("Dee or Dee R", "from Sun 1 Nov 2026", "need: housing", "call")
    assert caseload.read_asked("to:30 nov from:1 nov").said == (
        "up to Mon 30 Nov 2026",
        "from Sun 1 Nov 2026",
    )


def test_so_many_people_of_one_letter_ask_for_another(caseload, person):
    for number in range(13):
        person(f"Ann {number}")
    assert "13 people are called “an…”" in caseload.read_asked("who:an").unclear


def test_days_bound_what_is_found_and_what_has_no_day_is_left_out(caseload, people, note, found):
    note("renée call boots a < 1 nov")
    note("renée call boots b < 10 nov")
    note("renée call boots c")
    caseload.add(Goal(client_id=1, words="boots, some day"))
    assert found("boots from:10 nov") == ["boots c", "boots b"]
    assert found("boots to:10 nov") == ["boots b", "boots a"]
    assert found("from:10 nov to:10 nov") == ["boots b"]
    note("renée call boots d < 10 nov")  # after the first search it is found beside the pages
    assert found("from:10 nov to:10 nov") == ["boots d", "boots b"]


def test_who_narrows_to_what_is_theirs_and_a_shared_note_is_everybodys(caseload, people, note, found):
    note("dee, renée met boots together")
    note("dee call boots alone")
    caseload.add(Promise(client_id=3, words="boots for her"))
    assert found("boots who:renée") == ["boots for her", "boots together"]
    assert found("who:dee kind:notes") == ["boots alone", "boots together"]


def test_kinds_and_needs_narrow_too(caseload, people, note, found):
    note("dee call boots by phone")
    note("dee met boots in person")
    caseload.add(Appointment(client_id=1, on=TODAY, kind="court", what="boots at court"))
    caseload.add(Goal(client_id=1, words="a room", area="housing"))
    caseload.add(Referral(client_id=1, to="the hostel", area="housing"))
    caseload.add(Service(name="Harbour House", areas=("housing",)))
    assert found("boots kind:call") == ["boots by phone"]
    assert found("kind:court") == ["boots at court"]
    assert found("need:housing") == ["a room", "the hostel", "Harbour House"]
    assert found("need:housing kind:goals") == ["a room"]
    assert found("kind:dentist") == found("need:dental boots") == []


def test_a_person_is_found_by_the_last_digits_of_a_number_which_is_not_shown(caseload, people, found):
    dee = people[0]
    number = Channel(how="call", value="(604) 555-0142")
    caseload.change(dee, replace(dee, channels=(number, Channel(how="email", value="d0142@example.org"))))
    caseload.add(Contact(client_ids=(3,), on=TODAY, words="bus 142"))
    for digits in ("142", "0142", "555-0142", "555 0142", "6045550142"):
        hit = caseload.find(digits)[0]
        assert (hit.table, hit.id) == ("clients", dee.id)
        assert "555" not in hit.text
    assert found("142") == ["Dee", "bus 142"]
    assert found("142 kind:people") == ["Dee"]
    assert found("604555") == found("142 who:renée kind:people") == []
    caseload.change(caseload.get(Client, 1), replace(dee, channels=()))
    assert found("142") == ["bus 142"]


def test_filters_hold_for_thousands_and_the_same_once_the_words_are_noted(caseload, people, found):
    with caseload.folder.act("notes") as act:
        for number in range(1, 1001):
            day = (TODAY - timedelta(days=number % 100)).isoformat()
            fields = {"client_ids": [1 + number % 3], "on": day, "words": f"boots {number}"}
            act.insert("contacts", fields | ({"mode": "phone"} if number % 7 else {"mode": "letter"}))
    expected = [
        f"boots {number}"
        for number in range(1, 1001)
        if not number % 7 and number % 3 == 2 and number % 100 in (1, 2)
    ]
    for _ in range(3):
        assert sorted(found("who:3 kind:letter from:2 days ago to:yesterday", 2000)) == sorted(expected)
        assert len(found("boots kind:letter", 2000)) == 142
