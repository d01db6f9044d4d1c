"""`mentor note`: from words, a prompt, a pipe or options, into one save or the inbox."""

import pytest

pytestmark = pytest.mark.usefixtures("dee")


def only_contact(answer):
    (contact,) = answer.json["records"]["contacts"]
    return contact


def test_words_need_no_quotes(mentor):
    contact = only_contact(mentor("note", "dee", "call", "15m", "got", "the", "boots", "--json"))
    assert (contact["minutes"], contact["words"]) == (15, "got the boots")


def test_without_text_one_line_is_read(mentor):
    answer = mentor("note", "--json", typed=b"dee call first line\nsecond line\n")
    assert only_contact(answer)["words"] == "first line"


def test_a_dash_reads_every_line(mentor):
    answer = mentor("note", "-", "--json", typed=b"dee call first\nsecond > fri\n")
    contact = only_contact(answer)
    assert contact["words"] == "first\nsecond > fri"
    assert set(answer.json["records"]) == {"contacts"}


@pytest.mark.parametrize("how", [("note", "-"), ("note",)])
def test_bytes_that_are_no_text_do_not_stop_a_note(mentor, how):
    contact = only_contact(mentor(*how, "--json", typed=b"dee call caf\xe9 and \xff\xfe\x00 more\n"))
    assert contact["words"] == "caf\ufffd and \ufffd\ufffd more"


@pytest.mark.parametrize("typed", [b"", b"\n", b"   \n", b"\x00\x07\n"])
@pytest.mark.parametrize("how", [("note", "-"), ("note",)])
def test_an_empty_note_is_refused(mentor, how, typed):
    answer = mentor(*how, typed=typed)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("Nothing to save: the note is empty.")


@pytest.mark.parametrize("words", ["", "  ", "dee", "\x1b[2J"])
def test_a_name_without_a_word_is_an_empty_note(mentor, words):
    assert mentor("note", words).code == 1
    assert "contacts" not in str(mentor("history", "--json").json)


def test_options_say_what_marks_would(mentor):
    answer = mentor(
        "note", "--who", "dee", "--next", "thu 10am clinic", "--when", "yesterday",
        "--promise", "ask about ID by fri", "--spent", "1h30", "a walk along the water", "--json",
    )  # fmt: skip
    records = answer.json["records"]
    assert [(each["on"], each["minutes"], each["words"]) for each in records["contacts"]] == [
        ("2026-11-22", 90, "a walk along the water")
    ]
    assert [(each["on"], each["at"], each["what"]) for each in records["appointments"]] == [
        ("2026-11-26", "10:00:00", "clinic")
    ]
    assert [(each["words"], each["due_on"]) for each in records["promises"]] == [
        ("ask about ID", "2026-11-27")
    ]


def test_with_who_no_name_is_read_from_the_line(mentor):
    mentor("client", "add", "Will")
    assert only_contact(mentor("note", "--who", "dee", "will call back", "--json"))["client_ids"] == [1]


@pytest.mark.parametrize(
    ("option", "words"),
    [
        ("--next", "soonish"),
        ("--next", "31 feb clinic"),
        ("--next", "5"),
        ("--when", "soonish"),
        ("--when", "tomorrow"),
        ("--when", "31 feb"),
        ("--spent", "a while"),
        ("--spent", "15m 8km"),
        ("--spent", "15c"),
        ("--spent", ""),
    ],
)
def test_an_option_that_is_not_read_never_becomes_prose(mentor, option, words):
    answer = mentor("note", "--who", "dee", option, words, "call ok")
    if words:
        assert (answer.code, answer.out) == (1, "")
        assert mentor("find", "ok", "--json").json["hits"] == []
    else:
        assert answer.code == 0


def test_a_mark_in_the_line_does_not_stand_in_for_an_option_that_is_not_read(mentor):
    answer = mentor("note", "dee call ok > fri clinic", "--next", "soonish")
    assert (answer.code, answer.out) == (1, "")
    assert "--next" in answer.err


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("zoe call ok", "No one here is called “zoe”."),
        ("de call ok", "Two people match “de”: Dee and Deena."),
        ("will call ok", "“will” is also a word; is this about Will?"),
        ("call 15m ok", "Who is this about?"),
    ],
)
def test_when_it_cannot_tell_who_the_line_goes_to_the_inbox(mentor, place, line, why):
    for name in ("Deena", "Will"):
        mentor("client", "add", name)
    answer = mentor("note", line, "--json")
    assert (answer.code, answer.json["filed"]) == (0, False)
    assert answer.json["why"].startswith(why)
    assert answer.json["inbox"]["text"] == line
    assert (place / "inbox" / f"{answer.json['inbox']['name']}.json").is_file()
    assert mentor("find", "ok", "--json").json["hits"] == []


def test_the_inbox_keeps_what_options_said_too(mentor):
    answer = mentor("note", "zoe call ok", "--next", "fri clinic", "--spent", "15m", "--json")
    assert answer.json["inbox"]["text"] == "zoe call ok > fri clinic (15m)"


def test_the_inbox_is_said_in_words(mentor):
    answer = mentor("note", "zoe call ok")
    assert answer.out == "Kept in the inbox, word for word: it is not clear who it is about.\n"
    assert "--who" in answer.err


def test_a_theme_goes_to_the_notebook_and_no_further(mentor, tmp_path):
    answer = mentor("note", "dee call ok #hope")
    assert "in your notebook: hope" in answer.out
    mentor("export", "json", "-o", tmp_path / "out.json")
    assert "hope" not in (tmp_path / "out.json").read_text("utf-8")
    mentor("notebook", "export", "-o", tmp_path / "own.json")
    assert '"theme": "hope"' in (tmp_path / "own.json").read_text("utf-8")


def test_one_undo_takes_a_note_and_its_theme(mentor, tmp_path):
    mentor("note", "dee call ok #hope")
    assert mentor("undo").out.startswith("Undone: note, Dee")
    mentor("notebook", "export", "-o", tmp_path / "own.json")
    assert "hope" not in (tmp_path / "own.json").read_text("utf-8")


def test_a_theme_with_no_other_word_is_still_kept(mentor, tmp_path):
    answer = mentor("note", "dee #hope", "--json")
    assert (answer.code, answer.json["act"], answer.json["records"]) == (0, 0, {})
    mentor("notebook", "export", "-o", tmp_path / "own.json")
    assert '"theme": "hope"' in (tmp_path / "own.json").read_text("utf-8")


def test_a_plan_that_a_talk_closed_is_said(mentor):
    mentor("plan", "dee", "today", "walk")
    assert "closed: Mon 23 Nov 2026, today · walk" in mentor("note", "dee met ok").out


def test_a_very_long_note_is_kept_whole(mentor):
    words = "walked and talked " * 5600
    contact = only_contact(mentor("note", "-", "--json", typed=b"dee call " + words.encode()))
    assert contact["words"] == words.strip()
    assert len(contact["words"]) > 100_000
    assert mentor("find", "walked", "talked", "--json").json["hits"][0]["text"] == words.strip()


def test_an_accent_or_a_letter_from_anywhere_is_kept(mentor):
    words = "Zoë 東京 🙂 שלום مرحبا"
    assert only_contact(mentor("note", f"dee call {words}", "--json"))["words"] == words
