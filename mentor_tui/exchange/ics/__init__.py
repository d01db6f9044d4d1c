"""Calendars in the form every calendar program reads: iCalendar, RFC 5545.

Going out: `choosing` says which plans, `events` makes each an event, `zone_out` says what its clock does.
Coming in: `lines` reads files of any make, `theirs` reads an event, `rules` what comes back, `planning`
says what each would become here. `uids` holds what both ways know an event by.
"""
