"""The form of one kind of record: what it asks, an empty one to start from, and what follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from mentor_tui.forms.asking import Asked, Group, Values, taken
from store.errors import RequestRefused
from store.records import Client, Record, Service
from widgets.fields import Answer, Answers, Field

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.clock import Moment


@dataclass(frozen=True)
class Spec:
    """The form of one kind of record."""

    called: str
    """What one is called, in a word or two: "plan"."""
    blank: Callable[[Moment, int], Record]
    """An empty record, from the moment and the person's number (0 for nobody yet)."""
    groups: Callable[[Caseload, Any, bool], tuple[Group, ...]]
    """What is asked, from the record and whether it is new."""
    finish: Callable[[Any, Any, Moment], Record] = lambda before, after, moment: after
    """What follows from the answers: the day of a new status, the stage a bridge reached."""

    def record_from(
        self, caseload: Caseload, before: Record, answers: Answers, *, is_new: bool = False
    ) -> Record:
        """A record with these answers in it; what was not answered otherwise stays as it was.

        Raises:
            Refused: some answers cannot be kept.
        """
        values = taken(self.groups(caseload, before, is_new), answers)
        return self.finish(before, replace(before, **values), caseload.clock.now())


def group(title: str, *asked: Asked | None) -> Group:
    """A group of questions, those that do not apply left out."""
    return Group(title, tuple(one for one in asked if one is not None))


def person(caseload: Caseload, record: Any, *, or_mine: bool = False) -> Asked | None:
    """Whom it is about, asked only where that is not known yet.

    Args:
        or_mine: nobody is an answer too: it is the mentor's own.
    """
    if record.client_id or record.id:
        return None
    people = tuple((str(client.id), client.name) for client in caseload.people())

    def take(answer: Answer) -> Values:
        chosen = str(answer).strip()
        if chosen not in dict(people) and not (or_mine and not chosen):
            raise RequestRefused("Choose who this is about; ↓ shows everyone.")
        return {"client_id": int(chosen or 0)}

    hint = "nobody: it is mine · ↓ shows everyone" if or_mine else "↓ shows everyone"
    field = Field(name="client_id", label="With", kind="choice", options=people, hint=hint, is_free=False)
    return Asked(field, lambda one: str(one.client_id) if one.client_id else "", take)


def people(caseload: Caseload) -> Asked:
    """The people a contact was with: any number, or nobody."""
    named = tuple((str(client.id), client.name) for client in caseload.people())
    field = Field(
        name="client_ids",
        label="With",
        kind="several",
        options=named,
        hint="nobody, or names with commas between",
    )
    return Asked(
        field,
        lambda contact: ", ".join(map(str, contact.client_ids)),
        lambda answer: {"client_ids": _numbers(str(answer), named, "person")},
    )


def services(caseload: Caseload) -> Asked:
    """The services a contact was about."""
    named = service_options(caseload)
    field = Field(name="service_ids", label="Services", kind="several", options=named)
    return Asked(
        field,
        lambda contact: ", ".join(map(str, contact.service_ids)),
        lambda answer: {"service_ids": _numbers(str(answer), named, "service")},
    )


def service(caseload: Caseload, label: str, words_in: str) -> Asked:
    """A service of the directory, or her own words for one that is not in it.

    Args:
        words_in: the record's field that takes the words.
    """
    named = service_options(caseload)
    known = {code for code, _ in named}

    def take(answer: Answer) -> Values:
        text = str(answer).strip()
        if text in known:
            return {"service_id": int(text), words_in: ""}
        return {"service_id": None, words_in: text}

    field = Field(
        name="service", label=label, kind="choice", options=named, hint="one you know, or in your words"
    )
    return Asked(
        field, lambda one: str(one.service_id) if one.service_id else str(getattr(one, words_in)), take
    )


def service_options(caseload: Caseload) -> tuple[tuple[str, str], ...]:
    """Every service as a choice; those that share a name are told apart by whose they are."""
    listed = caseload.all(Service)
    names = [one.short or one.name for one in listed]
    shared = {name for name in names if names.count(name) > 1} if len(names) < 2000 else set(names)
    return tuple(
        (str(one.id), f"{name} ({one.organization or f'#{one.id}'})" if name in shared else name)
        for one, name in zip(listed, names, strict=True)
    )


def name_of(caseload: Caseload, client_id: int | None) -> str:
    """The person's name, for a title."""
    return caseload.get(Client, client_id).name if client_id else ""


def _numbers(text: str, named: Sequence[tuple[str, str]], what: str) -> tuple[int, ...]:
    chosen = [part.strip() for part in text.split(",") if part.strip()]
    known = {code for code, _ in named}
    if unknown := [one for one in chosen if one not in known]:
        raise RequestRefused(f"There is no {what} “{unknown[0][:40]}” here; ↓ shows the list.")
    return tuple(dict.fromkeys(map(int, chosen)))
