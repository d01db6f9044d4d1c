"""One word for hints: the words, what they are, what could be written instead."""

from __future__ import annotations

from collections.abc import Mapping

from mentor_tui.forms import Group, shown_answers
from mentor_tui.forms.asking import Asked, line, taken
from mentor_tui.screens.kept_form import KeptForm
from mentor_tui.word_hints import KIND_LABELS, OFF_CODE, kind_of
from store.records import HintWord
from store.saved import Saved
from store.text import clean_line
from store.wording.own_words import keep_word, read_words
from widgets.fields import Answer, Answers, Field


class HintWordForm(KeptForm):
    """A word of her own, or one that no hint is wanted for."""

    def __init__(self, word: HintWord | None = None) -> None:
        super().__init__()
        self._word = word

    def line(self) -> tuple[int | None, int]:
        """Which word."""
        return None, self._word.id if self._word else 0

    def called(self) -> str:
        """What stands in the frame."""
        return "a word for hints"

    def groups(self) -> tuple[Group, ...]:
        """Three questions; one is enough."""
        return (Group("", (_words(), _kind(), line("instead", "Instead", "what you would rather write"))),)

    def shown(self, groups: tuple[Group, ...]) -> Mapping[str, Answer]:
        """How it stands."""
        return shown_answers(groups, self._word or HintWord(words=""))

    def save(self, answers: Answers) -> Saved:
        """Keep it; words that are on the list already are changed."""
        values = taken(self.groups(), answers)
        kind, instead = values["kind"], values["instead"]
        new = HintWord(words=values["words"], kind=kind, instead=instead, is_off=kind == OFF_CODE)
        return keep_word(self.mentor.caseload, new, self._word)

    def action_save(self) -> None:
        """Save; where nothing was changed, just close."""
        if self._word is not None and not self.form.changed:
            self._kept.done()
            self.dismiss(None)
        else:
            super().action_save()


def _words() -> Asked:
    field = Field(name="words", label="Word or words", hint="frequent flyer; reoffend* for any ending")
    return Asked(field, lambda word: str(word.words), lambda answer: {"words": read_words(str(answer))})


def _kind() -> Asked:
    options = tuple(KIND_LABELS.items())
    field = Field(name="kind", label="What it is", kind="choice", options=options, is_free=False)

    def take(answer: Answer) -> dict[str, str]:
        code = clean_line(str(answer))
        return {"kind": code if code in KIND_LABELS else "own"}

    return Asked(field, kind_of, take)
