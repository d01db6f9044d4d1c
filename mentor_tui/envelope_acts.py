"""More for the sealed envelope, from Settings: sealed now, a copy given away, another card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from mentor_tui.envelope_kept import last_written, prepared
from mentor_tui.envelope_watch import seal_soon
from mentor_tui.screens.dialog import PickScreen
from mentor_tui.screens.envelope_card import EnvelopeCardScreen
from mentor_tui.screens.one_line import OneLineScreen
from store import envelope as envelopes
from store.text import clean_line
from widgets.row import Column, Row

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from store.records import Envelope

_SEAL, _GIVEN, _CARD = "seal", "given", "card"
_CHOICES = (
    (_SEAL, "seal it now"),
    (_GIVEN, "a copy is given away: say where it lies"),
    (_CARD, "another card; the old one opens older copies alone"),
)
_WHERE = (
    "You are told when it holds somebody who agrees no more, so that you can ask for it back. A copy given "
    "to the same place takes the place of the one before."
)
_NOT_THERE = "There is no envelope in its place to copy. Seal it first."


def more_about_envelope(app: MentorApp, envelope: Envelope) -> None:
    """Offer what can be done with it; first what is wanted most."""

    def picked(key: str | None) -> None:
        if key == _SEAL:
            seal_soon(app, prepared(app.caseload, envelope), says=True)
        elif key == _GIVEN:
            _give(app, envelope)
        elif key == _CARD:
            _another_card(app, envelope)

    rows = [Row(key, (words,)) for key, words in _CHOICES]
    app.push_screen(PickScreen("the sealed envelope", rows, (Column(),), "choose", for_anyone=True), picked)


def _give(app: MentorApp, envelope: Envelope) -> None:
    """Keep where a copy lies, with those who are in the file as it was sealed last."""
    made = last_written(app.caseload.folder, envelope)
    if made is None:
        app.trouble(_NOT_THERE)
        return

    def named(where: str | None) -> None:
        if where and (place := clean_line(where)):
            app.attempt(lambda: envelopes.give_copy(app.caseload, place, made.people))

    app.push_screen(OneLineScreen("where the copy lies", "", _WHERE, "keep it"), named)


def _another_card(app: MentorApp, envelope: Envelope) -> None:
    """Another key, and the file sealed for it; nothing changes until the card is on paper."""
    secret, public = envelopes.new_card()

    def is_on_paper(yes: bool | None) -> None:
        after = replace(envelope, recipient=public)
        if yes and app.attempt(lambda: app.caseload.change(envelope, after, "new card of the envelope")):
            seal_soon(app, prepared(app.caseload, envelopes.needed(app.caseload)), says=True)

    app.push_screen(EnvelopeCardScreen(secret), is_on_paper)
