"""The form of a person: the first page is short, the rest is there when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from mentor_tui.forms import measures
from mentor_tui.forms.asking import Asked, Group, Refused, Values, choice, claim, line, parts, words, yes_no
from mentor_tui.forms.days_that_matter import days_that_matter
from mentor_tui.forms.spec import Spec, group
from mentor_tui.forms.unknown_day import or_unknown
from store import acts
from store.curve import curve_text, curve_words, read_curve
from store.person_name import person_name
from store.records import Channel, Client, Confidant, Episode, Stay
from store.release_words import is_unknown
from store.rhythm import read_rhythm, rhythm_words
from store.vocabulary import (
    AGE_BANDS,
    CERTAINTIES,
    CHANNELS,
    HOW_MET,
    IF_CUT_OFF,
    KIT,
    STATUSES,
    STAYING,
    SUPERVISION,
    WHOSE_PHONE,
)
from widgets.fields import Answer, Field

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment

SAFETY = "Reaching them safely"
"""The group of the numbers and their rules."""
_NAME_NEEDED = "A name is needed; an alias or anything they go by will do."


def _groups(caseload: Caseload, client: Client, is_new: bool) -> tuple[Group, ...]:
    return (
        group(
            "",
            _name(),
            line("pronouns", "Pronouns", "she/her"),
            _release(caseload) if is_new else None,
            choice("status", "Where you stand", STATUSES, fixed=True),
            _rhythm(caseload, client),
            line("prefers", "Reaching them", "text first, never before 10"),
        ),
        group("Reaching them safely", *_safety(caseload, is_new)),
        group("Releases", *(() if is_new else (_releases(caseload), _curve(caseload)))),
        group("About them", *_about(caseload, is_new)),
    )


def _name() -> Asked:
    return Asked(
        Field(name="name", label="Name to use", hint="may be an alias"),
        lambda client: str(client.name),
        lambda answer: {"name": person_name(str(answer), _NAME_NEEDED)},
    )


def _safety(caseload: Caseload, is_new: bool) -> tuple[Asked, ...]:
    return (
        _channels(caseload, is_new),
        words("if_quiet", "If I go quiet, please", "their words: “ask my sister”"),
        words("never_contact", "Never contact"),
        line("unavailable", "When not available", "work until 5, dose at 9"),
        parts(
            "confidants",
            "May be talked to",
            "person I may talk to",
            Confidant,
            (
                line("name", "Name"),
                line("relation", "Who they are", "sister"),
                line("about", "What is ok", "only that I called"),
                measures.day_to_come(caseload, "until", "Until", is_new=is_new),
            ),
        ),
    )


def _about(caseload: Caseload, is_new: bool) -> tuple[Asked, ...]:
    return (
        words("in_their_words", "What they want", "as they say it"),
        choice("how_met", "How you met", HOW_MET),
        measures.day_past(caseload, "met_on", "First heard of them", is_new=is_new),
        line("languages", "Languages"),
        claim("interpreter", "Interpreter wanted"),
        _stays(caseload, is_new),
        choice("supervision", "Supervision", SUPERVISION),
        choice("age_band", "Age", AGE_BANDS),
        line("gender", "Gender", "in their words"),
        line("access_needs", "Access needs"),
        line("caring", "Caring for", "two kids, Mondays"),
        days_that_matter(),
        choice("kit", "Naloxone kit", KIT),
        line("beside_them", "Who is beside them now"),
        words("about", "Anything else"),
        measures.day_to_come(
            caseload,
            "review_on",
            "Ask if still needed",
            "when to ask about keeping this",
            is_new=is_new,
        ),
    )


def _channels(caseload: Caseload, is_new: bool) -> Asked:
    asked = (
        choice("how", "How", CHANNELS),
        line("value", "Number or address"),
        choice("whose", "Whose phone", WHOSE_PHONE),
        yes_no("ok_voicemail", "Voicemail ok"),
        yes_no("ok_text", "Text ok"),
        yes_no("ok_say_who", "Say who I am"),
        yes_no("ok_leave_number", "Leave my number"),
        line("i_am", "I am", "the name I use when calling"),
        line("they_go_by", "They go by"),
        line("cover", "I call about", "the reason agreed on"),
        line("good_times", "Good times"),
        line("never_at", "Never at"),
        line("who_answers", "Who might pick up"),
        choice("if_cut_off", "If cut off", IF_CUT_OFF),
        measures.day_past(caseload, "checked_on", "Last asked", is_new=is_new),
    )
    return parts("channels", "Ways", "way to reach them", Channel, asked)


def _releases(caseload: Caseload) -> Asked:
    asked = (
        measures.day(caseload, "expected_on", "Expected out"),
        measures.day_past(caseload, "on", "Came out", is_new=False),
        measures.clock_time("at", "At"),
        line("place", "From"),
        choice("certainty", "The date is", CERTAINTIES),
        measures.day_past(caseload, "back_on", "Back inside", is_new=False),
        measures.number("supply_days", "Days of medication", "handed over at the gate", scale=-1),
    )
    return parts("episodes", "Releases", "release", Episode, asked)


def _stays(caseload: Caseload, is_new: bool) -> Asked:
    asked = (
        choice("where", "Where", STAYING),
        measures.day_past(caseload, "since", "Since", is_new=is_new),
        line("words", "In their words"),
    )
    return parts("stays", "Staying", "place they stay", Stay, asked)


def _release(caseload: Caseload) -> Asked:
    """A first release in one line: a past day happened, a coming one is expected, "unknown" is ahead."""
    as_day = or_unknown(measures.day(caseload, "released", "Out, or expected", "21 nov, friday, unknown"))
    return Asked(as_day.field, lambda client: "", lambda answer: {"episodes": _first(as_day, answer)})


def _first(as_day: Asked, answer: Answer) -> tuple[Episode, ...]:
    if is_unknown(str(answer)):
        return (Episode(certainty="unknown"),)
    day = as_day.take(answer)["released"]
    # whether it happened or is expected is settled in _finish, which knows the day today
    return (Episode(expected_on=day),) if day else ()


def _rhythm(caseload: Caseload, client: Client) -> Asked:
    def take(answer: Answer) -> Values:
        agreed = client.rhythm.agreed_on if client.rhythm else caseload.clock.now().day
        found = read_rhythm(str(answer), agreed)
        old = client.rhythm
        if found and old and (found.every_days, found.how) != (old.every_days, old.how):
            found = replace(found, agreed_on=caseload.clock.now().day)
        return {"rhythm": found}

    def told(text: str) -> str:
        found = read_rhythm(text, caseload.clock.now().day)
        return rhythm_words(found) if found else "no rhythm"

    field = Field(
        name="rhythm", label="How often", hint="weekly by text, every 10 days", echo=measures.echoing(told)
    )
    return Asked(field, lambda one: rhythm_words(one.rhythm) if one.rhythm else "", take)


def _curve(caseload: Caseload) -> Asked:
    """Days after a release for this person alone; empty is the mentor's own."""
    mine = caseload.release_curve

    def told(text: str) -> str:
        curve = read_curve(text)
        if curve is None:
            return f"yours: {curve_words(mine)}"
        return f"{curve_words(curve)} after release" if curve else "none: only what the two of you agree"

    field = Field(
        name="curve",
        label="Days after release",
        hint=f"yours: {curve_text(mine)} · or none",
        echo=measures.echoing(told),
    )
    return Asked(field, lambda one: curve_text(one.curve), lambda answer: {"curve": read_curve(str(answer))})


def _finish(before: Client, after: Client, moment: Moment) -> Client:
    if before.id == 0:
        new = replace(after, episodes=(), status_on=moment.day)
        if not after.episodes:
            return new
        expected = after.episodes[0].expected_on
        return acts.release_said(new, expected, moment) if expected else acts.release_unknown(new, moment)
    if after.episodes == before.episodes and acts.comes_out(before, after.status):
        raise Refused({"status": "Say since when they are out: “Came out”, in a release under Releases."})
    after = acts.releases_set(before, after, moment)
    if after.status != before.status and after.status_on == before.status_on:
        return acts.status_set(after, after.status, moment)
    return after


PERSON = Spec(
    called="person",
    blank=lambda moment, client_id: Client(name="", met_on=moment.day),
    groups=_groups,
    finish=_finish,
)
