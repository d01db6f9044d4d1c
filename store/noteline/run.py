"""The unbroken run right after who: how, what happened, how long, travel and money."""

import re
from dataclasses import dataclass, field, replace

from store.noteline.reading import Mark
from store.noteline.run_words import (
    AFTER_CODES,
    DEFAULT_OUTCOMES,
    DEFAULT_OUTCOMES_OF_KINDS,
    DIRECTIONS_OF,
    HOW_WORDS,
    IN_GOES_WITH,
    OUTCOME_PHRASES,
    OUTCOMES_AFTER,
    SHORTHAND,
)
from store.when import Frame, Refusal, When, find_when

_FLAGS = re.ASCII | re.IGNORECASE
_STOP = r"(?=[ ,:;.!?]|$)(?![.,]\d)"
_PHRASES = re.compile(
    "(?:" + "|".join(sorted(map(re.escape, OUTCOME_PHRASES), key=len, reverse=True)) + ")" + _STOP, _FLAGS
)
_WORD = re.compile(r"[a-z-]+" + _STOP, _FLAGS)
_ON_BEHALF = re.compile(r"on behalf" + _STOP, _FLAGS)
_LENGTH = re.compile(
    r"(?:(?P<minutes>\d{1,4})(?:m|mins?)|(?P<hours>\d{1,2}(?:\.\d{1,2})?)(?:h|hrs?)"
    r"|(?P<whole>\d{1,2})h(?P<rest>[0-5]?\d)m?)" + _STOP,
    _FLAGS,
)
_SHORT = re.compile(r"(?P<minutes>\d{1,3})(?P<way>[ctv])" + _STOP, _FLAGS)
_TRAVEL = re.compile(r"travel +", _FLAGS)
_KM = re.compile(r"(\d{1,4}(?:\.\d{1,2})?)km" + _STOP, _FLAGS)
_MONEY = re.compile(r"[$£€](\d{1,6})(?:\.(\d{1,2}))?" + _STOP)
_BARE_DEAD_ENDS = re.compile(r" *(?:$|[,:;.]|[<>!] |\d)")
_DAY = 24 * 60


@dataclass(slots=True)
class Run:
    """What the run said, filled as it is read."""

    mode: str = ""
    kind: str = ""
    outcome: str = ""
    minutes: int | None = None
    travel_minutes: int | None = None
    km: float | None = None
    cents: int | None = None
    when: When | None = None
    marks: list[Mark] = field(default_factory=list)
    end: int = 0
    words_from: int = 0
    """Where the words begin: `end`, or behind the backslash that keeps a word out of the run."""
    way_just_said: bool = False
    hours_just_said: bool = False
    length_just_said: bool = False

    @property
    def direction(self) -> str:
        """DIRECTIONS, where the outcome settles it."""
        return DIRECTIONS_OF.get(self.outcome, "")

    def settle(self) -> None:
        """Give what was not said its usual outcome."""
        usual = DEFAULT_OUTCOMES.get(self.mode) or DEFAULT_OUTCOMES_OF_KINDS.get(self.kind, "")
        self.outcome = self.outcome or usual


def read_run(line: str, start: int, frame: Frame) -> Run:
    """The run that begins at `start`; `frame` is read backwards, for a `<` inside it."""
    run = Run(end=start)
    place = start
    while True:
        place = _past_spaces(line, place)
        end = _date_inside(run, line, place, frame) or _piece(run, line, place)
        if end is None:
            run.words_from = place + 1 if _escaped(run, line, place) else run.end
            break
        closing = line[end : end + 1]
        run.end = end + (closing in tuple(",:;."))
        if run.marks[-1].role == "how" and closing:
            run.way_just_said = run.way_just_said and closing == " "
        place = run.end
        if closing in tuple(":;."):
            run.words_from = run.end
            break
    run.settle()
    return run


def begins_run(line: str, start: int, frame: Frame) -> bool:
    """Whether a word of the run stands at `start`."""
    run = read_run(line, start, frame)
    return run.end > start


def _escaped(run: Run, line: str, place: int) -> bool:
    return line.startswith("\\", place) and _piece(replace(run, marks=[]), line, place + 1) is not None


def _past_spaces(line: str, place: int) -> int:
    while line[place : place + 1] == " ":
        place += 1
    return place


def _date_inside(run: Run, line: str, place: int, frame: Frame) -> int | None:
    if run.when or not line.startswith("< ", place):
        return None
    try:
        found = find_when(line, _past_spaces(line, place + 1), frame)
    except Refusal:
        return None
    if found is None:
        return None
    run.when = found.when
    run.marks.append(Mark(place, found.end, "when"))
    return found.end


def _piece(run: Run, line: str, place: int) -> int | None:
    """Read one word or figure of the run; where it ends, or None if the run ends here."""
    after_way, after_hours, after_length = run.way_just_said, run.hours_just_said, run.length_just_said
    for read in (_outcome, _short, _length, _travel, _distance, _money, _how):
        run.way_just_said, run.hours_just_said, run.length_just_said = after_way, after_hours, after_length
        end = read(run, line, place)
        if end is not None:
            run.way_just_said = read in (_short, _how)
            run.hours_just_said = run.hours_just_said and read is _length
            run.length_just_said = read is _length
            run.marks.append(Mark(place, end, "how"))
            return end
    return None


def _how(run: Run, line: str, place: int) -> int | None:
    found = _ON_BEHALF.match(line, place) or _WORD.match(line, place)
    if found is None:
        return None
    word = found.group().lower().removeprefix("on ")
    if len(word) == 1:
        word = SHORTHAND.get(word, "") if run.length_just_said else ""
    how = HOW_WORDS.get(word)
    if how is None or (how.kind and run.kind):
        return None
    if how.mode and run.mode and not (word == "met" and run.mode in ("gate", "driving") and not run.outcome):
        return None
    if how.outcome and run.outcome:
        return None
    run.mode, run.kind, run.outcome = run.mode or how.mode, run.kind or how.kind, run.outcome or how.outcome
    return found.end()


def _outcome(run: Run, line: str, place: int) -> int | None:
    if run.outcome:
        return None
    phrase = _PHRASES.match(line, place)
    if phrase:
        run.outcome = OUTCOME_PHRASES[phrase.group().lower()]
        return phrase.end()
    found = _WORD.match(line, place)
    word = found.group().lower() if found else ""
    if found is None or word not in OUTCOMES_AFTER:
        return None
    bare_dead = word == "dead" and not run.mode and _BARE_DEAD_ENDS.match(line, found.end())
    directly = run.way_just_said and run.mode in OUTCOMES_AFTER[word]
    if not (bare_dead or directly) or (word == "in" and _in_a_sentence(line, found.end())):
        return None
    run.outcome = AFTER_CODES[word]
    return found.end()


def _in_a_sentence(line: str, place: int) -> bool:
    behind = line[place : place + 20].split(" ")
    next_word = behind[1].strip(",.;:!?").lower() if len(behind) > 1 and not behind[0] else ""
    return next_word in IN_GOES_WITH or (next_word.isdigit())


def _short(run: Run, line: str, place: int) -> int | None:
    found = _SHORT.match(line, place)
    if found is None or run.mode or run.minutes is not None or not 0 < int(found["minutes"]) <= _DAY:
        return None
    run.minutes = int(found["minutes"])
    run.mode = HOW_WORDS[SHORTHAND[found["way"].lower()]].mode
    return found.end()


def _length(run: Run, line: str, place: int) -> int | None:
    found = _LENGTH.match(line, place)
    minutes = _minutes(found) if found else 0
    if found is None or not 0 < minutes <= _DAY:
        return None
    if run.minutes is None:
        run.minutes = minutes
        run.hours_just_said = found["hours"] is not None and "." not in found["hours"]
        return found.end()
    if run.hours_just_said and found["minutes"] and minutes < 60:
        run.minutes += minutes
        run.hours_just_said = False
        return found.end()
    return None


def _minutes(found: re.Match[str]) -> int:
    if found["minutes"]:
        return int(found["minutes"])
    if found["hours"]:
        return round(float(found["hours"]) * 60)
    return int(found["whole"]) * 60 + int(found["rest"])


def _travel(run: Run, line: str, place: int) -> int | None:
    said = _TRAVEL.match(line, place)
    found = _LENGTH.match(line, said.end()) if said else None
    if found is None or run.travel_minutes is not None or not 0 < _minutes(found) <= _DAY:
        return None
    run.travel_minutes = _minutes(found)
    return found.end()


def _distance(run: Run, line: str, place: int) -> int | None:
    found = _KM.match(line, place)
    if found is None or run.km is not None:
        return None
    run.km = float(found[1])
    return found.end()


def _money(run: Run, line: str, place: int) -> int | None:
    found = _MONEY.match(line, place)
    if found is None or run.cents is not None:
        return None
    run.cents = int(found[1]) * 100 + int((found[2] or "0").ljust(2, "0"))
    return found.end()
