"""Today as a person meets it."""

from datetime import date, timedelta

import pytest

from store.clock import FixedClock, Moment
from store.inbox import Inbox
from store.records import Absence, Appointment, Client, Promise


async def test_today_says_who_is_next_and_why(open_page, books, snapshot):
    async with open_page(books) as page:
        assert page.text == snapshot


async def test_a_wide_terminal_gets_more_of_the_same(open_page, books, snapshot):
    async with open_page(books, size=(120, 40)) as page:
        assert page.text == snapshot


async def test_a_phone_gets_one_column_in_the_same_order(open_page, books, snapshot):
    async with open_page(books, size=(40, 12)) as page:
        seen = page.lines
        await page.press("end")
        assert "\n".join([*seen, "=" * 40, *page.lines]) == snapshot


async def test_no_line_is_wider_than_the_terminal(open_page, books):
    for size in ((40, 12), (60, 20), (80, 24)):
        async with open_page(books, size=size) as page:
            assert all(len(line) <= size[0] for line in page.lines)
            assert len(page.lines) == size[1]


async def test_past_six_people_the_most_pressing_keep_two_lines_while_there_is_room(open_page, books):
    for number in range(4):
        person = books.caseload.add(Client(name=f"Person {number}")).records[0].id
        books.caseload.add(Promise(client_id=person, words="call back"))
    async with open_page(books) as page:
        assert "11 days since you two talked; you" in page.text
        assert "agreed weekly" in page.text


async def test_where_there_is_no_room_each_gets_one_line(open_page, books):
    for number in range(8):
        person = books.caseload.add(Client(name=f"Person {number}")).records[0].id
        books.caseload.add(Promise(client_id=person, words="call back"))
    async with open_page(books) as page:
        assert "11 days since you two talked; you…" in page.text
        assert "you said you'd call back" in page.text


async def test_the_rest_of_the_week_folds_into_one_line_that_opens(open_page, books):
    for number in range(20):
        person = books.caseload.add(Client(name=f"Person {number:02}")).records[0].id
        books.caseload.add(Promise(client_id=person, words="call back"))
    async with open_page(books) as page:
        folded = next(line for line in page.lines if "more this week" in line)
        assert "Person 19" not in page.text
        while page.app.screen.waiting_list.highlighted_key != "fold-week":
            await page.press("down")
        await page.press("enter")
        assert folded.split()[0].isdigit()
        await page.press("end", "up")
        assert "Person 19" in page.text


async def test_now_is_never_folded(open_page, books, clock):
    for number in range(30):
        person = books.caseload.add(Client(name=f"Passed {number:02}")).records[0].id
        yesterday = clock.now().day - timedelta(days=1)
        books.caseload.add(Appointment(client_id=person, kind="touch", on=yesterday))
    async with open_page(books) as page:
        keys = [getattr(item, "key", "") for item in page.app.screen.waiting_list.items]
        assert sum(key.startswith("clients:") for key in keys) >= 32


async def test_the_others_open_with_enter(open_page, books):
    async with open_page(books) as page:
        assert "9 others: nothing due this week" in page.text
        await page.press("end", "enter", "end")
        assert "Other 8" in page.text


async def test_y_explains_in_full(open_page, books):
    async with open_page(books) as page:
        await page.press("down", "y")
        assert "why Marcus is here" in page.text
        assert "agreed how often to be in touch" in page.text and "esc close" in page.text
        await page.press("escape")
        assert "agreed how often" not in page.text


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_y_says_each_rule_once_and_how_it_closes_however_long_it_is(open_page, books, size):
    for days in (1, 2, 3, 4):
        books.caseload.add(Appointment(client_id=4, on=date(2026, 11, 23) + timedelta(days=days)))
    async with open_page(books, size=size) as page:
        page.app.screen.waiting_list.highlight("clients:4")
        await page.press("y")
        rules = [row for row in page.app.screen.query_one("#why").items if "within 36 hours" in str(row)]
        assert len(rules) == 1
        assert "esc close" in page.text
        await page.press("end")
        assert "esc close" in page.text and "So they are under TODAY." in page.text


async def test_done_picks_among_plans_and_promises(open_page, books):
    async with open_page(books) as page:
        await page.press("d")
        assert "16:00" in page.text
        assert "ask about boots" in page.text
        await page.press("down", "enter")
        assert "Saved 14:02 · u undoes" in page.lines[-1]
        kept = books.caseload.all(Promise)[0]
        assert (kept.state, kept.words) == ("done", "ask about boots")


async def test_undo_names_what_it_takes_back_and_asks(open_page, books):
    async with open_page(books) as page:
        await page.press("d", "down", "enter", "u")
        assert "Undo: promise kept, Dee, 14:02?" in page.text
        await page.press("enter")
        assert books.caseload.all(Promise)[0].state == "open"
        assert "you said you'd ask about boots" in page.text


async def test_undo_leaves_everything_with_any_other_key(open_page, books):
    async with open_page(books) as page:
        await page.press("d", "down", "enter", "u", "x")
        assert books.caseload.all(Promise)[0].state == "done"


async def test_the_arrow_keys_lead_to_the_other_list(open_page, books):
    async with open_page(books) as page:
        await page.press("right")
        assert "│▸16:00  Dee" in page.text
        assert page.app.screen.plan_here() == 1
        await page.press("left")
        assert " ▸ Dee" in page.text
        assert page.app.screen.plan_here() is None


async def test_a_first_start_asks_who_she_walks_with(open_page, empty_books):
    async with open_page(empty_books) as page:
        assert "Who are you walking with?" in page.text
        assert "not encrypted yet" in " ".join(page.text.split())


async def test_an_empty_today_says_what_goes_here_and_which_key(open_page, empty_books, snapshot):
    async with open_page(empty_books) as page:
        await page.press("escape")
        assert page.text == snapshot


async def test_a_note_in_the_inbox_is_said_at_the_top(open_page, books, clock):
    Inbox(books.folder.path, clock).put("someone called about a bed")
    async with open_page(books) as page:
        assert page.lines[0].endswith("14 people · 1 note in the inbox")


async def test_the_inbox_opens_from_its_line(open_page, books, clock):
    Inbox(books.folder.path, clock).put("someone called about a bed")
    async with open_page(books) as page:
        await page.press("end", "enter")
        assert "someone called about a bed" in page.text


async def test_what_another_program_wrote_is_seen_without_a_key(open_page, books, clock):
    from store.caseload import Caseload
    from store.folder import DataFolder

    async with open_page(books) as page:
        other = DataFolder.open(books.folder.path, clock)
        Caseload(other, clock).add(Promise(client_id=4, words="call the bank"))
        other.close()
        for _ in range(200):
            await page.pilot.pause(0.02)
            if "call the bank" in page.text:
                break
        assert "call the bank" in page.text


async def test_after_an_absence_everyone_is_still_here(open_page, books, clock):
    later = clock.now().local + timedelta(days=21)
    page_clock = FixedClock(Moment(later, "America/Vancouver"))
    for ledger in (books.caseload, books.notebook):
        ledger.clock = page_clock
    async with open_page(books, clock=page_clock) as page:
        assert "You were away 24 Nov-13 Dec" in page.text
        assert "you were away" in page.text.split("NOW")[1]
        await page.press("home", "enter")
        rows = [getattr(item, "key", "") for item in page.app.screen.waiting_list.items]
        assert sum(key.startswith("clients:") for key in rows) == 3
        (kept,) = books.caseload.all(Absence)
        assert (kept.since, kept.until) == (date(2026, 11, 24), date(2026, 12, 13))
        await page.press("enter")
        assert len(books.caseload.all(Absence)) == 1
        assert "NOT THIS WEEK" not in page.text and "Sam" in page.text  # everyone again
        await page.press("down", "down", "y")
        assert "You were away meanwhile. Its day stays what it was." in page.text
        await page.press("q", "home", "down", "enter")
        assert "Clients" in page.lines[0] and "marked" in page.lines[0]
        assert "✓ Marcus" in page.text


async def test_q_on_today_closes_the_program(open_page, books):
    async with open_page(books) as page:
        await page.press("q")
        assert page.app.return_code == 0
        assert not page.app.is_running


async def test_the_demo_says_so_at_the_top(open_page, books):
    for size in ((80, 24), (40, 12)):
        async with open_page(books, size=size, demo_banner="invented people") as page:
            assert "invented people" in page.lines[0]


@pytest.mark.parametrize("theme", ["paper", "textual-light", "ansi-dark"])
async def test_the_words_are_the_same_in_any_colours(open_page, books, theme):
    async with open_page(books) as page:
        before = page.text
        page.app.use_theme(theme)
        await page.pilot.pause()
        assert page.text == before


async def test_one_escape_too_many_does_not_close_the_program(open_page, books):
    async with open_page(books) as page:
        await page.press("escape", "escape")
        assert page.lines[0].startswith(" Today")
        assert page.app.is_running
        assert page.app.return_code is None


async def test_the_question_turns_once_the_day_has_begun_and_stays_while_she_works(open_page, books):
    marcus = books.caseload.find_person("marcus")
    async with open_page(books) as page:
        asked = [page.app.question_by_itself().question.words]
        for note in ("15c he is fine", "20t the bus came"):
            books.caseload.record_note(books.caseload.read_note(note, marcus.id))
            page.app.read_again()
            await page.pilot.pause()
            asked.append(page.app.question_by_itself().question.words)
        assert asked[0] != asked[1] == asked[2]
        assert asked[1].split()[0] in page.text


@pytest.mark.parametrize("key", ["l", "p", "y", "e", "z", "x", "v", "d"])
async def test_a_key_that_needs_a_person_says_so_on_a_line_that_is_none(open_page, books, clock, key):
    Inbox(books.folder.path, clock).put("someone called about a bed")
    async with open_page(books) as page:
        await page.press("end", key)
        assert "That line is no person; enter opens it." in page.lines[-1]


async def test_enter_on_a_plan_of_her_own_opens_it(open_page, books, clock):
    books.caseload.add(Appointment(on=clock.now().day, what="supervision"))
    async with open_page(books) as page:
        await page.press("right", "enter")
        assert "supervision" in page.text and "ctrl+s" in page.text


async def test_a_line_of_coming_up_moves_and_is_done_by_the_same_keys(open_page, books):
    async with open_page(books) as page:
        await page.press("right", "plus")
        assert books.caseload.all(Appointment)[0].on == date(2026, 11, 24)
        assert page.app.screen.row_here() == "appointments:1"
        await page.press("d", "enter")
    assert books.caseload.all(Appointment)[0].result == "done"
