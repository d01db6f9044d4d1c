"""Folders of services, small ones made here and the real ones that lie beside the project."""

from collections.abc import Callable
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.fixture
def directory(tmp_path: Path) -> Callable[..., Path]:
    """Given file texts by name, write them as an HSDS folder."""

    def write(name: str = "town", **files: str | bytes) -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        for stem, text in files.items():
            content = text if isinstance(text, bytes) else text.encode()
            (folder / f"{stem}.csv").write_bytes(content)
        return folder

    return write


def _real(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        pytest.skip(f"the real directory {name} does not lie beside the project")
    return folder


@pytest.fixture
def legal_aid() -> Path:
    """A real directory in HSDS 1.1 form."""
    return _real("hsds-illinois-legal-aid")


@pytest.fixture
def hsds_3() -> Path:
    """The example of HSDS 3, a row of every table."""
    return _real("hsds-3-example")
