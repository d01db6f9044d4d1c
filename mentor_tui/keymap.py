"""The mentor's own keys: which may be chosen, what stands in the way of one, how the screens are told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mentor_tui.keys import ACTIONS, Action, action, printed
from mentor_tui.textual_private import key_named

_FIXED = frozenset(
    ["back", "recovery-key", "show-typed", "other-words", "not-now", "both-lost"],
)
"""To close, and the keys of the door: they are the same for everyone, as the ways to move are."""
_NEEDED = frozenset(
    [
        "enter",
        "escape",
        "tab",
        "shift+tab",
        "space",
        "backspace",
        "delete",
        "up",
        "down",
        "left",
        "right",
        "home",
        "end",
        "pageup",
        "pagedown",
        "insert",
        "backslash",
    ]
)
_CTRL = re.compile(r"ctrl\+[bglnoprst]")
"""Every other one a text field or the terminal needs: ctrl+i is tab, ctrl+w takes a word away."""
_FUNCTION = re.compile(r"f([1-9]|1[0-2])")
_PRINTABLE = 1
_LONGEST = 20

_CLOSED_BY_ITS_OWN = {"why": ("why.close", "escape,q"), "help": ("help.close", "escape,q,enter,f1")}
"""Dialogs that the key that opened them closes again, and what else closes them."""
_GOES_ON = {"reveal": "reveal.show"}
"""The key that opened a dialog goes on in it."""


def can_change(one: Action) -> bool:
    """Whether this action may have another key."""
    return one.id not in _FIXED and not _NEEDED.issuperset(one.key.split(","))


def why_not(id: str, key: str, own: Mapping[str, str]) -> str:
    """What stands in the way of this key for an action, with the way out; "" if nothing does.

    Args:
        key: as Textual names it.
        own: the keys she has chosen so far.
    """
    one, name = action(id), _short(printed(key))
    if key in _NEEDED or _is_for_fields(key):
        return f"{name} is needed elsewhere: typing, moving, the terminal. Press a letter, a sign or F12."
    if _works_in_fields(one) and len(name) == _PRINTABLE:
        return f"{one.title} works while you type, so it needs a ctrl or an F key: ctrl+g, ctrl+t or F12."
    holder = _holder(key, id, own)
    if holder is None:
        return ""
    if can_change(holder):
        return f"{name} is taken: {holder.title}. Give that one another key first, or press another."
    return f"{name} is taken: {holder.title}, which stays. Press another."


def sound(own: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Of what stands in the settings, the keys that can be used; and a sentence for each that cannot.

    Someone may have written them by hand. Of two that want the same key neither gets it.
    """
    known = {one.id for one in ACTIONS}
    named = {id: key_named(key) for id, key in own.items()}
    kept = {id: key for id, key in named.items() if id in known and key != _first(action(id))}
    strange = [id for id in own if id not in known]
    said = [f"{_short(id)} is none of the actions that Settings, keys, lists." for id in strange]
    while refused := dict(_in_the_way(kept)):
        said += refused.values()
        kept = {id: key for id, key in kept.items() if id not in refused}
    return kept, tuple(said)


def keymap(own: Mapping[str, str]) -> dict[str, str]:
    """Sound keys as the screens are told of them: by the binding's id, several with commas."""
    told = {id: action(id).keys_now for id in own}
    for id in own:
        if id in _CLOSED_BY_ITS_OWN:
            dialog, others = _CLOSED_BY_ITS_OWN[id]
            told[dialog] = f"{others},{own[id]}"
        if id in _GOES_ON:
            told[_GOES_ON[id]] = own[id]
    return told


def _in_the_way(own: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for id, key in own.items():
        title = action(id).title
        if not can_change(action(id)):
            yield id, f"{title} keeps its key: it is the same for everyone."
        elif why := why_not(id, key, own):
            yield id, f"{title}: {why}"


def _holder(key: str, id: str, own: Mapping[str, str]) -> Action | None:
    """Whose key it is, other than this action's."""
    for one in ACTIONS:
        first, *others = one.key.split(",")
        if one.id != id and printed(key) in map(printed, (own.get(one.id, first), *others)):
            return one
    return None


def _first(one: Action) -> str:
    return one.key.split(",")[0]


def _works_in_fields(one: Action) -> bool:
    return _first(one).startswith("ctrl+") or bool(_FUNCTION.fullmatch(_first(one)))


def _is_for_fields(key: str) -> bool:
    """Whether it is none of: a letter, a figure, a sign, a free ctrl key, an F key."""
    sign = printed(key)
    is_sign = len(sign) == _PRINTABLE and sign.isprintable() and not sign.isspace()
    return not (is_sign or _CTRL.fullmatch(key) or _FUNCTION.fullmatch(key))


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
