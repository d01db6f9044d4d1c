"""`python -m tests.faults [row ...] [-options of pytest]`: the trust table, each row at its full length."""

import json
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.faults.rows import Counted
from tests.faults.table import TARGETS, is_ok, said, told

RESULTS = Path(__file__).parent / "results"


class Kept(Counted):
    """Prints the table at the end, and keeps it."""

    def pytest_terminal_summary(self, terminalreporter):
        """All figures in one table."""
        figures = told(terminalreporter.stats, list(self.figures()))
        terminalreporter.section("trust")
        for line in said(figures):
            terminalreporter.write_line(line)
        terminalreporter.write_line(f"kept in {_kept(figures)}")


def _kept(figures):
    RESULTS.mkdir(exist_ok=True)
    moment = datetime.now(UTC)
    place = RESULTS / f"{moment:%Y%m%dT%H%M%SZ}.json"
    machine = {"system": platform.system(), "python": platform.python_version()}
    whole = {"at": moment.isoformat(timespec="seconds"), "machine": machine}
    whole["figures"] = [{**figure, "ok": is_ok(figure)} for figure in figures]
    place.write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return place


def main(words):
    """Run the rows that were named, or all; words that begin with a dash are pytest's."""
    rows = [word for word in words if word in TARGETS]
    if unknown := [word for word in words if word not in TARGETS and not word.startswith("-")]:
        print(f"There is no row {unknown[0]}. There are: {', '.join(TARGETS)}.", file=sys.stderr)
        return 2
    options = [word for word in words if word.startswith("-")]
    # An empty -m takes back the one that leaves the long tests out.
    return pytest.main(
        ["-m", "", "-n0", "--continue-on-collection-errors", *options, "tests"], plugins=[Kept(rows)]
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
