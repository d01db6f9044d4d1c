"""A measurement in a process of its own, single-threaded, so that it may fork and kill as it likes."""

import importlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def measured(module, subject, *, by=(), **how):
    """What `tests.faults.<module>.measure` returns for a subject, run apart from this process.

    Args:
        by: words that start it, such as `unshare -rm`.
    """
    with tempfile.TemporaryDirectory(prefix="mentor-faults-") as where:
        asked = json.dumps({"module": module, "subject": subject, "where": where, "how": how})
        words = [*by, sys.executable, "-m", "tests.faults.apart", asked]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    from tests.faults.subjects import SUBJECTS

    asked = json.loads(sys.argv[1])
    measure = importlib.import_module(f"tests.faults.{asked['module']}").measure
    print(json.dumps(measure(SUBJECTS[asked["subject"]], Path(asked["where"]), **asked["how"])))
