"""Fixtures of the foundation's page tests."""

from tests.cast import cast

__all__ = ["cast"]
