"""Every screen there is, as it stands before the mentor: none of them labels a person or measures anybody."""

from store.vocabulary import rename
from tests.screens.lens_people import WORDS, fill
from tests.screens.test_lens import seen_everywhere
from tests.words_of_people import verdicts


async def test_no_screen_has_a_label_or_a_grade_for_anybody(open_page, empty_books):
    person = fill(empty_books)
    rename({})
    found, shown = {}, ""
    async with open_page(empty_books, size=(100, 36)) as page:
        async for called, text, _ in seen_everywhere(page, person):
            shown += text
            if words := verdicts(text):
                found[called] = (words, text)
    assert not found, "\n".join(f"{called} says {words}:\n{text}" for called, (words, text) in found.items())
    assert WORDS in shown and "called" in shown  # people's words and ours were there to be read
