"""To whom something is shared: one name however it is spaced and cased, and no other that looks like it."""

import pytest

from store.errors import RequestRefused
from store.recipient_names import is_same, nearly, refuse_look_alike


@pytest.mark.parametrize(
    "typed", ["rosa m.", "ROSA  M.", "Rosa\u00a0M.", " Rosa M. ", "Rosa\u2009M.", "Ro\u200bsa M.", "Rosa\tM."]
)
def test_a_name_is_one_however_it_is_cased_and_spaced(typed):
    assert is_same(typed, "Rosa M.")
    assert nearly(typed, ["Rosa M."]) == ()


def test_an_accent_written_as_one_letter_or_as_two_is_the_same_accent():
    assert is_same("R\u00f6sa", "ro\u0308sa") and is_same("STRASSE", "straße")


@pytest.mark.parametrize(
    "typed",
    ["Rosa M", "Rösa M.", "Rosa", "RosaM.", "Rоsa M.", "Rosa N.", "Rosa Martinez", "Roza M.", "Rosa-M"],
)
def test_a_name_that_is_nearly_alike_is_another_and_is_offered(typed):
    assert not is_same(typed, "Rosa M.")
    assert nearly(typed, ["Kit", "Rosa M.", "rosa  m."]) == ("Rosa M.",)


@pytest.mark.parametrize("typed", ["Kit", "Sam M.", "", "Roland", "the clinic"])
def test_a_name_that_is_not_alike_is_not_offered(typed):
    assert nearly(typed, ["Rosa M.", ""]) == ()


def test_letters_of_two_alphabets_in_one_word_are_refused():
    for name in ("Rosa M.", "Роза", "Ρόζα", "Zoë", "Ana (Роза)", "Ng", "王 Li"):
        refuse_look_alike(name)
    for name in ("Rоsa M.", "Rοsa", "Kit Сam"):
        with pytest.raises(RequestRefused, match="two alphabets that look alike"):
            refuse_look_alike(name)
