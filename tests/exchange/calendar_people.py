"""A caseload with something of every kind that a calendar can hold."""

from datetime import date, time

from store.records import Appointment, Client, Episode, Repeat

ZONE = "America/Vancouver"
GROUP, RENT = "a" * 32, "b" * 32


def filled(caseload):
    """Dee with a clinic and its words; Renée with a group every other Tuesday, one moved; rent of her own."""
    dee, renee = (
        caseload.add(client).records[0]
        for client in (
            Client(name="Dee"),
            Client(name="Renée Łu", episodes=(Episode(expected_on=date(2026, 12, 20)),), status="not-out"),
        )
    )
    every_other = Repeat(
        rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU",
        begins=date(2026, 12, 1),
        until=date(2027, 1, 26),
        skips=(date(2026, 12, 15), date(2026, 12, 29)),
    )
    first_monday = Repeat(rule="FREQ=MONTHLY;BYDAY=1MO", begins=date(2026, 12, 7))
    for plan in (
        Appointment(client_id=dee.id, on=date(2026, 11, 26), at=time(10), zone=ZONE, what="clinic; ask, wait",
                    where="Main St", bring="the letter", going="me", remind_days=1),
        Appointment(client_id=dee.id, kind="court", on=date(2026, 12, 8)),
        Appointment(client_id=dee.id, on=date(2026, 11, 20), what="passed"),
        Appointment(client_id=dee.id, on=date(2026, 11, 27), what="closed", result="went"),
        Appointment(client_id=renee.id, on=date(2026, 12, 1), at=time(20), zone=ZONE, what="group",
                    series=GROUP, repeats=every_other),
        Appointment(client_id=renee.id, on=date(2026, 12, 16), at=time(9, 30), zone=ZONE, what="group",
                    series=GROUP, series_on=date(2026, 12, 15)),
        Appointment(client_id=0, kind="rent", on=date(2026, 12, 7), series=RENT, repeats=first_monday),
    ):  # fmt: skip
        caseload.add(plan)
    return caseload


DAYS = (
    ("2026-11-26 10:00", "D."),
    ("2026-12-01 20:00", "R.Ł."),
    ("2026-12-07", "my own"),
    ("2026-12-08", "D."),
    ("2026-12-16 09:30", "R.Ł."),
    ("2026-12-20", "R.Ł."),
    ("2027-01-04", "my own"),
    ("2027-01-12 20:00", "R.Ł."),
    ("2027-01-26 20:00", "R.Ł."),
)
"""What a calendar shows of it to the end of January."""
