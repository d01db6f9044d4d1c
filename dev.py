#!/usr/bin/env python3
"""Set up and check the project with nothing but Python 3.11 and pip.

    python3 dev.py demo          open the program on invented people
    python3 dev.py test          every check, then the tests (words after -- go to pytest)
    python3 dev.py lint          the checks alone
    python3 dev.py bench         the speed figures
    python3 dev.py trust         the trust figures: what kills, full disks and forgers leave (takes minutes)
    python3 dev.py pictures      make the pictures of the README again
    python3 dev.py month         live a month of the demo, and list the questions it offered
    python3 dev.py lock          make requirements*.txt again (needs uv)
    python3 dev.py setup         only the set-up

The set-up goes into .venv/ beside this file and touches nothing else. It runs again only when what it
depends on has changed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent
ENV = ROOT / ".venv"
BIN = ENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
PACKAGES = ["mentor_tui", "widgets", "store"]
RUN, DEV = "requirements.txt", "requirements-dev.txt"
NEEDS = {
    "demo": RUN,
    "bench": DEV,
    "trust": DEV,
    "pictures": DEV,
    "month": RUN,
    "test": DEV,
    "lint": DEV,
    "setup": DEV,
}


NO_TOOL = (
    "No pip and no uv was found. Install one of them (on Debian or Ubuntu: sudo apt install python3-pip) "
    "and run this again."
)


class SetupStopped(Exception):
    """The set-up cannot go on; the sentence says what would help."""


def main(words: list[str]) -> int:
    """Carry out one command and return its exit code."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the sentence is for whoever has only an older one
        print("This needs Python 3.11 or newer; this one is", sys.version.split()[0] + ".", file=sys.stderr)
        return 2
    command, rest = (words[0], [word for word in words[1:] if word != "--"]) if words else ("", [])
    if command not in COMMANDS:
        print((__doc__ or "").strip(), file=sys.stderr)
        return 0 if command in ("-h", "--help", "help") else 2
    os.chdir(ROOT)
    try:
        if command in NEEDS:
            set_up(NEEDS[command])
        return COMMANDS[command](rest)
    except SetupStopped as stopped:
        print(stopped, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


# The set-up


def set_up(requirements: str) -> None:
    """Make .venv hold what the file names and the project itself, unless it already does."""
    wanted = stamp_of(requirements)
    if usable() and any(
        read(stamp) == wanted_by for stamp, wanted_by in stamps_that_do(requirements, wanted)
    ):
        return
    started = time.monotonic()
    print("Setting up .venv, once ...", file=sys.stderr, flush=True)
    tools = [tool for tool in (found_uv(), found_pip()) if tool]
    if not tools:
        raise SetupStopped(NO_TOOL)
    for tool in tools:
        try:
            fill(tool, requirements)
            break
        except SetupStopped:
            # A network that uv cannot get through (its own certificates) may let pip through.
            if tool is tools[-1]:
                raise
            print("uv could not; trying pip ...", file=sys.stderr, flush=True)
    # Without bytecode every start pays for compiling it.
    run_quietly([str(PYTHON), "-m", "compileall", "-q", *PACKAGES])
    stamp_file(requirements).write_text(wanted)
    print(f"Ready after {time.monotonic() - started:.0f} s.", file=sys.stderr, flush=True)


def fill(tool: list[str], requirements: str) -> None:
    """Install what the file names, then the project itself, with nothing fetched while it is built."""
    uv = "pip" not in Path(tool[-1]).name
    if not usable():
        make_environment(tool if uv else None)
    if uv:
        install = [*tool, "pip", "install", "--quiet", "--compile-bytecode", "--python", str(PYTHON)]
    else:
        install = [*tool, "--python", str(PYTHON), "install", "--quiet", "--disable-pip-version-check"]
    run_quietly([*install, "--require-hashes", "-r", requirements])
    run_quietly([*install, "--no-deps", "--no-build-isolation", "-e", "."])


def stamp_of(requirements: str) -> str:
    """What an environment made from this file is made of: the file, the project, the place, the Python."""
    made_of = hashlib.sha256()
    for name in (requirements, "pyproject.toml"):
        made_of.update((ROOT / name).read_bytes())
    made_of.update(str(ROOT).encode())  # an environment that was moved no longer finds the project
    return made_of.hexdigest()


def stamp_file(requirements: str) -> Path:
    """Where the environment remembers that it was made from this file."""
    return ENV / f"made-from-{Path(requirements).stem}"


def stamps_that_do(requirements: str, wanted: str) -> list[tuple[Path, str]]:
    """The stamps that spare a set-up, with what each must say: the developer's file holds the other whole."""
    return [(stamp_file(requirements), wanted), (stamp_file(DEV), stamp_of(DEV))]


def read(path: Path) -> str:
    """The text of a file, or nothing."""
    return path.read_text() if path.is_file() else ""


def usable() -> bool:
    """Whether .venv has a Python that starts and is new enough (one that was upgraded away does not)."""
    probe = "import sys; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([str(PYTHON), "-I", "-c", probe], capture_output=True).returncode == 0
    except OSError:
        return False


def make_environment(uv: list[str] | None) -> None:
    """An empty .venv. Without pip inside: Debian's Python cannot put one there (no ensurepip)."""
    shutil.rmtree(ENV, ignore_errors=True)
    if uv:
        run_quietly([*uv, "venv", "--quiet", "--python", sys.executable, str(ENV)])
    else:
        run_quietly([sys.executable, "-m", "venv", "--without-pip", str(ENV)])


def found_uv() -> list[str] | None:
    """The words that start uv, if it is there and runs."""
    uv = shutil.which("uv")
    return [uv] if uv and starts([uv]) else None


def found_pip() -> list[str] | None:
    """The words that start a pip, this Python's own or any other: it installs into .venv from outside."""
    beside = [[found] for name in ("pip3", "pip") if (found := shutil.which(name))]
    return next((pip for pip in ([sys.executable, "-m", "pip"], *beside) if starts(pip)), None)


def starts(words: list[str]) -> bool:
    """Whether a program is there and tells its version."""
    return subprocess.run([*words, "--version"], capture_output=True).returncode == 0


def run_quietly(words: list[str]) -> None:
    """Run a step of the set-up; only when it goes wrong is its own output shown."""
    environment = {**os.environ, "PIP_REQUIRE_VIRTUALENV": "0", "PIP_USER": "0"}
    done = subprocess.run(words, capture_output=True, text=True, env=environment)
    if done.returncode:
        said = "\n".join(part.strip() for part in (done.stdout, done.stderr) if part.strip())
        raise SetupStopped(f"{said}\n\nThe set-up stopped at: {' '.join(words)}")


# The commands


def demo(words: list[str]) -> int:
    """Open the program on invented people."""
    return subprocess.call([str(BIN / "mentor"), "demo", *words])


def lint(words: list[str]) -> int:
    """Everything that can be said without running the program, side by side; one line each."""
    steps = {
        "ruff check": ["ruff", "check", "--quiet", "."],
        "ruff format": ["ruff", "format", "--quiet", "--check", "."],
        "import rules": ["lint-imports", "--no-cache"],
        "mypy --strict": ["mypy", "--strict", "--no-error-summary", *PACKAGES, "dev.py"],
    }
    unclean = 0
    with ThreadPoolExecutor() as side_by_side:
        for step, took, done in side_by_side.map(timed, steps.items()):
            print(f"{step:<14} {'NOT CLEAN' if done.returncode else 'ok':<9} {took:5.1f} s", flush=True)
            if done.returncode:
                unclean = 1
                print(done.stdout.strip(), flush=True)
    return unclean


def timed(step: tuple[str, list[str]]) -> tuple[str, float, subprocess.CompletedProcess[str]]:
    """Run one check: its name, its seconds, what it said."""
    name, (tool, *words) = step
    started = time.monotonic()
    done = subprocess.run(
        [str(BIN / tool), *words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    return name, time.monotonic() - started, done


def test(words: list[str]) -> int:
    """The checks, then the tests on every core. pytest comes last, so that its count closes the output."""
    # Each of them would compile every test again.
    environment = {name: said for name, said in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiling = compile_tests(environment)
    unclean = lint([])
    if compiling is not None:
        compiling.wait()
    # One more than cores fills the gaps where one waits; each takes seconds to begin and to learn the styles.
    many = str((os.cpu_count() or 1) + 1)
    alone = any(word in ("-n0", "-s", "--pdb") for word in words)
    spread = [] if alone else ["-n", many, "--dist", "worksteal"]
    print("pytest", *words, flush=True)
    tests = subprocess.call([str(PYTHON), "-m", "pytest", *spread, *words], env=environment)
    if unclean and not tests:
        print("The tests pass, but a check above is not clean.", file=sys.stderr)
    return tests or unclean


def compile_tests(environment: dict[str, str]) -> subprocess.Popen[bytes] | None:
    """Compile the tests of a fresh clone once, beside the checks; None where that was done before."""
    if (ROOT / "tests" / "__pycache__").exists():
        return None
    collect = [str(PYTHON), "-m", "pytest", "--collect-only", "-q"]
    return subprocess.Popen(collect, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def bench(words: list[str]) -> int:
    """The speed figures, against the targets."""
    return subprocess.call([str(PYTHON), "-m", "bench", *words])


def trust(words: list[str]) -> int:
    """The figures of the trust table, each at its full length; words name its rows."""
    return subprocess.call([str(PYTHON), "-m", "tests.faults", *words])


def tool(name: str, words: list[str]) -> int:
    """The README's pictures from the running demo, or a month of it with its questions."""
    return subprocess.call([str(PYTHON), f"tools/{name}.py", *words])


def lock(words: list[str]) -> int:
    """Both requirements files again, for every platform: names, versions and hashes, no address."""
    uv = shutil.which("uv")
    if not uv:
        raise SetupStopped("Making the requirements again needs uv; there is none on the PATH.")
    how = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate"]
    how += ["--no-emit-index-url", "--no-emit-find-links", "--quiet", *words]
    for group, name in (("dev", DEV), ("build", RUN)):
        # The second follows the first, so that both name the same versions.
        held = ["--constraint", DEV] if name == RUN else []
        run_quietly([uv, "pip", "compile", "pyproject.toml", "--group", group, *how, *held, "-o", name])
    return 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "demo": demo,
    "test": test,
    "lint": lint,
    "bench": bench,
    "trust": trust,
    "pictures": partial(tool, "pictures"),
    "month": partial(tool, "month"),
    "lock": lock,
    "setup": lambda words: 0,  # it has been done
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
