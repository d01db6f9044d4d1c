"""What every screen has: a heading, a body, the foot with its keys; and one place where it reads.

A screen of its own is a module here with its `.tcss` beside it:

    class AgendaScreen(PlaceScreen):
        CSS_PATH = "agenda.tcss"
        HELP = "Plans, appointments and dates of the coming days."
        HINTS = ("note", "log", "plan", "done", "find", "help")
        BINDINGS = [*bindings("open", "add", "edit", "done")]

        def compose_body(self) -> ComposeResult:
            yield RowList(COLUMNS, id="agenda")

        def read(self) -> None:
            self.say_heading("Agenda", facts="14 days")
            self.query_one("#agenda", RowList).show_items(...)
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from mentor_tui.keys import bindings, hints, told
from mentor_tui.textual_private import title_of
from store.text import clean_line
from widgets.heading import Heading, short_banner
from widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from mentor_tui.app import MentorApp
    from store.records import Client


FOR_ANYONE = "for-anyone"
"""The CSS class of a widget with the program's own words alone: the privacy lens leaves them."""
NOT_ENCRYPTED = "not encrypted"
LENS_NOTICE = "names hidden · {lens}"


WayBack = Callable[["MentorApp"], "Screen[Any] | None"]
"""Makes a screen again after a lock, or None; it holds numbers and nobody's words."""


class MentorScreen:
    """For any screen or dialog of the program: the app, typed; and it closes once."""

    is_before_the_books = False
    """Whether it belongs to no open books: the lock, the first start."""

    _leaves_with: tuple[Any] | None = None
    """What it closes with once it is in front again; None while it is to stay."""

    _about_whom: tuple[int, str] = (0, "")
    """The number and the name of the person it is about; 0 if it is about nobody alone."""

    @property
    def mentor(self) -> "MentorApp":
        """The app this screen is shown by."""
        return cast("MentorApp", cast("Screen[object]", self).app)

    def say(self, sentence: str) -> None:
        """Say what went wrong, where she looks."""
        self.mentor.trouble(sentence)

    def keep_words(self) -> None:
        """The program is about to end: keep what was typed and not saved."""

    @property
    def item_in_hand(self) -> str:
        """The name of the line of the inbox that is being filed here; "" for none."""
        return ""

    def way_back(self) -> WayBack | None:
        """How this screen is opened again after a lock; None where it is not."""
        return None

    def about(self, client: "Client") -> None:
        """Remember whom a dialog is about, in case they are taken out while it is open."""
        self._about_whom = (client.id, clean_line(client.name))

    @property
    def about_whom(self) -> str:
        """The name of the person it is about; "" if it is about nobody alone."""
        return self._about_whom[1]

    def leave_if_gone(self) -> bool:
        """Leave and say so, if the person it is about was taken out meanwhile."""
        person, name = self._about_whom
        is_gone = bool(person) and all(client.id != person for client in self.mentor.caseload.people())
        if is_gone:
            self.leave_nobody(f"{name} was taken out meanwhile")
        return is_gone

    def leave_nobody(self, gone: str) -> None:
        """Close, since there is nobody to do it for."""
        self.dismiss(None)
        self.mentor.trouble(f"{gone}.")

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close, once: a second enter of the same press must not close what lies below.

        A screen that another one covers closes when it comes to the front again.
        """
        screen = cast("Screen[Any]", self)
        if not screen.is_active:
            self._leaves_with = (result,)
        elif len(screen.app.screen_stack) > 1:
            return cast(AwaitComplete, super().dismiss(result))  # type: ignore[misc]
        return AwaitComplete()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A screen does nothing before its parts are there."""
        screen = cast("Screen[Any]", self)
        return screen.is_mounted and super().check_action(action, parameters)  # type: ignore[misc]

    def on_screen_resume(self) -> None:
        """A dialog may cover the heading that says "demo"; then its own frame says so, and first."""
        if self._leaves_with is not None:
            self.dismiss(*self._leaves_with)
            return
        said = short_banner(self.mentor.demo_banner)
        for frame in cast("Screen[object]", self).query(".dialog") if said else ():
            title = title_of(frame)
            if not title.plain.startswith(said):
                frame.border_title = Content(" · ").join([Content(said), title] if title else [Content(said)])


class PlaceScreen(MentorScreen, Screen[None]):
    """A full screen: Today, Clients, one client, Review, ..."""

    HELP: ClassVar[str] = ""
    """What this place is for: one or two sentences, the top of its help page."""
    SAYS: ClassVar[Mapping[str, str]] = {}
    """What an action means in this place, where that can be said more exactly than in the table of keys."""
    HINTS: ClassVar[tuple[str, ...]] = ("note", "find", "help")
    """Actions named at the foot, most useful first; below 80 columns the first three."""
    WHILE_TYPING: ClassVar[tuple[tuple[str, str, str], ...]] = ()
    """Key, word and action named there while its own line is typed into: letters are words then."""
    BINDINGS: ClassVar[list[BindingType]] = bindings("back")
    HEADING_FOR_ANYONE: ClassVar[bool] = False
    """Its heading says nothing of any person but names: the privacy lens leaves all of it."""

    def compose(self) -> ComposeResult:
        """Heading, body, foot."""
        heading = Heading(banner=self.mentor.demo_banner, id="heading")
        yield heading.set_class(self.HEADING_FOR_ANYONE, FOR_ANYONE)
        yield from self.compose_body()
        yield StatusBar(hints(self.HINTS), id="status")

    def compose_body(self) -> ComposeResult:
        """What stands between the heading and the foot."""
        yield from ()

    def read(self) -> None:
        """Ask the caseload and show what it says. Called whenever this screen comes to the front."""

    def say_heading(self, title: str, words: str = "", facts: str = "") -> None:
        """What the top line says."""
        self.query_one("#heading", Heading).say(title, words, facts)

    def on_screen_resume(self) -> None:
        """First shown, back from a dialog, or back from another place: read again."""
        self.read_again()

    def read_again(self) -> None:
        """Read, if the books are open, and say what there is to say; while it closes its parts are gone."""
        if not (self.is_attached and self.display):
            return
        if self.mentor.books is not None:
            self.read()
        self.show_status()

    def show_status(self) -> None:
        """Draw the foot, and say in the heading that names are hidden."""
        voice = self.mentor.voice
        notices = (
            NOT_ENCRYPTED if self.mentor.says_plain else "",
            told(LENS_NOTICE) if self.mentor.lens_on else "",
        )
        self.query_one("#heading", Heading).notice(" · ".join(filter(None, notices)))
        self._show_tutor()
        foot = self.query_one("#status", StatusBar)
        if voice.sentence:
            foot.say(voice.sentence, trouble=True, whole_line=True)
        else:
            foot.say(voice.words)

    def _show_tutor(self) -> None:
        """What the tutor says, above the foot; nothing where nobody began it."""
        words = self.mentor.tutor_words
        for line in self.query("#tutor").results(Static):
            if words:
                line.update(Content(words))
                return
            line.remove()
        if words:
            self.mount(Static(Content(words), id="tutor", classes=FOR_ANYONE))

    @property
    def is_typing(self) -> bool:
        """Whether its line is typed into."""
        return isinstance(self.focused, Input)

    def show_keys(self) -> None:
        """Name at the foot the keys that act now."""
        shown = self.WHILE_TYPING if self.is_typing else hints(self.HINTS)
        self.query_one("#status", StatusBar).show_hints(shown)

    def on_descendant_focus(self) -> None:
        """From the line to the list, or back."""
        if self.WHILE_TYPING:
            self.show_keys()

    def on_key(self, event: events.Key) -> None:
        """The next key takes a sentence away."""
        if self.mentor.voice.hush():
            self.show_status()

    @on(StatusBar.Chosen)
    async def do_what_was_clicked(self, event: StatusBar.Chosen) -> None:
        """A click on a hint is its key."""
        for node in (self, self.mentor):
            if await self.mentor.run_action(event.action, node):
                return

    def action_back(self) -> None:
        """To the screen below; from the first page of a place, to Today."""
        if len(self.mentor.screen_stack) > 1:
            self.dismiss()
        else:
            self.mentor.action_place("today")
