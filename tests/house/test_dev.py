"""dev.py runs on a bare Python, before anything is installed."""

import ast
import subprocess
import sys
from pathlib import Path

DEV = Path(__file__).parents[2] / "dev.py"


def test_it_imports_nothing_that_does_not_come_with_python():
    tree = ast.parse(DEV.read_text("utf-8"))
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_an_older_python_can_read_it_well_enough_to_be_told():
    ast.parse(DEV.read_text("utf-8"), feature_version=(3, 8))


def test_without_a_command_it_says_what_there_is():
    asked = subprocess.run([sys.executable, DEV], capture_output=True, text=True)
    assert asked.returncode == 2
    assert "python3 dev.py demo" in asked.stderr
