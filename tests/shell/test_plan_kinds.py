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


def test_a_plan_is_done_with_a_note_of_it_in_the_same_save(mentor, dee):
    mentor("plan", "dee", "today 16:00", "court")
    mentor("plan", "dee", "today 15:00", "coffee")
    done = mentor("done", "dee", "court", "--result", "went", "--note", "met 1h she was heard > fri")
    assert '"she was heard"' in done.out and "next: Fri 27 Nov 2026" in done.out
    assert "Dee · Mon 23 Nov 2026, 16:00, today court · went" in done.out
    kept = mentor("client", "show", "dee", "--json").json
    became = {plan["what"]: plan["result"] for plan in kept["appointments"]}
    assert became == {"court": "went", "coffee": "done", "": ""}
    assert kept["contacts"][0]["minutes"] == 60
    mentor("undo")
    undone = mentor("client", "show", "dee", "--json").json
    assert (undone["contacts"], {plan["result"] for plan in undone["appointments"]}) == ([], {""})


def test_an_empty_note_or_one_beside_a_promise_changes_nothing(mentor, dee):
    mentor("note", "dee ! ask about boots")
    refused = mentor("done", "dee", "boots", "--note", "got them")
    assert (refused.code, "A note goes with a plan" in refused.err) == (1, True)
    mentor("plan", "dee", "today", "coffee")
    assert mentor("done", "dee", "coffee", "--note", " ").code == 1
    assert "ask about boots" in mentor("promises").out and "coffee" in mentor("agenda").out


def test_a_plan_says_back_where_it_is_and_what_to_bring(mentor, dee):
    said = mentor("plan", "dee", "4 dec", "court", "--where", "222 Main St", "--bring", "the letter").out
    assert "222 Main St · bring the letter" in said
