"""What erasing would reach and what it did, in the mentor's words: the shell and the program say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from store.text import clean_line

if TYPE_CHECKING:
    from store.erasing import Erased, Preview, Unreached, Wish
    from store.erasing.preview import Said

_CALLED = {
    "clients": ("page about them", "pages about them"),
    "contacts": ("note", "notes"),
    "appointments": ("plan", "plans"),
    "promises": ("promise", "promises"),
    "goals": ("goal", "goals"),
    "referrals": ("bridge", "bridges"),
    "consents": ("consent", "consents"),
    "end_conversations": ("talk at the end", "talks at the end"),
    "check_ins": ("check-in", "check-ins"),
    "handed_on": ("entry on what was handed on", "entries on what was handed on"),
}
_SMALL = {
    "drafts": ("draft", "drafts"),
    "inbox": ("line in the inbox", "lines in the inbox"),
    "quarantine": ("piece that was set aside", "pieces that were set aside"),
    "made-files": ("line on the list of files you made", "lines on the list of files you made"),
}
_OTHERS = {
    "clients": "about another person",
    "contacts": "a note about others",
    "absences": "your days away",
    "saved_views": "a view you keep",
    "note_templates": "a template",
    "services": "a service",
    "envelopes": "the sealed envelope",
    "drafts": "a draft for another person",
}
TRACES = (
    "Flash storage, snapshots of the disk and sync services may keep traces of it for a while; no program "
    "can promise otherwise."
)
FOR_GOOD = "This cannot be undone."
Group = tuple[str, list[str]]
"""A heading, and the lines beneath it."""


def groups(preview: Preview, wish: Wish) -> list[Group]:
    """What goes, what stays, what is hers to see to: each with its lines."""
    found = (
        ("What goes", list(_what_goes(preview, wish))),
        ("What stays", list(_what_stays(preview, wish))),
        ("What names them elsewhere, and stays as it is", [_said(each) for each in preview.said]),
        ("Removed unread" if wish.remove_unreadable else "What it does not reach", _rest(preview, wish)),
        ("Files you made that hold them; remove those you no longer need", list(preview.files)),
    )
    return [(heading, lines) for heading, lines in found if lines]


def title(preview: Preview, wish: Wish) -> str:
    """What is about to be done, and to whom."""
    names = " and ".join(f"“{clean_line(name)}”" for name in preview.names)
    return f"Reduce {names} to tallies" if wish.strip else f"Erase {names} for good"


def done(erased: Erased) -> list[str]:
    """What was done, and what is left for her: a line each."""
    whose = "of it" if erased.of_pages else "of theirs"
    anew, without = len(erased.archives.written_anew), len(erased.archives.without_them)
    lines = [f"{_first(erased.label)}. {FOR_GOOD}"]
    if anew:
        lines.append(f"{how_many(anew, 'backup was', 'backups were')} written anew and proved.")
    if without:
        lines.append(f"{how_many(without, 'backup', 'backups')} never held anything {whose}.")
    lines += [f"Removed unread: {clean_line(place)}" for place in erased.removed]
    lines += [unreached(each) for each in erased.unreached]
    return [*lines, TRACES]


def _what_goes(preview: Preview, wish: Wish) -> Iterator[str]:
    counts = {name: count for name, count in preview.records.items() if name != "contacts"}
    notes = preview.records.get("contacts", 0)
    if notes and wish.strip:
        become = how_many(notes, "note becomes a tally", "notes become tallies")
        yield f"{become} without a name: the day, hours, km, money"
    elif notes:
        counts = {"contacts": notes, **counts}
    if listed := [
        how_many(count, *_CALLED.get(name, (name, name))) for name, count in counts.items() if count
    ]:
        yield ", ".join(listed)
    if preview.saves:
        saves = how_many(preview.saves, "save", "saves")
        yield f"what is theirs in {saves} of the history, which undo cannot take back"
    if small := [how_many(count, *_SMALL[name]) for name, count in preview.small.items() if count]:
        yield ", ".join(small)
    yield from (f"the line “{clean_line(line)}”" for line in preview.lines)
    for page in () if wish.keep_pages else preview.pages:
        yield f"of your notebook, which names them: {_said(page)}"
    if preview.aliases:
        yield f"the alias on {how_many(preview.aliases, 'page', 'pages')} of your notebook"
    if preview.backups:
        yield f"{how_many(preview.backups, 'backup is', 'backups are')} written anew without them, and proved"


def _what_stays(preview: Preview, wish: Wish) -> Iterator[str]:
    if shared := preview.with_others:
        words = ", without its words" if wish.blank_shared else ""
        yield f"{how_many(shared, 'note', 'notes')} about others too, without this person{words}"
    for each in () if wish.blank_shared else preview.shared:
        yield f"these words of others' notes name them: {_said(each)}"
    for page in preview.pages if wish.keep_pages else ():
        yield f"of your notebook, which names them: {_said(page)}"
    yield "closed months, as they were counted"


def _rest(preview: Preview, wish: Wish) -> list[str]:
    if wish.remove_unreadable:
        return [clean_line(each.place) for each in preview.unreached if each.may_go] + [
            unreached(each) for each in preview.unreached if not each.may_go
        ]
    return [unreached(each) for each in preview.unreached]


def unreached(each: Unreached) -> str:
    """A place that is not reached, why, and what to do."""
    return f"{clean_line(each.place)} {each.why}. {each.remedy}"


def _said(each: Said) -> str:
    kind = _OTHERS.get(each.table, "")
    where = ", ".join(filter(None, (kind, each.on)))
    return f"{where}: “{clean_line(each.words)}”" if where else f"“{clean_line(each.words)}”"


def how_many(count: int, one: str, many: str) -> str:
    """A number and what it counts: "2 backups"."""
    return f"{count} {one if count == 1 else many}"


def _first(words: str) -> str:
    return words[:1].upper() + words[1:]


def as_text(found: Iterable[Group]) -> Iterator[str]:
    """The groups as lines of text."""
    for heading, lines in found:
        yield heading
        yield from (f"  {line}" for line in lines)
