"""The data folders a run works on: made once a size, copied for whoever writes in them."""

import os
import shutil
import tempfile
import threading
from pathlib import Path

from bench.data import make_folder
from store.caseload import Caseload
from store.clock import SystemClock
from store.folder import DataFolder
from store.search import NOTING


class Stores:
    """Folders of 10k, 100k and 1M contacts, in a temporary place (or one that is kept between runs)."""

    def __init__(self, kept: Path | None = None, *, quick: bool = False) -> None:
        self.quick = quick
        self.clock = SystemClock()
        self._temporary = Path(tempfile.mkdtemp(prefix="mentor-bench-"))
        self._made = kept or self._temporary / "made"
        self._made.mkdir(parents=True, exist_ok=True)
        self._copies = 0
        # What the program remembers of folders it saw stays out of the mentor's own state.
        os.environ["MENTOR_STATE"] = str(self._temporary / "state")

    def pairs(self, wanted: int) -> int:
        """How many pairs: as many as the target asks for, or fewer for a quick look."""
        return max(5, wanted // 10) if self.quick else wanted

    def size(self, wanted: int) -> int:
        """How many contacts: as many as the target names, or a tenth for a quick look at the largest."""
        return wanted // 10 if self.quick and wanted > 100_000 else wanted

    def folder(self, contacts: int) -> Path:
        """A folder of that size that nobody writes in."""
        path = self._made / f"{contacts}-{self.clock.now().day}"
        if not path.exists():
            beside = path.with_suffix(".part")
            shutil.rmtree(beside, ignore_errors=True)
            make_folder(beside, contacts, self.clock)
            beside.rename(path)
        return path

    def copy(self, contacts: int) -> Path:
        """A folder of that size to write in."""
        self._copies += 1
        return Path(shutil.copytree(self.folder(contacts), self._temporary / f"copy-{self._copies}"))

    def caseload(self, path: Path) -> Caseload:
        """An open folder in mid-session: everything read, the indexes and the search built."""
        return self.in_mid_session(DataFolder.open(path, self.clock))

    def in_mid_session(self, folder: DataFolder) -> Caseload:
        """The caseload of an open folder, everything read."""
        caseload = Caseload(folder, self.clock)
        caseload.waiting()
        for _ in range(2):
            caseload.find("library")
        for thread in threading.enumerate():
            if thread.name == NOTING:
                thread.join()
        return caseload

    def place(self, name: str) -> Path:
        """A file's place on the same disk as the copies."""
        return self._temporary / name

    def close(self) -> None:
        """Take away everything temporary."""
        shutil.rmtree(self._temporary, ignore_errors=True)
