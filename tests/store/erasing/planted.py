"""A folder in which one person's words stand everywhere, each a token of its own; and a search for them."""

import base64
import io
import re
import tarfile
import typing
from datetime import date, datetime, time

import msgspec
from msgspec.structs import replace

from store.age_files import NotOpened, Opener
from store.backup import create
from store.backup_keeping import with_keys
from store.backup_proof import verify
from store.card_codes import code_of, key_of
from store.caseload import Caseload
from store.drafts import FOR_WHOM, Draft
from store.folder import DataFolder
from store.made_files import MadeFiles
from store.merging import merge, refile
from store.notebook import Notebook
from store.records import (
    Appointment,
    Client,
    Consent,
    Contact,
    EndConversation,
    Goal,
    HandedOn,
    Promise,
    Referral,
    Reflection,
    SavedView,
)
from store.records.base import Part

NAME, EARLIER = "Zebulon Quartz", "Old-Zeb Quartzsson"
TOKEN = re.compile(rb"tk[0-9]{3}qz|zebulon|quartz", re.I)
DAY = date(2026, 11, 2)
OF_THEIRS = (Appointment, Promise, Goal, Referral, Consent, EndConversation)


class Tokens:
    """Words that stand nowhere else."""

    def __init__(self):
        self.count = 0

    def __call__(self):
        self.count += 1
        return f"tk{self.count:03}qz words"

    def fill(self, kind, **given):
        """A record with a token in every field that takes words."""
        hints = typing.get_type_hints(kind)
        filled = {name: self.value(hint) for name, hint in hints.items() if name not in ("id", "uid", *given)}
        wanted = {name: value for name, value in filled.items() if value is not None}
        return kind(**wanted, **given)

    def value(self, hint):
        """Something for a field of this type; None leaves it out."""
        found = typing.get_args(hint)
        if hint is str:
            return self()
        if hint in (date, datetime, time) or (found and found[-1] is type(None)):
            return {date: DAY, time: time(9, 5)}.get(hint)
        if found and isinstance(found[0], type) and issubclass(found[0], Part):
            return (self.part(found[0]),)
        return (self(),) if found and found[0] is str else None

    def part(self, kind):
        if "month" in kind.__struct_fields__:
            return kind(month=3, day=4, what=self())
        return self.fill(kind)


def planted(path, clock, lock=None):
    """Fill a new folder: two folds, three backups, an undo, a person renamed, one shared with two."""
    tokens = Tokens()
    with DataFolder.create(path, clock, lock) as folder:
        caseload, notebook = Caseload(folder, clock), Notebook(folder, clock)
        mia = caseload.add(Client(name="Mia", about="likes soup")).records[0].id
        caseload.add(Contact(client_ids=(mia,), on=DAY, mode="phone", outcome="talked", words="Mia's own"))
        note = filed_wrongly(caseload, tokens, mia)
        proved(folder, clock)
        who = caseload.add(tokens.fill(Client, name=EARLIER)).records[0]
        caseload.change(who, replace(who, name=NAME))
        whole(caseload, tokens, who.id, mia)
        put_right(caseload, tokens, note, mia, who.id)
        folder.compact(force=True)
        proved(folder, clock)
        pages(caseload, notebook, tokens, who.id)
        folder.compact(force=True)
        wrong = caseload.add(Promise(client_id=who.id, words=tokens())).records[0]
        caseload.remove(wrong)
        folder.undo()
        caseload.add(
            Contact(client_ids=(mia,), on=DAY, mode="in-person", outcome="talked", words="last of Mia")
        )
        small(folder, clock, tokens, who.id, mia)
        proved(folder, clock)
    (path / "settings.json").write_text('{"theme": "paper"}')
    return who.id, mia


def filed_wrongly(caseload, tokens, mia):
    """A note of theirs with Mia, corrected once, and what was made of it; one thing is taken out again."""
    note = caseload.add(tokens.fill(Contact, client_ids=(mia,), on=DAY, unnamed=0)).records[0]
    caseload.change(note, replace(note, words=tokens()))
    for kind in (Promise, Promise, Appointment):
        more = {"on": DAY} if kind is Appointment else {}
        made = caseload.add(tokens.fill(kind, client_id=mia, contact_id=note.id, **more)).records[0]
    caseload.remove(made)
    return note.id


def put_right(caseload, tokens, note, mia, who):
    """Filed with them: undone, done again, corrected; and another record of theirs made one with theirs."""
    there = [caseload.get(Client, each) for each in (mia, who)]
    refile(caseload, (caseload.get(Contact, note),), *there)
    caseload.undo()
    caseload.folder.compact(force=True)
    caseload.folder.redo()
    caseload.change(caseload.get(Contact, note), replace(caseload.get(Contact, note), words=tokens()))
    other = caseload.add(tokens.fill(Client, name=tokens())).records[0]
    caseload.add(Promise(client_id=other.id, words=tokens()))
    merge(caseload, caseload.get(Client, who), caseload.get(Client, other.id))
    caseload.undo()
    caseload.folder.redo()


def proved(folder, clock):
    verify(create(folder, clock).path, clock, with_keys(folder.keys))


def whole(caseload, tokens, who, mia):
    """A record of every kind; two that are Mia's too."""
    for kind in OF_THEIRS:
        caseload.add(tokens.fill(kind, client_id=who, **({"on": DAY} if kind is Appointment else {})))
    caseload.add(tokens.fill(Contact, client_ids=(who,), on=DAY, minutes=30, unnamed=0, mode="phone"))
    shared = Contact(client_ids=(who, mia), on=DAY, words="soup for both", as_typed=tokens(), minutes=20)
    caseload.add(shared)
    caseload.add(HandedOn(on=DAY, what="person", to=tokens(), client_ids=(who,)))
    caseload.add(HandedOn(on=DAY, what="people", to="the clinic", client_ids=(who, mia)))
    caseload.add(SavedView(name="soup", words="needs:housing"))


def pages(caseload, notebook, tokens, who):
    contact = caseload.of(Contact, who)[-1]
    notebook.see_themes(("patience",), contact.uid, DAY, 0)
    notebook.add(Reflection(on=DAY, words="a day of rain", alias=NAME))
    notebook.add(Reflection(on=DAY, words=f"I worried about Zebulon, {tokens()}"))
    notebook.add(Reflection(on=DAY, words="nobody at all"))


def small(folder, clock, tokens, who, mia):
    """Drafts, lines that wait, what was set aside, what was written out."""
    drafts, inbox = folder.drafts(), folder.inbox()
    drafts.keep(Draft("note", who, {"text": tokens()}))
    drafts.keep(Draft("many-note", None, {"text": "to both", FOR_WHOM: f"{who} {mia}"}))
    drafts.keep(Draft("note", mia, {"text": "for Mia"}))
    inbox.put(f"Zebulon: {tokens()}")
    inbox.put(f"{code_of(who, key_of(folder.store_id))} {tokens()}")
    inbox.put("a line of nobody")
    aside = folder.path / "quarantine"
    journal = (folder.path / "history").glob("caseload-*")
    lines = next(iter(sorted(journal, reverse=True))).read_bytes().splitlines(keepends=True)
    (aside / "caseload-after-9-abcdef01").write_bytes(lines[3])
    (aside / "caseload-after-8-abcdef02").write_bytes(b"nothing of anybody")
    made = MadeFiles.of(folder)
    (folder.path.parent / "zebulon.pdf").write_bytes(b"x")
    made.remember(folder.path.parent / "zebulon.pdf", b"x", f"papers of {NAME}", (who,))
    (folder.path.parent / "two.pdf").write_bytes(b"y")
    made.remember(folder.path.parent / "two.pdf", b"y", "papers", (who, mia))
    (folder.path.parent / "zebulon.pdf").unlink()


def found_in(root, keys=None):
    """Every place below a folder in which a token stands, opened with the keys where it is sealed."""
    openers = [Opener(each.identity) for each in (keys.caseload, keys.notebook)] if keys else []
    return sorted(
        {
            f"{file.relative_to(root)}: {said[0]!r}"
            for file in root.rglob("*")
            if file.is_file()
            for text in [str(file.relative_to(root)).encode(), *opened(file.read_bytes(), openers)]
            for said in TOKEN.finditer(text)
        }
    )


def opened(content, openers):
    """All that can be read in these bytes."""
    yield content
    if content.startswith(b"age-encryption.org/v1"):
        for opener in openers:
            try:
                yield from opened(opener.decrypt(content), openers)
            except NotOpened:
                continue
    for line in re.findall(rb"(?m)^\d+ [0-9a-f]{64} ([A-Za-z0-9+/=]{200,})$", content):
        yield from opened(base64.b64decode(line), openers)
    if content[257:262] == b"ustar":
        with tarfile.open(fileobj=io.BytesIO(content)) as archive:
            for member in archive.getmembers():
                yield from opened(archive.extractfile(member).read(), openers)


def records(folder):
    """Every record of both ledgers, by table and number."""
    return {
        (table, id): msgspec.json.decode(msgspec.json.encode(document))
        for book in (folder.caseload, folder.notebook)
        for table in book.ledger.tables()
        for id, document in book.documents(table).items()
    }
