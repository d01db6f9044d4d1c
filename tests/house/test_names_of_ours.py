"""Our attributes do not lie upon Textual's own: one called `_context` hangs an app without a word."""

import ast
import importlib
import inspect
import pkgutil
import textwrap
from functools import cache

from textual.message_pump import MessagePump

import mentor_tui.screens
import widgets

# What Textual documents as made to be overridden, and the private use that textual_private.py holds.
MEANT = {
    "compose", "render", "render_line", "render_lines", "get_content_height", "get_content_width",
    "check_action", "check_consume_key", "get_theme_variable_defaults", "get_system_commands",
    "notify_style_update", "get_line", "validate", "search", "discover", "focus",
    "_fatal_error", "_dispatch_message", "_handle_exception", "_register_child", "get_driver_class",
}  # fmt: skip
SAID_BY_NAME = ("on_", "action_", "watch_", "validate_", "compute_", "key_", "_on_")


@cache
def written_in(kind):
    """Names a class's own source gives to methods, to class attributes in lower case, and to self."""
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    names = set()
    for node in ast.walk(body):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node in body.body:
            names.add(node.name)
        elif (
            isinstance(node, ast.Attribute)
            and isinstance(node.ctx, ast.Store)
            and isinstance(node.value, ast.Name)
            and node.value.id == "self"
        ):
            names.add(node.attr)
    return frozenset(name for name in names if not name.startswith("__"))


def our_classes():
    names = [f"mentor_tui.{name}" for name in ("app", "app_opening", "app_turns", "app_keys", "app_voice")]
    names.append("mentor_tui.textual_private")
    for package in (mentor_tui.screens, widgets):
        names += [f"{package.__name__}.{module.name}" for module in pkgutil.iter_modules(package.__path__)]
    for name in names:
        for _, kind in inspect.getmembers(importlib.import_module(name), inspect.isclass):
            if kind.__module__ == name and issubclass(kind, MessagePump):
                yield kind


def test_no_name_of_ours_hides_one_of_textuals():
    found, kinds = {}, list(our_classes())
    for kind in kinds:
        theirs = [base for base in kind.__mro__ if base.__module__.startswith("textual")]
        taken = frozenset().union(*(written_in(base) for base in theirs))
        ours = {name for name in written_in(kind) if not name.startswith(SAID_BY_NAME)}
        # Setting what Textual offers as a public property (a title, a theme) is its use, not a clash.
        clashing = {name for name in ours & taken if name.startswith("_") or callable(vars(kind).get(name))}
        if clashing - MEANT:
            found[kind.__name__] = clashing - MEANT
    assert len(kinds) > 100 and found == {}
