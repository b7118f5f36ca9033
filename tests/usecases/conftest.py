"""Fixtures of the use-case tests."""

from tests.cast import cast
from tests.world import world

__all__ = ["cast", "world"]
