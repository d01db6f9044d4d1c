"""`mentor checkin`: the conversation in the shell, on paper, and typed back."""

from pathlib import Path

from store.folder import DataFolder
from store.made_files import MadeFiles

LIGHTER = "What feels a little lighter than it did on your first day out?"


def test_a_check_in_is_kept_with_its_talk_and_shown_with_what_was_said_before(mentor, dee):
    first = mentor(
        "checkin", "dee", "--answer", "2a=No keys.", "--on", "2 nov", "--how", "Phone", "--json"
    ).json
    assert {table: len(rows) for table, rows in first["records"].items()} == {"check_ins": 1, "contacts": 1}
    talk = first["records"]["contacts"][0]
    assert (talk["on"], talk["mode"], talk["outcome"]) == ("2026-11-02", "phone", "talked")
    kept = mentor("checkin", "dee", "--answer", "hope-with-a=Mornings.", "--next", "a door", "--goal")
    assert "“Mornings.”" in kept.out and "takes it back" in kept.err
    shown = mentor("checkin", "dee").out
    assert (
        shown.index("Mon 2 Nov   “No keys.”")
        < shown.index("Mon 23 Nov  “Mornings.”")
        < shown.index("“a door”")
    )
    assert f"2a  {LIGHTER}" in shown and "6c  " in shown
    assert "what they want next, Mon 23 Nov 2026: “a door”" in mentor("client", "show", "dee").out
    assert "goal: a door" in mentor("client", "show", "dee").out
    assert mentor("undo").code == 0 and "Mornings" not in mentor("checkin", "dee").out
    assert "goal:" not in mentor("client", "show", "dee").out


def test_a_sheet_is_printed_filled_in_and_typed_back(mentor, dee, tmp_path):
    sheet = mentor("checkin", "dee", "--print", "--ask", "hope,5a").out
    assert sheet.count("\n# ") == 7 and "1a:" not in sheet
    filled = sheet.replace("day:", "day: 20 nov").replace("2b:", "2b: A bed.\n\nOf my own.")
    (tmp_path / "filled.txt").write_text(filled.replace("next:", "next: a key"))
    read = mentor("checkin", "dee", "--from", tmp_path / "filled.txt", "--dry-run", "--json").json["check_in"]
    assert (read["on"], read["next"]) == ("2026-11-20", "a key")
    assert [answer["words"] for answer in read["answers"]] == ["A bed.\n\nOf my own."]
    assert mentor("checkin", "dee", "--json").json["check_ins"] == []
    typed = mentor("checkin", "dee", "--from", "-", "--answer", "5a=Mum.", typed=filled.encode())
    assert typed.code == 0 and typed.out.startswith("Dee · check-in 2026-11-20\n")
    twice = mentor("checkin", "dee", "--from", "-", "--answer", "2b=x", typed=filled.encode())
    assert "2b is answered twice" in twice.err


def test_papers_name_nobody_and_stand_on_the_list_of_files_with_whose_they_are(
    mentor, dee, tmp_path, place, at_rest
):
    mentor("checkin", "dee", "--answer", "2a=Mornings.")
    for flag, name in (("--print", "sheet.html"), ("--page", "page.html")):
        written = mentor("checkin", "dee", flag, "-o", tmp_path / name)
        assert written.code == 0, written.err
        page = (tmp_path / name).read_text("utf-8")
        assert LIGHTER.replace("'", "&#39;") in page and "Dee" not in page
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
    as_json = mentor("checkin", "dee", "--page", "--json").json
    assert as_json["title"] == "In your words"
    assert "left as it is" in mentor("checkin", "dee", "--page", "-o", tmp_path / "page.html").err
    with DataFolder.open(place, at_rest) as folder:
        made = {Path(one.path).name: one.people for one in MadeFiles.of(folder).on_disk()}
    assert made == {"sheet.html": (1,), "page.html": (1,)}


def test_words_in_their_language_are_kept_offered_and_taken(mentor, dee, place, at_rest):
    with DataFolder.open(place, at_rest) as folder, folder.act("people") as act:
        act.update("clients", 1, {"languages": "Dari"})
        act.insert("clients", {"name": "Farid", "languages": "Dari, English"})
    assert mentor("checkin", "dee", "--theirs", "2a=Chi sabuktar ast?").code == 0
    assert "typed for somebody else: Chi sabuktar ast?" in mentor("checkin", "farid").out
    assert mentor("checkin", "farid", "--theirs", "2a", "--answer", "2a=Subh.").code == 0
    (kept,) = mentor("checkin", "farid", "--json").json["check_ins"]
    assert kept["answers"][0]["asked_theirs"] == "Chi sabuktar ast?"
    assert "# Chi sabuktar ast?\n2a:" in mentor("checkin", "farid", "--print").out


def test_what_they_want_next_is_asked_in_their_language_too(mentor, dee):
    assert mentor("checkin", "dee", "--theirs", "next=Et maintenant ?").code == 0
    assert "next What do you want next?\n    Et maintenant ?\n" in mentor("checkin", "dee").out
    sheet = mentor("checkin", "dee", "--print").out
    assert "# What do you want next?\n# Et maintenant ?\nnext:" in sheet
    assert "Et maintenant ?" in mentor("checkin", "dee", "--print", "--format", "md").out
    filled = b"next: What do you want next?\nEt maintenant ?\nune porte"
    typed = mentor("checkin", "dee", "--from", "-", "--json", typed=filled).json["records"]["check_ins"]
    assert typed[0]["next"] == "une porte"
    own = " ".join(mentor("report", "person", "--who", "dee").out.split())
    assert "What do you want next? Et maintenant ?" in own


def test_what_is_not_clear_is_refused_before_anything_is_kept(mentor, dee):
    for words, why in (
        (("--answer", "9z=x"), "9z is no question"),
        (("--answer", "2a"), "Put a code and ="),
        (("--answer", "2a= "), "Nothing is written in it yet"),
        (("--goal",), "Say with --next"),
        (("--answer", "2a=x", "--how", "pigeon", "--dry-run"), "no way to talk"),
        (("--from", "-", "--next", "a key"), "in --next; say it once"),
        (("--from", "-", "--on", "19 nov"), "--on says another; say it once"),
        (("--from", "-", "--dry-run", "--answer", "2b= "), "2b is answered twice"),
        (("-o", "x.pdf"), "Say what goes into the file"),
        (("--print", "--page"), "One at a time"),
        (("--page",), "No check-in with Dee is kept yet"),
        (("--print", "--ask", "nine"), "nine is no question and no theme"),
    ):
        refused = mentor("checkin", "dee", *words, typed=b"day: 20 nov\n2b: A bed.\nnext: a door")
        assert (refused.code, refused.out) == (1, "") and why in refused.err
    assert "Nothing is written" in mentor("checkin", "dee", "--from", "-", "--dry-run", typed=b"2b:").err
    assert mentor("history", "--json").json["acts"][0]["label"] == "person, Dee"


def test_nobody_who_died_is_asked_anything_and_what_they_said_stays(mentor, dee):
    mentor("checkin", "dee", "--answer", "2a=Mornings.")
    mentor("client", "status", "dee", "died", "--on", "20 nov")
    shown = mentor("checkin", "dee")
    assert "“Mornings.”" in shown.out and "2b  " not in shown.out and shown.err == ""
    assert "What was said stays" in mentor("checkin", "dee", "--print").err
    later = (("--next", "a door", "--plan", "tue"), ("--from", "-"), ("--answer", "2b=x", "--dry-run"))
    for words in later:
        refused = mentor("checkin", "dee", *words, typed=b"2b: A bed.")
        assert refused.code == 1 and "nothing was saved" in refused.err.lower()
    assert "nothing is asked any more" in mentor("checkin", "dee", "--theirs", "2a=x").err
    assert mentor("checkin", "dee", "--from", "-", typed=b"day: 2 nov\n2b: A bed.").code == 0
    assert "“Mornings.”" in mentor("checkin", "dee", "--page").out


def test_no_figure_stands_in_what_a_check_in_says_as_json(mentor, dee):
    mentor("checkin", "dee", "--answer", "2a=No keys.", "--on", "2 nov")
    mentor("checkin", "dee", "--answer", "2a=Mornings.")
    shown = mentor("checkin", "dee", "--json").json
    assert set(shown) == {"schema_version", "client", "check_ins", "beside", "questions"}
    (beside,) = shown["beside"]
    assert (beside["then"]["words"], beside["now"]["words"]) == ("No keys.", "Mornings.")
    assert set(beside) == {"question_id", "then", "now"} and set(beside["now"]) == set(beside["then"])
    assert set(beside["now"]) == {"on", "asked", "words", "check_in"}
