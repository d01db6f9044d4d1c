"""Invented people with stories of two years, always told relative to today. Nobody here is real."""

from mentor_tui.demo.filling import build_demo, demo_folder

__all__ = ["build_demo", "demo_folder"]
