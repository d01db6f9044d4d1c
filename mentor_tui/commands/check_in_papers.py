"""A check-in on paper from the shell: the questions to write on, and a page of what was said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mentor_tui.commands.forms_of_files import form_of, show
from mentor_tui.commands.printing import put, put_json, say
from mentor_tui.exchange.writing import hand_out
from mentor_tui.reports import render
from mentor_tui.reports.papers.check_in import PAGE, PAGE_CAUTION, SHEET, SHEET_CAUTION, page, sheet
from mentor_tui.settings import read_settings
from store.card_codes import code_of as pocket_code
from store.card_codes import key_of
from store.check_in_sheet import sheet_text
from store.check_ins import IN_PLAIN_WORDS, check_ins_of, next_to_ask
from store.errors import RequestRefused
from store.text import clean_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from mentor_tui.reports import Document
    from store.caseload import Caseload
    from store.check_ins import Asking
    from store.records import CheckIn, Client


@dataclass(frozen=True, slots=True)
class To:
    """Where a paper goes."""

    form: str
    """As it was said; "" where nothing was."""
    output: Path | None
    """The file; None for the terminal."""
    replace: bool = False
    json: bool = False
    """Whether the answer is JSON."""

    @property
    def drawn(self) -> str:
        """One of FORMS."""
        return form_of(self.form, self.output, json=self.json and self.output is None)


def put_sheet(caseload: Caseload, asked: Sequence[Asking], client: Client, to: To) -> None:
    """The questions with room to write; without a file or as text, a sheet to fill in with an editor.

    Raises:
        RequestRefused: somebody died, and there is nobody to ask.
    """
    if not asked:
        raise RequestRefused(f"{client.name} died. What was said stays, and `mentor checkin` shows it.")
    drawn, next_theirs = to.drawn, next_to_ask(caseload, client).theirs
    if drawn == "text":
        both = ((each.question, each.theirs) for each in asked)
        text = clean_lines(sheet_text(both, _title, next_theirs))
        if to.output is None:
            put(text.rstrip("\n"))
            return
        made = text.encode()
    else:
        code = pocket_code(client.id, key_of(caseload.folder.store_id))
        document = sheet(asked, code, caseload.clock.now().day, next_theirs)
        if to.output is None:
            show(document, drawn)
            return
        made = _rendered(caseload, document, drawn)
        _say_what_is_not_drawn([*(each.theirs for each in asked), next_theirs], drawn)
    _write(caseload, to.output, made, SHEET, (client.id,), to)
    say(SHEET_CAUTION)


def put_page(caseload: Caseload, client: Client, on: str, to: To) -> None:
    """What they said, for them to take: the newest check-in, or that of a day."""
    drawn = to.drawn
    chosen = _chosen(caseload, client, on)
    document = page(caseload, chosen, caseload.clock.now().day)
    if to.output is None:
        show(document, drawn)
        return
    _write(caseload, to.output, _rendered(caseload, document, drawn), PAGE, document.people, to)
    said = (one for each in chosen.answers for one in (each.asked_theirs, each.words))
    _say_what_is_not_drawn([*said, chosen.next], drawn)
    say(PAGE_CAUTION)


def _write(caseload: Caseload, path: Path, made: bytes, what: str, people: tuple[int, ...], to: To) -> None:
    hand_out(caseload.folder, path, made, what, people=people, replace=to.replace)
    if to.json:
        put_json({"path": str(path)})
    else:
        put(str(path))


def _chosen(caseload: Caseload, client: Client, on: str) -> CheckIn:
    found = check_ins_of(caseload, client.id)
    if not found:
        raise RequestRefused(
            f"No check-in with {client.name} is kept yet; `--print` puts the questions on paper."
        )
    if not on:
        return found[0]
    day = caseload.read_when(on, past=True).day
    chosen = next((each for each in found if each.on == day), None)
    if chosen is None:
        days = ", ".join(str(each.on) for each in found)
        raise RequestRefused(f"There is no check-in with {client.name} on {day}. There are: {days}.")
    return chosen


def _rendered(caseload: Caseload, document: Document, drawn: str) -> bytes:
    return render(document, drawn, paper=read_settings(caseload.folder.path).paper)


def _title(theme: str) -> str:
    return IN_PLAIN_WORDS.get(theme, "and these")


def _say_what_is_not_drawn(theirs: Sequence[str], drawn: str) -> None:
    if drawn != "pdf":
        return
    from mentor_tui.reports.drawing.forms import prints_every_letter

    if not prints_every_letter("\n".join(theirs)):
        say("Their script may not come out right in a PDF; a file that ends with .html has every letter.")
