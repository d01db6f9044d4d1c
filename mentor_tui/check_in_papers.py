"""The papers of a check-in from the screen: the questions with room to write, and a page to take along."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from mentor_tui.reports import Document
    from store.records import CheckIn, Client

_SHEET_CAUTION = "It names nobody. What is written on it later is theirs: keep it as you keep them safe."
_PAGE_CAUTION = "Their words, and no name. Not encrypted, and theirs: ask where it may lie."
_BY_ENDING = {".html": "html", ".md": "md", ".txt": "text"}
"""How it is drawn, by the ending of its name; any other is a PDF."""

_BEYOND_LATIN = "\u0250"


def write_questions(app: MentorApp, client: Client) -> None:
    """Show the sheet of questions, and ask where to write it."""
    from mentor_tui.reports.papers.check_in import SHEET, sheet
    from store.card_codes import code_of, key_of
    from store.check_ins import questions_to_ask

    caseload, notebook = app.caseload, app.notebook
    asked = questions_to_ask(caseload, client, notebook.own_questions(), notebook.choices())
    code = code_of(client.id, key_of(caseload.folder.store_id))
    paper = sheet(asked, code, app.clock.now().day)
    _ask_where(app, paper, SHEET, _SHEET_CAUTION, (client.id,))


def write_page(app: MentorApp, record: CheckIn) -> None:
    """Show the page of what they said, and ask where to write it."""
    from mentor_tui.reports.papers.check_in import PAGE, page

    paper = page(app.caseload, record, app.clock.now().day)
    _ask_where(app, paper, PAGE, _PAGE_CAUTION, paper.people)


def _ask_where(app: MentorApp, paper: Document, what: str, caution: str, people: tuple[int, ...]) -> None:
    from mentor_tui.exchange.writing import hand_out
    from mentor_tui.reports import render
    from mentor_tui.screens.write_file import WriteFileScreen
    from mentor_tui.settings import read_settings
    from mentor_tui.ways_out import free_place
    from mentor_tui.writing_out import say_written

    folder = app.caseload.folder
    preview = render(paper).decode()
    ending = ".pdf" if _is_drawn(preview) else ".html"

    def write(path: Path) -> None:
        drawn = _BY_ENDING.get(path.suffix.lower(), "pdf")
        made = render(paper, drawn, paper=read_settings(folder.path).paper)
        hand_out(folder, path, made, what, people=people)

    place = free_place(Path.home() / f"{what.replace(' ', '-')}-{app.clock.now().day}{ending}")
    asking = WriteFileScreen(f"write the {what}", place, caution, write, preview=preview)
    app.push_screen(asking, partial(say_written, app))


def _is_drawn(text: str) -> bool:
    """Whether a PDF has all its letters; a page for a browser has every script."""
    if all(letter < _BEYOND_LATIN for letter in text if letter.isalpha()):
        return True
    from mentor_tui.reports.drawing.letters import Letters

    letters = Letters()
    letters.plain(text)
    return not letters.notes
