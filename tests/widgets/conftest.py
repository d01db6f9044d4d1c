"""Widgets alone, in small apps of their own."""

import pytest


@pytest.fixture(autouse=True)
def quickly(quick_textual):
    """Every test here waits for the screen as long as there is work, and no longer."""
