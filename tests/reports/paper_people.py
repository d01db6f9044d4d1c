"""Dee, Marcus, Renée and Will: a small record with something in it that no paper may carry."""

from datetime import UTC, date, datetime, time

from store.caseload import Caseload
from store.clock import FixedClock, moment_from
from store.folder import DataFolder
from store.records import (
    Appointment,
    Channel,
    Client,
    Confidant,
    Consent,
    Contact,
    EndConversation,
    Episode,
    Goal,
    Hours,
    Phone,
    Promise,
    Referral,
    Repeat,
    Service,
    Stay,
)

MONDAY = moment_from("2026-11-23T14:02", "America/Vancouver")


def day(number, month=11):
    return date(2026, month, number)


def people():
    """The records, people first; numbers are given as they are added."""
    dee = Client(
        name="Dee Johnson", pronouns="she", languages="English, Cree", how_met="from-inside", met_on=day(2),
        status="not-out", status_on=day(2), supervision="probation",
        about="Likes to draw. Knows Marcus well.",
        episodes=(Episode(expected_on=day(26), at=time(8, 30), place="Alouette centre", supply_days=7),),
        stays=(Stay(where="custody", since=day(1, 6)),), prefers="text first, never before 10",
        if_quiet="call my sister Ana", never_contact="Tom Hurtz", in_their_words="A door that locks.",
        confidants=(Confidant(name="Ana Johnson", relation="sister"),), left_because="SECRET-LEFT",
        kept_because="SECRET-KEPT", beside_them="SECRET-BESIDE",
        channels=(Channel(how="text", value="604 555 0101", whose="theirs", ok_text=True, ok_say_who=False,
                          who_answers="her aunt Bea", checked_on=day(20)),
                  Channel(how="via", value="Bea, 604 555 0999")),
    )  # fmt: skip
    marcus = Client(name="Marcus", episodes=(Episode(on=day(11)),), about="SECRET-MARCUS",
                    channels=(Channel(how="call", value="604 555 0202", ok_voicemail=False,
                                      who_answers="his mum"),))  # fmt: skip
    renee = Client(name="Renée", status="light", episodes=(Episode(on=day(3, 9)),))
    will = Client(name="Will", status="finished")
    return dee, marcus, renee, will


def work():
    """What is kept about them."""
    yield Contact(client_ids=(1,), on=day(3), mode="letter", outcome="in", words="she asked for a visit",
                  as_typed="dee letter in SECRET-TYPED")  # fmt: skip
    yield Contact(client_ids=(1,), on=day(10), mode="phone", outcome="talked", minutes=15, kind="check-in",
                  activities=("paperwork",),
                  words="marcus says hi, ana will bring boots", they_will="ask about ID")  # fmt: skip
    yield Contact(client_ids=(1, 2), on=day(12), mode="in-person", outcome="met", minutes=90, km=12.5,
                  travel_minutes=40, cents=850, words="SECRET-SHARED he cried", at=None)  # fmt: skip
    yield Contact(client_ids=(1,), on=day(13), kind="with-family", minutes=20, words="SECRET-FAMILY",
                  at=datetime(2026, 11, 13, 18, tzinfo=UTC))  # fmt: skip
    yield Contact(client_ids=(3,), on=day(19), mode="phone", outcome="no-answer", travel_minutes=5)
    yield Contact(client_ids=(2,), on=day(20), words="SECRET-NOTE he is worried")
    yield Contact(on=day(21), kind="work", minutes=60)
    yield Goal(client_id=1, words="my own place", area="housing", state="working", rank="now")
    yield Goal(client_id=1, area="documents", state="named")
    yield Promise(client_id=1, words="ask Will about the drum circle", made_on=day(10), due_on=day(27))
    yield Promise(client_id=1, words="send stamps", made_on=day(3), state="done", done_on=day(9))
    yield Promise(client_id=2, words="find his birth certificate", due_on=day(24))
    yield EndConversation(client_id=1, on=day(20), helped="some", words="You came when you said.")
    yield Consent(client_id=1, purpose="keep-notes", how="spoken", on=day(3))
    yield Consent(client_id=1, purpose="share", recipient="Jo Smith", how="spoken", on=day(10),
                  information="next dates and how to reach me", for_what="while you are away",
                  expires_on=date(2027, 2, 8))  # fmt: skip
    yield Consent(client_id=2, purpose="share", recipient="Jo Smith", on=day(1, 8), expires_on=day(1))
    yield Consent(client_id=2, purpose="share", recipient="Kim", on=day(12))
    yield Consent(client_id=3, purpose="supervision", on=day(5), state="declined")


def doors():
    """Six services, one of them closed on Thursdays, two whose names would tell too much."""
    week = (Hours(days="Mon-Fri", opens="09:00", closes="16:30"),)
    phone = (Phone(number="604 555 0303", extension="4", note="SECRET-LINE"),)
    yield Service(name="Income office", address="12 Main St", phones=phone, hours=week, areas=("income",),
                  bring="ID, a bank letter", peer_note="SECRET-OPINION")  # fmt: skip
    yield Service(name="Probation office", address="40 River Rd", hours=week, areas=("supervision",))
    yield Service(name="Harbour detox", address="9 Hill St", areas=("treatment",), bring="SECRET-BRING",
                  hours=(Hours(days="every day", opens="08:00", closes="20:00",
                               note="SECRET-HOURS"),))  # fmt: skip
    yield Service(name="Room to Start housing", address="77 Oak Ave", phones=phone, areas=("housing",),
                  hours=(Hours(days="Mon, Wed", opens="10:00", closes="14:00"),))  # fmt: skip
    yield Service(name="Food on First", address="1 First Ave", areas=("food",),
                  hours=(Hours(days="daily", opens="11:30", closes="13:00"),))  # fmt: skip
    yield Service(name="ID help desk", address="5 Court Sq", areas=("documents",), hours_note="ask first")


def plans():
    """Dates to come: some that may be named, some not."""
    every_week = Repeat(rule="FREQ=WEEKLY;BYDAY=SU", begins=day(29))
    thursday = day(26)
    yield Appointment(
        client_id=1, kind="touch", mode="gate", on=thursday, at=time(8, 30), where="west gate, Alouette"
    )
    yield Appointment(client_id=1, kind="income", on=thursday, at=time(11), service_id=1,
                      bring="bank card, my release paper", what="intake with Mrs Lund")  # fmt: skip
    yield Appointment(client_id=1, kind="supervision", on=day(27), at=time(9), service_id=2,
                      where="second floor", bring="the conditions sheet")  # fmt: skip
    yield Appointment(
        client_id=1, kind="court", on=day(30), at=time(9, 30), where="222 Main St, courtroom 102"
    )
    yield Appointment(client_id=1, kind="medication-ends", on=day(3, 12), what="last of the sertraline")
    yield Appointment(client_id=1, kind="pharmacy", on=thursday, at=time(15), where="the drugstore on 4th")
    yield Appointment(client_id=1, kind="ceremony", on=day(29), at=time(18), where="the Friendship Centre",
                      repeats=every_week)  # fmt: skip
    yield Appointment(client_id=1, kind="id", on=day(9), what="photo for the ID", result="went")
    yield Appointment(client_id=2, kind="touch", mode="phone", on=day(25))
    yield Referral(client_id=1, service_id=3, area="treatment", stage="asked", stage_on=day(12))
    yield Referral(client_id=1, service_id=4, area="housing", stage="date-set", treated="They were kind.")
    yield Referral(client_id=1, service_id=5, area="food", stage="wanted")
    yield Referral(client_id=1, service_id=6, stage="yes")


def filled(place):
    """A caseload with all of it, at 14:02 on Monday 23 November 2026."""
    clock = FixedClock(MONDAY)
    folder = DataFolder.create(place, clock)
    caseload = Caseload(folder, clock)
    caseload.add_each([*people(), *doors()], "people")
    caseload.add_each([*work(), *plans()], "work")
    return caseload


def crowded(place):
    """Somebody with eight dates and eight doors, every word of them long."""
    long = "The North Shore Neighbourhood and Friendship Society on the long road by the river"
    kinds = ("income", "housing", "bank", "id", "ceremony", "family", "work-school", "dentist")
    phones = (Phone(number="604 555 0303", extension="4"), Phone(number="+1 604 555 0304", extension="5678"))
    hours = tuple(Hours(days="Thu", opens=opens, closes="17:00", note=long) for opens in ("09:00", "13:00"))
    person = Client(name="Alexandrina-Konstantinopolitana Smith", episodes=(Episode(expected_on=day(26)),))
    services = [
        Service(name=f"{number} {long}", address=long, areas=("food",), phones=phones, hours=hours,
                bring=f"{number} {long}")
        for number in range(1, 9)
    ]  # fmt: skip
    visits = [
        Appointment(client_id=1, kind=kind, on=day(27), at=time(9), service_id=number, where=long)
        for number, kind in enumerate(kinds, 1)
    ]
    clock = FixedClock(MONDAY)
    caseload = Caseload(DataFolder.create(place, clock), clock)
    caseload.add_each([person, *services], "people")
    caseload.add_each(visits, "visits")
    return caseload
