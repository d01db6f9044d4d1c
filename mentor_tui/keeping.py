"""What stands in one line or form, kept on the disk while it is on the screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from store.drafts import Answers, Draft, Drafts, has_words
from store.errors import MentorError, RequestRefused
from store.inbox import Inbox, InboxItem

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp

PAUSE_SECONDS = 0.5
"""A pause in typing after which a draft is kept."""


class KeptDraft:
    """What is typed, kept on the disk until it is saved; it never stands in the way of typing."""

    def __init__(self, mentor: MentorApp, blank: Draft) -> None:
        """The draft of this place: an earlier one if there is one, or one that was put aside."""
        self._mentor = mentor
        self._drafts = Drafts(mentor.caseload.folder.path, mentor.clock)
        self._blank = replace(blank, answers={}, name="", is_aside=False, kept_at=None)
        found = None if blank.is_aside else self._drafts.of(blank.kind, blank.client_id, blank.record_id)
        self._draft = found or blank
        self._is_done = False

    @property
    def answers(self) -> Answers:
        """What stands in it."""
        return self._draft.answers

    @property
    def words_back(self) -> str:
        """That earlier words are back, and of when; "" if it is new."""
        at = self._draft.kept_at
        if at is None or not self.answers:
            return ""
        return f"your words of {at.astimezone(self._mentor.clock.now().tz):%H:%M} are back"

    def keep(self, answers: Answers) -> None:
        """Keep these answers. Trouble is said at the foot, and does not stop anybody."""
        if self._is_done or answers == self._draft.answers:
            return
        try:
            self._draft = self._drafts.keep(replace(self._draft, answers=answers))
        except MentorError as error:
            self._mentor.voice.trouble(str(error))

    def put_aside(self, answers: Answers) -> None:
        """Keep these answers in a place of their own; from here on the draft is an empty one.

        Raises:
            RequestRefused: there are no words in them.
            SaveFailed: they are where they were.
        """
        if not has_words(answers):
            raise RequestRefused("There is nothing to put aside yet.")
        self._drafts.put_aside(replace(self._draft, answers=answers))
        if self._draft.is_aside:
            self._drafts.drop(self._draft)
        self._draft = self._blank

    def done(self) -> None:
        """It was saved: nothing of it is kept from here on."""
        self._is_done = True
        try:
            self._drafts.drop(self._draft)
        except MentorError as error:
            self._mentor.voice.trouble(str(error))


class KeptItem:
    """A line of the inbox that is being filed: it is kept in the inbox, in its own place."""

    words_back = ""
    """It is not an earlier draft that came back."""
    waiting_words = ""
    """And none waits beside it."""

    def __init__(self, mentor: MentorApp, item: InboxItem) -> None:
        """The item as it stands."""
        self._mentor = mentor
        self._inbox = Inbox(mentor.caseload.folder.path, mentor.clock)
        self._item = item
        self._is_done = False

    @property
    def answers(self) -> Answers:
        """What stands in it."""
        return {"text": self._item.text}

    def bring_back(self) -> str:
        """Nothing waits."""
        return ""

    def keep(self, answers: Answers) -> None:
        """Keep these words in its place; an empty line does not wipe them out."""
        text = str(answers.get("text", ""))
        if self._is_done or text == self._item.text or not has_words(answers):
            return
        try:
            self._item = self._inbox.change(self._item, text, self._item.why)
        except MentorError as error:
            self._mentor.voice.trouble(str(error))

    def put_aside(self, answers: Answers) -> None:
        """It is aside already.

        Raises:
            RequestRefused: always.
        """
        raise RequestRefused("This line waits in the inbox already; esc leaves it there.")

    def done(self) -> None:
        """It was filed: out of the inbox with it."""
        self._is_done = True
        try:
            self._inbox.remove(self._item)
        except MentorError as error:
            self._mentor.voice.trouble(f"The note is saved. {error}")
