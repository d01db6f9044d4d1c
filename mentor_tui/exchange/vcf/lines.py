"""The lines of vCards, put into one plain form: folded lines joined, quoted-printable decoded, escapes alike.

Sources: vCard 2.1 (versit, 1996); RFC 2426 (3.0); RFC 6350 (4.0); and what Android, Gmail and Outlook make of
them: parameters without a name, soft line breaks, base64 that ends in an empty line, cards within AGENT.
"""

from __future__ import annotations

import codecs
import quopri
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_HEAD = re.compile(
    r"(?:[A-Za-z0-9-]+\.)?(?P<name>[A-Za-z0-9-]+)"
    r"(?P<params>(?:;[^\";:]*(?:\"[^\"]*\"[^\";:]*)*)*):(?P<value>.*)",
    re.DOTALL,
)
_PARAM = re.compile(r";([^\";:]*(?:\"[^\"]*\"[^\";:]*)*)")
_WORD = re.compile(r"[A-Za-z0-9-]+")
_APART = re.compile(r"(?<!\\);")
# Text in these and nothing else: a name such as "utf-7" or "rot13" would decode to what nobody wrote.
_LETTERS = frozenset(
    (
        *("utf-8", "ascii", "iso8859-1", "iso8859-2", "iso8859-9", "iso8859-15", "cp1250", "cp1251"),
        *("cp1252", "cp1253", "cp1254", "cp1257", "koi8-r", "shift_jis", "gb2312", "gbk", "gb18030"),
        *("big5", "euc_kr"),
    )
)
_NOT_SAID = 101


@dataclass(frozen=True, slots=True)
class Line:
    """One property of a card."""

    name: str
    """In capitals, without its group."""
    types: frozenset[str]
    """Values of TYPE, and parameters of 2.1 that are written without a name; in capitals."""
    value: str
    """Decoded, with the escapes of 3.0."""
    preferred: int = _NOT_SAID
    """1 is liked best, 100 least (RFC 6350, 5.3); a bare PREF of 2.1 and 3.0 is 1; more: not said."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card."""

    lines: tuple[Line, ...]
    is_whole: bool = True
    """It has an end."""


def cards_in(text: str) -> Iterator[Card]:
    """Each card of a file, in its order; one within another is left out with the AGENT it stands in."""
    found: list[Line] | None = None
    inner, is_old, before = 0, False, ""
    for raw in _logical(text):
        head = _HEAD.fullmatch(raw)
        if head is None:
            continue
        name, said = head["name"].upper(), head["value"].strip().upper()
        if (name, said) == ("BEGIN", "VCARD"):
            if found is not None and before == "AGENT":
                inner += 1
            else:
                if found is not None:
                    yield Card(tuple(found), is_whole=False)
                found, is_old = [], False
        elif (name, said) == ("END", "VCARD"):
            if inner:
                inner -= 1
            elif found is not None:
                yield Card(tuple(found))
                found = None
        elif found is not None and not inner:
            is_old = said == "2.1" if name == "VERSION" else is_old
            found.append(_line(name, head["params"], head["value"], is_old=is_old))
        before = name if not said else ""
    if found is not None:
        yield Card(tuple(found), is_whole=False)


def plain_text(lines: Iterable[Line]) -> str:
    """A card of version 3.0 with these properties."""
    written = ["BEGIN:VCARD", "VERSION:3.0"]
    for line in lines:
        types = f";TYPE={','.join(sorted(line.types))}" if line.types else ""
        written.append(f"{line.name}{types}:{line.value}")
    return "\r\n".join([*written, "END:VCARD", ""])


def _logical(text: str) -> Iterator[str]:
    """Lines as they were before they were folded; a quoted-printable one goes on behind its "=" ."""
    held = ""
    # Only these end a line: others are letters of a value.
    for raw in re.split(r"\r\n|\n|\r", text):
        if held and _is_soft(held):
            held = held[:-1] + raw
        elif held and raw[:1] in (" ", "\t"):
            held += raw[1:]
        else:
            if held:
                yield held
            held = raw
    if held:
        yield held


def _is_soft(line: str) -> bool:
    return line.endswith("=") and "QUOTED-PRINTABLE" in line.partition(":")[0].upper()


def _line(name: str, params: str, value: str, *, is_old: bool) -> Line:
    types: set[str] = set()
    encoding = charset = liked = ""
    for param in _PARAM.findall(params):
        key, equals, said = param.partition("=")
        key, said = (key.strip().upper(), said) if equals else ("", key)
        if key == "CHARSET":
            charset = said.strip('" ')
        elif key == "ENCODING" or said.strip().upper() in ("QUOTED-PRINTABLE", "BASE64"):
            encoding = said.strip('" ').upper()
        elif key == "PREF":
            liked = said.strip('" ')
        elif key in ("", "TYPE"):
            types |= {word.upper() for word in _WORD.findall(said)}
    if encoding == "QUOTED-PRINTABLE":
        value = _letters(quopri.decodestring(value.encode("utf-8", "replace")), charset)
    plain = _as_3(name, value) if is_old else _one_line(value)
    return Line(name, frozenset(types), plain, _preferred(liked, types))


def _preferred(liked: str, types: set[str]) -> int:
    if re.fullmatch(r"[1-9][0-9]?|100", liked):
        return int(liked)
    return 1 if "PREF" in types else _NOT_SAID


def _letters(content: bytes, charset: str) -> str:
    """Text in the letters that are said, or else UTF-8; one broken letter does not spoil the others."""
    try:
        named = codecs.lookup(charset).name if charset else ""
    except LookupError:
        named = ""
    if named in _LETTERS:
        return content.decode(named, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _as_3(name: str, value: str) -> str:
    """A value of 2.1, where nothing but a semicolon is escaped, with the escapes of 3.0."""
    parts = _APART.split(value) if name in ("N", "ORG") else [value]
    return ";".join(_escaped(part.replace("\\;", ";")) for part in parts)


def _escaped(text: str) -> str:
    text = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return _one_line(text)


def _one_line(value: str) -> str:
    return value.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")
