"""The sealed envelope: who is in it, what is never in it, and what opens it."""

import json
import re
import shutil
import subprocess
from datetime import date, timedelta

import pytest
from msgspec.structs import replace

from mentor_tui.envelope_card import card_text
from mentor_tui.envelope_kept import copies_said, is_behind, prepared, renew
from mentor_tui.envelope_page import envelope_document
from store import agreeing
from store import envelope as envelopes
from store.caseload import Caseload
from store.errors import MentorError
from store.made_files import MadeFiles
from store.notebook import Notebook
from store.records import Appointment, Channel, Client, Consent, Contact, Envelope, Promise, Reflection

TODAY = date(2026, 11, 23)
HOSTILE = "Dee\x1b[31m\u202e<script>&"


@pytest.fixture
def caseload(folder, clock):
    return Caseload(folder, clock)


@pytest.fixture
def sealed(caseload, tmp_path):
    """Dee agreed to Rosa; Sam to somebody else, Kim to Rosa until yesterday, Lou died. With the card."""
    add = caseload.add
    channel = Channel(how="call", value="604-555-0137", ok_voicemail=False, never_at="after 9")
    dee = Client(
        name=HOSTILE,
        if_quiet="ring my sister",
        never_contact="Tom Hurtz",
        prefers="text first",
        pronouns="xe/xem",
        channels=(channel,),
        about="SECRET about",
    )
    dee = add(dee).records[0].id
    sam, kim = (add(Client(name=name)).records[0].id for name in ("Sam", "Kim"))
    lou = add(Client(name="Lou", status="died")).records[0].id
    share = Consent(
        purpose="share", recipient="Rosa", on=TODAY - timedelta(days=9), information="number, dates, promises"
    )
    for id, fields in (
        (dee, {}),
        (sam, {"recipient": "Kit"}),
        (kim, {"expires_on": TODAY - timedelta(days=1)}),
        (lou, {}),
    ):
        add(replace(share, client_id=id, **fields))
    add(Appointment(client_id=dee, kind="court", what="court", on=TODAY + timedelta(days=3)))
    add(Promise(client_id=dee, words="ask about boots"))
    add(Contact(client_ids=(dee,), on=TODAY, outcome="talked", mode="phone", words="SECRET words"))
    Notebook(caseload.folder, caseload.clock).add(Reflection(on=TODAY, words="SECRET page"))
    secret, public = envelopes.new_card()
    place = str(tmp_path / "stick" / "envelope.age")
    add(Envelope(peer="rosa", recipient=public, place=place, words="Rosa, thank you"))
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick" / "card.txt").write_text(card_text("Rosa", secret, "Mon 23 Nov 2026"))
    return dee


def plain(caseload):
    return prepared(caseload, envelopes.needed(caseload)).page.decode()


def test_only_who_agreed_to_this_peer_is_in_it_and_only_what_may_be(caseload, sealed):
    page = plain(caseload)
    assert envelope_document(caseload, envelopes.needed(caseload)).people == (sealed,)
    for there in (
        "Thu 26 Nov 2026",
        "court",
        "ask about boots",
        "ring my sister",
        "604-555-0137",
        "Rosa, th",
    ):
        assert there in page
    assert page.index("text first") < page.index("leave no voicemail") and "xe/xem" in page
    assert page.index("Never contact: Tom Hurtz") < page.index("leave no voicemail")
    assert page.index("leave no voicemail") < page.index("never after 9") < page.index("604-555-0137")
    assert "SECRET" not in page and not re.search("Sam|Kim|Lou", page)
    assert page == plain(caseload)


@pytest.mark.parametrize(
    ("words", "there"),
    [
        ("next dates", {"court", "Thu 26 Nov 2026", "Days to come"}),
        ("my number", {"604-555-0137", "ring my sister"}),
        ("everything but my number", {"court", "Thu 26 Nov 2026", "Days to come", "ask about boots"}),
        ("dates yes, phone no", {"Nothing more was agreed"}),
        ("", {"Nothing more was agreed"}),
        ("everything but my number and the court", {"Nothing more was agreed"}),
    ],
)
def test_the_words_of_a_consent_decide_what_of_them_is_in_the_envelope(caseload, sealed, words, there):
    caseload.add(Consent(client_id=sealed, purpose="share", recipient="Rosa", information=words, on=TODAY))
    page = plain(caseload)
    every = ("court", "Thu 26 Nov 2026", "Days to come", "604-555-0137", "ring my sister", "ask about boots")
    found = {each for each in (*every, "Nothing more was agreed") if each in page.replace(words or "-", "")}
    assert ("xe/xem" in page) is ("Nothing more was agreed" not in page)
    # The steps on top of the page speak of a court day to everybody.
    assert found - {"court"} == there - {"court"}


def test_hostile_names_reach_neither_terminal_nor_browser(caseload, sealed):
    page = plain(caseload)
    assert "&lt;script&gt;&amp;" in page and "<script" not in page
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202e]", page)


@pytest.mark.skipif(not shutil.which("age"), reason="the program age is not installed here")
def test_the_stock_age_opens_it_word_for_word_as_the_page_and_the_card_say(caseload, sealed, tmp_path):
    renew(caseload)
    stick = tmp_path / "stick"
    command = "age -d -i card.txt -o envelope.html envelope.age"
    assert command in (stick / "card.txt").read_text()
    subprocess.run(["/bin/sh", "-ec", command], cwd=stick, check=True)
    assert (stick / "envelope.html").read_text() == plain(caseload)
    wrong = stick / "other.txt"
    wrong.write_text(envelopes.new_card()[0])
    refused = subprocess.run(["age", "-d", "-i", wrong, stick / "envelope.age"], capture_output=True)
    assert refused.returncode == 1 and refused.stdout == b""


def test_its_file_is_hers_alone_on_the_list_and_over_nothing_else(caseload, sealed, tmp_path):
    place = tmp_path / "stick" / "envelope.age"
    for _ in range(2):
        renew(caseload)
    (made,) = MadeFiles.of(caseload.folder).on_disk()
    assert (made.path, made.people, place.stat().st_mode & 0o777) == (place, (sealed,), 0o600)
    keys = re.findall(rb"\n-> (\S+)", place.read_bytes().partition(b"\n---")[0])
    assert [one for one in keys if not one.endswith(b"-grease")] == [b"X25519"]  # grease opens nothing
    assert b"Dee" not in place.read_bytes() and list(place.parent.glob(".*")) == []
    place.write_text("a letter")
    with pytest.raises(MentorError, match="Something else is called"):
        renew(caseload)
    assert place.read_text() == "a letter"


def test_who_takes_it_back_is_out_at_once_and_copies_that_hold_them_are_named(caseload, sealed):
    renew(caseload)
    envelopes.give_copy(caseload, "USB stick, Rosa", (sealed,))
    assert not is_behind(caseload) and copies_said(caseload) == ()
    saved = agreeing.take_back(caseload, sealed, "share", "ROSA ")
    assert saved.records[0].state == "withdrawn" and is_behind(caseload)
    assert renew(caseload).people == () and not is_behind(caseload)
    (said,) = copies_said(caseload, sealed)
    assert said.startswith("The copy given on Mon 23 Nov (“USB stick, Rosa”) still holds Dee")
    envelopes.give_copy(caseload, "usb STICK, rosa", ())
    assert copies_said(caseload) == ()
    envelopes.copy_gone(caseload, "USB stick, Rosa")
    assert envelopes.copies(caseload) == ()


def test_a_stick_that_is_not_there_is_said_and_ends_nothing(caseload, sealed, tmp_path):
    (tmp_path / "stick").rename(tmp_path / "elsewhere")
    with pytest.raises(MentorError, match="There is no folder stick"):
        renew(caseload)
    assert not is_behind(caseload, if_missing=False)


def test_the_key_is_kept_nowhere(caseload, sealed, tmp_path):
    renew(caseload)
    secret = (tmp_path / "stick" / "card.txt").read_text().splitlines()[-1]
    kept = [at for at in caseload.folder.path.rglob("*") if at.is_file()]
    assert kept and not [at for at in kept if secret.encode() in at.read_bytes()]
    assert "age1" in json.dumps(caseload.folder.caseload.documents("envelopes")[1], default=str)


def test_where_somebody_stands_is_in_no_envelope(caseload, sealed):
    dee = caseload.get(Client, 1)
    caseload.set_status(dee, "inside", TODAY)
    assert "back inside" not in str(envelope_document(caseload, caseload.all(Envelope)[0]))
