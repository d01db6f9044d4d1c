"""Every screen and dialog that the privacy lens is tried on: what opens it. A new one is named here too."""

from datetime import timedelta
from pathlib import Path

from msgspec.structs import replace

from mentor_tui import places
from mentor_tui.check_in_lines import Line
from mentor_tui.envelope_acts import more_about_envelope
from mentor_tui.exchange.ics_in import plan_calendar
from mentor_tui.keys import ACTIONS
from mentor_tui.people_in_hand import looked_at
from mentor_tui.reports.tables import Behind, counted
from mentor_tui.screens.again import AgainScreen
from mentor_tui.screens.agreement_more import more_about_agreement, more_about_copy
from mentor_tui.screens.begun_form import BegunForm
from mentor_tui.screens.behind import BehindScreen
from mentor_tui.screens.belongs_to import ask_whose_it_is
from mentor_tui.screens.bridge_to import begin_bridge
from mentor_tui.screens.check_in_asked import CheckInDay, ask_theirs
from mentor_tui.screens.colours import ColoursScreen
from mentor_tui.screens.day_form import ComingDayForm, DayForm
from mentor_tui.screens.dialog import AskScreen
from mentor_tui.screens.done import pick_done, say_what_became
from mentor_tui.screens.go_to_day import GoToDay
from mentor_tui.screens.handed_on import HandedOnScreen
from mentor_tui.screens.help import HelpScreen
from mentor_tui.screens.hint_word_form import HintWordForm
from mentor_tui.screens.made_files import MadeFilesScreen
from mentor_tui.screens.offering import offer_to_remove
from mentor_tui.screens.own_keys import OwnKeysScreen, PressKeyScreen
from mentor_tui.screens.own_question import OwnQuestionScreen, form_of
from mentor_tui.screens.own_words import _type_word, change_words
from mentor_tui.screens.page_more import more_about_page
from mentor_tui.screens.person_pick import pick_person
from mentor_tui.screens.record_more import more_about
from mentor_tui.screens.repeat_form import RepeatForm
from mentor_tui.screens.same_person import ask_same_person
from mentor_tui.screens.saved_views import keep_view
from mentor_tui.screens.scope import ScopeScreen
from mentor_tui.screens.template_form import TemplateForm
from mentor_tui.screens.theme_seen import choose_another, offer_themes, show_note
from mentor_tui.screens.undo import ask_to_undo
from mentor_tui.screens.which_days import WhichDays
from mentor_tui.screens.whom import ask_whom
from mentor_tui.screens.why import say_why
from mentor_tui.screens.write_file import WriteFileScreen
from store.check_in_next import as_goal
from store.made_files import MadeFiles
from store.noting import About
from store.own_questions import known_question
from store.records import (
    Appointment,
    CheckIn,
    Client,
    Contact,
    Envelope,
    Goal,
    Promise,
    Referral,
    SavedView,
    Service,
)
from store.series_acts import SCOPES
from store.shelf import TABLE_OF
from store.vocabulary import LISTS
from tests.screens.lens_people import FULL_NAME, TODAY


def ways_in(app, person):
    """Every screen and dialog there is, by what it is called here: what opens it."""
    caseload, notebook, push = app.caseload, app.notebook, app.push_screen
    first = {kind: caseload.all(kind)[0] for kind in (Contact, Appointment, Promise, Goal, Referral, Service)}
    check_in = caseload.all(CheckIn)[0]
    client, theirs = caseload.get(Client, person), first[Appointment]
    page, question = notebook.reflections()[0], notebook.own_questions()[0]
    asked_together = Line("own-1", "zorb own?", theirs="zorb theirs?")
    item = app.books.folder.inbox().items()[0]
    aside = next(draft for draft in app.books.folder.drafts().all() if draft.is_aside)

    def dialog(name, *given, **options):
        return lambda: push(places.make(name, *given, **options))

    def ended(status):
        calendar = app.books.folder.path.parent / f"{FULL_NAME}.ics"
        MadeFiles.of(app.books.folder).remember(calendar, b"x", "a calendar", (person,))
        calendar.write_bytes(b"x")
        stands = caseload.get(Client, person)
        caseload.change(stands, replace(stands, status=status, beside_them="zorb sister"))
        push(places.make("quiet", person))

    def calendar_looked_at():
        theirs = app.books.folder.path.parent / "theirs.ics"
        event = f"BEGIN:VEVENT\nDTSTART:20261201\nSUMMARY:{FULL_NAME}: zorb words\nURL:x\nEND:VEVENT"
        theirs.write_text(f"BEGIN:VCALENDAR\n{event}\nEND:VCALENDAR\n")
        push(screen := places.make("bring-calendar"))
        app.call_later(screen.show_found, plan_calendar(theirs, caseload))

    def people_looked_at():
        theirs = app.books.folder.path.parent / "theirs.csv"
        theirs.write_text(
            f"Name,zorb words,Notes,Out\n{FULL_NAME},zorb,zorb,21 nov\n{FULL_NAME} 2,,zorb,zorb\n"
        )
        push(screen := places.make("bring-people"))
        app.call_later(lambda: screen.show_found(looked_at(theirs, caseload).turned_all()))

    ways = {place.name: lambda name=place.name: app.action_place(name) for place in places.PLACES}
    ways |= {f"form of {kind.__name__}": dialog("form", kind, person, one) for kind, one in first.items()}
    ways |= {
        "form of the person": dialog("form", Client, person, client),
        "a new plan": dialog("form", Appointment, person),
        "client": dialog("client", person),
        "client at a bridge": dialog("client", person, f"referrals:{first[Referral].id}"),
        "check-in": dialog("check-in", person),
        "check-in, corrected": dialog("check-in", person, check_in.id, at="hope-with-a"),
        "check-in-read": dialog("check-in-read", check_in.id),
        "check-in, its day": lambda: push(CheckInDay(person, lambda day: None)),
        "check-in, in their language": lambda: ask_theirs(app, client, asked_together),
        "a goal begun": lambda: push(BegunForm(as_goal(check_in))),
        "review": dialog("review"),
        "find": dialog("find"),
        "bring-calendar": calendar_looked_at,
        "bring-people": people_looked_at,
        "the same person": lambda: ask_same_person(app, person, lambda saved: None),
        "whose it is": lambda: ask_whose_it_is(app, first[Contact]),
        "promises": dialog("promises"),
        "agreements": dialog("agreements"),
        "more about an agreement": lambda: more_about_agreement(
            app, caseload.consents_of(person)[0], lambda consent: None, lambda: None
        ),
        "a copy of the envelope": lambda: more_about_copy(app, lambda: None),
        "the envelope": lambda: more_about_envelope(app, Envelope(peer=FULL_NAME)),
        "still-needed": dialog("still-needed"),
        "erase": dialog("erase", person),
        "erased": dialog("erased", (f"{FULL_NAME}.pdf is a file zorb",)),
        "templates": dialog("templates"),
        "hint-words": dialog("hint-words"),
        "a word for hints": lambda: push(HintWordForm()),
        "a template": lambda: push(TemplateForm(1)),
        "the name of a view": lambda: keep_view(app, SavedView(name="zorb"), lambda name: None),
        "a note to several": dialog("many-note", (person,)),
        "a plan for several": dialog("many-plan", (person,)),
        "history": dialog("history"),
        "service": dialog("service", first[Service].id),
        "note": dialog("note", person),
        "note put aside": dialog("note", aside=aside),
        "note of the inbox": dialog("note", item=item),
        "catch-up": dialog("catch-up"),
        "inbox": dialog("inbox"),
        "put-aside": dialog("put-aside"),
        "more": dialog("more", person),
        "dates after a release": dialog("release-dates", person, TODAY - timedelta(days=9)),
        "a new day for a date": lambda: push(AgainScreen(theirs, caseload.close_plan(theirs))),
        "leave-until": dialog("leave-until", person),
        "reveal": dialog("reveal", person),
        "write": dialog("write", record=page),
        "write on the question": dialog("write", app.day_question()),
        "first-start": dialog("first-start"),
        "away": dialog("away"),
        "a day to come": lambda: push(ComingDayForm(f"{client.name}, a letter on", lambda day: None)),
        "a day": lambda: push(DayForm(f"{client.name}, died on", lambda day: None)),
        "whom to talk to": lambda: ask_whom(app),
        "own question": lambda: push(OwnQuestionScreen(question)),
        "a question in her words": lambda: push(form_of(known_question(notebook, "hope-b1"))),
        "help": lambda: push(HelpScreen(app.screen)),
        "colours": lambda: push(ColoursScreen(app)),
        "ask": lambda: push(AskScreen(f"Take {FULL_NAME} out?", "take out")),
        "undo": lambda: ask_to_undo(app),
        "why": lambda: say_why(app, person),
        "done": lambda: pick_done(app, person),
        "how far": lambda: push(ScopeScreen("move “zorb”, Tue 24 Nov: which of them", SCOPES)),
        "how it comes back": lambda: push(RepeatForm(first[Appointment], "")),
        "go to a day": lambda: push(GoToDay(lambda day: None)),
        "done with a note": lambda: push(
            places.make("note", person, About(first[Appointment].id, result="went"))
        ),
        "what became": lambda: say_what_became(app, first[Appointment]),
        "whom": lambda: pick_person(app, "who is it about", lambda id: None),
        "a bridge for whom": lambda: begin_bridge(app, first[Service]),
        "more about a note": lambda: more_about(app, first[Contact], lambda: None),
        "more about a page": lambda: more_about_page(app, page),
        "more about a theme": lambda: offer_to_remove(app, "theme", lambda: None),
        "burn": dialog("burn", (page.id,)),
        "a theme you saw": lambda: offer_themes(app, first[Contact]),
        "which theme": lambda: choose_another(app, notebook.themes_seen()[0]),
        "the note of a theme": lambda: show_note(app, notebook.themes_seen()[0]),
        "words of the lists": lambda: change_words(app, lambda own: None),
        "one word of them": lambda: _type_word(app, LISTS[0], LISTS[0].terms[0], lambda own: None),
        "where to write": lambda: push(
            WriteFileScreen("write it", Path("/x/a"), "Yours.", lambda path: None)
        ),
        "files": lambda: push(MadeFilesScreen()),
        "handed-on": lambda: push(HandedOnScreen()),
        "which days": lambda: push(WhichDays(lambda days: None)),
        "behind a figure": lambda: push(BehindScreen(_everything_behind(caseload))),
        "a preview": lambda: push(_preview()),
        "keys": lambda: push(OwnKeysScreen()),
        "a new key": lambda: push(PressKeyScreen(ACTIONS[0], {})),
        "jump": app.action_jump,
        "palette": app.action_command_palette,
        "themes": app.search_themes,
        "quiet, stepping back": lambda: ended("stepping-back"),
        "quiet, after a death": lambda: ended("died"),
    }
    return ways


def _everything_behind(caseload):
    """A figure with one record of each kind behind it."""
    kinds = (Client, Contact, Goal, Referral)
    return counted("what", [Behind(TABLE_OF[kind], caseload.all(kind)[0].id) for kind in kinds])


def _preview():
    """Where a file is written, what it will hold above it."""
    return WriteFileScreen("write it", Path("/x/a"), "", lambda path: None, preview=f"{FULL_NAME} zorb")
