"""The shell: a note and a reading command in a folder of ten thousand contacts, against a Typer hello."""

import subprocess
import sys
from functools import partial

from bench.figure import Figure, interleaved, ms, seconds
from bench.stores import Stores
from store.caseload import Caseload
from store.folder import DataFolder

_PAIRS = 40
_HELLO = """
import typer

app = typer.Typer()


@app.command()
def hello(name: str) -> None:
    print(f"hello {name}")


app()
"""
MENTOR = """
from mentor_tui.start import main

main()
"""


def shell(stores: Stores) -> list[Figure]:
    """`mentor note` and `mentor today` at 10k."""
    folder = stores.copy(10_000)
    with DataFolder.open(folder, stores.clock) as opened:
        name = Caseload(opened, stores.clock).waiting()[0].client.name.lower()
    hello, mentor = stores.place("hello.py"), stores.place("mentor.py")
    hello.write_text(_HELLO, encoding="utf-8")
    mentor.write_text(MENTOR, encoding="utf-8")
    note = [str(mentor), "--data", str(folder), "note", f"{name} call 15m got the boots, wants the clinic"]
    today = [str(mentor), "--data", str(folder), "today"]
    before = (folder / "caseload.journal").stat().st_size
    run(note)
    assert (folder / "caseload.journal").stat().st_size > before, "the note was not kept"
    pairs = stores.pairs(_PAIRS)
    commands = (note, today, [str(hello), "dee"])
    noted, read, greeted = interleaved([partial(run, words) for words in commands], pairs)
    return [
        _figure("shell-note", "`mentor note` at 10k, against a Typer hello", noted, greeted, 1.6, pairs),
        _figure("shell-today", "`mentor today` at 10k, against a Typer hello", read, greeted, 2, pairs),
    ]


def _figure(row: str, what: str, ours: float, hello: float, target: float, pairs: int) -> Figure:
    return Figure(row, what, ours / hello, target, "x", pairs, {"ours ms": ms(ours), "hello ms": ms(hello)})


def run(words: list[str]) -> float:
    """Seconds of a whole process; it must end well."""
    return seconds(lambda: subprocess.run([sys.executable, *words], capture_output=True, check=True))
