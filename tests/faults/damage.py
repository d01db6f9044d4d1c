"""Every bit of a small store flipped, every file cut to every length; silent is what opens without a word."""

from tests.faults.deeds import after
from tests.faults.subjects import CLOCK, PASSPHRASE, Unreadable, remember_in, states_of

FOLDED = [("insert", "clients", "Dee", "é"), ("insert", "reflections", "a page", "slow")]
SINCE = ("insert", "contacts", "a note", "boots")


def measure(subject, where, every=1, begin=0):
    """Each `every`-th flip and cut, from the `begin`-th on; how many were silent, how many changed words."""
    place = where / "store"
    remember_in(states_of(place))
    subject.create(place)
    handle = subject.open(place)
    for deed in FOLDED:
        handle.do(*deed)
    handle.do("fold")
    handle.do(*SINCE)
    handle.close()
    kept = {}
    for deed in (*FOLDED, SINCE):
        kept = after(kept, deed)
    assert not silent(subject, place, kept)[1], "it is whole, and reads as something else"
    found = dict.fromkeys(("flips", "silent flips", "cuts", "silent cuts", "other words", "bytes"), 0)
    wrong = []
    for at, look in _looked_at(subject, place):
        content = at.read_bytes()
        found["bytes"] += len(content)
        for kind, position, damaged in _damaged(content, every, begin):
            at.write_bytes(damaged)
            is_silent, is_other = look(kept)
            found[f"{kind}s"] += 1
            found[f"silent {kind}s"] += is_silent
            found["other words"] += is_other
            if is_silent and len(wrong) < 5:
                wrong.append(f"{kind} {position} of {at.name}")
        at.write_bytes(content)
    return {**found, "wrong": wrong}


def silent(subject, place, kept):
    """Whether it opens without a word, and whether it reads otherwise than it should."""
    how = {"read_only": True} if subject.can_fold else {}
    try:
        handle = subject.open(place, **how)
        now = handle.kept()
    except Unreadable:
        return False, False
    is_silent = not handle.said
    handle.close()
    return is_silent, is_silent and now != kept


def _looked_at(subject, place):
    """Each file, and what notices that it is damaged: opening, the doctor, or unlocking with it."""
    for at in sorted(place.iterdir()):
        if at.is_file() and ".j" in at.name:
            yield at, lambda kept: silent(subject, place, kept)
    for at in sorted(place.glob("history/*")):
        yield at, lambda kept: (not _is_seen_by_the_doctor(subject, place), False)
    if subject.name == "encrypted":
        yield place / "recovery.age", lambda kept: (_is_opened_by_the_recovery_key(subject, place), False)
        yield place / "identity.age", lambda kept: _opened_by_the_passphrase(subject, place)


def _is_seen_by_the_doctor(subject, place):
    from store.doctor import examine

    found = examine(place, CLOCK, **subject.keys(place))
    return any(one.severity == "trouble" and "history" in one.text for one in found)


def _is_opened_by_the_recovery_key(subject, place):
    from store.errors import MentorError
    from store.vault import unlock_with_recovery

    try:
        unlock_with_recovery(place, subject.recovery_key)
    except MentorError:
        return False
    return True


def _opened_by_the_passphrase(subject, place):
    """Whether other keys came out of it, or the same though it was changed: either is silent."""
    from store import unlocking, vault
    from store.errors import MentorError

    unlocking._apart = _in_this_process  # a process for each of thousands would take most of the time
    try:
        return True, vault.unlock(place, PASSPHRASE) != subject.lock.keys
    except MentorError:
        return False, False


def _in_this_process(what, secret, content):
    from pyrage import DecryptError
    from pyrage.passphrase import decrypt

    try:
        return decrypt(content, secret.decode())
    except DecryptError:
        raise ValueError from None


def _damaged(content, every, begin):
    for bit in range(begin, len(content) * 8, every):
        flipped = bytearray(content)
        flipped[bit // 8] ^= 1 << bit % 8
        yield "flip", bit, bytes(flipped)
    for length in range(begin // 8, len(content), max(every // 8, 1)):
        yield "cut", length, content[:length]
