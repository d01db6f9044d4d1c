"""What can be wrong with a file that is brought in or written out."""

from store.errors import RequestRefused


class ImportRefused(RequestRefused):
    """The file or folder cannot be brought in; nothing was changed."""


class ExportRefused(RequestRefused):
    """The file or folder cannot be written as asked; nothing was written."""
