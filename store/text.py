"""Words as people type them: made safe to keep and to show, and folded for finding."""

import re
import unicodedata

# C0 and C1 controls, DEL, and the marks, overrides and isolates of direction that can make a line
# read as another. Newline and tab are left for clean_lines; clean_line makes them spaces.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
# CSI; then OSC, DCS, APC, PM and SOS with their text; then two-byte escapes. The whole sequence goes,
# not only its ESC, so that "[31m" is not left behind in her words.
_ESCAPES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"
    "|(?:\x1b[\\]PX^_]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\\\|\x9c)?"
    "|\x1b[ -/]*[0-~]?"
)
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean_lines(text: str) -> str:
    """Text of several lines without control or direction-changing characters; words are kept."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _UNSAFE.sub("", _ESCAPES.sub("", text))
    return _SURROGATES.sub("\ufffd", text).replace("\t", "    ")


def clean_line(text: str) -> str:
    """Text on one line, safe for any terminal; inner runs of white space stay as they were typed."""
    return clean_lines(text).replace("\n", " ").strip()


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
