"""Cards as real phones and mail programs write them, and as nobody should."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.vcf.cards import read_cards
from mentor_tui.exchange.vcf.lines import cards_in
from tests.hostile import ESCAPES, OBEYED, naughty_strings

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "vcards"

# Of each file: name, numbers, addresses, how the notes begin, some of what is said not to be kept.
EXAMPLES = ("email", "homeemail", "workemail", "otheremail", "customcategory")
QP = "ENCODING=QUOTED-PRINTABLE"
PEOPLE = {
    "John_Doe_GMAIL.vcf": [
        (
            "John Doe",
            ["905-555-1234", "905-666-1234"],
            ["john.doe@ibm.com"],
            "In the phone: IBM\nTHIS SOFT",
            "birthday",
        )
    ],
    "John_Doe_MS_OUTLOOK.vcf": [
        (
            "John Doe",
            ["(905) 555-1234", "(905) 666-1234"],
            ["john.doe@ibm.cm"],
            "In the phone: Johny\nIn the phone: IBM, Accounting\nTHIS SOFTWARE",
            "photo",
        )
    ],
    "John_Doe_ANDROID.vcf": [
        ("john.doe", [], ["john.doe@company.com"], "", "groups"),
        ("jane.doe", [], ["jane.doe@company.com"], "", "groups"),
        ("Ñ Ñ Ñ Ñ Ñ", ["123456789"], [], "", "groups"),
        (" ".join("Ñ" * 11), ["123456", "234567", "3456789", "45678901"], [], "Ñ Ñ Ñ Ñ Ñ Ñ Ñ ÑÑ Ñ", "groups"),
        ("Ñ Ñ Ñ Ñ", ["123456"], ["bob@company.com", "Ñ" * 14], "In the phone: ÑÑ", "photo"),
        ("ÑÑÑÑ", ["55556666"], ["henry@company.com"], "In the phone: ÑÑ", "groups"),
    ],
    "gmail-single2.vcf": [
        (
            "VCard Test",
            [f"55555511{last:02}" for last in (11, 12, 13, 14, 15, 16, 19, 21)],
            [
                f"{one}@example.com"
                for one in ("email", "homeemail", "workemail", "otheremail", "customcategory")
            ],
            "In the phone: TheNickname\nIn the phone: TheCompany",
            "fax number",
        )
    ],
    "rfc6350-example.vcf": [
        (
            "Simon Perreault",
            ["+1-418-656-9254 ext. 102", "+1-418-262-6501"],
            ["simon.perreault@viagenie.ca"],
            "In the phone: Viagenie",
            "birthday",
        )
    ],
}


@pytest.mark.parametrize("name", PEOPLE)
def test_a_real_file_gives_its_people(name):
    if not REAL.is_dir():
        pytest.skip("the cards of real programs do not lie beside the project")
    found = read_cards(REAL / name)
    assert (found.errors, len(found.people)) == ((), len(PEOPLE[name]))
    for one, (called, numbers, addresses, about, not_kept) in zip(found.people, PEOPLE[name], strict=True):
        assert one.client.name == called
        assert [channel.value for channel in one.client.channels if channel.how == "call"] == numbers
        assert [channel.value for channel in one.client.channels if channel.how == "email"] == addresses
        assert one.client.about.startswith(about)
        assert not_kept in one.not_kept


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("cards")


def read(folder, text):
    path = folder / "c.vcf"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "ignore"))
    return read_cards(path)


def card(*lines, version="3.0", end="\r\n"):
    return end.join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


ODD = {
    "a name in Windows letters": (card("FN:Renée").encode("cp1252"), ["Renée"]),
    "a charset of its own": (card(f"FN;CHARSET=ISO-8859-1;{QP}:Ren=E9e", version="2.1"), ["Renée"]),
    "a charset nobody knows": (card(f"FN;CHARSET=x-klingon;{QP}:Ren=C3=A9e"), ["Renée"]),
    "a charset that is no letters": (card(f"FN;CHARSET=rot13;{QP}:Dee"), ["Dee"]),
    "folded, with bare line feeds": (card("FN:De", " e", end="\n"), ["Dee"]),
    "commas of 2.1": (card("N:Doe, Jr.;Dee\\;x;;;", version="2.1"), ["Dee;x Doe, Jr."]),
    "an organization alone": (card("FN:", "N:;;;;", "ORG:Food Bank;Door"), ["Food Bank, Door"]),
    "a nickname alone": (card("NICKNAME:Bo"), ["Bo"]),
    "a number alone": (card("TEL:604 555 0199"), ["number ending 0199"]),
    "a card within a card": (card("AGENT:", "BEGIN:VCARD", "FN:Other", "END:VCARD", "FN:Dee"), ["Dee"]),
    "titles around the name": (card("FN:Dr. Dee Ann Brown Jr.", "N:Brown;Dee;Ann;Dr.;Jr."), ["Dee Brown"]),
    "lines that say nothing": (card("hello", ":x", "FN:Dee", ";;;"), ["Dee"]),
    "no end, and one after it": ("BEGIN:VCARD\nFN:Al\n" + card("FN:Dee"), [1, "Dee"]),
    "nothing in it": (card(), [1]),
    "a very long note": (card("FN:Al", "NOTE:" + "x" * 40_000), [1]),
}  # fmt: skip


@pytest.mark.parametrize("what", ODD)
def test_an_odd_card_is_read_or_said(folder, what):
    content, wanted = ODD[what]
    found = read(folder, content)
    assert [one.client.name for one in found.people] == [each for each in wanted if isinstance(each, str)]
    assert [error.number for error in found.errors] == [each for each in wanted if isinstance(each, int)]


@pytest.mark.parametrize(
    ("version", "said", "order"),
    [
        ("2.1", ("", ";PREF;CELL", ""), ["22", "11", "33"]),
        ("3.0", ("", "", ";TYPE=CELL,PREF"), ["33", "11", "22"]),
        ("4.0", ("", ";PREF=50;TYPE=cell", ";PREF=2"), ["33", "22", "11"]),
        ("4.0", (";PREF=0", ";PREF=x", ';PREF="100"'), ["33", "11", "22"]),
    ],
)
def test_the_number_they_prefer_is_the_first(folder, version, said, order):
    lines = (f"TEL{liked}:604 555 01{11 * number}" for number, liked in enumerate(said, 1))
    (one,) = read(folder, card("FN:Dee", *lines, version=version)).people
    assert [channel.value[-2:] for channel in one.client.channels] == order


@pytest.mark.parametrize("content", [b"hello", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", b"BEGIN:VCARD\n\x00"])
def test_what_is_no_file_of_cards_is_refused(folder, content):
    with pytest.raises(ImportRefused):
        read(folder, content)


@pytest.mark.parametrize("version", ["2.1", "4.0"])
def test_no_text_of_a_card_obeys_or_breaks_anything(folder, version):
    cards = []
    for text in (*ESCAPES, *naughty_strings()):
        line = " ".join(text.replace("\0", "").split())
        cards.append(
            card(f"FN:Dee {line}", f"N:{line};Dee", f"TEL;{line}:1", f"NOTE:{line}", version=version)
        )
    found = read(folder, "".join(cards))
    assert len(found.people) + len(found.errors) == len(cards)
    for one in found.people:
        fields = (one.client.name, one.client.about, *(each.value for each in one.client.channels))
        assert not any(OBEYED.search(field.replace("\n", "")) for field in fields), fields


@settings(max_examples=150, deadline=None)
@given(
    some.lists(
        some.sampled_from(
            [
                "BEGIN:VCARD",
                "END:VCARD",
                "VERSION:2.1",
                "AGENT:",
                "N;QUOTED-PRINTABLE:=",
                "=C3=",
                " x",
                "FN:a\\",
                "TEL;=;:",
            ]
        )
        | some.text(max_size=12)
    )
)
def test_no_order_of_lines_breaks_the_reading(lines):
    for one in cards_in("\n".join(lines)):
        assert all("\n" not in line.value and "\r" not in line.value for line in one.lines)
