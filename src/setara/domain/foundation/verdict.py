"""The answer of a rule: yes, or no with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from setara.domain.language.text import Language, Text


@dataclass(frozen=True, slots=True)
class Verdict:
    """One answer for three uses: it disables the button, explains why, and refuses the request."""

    allowed: bool
    reason: Text | None = None

    def __bool__(self) -> bool:
        return self.allowed


ALLOWED = Verdict(allowed=True)


def refused(indonesian: str, english: str, **values: object) -> Verdict:
    """A no, with its reason in both languages."""
    return Verdict(allowed=False, reason=Text(indonesian, english).filled(**values))


def first_refusal(*verdicts: Verdict) -> Verdict:
    """The first no among `verdicts`, or ALLOWED."""
    return next((verdict for verdict in verdicts if not verdict.allowed), ALLOWED)


class Refused(Exception):
    """A rule said no; `reason` tells the reader why and what to do."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.say(Language.ENGLISH))
        self.reason = reason


def require(verdict: Verdict) -> None:
    """Raise Refused with the verdict's reason where it is a no."""
    if not verdict.allowed:
        raise Refused(verdict.reason or Text("Tidak diizinkan.", "Not allowed."))
