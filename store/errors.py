"""What can go wrong, each as one sentence with a way out and the shell's exit code."""


class MentorError(Exception):
    """Something the mentor should read. `str(error)` is the whole sentence shown to her."""

    exit_code = 1
    """What the shell returns: 1 data or request, 2 usage, 75 locked, 77 passphrase needed."""


class RequestRefused(MentorError):
    """The request cannot be carried out as it was put (an unknown name, an unclear date)."""


class NotFound(RequestRefused):
    """No such record."""


class UnclearDate(RequestRefused):
    """A phrase that is not read as a date; the sentence names examples that would be."""


class StoreDamaged(MentorError):
    """The files do not say what they should; nothing was changed."""


class StoreReadOnly(MentorError):
    """The store is open for reading only; nothing was written and nothing typed is lost."""


class SaveFailed(MentorError):
    """A commit did not reach the disk; memory and disk are as before it."""


class StoreBusy(MentorError):
    """Another process holds the lock."""

    exit_code = 75


class PassphraseNeeded(MentorError):
    """The store is encrypted and no passphrase was given."""

    exit_code = 77
