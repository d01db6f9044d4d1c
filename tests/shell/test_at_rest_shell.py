"""What the shell says where nobody is active, and of what rests."""


def test_today_says_nobody_waits_where_all_are_at_rest_and_nobody_yet_where_nobody_is_here(mentor):
    mentor("init", "--plain")
    assert "Nobody yet. `mentor client add NAME` adds a person" in mentor("today").out
    mentor("client", "add", "Dee", "--status", "paused")
    said = mentor("today").out
    assert "Nobody is waiting. The people you walked with are under `mentor clients`." in said
    assert "Nobody yet" not in said


def test_promises_to_somebody_paused_are_counted_and_not_listed(mentor, dee):
    mentor("note", "dee call 5m ok ! ask about ID")
    assert "ask about ID" in mentor("promises").out
    mentor("client", "status", "dee", "paused")
    said = mentor("promises")
    assert "ask about ID" not in said.out
    assert said.err == "1 more rests with the person it was made to; it stands under their Dates.\n"
