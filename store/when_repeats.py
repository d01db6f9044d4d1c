"""What comes back, as it is typed: "every other tue 14:00 until 31 jan", "first monday", "last day"."""

from dataclasses import dataclass
from datetime import date, timedelta

from msgspec.structs import replace

from store.records.work import Repeat
from store.recurrence import MOST_EVERY, MOST_YEARS
from store.repeat_rules import Pattern, first_on, nth, rule_text
from store.when_calendar import FURTHEST_DAYS, month_length, months_on
from store.when_days import REPEAT_BEGINS, compiled
from store.when_finding import checked, find_day, find_when
from store.when_parts import part_at, time_in
from store.when_repeat_core import IN_EACH, Said, read_core
from store.when_words import COUNT, END, WEEKDAY, Frame, Refusal, When, count_of, time_at, time_behind

_GAP = r"[,.]? +"
_MOST = 999
"""Of a length."""
_LENGTHS = "every tue for 6 weeks” or “every tue 6 times” or “every tue until end of next month"
_EXAMPLES = "every fri 10am” or “every other tue” or “every tue until end of next month"


@dataclass(frozen=True, slots=True)
class FoundRepeat:
    """A phrase for something that comes back, inside a text."""

    when: When
    """Its first day."""
    repeats: Repeat
    end: int
    """Where it ends."""


def repeat_at(text: str, start: int, frame: Frame) -> FoundRepeat | None:
    """The phrase that begins at `start`; None if what stands there does not come back.

    Raises:
        Refusal: for what sounds like it and is not read; its `end` closes the phrase.
    """
    said, place = Said(), start
    early = time_at(text, place)
    gap = compiled(_GAP).match(text, early[1]) if early else None
    if early:
        if gap is None:
            return None
        said.at, place = early[0], gap.end()
        said.met.add("at")
    if not compiled(REPEAT_BEGINS).match(text, place):
        return None
    core = read_core(text, place, said)
    if core is None:
        return None
    end = core
    try:
        end = _modifiers(text, core, said, frame)
        if choice := compiled(rf" +or(?= )|(?: +and|,) +(?:every +)?{WEEKDAY}").match(text, end):
            phrase = text[start : choice.end()]
            raise Refusal(f"“{phrase} ...” is not one way to come back", _EXAMPLES, choice.end())
        when, repeats = _settled(said, frame, text[start:end].strip())
    except Refusal as refusal:
        raise Refusal(refusal.reason, refusal.example, refusal.end or end) from None
    return FoundRepeat(when, repeats, end)


def with_end(words: str, repeats: Repeat, frame: Frame) -> tuple[str, Repeat]:
    """A plan's words without the end they say ("clinic until 31 jan"), and the repeat with that end.

    Both as they are where the words end with nothing of the kind.
    """
    for gap in compiled(r" +(?=(?:until|untill|till|'?til|for) )").finditer(words, max(0, len(words) - 40)):
        said = Said()
        try:
            read = _until(words, gap.end(), said, frame) or _lasting(words, gap.end(), said, frame)
        except Refusal:
            continue
        until = said.until if said.lasting is None else _last(repeats, *said.lasting)
        is_all = read is not None and not words[read:].strip(" .,;:!")
        if is_all and until and 0 <= (until - repeats.begins).days <= FURTHEST_DAYS:
            return words[: gap.start()], replace(repeats, until=until)
    return words, repeats


def _modifiers(text: str, place: int, said: Said, frame: Frame) -> int:
    """The time, the end and the beginning behind the core, in any order; where they end."""
    while gap := compiled(_GAP).match(text, place):
        for name, read in (("at", _time), ("until", _until), ("for", _lasting), ("from", _start)):
            end = None if name in said.met else read(text, gap.end(), said, frame)
            if end is not None:
                said.met.add(name)
                place = end
                break
        else:
            break
    return place


def _time(text: str, place: int, said: Said, frame: Frame) -> int | None:
    if part := part_at(text, place):
        said.at, end = time_in(text, part[1], part[0])
        return end
    found = time_behind(text, place)
    if found is None:
        return None
    said.at = found[0]
    return found[1]


def _until(text: str, place: int, said: Said, frame: Frame) -> int | None:
    word = compiled(r"(?:until|untill|till|'?til)(?: +|$)").match(text, place)
    if word is None:
        return None
    found = find_day(text, word.end(), frame)
    if found is None:
        mark = compiled(r" (?=[<>!](?: |$)|[+#@][^ ])").search(text, place)
        end = mark.start() if mark else len(text)
        behind = text[place : min(end, place + 40)].strip()
        examples = "every tue until end of next month” or “every tue for 6 weeks” or “every tue 6 times"
        raise Refusal(f"“{behind}” does not say until which day", examples, end)
    said.until = found.when.day
    return found.end


def _lasting(text: str, place: int, said: Said, frame: Frame) -> int | None:
    how_long = compiled(
        rf"(?:for +)?(?P<count>{COUNT}) +(?P<unit>time)s?(?! +(?:a|per|each|every)\b){END}"
        rf"|for +(?P<count2>{COUNT}) +(?P<unit2>day|week|fortnight|month|year)s?{END}"
    ).match(text, place)
    if how_long is None or "until" in said.met:
        return None
    count = count_of(how_long["count"] or how_long["count2"])
    if not 1 <= count <= _MOST:
        raise Refusal(f"“{how_long.group()}” is no length that is kept", _LENGTHS, how_long.end())
    said.lasting = (count, (how_long["unit"] or how_long["unit2"]).lower())
    said.met.add("until")
    return how_long.end()


def _start(text: str, place: int, said: Said, frame: Frame) -> int | None:
    word = compiled(r"(?:from|starting|beginning)(?: +on)? +").match(text, place)
    found = find_when(text, word.end(), frame) if word else None
    if found is None:
        return None
    if found.when.at:
        if "at" in said.met and said.at != found.when.at:
            examples = "every tue 14:00 from 5 jan” or “every tue from 5 jan 14:00” or “every tue 14:00"
            raise Refusal("two times are said", examples, found.end)
        said.at = found.when.at
        said.met.add("at")
    said.start = found.when.day
    return found.end


def _settled(said: Said, frame: Frame, phrase: str) -> tuple[When, Repeat]:
    moment = frame.moment
    ahead = said.at is not None and moment.instant(moment.day, said.at) > moment.at
    start = said.start or (moment.day if ahead else moment.day + timedelta(days=1))
    pattern = said.pattern or _from_today(said, frame, start)
    if said.pattern is None and said.start is None and said.bare not in (("day", 1), None):
        start = _one_step_on(said.bare or ("day", 1), moment.day)
    if not 1 <= pattern.step <= (MOST_YEARS if pattern.unit == "year" else MOST_EVERY):
        raise Refusal(
            f"“{phrase}” is no step that is kept", "every 2 weeks” or “every 10 days” or “every 3 months"
        )
    first = first_on(pattern, start)
    when = When(first, said.at)
    try:
        checked(when, phrase, frame)
    except Refusal as refusal:
        raise Refusal(refusal.reason, _EXAMPLES) from None
    repeats = Repeat(rule=rule_text(pattern), begins=first)
    until = said.until if said.lasting is None else _last(repeats, *said.lasting)
    if until and said.lasting and (until - first).days > FURTHEST_DAYS:
        raise Refusal(f"“{phrase}” goes on for more than ten years", _LENGTHS)
    if until and until < first:
        raise Refusal(f"“{phrase}” ends before it begins", _LENGTHS)
    return when, Repeat(rule=repeats.rule, begins=first, until=until)


def _from_today(said: Said, frame: Frame, start: date) -> Pattern:
    """The pattern of "every 2 weeks": counted from the day that is said, else from today."""
    unit, step = said.bare or ("day", 1)
    day = said.start or frame.moment.day
    if unit == "week":
        return Pattern("week", step, (day.weekday(),))
    if unit == "month":
        if day.day > 28:
            raise Refusal(f"the {nth(day.day)} is not in every month", IN_EACH)
        return Pattern("month", step, days=(day.day,))
    if unit == "year":
        if (day.month, day.day) == (2, 29):
            raise Refusal("29 Feb is not in every year", "every 28 feb” or “last day” or “every 52 weeks")
        return Pattern("year", step, days=(day.day,), month=day.month)
    return Pattern("day", step)


def _one_step_on(bare: tuple[str, int], today: date) -> date:
    unit, step = bare
    step = min(step, MOST_EVERY)
    if unit in ("day", "week"):
        return today + timedelta(days=step * (7 if unit == "week" else 1))
    year, month = months_on(today, step * (12 if unit == "year" else 1))
    return date(year, month, min(today.day, month_length(year, month)))


def _last(repeats: Repeat, count: int, unit: str) -> date:
    """The last day of "6 times", "for 6 weeks": from the first day on."""
    first = repeats.begins
    if unit == "time":
        from itertools import islice

        from store.recurrence import days_of

        days = list(islice(days_of(repeats, first, first + timedelta(days=FURTHEST_DAYS)), count))
        return days[-1] if len(days) == count else date.max
    if unit in ("day", "week", "fortnight"):
        return first + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit] - 1)
    year, month = months_on(first, min(count, 120) * (12 if unit == "year" else 1))
    return date(year, month, min(first.day, month_length(year, month))) - timedelta(days=1)
