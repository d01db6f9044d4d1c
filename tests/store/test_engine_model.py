"""Against a model that is only dicts: two programs at one folder, undo, folds, reopening, in any order."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from store.errors import RequestRefused
from store.folder import DataFolder

TABLES = st.sampled_from(["clients", "contacts", "reflections"])
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
WHO = st.sampled_from([0, 1])


def model_of(path, clock):
    """A state machine over a new folder at `path()`."""

    class Folders(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            self.path = path()
            DataFolder.create(self.path, clock).close()
            self.handles = [DataFolder.open(self.path, clock) for _ in range(2)]
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
            self.handles[who] = DataFolder.open(self.path, clock)

        @rule(who=WHO)
        def refresh(self, who):
            self.handles[who].refresh()
            assert documents_in(self.handles[who]) == self.kept

        @invariant()
        def a_fresh_look_agrees(self):
            with DataFolder.open(self.path, clock, read_only=True) as fresh:
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


def test_two_programs_undo_folds_and_reopening_agree_with_a_model(tmp_path_factory, clock):
    machine = model_of(lambda: tmp_path_factory.mktemp("model") / "mentor", clock)
    run_state_machine_as_test(machine, settings=settings(max_examples=25, stateful_step_count=25))
