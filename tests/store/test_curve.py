"""The days after a release, as they are typed and as they read."""

import pytest

from store.curve import DEFAULT_CURVE, curve_text, curve_words, read_curve
from store.errors import RequestRefused

READ = [
    ("0, 3, 14, 30, 90", DEFAULT_CURVE),
    ("0 3 14 30 90", DEFAULT_CURVE),
    ("days 0, 3 and 14", (0, 3, 14)),
    ("90, 3, 3", (3, 90)),
    ("day 7", (7,)),
    ("72 hours, 14", (3, 14)),
    ("72h", (3,)),
    ("none", ()),
    ("Off", ()),
    ("", None),
    ("usual", None),
]


@pytest.mark.parametrize(("text", "curve"), READ)
def test_days_after_a_release_are_read(text, curve):
    assert read_curve(text) == curve


@pytest.mark.parametrize("text", ["soon", "0, soon", "-3", "3 weeks", "400", ", ".join(map(str, range(20)))])
def test_what_is_not_days_is_refused_with_what_would_be_read(text):
    with pytest.raises(RequestRefused, match="0, 3, 14, 30, 90"):
        read_curve(text)


@pytest.mark.parametrize("curve", [None, (), (7,), (0, 3), DEFAULT_CURVE])
def test_the_days_as_they_stand_in_a_field_read_back_as_themselves(curve):
    assert read_curve(curve_text(curve)) == curve
    if curve is not None:
        assert read_curve(curve_words(curve)) == curve
