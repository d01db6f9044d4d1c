"""HTML in the words of a directory, which HSDS allows, as plain lines."""

import re
from html import unescape

_TAG = re.compile(
    r"</?(?:p|br|div|ul|ol|li|a|b|i|u|em|strong|span|font|h[1-6]|table|tbody|tr|td|th|hr|sup|sub|blockquote)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(
    r"&(?:amp|nbsp|quot|apos|lt|gt|ndash|mdash|[lr][sd]quo|bull|#\d{1,6}|#x[\da-f]{1,5});", re.IGNORECASE
)
_LINK = re.compile(
    r"<a\s[^<>]{0,2000}?href=[\"']?(?P<to>[^\"'<>\s]{1,2000})[^<>]{0,2000}>(?P<words>[^<]{0,2000})</a>",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s{0,9}<li(?:\s[^<>]{0,2000})?>\s*", re.IGNORECASE)
_ENDS_A_LINE = re.compile(r"(?:<[bh]r\s?/?>|</(?:p|div|ul|ol|h[1-6]|tr|table|blockquote)>)", re.IGNORECASE)
_CELL = re.compile(r"</t[dh]>", re.IGNORECASE)


def plain_words(text: str) -> str:
    """The text without its tags: an item of a list on a line of its own, a link with where it leads.

    A "<" that begins no tag stays what it is.
    """
    if "<" in text and _TAG.search(text):
        text = _LINK.sub(_link, text)
        text = _ENDS_A_LINE.sub("\n", _ITEM.sub("\n- ", _CELL.sub(" ", text)))
        text = _TAG.sub("", text)
    return _ENTITY.sub(lambda found: unescape(found[0]), text) if "&" in text else text


def _link(found: re.Match[str]) -> str:
    to, words = found["to"], found["words"].strip()
    address = to.removeprefix("mailto:").removeprefix("tel:")
    leads_nowhere = not words or address in words or to.startswith(("#", "javascript:"))
    return words if leads_nowhere else f"{words} ({address})"
