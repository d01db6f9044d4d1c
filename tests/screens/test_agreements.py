"""Agreements, as a mentor meets them: all of them, taken back in two keys, ending ones on Today."""

import re
from datetime import timedelta

import pytest

from mentor_tui.envelope_kept import renew
from mentor_tui.envelope_watch import EnvelopeWatch
from store import envelope as envelopes
from store.age_files import Opener
from store.agreeing import take_back
from store.records import Client, Consent, Envelope
from tests.screens.conftest import TODAY, days_ago


@pytest.fixture
def agreed(books):
    """Dee shares with Rosa until Thursday; with the clinic it has ended; Sam keeps notes."""
    find, add = books.caseload.find_person, books.caseload.add
    rosa = Consent(client_id=find("dee").id, purpose="share", recipient="Rosa", information="dates")
    on = days_ago(80)
    add(Consent(client_id=find("sam").id, purpose="keep-notes", on=days_ago(3)))
    add(Consent(client_id=find("dee").id, purpose="share", recipient="clinic", on=on, expires_on=days_ago(4)))
    return add(replace(rosa, on=on, expires_on=TODAY + timedelta(days=3))).records[0]


def replace(record, **fields):
    from msgspec.structs import replace as changed

    return changed(record, **fields)


async def test_those_that_end_are_one_line_on_today_which_leads_to_them_and_two_keys_take_one_back(
    open_page, books, agreed
):
    dee = books.caseload.find_person("dee").id
    async with open_page(books) as page:
        assert "1 agreement ends soon, 1 has ended" in page.text
        page.app.screen.waiting_list.highlight("agreements")
        await page.press("enter")
        assert page.lines[0].startswith(" Agreements") and "1 end soon · 1 ended" in page.lines[0]
        page.app.screen.list.highlight(f"consents:{agreed.id}")
        row = next(line for line in page.lines if "share with Rosa" in line)
        assert "ends Thu" in row and "share with Rosa: dates" in row
        assert "not asked yet" in page.text
        await page.press("x", "enter")
        newest = books.caseload.consents_of(dee)[-1]
        assert (newest.recipient, newest.state, newest.on) == ("Rosa", "withdrawn", TODAY)
        assert "taken back" in next(line for line in page.lines if "share with Rosa" in line)
        await page.press("u", "enter")
        assert "ends Thu" in next(line for line in page.lines if "share with Rosa" in line)


async def test_what_ended_is_said_on_the_persons_page_and_said_anew_in_two_keys(open_page, books, agreed):
    dee = books.caseload.find_person("dee").id
    async with open_page(books) as page:
        page.app.open_dialog("client", dee)
        await page.pilot.pause()
        assert "sharing with clinic ended on Thu 19 Nov" in page.text
        await page.press("escape")
        page.app.open_dialog("agreements", f"consents:{agreed.id - 1}")
        await page.pilot.pause()
        await page.press("x", "enter")
        newest = books.caseload.consents_of(dee)[-1]
        assert (newest.recipient, newest.expires_on) == ("clinic", TODAY + timedelta(days=90))
        assert "1 agreement" not in page.text


async def test_taking_back_that_notes_are_kept_says_how_they_are_erased(open_page, books, agreed):
    sam = books.caseload.find_person("sam").id
    async with open_page(books, size=(40, 12)) as page:
        page.app.open_dialog("agreements", person=books.caseload.find_person("sam").id)
        await page.pilot.pause()
        assert page.app.screen.row_here().startswith("consents:")
        page.app.screen.list.highlight(f"consents:{agreed.id}")
        await page.pilot.pause()
        assert "▸ Dee  ends Thu" in page.text
        page.app.screen.list.highlight(f"consents:{books.caseload.consents_of(sam)[-1].id}")
        await page.press("x", "enter")
        assert books.caseload.consents_of(books.caseload.find_person("sam").id)[-1].state == "withdrawn"
        assert "erase" in page.text


async def test_whoever_takes_it_back_in_the_program_is_out_of_the_envelope_at_once(
    open_page, books, agreed, tmp_path
):
    key, public = envelopes.new_card()
    books.caseload.add(Envelope(peer="Rosa", recipient=public, place=str(tmp_path / "envelope.age")))
    renew(books.caseload)
    async with open_page(books) as page:
        for there in (True, False):
            EnvelopeWatch().look(page.app)
            await page.app.workers.wait_for_complete()
            assert (b"Dee" in Opener(key).decrypt((tmp_path / "envelope.age").read_bytes())) is there
            page.app.attempt(lambda: take_back(books.caseload, agreed.client_id, "share", "Rosa"))


async def test_a_form_says_how_words_are_read_and_refuses_a_far_end_and_a_name_of_two_alphabets(
    open_page, books
):
    async with open_page(books) as page:
        page.app.open_dialog("form", Consent, books.caseload.find_person("dee").id)
        await page.pilot.pause()
        form = page.app.screen.form
        form.restore({"purpose": "share", "recipient": "R\u043esa", "expires_on": "1 dec 2027"})
        await page.press("ctrl+s")
        assert "are letters of two alphabets" in page.text
        form.restore({"recipient": "Rosa"})
        await page.press("ctrl+s")
        assert "until 23 Nov 2027" in page.text
        form.restore({"expires_on": "", "information": "dates, no phone", "for_what": "while I am away"})
        await page.pilot.pause()
        assert "To share: their name and these words alone." in page.text
        form.restore({"information": "dates"})
        form.start_at("information")
        await page.press("end", "comma", "space", "down", "enter")
        assert "To share: how to reach them, next dates." in page.text
        await page.press("ctrl+s")
        (kept,) = books.caseload.consents_of(books.caseload.find_person("dee").id)
        assert (kept.expires_on, kept.for_what) == (TODAY + timedelta(days=90), "while I am away")
        assert kept.information == "dates, how to reach them"
        assert books.caseload.get(Client, kept.client_id).name == "Dee"


async def test_words_that_nobody_touched_stay_as_they_were_said(open_page, books, agreed):
    said = books.caseload.change(agreed, replace(agreed, information="dates,,number")).records[0]
    async with open_page(books) as page:
        page.app.open_dialog("form", Consent, said.client_id, said)
        await page.pilot.pause()
        page.app.screen.form.restore({"told": "with her aunt there"})
        await page.press("ctrl+s")
        after = books.caseload.get(Consent, said.id)
        assert (after.information, after.told) == ("dates,,number", "with her aunt there")


async def test_an_envelope_is_begun_from_settings_and_sealed_at_once(open_page, books, agreed, tmp_path):
    async with open_page(books) as page:
        await page.press("7")
        page.app.screen.query_one("#settings").highlight("envelope")
        await page.press("enter", *"Rosa", "enter")
        page.app.screen.query_one("#write-path").value = str(tmp_path)
        await page.press("enter")
        paper = dict(re.findall(r"(\d+) ([A-Z0-9]{2,4})\b", page.text))
        await page.press("enter")
        asked = re.search(r"type groups (\d+) and (\d+)", page.text)
        for number in asked.groups():
            page.app.focused.value = paper[number]
            await page.press("enter")
        await page.app.workers.wait_for_complete()
        sealed = (tmp_path / "envelope.age").read_bytes()
        assert "for “Rosa”" in page.text and "Last sealed today" in " ".join(page.text.split())
        await page.press("enter", "down", "enter", *"USB", "enter")
        (given,) = envelopes.copies(books.caseload)
        assert (given.to, given.client_ids) == ("USB", (agreed.client_id,))
        await page.press("enter", "down", "down", "enter")
        other = dict(re.findall(r"(\d+) ([A-Z0-9]{2,4})\b", page.text))
        await page.press("enter")
        for number in re.search(r"type groups (\d+) and (\d+)", page.text).groups():
            page.app.focused.value = other[number]
            await page.press("enter")
        await page.app.workers.wait_for_complete()
        anew = (tmp_path / "envelope.age").read_bytes()
    key = "AGE-SECRET-KEY-1" + "".join(paper[number] for number in sorted(paper, key=int))
    assert b"Dee" in Opener(key).decrypt(sealed)
    key = "AGE-SECRET-KEY-1" + "".join(other[number] for number in sorted(other, key=int))
    assert b"Dee" in Opener(key).decrypt(anew)
