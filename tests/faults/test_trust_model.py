"""Against a model that is only dicts: two programs at one folder, undo, folds, reopening, in any order."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tinydb import TinyDB

from store.errors import RequestRefused
from store.folder import DataFolder
from tests.faults.subjects import CLOCK, SUBJECTS

TABLES = st.sampled_from(["clients", "contacts", "reflections"])
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
WHO = st.sampled_from([0, 1])


def model_of(path, of):
    """A state machine over a new store at `path()`."""
    subject = SUBJECTS[of]

    def opened(at, **how):
        return DataFolder.open(at, CLOCK, **subject.keys(at), **how)

    class Folders(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            self.path = path()
            subject.create(self.path)
            self.handles = [opened(self.path) for _ in range(2)]
            self.kept = {}
            self.given = set()
            self.before = []

        def teardown(self):
            for handle in self.handles:
                handle.close()

        @rule(who=WHO, tables=st.lists(TABLES, min_size=1, max_size=3), words=WORDS)
        def insert(self, who, tables, words):
            was = dict(self.kept)
            with self.handles[who].act(f"insert {words}") as act:
                ids = [(table, act.insert(table, {"words": words})) for table in tables]
            assert self.given.isdisjoint(ids) and len(set(ids)) == len(ids)
            self.given.update(ids)
            self.kept |= dict.fromkeys(ids, words)
            self.before.append(was)

        @precondition(lambda self: self.kept)
        @rule(who=WHO, choice=st.integers(0, 99), words=WORDS)
        def update(self, who, choice, words):
            key = sorted(self.kept)[choice % len(self.kept)]
            was = dict(self.kept)
            with self.handles[who].act("update") as act:
                act.update(*key, {"words": words})
            if words != was[key]:
                self.kept[key] = words
                self.before.append(was)

        @precondition(lambda self: self.kept)
        @rule(who=WHO, choice=st.integers(0, 99))
        def remove(self, who, choice):
            key = sorted(self.kept)[choice % len(self.kept)]
            self.before.append(dict(self.kept))
            with self.handles[who].act("remove") as act:
                act.remove(*key)
            del self.kept[key]

        @rule(who=WHO)
        def undo(self, who):
            try:
                self.handles[who].undo()
            except RequestRefused:
                assert not self.before
            else:
                self.kept = self.before.pop()

        @rule(who=WHO)
        def fold(self, who):
            self.handles[who].compact(force=True)

        @rule(who=WHO)
        def reopen(self, who):
            self.handles[who].close()
            self.handles[who] = opened(self.path)

        @rule(who=WHO)
        def refresh(self, who):
            self.handles[who].refresh()
            assert documents_in(self.handles[who]) == self.kept

        @invariant()
        def a_fresh_look_agrees(self):
            with opened(self.path, read_only=True) as fresh:
                assert documents_in(fresh) == self.kept
                assert (fresh.notices, fresh.troubles) == ((), ())

    return Folders


def documents_in(folder):
    return {
        (table, id): document["words"]
        for db, tables in ((folder.caseload, ("clients", "contacts")), (folder.notebook, ("reflections",)))
        for table in tables
        for id, document in db.documents(table).items()
    }


@pytest.mark.trust("model")
@pytest.mark.parametrize("of", ["plain", "encrypted"])
def test_two_programs_undo_folds_and_reopening_agree_with_a_model(tmp_path_factory, of, sized, figure):
    runs = sized(15 if of == "plain" else 5, 1000)
    machine = model_of(lambda: tmp_path_factory.mktemp("model") / "mentor", of)
    how = settings(max_examples=runs, stateful_step_count=25)
    try:
        run_state_machine_as_test(machine, settings=how)
    except BaseException:
        figure("model", of, 1, runs, "runs")
        raise
    figure("model", of, 0, runs, "runs")


def stock_model_of(path):
    """The same promise for stock TinyDB, of what it can do: add, take out, open again."""

    class Files(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            self.path = path()
            self.db = TinyDB(self.path)
            self.kept = {}
            self.given = set()

        def teardown(self):
            self.db.close()

        @rule(words=WORDS)
        def insert(self, words):
            id = self.db.insert({"words": words})
            assert id not in self.given, "a number was given again"
            self.given.add(id)
            self.kept[id] = words

        @precondition(lambda self: self.kept)
        @rule(choice=st.integers(0, 99))
        def remove(self, choice):
            id = sorted(self.kept)[choice % len(self.kept)]
            self.db.remove(doc_ids=[id])
            del self.kept[id]

        @rule()
        def reopen(self):
            self.db.close()
            self.db = TinyDB(self.path)

        @invariant()
        def what_is_kept_agrees(self):
            assert {one.doc_id: one["words"] for one in self.db} == self.kept

    return Files


@pytest.mark.long
@pytest.mark.trust("model")
def test_stock_tinydb_gives_a_removed_number_again(tmp_path_factory, figure):
    machine = stock_model_of(lambda: tmp_path_factory.mktemp("model") / "db.json")
    with pytest.raises(AssertionError, match="a number was given again"):
        run_state_machine_as_test(machine, settings=settings(max_examples=1000, stateful_step_count=25))
    figure("model", "stock TinyDB", 1, 1, "runs, the first that differs", **{"ids given again": "yes"})
