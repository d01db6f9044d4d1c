"""A person the mentor walks with, and what makes reaching them safe."""

from datetime import date, time

from store.records.base import Part, Record


class Episode(Part, frozen=True, kw_only=True):
    """One release. A person may have several."""

    expected_on: date | None = None
    """Day it is expected."""
    on: date | None = None
    """Day it happened: day 0."""
    at: time | None = None
    """Wall time, if known."""
    place: str = ""
    """Released from, their words."""
    certainty: str = ""
    """CERTAINTIES."""
    back_on: date | None = None
    """Day they were back inside, which ends the episode."""
    supply_days: int | None = None
    """Days of medication handed over at the gate."""


class Rhythm(Part, frozen=True, kw_only=True):
    """How often they agreed to be in touch."""

    every_days: int
    """Interval in days, 1 or more."""
    how: str = ""
    """A mode or their words ("by text")."""
    agreed_on: date
    """The clock runs from here until the first two-way contact."""


class Channel(Part, frozen=True, kw_only=True):
    """One way to reach them, with the rules that make it safe."""

    how: str = "call"
    """CHANNELS."""
    value: str = ""
    """Number or address; shown only after the rules."""
    whose: str = ""
    """WHOSE_PHONE."""
    ok_voicemail: bool | None = None
    ok_text: bool | None = None
    ok_say_who: bool | None = None
    ok_leave_number: bool | None = None
    i_am: str = ""
    """The name the mentor uses when calling."""
    they_go_by: str = ""
    """The name they go by there."""
    cover: str = ""
    """The reason for calling they agreed on."""
    good_times: str = ""
    never_at: str = ""
    who_answers: str = ""
    """Who might pick up."""
    if_cut_off: str = ""
    """IF_CUT_OFF."""
    checked_on: date | None = None
    """Last asked."""


class Confidant(Part, frozen=True, kw_only=True):
    """Someone the mentor may talk to about them."""

    name: str = ""
    relation: str = ""
    about: str = ""
    until: date | None = None


class Stay(Part, frozen=True, kw_only=True):
    """Where they were staying from a day on."""

    where: str = ""
    """STAYING."""
    since: date | None = None
    words: str = ""


class MatteringDay(Part, frozen=True, kw_only=True):
    """A day that matters to them: day and month, never a year."""

    month: int
    day: int
    what: str = ""


class AskedAs(Part, frozen=True, kw_only=True):
    """A question of a check-in in their language."""

    question_id: str
    words: str
    asked: str = ""
    """The words it was typed for: worded otherwise since, the question is another."""


class Client(Record, frozen=True, kw_only=True):
    """A person the mentor walks with."""

    name: str
    """Name to use; may be an alias."""
    pronouns: str = ""
    languages: str = ""
    interpreter: bool = False
    how_met: str = ""
    """HOW_MET."""
    met_on: date | None = None
    """Day the mentor first knew of them; counts "new" in reports."""
    status: str = "walking"
    """STATUSES."""
    status_on: date | None = None
    """Day the status was set."""
    beside_them: str = ""
    """Who stands beside them now, when stepping back."""
    episodes: tuple[Episode, ...] = ()
    """Releases, oldest first."""
    supervision: str = ""
    """SUPERVISION; reporting dates only, never an offence."""
    age_band: str = ""
    """AGE_BANDS."""
    gender: str = ""
    """In their words."""
    stays: tuple[Stay, ...] = ()
    """Oldest first."""
    access_needs: str = ""
    caring: str = ""
    """Caring responsibilities."""
    unavailable: str = ""
    """When unavailable (work shift, daily dose)."""
    channels: tuple[Channel, ...] = ()
    prefers: str = ""
    """In one line: "text first, never before 10"."""
    if_quiet: str = ""
    """"If I go quiet, please ...", their words."""
    never_contact: str = ""
    confidants: tuple[Confidant, ...] = ()
    rhythm: Rhythm | None = None
    curve: tuple[int, ...] | None = None
    """Days after release on which to be in touch while no rhythm is agreed; () for none, None for the
    mentor's own (72 hours, 14, 30 and 90 days unless she says otherwise)."""
    left_until: date | None = None
    """Left until this day (`z`)."""
    left_because: str = ""
    days_that_matter: tuple[MatteringDay, ...] = ()
    kit: str = ""
    """Naloxone kit: KIT."""
    asked_as: tuple[AskedAs, ...] = ()
    """Questions of a check-in as they stand beside ours when asked together."""
    in_their_words: str = ""
    """What they want, as they say it."""
    about: str = ""
    review_on: date | None = None
    """When to ask whether this record is still needed."""
    kept_because: str = ""
    """Why it is kept longer than it would be."""
    merged_uids: tuple[str, ...] = ()
    """Permanent numbers of other records of them that were made one with this."""
