"""Fixtures of the use-case tests."""

from tests.cast import cast

__all__ = ["cast"]
