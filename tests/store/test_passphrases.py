"""Six words to take, and a calm guess at how long a passphrase would stand."""

import pytest

from store.passphrases import bits_of, strength, suggested, words


def test_there_are_1024_words_so_that_one_is_worth_ten_bits():
    assert len(set(words())) == 1024


def test_each_word_is_known_by_its_first_four_letters():
    assert len({word[:4] for word in words()}) == 1024


def test_the_words_are_plain_letters_that_any_keyboard_has():
    assert all(
        word.isascii() and word.isalpha() and word.islower() and 4 <= len(word) <= 6 for word in words()
    )


def test_a_suggestion_is_six_of_them():
    assert all(word in words() for word in suggested().split())
    assert len(suggested().split()) == 6


def test_each_word_is_picked_anew():
    picked = iter(["maple", "harbor", "quilt", "lamp", "stove", "wren"])
    assert suggested(lambda among: next(picked)) == "maple harbor quilt lamp stove wren"


@pytest.mark.parametrize(
    "typed",
    ["a", "1234", "password", "Password1", "qwerty", "mentor", "aaaaaaaaaaaa", "abcabcabc", "12345678",
     "a1b2c3d4", "dee2026", "letmein!", "lamp", "lamp lamp lamp lamp", "2019", "monday",
     "correct horse battery staple", "CorrectHorseBatteryStaple!", "To be, or not to be", "open sesame 7"],
)  # fmt: skip
def test_what_a_few_guesses_find(typed):
    assert strength(typed) == "few guesses"


@pytest.mark.parametrize("typed", ["maple harbor", "maple harbor quilt", "fluffy and rosie", "marcus1987!x"])
def test_what_a_determined_person_finds(typed):
    assert strength(typed) == "determined person"


@pytest.mark.parametrize(
    "typed",
    ["maple harbor quilt lamp stove wren", "maple lamp quilt stove", "x9$Kq2!mZp",
     "quietlanternoverharbour", "meine oma fährt im hühnerstall", "my sister never liked the blue car"],
)  # fmt: skip
def test_what_is_good(typed):
    assert strength(typed) == "good"


@pytest.mark.parametrize("typed", ["", "   "])
def test_nothing_is_no_passphrase(typed):
    assert strength(typed) == "none"


def test_six_words_of_ours_are_sixty_bits():
    assert bits_of("maple harbor quilt lamp stove wren") == pytest.approx(60)


@pytest.mark.parametrize("typed", ["é́" * 5, "日本語のパスフレーズ", "\x00\x1b[2J", "🙂" * 300, "a" * 100_000])
def test_no_text_is_too_odd_to_be_looked_at(typed):
    assert strength(typed)
