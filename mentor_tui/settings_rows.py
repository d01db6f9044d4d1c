"""What Settings shows: each setting with how it stands, the backups, where everything lies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from mentor_tui import template_rows
from mentor_tui.backup_rows import backup_rows
from mentor_tui.keymap import sound
from mentor_tui.keys import action, printed, told
from mentor_tui.own_sentences import NO_NUMBER, limits
from mentor_tui.ways_out import shown_path
from store.curve import curve_words, kept_curve
from store.made_files import MadeFiles
from store.text import clean_line, first_words
from widgets.row import JOIN, Column, Gap, Heading, Item, Piece, Row

if TYPE_CHECKING:
    from textual.theme import Theme

    from mentor_tui.app import MentorApp
    from mentor_tui.settings import Settings
    from store.backup import Backup
    from store.backup_proof import Proof
    from store.caseload import Caseload

COLUMNS = (Column(least=14, most=20), Column())
"""What; how it stands."""
NOT_ENCRYPTED = "Not encrypted: whoever can open this disk can read it."
HOW_TO_ENCRYPT = "mentor encrypt, in the shell, changes that"
ENCRYPTED = "on: the passphrase opens it, or the recovery key on your paper"
LOCK_AFTER = (1, 2, 5, 10, 30, 0)
"""Minutes to choose among; 0 for never."""
KEEP_MONTHS = (6, 12, 24, 36, 60)
"""Months to choose among, after which a record asks whether it is still needed."""
STILL_NEEDED = "a record asks it {} months after the last contact or the end"
NO_ENVELOPE = "none; enter begins one for somebody you trust"
AGREEMENTS = "what everybody agreed to; enter shows it"
HOW_OFTEN = {
    "daily": "one on Today, each day, if you like",
    "weekly": "one a week, on Friday or at the weekend",
    "off": "none by itself; Reflect has one when you ask",
}
"""How often a question is offered, as the row says it."""
HINTS_ON = "on, in a quiet line while you write a record; they stop nothing"
HINTS_OFF = "off; enter turns them on"
_SHOWN = 50
"""Letters of a sentence of hers: enough to know which it is."""
KEYS_AS_THEY_COME = "as they come; enter changes them"
LENS_ON = "on when the program opens: initials only; {lens} turns it off and on"
LENS_OFF = "off when the program opens; {lens} turns it on and off"


def setting_items(
    app: MentorApp, backups: Sequence[Backup], proofs: Mapping[str, Proof], at_work: str
) -> list[Item]:
    """Everything, in groups.

    Args:
        proofs: that a backup was brought back to prove it, by its name.
        at_work: what is being done to the backups just now.
    """
    settings, path = app.settings, app.caseload.folder.path
    return [
        Heading("HOW IT LOOKS"),
        *_look_rows(settings, app.current_theme),
        Gap(),
        Heading("BACKUPS"),
        *backup_rows(settings, backups, proofs, at_work, app.clock.now()),
        Gap(),
        Heading("WHO CAN SEE IT"),
        *_lock_rows(settings.lock_after_minutes, is_encrypted=app.caseload.folder.is_encrypted),
        _row("lens", "privacy lens", told(LENS_ON if settings.lens_at_start else LENS_OFF)),
        _row("files", "files you made", _files_made(len(MadeFiles.of(app.caseload.folder).on_disk()))),
        _row("agreements", "agreements", AGREEMENTS),
        _row("envelope", "sealed envelope", envelope_words(app.caseload)),
        Gap(),
        Heading("HOW OFTEN"),
        _row("curve", "after a release", after_release(settings.release_curve)),
        _row("questions", "a question", HOW_OFTEN[settings.questions]),
        _row("still-needed", "still needed?", STILL_NEEDED.format(settings.keep_months)),
        Gap(),
        Heading("WHAT YOU OFTEN TYPE"),
        _row("templates", "templates", template_rows.summary(app.caseload)),
        _row("hints", "hints about words", HINTS_ON if settings.hints else HINTS_OFF),
        _row("hint-words", "words for hints", _hint_words(app)),
        _row("told-first", "you say first", first_words(limits(settings), _SHOWN)),
        _row("emergency", "in an emergency", settings.emergency or NO_NUMBER),
        Gap(),
        Heading("WHERE EVERYTHING LIES"),
        _row("history", "history", "everything that was saved, newest first; enter shows it"),
        _row("folder", "folder", shown_path(path.absolute())),
        *_key_rows(settings.keys),
        _row("version", "mentor", _version()),
    ]


def envelope_words(caseload: Caseload) -> str:
    """For whom, where, and when it was sealed, and what enter leads to."""
    from store.envelope import kept

    envelope = kept(caseload)
    if envelope is None:
        return NO_ENVELOPE
    from mentor_tui.envelope_kept import sealed_when

    where = f"for “{clean_line(envelope.peer)}”, at {shown_path(Path(envelope.place))}"
    return f"{where}. {sealed_when(caseload, envelope)} Enter: seal it, a copy given away, another card."


def after_release(kept: str) -> str:
    """As the row says it: "days 0, 3 and 14, while no rhythm is agreed"."""
    curve = kept_curve(kept)
    return (
        f"{curve_words(curve)}, while no rhythm is agreed" if curve else "nothing, until a rhythm is agreed"
    )


def lock_after(minutes: int) -> str:
    """As the row says it: "5 minutes without a key"."""
    if minutes <= 0:
        return told("never by itself; {lock} does")
    return f"{minutes} minute{'s' * (minutes != 1)} without a key"


def next_minutes(minutes: int) -> int:
    """The choice after this one; the first after the last, and after one that is no choice."""
    at = LOCK_AFTER.index(minutes) if minutes in LOCK_AFTER else -1
    return LOCK_AFTER[(at + 1) % len(LOCK_AFTER)]


def next_months(months: int) -> int:
    """The choice after this one; the first after the last."""
    return next((each for each in KEEP_MONTHS if each > months), KEEP_MONTHS[0])


def next_how_often(questions: str) -> str:
    """The choice after this one; the first after the last."""
    choices = list(HOW_OFTEN)
    return choices[(choices.index(questions) + 1) % len(choices)]


def _look_rows(settings: Settings, theme: Theme) -> Iterator[Row]:
    order = "12 March, the day first" if settings.day_first else "December 3, the month first"
    renamed = sum(map(len, settings.lists.values()))
    own = f"{renamed} in words of your own" if renamed else "as they come"
    yield _row("colours", "colours", colours(theme))
    yield _row("order", "a date like 12/3", f"is {order}")
    yield _row("words", "words of the lists", own)


def _lock_rows(minutes: int, *, is_encrypted: bool) -> Iterator[Row]:
    if is_encrypted:
        yield _row("encryption", "encryption", ENCRYPTED)
        yield _row("passphrase", "passphrase", "enter changes it")
    else:
        yield _row("encryption", "encryption", NOT_ENCRYPTED, HOW_TO_ENCRYPT)
    now = told("{lock}, from anywhere" if is_encrypted else "{lock} covers the screen; that is no lock")
    yield _row("lock", "lock now" if is_encrypted else "cover now", now)
    yield _row("lock-after", "lock after" if is_encrypted else "cover after", lock_after(minutes))


def _hint_words(app: MentorApp) -> str:
    from mentor_tui.hint_word_rows import summary
    from store.records import HintWord

    return summary(app.caseload.all(HintWord))


def _files_made(count: int) -> str:
    if not count:
        return "none lies on a disk now"
    return f"{count} still {'lies' if count == 1 else 'lie'} where you put {'it' if count == 1 else 'them'}"


def colours(theme: Theme) -> str:
    """A theme in words: "hearth, dark"."""
    if theme.ansi:
        return f"{theme.name}, the terminal's own colours"
    return f"{theme.name}, {'dark' if theme.dark else 'light'}"


def _key_rows(keys: Mapping[str, str]) -> Iterator[Row]:
    own, refused = sound(keys)
    words = [f"{action(id).title}: {printed(key)}" for id, key in own.items()]
    words += [f"{len(refused)} that cannot be used; enter says why"] if refused else []
    yield _row("keys", "keys", ", ".join(words) or KEYS_AS_THEY_COME)


def _row(key: str, name: str, words: str, more: str = "") -> Row:
    pieces: tuple[Piece, ...] = ((words, ""), JOIN, (more, "muted")) if more else ((words, ""),)
    return Row(key, (((name, "second"),), pieces))


def _version() -> str:
    try:
        return version("mentor-tui")
    except PackageNotFoundError:
        return "run from its folder"
