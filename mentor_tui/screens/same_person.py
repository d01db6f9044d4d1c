"""Two who are one: whom, where you stand with the one, and one question before it is done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mentor_tui.keys import action
from mentor_tui.screens.dialog import AskScreen, PickScreen
from mentor_tui.screens.person_pick import pick_person
from store.errors import MentorError
from store.records import Client
from store.saved import Saved
from store.vocabulary import STATUSES, label
from widgets.row import Column, Row

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


def ask_same_person(app: MentorApp, keep: int, done: Callable[[Saved], object]) -> None:
    """Ask who is the same person as somebody, and make them one.

    Args:
        keep: who stays.
        done: told what was saved.
    """
    if len(app.caseload.people()) < 2:
        app.trouble("Nobody else is here who could be the same person.")
        return
    pick_person(app, "the same person as", lambda other: _stand(app, keep, other, done), but=keep)


def _stand(app: MentorApp, keep: int, other: int, done: Callable[[Saved], object]) -> None:
    """Ask where you stand, where that differs."""
    one, two = app.caseload.get(Client, keep), app.caseload.get(Client, other)
    if one.status == two.status:
        _ask(app, one, two, "", done)
        return
    rows = [Row(status, (label(STATUSES, status),)) for status in (one.status, two.status)]
    asking = PickScreen("where you stand with the one", rows, (Column(),), "this", for_anyone=True)
    app.push_screen(asking, lambda status: _ask(app, one, two, status, done) if status else None)


def _ask(app: MentorApp, one: Client, two: Client, status: str, done: Callable[[Saved], object]) -> None:
    back = f"{action('undo').shown_key} takes it back."
    sentence = f"{two.name} is {one.name}? All that was written of {two.name} goes to {one.name}. {back}"

    def answered(yes: bool | None) -> None:
        if yes:
            _make_one(app, one, two, status, done)

    app.push_screen(AskScreen(sentence, "make them one"), answered)


def _make_one(app: MentorApp, one: Client, two: Client, status: str, done: Callable[[Saved], object]) -> None:
    from store.merging import merge

    try:
        done(merge(app.caseload, one, two, status))
    except MentorError as error:
        app.says(error)
