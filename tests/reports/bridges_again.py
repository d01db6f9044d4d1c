"""Tables D, E and G a second time, plainly, from the records alone: no counting code is read."""

from collections import Counter
from datetime import timedelta

from store.records import Appointment, Client, Contact, Referral

RANK = {
    "idea": 0, "wanted": 1, "asked": 2, "yes": 2, "waiting-list": 2, "date-set": 3, "went": 4, "settled": 5,
}  # fmt: skip
LINES = {1: "wanted", 2: "asked", 3: "date set", 4: "went", 5: "going back"}
WINDOWS = {3: "72 hours", 14: "14 days", 30: "30 days", 90: "90 days"}
DOORS = {"said-no", "no-space", "rule", "none-here"}


class BridgesAgain:
    """Figures by (table, group, line)."""

    def __init__(self, records, period, made_on, zone, areas, ends, statuses) -> None:
        self.first, self.last, self.today, self.zone = period.first, period.last, made_on, zone
        self.areas, self.ends, self.statuses = areas, ends, statuses
        named = {
            id
            for one in records
            if isinstance(one, Contact) and self.first <= one.on <= self.last
            if one.mode or one.kind or one.outcome
            for id in one.client_ids
        }
        self.people = [
            one for one in records if isinstance(one, Client) and (one.id in named or self.met(one))
        ]
        ids = {one.id for one in self.people}
        self.bridges = [one for one in records if isinstance(one, Referral) and one.client_id in ids]
        self.plans = [one for one in records if isinstance(one, Appointment) and one.client_id in ids]

    def met(self, client) -> bool:
        written = client.written_at and client.written_at.astimezone(self.zone).date()
        return (client.met_on or written or self.last) <= self.last

    def history(self, bridge):
        """Every (day or None, stage) that is written of it."""
        told = [(step.on, step.stage) for step in bridge.steps]
        told += [(bridge.asked_on, "asked")] if bridge.asked_on else []
        told += [(bridge.went_on, "went")] if bridge.went_on else []
        is_told = bridge.steps and bridge.steps[-1].stage == bridge.stage
        return told if is_told else [*told, (bridge.stage_on, bridge.stage)]

    def counts(self, bridge) -> bool:
        days = [day for day, _ in self.history(bridge) if day]
        if any(self.first <= day <= self.last for day in days):
            return True
        if not days:
            at = bridge.written_at
            return (
                RANK.get(bridge.stage, 9) < 4
                or at is None
                or (self.first <= at.astimezone(self.zone).date() <= self.last)
            )
        earlier = [(day, stage) for day, stage in self.told_in_order(bridge) if day < self.first]
        return bool(earlier) and RANK.get(earlier[-1][1], 9) < 4

    def told_in_order(self, bridge):
        """By day; what is written in a field of its own came first of one day, the newest stage last."""
        own = [(bridge.asked_on, "asked"), (bridge.went_on, "went")]
        rest = [(step.on, step.stage) for step in bridge.steps]
        if not bridge.steps or bridge.steps[-1].stage != bridge.stage:
            rest.append((bridge.stage_on, bridge.stage))
        return sorted(((day, stage) for day, stage in own + rest if day), key=lambda each: each[0])

    def far(self, bridge) -> int:
        reached = [RANK.get(stage, -1) for day, stage in self.history(bridge) if not day or day <= self.last]
        return max(reached, default=-1)

    def went(self, bridge):
        days = {day for day, stage in self.history(bridge) if stage == "went" and day}
        return days or {day for day, stage in self.history(bridge) if stage == "settled" and day}

    def area(self, one) -> str:
        other = "in words not on the list" if one.area else "area not asked or not known"
        return self.areas.get(one.area, other)

    def bridges_table(self):
        found = Counter()
        there = [one for one in self.bridges if self.counts(one)]
        found["D", "All areas", "people with a bridge"] = len({one.client_id for one in there})
        for one in there:
            ended = one.stage == "let-go" and (one.stage_on or self.last) <= self.last
            for group in ("All areas", self.area(one)):
                found["D", group, "bridges"] += 1
                found["D", group, "let go"] += ended
                found["D", group, "how far it came: not known"] += self.far(one) < 0
                for rank, line in LINES.items():
                    found["D", group, line] += self.far(one) >= rank
        return found + self.windows_after()

    def windows_after(self):
        found = Counter()
        for client in self.people:
            released = [one for one in client.episodes if one.on and self.first <= one.on <= self.last]
            if not released:
                continue
            found["D", "Released in these days", "people released"] += 1
            newest = sorted(released, key=lambda one: one.on)[-1]
            theirs = [one for one in self.bridges if one.client_id == client.id]
            for days, words in WINDOWS.items():
                end = newest.on + timedelta(days=days)
                is_past = self.today > end
                line = f"people past {words}" if is_past else "too early to say"
                found["D", f"{words} after release", line] += 1
                if is_past:
                    went = [one for one in theirs if any(newest.on <= day <= end for day in self.went(one))]
                    found["D", f"Within {words} of release", "went to a service"] += bool(went)
                    for area in {self.area(one) for one in went}:
                        found["D", area, f"went within {words}"] += 1
                    if days == 3:
                        doctor = any(one.area == "health" for one in went)
                        found["D", "Doctor within 72 hours of release", "went to a doctor"] += doctor
        return found

    def doors_table(self):
        found = Counter()
        for one in self.bridges:
            if one.stage == "let-go" and one.stage_on and self.first <= one.stage_on <= self.last:
                shut = one.ended in DOORS
                found["E", "Ended in these days", "bridges that ended"] += 1
                found["E", "Ended in these days", "doors that stayed shut"] += shut
                if shut:
                    found["E", "Why", self.ends[one.ended]] += 1
                    found["E", "Doors that stayed shut, by area", self.area(one)] += 1
                    found["E", self.area(one), self.ends[one.ended]] += 1
                elif one.ended in self.ends:
                    found["E", "Why", "another reason, no door's"] += 1
                else:
                    why = "in words not on the list" if one.ended else "why: not asked or not known"
                    found["E", "Why", why] += 1
        for plan in self.plans:
            is_in = self.first <= plan.on <= self.last
            found["E", "At the door", "turned away on the day"] += is_in and plan.result == "turned-away"
        return found

    def standing_table(self):
        found = Counter()
        for client in self.people:
            since = client.status_on or client.met_on
            if client.written_at and not client.status_on:
                since = client.written_at.astimezone(self.zone).date()
            is_later = since and since > self.last
            status = "where we stood then: not known" if is_later else self.statuses[client.status]
            found["G", "People", status] += 1
        return found
