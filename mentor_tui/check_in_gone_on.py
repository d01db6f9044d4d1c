"""The draft of a check-in gone on with: with whoever it is filed with by now, and never as anything else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mentor_tui.keys import told
from mentor_tui.screens.check_in import CheckInScreen
from store.drafts import OF_WHOM, Draft
from store.errors import NotFound, RequestRefused
from store.records import CheckIn, Client

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from store.caseload import Caseload

_NOBODY = "Whoever said these words is not in the record any more; {undo} may bring them back."


def check_in_gone_on(mentor: MentorApp, draft: Draft) -> CheckInScreen:
    """The page of a draft. What it corrected may be gone: then it is a new one, with its words and its day.

    Raises:
        RequestRefused: whoever it was with is not here any more.
        SaveFailed: it is where it was.
    """
    person, number = _where_it_belongs(mentor.caseload, draft)
    if (person, number) != (draft.client_id, draft.record_id):
        drafts = mentor.caseload.folder.drafts()
        moved = drafts.put_aside(replace(draft, client_id=person, record_id=number, is_aside=True))
        drafts.drop(draft)
        draft = moved
    page = CheckInScreen(person, number)
    return page.go_on_with(draft) if draft.is_aside else page


def _where_it_belongs(caseload: Caseload, draft: Draft) -> tuple[int, int]:
    """The person and the check-in it is about by now: one that was filed elsewhere is corrected there."""
    try:
        record = caseload.get(CheckIn, draft.record_id) if draft.record_id else None
    except NotFound:
        record = None
    if record:
        return record.client_id, record.id
    uid = draft.answers.get(OF_WHOM)
    for client in caseload.all(Client):
        if client.id == draft.client_id or (uid and uid in client.merged_uids):
            return client.id, 0
    raise RequestRefused(told(_NOBODY))
