"""A question about a release day that nobody may know."""

from __future__ import annotations

from dataclasses import replace

from mentor_tui.forms.asking import Asked, Values
from store.release_words import is_unknown
from widgets.fields import Answer, Echo

_TOLD = "not out yet; the day is not known"


def or_unknown(asked: Asked) -> Asked:
    """The same question about a day; "unknown" is an answer too, and no day."""
    reads = asked.field.echo

    def told(text: str) -> Echo:
        return Echo(_TOLD) if is_unknown(text) or reads is None else reads(text)

    def take(answer: Answer) -> Values:
        return {asked.name: None} if is_unknown(str(answer)) else asked.take(answer)

    return replace(asked, field=replace(asked.field, echo=told), take=take)
