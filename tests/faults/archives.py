"""Backups changed by chance or made to harm, brought back into the live place: refused, or right."""

import os
import random
import tarfile
from pathlib import Path

from store.backup import create
from store.backup_archive import opened
from store.backup_keeping import with_keys
from store.backup_manifest import BackupRefused, Member, digest, sums_bytes
from store.backup_restore import restore_here
from store.backup_tar import header, padded
from tests.faults.subjects import CLOCK, remember_in, states_of

WORDS = "Quillon got the boots. " * 40


def measure(subject, where, mutations=60, seed=7):
    """How many changed archives, and how many made to harm, gave wrong data or touched anything."""
    place = where / "store"
    remember_in(states_of(place))
    archive = _archive(subject, place)
    keys = subject.keys(place).get("keys")
    whole, files = archive.read_bytes(), _files(archive)
    right = {name: words for name, words in files.items() if name not in ("manifest.json", "SHA256SUMS")}
    chance = random.Random(seed)
    odd = where / "odd.tar"
    found = dict.fromkeys(("mutated", "crafted", "accepted", "wrong", "touched", "not in a sentence"), 0)
    before, live = _peak(), _states(place)
    for number in range(mutations):
        odd.write_bytes(_mutated(whole, chance))
        found["mutated"] += 1
        _try(odd, place, keys, right, found, f"mutation {number}")
        if _states(place) != live:
            found["touched"] += 1
    for make in CRAFTED:
        _written_apart(odd, lambda make=make: make(dict(files), whole))
        found["crafted"] += 1
        _try(odd, place, keys, right, found, make.__name__)
        if _states(place) != live:
            found["touched"] += 1
    return {**found, "MiB more": (_peak() - before) // 1024}


def _written_apart(place, make):
    """Written by a child, whose memory is not ours: only what reading it takes is measured."""
    child = os.fork()
    if child == 0:
        place.write_bytes(make())
        os._exit(0)
    assert os.waitpid(child, 0)[1] == 0


def _archive(subject, place):
    subject.create(place)
    handle = subject.open(place)
    for number in range(6):
        handle.do("insert", "clients", f"person {number}", WORDS)
        if number == 3:
            handle.do("fold")
    handle.do("insert", "reflections", "a page", WORDS)
    made = create(handle.folder, CLOCK)
    handle.close()
    return made.path


def _try(odd, place, keys, right, found, what):
    try:
        with opened(odd) as archive:
            names = [member.name for member in archive.members]
        restore_here(odd, place, CLOCK, with_keys(keys))
    except BackupRefused as refused:
        found["not in a sentence"] += "\n" in str(refused) or not str(refused).endswith(".")
        return
    found["accepted"] += 1
    if names != list(right) or _files(odd).items() < right.items():
        found["wrong"] += 1
        found.setdefault("which", what)


def _mutated(whole, chance):
    content = bytearray(whole)
    how = chance.choice(("flip", "flip", "flips", "zero", "cut", "insert", "delete", "swap", "size", "name"))
    at = chance.randrange(len(content))
    much = chance.choice((1, 1, 7, 512, 1024, 3000))
    if how == "flip":
        content[at] ^= 1 << chance.randrange(8)
    elif how == "flips":
        for _ in range(8):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    elif how == "zero":
        content[at : at + much] = bytes(b ^ 0xFF for b in content[at : at + much])
    elif how == "cut":
        del content[at:]
    elif how == "insert":
        content[at:at] = chance.randbytes(much)
    elif how == "delete":
        del content[at : at + much]
    elif how == "swap":
        one, other = (chance.randrange(len(content) // 512) * 512 for _ in range(2))
        content[one : one + 512], content[other : other + 512] = (
            content[other : other + 512],
            content[one : one + 512] if one != other else bytes(512),
        )
    else:
        _odd_header(content, chance, how)
    return bytes(content) if content != whole else bytes(content) + b"\0"


def _odd_header(content, chance, how):
    """A header that is right in itself, and says something else."""
    starts = [at for at in range(0, len(content), 512) if content[at + 257 : at + 262] == b"ustar"]
    at = chance.choice(starts)
    name = content[at : at + 100].rstrip(b"\0").decode()
    size = int(content[at + 124 : at + 135], 8)
    if how == "size":
        size = max(0, size + chance.choice((-512, -1, 1, 512, 1 << 30)))
    else:
        name = chance.choice(("drafts/x.json", "settings.json", "store.json", f"{name}.new"[:100]))
    content[at : at + 512] = header(name, size)


def _packed(files):
    files = dict(files)
    files.pop("SHA256SUMS", None)
    manifest = files.pop("manifest.json", b"{}")
    files["manifest.json"] = manifest
    files["SHA256SUMS"] = sums_bytes([Member(name, digest(words)) for name, words in files.items()])
    blocks = [
        header(name, len(words)) + words + bytes(padded(len(words)) - len(words))
        for name, words in files.items()
    ]
    return b"".join(blocks) + bytes(1024)


def _link(files, whole):
    entry = tarfile.TarInfo("drafts/x.json")
    entry.type, entry.linkname = tarfile.SYMTYPE, "/etc/passwd"
    return entry.tobuf(tarfile.USTAR_FORMAT) + whole


def _leads_out(files, whole):
    return _packed({"../../out.json": b"x", **files})


def _many_files(files, whole):
    return b"".join(header(f"drafts/{number}.json", 0) for number in range(60_000)) + whole


def _huge(files, whole):
    return header("drafts/x.json", 0o77777777777) + whole


def _deep_manifest(files, whole):
    return _packed({**files, "manifest.json": b"[" * 60_000})


def _large_manifest(files, whole):
    return _packed({**files, "manifest.json": b"[" + b"{}," * 20_000_000 + b"{}]"})


def _long_sums(files, whole):
    files["SHA256SUMS"] = b"0" * 30_000_000
    blocks = [header(name, len(words)) + words + bytes(-len(words) % 512) for name, words in files.items()]
    return b"".join(blocks) + bytes(1024)


def _emptied(files, whole):
    journal = files["caseload.journal"]
    return _packed({**files, "caseload.journal": journal[: journal.index(b"\n") + 1]})


def _one_save_less(files, whole):
    lines = files["notebook.journal"].splitlines(keepends=True)
    return _packed({**files, "notebook.journal": b"".join(lines[:-1])})


def _random_ledger(files, whole):
    name = next(name for name in files if name.startswith("caseload.json"))
    return _packed({**files, name: random.Random(1).randbytes(20_000)})


def _deep_ledger(files, whole):
    name = next(name for name in files if name.startswith("caseload.json"))
    return _packed({**files, name: b"[" * 1_000_000})


def _nothing(files, whole):
    return bytes(10_240)


CRAFTED = (
    _link, _leads_out, _many_files, _huge, _deep_manifest, _large_manifest, _long_sums, _emptied,
    _one_save_less, _random_ledger, _deep_ledger, _nothing,
)  # fmt: skip


def _files(archive):
    with tarfile.open(archive) as packed:
        return {name: packed.extractfile(name).read() for name in packed.getnames()}


def _states(place):
    """Every file beside and below, but the one that says who has the folder open."""
    found = (at for at in place.parent.rglob("*") if at.is_file() and at.name not in ("in-use", "odd.tar"))
    return {str(at): at.read_bytes() for at in found if "state" not in at.relative_to(place.parent).parts[0]}


def _peak():
    """The most memory this process had, in KiB; `getrusage` would count what its parent had before it."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
