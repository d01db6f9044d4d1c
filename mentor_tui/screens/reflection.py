"""A page of the notebook: written, or read and corrected. Its words are kept while they are typed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from mentor_tui.keeping import KeptDraft
from mentor_tui.keys import bindings
from mentor_tui.page_answers import answers_of, corrected, keep_text, page_with
from mentor_tui.reflect_rows import ALONE, theme_name
from mentor_tui.screens.base import FOR_ANYONE, WayBack
from mentor_tui.screens.page_fields import KeepUntil, below_the_words
from mentor_tui.screens.words_kept import WordsKept
from mentor_tui.ways_back import with_words
from store.drafts import Answers, Draft
from store.errors import MentorError
from store.principles import Offered, Question, themes
from store.records import Reflection
from store.saved import Saved
from store.text import clean_line
from store.waiting.phrases import full_day
from store.week import week_looked_back_on
from widgets.choice_row import ChoiceRow
from widgets.key_hints import KeyHint, KeyHints
from widgets.line_field import LineField
from widgets.long_text import LongText
from widgets.part_list import Press
from widgets.tick_row import TickRow

if TYPE_CHECKING:
    from datetime import date

    from mentor_tui.app import MentorApp

_FRAME_LINES = 5
"""Lines of the dialog that do not scroll: its border, save, the keys."""
_KEYS = (
    KeyHint("ctrl+s", "save", "save"),
    KeyHint("tab", "on", "app.focus_next"),
    KeyHint("esc", "close, kept", "close"),
)


class ReflectionScreen(WordsKept, ModalScreen[Saved | None]):
    """One page. Only the words matter; everything below them may stay as it is."""

    CSS_PATH = "reflection.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("save"),
        Binding(
            "escape", "close", "Close", show=False, id="page.close", tooltip="Close; the words are kept."
        ),
    ]

    def __init__(
        self,
        offered: Offered | None = None,
        record: Reflection | None = None,
        *,
        week: date | None = None,
        themes: tuple[str, ...] = (),
    ) -> None:
        """A page.

        Args:
            offered: the question it is written on; None for an empty page.
            record: the page to read and correct; None for a new one.
            week: Monday of the week that a new one looks back on.
            themes: those ticked on a new one from the start.
        """
        super().__init__()
        self._offered = offered
        self._record = record
        self._week = week
        self._themes = themes
        self._typed: Answers | None = None
        """What stood on the page when something was last typed; its fields are gone when it closes."""

    def compose(self) -> ComposeResult:
        """The question, the words, what may stand with them, a way to save."""
        self._before = self._page_before()
        number = self._record.id if self._record else 0
        self._kept = KeptDraft(self.mentor, Draft("reflection", None, {}, number))
        # A draft answers the question it was begun on, whatever is asked by now.
        page = page_with(self._before, self._kept.answers)
        self._before = replace(
            self._before,
            question_id=page.question_id,
            question=page.question,
            because=page.because,
            week=page.week,
        )
        self._opened_with = answers_of(self._before)
        with Vertical(id="page", classes="dialog"):
            with VerticalScroll(id="page-fields", can_focus=False):
                yield Static(Content(clean_line(page.question)), id="page-question")
                yield Static(Content(clean_line(page.because)), id="page-because")
                yield LongText(page.words, hint="whatever comes", id="page-words")
                yield from below_the_words(page, keep_text({**self._opened_with, **self._kept.answers}))
            yield Static("", id="page-said", markup=False, classes=FOR_ANYONE)
            yield Press("save", id="page-save")
            yield KeyHints(_KEYS, id="page-keys")

    def on_mount(self) -> None:
        """Say what it is, and whether earlier words are back."""
        frame, day = self.query_one("#page"), self._before.on
        of_week = f"the week of {full_day(self._before.week)}" if self._before.week else "a page of your own"
        frame.border_title = f"{day:%a} {day.day} {day:%b %Y}" if self._record else of_week
        frame.border_subtitle = self._kept.words_back or ALONE
        self.query_one("#page-question").set_class(not self._before.question, "-nothing")
        self.query_one("#page-question").set_class(not self._before.because, "-alone")
        self.query_one("#page-because").set_class(not self._before.because, "-nothing")
        self._name_themes("")
        self.query_one("#page-words").focus()

    def on_resize(self, event: events.Resize) -> None:
        """The fields take the lines there are and scroll in them."""
        room = max(event.size.height - _FRAME_LINES, 4)
        self.query_one("#page-fields").styles.max_height = room
        self.query_one("#page-words").styles.max_height = max(room - 7, 3)
        self.call_after_refresh(self._keep_the_cursor_in_sight)

    def _keep_the_cursor_in_sight(self) -> None:
        """Below a question of many lines the words would stand under the edge."""
        if self.focused is not None:
            self.focused.scroll_visible(animate=False)

    @property
    def page(self) -> Reflection:
        """The page as it stands on the screen."""
        return page_with(self._before, self._answers())

    @on(LongText.Answered)
    @on(LineField.Answered)
    @on(TickRow.Changed)
    def changed(self) -> None:
        """Keep the draft at the next pause."""
        self.query_one(KeepUntil).read_again()
        self._typed = self._answers()
        self.say("")
        self.keep_soon()

    @on(ChoiceRow.Highlighted, "#page-themes")
    def theme_here(self, event: ChoiceRow.Highlighted) -> None:
        """Name the theme under the cursor in full."""
        self._name_themes(event.code)

    @on(Press.Pressed, "#page-save")
    def save_pressed(self, event: Press.Pressed) -> None:
        """The last field leads here."""
        self.action_save()

    def way_back(self) -> WayBack:
        """With what stands on it; an empty page is made again on the question of the day."""
        number = self._record.id if self._record else 0
        return with_words(
            self._kept.name, "reflection", None, number, partial(_page_again, number, self._week)
        )

    def keep(self) -> None:
        """What stands here goes to the disk; a page that is as it was needs no draft."""
        if self._typed is not None and self._record is not None:
            self._kept.keep(corrected(self._typed, self._opened_with))
        elif self._typed is not None:
            self._kept.keep(self._typed if self._typed != self._opened_with else {})

    def action_save(self) -> None:
        """Save; if that cannot be, say why and keep every word."""
        page, notebook = self.page, self.mentor.notebook
        if self.query_one(KeepUntil).refusal:  # why it is not read stands below it
            self.query_one("#page-keep").focus()
            return
        if not (page.words or page.feeling):
            self.say("There is nothing written yet; esc closes.")
            return
        saved = None
        try:
            if self._record is None:
                saved = notebook.add(page)
            elif self._answers() != self._opened_with:
                saved = notebook.change(self._record, page)
        except MentorError as error:
            self.say(str(error))
            return
        self._kept.done()
        self.dismiss(saved)

    def action_close(self) -> None:
        """Close; what was typed is kept."""
        if self.may_close():
            self.dismiss(None)

    def _page_before(self) -> Reflection:
        if self._record is not None:
            return self._record
        asked = self._offered.question if self._offered else None
        today = self.mentor.clock.now().day
        return Reflection(
            on=today,
            question_id=asked.id if asked else "",
            question=asked.words if asked else "",
            because=self._offered.because if self._offered else "",
            week=self._week or (self._offered.week if self._offered else None) or self._week_of(asked),
            themes=self._themes,
        )

    def _week_of(self, asked: Question | None) -> date | None:
        return week_looked_back_on(self.mentor.caseload, self.mentor.clock.now().day, asked)

    def _answers(self) -> Answers:
        until = self.query_one(KeepUntil)
        answers = answers_of(
            replace(
                self._before,
                words=self.query_one("#page-words", LongText).answer,
                themes=tuple(self.query_one("#page-themes", TickRow).ticked),
                feeling=self.query_one("#page-feeling", LineField).answer,
                alias=self.query_one("#page-alias", LineField).answer,
                keep_until=until.day,
                for_supervision=bool(self.query_one("#page-supervision", TickRow).ticked),
            )
        )
        return {**answers, "keep_until": until.text} if until.refusal else answers

    def _name_themes(self, here: str) -> None:
        ticked = self.query_one("#page-themes", TickRow).ticked
        named = [each.name.lower() for each in themes() if each.code in ticked]
        words = theme_name(here) if here else ", ".join(named) or "none is fine too"
        self.query_one("#page-lens", Static).update(Content(words))

    def say(self, sentence: str) -> None:
        """Say it under the fields; "" takes it away."""
        said = self.query_one("#page-said", Static)
        said.update(Content(clean_line(sentence)))
        said.set_class(bool(sentence), "-said")


def _page_again(number: int, week: date | None, mentor: MentorApp) -> ReflectionScreen:
    if number:
        return ReflectionScreen(record=mentor.notebook.get(Reflection, number))
    if week:
        return ReflectionScreen(week=week)
    return ReflectionScreen(mentor.day_question())
