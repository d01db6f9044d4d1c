"""Which rules of the stylesheets a widget follows, worked out once for all widgets in the same position."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import NamedTuple

import pytest
from textual.css.model import RuleSet
from textual.css.styles import Styles
from textual.css.stylesheet import Stylesheet
from textual.design import ColorSystem
from textual.dom import DOMNode
from textual.widget import Widget

ORDER = {"first-of-type", "last-of-type", "first-child", "last-child", "empty"}
OF_THE_APP = {"dark", "light", "inline", "ansi", "nocolor"}
STATES = {
    "hover": "_reactive_mouse_hover",
    "focus": "_reactive_has_focus",
    "blur": "_reactive_has_focus",
    "disabled": "_reactive_disabled",
    "enabled": "_reactive_disabled",
}
"""Where a widget keeps what these ask for; each part of the way down is asked anyway."""

textual_apply = Stylesheet.apply
textual_parse = Stylesheet.parse
textual_parse_rules = Stylesheet._parse_rules
textual_replace = Stylesheet.replace_rules.__func__
textual_component_classes = Stylesheet._process_component_classes


class Candidates:
    """What can make a difference to a widget that answers to certain names, and what Textual notes of it."""

    def __init__(self, rules_map, own, of_parts) -> None:
        """The rules named in `own` are for the widget, those in `of_parts` for its component classes."""
        for_it = {rule for name in own for rule in rules_map[name]}
        noted = set().union(*(rule.pseudo_classes for rule in for_it))
        self.flags = {
            "_has_hover_style": "hover" in noted,
            "_has_focus_within": "focus-within" in noted,
            "_has_order_style": not noted.isdisjoint(ORDER),
            "_has_odd_or_even": not noted.isdisjoint({"odd", "even"}),
        }
        rules = for_it.union(*(rules_map[name] for name in of_parts))
        asked = set().union(*(rule.pseudo_classes for rule in rules))
        self.of_the_app = ("focus", *sorted(asked & OF_THE_APP))
        self.states = tuple({STATES[name] for name in STATES.keys() & asked})
        self.others = tuple(sorted(asked - OF_THE_APP - STATES.keys()))
        selectors = (one for rule in rules for chain in rule.selector_set for one in chain.selectors)
        self.names = frozenset(selector.name for selector in selectors)


class Look(NamedTuple):
    """What was found for a widget in one position: nothing, where no rule is for it."""

    rules: dict | None
    as_set: dict
    """The rules as a widget has them that had none before."""
    parts: dict
    """The look of each of its component classes."""


class Found:
    """What was found for one list of rules: the same for each app that reads the same stylesheets."""

    def __init__(self, rules) -> None:
        self.rules = rules
        """Kept, so that no other list is taken for it."""
        self.rules_map = {}
        for rule in rules:
            for name in rule.selector_names:
                self.rules_map.setdefault(name, []).append(rule)
        self.looks = {}
        self._by_node, self._by_names = {}, {}

    def candidates_for(self, node) -> Candidates:
        """What can make a difference to a widget."""
        key = (type(node), node._id, frozenset(node._classes))
        if key not in self._by_node:
            parts = node._get_component_classes()
            own = frozenset(self.rules_map.keys() & node._selector_names)
            of_parts = self.rules_map.keys() & {"*", "DOMNode", *(f".{name}" for name in parts)}
            if (own, parts) not in self._by_names:
                self._by_names[own, parts] = Candidates(self.rules_map, own, of_parts if parts else ())
            self._by_node[key] = self._by_names[own, parts]
        return self._by_node[key]


def position_of(node, candidates: Candidates) -> tuple:
    """All that the rules can ask of a widget and of what it is in: two with the same look the same."""
    path = node.css_path_nodes
    app, names = path[0], candidates.names
    position = [
        candidates,
        tuple(map(app.has_pseudo_class, candidates.of_the_app)),
        app.has_pseudo_class("focus"),
    ]
    for part in path:
        named = part._id if part._id in names else None
        position += (part._css_type_names, named, names.intersection(part._classes))
        if isinstance(part, Widget):
            state = vars(part).get
            position += [state(name, False) for name in candidates.states]
            position += map(part.has_pseudo_class, candidates.others)
    return tuple(position)


class PartsWhenAsked(dict):
    """The styles of a widget's component classes, each made when it is asked for: most never are."""

    def __init__(self, node, looks) -> None:
        super().__init__()
        self._node, self.looks = node, looks

    def __contains__(self, name) -> bool:
        return name in self.looks

    def __missing__(self, name):
        part = virtual(name, self._node)
        put_on(part, self.looks[name])
        self[name] = part.styles
        return part.styles

    def clear(self) -> None:
        """Textual does this when the widget goes."""
        super().clear()
        self.looks = {}


def virtual(name: str, node) -> DOMNode:
    """The stand-in by which Textual finds the styles of a component class."""
    part = DOMNode(classes=name)
    part._attach(node)
    return part


def put_on(node, look: Look, animate: bool = False) -> None:
    """What `replace_rules` does, sooner: to the rules that are there already, or where none are."""
    base = node.styles.base
    if look.rules is None:
        return
    if base._rules != look.as_set:
        if base._rules or node._is_mounted:
            textual_replace(Stylesheet, node, look.rules, animate)
            return
        base._rules.update(look.as_set)
        base._updates += len(look.as_set)
    node.notify_style_update()


@contextmanager
def styles_found_once() -> Iterator[None]:
    """Textual looks through all rules again for each widget, each time that its style may have changed.

    What it finds depends on the rules and on the way from the app down to the widget: the types, the ids,
    the classes, and those pseudo-classes that one of the rules asks for.
    """
    all_found, heard = {}, []

    def apply(self, node, *, animate=False, cache=None):
        rules = self.rules
        found = vars(self).get("found")
        if found is None or found.rules is not rules:
            found = vars(self)["found"] = all_found.setdefault(id(rules), None) or Found(rules)
            all_found[id(rules)] = found
            self._rules_map = found.rules_map
        candidates = found.candidates_for(node)
        position = position_of(node, candidates)
        look = found.looks.get(position)
        if look is None:
            look = found.looks[position] = look_of(self, node)
        vars(node).update(candidates.flags)
        put_on(node, look, animate)
        if look.parts and getattr(node._component_styles, "looks", None) != look.parts:
            node._component_styles = PartsWhenAsked(node, look.parts)
            node.refresh()

    def look_of(stylesheet, node):
        parts = node._get_component_classes()
        looks = {name: look_of_one(stylesheet, virtual(name, node)) for name in parts}
        return look_of_one(stylesheet, node)._replace(parts=looks)

    def look_of_one(stylesheet, node):
        heard.append(None)
        textual_apply(stylesheet, node)
        rules, styles = heard.pop(), Styles()
        for name, value in (rules or {}).items():
            setattr(styles, name, value)
        return Look(rules, styles._rules, {})

    def replace_rules(cls, node, rules, animate=False):
        if heard:
            heard[-1] = rules
        else:
            textual_replace(cls, node, rules, animate)

    def process_component_classes(self, node):
        if not heard:
            textual_component_classes(self, node)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(RuleSet, "__hash__", object.__hash__)  # the same, without a call for each rule
        patch.setattr(Stylesheet, "apply", apply)
        patch.setattr(Stylesheet, "replace_rules", classmethod(replace_rules))
        patch.setattr(Stylesheet, "_process_component_classes", process_component_classes)
        yield


@contextmanager
def colours_made_once() -> Iterator[None]:
    """Each app mixes the two hundred colours of its theme again, and some of them twice."""
    made, generate = {}, ColorSystem.generate

    def made_once(self):
        key = repr(vars(self))
        if key not in made:
            made[key] = generate(self)
        return made[key].copy()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ColorSystem, "generate", made_once)
        yield


@contextmanager
def stylesheets_parsed_once() -> Iterator[None]:
    """Each app parses every stylesheet again, and all of them once more for each screen that brings its own.

    The rules depend on the text and the theme's variables alone, and the screens of one app share them.
    """
    numbers, number_of, parsed, parsed_rules = count(), {}, {}, {}

    def number_of_variables(stylesheet) -> int:
        variables = stylesheet._variables
        told, number = vars(stylesheet).get("told", (None, 0))
        if told is not variables:
            number = number_of.setdefault(frozenset(variables.items()), None)
            if number is None:
                number = number_of[frozenset(variables.items())] = next(numbers)
            vars(stylesheet)["told"] = (variables, number)
        return number

    def parse(self):
        key = (number_of_variables(self), *self.source.items())
        if key not in parsed:
            textual_parse(self)
            parsed[key] = self._rules
        self._rules = parsed[key]
        self._require_parse = False
        self._rules_map = None

    def _parse_rules(self, css, read_from, is_default_rules=False, tie_breaker=0, scope=""):
        key = (number_of_variables(self), css, read_from, is_default_rules, tie_breaker, scope)
        if key not in parsed_rules:
            parsed_rules[key] = textual_parse_rules(
                self, css, read_from, is_default_rules, tie_breaker, scope
            )
        return parsed_rules[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "parse", parse)
        patch.setattr(Stylesheet, "_parse_rules", _parse_rules)
        yield
