"""The people of the stories as client records."""

import random
from datetime import time, timedelta

import msgspec

from mentor_tui.demo.days import Days
from mentor_tui.demo.stories import Story
from store.clock import Moment
from store.records import Client


def client(story: Story, moment: Moment, seed: int) -> Client:
    """A person, with every day counted from today."""
    days = Days(moment.day)
    fields = dict(story.fields)
    matter = [days.at(one["in_days"]) for one in fields.get("days_that_matter", [])]
    fields["days_that_matter"] = [
        {"month": day.month, "day": day.day, "what": one["what"]}
        for day, one in zip(matter, fields.get("days_that_matter", []), strict=True)
    ]
    if "review_in" in fields:
        fields["review_on"] = days.at(fields.pop("review_in"))
    rng = random.Random(f"{seed}:person:{story.name}")
    written_at = moment.instant(days.at(fields["met_on"]), time(9)) + timedelta(minutes=rng.randrange(500))
    written = {"uid": f"{rng.getrandbits(128):032x}", "written_at": written_at}
    return msgspec.convert(days.told(fields) | written, Client)
