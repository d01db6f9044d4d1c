"""Which backups stay, whatever days they were made on."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store import backup_retention
from store.backup import Backup, create, listing
from store.backup_proof import verify
from store.backup_retention import CLOCK_IS_BEHIND, NOTHING_PROVEN, prune, superfluous
from store.clock import FixedClock, Moment, moment_from
from store.folder import DataFolder

VANCOUVER = timezone(timedelta(hours=-8))
START = datetime(2026, 1, 1, 18, 0, tzinfo=VANCOUVER)


def _made(at: datetime, number: int = 0) -> Backup:
    name = f"backup-{at:%Y-%m-%d-%H%M%S}-{number}.tar"
    return Backup(name, Path(name), 1, at)


moments = st.builds(
    lambda hours, offset: (START + timedelta(hours=hours)).astimezone(timezone(timedelta(hours=offset))),
    st.integers(0, 24 * 800),
    st.sampled_from([-11, -8, 0, 5, 14]),
)


@given(st.lists(moments, max_size=120, unique=True))
def test_what_stays_is_what_was_promised(when):
    backups = [_made(at, number) for number, at in enumerate(when)]
    going = {one.name for one in superfluous(backups)}
    dated = sorted(backups, key=lambda one: one.made_at.timestamp(), reverse=True)
    kept = [one for one in dated if one.name not in going]
    assert kept[:10] == dated[:10]
    for span, most in ((_day, 14), (_week, 8), (_month, 12)):
        there = list(dict.fromkeys(span(one.made_at) for one in dated))[:most]
        newest = [next(one for one in dated if span(one.made_at) == each) for each in there]
        assert all(one in kept for one in newest)
    assert len(kept) <= 10 + 14 + 8 + 12


@given(st.lists(moments, max_size=60, unique=True))
def test_tidying_twice_removes_nothing_more(when):
    backups = [_made(at, number) for number, at in enumerate(when)]
    going = superfluous(backups)
    assert superfluous([one for one in backups if one not in going]) == []


def test_two_years_of_daily_backups_come_down_to_some_thirty():
    daily = [_made(START + timedelta(days=number)) for number in range(730)]
    going = {one.name for one in superfluous(daily)}
    kept = [one for one in daily if one.name not in going]
    assert 25 <= len(kept) <= 34
    assert kept[-1] == daily[-1]


def test_the_day_is_hers_and_not_that_of_utc(few, monkeypatch):
    monkeypatch.setattr(backup_retention, "DAYS", 14)
    evening = datetime(2026, 5, 1, 23, 30, tzinfo=VANCOUVER)
    backups = [_made(evening), _made(evening + timedelta(hours=1)), _made(evening + timedelta(hours=2))]
    assert superfluous(backups) == [backups[1]]


def _day(at):
    return at.date()


def _week(at):
    return at.isocalendar()[:2]


def _month(at):
    return at.year, at.month


# On the disk


@pytest.fixture
def few(monkeypatch):
    """The newest alone would stay."""
    monkeypatch.setattr(backup_retention, "LAST", 1)
    for name in ("DAYS", "WEEKS", "MONTHS"):
        monkeypatch.setattr(backup_retention, name, 0)


def _on(day: int) -> FixedClock:
    return FixedClock(moment_from(f"2026-11-{day}T14:02", "America/Vancouver"))


@pytest.fixture
def three(folder, save):
    """Backups of three days, the first one proven."""
    save(folder, "Dee")
    made = [create(folder, _on(day)) for day in (20, 21, 22)]
    verify(made[0].path, _on(22))
    return made


def test_the_newest_proven_one_stays(folder, three, clock, few):
    done = prune(folder.path, clock)
    assert [one.name for one in done.removed] == [three[1].name]
    assert [one.name for one in listing(folder.path)] == [three[2].name, three[0].name]


def test_a_dry_run_removes_nothing(folder, three, clock, few):
    assert [one.name for one in prune(folder.path, clock, dry_run=True).removed] == [three[1].name]
    assert len(listing(folder.path)) == 3


def test_nothing_goes_where_nothing_was_proven(folder, three, clock, few):
    (folder.path / "backups" / "proofs.json").unlink()
    assert prune(folder.path, clock).reason == NOTHING_PROVEN
    assert len(listing(folder.path)) == 3


def test_a_proof_of_a_file_that_was_changed_since_counts_for_nothing(folder, three, clock, few):
    whole = bytearray(three[0].path.read_bytes())
    whole[600] ^= 1
    three[0].path.write_bytes(whole)
    assert prune(folder.path, clock).reason == NOTHING_PROVEN


def test_nothing_goes_while_the_clock_is_behind(folder, three, few):
    assert prune(folder.path, _on(21)).reason == CLOCK_IS_BEHIND
    behind_the_head = prune(folder.path, _on(23), saved_at=datetime(2026, 11, 25, tzinfo=UTC))
    assert behind_the_head.reason == CLOCK_IS_BEHIND
    assert len(listing(folder.path)) == 3


def test_what_is_unknown_unreadable_or_of_another_folder_stays(folder, three, clock, few, tmp_path):
    backups = folder.path / "backups"
    with DataFolder.create(tmp_path / "other", clock) as other:
        theirs = create(other, _on(19)).path.rename(backups / "theirs.tar")
    others = [theirs, backups / "mine.txt", backups / "old.zip", backups / "broken.tar"]
    for path in others[1:]:
        path.write_bytes(b"x")
    three[1].path.write_bytes(three[1].path.read_bytes()[:-1])
    prune(folder.path, clock)
    assert all(path.exists() for path in [*others, three[0].path, three[1].path, three[2].path])


def test_one_that_cannot_be_removed_is_said(folder, three, clock, few, monkeypatch):
    def refuse(path, missing_ok=False):
        raise PermissionError(13, "x")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        with pytest.raises(Exception, match="An old backup could not be removed"):
            prune(folder.path, clock)


def test_a_moment_is_compared_and_not_a_wall_clock(folder, three, few):
    """She flew east: it is later here than it was there."""
    east = FixedClock(Moment(datetime(2026, 11, 22, 22, 3, tzinfo=UTC), "UTC"))
    assert prune(folder.path, east).reason == ""
