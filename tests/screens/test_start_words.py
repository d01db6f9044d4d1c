"""`mentor` alone opens the program without waking the shell; anything else is the shell's."""

from pathlib import Path

import pytest

from mentor_tui.start import opens_the_program


@pytest.mark.parametrize(
    ("words", "opens", "folder"),
    [
        ([], True, None),
        (["--data", "D"], True, Path("D")),
        (["--data=D"], True, Path("D")),
        (["today"], False, None),
        (["--data", "D", "today"], False, None),
        (["--version"], False, None),
        (["--help"], False, None),
        (["--data"], False, None),
    ],
)
def test_only_bare_words_open_the_program(words, opens, folder):
    assert opens_the_program(words) == (opens, folder)
