"""One thing that is weak in a GAP: where, why, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.budget.severity import Severity
from setara.domain.language.text import Text


@dataclass(frozen=True, slots=True)
class Finding:
    """`rule` is the rule's stable name (`GAP-07`), `column` the column of the GAP to mend."""

    rule: str
    column: int
    severity: Severity
    message: Text
    fix: Text


def warning(rule: str, column: int, message: Text, fix: Text) -> Finding:
    """A finding that is explained and let through."""
    return Finding(rule, column, Severity.WARNING, message, fix)


def error(rule: str, column: int, message: Text, fix: Text) -> Finding:
    """A finding without whose remedy the analysis means nothing."""
    return Finding(rule, column, Severity.ERROR, message, fix)


def note(rule: str, column: int, message: Text, fix: Text) -> Finding:
    """A finding to be known; nothing need be done about it."""
    return Finding(rule, column, Severity.NOTE, message, fix)
