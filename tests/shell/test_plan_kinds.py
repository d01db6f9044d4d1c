"""What kind of plan the words name, from the shell."""

import pytest


@pytest.mark.parametrize(
    ("words", "kind", "said"),
    [
        ("court hearing", "court", "kind: court"),
        ("meds run out", "medication-ends", "kind: medication runs out"),
        ("ID card", "id", "kind: ID, birth certificate, health card"),
        ("ask about court", "touch", ""),
    ],
)
def test_a_plan_has_the_kind_its_words_begin_with_and_the_shell_says_it(mentor, dee, words, kind, said):
    line = mentor("plan", "dee", "4 dec", words)
    (plan,) = mentor("plan", "dee", "5 dec", words, "--json").json["records"]["appointments"]
    assert plan["kind"] == kind
    assert (
        line.out
        == f"Dee · Fri 4 Dec 2026, in 11 days · {' · '.join(part for part in (words, said) if part)}\n"
    )


def test_a_note_says_the_kind_of_what_it_plans_and_a_talk_leaves_it_open(mentor, dee):
    assert "court · kind: court\n" in mentor("note", "dee call > today 23:30 court").out
    assert "closed" not in mentor("note", "dee call 5m").out
    assert "court" in mentor("agenda").out


def test_the_kind_the_mentor_gives_is_the_one_kept(mentor, dee):
    given = mentor("plan", "dee", "4 dec", "court", "--kind", "touch", "--json").json
    assert given["records"]["appointments"][0]["kind"] == "touch"
