"""The month that is lived in the demo, to be read by a person: a few days of it still come out."""

import re

from store.principles import questions
from tools.month import HABITS, month


def test_a_few_days_of_the_demo_are_lived_with_a_question_and_its_reason():
    lines = month(2)
    assert lines[0] == HABITS
    assert [line for line in lines if line.endswith(("22 Nov", "23 Nov"))] == ["Sun 22 Nov", "Mon 23 Nov"]
    asked = "\n".join(lines)
    assert asked.count("  morning ") == 2 and asked.count("  evening ") == 2
    assert "Looking back over the week" in asked, "the why, beside the question"
    named = re.findall(r"\(([a-z]+-[a-z]\d+),", asked)
    assert named and set(named) <= {question.id for question in questions()}
