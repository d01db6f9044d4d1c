"""The people of a file of vCards: how they are called, how they are reached, what is noted about them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.reading import read_plain
from mentor_tui.exchange.sheets.incoming import Incoming, PeopleFile, RowError
from mentor_tui.exchange.sheets.text_tables import text_of
from mentor_tui.exchange.vcf.lines import Card, Line, cards_in, plain_text
from store.errors import MentorError
from store.one_person import digits_of
from store.person_name import person_name
from store.records import Channel, Client
from store.text import clean_line, clean_lines, fold

MOST_BYTES = 64 * 1_048_576
MOST_CARDS = 5_000
MOST_LETTERS = 32_767
_KEPT = ("N", "FN", "ORG", "NICKNAME", "TEL", "EMAIL", "NOTE")
_NOT_KEPT = {
    "PHOTO": "photo",
    "BDAY": "birthday",
    "ANNIVERSARY": "anniversary",
    "X-MS-ANNIVERSARY": "anniversary",
    "ADR": "address",
    "LABEL": "address",
    "URL": "web page",
    "TITLE": "job title",
    "ROLE": "job title",
    "CATEGORIES": "groups",
    "IMPP": "messaging name",
    "X-MS-IMADDRESS": "messaging name",
    "RELATED": "related people",
    "X-ABRELATEDNAMES": "related people",
    "X-ABDATE": "other dates",
    "GEO": "place",
    "GENDER": "gender",
    "LANG": "language",
    "KEY": "key",
    "LOGO": "logo",
    "SOUND": "sound",
    "AGENT": "card within it",
}
_NO_TALK = {"FAX": "fax number", "PAGER": "pager"}
_QUOTE = re.compile(r'\\([":])')
_NOBODY = "A card with nothing that could be a name."


def read_cards(path: Path) -> PeopleFile:
    """The people of a file of vCards; nobody is looked up or written.

    Raises:
        ImportRefused: it is no such file, or too large.
    """
    shown = clean_line(path.name)
    text, notes = text_of(read_plain(path, MOST_BYTES), shown)
    people: list[Incoming] = []
    errors: list[RowError] = []
    number = 0
    for number, card in enumerate(cards_in(text), 1):
        if number > MOST_CARDS:
            raise ImportRefused(f"{shown} has more than {MOST_CARDS:,} cards, more than are read at once.")
        try:
            people.append(_person(number, card))
        except MentorError as error:
            errors.append(RowError(number, "", str(error).rstrip(".")))
    if not number:
        raise ImportRefused(f"{shown} is no file of contacts: it has no BEGIN:VCARD. Export it as .vcf.")
    return PeopleFile(shown, tuple(people), tuple(errors), notes=notes, is_cards=True)


def _person(number: int, card: Card) -> Incoming:
    if not card.is_whole:
        raise ImportRefused("It has no END:VCARD, so the rest of it may be missing.")
    kept = [line for line in card.lines if line.name in _KEPT and line.value.strip("; ")]
    if any(len(line.value) > MOST_LETTERS for line in kept):
        raise ImportRefused(f"It has a text of more than {MOST_LETTERS:,} letters.")
    left = dict.fromkeys(_NOT_KEPT[line.name] for line in card.lines if line.name in _NOT_KEPT)
    for type, called in _NO_TALK.items():
        if any(line.name == "TEL" and type in line.types for line in kept):
            left[called] = None
    # vobject has no word for a number by its preference, so the order says it.
    said = sorted((line for line in kept if not _is_no_talk(line)), key=lambda line: line.preferred)
    contents = _contents(said)
    channels = (*_numbers(contents, said), *_addresses(contents))
    names = _names(contents)
    called = person_name(names[0] if names else _stand_in(channels), _NOBODY)
    return Incoming(
        number, Client(name=called, channels=channels, about=_about(contents, called)), tuple(left)
    )


def _is_no_talk(line: Line) -> bool:
    return line.name == "TEL" and bool(line.types & _NO_TALK.keys())


def _contents(lines: list[Line]) -> dict[str, list[Any]]:
    """The properties by name in small letters, as vobject reads them."""
    import vobject

    plain = [Line(line.name, line.types, _QUOTE.sub(r"\1", line.value)) for line in lines]
    try:
        found: dict[str, list[Any]] = vobject.readOne(plain_text(plain)).contents
    except (vobject.base.VObjectError, ValueError, IndexError, AttributeError, TypeError):
        raise ImportRefused("It cannot be read as a card.") from None
    return found


def _names(contents: dict[str, list[Any]]) -> list[str]:
    """What they could be called, the best first: as shown in the phone, unless titles stand around it."""
    shown = _texts(contents, "fn")
    names: list[str] = []
    for one in contents.get("n", ()):
        parts = {part: _joined(getattr(one.value, part)) for part in ("given", "family")}
        around = (_joined(getattr(one.value, part)) for part in ("prefix", "suffix", "additional"))
        whole = " ".join(filter(None, parts.values()))
        names += [whole, *shown] if any(around) and parts["given"] else [*shown, whole]
    names += [*shown, *_texts(contents, "org"), *_texts(contents, "nickname")]
    return [name for name in names if name]


def _stand_in(channels: tuple[Channel, ...]) -> str:
    """For a card without any name: what stands before the @, or the end of the number."""
    for channel in channels:
        if channel.how == "email":
            return channel.value.partition("@")[0]
    return f"number ending {channels[0].value[-4:]}" if channels else ""


def _about(contents: dict[str, list[Any]], called: str) -> str:
    others = [*_texts(contents, "nickname"), *_texts(contents, "org")]
    lines = [f"In the phone: {one}" for one in dict.fromkeys(others) if fold(one) != fold(called)]
    notes = (clean_lines(str(one.value)).strip() for one in contents.get("note", ()))
    return "\n".join([*lines, *dict.fromkeys(filter(None, notes))])


def _numbers(contents: dict[str, list[Any]], lines: list[Line]) -> tuple[Channel, ...]:
    found: dict[str, Channel] = {}
    types = [line.types for line in lines if line.name == "TEL"]
    for place, one in enumerate(contents.get("tel", ())):
        value = clean_line(str(one.value))
        if value.lower().startswith("tel:"):
            value = unquote(value[4:]).replace("\\;", ";").replace(";ext=", " ext. ")
        at_work = place < len(types) and {"WORK"} <= types[place] and "CELL" not in types[place]
        if value.strip():
            number = Channel(how="call", value=value, who_answers="a number at work" if at_work else "")
            found.setdefault(digits_of(value) or fold(value), number)
    return tuple(found.values())


def _addresses(contents: dict[str, list[Any]]) -> tuple[Channel, ...]:
    values = dict.fromkeys(text for text in _texts(contents, "email") if text)
    return tuple(Channel(how="email", value=value.removeprefix("mailto:")) for value in values)


def _texts(contents: dict[str, list[Any]], name: str) -> list[str]:
    return [text for one in contents.get(name, ()) if (text := _joined(one.value))]


def _joined(value: Any) -> str:
    """A text, or the parts of one, on one line."""
    parts = value if isinstance(value, list | tuple) else [value]
    return ", ".join(filter(None, (" ".join(clean_line(str(part)).split()) for part in parts)))
