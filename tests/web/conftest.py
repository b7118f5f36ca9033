"""Fixtures of the page tests."""

from tests.cast import cast
from tests.world import world

__all__ = ["cast", "world"]
