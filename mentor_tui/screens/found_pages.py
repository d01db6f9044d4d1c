"""What a search found in the mentor's notebook: opened, corrected, taken out. It stays hers alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentor_tui.rows import key_parts
from mentor_tui.screens.offering import offer_to_remove
from mentor_tui.screens.own_question import form_of
from mentor_tui.screens.page_more import more_about_page
from store.own_questions import known_question
from store.principles import own_question_id
from store.records import OwnQuestion, Reflection

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

_CALLED = {"reflections": "page", "own_questions": "question"}


def open_page(app: MentorApp, key: str) -> None:
    """A page opens as it is written; a question of her own in its form."""
    table, id = key_parts(key)
    if table == "reflections":
        app.open_dialog("write", record=app.notebook.get(Reflection, id))
    elif table == "own_questions":
        known = known_question(app.notebook, own_question_id(app.notebook.get(OwnQuestion, id)))
        app.push_screen(form_of(known), app.saved)


def correct_page(app: MentorApp, key: str) -> bool:
    """Whether a page is there; then it opens to be corrected."""
    is_here = key_parts(key)[0] in _CALLED
    if is_here:
        open_page(app, key)
    return is_here


def remove_page(app: MentorApp, key: str) -> bool:
    """Whether a page is there; then it is offered to be taken out."""
    table, id = key_parts(key)
    if table not in _CALLED:
        return False
    if table == "reflections":
        more_about_page(app, app.notebook.get(Reflection, id))
        return True
    page, called = app.notebook.get(OwnQuestion, id), _CALLED[table]
    offer_to_remove(app, called, lambda: app.notebook.remove(page, f"{called} removed"))
    return True
