"""The card of the sealed envelope: shown once on the terminal, or written to a file if she asks."""

from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui.commands import terminal
from mentor_tui.commands.printing import say
from mentor_tui.envelope_card import SHOWN_ONCE, card_page, card_text
from mentor_tui.recovery_groups import asked_back, is_group, lines, parts
from store.errors import RequestRefused

if TYPE_CHECKING:
    from store.caseload import Caseload

WHAT = "the card of the sealed envelope"
_TRIES = 3
_WIDTH = 60


def card_place(path: Path | None) -> Path | None:
    """Where the card is written; nothing may lie there.

    Raises:
        ExportRefused: something does.
    """
    from mentor_tui.exchange.writing import refuse_existing

    if path is not None:
        refuse_existing(path)
    return path


def show_card(caseload: "Caseload", peer: str, secret: str, place: Path | None, *, asks: bool) -> bool:
    """Show the card once, or write it where she says; whether anybody has it by then.

    Args:
        asks: somebody sits at the terminal; a script gets it with its answer.

    Raises:
        RequestRefused: it was not copied as it is. Nothing has been made with it yet.
        ExportRefused: the file cannot be written, likewise.
    """
    if place is not None:
        _write(caseload, peer, secret, place)
        return True
    if not (asks and terminal.is_there()):
        return False
    begins, groups = parts(secret)
    terminal.tell(f"\nThe card. {SHOWN_ONCE.format(peer=peer)}\n\n  {begins}")
    for row in lines(groups, _WIDTH):
        terminal.tell("".join(number + group for number, group in row))
    terminal.tell("")
    for number in asked_back(groups):
        _ask_back(number, groups[number - 1])
    return True


def _ask_back(number: int, group: str) -> None:
    for tries_left in reversed(range(_TRIES)):
        if is_group(terminal.ask_openly(f"Group {number} from the card: "), group):
            return
        if tries_left:
            terminal.tell("That is another one. Look at the card.")
    raise RequestRefused("The key on the card is another one, so nothing was made or changed. Begin again.")


def _write(caseload: "Caseload", peer: str, secret: str, place: Path) -> None:
    from mentor_tui.exchange.writing import hand_out
    from store.when import When, echo

    moment = caseload.clock.now()
    day = echo(When(moment.day, None), moment).partition(",")[0]
    hand_out(caseload.folder, place, _drawn(caseload, peer, secret, day, place), WHAT)
    say(f"The card is in {place}. Print it, give it away, and then: mentor export remove {place}")


def _drawn(caseload: "Caseload", peer: str, secret: str, day: str, place: Path) -> bytes:
    """As the name of its file asks: a PDF to print, else a text file that age takes as it is."""
    if place.suffix.lower() != ".pdf":
        return card_text(peer, secret, day).encode()
    from mentor_tui.reports import render
    from mentor_tui.settings import read_settings

    return render(card_page(peer, secret, day), "pdf", paper=read_settings(caseload.folder.path).paper)
