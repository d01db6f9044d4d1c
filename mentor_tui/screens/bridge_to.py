"""A bridge to a service, begun from the directory: for whom?"""

from typing import TYPE_CHECKING

from mentor_tui.keys import told
from mentor_tui.person_words import status_words
from mentor_tui.rows import key_parts, person_key
from mentor_tui.screens.dialog import PickScreen
from store.acts import bridge_moved
from store.records import Referral, Service
from store.standing import active
from widgets.row import Column, Row

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


def begin_bridge(app: "MentorApp", service: Service) -> None:
    """Ask for whom; the bridge begins as an idea, and their page opens on it."""
    people = active(app.caseload.people())
    if not people:
        app.trouble(told("Nobody is here to build a bridge for. {add} on Today adds a person."))
        return
    rows = [
        Row(person_key(client.id), (((client.name, "name"),), ((status_words(client), "muted"),)))
        for client in people
    ]
    title = f"a bridge to {service.short or service.name}, for whom?"
    app.push_screen(
        PickScreen(title, rows, (Column(), Column()), "begin"), lambda key: _begin(app, service, key)
    )


def _begin(app: "MentorApp", service: Service, key: str | None) -> None:
    table, person = key_parts(key or "")
    if table != "clients":
        return
    area = service.areas[0] if service.areas else ""
    bridge = Referral(client_id=person, service_id=service.id, area=area)
    saved = app.attempt(lambda: app.caseload.add(bridge_moved(bridge, "idea", app.clock.now().day)))
    if saved:
        # On their own page she sees whose it is, and e says how far it is already.
        app.open_dialog("client", person, f"referrals:{saved.records[0].id}")
