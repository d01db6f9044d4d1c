"""From Settings to a sealed envelope: for whom, where it goes, its card on paper; then it is sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentor_tui.envelope_acts import more_about_envelope
from mentor_tui.envelope_kept import NAME, prepared
from mentor_tui.envelope_watch import seal_soon
from mentor_tui.exchange.writing import refuse_existing
from mentor_tui.screens.envelope_card import EnvelopeCardScreen
from mentor_tui.screens.one_line import OneLineScreen
from mentor_tui.ways_out import typed_path
from store import envelope as envelopes
from store.errors import MentorError
from store.recipient_names import refuse_look_alike
from store.records import Envelope
from store.text import clean_line

if TYPE_CHECKING:
    from pathlib import Path

    from mentor_tui.app import MentorApp

_FOR_WHOM = (
    "One person you trust, for the day something happens to you. Only people who agreed that you share with "
    "this person, by this very name, are in it: how to reach them safely, what is next, what you promised."
)
_WHERE = "A file, or a folder on a stick. It is encrypted; each backup renews it there."


def seal_or_begin(app: MentorApp) -> None:
    """Offer to seal it now, or what else there is; where there is none, begin one."""
    if envelope := envelopes.kept(app.caseload):
        more_about_envelope(app, envelope)
    else:
        begin_envelope(app)


def begin_envelope(app: MentorApp) -> None:
    """Ask for whom and where, show the card, and keep it; nothing is made until the card is on paper."""

    def named(peer: str | None) -> None:
        if not peer or not clean_line(peer):
            return
        try:
            refuse_look_alike(peer)
        except MentorError as error:
            app.trouble(str(error))
            return
        place = OneLineScreen("where the envelope goes", f"~/{NAME}", _WHERE)
        app.push_screen(place, lambda typed: _show_card(app, clean_line(peer), typed))

    app.push_screen(OneLineScreen("a sealed envelope for", "", _FOR_WHOM), named)


def _show_card(app: MentorApp, peer: str, typed: str | None) -> None:
    if typed is None:
        return
    try:
        place = _place_of(typed)
    except MentorError as error:
        app.trouble(str(error))
        return
    secret, public = envelopes.new_card()

    def is_on_paper(yes: bool | None) -> None:
        if yes:
            day = app.clock.now().day
            record = Envelope(peer=peer, recipient=public, place=str(place), begun_on=day)
            if near := envelopes.another_name(app.caseload, peer, day):
                app.trouble(near)
            if app.attempt(lambda: app.caseload.add(record, "sealed envelope begun")):
                seal_soon(app, prepared(app.caseload, record), says=True)

    app.push_screen(EnvelopeCardScreen(secret), is_on_paper)


def _place_of(typed: str) -> Path:
    """The file a text means; a folder gets it under its usual name.

    Raises:
        MentorError: it means none, or something lies there already.
    """
    path = typed_path(typed)
    path = path / NAME if path.is_dir() else path
    refuse_existing(path)
    return path
