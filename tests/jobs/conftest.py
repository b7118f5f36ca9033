"""Fixtures of the timers' tests."""

from tests.cast import cast

__all__ = ["cast"]
