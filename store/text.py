"""Words as people type them: made safe to keep and to show, and folded for finding."""

import re
import unicodedata
from collections.abc import Sequence

# C0 and C1 controls, DEL, the marks, overrides and isolates of direction that can make a line read as
# another, and the tag characters, which carry words nobody sees. Newline and tab are left for clean_lines.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
# CSI; then OSC, DCS, APC, PM and SOS with their text; then two-byte escapes, and what was begun and never
# ended. A whole sequence goes, not only its ESC, so that "[31m" is not left behind in her words. Only ESC
# begins one: its short form in C1 is what a misread quotation mark turns into, and would take her words.
_ESCAPES = re.compile(
    "\x1b\\[[0-?]*[ -/]*[@-~]|\x1b[\\]PX^_][^\x07\x1b\n]{0,4096}(?:\x07|\x1b\\\\)|\x1b(?:[ -/]?[0-~])?"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
# JSON escapes C0 itself; DEL, C1, line separators, half characters and direction marks it leaves.
_LEFT_BY_JSON = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"


def clean_lines(text: str) -> str:
    """Text of several lines without control or direction-changing characters; words are kept."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _UNSAFE.sub("", _ESCAPES.sub("", text))
    return _SURROGATES.sub("\ufffd", text).replace("\t", "    ")


def clean_line(text: str) -> str:
    """Text on one line, safe for any terminal; a tab is one space, other white space stays as it is."""
    return clean_lines(text.replace("\t", " ")).replace("\n", " ").strip()


def escape_marks(json: str) -> str:
    """JSON that says the same, with each mark that a terminal would obey escaped: kept, and harmless."""
    return re.sub(_LEFT_BY_JSON, lambda mark: f"\\u{ord(mark[0]):04x}", json)


def fold(text: str) -> str:
    """Case and accents folded, for finding: "Renée" and "RENEE" are one; "ß" is "ss"."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text.casefold())
    # Few different characters make up a text: looking at each of those once is far quicker than at all.
    for mark in set(apart):
        if unicodedata.combining(mark):
            apart = apart.replace(mark, "")
    return apart.casefold()


def first_words(words: str, most: int) -> str:
    """The beginning of a text, cut between two words where it has more than so many characters."""
    if len(words) <= most:
        return words
    return f"{words[:most].rpartition(' ')[0] or words[:most]} …"


def listed(parts: Sequence[str], joined: str = "and") -> str:
    """All of them in a row: "Dee", "Dee and Jo", "Dee, Jo and Sam"."""
    return f" {joined} ".join(filter(None, (", ".join(parts[:-1]), *parts[-1:])))
