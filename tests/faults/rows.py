"""Rows of the trust table whose tests live with what they test: how many of them do not hold."""

from collections import Counter

ROWS = {
    "archives": ("tests/faults/test_trust_archives.py",),
    "hostile text": (
        "tests/shell/test_hostile_text.py",
        "tests/screens/test_markup.py",
        "tests/screens/test_control_characters.py",
        "tests/screens/test_note_line_hostile.py",
        "tests/exchange/test_export_naughty.py",
    ),
    "planted names": ("tests/journeys/test_planted",),
    "erasing": ("tests/store/erasing/",),
    "sockets": ("tests/house/test_sockets.py",),
    "interop": ("tests/house/test_stock_age",),
}
"""The beginnings of the paths of a row's test modules; any other test joins by `pytest.mark.trust(row)`."""


def row_of(item):
    """The row a collected test gives its figure to; "" if it is no such test."""
    if mark := item.get_closest_marker("trust"):
        return mark.args[0]
    path = item.nodeid.replace("\\", "/")
    return next((row for row, places in ROWS.items() if path.startswith(places)), "")


class Counted:
    """Counts how the tests of each row end, in the process that runs them."""

    def __init__(self, wanted=()):
        """Counts these rows, or all."""
        self.wanted = wanted
        self.rows = {}
        self.ended = {}

    def pytest_collection_modifyitems(self, config, items):
        """Only what makes a figure: the long tests, and the rows' own."""
        chosen = [item for item in items if self._is_wanted(item)]
        # A test that keeps a figure itself needs no counting.
        self.rows = {item.nodeid: row_of(item) for item in chosen if "figure" not in item.fixturenames}
        config.hook.pytest_deselected(items=list(set(items).difference(chosen)))
        items[:] = chosen

    def _is_wanted(self, item):
        row = row_of(item)
        form = item.callspec.params.get("form", "") if hasattr(item, "callspec") else ""
        return bool(row and form != "short" and (not self.wanted or row in self.wanted))

    def pytest_runtest_logreport(self, report):
        """The worst of setup, call and teardown."""
        if report.nodeid not in self.rows or (report.when != "call" and report.outcome == "passed"):
            return
        if self.ended.get(report.nodeid) != "failed":
            self.ended[report.nodeid] = report.outcome

    def figures(self):
        """One for each row that ran."""
        counts = {}
        for test, outcome in self.ended.items():
            counts.setdefault(self.rows[test], Counter())[outcome] += 1
        for row, count in counts.items():
            of = {"row": row, "of": "the program", "bad": count["failed"], "out of": sum(count.values())}
            yield of | {"unit": "tests", "skipped tests": count["skipped"]}
