"""Two of the three packages have names that another program may bring as well."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ASK = "from mentor_tui.together import refuse_if_apart; refuse_if_apart(); print('together')"


def started_with(*places):
    """What a fresh Python says when it looks for packages in these places first."""
    path = os.pathsep.join(str(place) for place in (*places, ROOT))
    environment = {**os.environ, "PYTHONPATH": path}
    return subprocess.run([sys.executable, "-P", "-c", ASK], capture_output=True, text=True, env=environment)


def test_three_packages_side_by_side_start():
    assert started_with().stdout == "together\n"


def test_another_package_named_store_is_said_in_a_sentence(tmp_path):
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "__init__.py").write_text("raise RuntimeError('this ran')")
    started = started_with(tmp_path)
    assert started.returncode == 1
    assert "Another program's “store” is in the way" in started.stderr
    assert "Traceback" not in started.stderr


def test_a_module_named_widgets_is_said_too(tmp_path):
    (tmp_path / "widgets.py").write_text("")
    assert "“widgets”" in started_with(tmp_path).stderr
