"""More for one agreement: they take it back, or agree again; for a copy of the envelope: it is gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mentor_tui.screens.dialog import PickScreen
from mentor_tui.screens.offering import ABOUT_PERSON, Way, offer, removing
from store import agreeing
from store.consents import SHARE_DAYS, state_on
from store.records import Client
from store.text import clean_line
from widgets.row import Column, Row

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from store.records import Consent


def more_about_agreement(
    app: MentorApp, consent: Consent, take_back: Callable[[Consent], None], about_person: Callable[[], None]
) -> None:
    """Offer what can become of it; first what is wanted most, so that it takes one enter."""
    doing: dict[str, Callable[[], object]] = {
        "back": lambda: take_back(consent),
        "again": lambda: _again(app, consent),
    }
    turns = _turns(consent, state_on(consent, app.clock.now().day))
    remove = (removing("row"), lambda: app.attempt(lambda: app.caseload.remove(consent)))
    named = clean_line(app.caseload.get(Client, consent.client_id).name)
    ways: list[Way] = [(words, doing[key]) for key, words in turns]
    offer(app, f"what {named} agreed to", [*ways, remove, (ABOUT_PERSON, about_person)])


def more_about_copy(app: MentorApp, is_gone: Callable[[], object]) -> None:
    """Offer to keep that a copy is destroyed."""

    def picked(key: str | None) -> None:
        if key:
            is_gone()

    rows = [Row("gone", ("it is destroyed",))]
    app.push_screen(
        PickScreen("a copy of the envelope", rows, (Column(),), "choose", for_anyone=True), picked
    )


def _turns(consent: Consent, state: str) -> list[tuple[str, str]]:
    days = f", for {SHARE_DAYS} days from today" if consent.purpose == "share" else ""
    again = ("again", f"they agree again{days}")
    back = ("back", "they take it back")
    if state == "not-asked":
        return [("again", f"they agree{days}"), ("back", "they say no")]
    return {"stands": [back], "soon": [back, again], "ended": [again, back]}.get(state, [again])


def _again(app: MentorApp, consent: Consent) -> None:
    fresh = agreeing.again(consent, app.clock.now().day)
    app.attempt(lambda: agreeing.give(app.caseload, fresh))
