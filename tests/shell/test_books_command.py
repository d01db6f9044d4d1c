"""`mentor export xlsx` and `mentor export vcf` in the shell: what they write, say and remember."""


def test_a_workbook_and_cards_are_written_said_and_remembered(mentor, dee, tmp_path):
    book, cards = tmp_path / "record.xlsx", tmp_path / "cards.vcf"
    said = mentor("export", "xlsx", "-o", book, "--who", "dee")
    assert (said.out, "not encrypted" in said.err) == (f"{book}: 1 record\n", True)
    assert "no file was made" in mentor("export", "vcf", "-o", cards).err
    (tmp_path / "HSDS").mkdir()
    (tmp_path / "HSDS" / "services.csv").write_text("id,organization_id,name\n1,9,Pantry\n")
    mentor("import", "services", tmp_path / "HSDS")
    said = mentor("export", "vcf", "-o", cards, "--services")
    assert (said.out, "contacts on to others" in said.err) == (f"{cards}: 1 card\n", True)
    assert "FN:Pantry" in cards.read_text()
    assert {made["what"] for made in mentor("export", "list", "--json").json["files"]} == {
        "the record, a workbook",
        "contacts for a phone, initials only",
    }
