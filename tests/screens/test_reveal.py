"""How to reach someone: what was agreed and what was never asked, then the number, and a way to add one."""

import pytest
from msgspec.structs import replace

from mentor_tui.channel_words import channel_rules, safety_lines
from store.records import Channel


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (True, "voicemail: fine"),
        (False, "leave no voicemail"),
        (None, "voicemail: not asked, so leave none"),
    ],
)
def test_each_rule_says_yes_no_or_never_asked(answer, line):
    assert line in list(safety_lines(Channel(how="call", ok_voicemail=answer)))


def test_a_letter_is_not_asked_about_voicemail():
    assert list(safety_lines(Channel(how="letter"))) == ["who you are: not asked, so do not say it"]


def test_in_one_line_what_was_never_asked_stands_last():
    channel = Channel(how="call", ok_voicemail=False, ok_text=True, never_at="after 9pm")
    assert channel_rules(channel) == (
        "leave no voicemail, texting fine, never after 9pm · not asked: who you are, your number"
    )


async def test_about_says_in_one_line_what_was_never_asked(open_page, books):
    dee = books.caseload.find_person("dee")
    books.caseload.change(dee, replace(dee, channels=(Channel(how="call", value="555"),)))
    async with open_page(books, size=(120, 40)) as page:
        await page.press("enter", "left_square_bracket")
        assert "not asked: voicemail, texting, who you are, your number" in page.text


async def test_e_without_a_number_opens_the_form_where_one_is_added(open_page, books):
    async with open_page(books) as page:
        await page.press("v")
        assert "e add one" in page.text
        await page.press("e")
        assert "▾ Reaching them safely" in page.text and "+ add a way to reach them" in page.text
        await page.press("enter")
        assert "Number or address" in page.text
