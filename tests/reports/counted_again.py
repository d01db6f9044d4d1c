"""The main figures of a report a second time, plainly, from the records alone: no counting code is read."""

from datetime import date, timedelta

from store.records import Client, Consent, Contact, EndConversation, Goal, Referral

TALKED = {"talked", "met", "met-short", "back", "in", "another-time", "space"}
TRIED = {
    "message-left", "no-answer", "sent", "dead-number", "could-not-mine", "could-not-theirs",
    "could-not-place",
}  # fmt: skip


class CountedAgain:
    """Figures by (table, group, line), each worked out from the first record to the last."""

    def __init__(self, records, period, made_on: date, zone) -> None:
        self.kept = {
            kind: [one for one in records if isinstance(one, kind)] for kind in {*map(type, records)}
        }
        self.first, self.last, self.today, self.zone = period.first, period.last, made_on, zone
        self.by_id = {client.id: client for client in self.of(Client)}
        in_period = [one for one in self.of(Contact) if self.within(one.on)]
        self.entries = [one for one in in_period if one.mode or one.kind or one.outcome]
        self.notes = len(in_period) - len(self.entries)
        self.supported = self.named(lambda entry: True)

    def of(self, kind):
        return self.kept.get(kind, [])

    def within(self, day) -> bool:
        return day is not None and self.first <= day <= self.last

    def named(self, counts) -> set[int]:
        return {id for one in self.entries if counts(one) for id in one.client_ids if id in self.by_id}

    # What an entry was.

    def happened(self, one: Contact) -> str:
        if one.outcome:
            return one.outcome
        if one.direction in ("in", "met"):
            return one.direction
        if one.mode in ("in-person", "gate", "driving"):
            return "met"
        return "sent" if one.mode in ("text", "email", "letter") else ""

    def sort(self, one: Contact) -> str:
        with_others = one.kind in ("behalf", "with-family")
        if one.kind == "work":
            return "own work"
        if self.happened(one) in TALKED and not with_others and one.mode != "through-someone":
            return "in touch"
        if self.happened(one) in TRIED and not with_others:
            return "attempts"
        beside = with_others or one.mode == "through-someone"
        return "beside them" if beside else "what happened: not known"

    def in_person(self, one: Contact) -> bool:
        if self.sort(one) != "in touch":
            return False
        if one.mode:
            return one.mode in ("in-person", "gate", "driving")
        return one.kind in ("along", "ride", "gate-pickup") or one.outcome in ("met", "met-short")

    def done(self, one: Contact) -> set[str]:
        things = set(one.activities)
        if self.sort(one) != "attempts":
            if one.kind == "along":
                things.add("along")
            if one.kind == "hand-over":
                things.add("linkage")
            if one.kind == "ride" and not any(thing.startswith("ride") for thing in things):
                things.add("ride")
        return things

    # Who is in the records, and what they agreed to.

    def people(self) -> list[Client]:
        found = []
        for client in self.of(Client):
            known = client.met_on
            if known is None and client.written_at is not None:
                known = client.written_at.astimezone(self.zone).date()
            if known is None or known <= self.last or client.id in self.supported:
                found.append(client)
        return found

    def agreed(self, id: int) -> str:
        words = [
            one
            for one in self.of(Consent)
            if one.client_id == id and one.purpose == "keep-notes" and one.state != "not-asked"
        ]
        words = [one for one in words if one.on is None or one.on <= self.last]
        words.sort(key=lambda one: (one.on is not None, one.on or self.last, one.id))
        if not words:
            return ""
        over = words[-1].expires_on is not None and words[-1].expires_on < self.last
        return "yes" if words[-1].state == "active" and not over else "no"

    def reach(self) -> dict:
        people, supported = self.people(), self.supported
        touch = self.named(lambda one: self.sort(one) == "in touch")
        released = [client.id for client in people for part in client.episodes if self.within(part.on)]
        said = [self.agreed(id) for id in supported]
        figures = {
            ("People", "people in the records"): len(people),
            ("People", "people supported"): len(supported),
            ("People", "new this month"): len([one for one in people if self.within(one.met_on)]),
            ("People", "day we met: not known"): len([one for one in people if not one.met_on]),
            ("In touch", "reached out to"): len(touch | self.named(lambda one: self.sort(one) == "attempts")),
            ("In touch", "in touch at least once"): len(touch),
            ("In touch", "met in person at least once"): len(self.named(self.in_person)),
            ("Agreed to records", "agreed to records"): said.count("yes"),
            ("Agreed to records", "asked, and no or no longer"): said.count("no"),
            ("Agreed to records", "agreement: not asked or not known"): said.count(""),
            ("Releases", "releases this month"): len(released),
            ("Releases", "people released this month"): len(set(released)),
            ("Without a record", "met without a record"): sum(one.unnamed for one in self.entries),
        }
        return {("A", *name): figure for name, figure in (figures | self.steps(people)).items()}

    # From a release to the talk at the end.

    def steps(self, people) -> dict:
        counts = dict.fromkeys(
            ("times support began", "met in person then", "met, and agreed to records", "talked at the end",
             "said it helped", "a doctor within 3 days", "any service within 3 days",
             "3 days: too early to say"), 0,
        )  # fmt: skip
        who = set()
        for client in people:
            starts = sorted(part.on for part in client.episodes if self.within(part.on))
            if not starts and self.within(client.met_on):
                starts = [client.met_on]
            for number, start in enumerate(starts):
                who.add(client.id)
                counts["times support began"] += 1
                end = starts[number + 1] if number + 1 < len(starts) else date(9999, 1, 1)
                self._walk(client.id, start, end, number == 0, counts)
        return {
            ("Step by step", label): figure
            for label, figure in (counts | {"different people": len(who)}).items()
        }

    def _walk(self, id, start, end, is_first, counts) -> None:
        meetings = [one.on for one in self.entries if id in one.client_ids and self.in_person(one)]
        if not [day for day in meetings if day < end and (is_first or day >= start)]:
            return
        counts["met in person then"] += 1
        if self.agreed(id) != "yes":
            return
        counts["met, and agreed to records"] += 1
        talks = [one for one in self.of(EndConversation) if one.client_id == id and one.on]
        talks = [one for one in talks if start <= one.on < end and one.on <= self.last]
        if not talks:
            return
        counts["talked at the end"] += 1
        talks.sort(key=lambda one: (one.on, one.id))
        counts["said it helped"] += talks[-1].helped in ("yes", "some")
        if start + timedelta(3) >= self.today:
            counts["3 days: too early to say"] += 1
            return
        within = [start + timedelta(days) for days in range(4)]
        bridges = [one for one in self.of(Referral) if one.client_id == id]
        there = [one for one in bridges if set(self.went(one)) & set(within)]
        counts["any service within 3 days"] += bool(there)
        counts["a doctor within 3 days"] += any(one.area == "health" for one in there)

    def went(self, bridge: Referral) -> list[date]:
        stages = [(step.stage, step.on) for step in bridge.steps]
        if not stages or stages[-1][0] != bridge.stage:
            stages.append((bridge.stage, bridge.stage_on))
        first = [on for stage, on in stages if stage == "went" and on]
        first += [bridge.went_on] if bridge.went_on else []
        return first or [on for stage, on in stages if stage == "settled" and on]

    # By days since release.

    def window(self, client: Client, day: date) -> str:
        if not client.episodes:
            return "release day not known"
        out = None
        for part in client.episodes:
            if part.on and part.on <= day and (out is None or part.on >= out.on):
                out = part
        if out is None or (out.back_on and out.back_on < day):
            return "before release"
        days = (day - out.on).days
        for most, name in ((0, "day of release"), (3, "days 1 to 3"), (14, "days 4 to 14"),
                           (30, "days 15 to 30"), (90, "days 31 to 90")):  # fmt: skip
            if days <= most:
                return name
        return "after day 90"

    def windows(self, labels: dict[str, str]) -> dict:
        whose, figures = {}, {}
        for one in self.entries:
            for client in [self.by_id[id] for id in one.client_ids if id in self.by_id]:
                name = self.window(client, one.on)
                inside = [name]
                if name.startswith(("days", "after")):
                    inside.append("after release, all days together")
                for each in inside:
                    whose.setdefault((each, ""), []).append(client.id)
                    for thing in self.done(one):
                        label = labels.get(thing, "in words not on the list")
                        whose.setdefault((each, label), []).append(client.id)
        for (name, label), ids in whose.items():
            title = name[0].upper() + name[1:]
            if label:
                figures["B", title, label] = len(set(ids))
                if not name.endswith("together"):
                    figures["B", f"{title}: times", label] = len(ids)
            else:
                figures["B", "People, by days since release", name] = len(set(ids))
        return figures

    # Needs, and the work done.

    def needs(self) -> dict:
        known = {client.id for client in self.people()}
        over = ("got-it", "got-some", "no-longer-wanted", "nothing-available")
        there = []
        for one in self.of(Goal):
            begun = one.named_on is None or one.named_on <= self.last
            ended = one.state in over and one.state_on is not None and one.state_on < self.first
            if one.client_id in known and begun and not ended:
                there.append(one)
        got = [
            one for one in there if one.state == "got-it" and not (one.state_on and one.state_on > self.last)
        ]
        return {
            ("C", "All areas", "people with a need named"): len({one.client_id for one in there}),
            ("C", "All areas", "needs named"): len(there),
            ("C", "All areas: where they stood", "got it"): len(got),
        }

    def effort(self) -> dict:
        sums = {
            "hours": sum(one.minutes or 0 for one in self.entries) / 60,
            "hours of travel": sum(one.travel_minutes or 0 for one in self.entries) / 60,
            "distance": sum(one.km or 0 for one in self.entries),
            "money spent": sum(one.cents or 0 for one in self.entries) / 100,
            "length: not known": len([one for one in self.entries if one.minutes is None]),
        }
        figures = {("F", "Time, travel and money", label): figure for label, figure in sums.items()}
        for sort in ("in touch", "attempts", "beside them", "own work", "what happened: not known"):
            figures["F", "What was done", sort] = sum(self.sort(one) == sort for one in self.entries)
        along = sum("along" in self.done(one) for one in self.entries)
        return figures | {
            ("F", "Entries", "entries"): len(self.entries),
            ("F", "Entries", "notes"): self.notes,
            ("F", "Among these", "accompaniments"): along,
        }
