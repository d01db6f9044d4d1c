"""A caseload whose report is the published one: McLeod 2020, CMAJ Open 8(1):E1-E8 (Unlocking the Gates).

346 contacts with the programme from 2013 to 2018, of 340 women; half of them met their mentor.
"""

from datetime import date, timedelta

from store.period import Period
from store.records import Client, Consent, Contact, EndConversation, Episode, Record, Referral

YEARS = Period(date(2013, 1, 1), date(2018, 12, 31))
WOMEN, TWICE, MET, DECLINED = 340, 6, 173, 173
TALKED, DOCTOR, ANY_SERVICE, HELPED = 105, 49, 89, 98


def records() -> tuple[Record, ...]:
    """Women are numbered from 1; each step is taken by the first so many of them."""
    return tuple(record for number in range(1, WOMEN + 1) for record in _woman(number))


def _woman(number: int) -> list[Record]:
    out = date(2013, 1, 15) + timedelta(days=6 * number)
    # Six women came back to the programme with a second release, and were not met then.
    again = [Episode(on=out + timedelta(days=90))] if number <= TWICE else []
    known: list[Record] = [
        Client(id=number, name="w", episodes=(Episode(on=out), *again)),
        Contact(id=number, client_ids=(number,), on=out, **_first_contact(number)),
    ]
    if number <= MET:
        state = "declined" if number == DECLINED else "active"
        known.append(Consent(id=number, client_id=number, purpose="keep-notes", on=out, state=state))
    return [*known, *_at_the_end(number, out)] if number <= TALKED else known


def _first_contact(number: int) -> dict[str, str]:
    if number <= MET:
        return {"mode": "gate", "kind": "gate-pickup", "outcome": "met"}
    return {"mode": "phone", "outcome": "no-answer"}


def _at_the_end(number: int, out: date) -> list[Record]:
    helped = "yes" if number <= HELPED - 20 else "some" if number <= HELPED else "no"
    talk = EndConversation(id=number, client_id=number, on=out + timedelta(days=4), helped=helped)
    if number <= DOCTOR:
        went = {"area": "health", "stage": "went", "went_on": out + timedelta(days=number % 4)}
    elif number <= ANY_SERVICE:
        went = {"area": "income", "stage": "settled", "went_on": out + timedelta(days=number % 4)}
    else:
        # Reached later, or arranged and not gone to: not within 3 days.
        later = {"stage": "went", "went_on": out + timedelta(days=9)}
        went = {"area": "health", **(later if number % 2 else {"stage": "date-set"})}
    return [talk, Referral(id=number, client_id=number, **went)]
