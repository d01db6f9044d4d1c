"""JSON from elsewhere, read strictly: what would be guessed at or lost is refused."""

import json
import math
from typing import Any, NoReturn

from mentor_tui.exchange.errors import ImportRefused
from store.text import clean_line, clean_lines


def parsed_json(text: str, shown: str, *, deepest: int = 0) -> Any:
    """What a JSON text says, its texts made safe.

    Args:
        deepest: how many lists and objects may lie in each other; 0 for as many as can be read.

    Raises:
        ImportRefused: not whole, or saying what would be lost: a field twice, NaN, too large a number.
    """
    try:
        found = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_no_constant,
            parse_float=_number,
            parse_int=_whole,
        )
        if deepest:
            _check_depth(found, deepest)
    except _Odd as odd:
        raise ImportRefused(f"{shown} cannot be read: {odd}.") from None
    except json.JSONDecodeError as error:
        raise ImportRefused(
            f"{shown} is not whole JSON: line {error.lineno} cannot be read. Export it again."
        ) from None
    except RecursionError:
        raise ImportRefused(f"{shown} cannot be read: its lists are nested too deep.") from None
    return found


class _Odd(Exception):
    """Something JSON allows, or Python does, that would lose or change a value."""


def _check_depth(value: Any, deepest: int) -> None:
    """Refuse lists and objects that lie deeper in each other than anything of ours does."""
    if isinstance(value, dict | list):
        if not deepest:
            raise _Odd("its lists are nested too deep")
        for inner in value.values() if isinstance(value, dict) else value:
            if isinstance(inner, dict | list):
                _check_depth(inner, deepest - 1)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = {name: _safe(value) for name, value in pairs}
    if len(found) < len(pairs):
        raise _Odd("one object names a field twice")
    if any(clean_line(name) != name for name in found):
        raise _Odd("the name of a field holds control characters")
    return found


def _safe(value: Any) -> Any:
    if isinstance(value, str):
        without_tabs = value.replace("\t", " ")
        return value if clean_lines(without_tabs) == without_tabs else clean_lines(value)
    if isinstance(value, list):
        return [_safe(one) for one in value]
    return value


def _no_constant(name: str) -> NoReturn:
    raise _Odd(f"{name} is not a number")


def _number(digits: str) -> float:
    value = float(digits)
    if not math.isfinite(value):
        raise _Odd("a number is too large")
    return value


def _whole(digits: str) -> int:
    if len(digits) > 19 or not -(2**63) <= int(digits) < 2**63:
        raise _Odd("a number is too large")
    return int(digits)
