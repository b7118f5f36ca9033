"""Whether a government may switch a rule of substance off: its warnings, never its errors."""

from __future__ import annotations

from setara.domain.budget.rule_book import SENTENCES, SEVERITIES
from setara.domain.budget.severity import Severity
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused


def may_switch(rule: str, *, is_off: bool, was_off: bool, reason: str) -> Verdict:
    """Whether the rule may be switched on or off with that reason.

    A rule that only ever stops a signature cannot be switched off: what it stops means nothing.
    """
    if rule not in SENTENCES:
        return refused("Aturan {rule} tidak ada.", "There is no rule {rule}.", rule=rule)
    if is_off and set(SEVERITIES[rule]) == {Severity.ERROR}:
        return refused(
            "{rule} tidak dapat dimatikan: GAP yang melanggarnya tidak berarti apa-apa.",
            "{rule} cannot be switched off: a GAP that breaks it means nothing.",
            rule=rule,
        )
    if is_off is was_off:
        return refused(
            "Keadaan aturan {rule} sudah demikian.", "The rule {rule} is so already.", rule=rule
        )
    if not reason.strip():
        return refused(
            "Tulis alasannya; semua perangkat daerah membacanya.",
            "Write the reason; every agency reads it.",
        )
    return ALLOWED


def stays_stopping(rule: str) -> bool:
    """Whether a rule, switched off, still stops a signature by its errors."""
    return Severity.ERROR in SEVERITIES[rule]
