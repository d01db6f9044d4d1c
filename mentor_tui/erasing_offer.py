"""What is offered when somebody takes back that notes are kept about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


def offer_erasing(app: MentorApp, client_id: int) -> None:
    """Offer to erase what is kept about somebody: what it reaches is shown, and nothing is erased unasked."""
    app.open_dialog("erase", client_id)
