"""A draft gone on with: in the line, sheet or form it was typed into, and about the same person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from mentor_tui.check_in_gone_on import check_in_gone_on
from mentor_tui.forms import SPECS
from mentor_tui.marks import may_be_marked
from mentor_tui.screens.catch_up import CatchUpScreen
from mentor_tui.screens.check_in_words import KEPT_AS as CHECK_IN
from mentor_tui.screens.first_start import FirstStartScreen
from mentor_tui.screens.leave_until import LeaveUntilScreen
from mentor_tui.screens.many_note import ManyNoteScreen, people_of
from mentor_tui.screens.many_plan import ManyPlanForm
from mentor_tui.screens.note_line import NoteLineScreen
from mentor_tui.screens.own_question import OwnQuestionScreen
from mentor_tui.screens.record_form import RecordForm
from mentor_tui.screens.reflection import ReflectionScreen
from mentor_tui.screens.template_form import TemplateForm
from store.drafts import Draft, said_in
from store.errors import NotFound, RequestRefused
from store.records import Client, OwnQuestion, Reflection
from store.templates import DIGITS

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp


def gone_on_with(mentor: MentorApp, draft: Draft) -> Screen[Any]:
    """The screen of a draft; where whom or what it is about is gone, a note with its words.

    Raises:
        RequestRefused: it cannot be opened now; the words stay where they are.
    """
    if draft.kind == CHECK_IN:
        return check_in_gone_on(mentor, draft)
    try:
        return _opened(mentor, draft)
    except NotFound:
        return _unfiled(mentor, draft)


def _opened(mentor: MentorApp, draft: Draft) -> Screen[Any]:
    caseload = mentor.caseload
    if draft.client_id is not None:
        caseload.get(Client, draft.client_id)  # who is no longer here is not written about
    if draft.kind == "note":
        return NoteLineScreen(aside=draft)
    if draft.kind == "catch-up":
        return CatchUpScreen(aside=draft)
    if draft.kind == "first-start":
        return FirstStartScreen()
    if draft.kind == "reflection":
        number = draft.record_id
        page = mentor.notebook.get(Reflection, number) if number else None
        return ReflectionScreen(record=page)
    if draft.kind == LeaveUntilScreen.KEPT_AS and draft.client_id is not None:
        return LeaveUntilScreen(draft.client_id).go_on_with(draft)
    if draft.kind == OwnQuestionScreen.KEPT_AS:
        return _own_question(mentor, draft)
    if draft.kind == TemplateForm.KEPT_AS and draft.record_id in DIGITS:
        return TemplateForm(draft.record_id).go_on_with(draft)
    if draft.kind in (ManyNoteScreen.KEPT_AS, ManyPlanForm.KEPT_AS):
        return _to_many(mentor, draft)
    return _form(mentor, draft)


def _form(mentor: MentorApp, draft: Draft) -> RecordForm:
    kind = next((kind for kind in SPECS if kind.__name__ == draft.kind), None)
    if kind is None:
        raise RequestRefused("This draft comes from a newer mentor, which can open it.")
    record = mentor.caseload.get(kind, draft.record_id) if draft.record_id else None
    return RecordForm(kind, draft.client_id, record, aside=draft)


def _to_many(mentor: MentorApp, draft: Draft) -> Screen[Any]:
    """To those of them who are still here and walk with her; to nobody else."""
    people = may_be_marked(mentor.caseload, people_of(draft))
    if not people:
        raise NotFound("Nobody of those it was for is here any more.")
    dialog = ManyNoteScreen if draft.kind == ManyNoteScreen.KEPT_AS else ManyPlanForm
    return dialog(people, aside=draft)


def _own_question(mentor: MentorApp, draft: Draft) -> Screen[Any]:
    """The notebook's words stay in the notebook: where the question is gone, they are a new one."""
    try:
        question = mentor.notebook.get(OwnQuestion, draft.record_id) if draft.record_id else None
    except NotFound:
        question = None
    return OwnQuestionScreen(question).go_on_with(draft)


def _unfiled(mentor: MentorApp, draft: Draft) -> Screen[Any]:
    """Words about what is no longer here, as a note about their person; about nobody yet if they are gone."""
    if draft.kind == "reflection":  # the notebook's words stay in the notebook: a new page
        if mentor.caseload.folder.drafts().of("reflection", None):
            raise RequestRefused("Another page is begun; save it or throw it away, then this one opens.")
        mentor.caseload.folder.drafts().keep(replace(draft, record_id=0, name=""))
        mentor.caseload.folder.drafts().drop(draft)
        return ReflectionScreen()
    words = {"text": "\n".join(_every_word(draft))}
    person = next((one.id for one in mentor.caseload.people() if one.id == draft.client_id), None)
    note = replace(draft, kind="note", client_id=person, record_id=0, answers=words, is_aside=True)
    return NoteLineScreen(aside=note)


def _every_word(draft: Draft) -> Iterator[str]:
    """Each answer that says something, those in the parts of a form too."""
    for answer in said_in(draft.answers):
        texts = [answer] if isinstance(answer, str) else [text for part in answer for text in part.values()]
        yield from filter(str.strip, texts)
