"""The words of one template."""

from __future__ import annotations

from collections.abc import Mapping

from mentor_tui.forms import Group, shown_answers
from mentor_tui.forms.asking import taken, words
from mentor_tui.keys import told
from mentor_tui.screens.kept_form import KeptForm
from store.records import NoteTemplate
from store.saved import Saved
from store.templates import keep_template, templates
from widgets.fields import Answer, Answers


class TemplateForm(KeptForm):
    """What `;` and this digit put into a note."""

    KEPT_AS = "template"

    def __init__(self, digit: int) -> None:
        super().__init__()
        self._digit = digit

    def line(self) -> tuple[int | None, int]:
        """Which digit."""
        return None, self._digit

    def called(self) -> str:
        """How it is called up."""
        return f"template ;{self._digit}"

    def groups(self) -> tuple[Group, ...]:
        """One question."""
        needed = told("Write what it puts into a note; {more} in the list removes one.")
        asked = words("text", "Words", "call no answer, will try tomorrow > tomorrow", needed=needed)
        return (Group("", (asked,)),)

    def shown(self, groups: tuple[Group, ...]) -> Mapping[str, Answer]:
        """How it stands."""
        there = templates(self.mentor.caseload).get(self._digit)
        return shown_answers(groups, there or NoteTemplate(digit=self._digit))

    def save(self, answers: Answers) -> Saved:
        """Keep the words."""
        return keep_template(self.mentor.caseload, self._digit, taken(self.groups(), answers)["text"])

    def action_save(self) -> None:
        """Save; where nothing was changed, just close."""
        if not self.form.changed:
            self._kept.done()
            self.dismiss(None)
        else:
            super().action_save()
