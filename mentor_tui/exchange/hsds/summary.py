"""An import told in lines of plain text, the same in the shell and on the screen."""

from mentor_tui.exchange.hsds.planning import FileRows, ServiceImport
from mentor_tui.exchange.words import counted


def summary(plan: ServiceImport, *, applied: bool = False) -> tuple[str, ...]:
    """What the import would do, or did: one line for services, one a file, one a note."""
    counts = (
        f"{len(plan.added):,} {'added' if applied else 'to add'}, "
        f"{len(plan.updated):,} {'updated' if applied else 'to update'}, {plan.unchanged:,} unchanged"
    )
    return (f"Services of {plan.source}: {counts}.", *map(_file, plan.rows), *plan.notes)


def _file(rows: FileRows) -> str:
    parts = [
        f"{count:,} {word}"
        for count, word in ((rows.added, "added"), (rows.updated, "updated"), (rows.unchanged, "unchanged"))
        if count
    ]
    parts += [f"{count:,} left out ({reason})" for reason, count in rows.left_out]
    return f"{rows.file}, {counted(rows.rows, 'row')}: {', '.join(parts) or 'nothing in it'}."
