"""The shell: each module holds a few commands and says where they hang.

Nothing here imports Textual. A module is imported only when its command is asked for (or help is), so
that a note from the shell starts quickly.
"""

MODULE_OF = {
    "init": "setup",
    "demo": "setup",
    "passphrase": "locks",
    "recovery-key": "locks",
    "rekey": "locks",
    "encrypt": "locks",
    "decrypt": "locks",
    "client": "people",
    "clients": "people",
    "note": "note",
    "checkin": "check_in",
    "plan": "plans",
    "done": "plans",
    "agenda": "agenda",
    "today": "today",
    "away": "away",
    "words": "words",
    "find": "find",
    "promises": "promises",
    "week": "week",
    "reflect": "reflect",
    "notebook": "notebook",
    "questions": "questions",
    "themes": "themes",
    "import": "bringing",
    "export": "taking",
    "handed-on": "handed_on",
    "report": "report",
    "months": "months",
    "card": "card",
    "consent": "consent",
    "envelope": "envelope",
    "backup": "backups",
    "migrate": "migrating",
    "records": "records",
    "undo": "trust",
    "redo": "trust",
    "history": "trust",
    "doctor": "trust",
}
"""Which module holds each command or group of commands."""
