"""`mentor find`: how a line was read is said beside what was found."""


def test_the_shell_says_how_the_filters_were_read(mentor, dee):
    mentor("note", "dee call 15m got the boots")
    found = mentor("find", "boots", "from:1 nov", "to:30 nov", "who:dee")
    assert "got the boots" in found.out
    assert found.err == "Read as: from Sun 1 Nov 2026 · up to Mon 30 Nov 2026 · Dee.\n"
    assert mentor("find", "boots").err == ""


def test_days_the_wrong_way_round_are_refused_in_words(mentor, dee):
    refused = mentor("find", "from:10 nov", "to:1 nov")
    assert (refused.code, refused.out) == (1, "")
    assert "“to:1 nov” is read as Sun 1 Nov 2026, and that is before Tue 10 Nov 2026" in refused.err
