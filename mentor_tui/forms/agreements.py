"""The forms of what was agreed with a person, and of the talk at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mentor_tui.forms import measures
from mentor_tui.forms.asking import Asked, Group, Refused, choice, line, words
from mentor_tui.forms.spec import Spec, group, person
from mentor_tui.own_sentences import limits
from mentor_tui.settings import read_settings
from store.agreeing import with_its_end
from store.consent_words import TICKS, offered, reading
from store.consents import refuse_too_long
from store.errors import RequestRefused
from store.recipient_names import refuse_look_alike
from store.records import Consent, EndConversation
from store.text import clean_line
from store.vocabulary import CONSENT_STATES, HELPED, HOW_GIVEN, PURPOSES
from widgets.fields import Echo, Field, code_of

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment


def _consent(caseload: Caseload, consent: Consent, is_new: bool) -> tuple[Group, ...]:
    return (
        group(
            "",
            person(caseload, consent),
            choice("purpose", "They agreed that I", PURPOSES),
            line("recipient", "With whom", "where it is shared"),
            _what(),
            line("for_what", "What for", "while I am away; to share, it stands on the paper"),
            choice("state", "It stands", CONSENT_STATES, fixed=True),
            measures.day_past(caseload, "on", "Said on", is_new=is_new),
            choice("how", "How it was said", HOW_GIVEN),
            measures.day_to_come(
                caseload, "expires_on", "Until", "to share: 90 days if empty", is_new=is_new
            ),
            line("expires_when", "Or until", "when housed"),
            words("told", "What I told them", limits(read_settings(caseload.folder.path))),
        ),
    )


def _what() -> Asked:
    """In words, or by parts from the list; how it is read stands under it."""
    parts = tuple((words, words) for words in (offered(part) for _, part in TICKS))
    field = Field(
        name="information",
        label="What, exactly",
        kind="several",
        hint="to share: their name alone, if empty · ↓ shows parts",
        options=parts,
        echo=lambda text: Echo(f"To share: {reading(text)}"),
    )
    return Asked(
        field,
        # As the field gives it back, so that words nobody touched are no change, and stay as they were said.
        lambda consent: code_of(field, consent.information),
        lambda answer: {"information": clean_line(str(answer))},
    )


def _end(caseload: Caseload, end: EndConversation, is_new: bool) -> tuple[Group, ...]:
    return (
        group(
            "",
            person(caseload, end),
            measures.day_past(caseload, "on", "When you talked", is_new=is_new),
            choice("helped", "Did it help reach something", HELPED, fixed=True),
            words("words", "Their words"),
        ),
    )


def _ending(before: Consent, after: Consent, moment: Moment) -> Consent:
    """To share ends by itself: where no end was said, a new one gets the usual one."""
    is_given = not before.id or (after.purpose, after.state) != (before.purpose, before.state)
    try:
        if after.recipient != before.recipient:
            refuse_look_alike(after.recipient)
    except RequestRefused as refused:
        raise Refused({"recipient": str(refused)}) from None
    try:
        if is_given:
            return with_its_end(after)
        if (after.expires_on, after.on) != (before.expires_on, before.on):
            refuse_too_long(after)
    except RequestRefused as refused:
        raise Refused({"expires_on": str(refused)}) from None
    return after


CONSENT = Spec("agreement", lambda now, who: Consent(client_id=who, on=now.day), _consent, _ending)
END = Spec("talk at the end", lambda now, who: EndConversation(client_id=who, on=now.day), _end)
