"""The stories as they are written: one TOML file a person, in the words of the records themselves."""

import tomllib
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from mentor_tui.demo.lines import StoryLine, read_lines


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of days and what contact was like in it."""

    first: int
    last: int
    every: float
    """Days between two contacts, on average."""
    mix: tuple[str, ...]
    """How they were in touch; a word said twice comes twice as often."""
    attempts: float
    """Share of tries that found nobody."""
    lines: tuple[StoryLine, ...]
    """What happened in it and nowhere else, in this order."""


@dataclass(frozen=True, slots=True)
class Story:
    """One person's two years."""

    fields: dict[str, Any]
    """Of the Client record, with days as numbers counted from today."""
    kin: str
    spot: str
    agreed: int
    hours: tuple[int, int]
    lines: tuple[StoryLine, ...]
    """Contacts on a certain day."""
    phases: tuple[Phase, ...]
    told: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    """Plans, promises, goals, bridges, consents and check-ins, as tables."""
    ending: dict[str, Any] | None = None

    @property
    def name(self) -> str:
        """Name of the person."""
        return str(self.fields["name"])

    @property
    def pronouns(self) -> str:
        """Pronouns of the person."""
        return str(self.fields["pronouns"])

    @property
    def releases(self) -> tuple[int, ...]:
        """Days of release, counted from today."""
        return tuple(one["on"] for one in self.fields["episodes"] if "on" in one)


_TABLES = ("plans", "promises", "goals", "bridges", "consents", "check_ins")
_DAYTIME = (9, 20)


def stories() -> tuple[Story, ...]:
    """Everyone, in the order they were met."""
    folder = files("mentor_tui.demo") / "content" / "people"
    pages = sorted((page for page in folder.iterdir() if page.name.endswith(".toml")), key=lambda at: at.name)
    told = [_story(tomllib.loads(page.read_text(encoding="utf-8"))) for page in pages]
    return tuple(sorted(told, key=lambda story: (story.fields["met_on"], story.name)))


def page(name: str) -> dict[str, Any]:
    """A TOML page of the content, as tables."""
    return tomllib.loads((files("mentor_tui.demo") / "content" / name).read_text(encoding="utf-8"))


def _story(table: dict[str, Any]) -> Story:
    hours = table.pop("hours", _DAYTIME)
    return Story(
        kin=table.pop("kin"),
        spot=table.pop("spot"),
        agreed=table.pop("agreed"),
        hours=(hours[0], hours[1]),
        lines=tuple(read_lines(table.pop("contacts", ""))),
        phases=tuple(_phase(one) for one in table.pop("phases", [])),
        told={name: table.pop(name, []) for name in _TABLES},
        ending=table.pop("ending", None),
        fields=table,
    )


def _phase(table: dict[str, Any]) -> Phase:
    first, last = table["days"]
    return Phase(
        first=first,
        last=last,
        every=float(table["every"]),
        mix=tuple(table["mix"].split()),
        attempts=table.get("attempts", 0.1),
        lines=tuple(read_lines(table.get("notes", ""))),
    )
