"""A look at a data folder from end to end; changes nothing and says what it sees, in sentences."""

from pathlib import Path

from store.clock import Clock
from store.doctor_backups import backup_findings
from store.doctor_files import file_findings, key_findings, waiting_findings
from store.doctor_records import ledger_findings
from store.finding import Finding
from store.folder import DataFolder
from store.keys import Keys

__all__ = ["Finding", "examine"]


def examine(path: Path, clock: Clock, keys: Keys | None = None) -> tuple[Finding, ...]:
    """What a careful look at the folder finds, troubles first; nothing where all is well.

    Args:
        keys: of an encrypted folder.

    Raises:
        RequestRefused: there is no data folder here.
        PassphraseNeeded: it is encrypted, and there are no keys.
    """
    with DataFolder.open(path, clock, read_only=True, keys=keys) as folder:
        said = [Finding("trouble", trouble) for trouble in folder.troubles]
        said += [Finding("notice", notice) for notice in folder.notices]
        said += ledger_findings(folder)
        said += waiting_findings(folder)
        said += key_findings(folder)
    said += file_findings(path)
    said += backup_findings(path, clock)
    return tuple(sorted(said, key=lambda finding: finding.severity != "trouble"))
