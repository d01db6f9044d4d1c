"""`mentor words ...`: what a hint is given for, and the mentor's own list."""


def test_words_are_checked_and_nothing_of_them_is_kept(mentor, dee):
    answer = mentor("words", "check", "dee says he is a junkie, told Kyle Morrison so")
    assert answer.code == 0
    assert answer.out.splitlines() == [
        "“junkie” · or quote their words · they are more than that",
        "“Kyle Morrison” · or her brother; his worker · somebody else's full name",
    ]
    assert mentor("words", "check", '"I am a junkie", he said').out == ""
    assert "Kyle" not in mentor("history").out


def test_words_to_check_come_from_stdin_too(mentor, dee):
    (hint,) = mentor("words", "check", "--json", typed=b"has PTSD\n").json["hints"]
    assert (hint["words"], hint["kind"]) == ("PTSD", "diagnosis")


def test_a_word_of_her_own_is_added_turned_off_and_removed(mentor, dee):
    assert mentor("words", "add", "challenging", "--instead", "what was hard").code == 0
    said = mentor("words", "check", "a challenging day").out
    assert said == "“challenging” · or what was hard · on your list\n"
    assert "No hint" in mentor("words", "off", "junk*").out
    assert mentor("words", "check", "a junkie").out == ""
    listed = mentor("words", "list")
    assert listed.out.splitlines() == [
        "challenging  a word you want to notice · or: what was hard",
        "junk*  no hint for it",
    ]
    assert "Better not written down" in listed.err
    assert mentor("words", "remove", "junk*").code == 0
    assert "junkie" in mentor("words", "check", "a junkie").out
    mentor("undo")
    assert mentor("words", "check", "a junkie").out == ""


def test_what_is_no_word_no_kind_or_not_on_the_list_is_refused_with_a_way_out(mentor, dee):
    for words in (("add", "**"), ("add", "x", "--kind", "score"), ("remove", "never there")):
        answer = mentor("words", *words)
        assert answer.code == 1 and answer.out == "" and answer.err.strip().endswith(".")
