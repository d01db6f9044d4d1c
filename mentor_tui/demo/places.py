"""The invented directory."""

import random
from datetime import time, timedelta

import msgspec

from mentor_tui.demo.days import Days
from mentor_tui.demo.stories import page
from store.clock import Moment
from store.records import Service

_FIRST_MONTH = -728


def services(moment: Moment, seed: int) -> dict[str, Service]:
    """Every service, by the word the stories call it."""
    days = Days(moment.day)
    rng = random.Random(f"{seed}:places")
    found = {}
    for number, told in enumerate(page("services.toml")["services"]):
        fields = dict(told)
        key = fields.pop("key")
        written_at = moment.instant(days.at(_FIRST_MONTH), time(10)) + timedelta(minutes=number)
        fields |= {"uid": f"{rng.getrandbits(128):032x}", "written_at": written_at, "checked_by": "me"}
        found[key] = msgspec.convert(days.told(fields), Service)
    return found
