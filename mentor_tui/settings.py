"""What the mentor has set: kept in settings.json beside her data, in plain words."""

from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from store import disk
from store.errors import SaveFailed


# A plain dataclass and the standard library: the settings are read before the first frame, and a faster
# reader would take longer to import than this takes to run.
@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Her settings. Every one has a default; nothing here is about any person."""

    theme: str = "hearth"
    """A theme's name: hearth, paper, or one of Textual's."""
    day_first: bool = True
    """12/3 is 12 March; False makes it December 3."""
    release_curve: str = "0, 3, 14, 30, 90"
    """Days after a release on which to be in touch while nothing is agreed; "none" for none."""
    lens_at_start: bool = False
    """The privacy lens is on when the program opens."""
    auto_backup: bool = True
    """A backup is made at the end of a sitting in which something changed, and before larger changes."""
    backup_to: str = ""
    """A folder or a stick that gets a copy of each of those, when it is there."""
    lock_after_minutes: int = 5
    """Minutes without a key after which it locks by itself, up to a day; 0 for never."""
    paper: str = "letter"
    """Paper that PDFs are made for: "letter" or "a4"."""
    least_shown: int = 5
    """In what is handed on, numbers under this are hidden; it may be raised, never lowered below 5."""
    keep_months: int = 12
    """Months after the last contact, or the end, when a record asks whether it is still needed."""
    questions: str = "daily"
    """How often a question is offered by itself: "daily", "weekly" or "off"."""
    hints: bool = True
    """Hints about words, while a record is written."""
    emergency: str = ""
    """The number that is rung in an emergency where she is, and who else can be; in every help page."""
    told_first: str = ""
    """What she tells people first about what stays between them; "" for the words it comes with."""
    lists: dict[str, dict[str, str]] = field(default_factory=dict)
    """Her own words for entries of a list: {"areas": {"housing": "a place to live"}}."""
    keys: dict[str, str] = field(default_factory=dict)
    """Other keys for actions, by the action's name: {"note": "h"}."""


FILE_NAME = "settings.json"
PAPERS = ("letter", "a4")
QUESTIONS = ("daily", "weekly", "off")
_MINUTES = range(24 * 60 + 1)
_KEEP_MONTHS = range(1, 121)


def read_settings(folder: Path) -> Settings:
    """The settings kept in a data folder; the defaults where there are none or they cannot be read."""
    try:
        words = disk.read_file(folder / FILE_NAME)
    except OSError:
        return Settings()
    import json

    try:
        read = json.loads(words)
    except (ValueError, RecursionError):
        return Settings()
    default = asdict(Settings())
    known = {each.name for each in fields(Settings)}
    kept = {name: value for name, value in read.items() if name in known} if isinstance(read, dict) else {}
    kept = {name: value for name, value in kept.items() if type(value) is type(default[name])}
    if kept.get("lock_after_minutes", 0) not in _MINUTES:
        del kept["lock_after_minutes"]  # nobody waits so long; clocks cannot even count it
    if kept.get("least_shown", 5) < 5:
        del kept["least_shown"]
    if kept.get("keep_months", 12) not in _KEEP_MONTHS:
        del kept["keep_months"]
    if kept.get("paper", "a4") not in PAPERS:
        del kept["paper"]
    if kept.get("questions", "daily") not in QUESTIONS:
        del kept["questions"]
    kept["keys"] = _texts(kept.get("keys"))
    kept["lists"] = {name: _texts(words) for name, words in kept.get("lists", {}).items()}
    return Settings(**kept)


def _texts(found: Any) -> dict[str, str]:
    """What is words by name; whatever else was written there by hand is passed over."""
    named = found if isinstance(found, dict) else {}
    return {name: words for name, words in named.items() if isinstance(words, str)}


def save_settings(folder: Path, settings: Settings) -> None:
    """Keep the settings: written beside, then put in place, so that a crash leaves the old ones whole.

    Raises:
        SaveFailed: the folder takes no files; the settings stay as they were.
    """
    import json

    from store.loose_files import beside

    words = json.dumps(asdict(settings), indent=2, ensure_ascii=False) + "\n"
    try:
        with beside(folder / FILE_NAME, words.encode()) as written:
            written.replace(folder / FILE_NAME)
    except OSError as error:
        reason = error.strerror or "the folder takes no files"
        raise SaveFailed(
            f"Could not keep the setting: {reason}. It holds until you close the program."
        ) from None
