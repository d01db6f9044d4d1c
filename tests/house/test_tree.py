"""What holds for every file of the tree."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("mentor_tui", "widgets", "store")

# A table has as many rows as there are cases.
TABLE_OF_CASES = re.compile(r"^test_.*_(?:tables|cases)\.py$")
MACHINE_PATH = re.compile(r"(?<![\w.~])/(?:home|root|Users|work|opt|mnt)/[\w.]+")


def named(path):
    """A file as it is called in the tree."""
    return path.relative_to(ROOT).as_posix()


def files_of(parts, kinds):
    """The files of these kinds below these folders."""
    return sorted(path for part in parts for path in (ROOT / part).rglob("*") if path.suffix in kinds)


def kept_files():
    """The text files that are in the repository, or are about to be."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    asked = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True)
    if asked.returncode:
        pytest.skip("not a git checkout")
    return [path for name in asked.stdout.splitlines() if (path := ROOT / name).is_file()]


def words_shown_by(path):
    """The strings of a file that may reach a screen: docstrings only where they are a command's help."""
    if path.suffix != ".py":
        return [(1, path.read_text("utf-8"))]
    tree = ast.parse(path.read_text("utf-8"))
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    bodies = [node.body for node in ast.walk(tree) if isinstance(node, documented)]
    notes = {
        id(statement.value)
        for body in bodies
        for statement in body
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    }
    if "commands" in path.parts:
        notes = set()
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes
    ]


def test_a_module_is_at_most_300_lines():
    modules = [ROOT / "dev.py", *files_of((*PACKAGES, "tests", "bench", "tools"), {".py"})]
    lengths = {
        named(path): len(path.read_text("utf-8").splitlines())
        for path in modules
        if not TABLE_OF_CASES.search(path.name)
    }
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_no_file_names_a_place_on_the_machine_it_was_written_on():
    found = {}
    for path in kept_files():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        if places := MACHINE_PATH.findall(text):
            found[named(path)] = places
    assert not found


def test_test_modules_have_names_of_their_own():
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted(names) == sorted(set(names))


def test_every_folder_of_modules_says_what_it_holds():
    folders = {path.parent for path in files_of(PACKAGES, {".py"})}
    # Without it the import rules and the wheel do not see what is in the folder.
    assert {named(folder) for folder in folders if not (folder / "__init__.py").is_file()} == set()
