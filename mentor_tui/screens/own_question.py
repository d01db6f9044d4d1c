"""A question of the mentor's own: its words, its theme, when it is asked; one of the program's otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from zlib import crc32

from msgspec.structs import replace as record_with

from mentor_tui.forms import Group, Refused, shown_answers
from mentor_tui.forms.asking import Asked, Values, taken, words
from mentor_tui.question_words import MOMENTS
from mentor_tui.screens.kept_form import KeptForm
from store.errors import RequestRefused
from store.own_questions import Known, check_days, put_in_her_words
from store.principles import KINDS_OF_DAY, themes
from store.records import OwnQuestion
from store.saved import Saved
from widgets.fields import Answer, Answers, Field, split


class OwnQuestionScreen(KeptForm):
    """A new question, or a correction of one."""

    KEPT_AS = "own-question"

    def __init__(self, record: OwnQuestion | None = None, *, theme: str = "") -> None:
        """One of hers to correct, or a new one.

        Args:
            theme: short name of the theme that a new one is of at first.
        """
        super().__init__()
        self._record = record
        self._theme = theme

    def line(self) -> tuple[int | None, int]:
        """Which one of hers, if it is there already."""
        return None, self._record.id if self._record else 0

    def called(self) -> str:
        """Whether it is there already."""
        return "your question" if self._record else "a question of your own"

    def groups(self) -> tuple[Group, ...]:
        """Four questions about it."""
        asked = words(
            "words", "The question", "as you would ask yourself", needed="Write the question first."
        )
        return (Group("", (asked, _theme(), _moment(), _days())),)

    def shown(self, groups: tuple[Group, ...]) -> Mapping[str, Answer]:
        """How it stands."""
        return shown_answers(groups, self._record) if self._record else {"theme": self._theme}

    def save(self, answers: Answers) -> Saved:
        """Keep the new question, or the correction."""
        notebook, before = self.mentor.notebook, self._record
        values = taken(self.groups(), answers)
        _check_days(values)
        if before is None:
            return notebook.add(OwnQuestion(**values), "your question")
        return notebook.change(before, record_with(before, **values), "your question changed")

    def action_save(self) -> None:
        """Save; a correction that corrects nothing just closes."""
        if self._record is not None and not self.form.changed:
            self._kept.done()
            self.dismiss(None)
        else:
            super().action_save()


class OtherWordsScreen(KeptForm):
    """One of the program's questions in her words: asked in its place, in its turn."""

    IS_NOTEBOOKS = True

    def __init__(self, known: Known) -> None:
        super().__init__()
        self._known = known

    def line(self) -> tuple[int | None, int]:
        """Of each question its own."""
        return None, crc32(self._known.question.id.encode())

    def on_mount(self) -> None:
        """Earlier words, if there are any; else how the program's come back."""
        super().on_mount()
        frame = self.query_one("#form-frame")
        if self._known.words_before and not frame.border_subtitle:
            frame.border_subtitle = "left empty, it has its own words again"

    def called(self) -> str:
        """Whose words these are."""
        return "this question in your words"

    def groups(self) -> tuple[Group, ...]:
        """Its words; left empty, the program's stand there again."""
        first = self._known.words_before or self._known.question.words
        return (Group("", (words("words", "The question", first),)),)

    def shown(self, groups: tuple[Group, ...]) -> Mapping[str, Answer]:
        """How it is asked now."""
        return {"words": self._known.question.words}

    def save(self, answers: Answers) -> Saved:
        """Keep her words; where they are the program's, hers are taken out."""
        saved = put_in_her_words(self.mentor.notebook, self._known, str(answers["words"]))
        if saved is None:
            raise RequestRefused("These are the words it is asked in already; esc closes.")
        return saved

    def action_save(self) -> None:
        """Save; what changes nothing just closes."""
        if self.form.changed:
            super().action_save()
        else:
            self._kept.done()
            self.dismiss(None)


def form_of(known: Known) -> OwnQuestionScreen | OtherWordsScreen:
    """The form in which a question is put otherwise."""
    return OwnQuestionScreen(known.hers) if known.is_own else OtherWordsScreen(known)


def _check_days(values: Values) -> None:
    try:
        check_days(values["moment"], values["fits"])
    except RequestRefused as error:
        raise Refused({"fits": str(error)}) from None


def _theme() -> Asked:
    named = tuple((each.code, each.name.lower()) for each in themes())

    def take(answer: Answer) -> Values:
        if answer not in dict(named):
            raise RequestRefused("Choose the theme it belongs to; ↓ shows the six.")
        return {"theme": answer}

    field = Field(name="theme", label="Theme", kind="choice", options=named, is_free=False)
    return Asked(field, lambda question: str(question.theme), take)


def _moment() -> Asked:
    field = Field(name="moment", label="Asked", kind="choice", options=MOMENTS, hint="any day", is_free=False)

    def take(answer: Answer) -> Values:
        if answer not in dict(MOMENTS):
            raise RequestRefused(_not_there(str(answer)))
        return {"moment": answer}

    return Asked(field, lambda question: str(question.moment), take)


def _days() -> Asked:
    field = Field(
        name="fits", label="Kind of day", kind="several", options=KINDS_OF_DAY, hint="any day", is_free=False
    )

    def take(answer: Answer) -> Values:
        codes = tuple(dict.fromkeys(split(str(answer))))
        if other := next((code for code in codes if code not in dict(KINDS_OF_DAY)), ""):
            raise RequestRefused(_not_there(other))
        return {"fits": codes}

    return Asked(field, lambda question: ", ".join(question.fits), take)


def _not_there(typed: str) -> str:
    return f"“{typed[:40]}” is not in the list; ↓ shows it. Left empty, it is any day."
