"""Phrases that mean a time to a person but no one day: never guessed, always pointed at."""

import re

from store.when_words import COUNT, END, FLAGS, MONTH, WEEKDAY, Frame, Refusal

_UNITS = r"(?:week|month|year|weekend|time)"
_PARTS = r"(?:morning|afternoon|evening|night)"

# pattern, why it is not read, what would be (to come; past)
_VAGUE: tuple[tuple[re.Pattern[str], str, str, str], ...] = tuple(
    (re.compile(pattern + END, FLAGS), reason, to_come, gone)
    for pattern, reason, to_come, gone in (
        (
            rf"(?:every|first|second|third|fourth) +(?:other +)?(?:{WEEKDAY}|day|week|month)",
            "“{}” repeats; one day is read here",
            "next fri",
            "fri",
        ),
        (
            rf"last +(?:day|{_UNITS}|{_PARTS}|{WEEKDAY})",
            "“{}” could be more than one day",
            "next fri",
            "yesterday” or “fri",
        ),
        (rf"next +(?:{_UNITS}|few|couple)", "“{}” is not one day", "next fri” or “in 2 weeks", "fri"),
        (
            rf"this +(?:{_UNITS}|{_PARTS}|{WEEKDAY})",
            "“{}” is not one day and time",
            "fri” or “today 16:00",
            "today 9am",
        ),
        (r"(?:the +|at +the +|on +the +)?weekend", "“{}” is two days", "saturday", "saturday"),
        (
            r"(?:the +)?end +of +(?:the +)?(?:day|week|month|year)",
            "“{}” is not one day",
            "fri” or “30 nov",
            "fri",
        ),
        (
            r"(?:soon|soonish|later|sometime|someday|asap|eventually|whenever|shortly)",
            "“{}” is not a day",
            "fri” or “in 3 days",
            "yesterday",
        ),
        (
            r"(?:recently|earlier|just +now|a +while +ago|the +other +day)",
            "“{}” is not a day",
            "fri",
            "today” or “yesterday",
        ),
        (r"(?:tmrw|tmr|tommorr?ow|tomorow|2moro)", "“{}” is not written as a day", "tomorrow", "yesterday"),
        (rf"{WEEKDAY}(?:-|/)\w+", "“{}” is more than one day", "fri", "fri"),
        (
            rf"(?:by|before|after|around|about|from|until|till|early|late|mid) +"
            rf"(?:{WEEKDAY}|today|tomorrow|\d{{1,2}} +{MONTH}|{MONTH} +\d{{1,2}})",
            "“{}” is not one day",
            "fri” or “26 nov",
            "fri",
        ),
        (
            rf"{COUNT} *(?:m|mins?|minutes?|h|hrs?|hours?|months?|years?) +ago",
            "“{}” is not a day",
            "fri",
            "today 9am” or “20 nov",
        ),
        (r"(?:midnight|tonight)", "“{}” could be two days", "today 23:00", "today” or “yesterday 23:00"),
        (
            r"(?:in +|\+ *)\w{1,8} ?(?:m|mo|months?|y|years?)",
            "“{}”: months are of different lengths",
            "+4w” or “26 dec",
            "20 nov",
        ),
        (
            r"(?:in +|\+ *)\w{1,8} ?(?:h|hrs?|hours?|min|mins|minutes?)",
            "“{}” is not a day",
            "today 16:00",
            "today 9am",
        ),
        (
            rf"(?:(?:on +)?the +)?\d{{1,2}}(?:st|nd|rd|th)(?! +(?:of +)?{MONTH})",
            "“{}” needs its month",
            "26 nov",
            "20 nov",
        ),
        (rf"(?:in +)?{MONTH}(?= *$)", "“{}” needs its day", "26 nov", "20 nov"),
        (
            r"\d{4}-\d{1,2}(?:-\d{1,2})?|\d{1,2}/\d{1,2}/\d{2}",
            "“{}” is not written as a whole day",
            "{today}",
            "{today}",
        ),
        (r"(?:the +)?day +after +tomorrow", "“{}” is long for", "in 2 days", "yesterday"),
        (r"(?:the +)?day +before +yesterday", "“{}” is long for", "in 2 days", "2 days ago"),
    )
)


def refused_at(text: str, start: int, frame: Frame) -> Refusal | None:
    """Why the phrase that begins at `start` is no date, if it is one of those that sound like one."""
    today = frame.moment.day.isoformat()
    for pattern, reason, to_come, gone in _VAGUE:
        found = pattern.match(text, start)
        if found:
            example = gone if frame.past else to_come
            return Refusal(
                reason.replace("{}", found.group().strip()), example.replace("{today}", today), found.end()
            )
    return None
