"""The papers of a check-in from the screen: the questions with room to write, and a page to take along."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from mentor_tui.reports import Document
    from store.records import CheckIn, Client


def write_questions(app: MentorApp, client: Client) -> None:
    """Show the sheet of questions, and ask where to write it."""
    from mentor_tui.reports.papers.check_in import SHEET, SHEET_CAUTION, sheet
    from store.card_codes import code_of, key_of
    from store.check_ins import next_to_ask, questions_to_ask
    from store.standing import has_died

    if has_died(client):
        app.trouble(f"{client.name} died. What was said stays; nothing is asked any more.")
        return
    caseload, notebook = app.caseload, app.notebook
    asked = questions_to_ask(caseload, client, notebook.own_questions(), notebook.choices())
    code = code_of(client.id, key_of(caseload.folder.store_id))
    paper = sheet(asked, code, app.clock.now().day, next_to_ask(caseload, client).theirs)
    _ask_where(app, paper, SHEET, SHEET_CAUTION, (client.id,))


def write_page(app: MentorApp, record: CheckIn) -> None:
    """Show the page of what they said, and ask where to write it."""
    from mentor_tui.reports.papers.check_in import PAGE, PAGE_CAUTION, page

    paper = page(app.caseload, record, app.clock.now().day)
    _ask_where(app, paper, PAGE, PAGE_CAUTION, paper.people)


def _ask_where(app: MentorApp, paper: Document, what: str, caution: str, people: tuple[int, ...]) -> None:
    from mentor_tui.exchange.writing import hand_out
    from mentor_tui.reports import form_by_ending, render
    from mentor_tui.reports.drawing.forms import prints_every_letter
    from mentor_tui.screens.write_file import WriteFileScreen
    from mentor_tui.settings import read_settings
    from mentor_tui.ways_out import free_place
    from mentor_tui.writing_out import say_written

    folder = app.caseload.folder
    preview = render(paper).decode()
    ending = ".pdf" if prints_every_letter(preview) else ".html"

    def write(path: Path) -> None:
        made = render(paper, form_by_ending(path), paper=read_settings(folder.path).paper)
        hand_out(folder, path, made, what, people=people)

    place = free_place(Path.home() / f"{what.replace(' ', '-')}-{app.clock.now().day}{ending}")
    asking = WriteFileScreen(f"write the {what}", place, caution, write, preview=preview)
    app.push_screen(asking, partial(say_written, app))
