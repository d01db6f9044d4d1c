"""The sealed envelope, renewed: at each backup, and at once when somebody takes back what they agreed to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui.envelope_html import as_html
from mentor_tui.envelope_page import envelope_document
from mentor_tui.exchange.errors import ExportRefused
from mentor_tui.exchange.writing import hand_out, refuse_unless_free
from store import disk
from store import envelope as envelopes
from store.errors import MentorError
from store.made_files import MadeFiles
from store.recipient_names import is_same
from store.records import HandedOn
from store.text import clean_line
from store.waiting.phrases import full_day
from store.when_echo import ago

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from store.caseload import Caseload
    from store.clock import Clock
    from store.folder import DataFolder
    from store.made_files import MadeFile
    from store.records import Envelope

ON_THE_LIST = "the sealed envelope"
NAME = "envelope.age"
_HEAD = 32


@dataclass(frozen=True, slots=True)
class Prepared:
    """What will be sealed, taken from the record in one breath; sealing and writing may be in a thread."""

    folder: DataFolder
    envelope: Envelope
    page: bytes
    people: tuple[int, ...]

    @property
    def path(self) -> Path:
        """Where it goes."""
        return Path(self.envelope.place)

    def write(self) -> None:
        """Seal it, and put it in the place of the one before.

        Raises:
            MentorError: it could not be written; what lies there is as it was.
        """
        _refuse_what_is_not_ours(self.path)
        content = envelopes.sealed(self.page, self.envelope.recipient)
        hand_out(self.folder, self.path, content, ON_THE_LIST, people=self.people, replace=True)


def prepared(caseload: Caseload, envelope: Envelope) -> Prepared:
    """The envelope as it would be sealed now."""
    page = envelope_document(caseload, envelope)
    return Prepared(caseload.folder, envelope, as_html(page), page.people)


def renew(caseload: Caseload) -> Prepared:
    """Seal it anew.

    Raises:
        MentorError: there is none, or it could not be written; what lies there is as it was.
    """
    made = prepared(caseload, envelopes.needed(caseload))
    made.write()
    return made


def renew_after_backup(folder: DataFolder, clock: Clock, tell: Callable[[str], None]) -> None:
    """Renew it if there is one; never raises.

    Args:
        tell: is told what could not be done.
    """
    try:
        if envelopes.is_kept(folder) and not folder.read_only_reason:
            from store.caseload import Caseload

            renew(Caseload(folder, clock))
    except MentorError as error:
        tell(not_renewed(error))


def not_renewed(error: MentorError) -> str:
    """That it could not be renewed just now, and that it will be."""
    return f"The sealed envelope was not renewed: {error} It is tried again at the next backup."


def last_written(folder: DataFolder, envelope: Envelope) -> MadeFile | None:
    """The file as it was sealed last, where it still lies in its place."""
    found = (made for made in MadeFiles.of(folder).on_disk() if made.path == Path(envelope.place).absolute())
    return next(found, None)


def sealed_when(caseload: Caseload, envelope: Envelope) -> str:
    """When it was sealed last, or that it does not lie in its place just now."""
    made = last_written(caseload.folder, envelope)
    if made is None:
        return "It is not in its place just now."
    return f"Last sealed {ago(made.made_at, caseload.clock.now())}."


def take_away(folder: DataFolder, envelope: Envelope) -> str:
    """Remove its file, if it is still the one that was written; a sentence where it was left."""
    made = last_written(folder, envelope)
    if made is None:
        return "Its file is not in its place just now; remove it when you meet it."
    try:
        MadeFiles.of(folder).remove(made)
    except MentorError as error:
        return str(error)
    return ""


def is_behind(caseload: Caseload, *, if_missing: bool = True) -> bool:
    """Whether other people are in the file than agree to it now.

    Args:
        if_missing: what is said of a file that does not lie in its place.
    """
    envelope = envelopes.kept(caseload)
    if envelope is None:
        return False
    made = last_written(caseload.folder, envelope)
    agreed = envelopes.agreed(caseload, envelope.peer, caseload.clock.now().day)
    if made is None:
        return if_missing
    return set(made.people) != {one.client_id for one in agreed}


def copies_said(caseload: Caseload, client_id: int = 0) -> tuple[str, ...]:
    """A sentence for each copy that holds somebody who does not agree to it any more.

    Args:
        client_id: those that hold this person alone; 0 for all.
    """
    today = caseload.clock.now().day
    held = envelopes.still_with(caseload, today)
    return tuple(
        _said(one.on, one.to, names, today) for one, names in held if client_id in (0, *one.client_ids)
    )


def papers_said(caseload: Caseload, client_id: int, recipient: str) -> tuple[str, ...]:
    """A sentence for each paper that was handed on to this recipient and names this person."""
    today = caseload.clock.now().day
    papers = [
        one
        for one in caseload.all(HandedOn)
        if one.what != envelopes.WHAT
        and client_id in one.client_ids
        and one.to
        and is_same(one.to, recipient)
    ]
    handed = (
        (f"What was handed on to “{clean_line(one.to)}”", full_day(one.on, today), one) for one in papers
    )
    return tuple(f"{words} on {day} ({one.what}) still names them." for words, day, one in handed)


def _said(on: date, where: str, names: tuple[str, ...], today: date) -> str:
    whose = " and ".join(f"{clean_line(name)}'s page" for name in names)
    given = f"The copy given on {full_day(on, today)} (“{clean_line(where)}”)"
    return f"{given} still holds {whose}; ask that it be destroyed."


def _refuse_what_is_not_ours(path: Path) -> None:
    """Refuse to write over a file that is no envelope.

    Raises:
        ExportRefused: something else lies there.
    """
    refuse_unless_free(path, replace=True)
    try:
        with path.open("rb") as file:
            is_other = not envelopes.is_sealed(file.read(_HEAD))
    except FileNotFoundError:
        return
    except OSError as error:
        raise ExportRefused(f"What lies at {clean_line(path.name)} {disk.state(error)}.") from None
    if is_other:
        raise ExportRefused(f"Something else is called {clean_line(path.name)} there; it was left as it is.")
