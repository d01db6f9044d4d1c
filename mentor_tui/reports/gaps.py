"""What is missing for a report: each gap with its records, and the field of the form it is filled in.

A gap is no fault. Nobody has to be asked anything for the sake of a number; the report says "not known" then.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from mentor_tui.reports.after_release import has_no_release_day
from mentor_tui.reports.counting import of_people, of_records
from mentor_tui.reports.crossings import came_to, day_they_went_is_unknown, was_let_go, was_there
from mentor_tui.reports.in_their_words import quotable
from mentor_tui.reports.tables import Behind
from mentor_tui.reports.work import PeriodOfWork, Reads
from store.clock import Moment
from store.period import Period
from store.records import Client, Contact, EndConversation, Goal, Referral
from store.standing import has_died


@dataclass(frozen=True, slots=True)
class Gap:
    """One kind of thing that is not known."""

    words: str
    """A sentence: "3 bridges have no day they went."."""
    records: Collection[Behind]
    """Those it is missing in, or, with `new`, the people it is missing for."""
    field: str
    """The field of their form, by its name in mentor_tui/forms."""
    new: str = ""
    """The table of the record that is to be begun for each of these people; "" where theirs is there."""


def gaps(records: Reads, period: Period, moment: Moment) -> tuple[Gap, ...]:
    """What is missing for the report of these days: what moves most figures first; none where nothing is."""
    month = PeriodOfWork(records, period, moment)
    found = (*_of_releases(month), *_of_bridges(month), *_of_entries(month), *_of_people(month))
    return tuple(gap for gap in (*found, *_of_needs(month), *_of_the_end(month)) if gap.records)


def _of_releases(month: PeriodOfWork) -> Iterator[Gap]:
    unsure = [client for client in _living(month) if _was_expected(client, month)]
    sure = {client.id for client in unsure}
    yield _gap(
        _people(unsure),
        "1 person was",
        "{} people were",
        "expected out, and the day they came out is not written.",
        "episodes",
    )
    undated = [one for one in _supported(month) if one.id not in sure and has_no_release_day(one, month)]
    yield _gap(_people(undated), "Of 1 person", "Of {} people", "no day of release is known.", "episodes")


def _of_bridges(month: PeriodOfWork) -> Iterator[Gap]:
    there = [
        bridge
        for client in month.people
        for bridge in month.referrals.get(client.id, ())
        if was_there(bridge, month.period, month.moment.tz)
    ]

    def those(is_so: Callable[[Referral], bool]) -> Collection[Behind]:
        return of_records(bridge for bridge in there if is_so(bridge))

    one, many = "1 bridge has", "{} bridges have"
    yield _gap(those(day_they_went_is_unknown), one, many, "no day they went.", "went_on")
    shut = those(lambda each: was_let_go(each, month.last) and not each.ended)
    yield _gap(shut, "1 bridge ended", "{} bridges ended", "without a reason written.", "ended")
    yield _gap(those(lambda each: not each.area), one, many, "no area.", "area")
    far = those(lambda each: came_to(each, month.last) is None and was_let_go(each, month.last))
    yield _gap(far, "1 bridge ended", "{} bridges ended", "with no day they were asked or went.", "asked_on")


def _of_entries(month: PeriodOfWork) -> Iterator[Gap]:
    def those(is_so: Callable[[Contact], bool]) -> Collection[Behind]:
        return of_records(entry for entry in month.entries if is_so(entry))

    talks = {entry.id for entry in month.by_sort["in-touch"]}
    one, many = "1 entry has", "{} entries have"
    unsaid = {entry.id for entry in month.by_sort["unknown"]}
    yield _gap(those(lambda each: each.id in unsaid), one, many, "nothing of what happened.", "outcome")
    yield _gap(those(lambda each: each.id in talks and not each.mode), one, many, "no how.", "mode")
    # An attempt is over in a moment: its length is asked of nobody.
    yield _gap(
        those(lambda each: each.id in talks and each.minutes is None), one, many, "no length.", "minutes"
    )
    held = of_records(each.record for each in quotable(month) if each.kept_back == "name")
    yield _gap(held, "1 quote names", "{} quotes name", "somebody, a place or a number.", "words")


def _of_people(month: PeriodOfWork) -> Iterator[Gap]:
    supported = _supported(month)
    unmet = [each for each in supported if not each.how_met]
    yield _gap(_people(unmet), "Of 1 person", "Of {} people", "it is not written how you met.", "how_met")
    undated = [each for each in supported if each.met_on is None]
    yield _gap(_people(undated), "Of 1 person", "Of {} people", "the first day is not written.", "met_on")
    unasked = [each for each in supported if not month.agreement(each.id) and not has_died(each)]
    words = "whether you may keep notes is not asked yet."
    yield _gap(_people(unasked), "Of 1 person", "Of {} people", words, "purpose", "consents")


def _of_needs(month: PeriodOfWork) -> Iterator[Gap]:
    def is_there(goal: Goal) -> bool:
        return not goal.area and (goal.named_on is None or goal.named_on <= month.last)

    needs = of_records(goal for goal in month.goals if is_there(goal))
    yield _gap(needs, "1 need has", "{} needs have", "no area.", "area")


def _of_the_end(month: PeriodOfWork) -> Iterator[Gap]:
    finished = [each for each in month.people if each.status == "finished" and each.status_on in month.period]
    untold = [each for each in finished if not month.end_talks.get(each.id)]
    words = "finished for now without a talk at the end written."
    yield _gap(_people(untold), "1 person", "{} people", words, "helped", "end_conversations")
    talks = [talk for theirs in month.end_talks.values() for talk in theirs]
    yield _gap(_talks(talks, _undated), "1 talk at the end has", "{} talks at the end have", "no day.", "on")
    unasked = _talks(talks, lambda talk: talk.on in month.period and talk.helped in ("", "not-asked"))
    words = "whether it helped is not asked."
    yield _gap(unasked, "In 1 talk at the end", "In {} talks at the end", words, "helped")


def _undated(talk: EndConversation) -> bool:
    return talk.on is None


def _talks(talks: Iterable[EndConversation], is_so: Callable[[EndConversation], bool]) -> Collection[Behind]:
    return of_records(talk for talk in talks if is_so(talk))


def _was_expected(client: Client, month: PeriodOfWork) -> bool:
    """Expected out in these days, the day has passed, and whether it came is not written."""
    today = month.moment.day
    return any(
        part.on is None and part.expected_on in month.period and part.expected_on <= today
        for part in client.episodes
        if part.expected_on
    )


def _living(month: PeriodOfWork) -> Iterator[Client]:
    return (client for client in month.people if not has_died(client))


def _supported(month: PeriodOfWork) -> list[Client]:
    return [client for client in month.people if client.id in month.supported]


def _people(clients: Iterable[Client]) -> Collection[Behind]:
    return of_people(client.id for client in clients)


def _gap(records: Collection[Behind], one: str, many: str, what: str, field: str, new: str = "") -> Gap:
    count = len(records)
    return Gap(f"{one if count == 1 else many.format(count)} {what}", records, field, new)
