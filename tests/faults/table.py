"""The figures of a run as a table: what was put to the test, what was found, what the target is."""

TARGETS = {
    "kill": "0 unreadable, 0 acknowledged lost",
    "call": "0 lost, each said in words",
    "full disk": "readable, 0 lost, works again",
    "power": "0 bad",
    "damage": "0 silent",
    "forged": "0 silent",
    "writers": "0 acknowledged lost",
    "replaced": "never acknowledged and lost",
    "clocks": "0 lost or out of order",
    "model": "0 differences",
    "upstream": "all but those listed with their reason",
    "archives": "0 wrong data accepted",
    "hostile text": "0 control sequences, 0 crashes",
    "planted names": "0 found",
    "erasing": "0 words left, never half",
    "sockets": "0 opened",
    "interop": "all of it opens with stock age",
}
"""By row, as the Trust table of the design has them; every figure is the count of what should not be."""


BASE = ("stock TinyDB",)
"""What ours is held against."""


def told(stats, more=()):
    """The figures out of pytest's reports, and more, in the order of the table."""
    reports = [report for outcome in stats.values() for report in outcome]
    called = [report for report in reports if getattr(report, "when", "") == "call"]
    found = [value for report in called for name, value in report.user_properties if name == "trust"]
    found += more
    order = list(TARGETS)
    return sorted(
        found, key=lambda one: (order.index(one["row"].split(":")[0]), one["row"], one["of"] in BASE)
    )


def is_ok(figure):
    """Whether it meets the target."""
    return figure["bad"] == 0


def said(figures):
    """One line each."""
    for figure in figures:
        verdict = "skipped" if "skipped" in figure else "ok" if is_ok(figure) else "short"
        if figure["of"] in BASE:
            verdict = "-"
        found = figure.get("skipped") or f"{figure['bad']} of {figure['out of']} {figure['unit']}"
        more = {name: value for name, value in figure.items() if name not in _SHOWN and value}
        detail = "".join(f"; {value} {name}" for name, value in more.items() if not isinstance(value, list))
        target = TARGETS[figure["row"].split(":")[0]]
        yield f"{figure['row']:<22} {figure['of']:<12} {verdict:<7} {found:<24} target: {target}{detail}"


_SHOWN = ("row", "of", "bad", "out of", "unit", "skipped")
