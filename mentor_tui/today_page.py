"""What Today says, read from both ledgers at one moment."""

from collections.abc import Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentor_tui.today_rows import coming_items, waiting_items
from store.clock import Moment
from store.drafts import Drafts
from store.inbox import Inbox
from store.principles import Offered, day_happenings, question_of_the_day, theme
from store.waiting import Coming, Waiting
from widgets.row import Gap, Heading, Item, Row

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

FIRST_START = (
    "Who are you walking with?\n\n"
    "a adds a person. A name or an alias is enough; everything else can wait until they have told you.\n"
    "n takes a note before there is anybody here: it is kept in the inbox.\n\n"
    "Everything stays in one folder on this machine. It is not encrypted yet."
)
NOBODY_ACTIVE = "Nobody is waiting. The people you walked with are under Clients (2); a adds somebody."


@dataclass(frozen=True, slots=True)
class TodayPage:
    """One reading of Today."""

    moment: Moment
    waiting: tuple[Waiting, ...]
    coming: tuple[Coming, ...]
    offered: Offered | None
    """The question, or None after "not today"."""
    facts: str
    """At the right of the heading: "14 people · 1 note in the inbox"."""
    empty: str
    """What the list says while it is empty."""

    @classmethod
    def read(cls, app: "MentorApp") -> "TodayPage":
        """Ask both ledgers."""
        moment, caseload, notebook = app.clock.now(), app.caseload, app.notebook
        waiting = caseload.waiting()
        happenings = day_happenings(caseload.contacts_between(moment.day, moment.day))
        offered = question_of_the_day(moment, happenings, notebook.choices(), notebook.own_questions())
        folder = caseload.folder.path
        aside = [_draft_of(app, draft.client_id) for draft in Drafts(folder, app.clock).all()]
        facts = [
            _counted(len(waiting), "person", "people"),
            *_inbox(len(Inbox(folder, app.clock))),
            *([f"{len(aside)} put aside: {', '.join(aside)}"] if aside else []),
        ]
        empty = NOBODY_ACTIVE if caseload.people() else FIRST_START
        return cls(moment, waiting, caseload.coming(), offered, " · ".join(facts), empty)

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

    def waiting_of(self, person: int) -> Waiting | None:
        """That person's entry."""
        return next((entry for entry in self.waiting if entry.client.id == person), None)

    def coming_items(self) -> tuple[Item, ...]:
        """The list on the right."""
        return coming_items(self.coming, self.moment)

    def items(self, room: int, unfolded: Set[str], *, narrow: bool) -> tuple[Item, ...]:
        """The list on the left; on a narrow screen everything, in the same order."""
        if not narrow:
            return waiting_items(self.waiting, room, unfolded)
        items = [*waiting_items(self.waiting, 1_000, unfolded)]
        coming = coming_items(self.coming, self.moment, narrow=True)
        items += [Gap(), *coming] if coming and items else coming
        if self.question and items:
            row = Row("question", (((self.question, "words"),),), spans=True)
            items += [Gap(), Heading("A QUESTION, IF YOU LIKE"), row]
        return tuple(items)


def _inbox(notes: int) -> list[str]:
    return [f"{_counted(notes, 'note', 'notes')} in the inbox"] if notes else []


def _draft_of(app: "MentorApp", client_id: int | None) -> str:
    names = {entry.id: entry.name for entry in app.caseload.names()}
    return names.get(client_id or 0, "a note")


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
