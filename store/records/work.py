"""What is done with a person: contacts, plans, promises, goals, bridges."""

from datetime import date, datetime, time

from store.records.base import Part, Record


class Contact(Record, frozen=True, kw_only=True):
    """A contact, an attempt, or (with no mode, kind and outcome) a note on the timeline."""

    client_ids: tuple[int, ...] = ()
    """The people it was with; none for an unnamed tally or own work."""
    unnamed: int = 0
    """People met without a record."""
    on: date
    """Local day it happened."""
    at: datetime | None = None
    """Instant, UTC, if the time is known."""
    zone: str = ""
    """Where the mentor's clock stood."""
    direction: str = ""
    """DIRECTIONS."""
    mode: str = ""
    """MODES."""
    kind: str = ""
    """KINDS."""
    outcome: str = ""
    """OUTCOMES; decides two-way or attempt."""
    minutes: int | None = None
    """Length, once for all people."""
    travel_minutes: int | None = None
    km: float | None = None
    cents: int | None = None
    """Money spent, in hundredths."""
    activities: tuple[str, ...] = ()
    """ACTIVITIES: things done."""
    words: str = ""
    """What it was about."""
    they_will: str = ""
    """What they said they would do."""
    service_ids: tuple[int, ...] = ()
    """Services named with @."""
    together: bool = False
    """Written together with the person."""
    quote_ok: bool = False
    """They agreed to be quoted anonymously."""
    as_typed: str = ""
    """The note line, verbatim, without its themes."""


class Repeat(Part, frozen=True, kw_only=True):
    """How an appointment comes back. The open appointment that carries it stands for all that follow."""

    rule: str
    """RRULE value of RFC 5545 without UNTIL and COUNT: "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"."""
    begins: date
    """Day the rule is counted from (DTSTART); "every other" depends on it."""
    until: date | None = None
    """Last day it may fall on."""
    skips: tuple[date, ...] = ()
    """Days of the rule that are left out (EXDATE), in order."""


class Appointment(Record, frozen=True, kw_only=True):
    """A plan: a next touch, an appointment, or a date that falls due."""

    client_id: int = 0
    """0 for the mentor's own."""
    kind: str = "touch"
    """APPOINTMENT_KINDS."""
    on: date
    """Local day."""
    at: time | None = None
    """Wall time; None is the whole day."""
    zone: str = ""
    what: str = ""
    where: str = ""
    service_id: int | None = None
    mode: str = ""
    """MODES, for a touch."""
    bring: str = ""
    going: str = ""
    """GOING_ALONG."""
    ride: str = ""
    """The ride, in words; "not sorted" is worth saying."""
    result: str = ""
    """RESULTS; anything here closes it."""
    closed_on: date | None = None
    contact_id: int | None = None
    """The contact it came from."""
    closed_by: int | None = None
    """The contact that closed it."""
    repeats: Repeat | None = None
    """How it comes back. At most one open appointment of a series carries this: the next one."""
    series: str = ""
    """32 hex digits that all of one series share, closed and moved ones too; "" for a single one."""
    series_on: date | None = None
    """Day the rule gave it, where it was changed, moved or closed alone (RECURRENCE-ID)."""
    remind_days: int | None = None
    """Days ahead from which Today shows it; None leaves it to the kind, 0 is its own day."""
    calendar_uid: str = ""
    """UID in the calendar it was brought in from, of all of its series; "" for what began here."""


class Promise(Record, frozen=True, kw_only=True):
    """Something the mentor said she would do."""

    client_id: int = 0
    words: str = ""
    due_on: date | None = None
    state: str = "open"
    """PROMISE_STATES."""
    made_on: date | None = None
    done_on: date | None = None
    contact_id: int | None = None


class Goal(Record, frozen=True, kw_only=True):
    """A need or goal, in their words first."""

    client_id: int = 0
    words: str = ""
    rank: str = ""
    """RANKS, theirs."""
    area: str = ""
    """AREAS, for counting only."""
    state: str = "named"
    """GOAL_STATES."""
    whose: str = ""
    """WHOSE_IDEA."""
    named_on: date | None = None
    state_on: date | None = None
    """Day the state was set."""


class Step(Part, frozen=True, kw_only=True):
    """A stage a referral reached, and the day."""

    stage: str
    on: date | None = None


class Referral(Record, frozen=True, kw_only=True):
    """A bridge to a service."""

    client_id: int = 0
    service_id: int | None = None
    to: str = ""
    """The service in words, where it is not in the directory."""
    area: str = ""
    """AREAS."""
    stage: str = "idea"
    """STAGES."""
    stage_on: date | None = None
    steps: tuple[Step, ...] = ()
    """Every stage reached, oldest first."""
    ended: str = ""
    """REFERRAL_ENDS, with stage let-go."""
    ended_words: str = ""
    warm: str = ""
    """WARM."""
    share: str = ""
    """What they agreed the mentor may share."""
    consent_id: int | None = None
    asked_on: date | None = None
    went_on: date | None = None
    treated: str = ""
    """How they were treated, their words."""
    would_return: bool | None = None
