"""A question of the mentor's own: its words, its theme, when it is asked."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace as record_with

from mentor_tui.forms import Group, shown_answers
from mentor_tui.forms.asking import Asked, Values, taken, words
from mentor_tui.screens.kept_form import KeptForm
from store.errors import RequestRefused
from store.principles import themes
from store.records import OwnQuestion
from store.saved import Saved
from widgets.fields import Answer, Answers, Field

_MOMENTS = (
    ("", "any day"),
    ("before", "before the day begins"),
    ("after", "after a day's work"),
    ("weekly", "looking back over the week"),
)


class OwnQuestionScreen(KeptForm):
    """A new question, or a correction of one."""

    KEPT_AS = "own-question"

    def __init__(self, record: OwnQuestion | None = None) -> None:
        super().__init__()
        self._record = record

    def line(self) -> tuple[int | None, int]:
        """Which one of hers, if it is there already."""
        return None, self._record.id if self._record else 0

    def called(self) -> str:
        """Whether it is there already."""
        return "your question" if self._record else "a question of your own"

    def groups(self) -> tuple[Group, ...]:
        """Three questions about it."""
        asked = words(
            "words", "The question", "as you would ask yourself", needed="Write the question first."
        )
        return (Group("", (asked, _theme(), _moment())),)

    def shown(self, groups: tuple[Group, ...]) -> Mapping[str, Answer]:
        """How it stands."""
        return shown_answers(groups, self._record) if self._record else {}

    def save(self, answers: Answers) -> Saved:
        """Keep the new question, or the correction."""
        notebook, before = self.mentor.notebook, self._record
        values = taken(self.groups(), answers)
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


def _theme() -> Asked:
    named = tuple((each.code, each.name.lower()) for each in themes())

    def take(answer: Answer) -> Values:
        if answer not in dict(named):
            raise RequestRefused("Choose the theme it belongs to; ↓ shows the six.")
        return {"theme": answer}

    field = Field(name="theme", label="Theme", kind="choice", options=named, is_free=False)
    return Asked(field, lambda question: str(question.theme), take)


def _moment() -> Asked:
    field = Field(
        name="moment", label="Asked", kind="choice", options=_MOMENTS, hint="any day", is_free=False
    )
    return Asked(
        field,
        lambda question: str(question.moment),
        lambda answer: {"moment": answer if answer in dict(_MOMENTS) else ""},
    )
