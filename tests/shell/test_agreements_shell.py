"""Agreements and the sealed envelope in the shell."""

import re
from datetime import date

import pytest

from store.age_files import NotOpened, Opener
from store.caseload import Caseload
from store.folder import DataFolder
from store.records import HandedOn


@pytest.fixture
def sealed(mentor, dee, tmp_path):
    """An envelope for Rosa with Dee in it, on a stick; gives what opens it now."""
    (tmp_path / "stick").mkdir()
    assert (
        mentor("consent", "give", "dee", "share", "--to", "Rosa", "--what", "next dates, my number").code == 0
    )
    begun = mentor(
        "envelope", "begin", "Rosa", "--place", tmp_path / "stick", "--card", tmp_path / "card.txt"
    )
    assert begun.code == 0 and "sealed for Rosa, 1 person in it" in begun.out

    def page():
        key = (tmp_path / "card.txt").read_text().splitlines()[-1]
        return Opener(key).decrypt((tmp_path / "stick" / "envelope.age").read_bytes()).decode()

    return page


def test_to_share_ends_after_ninety_days_and_a_longer_end_than_a_year_is_refused(mentor, dee):
    given = mentor("consent", "give", "dee", "share", "--to", "Rosa")
    assert given.err.startswith("Shares: their name alone. To share more, say it with parts: number")
    assert given.out == "Dee · share with Rosa (their name alone) · until Sun 21 Feb 2027\n"
    refused = mentor("consent", "give", "dee", "share", "--to", "Rosa", "--until", "1 dec 2027")
    assert refused.code == 1 and "a year at most: until 23 Nov 2027" in refused.err
    assert "Say with whom" in mentor("consent", "give", "dee", "share").err
    assert "There are: keep-notes, contact, share" in mentor("consent", "give", "dee", "all").err
    listed = mentor("consent", "list", "--who", "dee").out.splitlines()
    assert (
        listed[1] == "  share with Rosa (their name alone) · until Sun 21 Feb 2027"
        and "not asked yet: keep" in listed[2]
    )


def test_what_for_and_how_it_is_taken_back_stand_on_every_paper_and_in_the_envelope(mentor, dee, tmp_path):
    give = ("consent", "give", "dee", "share", "--to", "Rosa", "--what", "next dates")
    given = mentor(*give, "--for", "weeks I am away")
    assert given.out.startswith("Dee · share with Rosa: next dates · for: weeks I am away · until")
    assert "Shares: next dates. What for stands beside it" in given.err
    mentor("envelope", "begin", "Rosa", "--place", tmp_path, "--card", tmp_path / "card.txt")
    for paper in (("report", "handover"), ("report", "person", "--who", "dee"), ("envelope", "show")):
        read = " ".join(mentor(*paper, *(("--to", "Rosa") if paper[0] == "report" else ())).out.split())
        assert re.search("What for: “?weeks I am away", read), paper
        assert "can take it back at any time, by a word to you or to me" in read, paper
    mentor("consent", "withdraw", "dee", "share")
    (row,) = mentor("consent", "list", "--who", "dee", "--json").json["people"][0]["agreements"]
    assert (row["reads"], row["consent"]["for_what"]) == ("withdrawn", "weeks I am away")


def test_today_says_in_one_line_which_end_soon(mentor, dee):
    assert mentor("today", "--json").json["agreements_ending"] == []
    mentor("consent", "give", "dee", "share", "--to", "Rosa", "--until", "fri")
    assert "\n1 agreement ends soon: `mentor consent list`\n" in mentor("today").out
    (one,) = mentor("today", "--json").json["agreements_ending"]
    assert (one["recipient"], one["last_day"]) == ("Rosa", "2026-11-27")


def test_a_no_is_kept_where_nothing_was_agreed_and_one_of_several_must_be_named(mentor, dee):
    assert mentor("consent", "withdraw", "dee", "numbers").out.endswith("reports · said no today\n")
    assert "agreed to share with nobody" in mentor("consent", "withdraw", "dee", "share").err
    for to in ("Rosa", "Kit"):
        mentor("consent", "give", "dee", "share", "--to", to)
    assert "--to “Rosa” or --to “Kit”" in mentor("consent", "withdraw", "dee", "share").err
    assert mentor("consent", "withdraw", "dee", "share", "--to", "kit").out.endswith("taken back today\n")
    assert "records erase" in mentor("consent", "withdraw", "dee", "keep-notes").err


def test_how_the_words_of_a_consent_are_read_is_said_at_once_and_parts_can_be_chosen(mentor, dee):
    give = ("consent", "give", "dee", "share", "--to", "Rosa")
    read = mentor(*give, "--what", "dates yes, phone no").err
    assert read.startswith(
        "Shares: their name and these words alone. To share more, say it with parts: number"
    )
    assert "Rosa: dates yes, phone no (these words alone) · until" in mentor("consent", "list").out
    chosen = mentor(*give, "--parts", "Number,dates")
    assert "share with Rosa: number, dates" in chosen.out
    assert chosen.err.startswith("Shares: how to reach them, next dates.\n")
    assert mentor(*give, "--what", "dates", "--json").json["shares"] == ["next dates"]
    assert mentor("consent", "give", "dee", "numbers", "--json").json["shares"] is None
    for words, sentence in (
        (("--parts", "phone calls"), "“phone calls” is no part. There are: number, dates, promises"),
        (("--parts", ","), "Say which parts: number"),
        (("--parts", "dates", "--what", "dates"), "--what or --parts, not both"),
    ):
        assert sentence in mentor(*give, *words).err
    assert "say --what for anything else" in mentor("consent", "give", "dee", "words", "--parts", "dates").err


@pytest.mark.parametrize("typed", ["Rosa M", "Rösa M.", "Rоsa M.", "Kit"])
def test_a_name_that_nothing_was_agreed_with_takes_nothing_back(mentor, dee, typed):
    mentor("consent", "give", "dee", "share", "--to", "Rosa M.")
    acts = mentor("consent", "list", "--json").json
    refused = mentor("consent", "withdraw", "dee", "share", "--to", typed)
    assert (refused.code, refused.out, "Saved" in refused.err) == (1, "", False)
    assert "what stands is with “Rosa M.”. Nothing was changed." in refused.err
    assert '`--to "Rosa M."`' in refused.err and mentor("consent", "list", "--json").json == acts
    mentor("consent", "give", "dee", "share", "--to", "Sam")
    both = mentor("consent", "withdraw", "dee", "share", "--to", typed).err
    assert ("“Rosa M.” and “Sam”" in both) is (typed == "Kit")
    assert mentor("consent", "withdraw", "dee", "share", "--to", "ROSA\u00a0 m.").out.endswith("today\n")


def test_a_name_like_one_that_stands_is_pointed_at_and_one_of_two_alphabets_refused(mentor, dee, tmp_path):
    mentor("consent", "give", "dee", "share", "--to", "Rosa M.")
    assert "is another name than “Rosa M.”" in mentor("consent", "give", "dee", "share", "--to", "Rosa M").err
    assert "two alphabets" in mentor("envelope", "begin", "Rоsa", "--json").err
    begun = mentor("envelope", "begin", "Rosa", "--place", tmp_path / "rosa.age", "--json")
    assert begun.json["people"] == [] and "another name than “Rosa M.” and “Rosa M”, with" in begun.err
    assert "two alphabets" in mentor("consent", "give", "dee", "share", "--to", "Rоsa").err
    assert mentor("consent", "withdraw", "dee", "share", "--to", "Kit", "--no").out.endswith(
        "said no today\n"
    )


def test_what_is_taken_back_is_out_of_the_envelope_at_once_and_undo_brings_it_back(
    mentor, sealed, place, at_rest
):
    assert "next dates" in sealed()
    given = mentor("envelope", "given", "--where", "USB, Rosa")
    with DataFolder.open(place, at_rest) as folder:
        paper = HandedOn(on=date(2026, 11, 23), what="handover", to="ROSA", client_ids=(1,))
        Caseload(folder, at_rest).add(paper)
    assert "1 person in it" in given.out
    told = mentor("consent", "withdraw", "dee", "share")
    assert "(“USB, Rosa”) still holds Dee's page" in told.err and "Dee" not in sealed()
    assert "handed on to “ROSA” on Mon 23 Nov (handover) still names them" in told.err
    mentor("undo")
    assert "Dee" in sealed() and mentor("envelope", "show", "--json").json["copies"] == []


def test_each_backup_seals_it_anew_and_says_calmly_that_the_stick_is_not_there(mentor, sealed, tmp_path):
    mentor("client", "edit", "dee", "--if-quiet", "ring my sister")
    assert "ring my sister" not in sealed()
    assert mentor("backup", "create").code == 0
    assert "ring my sister" in sealed()
    (tmp_path / "stick").rename(tmp_path / "gone")
    answer = mentor("backup", "create")
    assert answer.code == 0 and "tried again at the next backup" in answer.err


def test_another_card_opens_it_from_then_on_and_the_old_one_no_more(mentor, sealed, tmp_path):
    old = (tmp_path / "card.txt").read_text().splitlines()[-1]
    answer = mentor("envelope", "card", "--json").json
    (tmp_path / "card.txt").write_text(answer["card"])
    assert "Dee" in sealed()
    with pytest.raises(NotOpened):
        Opener(old).decrypt((tmp_path / "stick" / "envelope.age").read_bytes())
    assert mentor("envelope", "begin", "Kit").code == 1


def test_ending_it_removes_the_file_and_names_copies(mentor, sealed, tmp_path):
    mentor("envelope", "given", "--where", "USB, Rosa")
    ended = mentor("envelope", "end")
    assert "still holds Dee's page" in ended.err and not (tmp_path / "stick" / "envelope.age").exists()
    assert "There is no sealed envelope yet" in mentor("envelope", "show").err


def test_the_page_is_shown_as_its_reader_will_read_it(mentor, sealed):
    shown = mentor("envelope", "show")
    assert "If something happens to me" in shown.out and "Agreed to share: next dates" in shown.out
    assert "Last sealed today" in shown.err and shown.is_quiet_about_itself
