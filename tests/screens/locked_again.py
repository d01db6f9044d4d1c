"""Opens an encrypted folder and locks it again; says what of it was in memory before, and what is after."""

import asyncio
import gc
import sys
from pathlib import Path

from store.clock import FixedClock, moment_from
from store.keys import Keys, LedgerKeys
from store.records import Record
from tests.quick_pilot import quick
from tests.screens.at_the_door import at_the_door


def there():
    """The kinds of keys and records that anything still holds."""
    gc.unfreeze()  # the program puts its own out of sight while it reads
    gc.collect()
    return {type(one).__name__ for one in gc.get_objects() if isinstance(one, Keys | LedgerKeys | Record)}


async def main(place, passphrase):
    clock = FixedClock(moment_from("2026-11-23T14:02", "America/Vancouver"))
    async with at_the_door(Path(place), clock, looks_through_all=True) as page:
        await page.unlock(passphrase)
        await page.until("COMING UP")
        await page.press("enter", "l")
        await asyncio.sleep(1.2)  # what the program looks at once a second was looked at
        print(*sorted(there()))
        await page.press("ctrl+l")
        await page.until("Your notes are locked")
        await page.app.workers.wait_for_complete()
        await page.pilot.pause()
        print(*sorted(there()))


if __name__ == "__main__":
    with quick():
        asyncio.run(main(*sys.argv[1:]))
