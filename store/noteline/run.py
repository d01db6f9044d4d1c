"""The unbroken run right after who: how, what happened, how long, travel and money."""

import re
from dataclasses import replace

from store.noteline.figures import distance, length, money, short, travel
from store.noteline.reading import Mark
from store.noteline.run_said import Run
from store.noteline.run_words import (
    AFTER_CODES,
    COMES_IN,
    HOW_WORDS,
    IN_GOES_WITH,
    IN_THE,
    OUTCOME_PHRASES,
    OUTCOMES_AFTER,
    POINTING_WORDS,
    SHORTHAND,
    STOP,
    WORD_FLAGS,
    past_spaces,
)
from store.when import Frame, Refusal, find_when

_PHRASES = re.compile(
    "(?:" + "|".join(sorted(map(re.escape, OUTCOME_PHRASES), key=len, reverse=True)) + ")" + STOP, WORD_FLAGS
)
_WORD = re.compile(r"[a-z-]+" + STOP, WORD_FLAGS)
_ON_BEHALF = re.compile(r"on behalf" + STOP, WORD_FLAGS)
_BARE_DEAD_ENDS = re.compile(r" *(?:$|[,:;.]|[<>!] |\d)")


def read_run(line: str, start: int, frame: Frame) -> Run:
    """The run that begins at `start`; `frame` is read backwards, for a `<` inside it."""
    run = Run(end=start)
    place = start
    while True:
        place = past_spaces(line, place)
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


def _date_inside(run: Run, line: str, place: int, frame: Frame) -> int | None:
    if run.when or not line.startswith("< ", place):
        return None
    try:
        found = find_when(line, past_spaces(line, place + 1), frame)
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
    for read in (_outcome, short, length, travel, distance, money, _how):
        run.way_just_said, run.hours_just_said, run.length_just_said = after_way, after_hours, after_length
        end = read(run, line, place)
        if end is not None:
            run.way_just_said = read in (short, _how)
            run.hours_just_said = run.hours_just_said and read is length
            run.length_just_said = read is length
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
    if not (bare_dead or directly) or (word == "in" and _in_a_sentence(line, found.end(), run.mode)):
        return None
    run.outcome = AFTER_CODES[word]
    return found.end()


def _in_a_sentence(line: str, place: int, mode: str) -> bool:
    """Whether the "in" that ends at `place` belongs to the words behind it."""
    behind = line[place : place + 40].split(" ")
    words = [word.strip(",.;:!?").lower() for word in behind[1:3]] if not behind[0] else []
    next_word, after_it = (*words, "", "")[:2]
    if mode in COMES_IN and next_word in POINTING_WORDS:
        return after_it in IN_THE
    return next_word in IN_GOES_WITH or next_word.isdigit()
