"""Fixtures of the budget room's use-case tests."""

from tests.usecases.budget.reviews import submitted

__all__ = ["submitted"]
