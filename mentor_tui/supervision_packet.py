"""The supervision packet: chosen pages of the mentor's notebook, with initials in the place of names.

It stands outside of reports and exchange on purpose: those cannot reach the notebook.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentor_tui.exchange.ics.choosing import short_names
from mentor_tui.reports.document import Block, Document, Heading, Room, Words
from mentor_tui.reports.papers.other_names import (
    Names,
    perhaps_names,
    short_surnames,
    with_surnames,
    without_names,
)
from store.consents import said_no
from store.erasing.pages import CHOSEN
from store.errors import RequestRefused
from store.waiting.phrases import full_day

if TYPE_CHECKING:
    from store.caseload import Caseload
    from store.notebook import Notebook
    from store.records import Reflection

WHAT = CHOSEN
_VIEW = "For supervision: pages of the mentor's own notebook, chosen one by one."
_FOOTER = (
    "People in the record stand here by their initials. Names of others are as they were written.",
    "It is about the mentor's own practice; it is no record of anybody.",
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What goes into a packet, and what does not."""

    pages: tuple[Reflection, ...]
    """Oldest first."""
    held_back: tuple[Reflection, ...]
    """About somebody who said no to being talked about in supervision."""
    perhaps_names: tuple[str, ...] = ()
    """Words in them that may be somebody's name, and stand as they were written."""
    aliases: tuple[str, ...] = ()
    """What stands in them for people: initials in the place of names, and the aliases she gave."""

    @property
    def text(self) -> str:
        """Every word of the pages, before initials stand for names."""
        return "\n".join(words for page in self.pages for words in _texts(page))

    @property
    def cautions(self) -> tuple[str, ...]:
        """What to look at before it is written."""
        some = ", ".join(f"“{word}”" for word in self.perhaps_names)
        look = (f"Look at {some}: if that is a name there, say it otherwise on its page.",) if some else ()
        people = ", ".join(self.aliases)
        return (*((f"For people stand there: {people.removesuffix('.')}.",) if people else ()), *look)


def choose(caseload: Caseload, notebook: Notebook, numbers: Sequence[int] = ()) -> Chosen:
    """The pages with these numbers; with none, those marked to bring to supervision.

    Raises:
        RequestRefused: a number is no page, or there is nothing to bring.
    """
    kept = {page.id: page for page in reversed(notebook.reflections())}
    if unknown := [number for number in numbers if number not in kept]:
        raise RequestRefused(
            f"Your notebook has no page {unknown[0]}. `mentor notebook packet --list` names those there are."
        )
    wanted = [page for page in kept.values() if (page.id in numbers if numbers else page.for_supervision)]
    if not wanted:
        raise RequestRefused(
            "No page of your notebook is marked to bring to supervision. Mark one on its page; "
            "or name some in the shell: `mentor notebook packet --page 3`, and `--list` has their numbers."
        )
    no = _who_said_no(caseload)
    held_back = tuple(
        page for page in wanted if any(without_names(words, no) != words for words in _texts(page))
    )
    going = tuple(page for page in wanted if page not in held_back)
    every = " ".join(words for page in going for words in _texts(page))
    names = _initials(caseload)
    short = short_surnames(without_names(every, names), (person.name for person in caseload.people()))
    doubtful = tuple(dict.fromkeys((*perhaps_names(every, names), *short)))
    return Chosen(going, held_back, doubtful, tuple(_aliases(caseload, going, every)))


def packet_of(caseload: Caseload, chosen: Chosen) -> Document:
    """The chosen pages: the day, the question asked, and the words. No theme, no count of anything."""
    names = _initials(caseload)
    today = caseload.clock.now().day
    blocks: list[Block] = []
    for page in chosen.pages:
        blocks += _page(page, names)
    title = f"For supervision, {full_day(today)}"
    return Document("supervision", title, _VIEW, (*blocks, Heading("To talk about"), Room(6)), _FOOTER, today)


def _page(page: Reflection, names: Names) -> Iterator[Block]:
    about = f" · {without_names(page.alias, names)}" if page.alias else ""
    yield Heading(f"{full_day(page.on)}{about}")
    if page.question:
        yield Words(without_names(page.question, names), is_quiet=True)
    for paragraph in page.words.splitlines():
        if paragraph.strip():
            yield Words(without_names(paragraph, names))
    if page.feeling:
        yield Words(f"Feeling: {without_names(page.feeling, names)}")


def _initials(caseload: Caseload) -> Names:
    people = caseload.people()
    short = short_names(people)
    return with_surnames({person.name: short[person.id] for person in people})


def _aliases(caseload: Caseload, pages: Sequence[Reflection], every: str) -> Iterator[str]:
    """Initials that stand for a name in these words, then what she called people herself; each once."""
    names = _initials(caseload)
    people = caseload.people()
    short = short_names(people)
    initials = [short[one.id] for one in people if _names(one.name, every)]
    hers = [without_names(page.alias, names) for page in pages if page.alias]
    yield from dict.fromkeys((*initials, *hers))


def _names(name: str, text: str) -> bool:
    return without_names(text, with_surnames({name: ""})) != text


def _who_said_no(caseload: Caseload) -> Names:
    today = caseload.clock.now().day
    no = (
        person
        for person in caseload.people()
        if said_no(caseload.consents_of(person.id), "supervision", today)
    )
    return with_surnames({person.name: "" for person in no})


def _texts(page: Reflection) -> tuple[str, ...]:
    return (page.words, page.alias, page.feeling, page.question)
