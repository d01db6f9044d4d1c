"""Which rules of the stylesheets a widget follows, worked out once for all widgets in the same position."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

import pytest
from textual.css.stylesheet import Stylesheet
from textual.widget import Widget

ORDER = {"first-of-type", "last-of-type", "first-child", "last-child", "empty"}
OF_THE_APP = {"dark", "light", "inline", "ansi", "nocolor"}
IN_EVERY_POSITION = {"hover", "focus", "blur", "disabled", "enabled"}


textual_apply = Stylesheet.apply


class Candidates(NamedTuple):
    """What can make a difference to a widget that answers to certain names, and what Textual notes of it."""

    of_the_app: tuple[str, ...]
    others: tuple[str, ...]
    flags: dict[str, bool]


class Found:
    """What was found for one list of rules: the same for each app that reads the same stylesheets."""

    def __init__(self) -> None:
        self.candidates = {}
        self.styles = {}

    def candidates_for(self, rules_map, names: frozenset[str]) -> Candidates:
        """The pseudo-classes that the rules for these names ask for."""
        if names not in self.candidates:
            rules = {rule for name in rules_map.keys() & names for rule in rules_map[name]}
            asked = set().union(*(rule.pseudo_classes for rule in rules))
            flags = {
                "_has_hover_style": "hover" in asked,
                "_has_focus_within": "focus-within" in asked,
                "_has_order_style": not asked.isdisjoint(ORDER),
                "_has_odd_or_even": not asked.isdisjoint({"odd", "even"}),
            }
            others = tuple(sorted(asked - OF_THE_APP - IN_EVERY_POSITION))
            self.candidates[names] = Candidates(tuple(sorted(asked & OF_THE_APP)), others, flags)
        return self.candidates[names]


def position_of(node, candidates: Candidates) -> tuple:
    """All that the rules can ask of a widget and of what it is in: two with the same look the same."""
    path = node.css_path_nodes
    app = path[0]
    position = [tuple(map(app.has_pseudo_class, candidates.of_the_app)), app.has_pseudo_class("focus")]
    for part in path:
        position += (part._css_type_names, part._id, frozenset(part._classes))
        if isinstance(part, Widget):
            position += (part.mouse_hover, part.has_focus, part.disabled)
            position += map(part.has_pseudo_class, candidates.others)
    return tuple(position)


@contextmanager
def styles_found_once() -> Iterator[None]:
    """Textual looks through all rules again for each widget, each time that its style may have changed.

    What it finds depends on the rules and on the way from the app down to the widget: the types, the ids,
    the classes, and those pseudo-classes that one of the rules asks for.
    """
    usual_replace = Stylesheet.replace_rules.__func__
    all_found, in_hand = {}, {}

    def found_for(stylesheet):
        rules = stylesheet.rules
        seen, found = vars(stylesheet).get("found", (None, None))
        if seen is not rules:
            found = all_found.setdefault(tuple(rules), Found())
            vars(stylesheet)["found"] = (rules, found)
        return found

    def apply(self, node, *, animate=False, cache=None):
        found = found_for(self)
        candidates = found.candidates_for(self.rules_map, frozenset(node._selector_names))
        position = position_of(node, candidates)
        if position not in found.styles:
            in_hand[node] = None
            textual_apply(self, node, animate=animate)
            found.styles[position] = in_hand.pop(node)
            return
        vars(node).update(candidates.flags)
        rules = found.styles[position]
        if rules is not None:
            self.replace_rules(node, rules, animate=animate)
        self._process_component_classes(node)

    def replace_rules(cls, node, rules, animate=False):
        if node in in_hand:
            in_hand[node] = rules
        usual_replace(cls, node, rules, animate)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "apply", apply)
        patch.setattr(Stylesheet, "replace_rules", classmethod(replace_rules))
        yield
