"""Table H: what may be quoted. Only with a standing agreement to use their words, and never with a name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mentor_tui.reports.counting import of_records
from mentor_tui.reports.leaving_out import Without
from mentor_tui.reports.tables import Group, Line, Table, counted
from mentor_tui.reports.work import PeriodOfWork, Reads
from store.consents import may
from store.records import Client, Contact, EndConversation, Service
from store.text import clean_line, fold

_COULD = "words that could be quoted"
_WORD = re.compile(r"\w+")
_CAPITAL = re.compile(r"\b[^\W\d_a-z]\w+")
# Seven digits and more are a number somebody can be reached at; an @ is an address.
_REACHES = re.compile(r"(?:\d[ ().\-/]{0,2}){7,}|@")
# Of an alias like "the tall one" these are no name by themselves.
_NO_NAMES = frozenset(
    (
        *("a", "an", "and", "at", "big", "de", "from", "in", "la", "little", "my", "of", "old", "one"),
        *("our", "tall", "the", "van", "von", "with", "young"),
    )
)


@dataclass(frozen=True, slots=True)
class Quotable:
    """Words somebody said, and what stands between them and a report."""

    record: Contact | EndConversation
    kept_back: str = ""
    """"agreement", "name", or "" where nothing does."""

    @property
    def words(self) -> str:
        """On one line, without the quotation marks around all of it: whatever draws them sets its own."""
        line = clean_line(self.record.words)
        inside = line.strip('"“”„«»')
        return inside if line[:1] != inside[:1] and line[-1:] != inside[-1:] else line


def in_their_words(month: PeriodOfWork) -> tuple[Table, tuple[str, ...]]:
    """How much may be quoted; and the quotes, in an order that says nothing of when or by whom."""
    found = quotable(month)
    every = of_records(each.record for each in found)
    could = counted(_COULD, every, None, "notes marked so, and words at the end")
    of_these = Group("Of these", tuple(_lines(found)), adds_up=True)
    table = Table("H", "In their words", (Group("Words", (could,)), *([of_these] if found else [])))
    quotes = {each.words for each in found if not each.kept_back}
    return table, tuple(sorted(quotes, key=lambda words: (fold(words), words)))


def quotable(month: PeriodOfWork) -> tuple[Quotable, ...]:
    """Notes of these days that are marked as quotable, and the words of talks at the end."""
    return tuple(_found(month))


def _found(month: PeriodOfWork) -> Iterator[Quotable]:
    people = {client.id: client for client in month.people}
    names = None
    for record, about in _said(month):
        if not about or not people.keys() >= set(about) or not all(_agreed(month, id) for id in about):
            yield Quotable(record, "agreement")
        else:
            names = names or _Names(_whole(month.records))
            yield Quotable(record, "name" if names.show_in(record.words) else "")


def _said(month: PeriodOfWork) -> Iterator[tuple[Contact | EndConversation, tuple[int, ...]]]:
    for contact in (*month.entries, *month.notes):
        if contact.quote_ok and contact.words.strip():
            # Somebody without a record was asked by nobody.
            yield contact, () if contact.unnamed else contact.client_ids
    for talks in month.end_talks.values():
        for talk in talks:
            if talk.on in month.period and talk.words.strip():
                yield talk, (talk.client_id,)


def _whole(records: Reads) -> Reads:
    """With those who are left out: nobody is to read their names in another's words either."""
    return records.records if isinstance(records, Without) else records


def _agreed(month: PeriodOfWork, client_id: int) -> bool:
    # As it stands on the day of the report: words that were taken back are in no report from then on.
    return may(month.records.consents_of(client_id), "words", month.moment.day)


def _lines(found: tuple[Quotable, ...]) -> Iterator[Line]:
    for why, label in (
        ("", "quoted here"),
        ("agreement", "no standing agreement to use their words"),
        ("name", "names somebody, a place or a number: kept back"),
    ):
        those = of_records(each.record for each in found if each.kept_back == why)
        yield counted(label, those, len(found), _COULD, missing=why == "agreement")


class _Names:
    """Every name the record holds, of people and of places, to see whether words hold one."""

    def __init__(self, records: Reads) -> None:
        self._alone: set[str] = set()
        self._phrases: set[str] = set()
        for client in records.all(Client):
            named = (client.name, *(each.name for each in client.confidants))
            for name in (*named, *(each.they_go_by for each in client.channels)):
                self._take(name)
            for channel in client.channels:
                self._alone |= set(_WORD.findall(fold(" ".join(_CAPITAL.findall(channel.who_answers)))))
        for service in records.all(Service):
            # Of one word ("Kitchen") it is a word of any day; her own short names are too.
            if len(words := _WORD.findall(fold(service.name))) > 1:
                self._phrases.add(" ".join(words))

    def show_in(self, words: str) -> bool:
        """Whether a name is among these words, or a number or address."""
        if _REACHES.search(words):
            return True
        said = _WORD.findall(fold(words))
        if not self._alone.isdisjoint(said):
            return True
        sought = f" {' '.join(said)} "
        return any(f" {phrase} " in sought for phrase in self._phrases)

    def _take(self, name: str) -> None:
        parts = _WORD.findall(fold(name))
        if len(parts) > 1:
            self._phrases.add(" ".join(parts))
            parts = [part for part in parts if len(part) > 1 and part not in _NO_NAMES]
        self._alone |= set(parts)
