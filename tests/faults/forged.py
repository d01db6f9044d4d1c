"""Someone who can write the folder but has no keys: records forged, moved and removed, files exchanged.

The public keys are in `store.json` for everyone, so anybody can encrypt. What they cannot make is the chain.
"""

import hashlib
import os
import shutil
from base64 import b64encode

import orjson

from tests.faults.damage import silent
from tests.faults.deeds import after
from tests.faults.subjects import remember_in, states_of

BEFORE = [("insert", "clients", f"person {n}", "x" * 30) for n in range(3)]
SINCE = [("insert", "contacts", f"note {n}", "the same length of words") for n in range(4)]
PAGE = ("insert", "reflections", "a page", "slow day")


def measure(subject, where):
    """Each way once; which of them opened without a word."""
    place, older = where / "store", where / "older"
    remember_in(states_of(place))
    subject.create(place)
    kept = {}
    handle = subject.open(place)
    for deed in (*BEFORE, PAGE):
        handle.do(*deed)
    handle.close()
    shutil.copytree(place, older)
    handle = subject.open(place)
    handle.do("fold")
    for deed in SINCE:
        handle.do(*deed)
    handle.close()
    for deed in (*BEFORE, PAGE, *SINCE):
        kept = after(kept, deed)
    whole = where / "whole"
    shutil.copytree(place, whole)
    ways = [*KEYED, *ANYONES] if subject.name == "encrypted" else ANYONES
    found = {"ways": len(ways), "silent": 0, "wrong": []}
    for way in ways:
        shutil.rmtree(place)
        shutil.copytree(whole, place)
        assert silent(subject, place, kept) == (True, False), "it is whole and says something"
        way(place, older)
        if silent(subject, place, kept)[0]:
            found["silent"] += 1
            found["wrong"].append(way.__name__)
    return found


def _lines(place):
    return (place / "caseload.journal").read_bytes().splitlines(keepends=True)


def _write(place, lines):
    (place / "caseload.journal").write_bytes(b"".join(lines))


def _snapshot(place, ledger="caseload"):
    return next(at for at in (place / f"{ledger}.json.age", place / f"{ledger}.json") if at.exists())


def _sealed(place, content):
    from store.age_files import Recipients

    card = orjson.loads((place / "store.json").read_bytes())
    return Recipients(card["recipients"]["caseload"]).encrypt(content)


def _false_line(place, number, check):
    said = {
        "act": number,
        "label": "x",
        "at": "2026-11-23T22:02:00Z",
        "ops": [["clients", 99, None, {"name": "x"}]],
    }
    return b"%b %b %b\n" % (
        number,
        check,
        b64encode(_sealed(place, orjson.dumps({**said, "act": int(number)}))),
    )


def line_with_a_made_up_check(place, older):
    """One more line, encrypted as it should be, its check invented."""
    lines = _lines(place)
    number, check, _ = lines[-1].split(b" ", 2)
    invented = os.urandom(len(check) // 2).hex().encode()
    _write(place, [*lines, _false_line(place, b"%d" % (int(number) + 1), invented)])


def line_with_the_check_of_another(place, older):
    """One more line with the check of the last one."""
    lines = _lines(place)
    number, check, _ = lines[-1].split(b" ", 2)
    _write(place, [*lines, _false_line(place, b"%d" % (int(number) + 1), check)])


def line_in_the_place_of_another(place, older):
    """Other words under the number and the check of a true line."""
    lines = _lines(place)
    number, check, _ = lines[2].split(b" ", 2)
    _write(place, [*lines[:2], _false_line(place, number, check), *lines[3:]])


def last_line_in_the_place_of_another(place, older):
    """The same with the newest line."""
    lines = _lines(place)
    number, check, _ = lines[-1].split(b" ", 2)
    _write(place, [*lines[:-1], _false_line(place, number, check)])


def _false_snapshot(place):
    content = orjson.dumps({"_meta": {"1": {"format": 1, "schema": 1}}, "clients": {"1": {"name": "x"}}})
    sealed = _sealed(place, content)
    _snapshot(place).write_bytes(sealed)
    return sealed


def forged_snapshot(place, older):
    """A snapshot anybody could have encrypted."""
    _false_snapshot(place)


def _header_for(place, sealed):
    lines = _lines(place)
    number, check, body = lines[0].split(b" ", 2)
    said = orjson.loads(body)
    said["snapshot"] = {"size": len(sealed), "sha256": hashlib.sha256(sealed).hexdigest()}
    return lines, number, check, orjson.dumps(said)


def forged_snapshot_and_header(place, older):
    """And a header that names it."""
    lines, number, check, body = _header_for(place, _false_snapshot(place))
    _write(place, [b"%b %b %b\n" % (number, check, body), *lines[1:]])


def forged_snapshot_and_header_with_a_check_of_its_own(place, older):
    """And a check as a plain folder's would be."""
    _, number, _, body = _header_for(place, _false_snapshot(place))
    check = hashlib.blake2b(number + b" " + body, digest_size=16).hexdigest().encode()
    _write(place, [b"%b %b %b\n" % (number, check, body)])


def notebook_in_the_place_of_the_caseload(place, older):
    """One ledger's files under the other's names."""
    shutil.copy(_snapshot(place, "notebook"), _snapshot(place))
    shutil.copy(place / "notebook.journal", place / "caseload.journal")


def other_recipients_on_the_card(place, older):
    """Public keys of someone else, so that what is posted would go to them."""
    from store.age_files import new_identity

    card = orjson.loads((place / "store.json").read_bytes())
    card["recipients"]["caseload"][0] = new_identity()[1]
    (place / "store.json").write_bytes(orjson.dumps(card) + b"\n")


def plain_card(place, older):
    """A card that says it is not encrypted."""
    card = orjson.loads((place / "store.json").read_bytes())
    del card["recipients"]
    (place / "store.json").write_bytes(orjson.dumps(card) + b"\n")


def line_removed_in_the_middle(place, older):
    """A note that is no longer there."""
    lines = _lines(place)
    _write(place, [*lines[:2], *lines[3:]])


def newest_line_removed(place, older):
    """The newest note gone, nothing else: only the head knows."""
    _write(place, _lines(place)[:-1])


def every_line_removed(place, older):
    """Everything since the fold."""
    _write(place, _lines(place)[:1])


def two_lines_swapped(place, older):
    """In another order."""
    lines = _lines(place)
    _write(place, [*lines[:2], lines[3], lines[2], *lines[4:]])


def line_twice(place, older):
    """A line again."""
    _write(place, [*_lines(place), _lines(place)[-1]])


def line_again_under_the_next_number(place, older):
    """A line again, as if it were the next."""
    lines = _lines(place)
    number, rest = lines[-1].split(b" ", 1)
    _write(place, [*lines, b"%d %b" % (int(number) + 1, rest)])


def older_snapshot(place, older):
    """The snapshot of another day."""
    shutil.copy(_snapshot(older), _snapshot(place))


def older_journal(place, older):
    """The journal of another day."""
    shutil.copy(older / "caseload.journal", place / "caseload.journal")


def older_header(place, older):
    """The header of another day before the lines of today."""
    _write(place, [_lines(older)[0], *_lines(place)[1:]])


def one_ledger_rolled_back(place, older):
    """Both files of one ledger as they were."""
    older_snapshot(place, older)
    older_journal(place, older)


def whole_folder_rolled_back(place, older):
    """The whole folder as it was: nothing in it is wrong, only the head knows."""
    shutil.rmtree(place)
    shutil.copytree(older, place)


KEYED = [
    line_with_a_made_up_check, line_with_the_check_of_another, line_in_the_place_of_another,
    last_line_in_the_place_of_another, forged_snapshot, forged_snapshot_and_header,
    forged_snapshot_and_header_with_a_check_of_its_own, other_recipients_on_the_card, plain_card,
]  # fmt: skip
"""Ways that need the public keys."""

ANYONES = [
    line_removed_in_the_middle, newest_line_removed, every_line_removed, two_lines_swapped, line_twice,
    line_again_under_the_next_number, older_snapshot, older_journal, older_header, one_ledger_rolled_back,
    whole_folder_rolled_back, notebook_in_the_place_of_the_caseload,
]  # fmt: skip
