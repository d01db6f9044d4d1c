"""People and contacts brought in from the shell, two made one, a note filed with whom it is about."""

LIST = "Name,Out,Ring\nJo,soonish,604 555 0100\nKim,21 nov,604 555 0199\n"
CARD = "BEGIN:VCARD\nFN:Cal\nTEL:604 555 0133\nEND:VCARD\nBEGIN:VCARD\nFN:Plumber\nEND:VCARD\n"


def names(mentor):
    return [client["name"] for client in mentor("clients", "--json").json["clients"]]


def test_a_row_that_cannot_be_read_keeps_all_out_until_it_is_left_out(mentor, dee, tmp_path):
    (tmp_path / "list.csv").write_text(LIST)
    refused = mentor("import", "clients", tmp_path / "list.csv", "--map", "Ring=phone")
    assert refused.code == 1 and "row 2, Out: “soonish” is not a day" in refused.out
    assert refused.err.startswith("1 row cannot be read, so nothing was written.")
    looked = mentor("import", "clients", tmp_path / "list.csv", "--skip-bad", "--dry-run")
    assert (looked.code, looked.err) == (0, "Nothing was written.\n")
    assert names(mentor) == ["Dee"]
    assert "undo" in mentor("import", "clients", tmp_path / "list.csv", "--skip-bad").err
    assert names(mentor) == ["Dee", "Kim"]
    assert mentor("undo").out.startswith("Undone: import of people")
    assert names(mentor) == ["Dee"]


def test_nobody_comes_out_of_a_phone_who_was_not_named(mentor, dee, tmp_path):
    (tmp_path / "p.vcf").write_text(CARD)
    assert "Nobody was chosen" in mentor("import", "clients", tmp_path / "p.vcf").err
    missing = mentor("import", "clients", tmp_path / "p.vcf", "--only", "Ann")
    assert (missing.code, missing.err) == (1, "Nobody in p.vcf is called “Ann”.\n")
    for wrong in (("--map", "x"), ("--same", "maybe")):
        assert mentor("import", "clients", tmp_path / "p.vcf", *wrong).code == 1
    mentor("import", "clients", tmp_path / "p.vcf", "--only", "cal")
    assert names(mentor) == ["Cal", "Dee"]


def test_a_note_goes_to_whom_it_is_about_and_two_are_one(mentor, dee):
    mentor("note", "dee call 15m about the lease ! ask about ID")
    filed = mentor("client", "refile", "dee", "--contact", 1, "--new", "Jo")
    assert filed.out == "Note to Jo, from Dee; Jo has it now.\n"
    assert [one["words"] for one in mentor("client", "show", "jo", "--json").json["contacts"]] == [
        "about the lease"
    ]
    assert (
        mentor("client", "refile", "dee", "--contact", 1, "--to", "jo").code == 1
    )  # it is not Dee's any more
    assert mentor("client", "refile", "dee", "--contact", 1).code == 1
    mentor("client", "status", "jo", "paused")
    asked = mentor("client", "merge", "dee", "jo")
    assert asked.code == 1 and "--status walking" in asked.err
    assert mentor("client", "merge", "dee", "jo", "--status", "paused").code == 0
    shown = mentor("client", "show", "dee", "--json").json
    assert (shown["client"]["status"], len(shown["promises"])) == ("paused", 1)
    assert mentor("client", "merge", "dee", "dee").code == 1
    mentor("undo")
    assert names(mentor) == ["Dee", "Jo"]
