"""What stands in one line or form, kept on the disk while it is on the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from mentor_tui.unkept import Held
from store.drafts import Answers, Draft, has_words, place_of
from store.errors import MentorError, RequestRefused
from store.inbox import InboxItem
from store.loose_files import NotKept

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from store.clock import Moment

PAUSE_SECONDS = 0.5
"""A pause in typing after which a draft is kept."""


def hold(
    mentor: MentorApp, place: str, draft: Draft, error: MentorError, write: Callable[[], object]
) -> None:
    """Hold in memory what the disk refuses, and say so at the foot."""
    mentor.trouble(str(error))
    if has_words(draft.answers):
        reason = error.reason if isinstance(error, NotKept) else "they could not be saved"
        mentor.unkept.hold(place, Held(draft.answers, mentor.clock.now().at, reason, write, draft))


class KeptDraft:
    """What is typed, kept on the disk until it is saved; it never stands in the way of typing."""

    def __init__(self, mentor: MentorApp, blank: Draft) -> None:
        """The draft of this place: an earlier one if there is one, or one that was put aside."""
        self._mentor = mentor
        self._drafts = mentor.caseload.folder.drafts()
        self._blank = replace(blank, answers={}, name="", is_aside=False, kept_at=None, typed=None)
        found = None if blank.is_aside else self._drafts.of(blank.kind, blank.client_id, blank.record_id)
        self._draft = self._with_refused(found or blank)
        self._is_done = False

    @property
    def answers(self) -> Answers:
        """What stands in it."""
        return self._draft.answers

    @property
    def name(self) -> str:
        """What it is called on the disk; "" if it never was there."""
        return self._draft.name

    @property
    def refused(self) -> str:
        """Why the disk refuses what stands in it; "" if it is kept."""
        held = self._mentor.unkept.of(self._place)
        return held.reason if held else ""

    @property
    def words_back(self) -> str:
        """That earlier words are back, and of when; "" if it is new."""
        at, now = self._draft.kept_at, self._mentor.clock.now()
        if at is None or not self.answers:
            return ""
        when = f"{at.astimezone(now.tz):%H:%M}" if self.typed is None else typed_on(self.typed, now)
        return f"your words of {when} are back"

    @property
    def typed(self) -> Moment | None:
        """When its words were typed, if that was another day: their days are read from there."""
        typed = self._draft.typed
        is_earlier = typed is not None and typed.day != self._mentor.clock.now().day
        return typed if is_earlier and has_words(self.answers) else None

    def keep(self, answers: Answers) -> None:
        """Keep these answers; what the disk refuses is held in memory. That is said at the foot."""
        if self._is_done or (answers == self._draft.answers and not self.refused):
            return
        try:
            self._write(answers)
        except MentorError as error:
            typed = self._draft.typed or self._mentor.clock.now()
            draft = replace(self._draft, answers=answers, typed=typed)
            hold(self._mentor, self._place, draft, error, partial(self._write, answers))
        else:
            self._mentor.unkept.let_go(self._place)

    def put_aside(self, answers: Answers) -> None:
        """Keep these answers in a place of their own; from here on the draft is an empty one.

        Raises:
            RequestRefused: there are no words in them.
            SaveFailed: they are where they were.
        """
        if not has_words(answers):
            raise RequestRefused("There is nothing to put aside yet.")
        self._drafts.put_aside(replace(self._draft, answers=answers))
        self._mentor.unkept.let_go(self._place)
        if self._draft.is_aside:
            self._drafts.drop(self._draft)
        self._draft = self._blank

    def done(self) -> None:
        """It was saved: nothing of it is kept from here on."""
        self._is_done = True
        self._mentor.unkept.let_go(self._place)
        try:
            self._drafts.drop(self._draft)
        except MentorError as error:
            self._mentor.voice.trouble(str(error))

    def _write(self, answers: Answers) -> None:
        self._draft = self._drafts.keep(replace(self._draft, answers=answers))

    @property
    def _place(self) -> str:
        return self._draft.name or place_of(self._draft)

    def _with_refused(self, draft: Draft) -> Draft:
        """A draft with the words that the disk refused when it was last open, if it did."""
        held = self._mentor.unkept.of(draft.name or place_of(draft))
        if held is None:
            return draft
        return replace(draft, answers=held.answers, kept_at=held.at, typed=held.draft.typed)


def typed_on(typed: Moment, now: Moment) -> str:
    """When words were typed, in a few words: "Tue 1 Dec 16:00"."""
    return f"{day_typed(typed, now)} {typed.wall:%H:%M}"


def day_typed(typed: Moment, now: Moment) -> str:
    """On which day: "Tue 1 Dec"."""
    year = "" if typed.day.year == now.day.year else f" {typed.day.year}"
    return f"{typed.local:%a} {typed.day.day} {typed.local:%b}{year}"


class KeptItem:
    """A line of the inbox that is being filed: it is kept in the inbox, in its own place."""

    name = ""
    """It is no draft."""
    words_back = ""
    """It is not an earlier draft that came back."""
    waiting_words = ""
    """And none waits beside it."""

    def __init__(self, mentor: MentorApp, item: InboxItem) -> None:
        """The item as it stands."""
        self._mentor = mentor
        self._inbox = mentor.caseload.folder.inbox()
        self._item = item
        self._place = f"inbox {item.name}"
        held = mentor.unkept.of(self._place)
        self._answers: Answers = held.answers if held else {"text": item.text}
        self._is_done = False

    @property
    def answers(self) -> Answers:
        """What stands in it."""
        return self._answers

    @property
    def refused(self) -> str:
        """Why the disk refuses what stands in it; "" if it is kept."""
        held = self._mentor.unkept.of(self._place)
        return held.reason if held else ""

    @property
    def typed(self) -> Moment:
        """When it was typed, were it today."""
        return self._item.written

    def bring_back(self) -> str:
        """Nothing waits."""
        return ""

    def keep(self, answers: Answers) -> None:
        """Keep these words in its place; an empty line does not wipe them out."""
        if self._is_done or answers.get("text", "") == self._item.text or not has_words(answers):
            return
        try:
            self._write(answers)
        except MentorError as error:
            draft = Draft("note", None, answers)
            hold(self._mentor, self._place, draft, error, partial(self._write, answers))
        else:
            self._mentor.unkept.let_go(self._place)

    def put_aside(self, answers: Answers) -> None:
        """It is aside already.

        Raises:
            RequestRefused: always.
        """
        raise RequestRefused("This line waits in the inbox already; esc leaves it there.")

    def done(self) -> None:
        """It was filed: out of the inbox with it."""
        self._is_done = True
        self._mentor.unkept.let_go(self._place)
        try:
            self._inbox.remove(self._item)
        except MentorError as error:
            self._mentor.voice.trouble(f"The note is saved. {error}")

    def _write(self, answers: Answers) -> None:
        self._item = self._inbox.change(self._item, str(answers.get("text", "")), self._item.why)
