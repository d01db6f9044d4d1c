"""What says how something comes back, without its time and its end: "every other tue", "first monday"."""

import re
from dataclasses import dataclass, field
from datetime import date, time

from store.repeat_rules import Pattern, nth, places_in
from store.when_calendar import PLACES, month_length
from store.when_days import compiled
from store.when_parts import time_in
from store.when_words import (
    COUNT,
    END,
    MONTH,
    MONTH_DAYS,
    MONTHS,
    WEEKDAY,
    Refusal,
    count_of,
    month_number,
    weekday_number,
)

_AND = r"(?: *, *(?:and +)?| *& *| +and +| *\+ *| *(?:/) *)"
_STEPS = {"other": 2, "alternate": 2, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_ADVERBS = {
    "daily": ("day", 1),
    "weekly": ("week", 1),
    "fortnightly": ("week", 2),
    "monthly": ("month", 1),
    "yearly": ("year", 1),
    "annually": ("year", 1),
}
_EACH = "(?:every|each)"
_STEP = rf"(?:(?:(?P<nth>{'|'.join(_STEPS)})|(?P<step>{COUNT})) +)?"
_UNIT = rf"(?:{_EACH} +{_STEP}(?P<unit>day|week|fortnight|month|year)s?|(?P<adverb>{'|'.join(_ADVERBS)}))"
_OF_MONTH = rf"(?:(?:(?:of|in) +)?{_EACH} +{_STEP}months?|(?:of|in) +the +month|monthly)"
_WEEKDAYS = rf"(?P<weekdays>{WEEKDAY}(?:(?:{_AND}| +){WEEKDAY})*)"
_PLACES = rf"(?P<places>(?:{'|'.join(PLACES)})(?:{_AND}(?:{'|'.join(PLACES)}))*)"
_PLURAL = "(?:mon|tues|wednes|thurs|fri|satur|sun)days"
_NTH = r"\d{1,2}(?:st|nd|rd|th)"
_DAYS = rf"(?P<days>(?:{_NTH}|last +day)(?:{_AND}(?:the +)?(?:{_NTH}|last +day))*)"
_YEAR_DAY = (
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? +(?:of +)?(?P<month>{MONTH})"
    rf"|(?P<month2>{MONTH}) +(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)"
)
_ONE = rf"(?! +(?:of|in) +(?:{MONTH}|this|next|last))"

# The longest reading of each comes first.
_FORMS = (
    rf"{_UNIT}(?: +on)?(?: +the)? +{_PLACES} +(?P<placed>{WEEKDAY}){END}",
    rf"{_UNIT}(?: +on)?(?: +the)? +{_DAYS}{END}",
    rf"{_UNIT}(?: +on)? +{_YEAR_DAY}{END}",
    rf"{_UNIT}(?: +on)? +{_WEEKDAYS}{END}",
    rf"{_EACH} +(?P<workdays>weekday|workday|working +day){END}",
    rf"{_EACH} +(?P<part>morning|afternoon|evening|night){END}",
    rf"{_UNIT}{END}",
    rf"{_EACH} +{_YEAR_DAY}{END}",
    rf"{_EACH} +(?P<nth>other +)?{_WEEKDAYS}{END}",
    rf"(?:{_EACH} +)?(?P<nth>alternate +)(?P<weekdays>{WEEKDAY}|{_PLURAL}){END}",
    rf"(?:on +)?(?:{_EACH} +)?(?:the +)?{_PLACES} +(?P<placed>{WEEKDAY}|day) +(?:{_OF_MONTH}){END}",
    rf"(?:on +)?(?:{_EACH} +)?(?:the +)?{_DAYS} +(?:{_OF_MONTH}){END}",
    rf"(?:on +)?(?:(?P<each>{_EACH}) +)?(?:the +)?{_PLACES} +(?P<placed>{WEEKDAY}){_ONE}{END}",
    rf"(?:{_EACH} +)?(?:the +)?(?P<days>last +day){_ONE}{END}",
    rf"(?:on +)?(?P<plural>{_PLURAL}(?:{_AND}{_PLURAL})*){END}",
    rf"(?P<workdays>weekdays){END}",
)
# form, why it is not read, what would be
_UNCLEAR = (
    (rf"{_EACH} +weekend", "“{}” is two days", "every sat” or “every sat and sun” or “every weekday"),
    (rf"{_EACH} +(?:few|couple +of|some|so|now) +\w+", "“{}” says no exact number",
     "every 2 days” or “every 3 weeks” or “every other tue"),
    (r"bi-?(?:weekly|monthly)", "“{}” could be two different things",
     "every other tue” or “every 2 months” or “first and third tue"),
    (rf"(?:once|twice|{COUNT} +times) +(?:a|an|per|each|every) +(?:day|week|fortnight|month|year)",
     "“{}” does not say on which days", "every tue” or “every mon and thu” or “1st and 15th of each month"),
    (rf"(?:{_EACH} +)?(?:the +)?(?:fifth|5th) +{WEEKDAY}", "“{}” is not in every month",
     "last fri of each month” or “fourth fri” or “every fri"),
    # One that has passed, or the last of this month: nobody who means each month says only this.
    (rf"(?:on +)?(?:the +)?last +{WEEKDAY}(?! +(?:{_OF_MONTH})){_ONE}",
     "“{}” could be a day that has passed, or of each month",
     "fri” or “last fri of each month” or “last fri of next month"),
)  # fmt: skip
IN_EACH = "last day of each month” or “every month on the 28th” or “every 4 weeks"
# What makes sure of "every day", which may be words of a sentence.
_BEHIND = (
    r"[.,]? *(?:$|\d|(?:at +)?(?:noon|midday|night|\d)|(?:in +the +)?(?:morning|afternoon|evening)\b"
    rf"|(?:until|till?|from|starting|beginning)\b|for +{COUNT}\b|[<>!](?: |$)|[+#@]\w)"
)


@dataclass(slots=True)
class Said:
    """The parts of the phrase, as they are met."""

    pattern: Pattern | None = None
    bare: tuple[str, int] | None = None
    """The unit and step of "every 2 weeks", which says no day."""
    at: time | None = None
    start: date | None = None
    until: date | None = None
    lasting: tuple[int, str] | None = None
    """How long: (6, "week"), (6, "time")."""
    met: set[str] = field(default_factory=set)


def read_core(text: str, start: int, said: Said) -> int | None:
    """Read how often, and on which days; where it ends, or None if nothing here comes back.

    Raises:
        Refusal: for what could be two things, or is not in every month or year.
    """
    _refuse_unclear(text, start)
    for form in _FORMS:
        found = compiled(form).match(text, start)
        if found:
            groups = {name: said_so for name, said_so in found.groupdict().items() if said_so}
            _taken(groups, found, said)
            return _hour_of(groups["part"], text, found.end(), said) if "part" in groups else found.end()
    return None


def _hour_of(part: str, text: str, end: int, said: Said) -> int:
    """Read when "every evening" is, by itself or with the time behind it; where that ends."""
    said.at, end = time_in(text, end, part.lower())
    said.met.add("at")
    return end


def _refuse_unclear(text: str, start: int) -> None:
    for form, reason, examples in _UNCLEAR:
        found = compiled(form + END).match(text, start)
        if found:
            raise Refusal(reason.replace("{}", found.group()), examples, found.end())


def _taken(groups: dict[str, str], found: re.Match[str], said: Said) -> None:
    """What the core of the phrase says: a pattern, or a unit and step that say no day."""
    unit, step = _unit(groups)
    if "workdays" in groups:
        said.pattern = Pattern("week", 1, (0, 1, 2, 3, 4))
    elif "plural" in groups:
        said.pattern = Pattern("week", 1, _weekdays(groups["plural"]))
    elif "weekdays" in groups:
        _only("week", unit, found)
        said.pattern = Pattern("week", step, _weekdays(groups["weekdays"]))
    elif "places" in groups:
        said.pattern = _placed(groups, step, unit, found)
    elif "days" in groups:
        _only("month", unit, found)
        said.pattern = Pattern("month", step, days=_days(groups["days"], found))
    elif "month" in groups or "month2" in groups:
        said.pattern = _yearly(groups, step, unit, found)
    else:
        said.bare = (unit or "day", step)
    _doubted(found, groups)


def _weekdays(words: str) -> tuple[int, ...]:
    said = re.findall(r"\b(?:mon|tue|wed|thu|fri|sat|sun)", words, re.I)
    return tuple(sorted({weekday_number(word) for word in said}))


def _unit(groups: dict[str, str]) -> tuple[str, int]:
    if "adverb" in groups:
        return _ADVERBS[groups["adverb"].lower()]
    step = (
        count_of(groups["step"]) if "step" in groups else _STEPS.get(groups.get("nth", "").strip().lower(), 1)
    )
    unit = groups.get("unit", "").lower()
    return ("week", step * 2) if unit == "fortnight" else (unit, step)


def _only(unit: str, said: str, found: re.Match[str]) -> None:
    if said not in ("", unit):
        examples = "every week on tue” or “every month on the 3rd” or “every 4 mar"
        raise Refusal(f"“{found.group()}” does not fit together", examples, found.end())


def _placed(groups: dict[str, str], step: int, unit: str, found: re.Match[str]) -> Pattern:
    _only("month", unit, found)
    places = places_in(re.findall("|".join(PLACES), groups["places"], re.I))
    if "each" in groups and len(places) == 1 and places[0] in (2, 3, 4):
        said, day = found.group(), groups["placed"].lower()
        examples = f"{nth(places[0])} {day}” or “every {places[0]} weeks on {day}” or “every other {day}"
        raise Refusal(f"“{said}” could be of each month, or every so many weeks", examples, found.end())
    if groups["placed"].lower() == "day":
        return Pattern("month", step, days=places)
    return Pattern("month", step, (weekday_number(groups["placed"]),), places)


def _days(words: str, found: re.Match[str]) -> tuple[int, ...]:
    figures = re.findall(r"\d+|last", words, re.I)
    days = tuple(dict.fromkeys(-1 if figure.lower() == "last" else int(figure) for figure in figures))
    for day in days:
        if day > 28 or day == 0:
            known = f"the {nth(day)} is not in every month"
            raise Refusal(known if 0 < day <= 31 else f"“{found.group()}” is no day", IN_EACH, found.end())
    return days


def _yearly(groups: dict[str, str], step: int, unit: str, found: re.Match[str]) -> Pattern:
    _only("year", unit, found)
    day = int(groups.get("day") or groups["day2"])
    month = month_number(groups.get("month") or groups["month2"])
    if not 1 <= day <= month_length(2001, month):
        known = f"{day} {MONTHS[month - 1].capitalize()} is not in every year"
        reason = known if 1 <= day <= MONTH_DAYS[month - 1] else f"“{found.group()}” is not a day"
        raise Refusal(reason, f"every 28 {MONTHS[month - 1]}” or “every year” or “last day", found.end())
    return Pattern("year", step, days=(day,), month=month)


def _doubted(found: re.Match[str], groups: dict[str, str]) -> None:
    """Refuse "every day" in "works > every day is hard": without a day in it, more or the end must follow."""
    day_said = groups.keys() & {"weekdays", "places", "month", "month2"} or (
        "days" in groups and found.group().lower().split()[-2:] != ["last", "day"]
    )
    if not day_said and not compiled(_BEHIND).match(found.string, found.end()):
        examples = "every tue” or “every day 10am” or “last day of each month"
        raise Refusal(f"“{found.group()}” may be words here", examples, found.end())
