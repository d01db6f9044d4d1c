"""What Today says, read from both ledgers at one moment."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentor_tui.agreement_words import ending_line
from mentor_tui.away_rows import away_rows, lines_of
from mentor_tui.draft_words import called
from mentor_tui.keys import told
from mentor_tui.still_needed_rows import line
from mentor_tui.today_rows import coming_items, waiting_items
from store.clock import Moment
from store.principles import Offered, theme
from store.retention import due
from store.standing import has_died
from store.waiting import Coming, Waiting
from widgets.row import Cell, Gap, Heading, Item, Piece, Row

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from store.absences import Away

FIRST_START: tuple[Piece, ...] = (
    ("Who are you walking with?\n\n", "name"),
    ("{add}", "accent"),
    (
        " adds a person. A name or an alias is enough; the rest can wait until they have told you.\n\n",
        "muted",
    ),
    ("{note}", "accent"),
    (" takes a note before anybody is here: it is kept in the inbox.\n\n", "muted"),
)
IN_ONE_FOLDER = {
    True: "Everything stays in one folder on this machine, encrypted.",
    False: "Everything stays in one folder on this machine. It is not encrypted yet.",
}
NOBODY_ACTIVE: tuple[Piece, ...] = (
    ("Nobody is waiting. The people you walked with are under Clients, ", "muted"),
    ("{place-clients}", "accent"),
    ("; ", "muted"),
    ("{add}", "accent"),
    (" adds somebody.", "muted"),
)


@dataclass(frozen=True, slots=True)
class TodayPage:
    """One reading of Today."""

    moment: Moment
    waiting: tuple[Waiting, ...]
    coming: tuple[Coming, ...]
    offered: Offered | None
    """The question; None after "not today", or where none is offered today."""
    facts: str
    """At the right of the heading: "14 people · 1 note in the inbox"."""
    kept: tuple[Row, ...]
    """What waits outside the record: notes in the inbox, drafts put aside."""
    away: Away | None
    """That she is away, or came back today."""
    empty: Cell
    """What the list says while it is empty."""

    @classmethod
    def read(cls, app: MentorApp) -> TodayPage:
        """Ask both ledgers."""
        moment, caseload = app.clock.now(), app.caseload
        waiting = caseload.waiting()
        kept = _kept(app) | _ending(app)
        facts = [_counted(len(waiting), "person", "people")] if caseload.people() else []
        where: Piece = (IN_ONE_FOLDER[caseload.folder.is_encrypted], "muted")
        first_start: Cell = (*_named(FIRST_START), where)
        return cls(
            moment=moment,
            waiting=waiting,
            coming=caseload.coming(),
            offered=app.question_by_itself(),
            facts=" · ".join([*facts, *kept.values()]),
            kept=tuple(_kept_row(key, words) for key, words in (kept | _still_needed(app)).items()),
            away=caseload.away(),
            empty=_named(NOBODY_ACTIVE) if caseload.people() else first_start,
        )

    @property
    def date(self) -> str:
        """As the heading says it: Mon 23 Nov 2026."""
        local = self.moment.local
        return f"{local:%a} {local.day} {local:%b %Y}"

    @property
    def theme(self) -> str:
        """The name of the question's theme."""
        if self.offered is None or not self.offered.question.theme:
            return ""
        return theme(self.offered.question.theme).name.lower()

    @property
    def question(self) -> str:
        """The question's words; "" if there is none today."""
        return self.offered.question.words if self.offered else ""

    def coming_items(self) -> tuple[Item, ...]:
        """The list on the right."""
        return coming_items(self.coming, self.moment)

    def items(self, room: int, unfolded: Set[str], *, narrow: bool) -> tuple[Item, ...]:
        """The list on the left; on a narrow screen everything, in the same order."""
        # Beneath "8 others" it stands with it; elsewhere apart.
        stands_apart = bool(self.kept and self.waiting) and self.waiting[-1].band != "later"
        below: list[Item] = [*([Gap()] if stands_apart else []), *self.kept]
        items = [*self._people(None if narrow else room - len(below), unfolded), *below]
        if narrow:
            coming = coming_items(self.coming, self.moment, narrow=True)
            items += [*([Gap()] if items and coming else []), *coming]
            if self.question and items:
                row = Row("question", (((self.question, "words"),),), spans=True)
                items += [Gap(), Heading("A QUESTION, IF YOU LIKE"), row]
        return tuple(items)

    def _people(self, room: int | None, unfolded: Set[str]) -> Sequence[Item]:
        if self.away is None or not self.waiting:
            return waiting_items(self.waiting, room, unfolded)
        few = self.away.is_over and "three" in unfolded
        head = away_rows(self.away, self.waiting, self.moment.day, few=few)
        room = room and room - lines_of(head)
        return (*head, *waiting_items(self.waiting[:3] if few else self.waiting, room, unfolded))


def _kept(app: MentorApp) -> dict[str, str]:
    folder = app.caseload.folder
    people = app.caseload.people()
    names = {client.id: client.name for client in people}
    # Words about someone who died wait on the page of that ending, and nowhere by themselves.
    rest = {client.id for client in people if has_died(client)}
    aside = [
        names.get(draft.client_id or 0) or called(draft.kind)
        for draft in folder.drafts().all()
        if draft.client_id not in rest
    ]
    kept = {}
    if notes := len(folder.inbox()):
        kept["inbox"] = f"{_counted(notes, 'note', 'notes')} in the inbox"
    if aside:
        kept["put-aside"] = f"{len(aside)} put aside: {', '.join(dict.fromkeys(aside))}"
    return kept


def _ending(app: MentorApp) -> dict[str, str]:
    """Agreements that end soon or have just ended, in one line; nothing on most days."""
    words = ending_line(app.caseload, app.clock.now().day)
    return {"agreements": words} if words else {}


def _still_needed(app: MentorApp) -> dict[str, str]:
    """Records that ask whether they are still needed, in one line; nothing on most days."""
    found = due(app.caseload, app.settings.keep_months)
    return {"still-needed": line(len(found))} if found else {}


def _kept_row(key: str, words: str) -> Row:
    return Row(key, (((words, "muted"),),), 1, spans=True, for_anyone=True)


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _named(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The same with each key as the mentor has it."""
    return tuple((told(text), role) for text, role in pieces)
