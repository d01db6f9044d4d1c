"""The keys of a note in the shell, counted."""

PROSE = "got the boots, wants the clinic"
ENTER = 1


def test_a_call_and_its_next_touch_take_at_most_thirty_keys_beside_the_prose(mentor, process, dee, place):
    typed = f'mentor note "dee 15c {PROSE} > mon"'
    answer = process(typed, place.parent, MENTOR_DATA=str(place))
    assert answer.code == 0, answer.err
    shown = mentor("client", "show", "dee", "--json").out
    assert f'"words": "{PROSE}"' in shown
    assert '"minutes": 15' in shown
    # What her weekly rhythm proposes: a week after the call.
    assert '"on": "2026-11-30"' in shown
    assert len(typed) - len(PROSE) + ENTER <= 30
