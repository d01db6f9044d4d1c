"""Phrases that mean a time to a person but no one day: never guessed, always pointed at."""

import re

from store.when_days import REPEAT_BEGINS, compiled
from store.when_words import END, FLAGS, MONTH, WEEKDAY, Frame, Refusal

_UNITS = r"(?:weeks?|months?|years?|weekend|time|few|couple|day)"

# pattern, why it is not read, what would be (to come; past)
_VAGUE: tuple[tuple[re.Pattern[str], str, str, str], ...] = tuple(
    (re.compile(f"(?:{pattern}){END}", FLAGS), reason, to_come, gone)
    for pattern, reason, to_come, gone in (
        (
            rf"last +{_UNITS}",
            "“{}” is not one day",
            "next fri” or “26 nov” or “in 2 weeks",
            "last week fri” or “yesterday” or “20 nov",
        ),
        (
            r"next +week",
            "“{}” is not one day",
            "next week fri” or “next fri” or “in 2 weeks",
            "fri” or “yesterday” or “20 nov",
        ),
        (
            r"next +year",
            "“{}” is not one day",
            "in 1 year” or “5 jan” or “end of next year",
            "fri” or “yesterday” or “20 nov",
        ),
        (
            r"next +month",
            "“{}” is not one day",
            "3rd of next month” or “in 1 month” or “end of next month",
            "fri” or “yesterday” or “20 nov",
        ),
        (
            rf"next +{_UNITS}",
            "“{}” is not one day",
            "next fri” or “in 2 weeks” or “26 nov",
            "fri” or “yesterday” or “20 nov",
        ),
        (
            rf"this +{_UNITS}|this +(?:morning|afternoon|evening|night)",
            "“{}” is not one day",
            "fri” or “fri morning” or “26 nov",
            "today” or “yesterday” or “fri",
        ),
        (
            r"(?:the +|at +the +|on +the +)?weekend",
            "“{}” is two days",
            "saturday” or “sunday” or “sat morning",
            "saturday” or “sunday” or “sat 10am",
        ),
        (
            r"(?:at +)?(?:the +)?(?:end|start|beginning) +of +(?:the +|this +|next +)?(?:day|week)",
            "“{}” is not one day",
            "fri” or “fri 17:00” or “end of month",
            "fri” or “fri 17:00” or “end of last month",
        ),
        (
            r"(?:the +)?middle +of +(?:the +)?\w+|mid-?\w+",
            "“{}” is not one day",
            "15 dec” or “end of month” or “in 2 weeks",
            "15 nov” or “yesterday” or “fri",
        ),
        (
            r"(?:soon|soonish|later|sometime|someday|asap|eventually|whenever|shortly)",
            "“{}” is not a day",
            "fri” or “in 3 days” or “in 2 hours",
            "yesterday” or “fri” or “20 nov",
        ),
        (
            r"(?:recently|earlier|just +now|a +while +ago|the +other +day)",
            "“{}” is not a day",
            "fri” or “tomorrow” or “26 nov",
            "today” or “yesterday” or “an hour ago",
        ),
        (
            r"(?:in +)?(?:a +)?(?:few|couple +of|several|some) +\w+(?: +ago)?",
            "“{}” says no exact number",
            "in 2 days” or “in 3 weeks” or “fri",
            "2 days ago” or “3 weeks ago” or “fri",
        ),
        (
            r"(?:a|one|two|\d{1,2}) +fortnights?",
            "“{}” says how long, not when",
            "in a fortnight” or “in 2 weeks” or “26 nov",
            "a fortnight ago” or “2 weeks ago” or “20 nov",
        ),
        (
            r"(?:tmrw|tmr|tommorr?ow|tomorow|2moro)",
            "“{}” is not written as a day",
            "tomorrow” or “tomorrow 10am” or “in 1 day",
            "yesterday” or “fri” or “20 nov",
        ),
        (
            rf"{WEEKDAY}(?:-|/)\w+",
            "“{}” is more than one day",
            "fri” or “fri 10am” or “saturday",
            "fri” or “fri 10am” or “saturday",
        ),
        (
            rf"\d{{1,2}} *(?:-|–|and|&|to) *\d{{1,2}} +{MONTH}",
            "“{}” is more than one day",
            "26 nov” or “fri 10am” or “in 3 days",
            "20 nov” or “fri” or “3 days ago",
        ),
        (
            rf"(?:by|before|after|around|about|from|until|till|early|late|mid) +"
            rf"(?:{WEEKDAY}|today|tomorrow|\d{{1,2}} +{MONTH}|{MONTH} +\d{{1,2}})",
            "“{}” is not one day",
            "fri” or “26 nov” or “in 3 days",
            "fri” or “20 nov” or “yesterday",
        ),
        (
            r"(?:in +the +|the +)?(?:morning|afternoon|evening)|(?:at +)?night",
            "“{}” is a part of a day without its day",
            "tomorrow morning” or “fri evening” or “sat 10am",
            "last night” or “yesterday morning” or “fri evening",
        ),
        (
            r"midnight",
            "“{}” could be two days",
            "tomorrow night” or “fri 23:59” or “fri 00:01",
            "last night” or “fri 23:59” or “fri 00:01",
        ),
        (
            r"\+ *\d{1,4} ?(?:m|mo)|in +\d{1,4} ?m",
            "“{}” could be minutes or months",
            "in 20 minutes” or “in 1 month” or “+4w",
            "20 minutes ago” or “1 month ago” or “20 nov",
        ),
        (
            r"\+ *\w{1,8} ?(?:months?|y|years?|h|hrs?|hours?|min|mins|minutes?)",
            "“{}”: after + there are days and weeks",
            "+3d” or “+4w” or “in 3 hours",
            "3 hours ago” or “yesterday” or “20 nov",
        ),
        (
            rf"(?:(?:on +)?the +)?\d{{1,2}}(?:st|nd|rd|th)(?! +(?:of +)?{MONTH})",
            "“{}” needs its month",
            "26 nov” or “26th of next month” or “in 3 days",
            "20 nov” or “3rd of last month” or “3 days ago",
        ),
        (
            rf"(?:in +)?{MONTH}(?= *$)",
            "“{}” needs its day",
            "26 nov” or “end of nov” or “first mon of nov",
            "20 nov” or “end of oct” or “first mon of oct",
        ),
        (
            r"\d{4}-\d{1,2}(?:-\d{1,2})?|\d{1,2}/\d{1,2}/\d{2}",
            "“{}” is not written as a whole day",
            "{today}” or “26 nov” or “26 nov {year}",
            "{today}” or “20 nov” or “3 days ago",
        ),
    )
)


def refused_at(text: str, start: int, frame: Frame) -> Refusal | None:
    """Why the phrase that begins at `start` is no one day, if it is one of those that sound like one."""
    today = frame.moment.day
    for pattern, reason, to_come, gone in _VAGUE:
        found = pattern.match(text, start)
        if found:
            example = gone if frame.past else to_come
            example = example.replace("{today}", today.isoformat()).replace("{year}", str(today.year + 1))
            return Refusal(reason.replace("{}", found.group().strip()), example, found.end())
    return _that_repeats(text, start, frame)


def _that_repeats(text: str, start: int, frame: Frame) -> Refusal | None:
    if not compiled(REPEAT_BEGINS).match(text, start):
        return None
    from store.when_repeats import repeat_at

    example = "fri” or “yesterday” or “20 nov" if frame.past else "fri” or “next fri” or “in 2 weeks"
    try:
        found = repeat_at(text, start, Frame(frame.moment, past=False, day_first=frame.day_first))
    except Refusal as refusal:
        return Refusal(refusal.reason, example, refusal.end)
    if found is None:
        return None
    said = text[start : found.end].strip()
    return Refusal(f"“{said}” comes back; one day is read here", example, found.end)
