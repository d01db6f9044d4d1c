"""Where the files of a directory lie: in a folder or one within it, in a packed file, or in one JSON file."""

import io
import json
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mentor_tui.exchange.errors import ImportRefused
from mentor_tui.exchange.hsds.names import table_name
from mentor_tui.exchange.hsds.tables import MOST_BYTES
from mentor_tui.exchange.reading import read_plain
from store.text import clean_line

MOST_FILES = 2_000
MOST_UNPACKED = 128 * 1_048_576
_DEEPEST = 2
_PACKAGE = "datapackage.json"
_READABLE = (".csv", ".tsv", ".txt", ".json")

Fetch = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Source:
    """The files to read."""

    name: str
    """What the directory is called: its folder, or its file without the ending."""
    tables: tuple[tuple[str, str, Fetch], ...]
    """(name shown, table of HSDS, its bytes): CSV files."""
    nested: tuple[tuple[str, Fetch], ...] = ()
    """(name shown, its bytes): JSON files; only where there are no CSV files of services."""
    strange: tuple[str, ...] = ()
    """CSV files that are no part of HSDS and are not opened."""


def find_source(path: Path) -> Source:
    """Which files of a folder, a packed folder or a JSON file are to be read.

    Raises:
        ImportRefused: there is no directory of services in it.
    """
    shown = clean_line(path.name or path.resolve().name) or "That"
    if path.is_file():
        return _of_file(path, shown)
    files = _in_folder(path, shown, _DEEPEST if _lies_deeper(path) else 0)
    return _chosen(shown, shown, files)


def _of_file(path: Path, shown: str) -> Source:
    content = read_plain(path, MOST_BYTES)
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _chosen(clean_line(path.stem), shown, _in_zip(content, shown))
    if path.suffix.lower() == ".json":
        return Source(clean_line(path.stem), (), ((shown, lambda: content),))
    raise ImportRefused(
        f"{shown} is a file; name the folder that holds services.csv, or a .zip or .json file of a directory."
    )


def _chosen(name: str, shown: str, files: Mapping[str, Fetch]) -> Source:
    """The files that lie where the services are, as near to the top as there are any."""
    listed = _listed(files)
    tables = {path: listed.get(path) or table_name(PurePosixPath(path).stem) for path in files}
    csv = [path for path in files if not path.lower().endswith(".json")]
    homes = {PurePosixPath(path).parent for path in csv if tables[path] == "services"}
    if homes:
        home = _one_home(homes, shown)
        mine = sorted(path for path in csv if PurePosixPath(path).parent == home or path in listed)
        read = tuple((_short(path), tables[path], files[path]) for path in mine if tables[path])
        strange = tuple(_short(path) for path in mine if not tables[path] and path.lower().endswith(".csv"))
        return Source(name, read, strange=strange)
    nested = sorted(
        path for path in files if path.lower().endswith(".json") and not path.lower().endswith(_PACKAGE)
    )
    if not nested:
        raise ImportRefused(
            f"{shown} is not an HSDS directory: there is no services.csv in it. Nothing was changed."
        )
    top = min(len(PurePosixPath(path).parts) for path in nested)
    return Source(
        name,
        (),
        tuple((_short(path), files[path]) for path in nested if len(PurePosixPath(path).parts) == top),
    )


def _one_home(homes: Iterable[PurePosixPath], shown: str) -> PurePosixPath:
    nearest = min(len(home.parts) for home in homes)
    near = sorted(home for home in homes if len(home.parts) == nearest)
    if len(near) > 1:
        several = ", ".join(clean_line(home.name) for home in near[:5])
        raise ImportRefused(f"{shown} holds more than one directory ({several}). Name one of them.")
    return near[0]


def _listed(files: Mapping[str, Fetch]) -> dict[str, str]:
    """Files that a data package names, with the table it says they are."""
    found: dict[str, str] = {}
    for path in [path for path in files if PurePosixPath(path).name.lower() == _PACKAGE]:
        try:
            package = json.loads(files[path]())
        except (ValueError, RecursionError):
            continue  # what it would tell is in the names of the files too
        resources = package.get("resources") if isinstance(package, dict) else None
        for one in resources if isinstance(resources, list) else ():
            at = one.get("path") if isinstance(one, dict) else None
            if isinstance(at, str):
                full = str(PurePosixPath(path).parent / at)
                said = str(one.get("name") or one.get("id") or "")
                if full in files and (table := table_name(said) or table_name(PurePosixPath(at).stem)):
                    found[full] = table
    return found


def _lies_deeper(folder: Path) -> bool:
    """Whether its services are not beside the other files, or a package may name files further down."""
    try:
        names = [path for path in folder.iterdir() if path.suffix.lower() in _READABLE]
    except OSError:
        return False
    stems = [path.name.lower() for path in names]
    return _PACKAGE in stems or not any(table_name(path.stem) == "services" for path in names)


def _in_folder(folder: Path, shown: str, deeper: int) -> dict[str, Fetch]:
    found: dict[str, Fetch] = {}
    looked_at = 0
    waiting = [(folder, PurePosixPath())]
    while waiting:
        here, under = waiting.pop()
        for path in _entries(here, shown):
            looked_at += 1
            if looked_at > MOST_FILES:
                raise ImportRefused(
                    f"{shown} holds more than {MOST_FILES:,} files. Name the folder of services.csv."
                )
            if path.suffix.lower() in _READABLE:
                found[str(under / path.name)] = _fetch(path)
            elif len(under.parts) < deeper and path.is_dir() and not path.is_symlink():
                waiting.append((path, under / path.name))
    return found


def _fetch(path: Path) -> Fetch:
    return lambda: read_plain(path, MOST_BYTES)


def _entries(folder: Path, shown: str) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not path.name.startswith((".", "~$")))
    except FileNotFoundError:
        raise ImportRefused(f"There is no folder {shown}.") from None
    except OSError as error:
        raise ImportRefused(f"The folder {shown} cannot be read: {error.strerror}.") from None


def _in_zip(content: bytes, shown: str) -> dict[str, Fetch]:
    """The files of a packed folder; unpacked in memory alone, and counted, whatever it says of its sizes."""
    found: dict[str, Fetch] = {}
    left = MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
            if len(parts) > MOST_FILES:
                raise ImportRefused(f"{shown} holds {len(parts):,} files; {MOST_FILES:,} are read at most.")
            for part in parts:
                at = PurePosixPath(part.filename)
                if at.suffix.lower() not in _READABLE or at.name.startswith((".", "~$")):
                    continue
                with packed.open(part) as stream:
                    unpacked = stream.read(min(left, MOST_BYTES) + 1)
                left -= len(unpacked)
                if left < 0 or len(unpacked) > MOST_BYTES:
                    raise ImportRefused(
                        f"{shown} unpacks to more than {MOST_UNPACKED // 1_048_576} MB, more than is read."
                    )
                found[str(at)] = _held(unpacked)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError):
        raise ImportRefused(
            f"{shown} is damaged, or locked with a password: it cannot be unpacked."
        ) from None
    return found


def _held(content: bytes) -> Fetch:
    return lambda: content


def _short(path: str) -> str:
    return clean_line(PurePosixPath(path).name)
