"""TinyDB's own tests over our storage: fetched with its source, run, and held against a short list.

No file of TinyDB's is part of this repository. Its source distribution carries the tests.
"""

import json
import os
import shutil
import subprocess
import sys
import tarfile
from importlib.metadata import version
from pathlib import Path

from tests.faults.apart import ROOT
from tests.faults.subjects import remember_in

CANNOT_HOLD = {
    "test_middlewares.py::test_caching_json_write": "reads the one JSON file that stock storage writes",
    "test_storages.py::test_json": "writes to the storage what is no tables of documents",
    "test_storages.py::test_json_kwargs": "compares the bytes of stock storage's file, indented and sorted",
    "test_storages.py::test_json_read": "wants an IOError; ours is a sentence of its own",
    "test_storages.py::test_create_dirs": "looks for stock storage's file",
    "test_storages.py::test_in_memory": "writes to the storage what is no tables of documents",
    "test_storages.py::test_encoding": "writes a bare text to the storage, and reads the file's encoding",
    "test_storages.py::test_json_invalid_mode_warning": "stock storage opens files in a mode of one's choice",
    "test_tinydb.py::test_doc_ids_json": "wants the number of a removed document to be given again",
    "test_tinydb.py::test_drop_table": "wants no tables; a ledger always has its own",
    "test_tinydb.py::test_query_cache": "wants a stale answer out of a cache; ours keeps none",
    "test_tinydb.py::test_repr": "wants no tables but the one it made",
}
"""Each test that cannot hold, and why."""


def measure(subject, where):
    """How many hold, and which do not though they should, or do though they should not."""
    remember_in(where / "state")
    try:
        tests = _fetched(where)
    except (OSError, subprocess.CalledProcessError, StopIteration) as error:
        said = getattr(error, "stderr", "") or str(error) or "its tests are not in it"
        return {"skipped": f"TinyDB's source could not be fetched ({said.strip().splitlines()[-1][:100]})"}
    outcomes = _run(subject, tests, where / "outcomes.json")
    fell = {test for test, outcome in outcomes.items() if outcome == "failed"}
    stood = {test for test, outcome in outcomes.items() if outcome == "passed"}
    listed = {test for test in outcomes if test.split("[")[0] in CANNOT_HOLD}
    wrong = sorted(f"{test} does not hold" for test in fell - listed)
    wrong += sorted(f"{test} holds, and is listed as if it could not" for test in stood & listed)
    wrong += [
        f"{name} is listed, and there is no such test" for name in CANNOT_HOLD if not _is_in(name, listed)
    ]
    skipped = len(outcomes) - len(fell) - len(stood)
    return {
        "tests": len(outcomes),
        "held": len(stood),
        "listed": len(listed),
        "unasked": skipped,
        "wrong": wrong,
    }


def _is_in(name, tests):
    return any(test.split("[")[0] == name for test in tests)


def _fetched(where):
    """The tests of the version of TinyDB that is installed, in a folder of their own."""
    pip = next(found for name in ("pip3", "pip") if (found := shutil.which(name)))
    wanted = f"tinydb=={version('tinydb')}"
    words = [pip, "download", "--quiet", "--no-deps", "--no-binary", ":all:", "-d", str(where), wanted]
    environment = {**os.environ, "PIP_REQUIRE_VIRTUALENV": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    subprocess.run(words, check=True, capture_output=True, text=True, env=environment)
    with tarfile.open(next(where.glob("tinydb-*.tar.gz"))) as archive:
        archive.extractall(where / "source", filter="data")
    # Without the `__init__` they would be taken for a part of this project's `tests`.
    tests = next((where / "source").glob("*/tests")).rename(where / "upstream")
    (tests / "__init__.py").unlink(missing_ok=True)
    return tests


def _run(subject, tests, told):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TRUST_SUBJECT": subject.name}
    environment["TRUST_OUTCOMES"] = str(told)
    words = [sys.executable, "-W", "ignore", "-m", "pytest", "-q", "-c", os.devnull, "--rootdir", str(tests)]
    words += ["-p", "tests.faults.over_our_storage", "-p", "no:cacheprovider", str(tests)]
    subprocess.run(words, cwd=tests, capture_output=True, env=environment)
    outcomes = json.loads(Path(told).read_text())
    return {test.rpartition("/")[2]: outcome for test, outcome in outcomes.items()}
