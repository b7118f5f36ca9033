"""One figure of one sex with its source, or the kind of nothing that stands in its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.dimension import EVERYBODY, Breakdown


class Nothing(StrEnum):
    """The kinds of nothing; zero is none of them, it is a figure like any other."""

    NONE_EXISTS = "none_exists"
    NOT_REPORTED = "not_reported"
    REFUSED = "refused"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> Text:
        """In both languages."""
        return NOTHING_LABELS[self]

    @property
    def symbol(self) -> str:
        """What a printed table shows in the cell, the same in both languages."""
        return SYMBOLS[self]


NOTHING_LABELS = {
    Nothing.NONE_EXISTS: Text("tidak ada yang dapat dihitung", "nothing there to count"),
    Nothing.NOT_REPORTED: Text("belum dilaporkan", "not reported"),
    Nothing.REFUSED: Text("ditolak diberikan", "refused"),
    Nothing.NOT_APPLICABLE: Text("tidak berlaku", "not applicable"),
}

# BPS prints “–” and “…” in this sense (“Tanda-tanda” in its yearbooks, unverified); the two
# others have no sign of their own there.
SYMBOLS = {
    Nothing.NONE_EXISTS: "–",
    Nothing.NOT_REPORTED: "…",
    Nothing.REFUSED: "×",
    Nothing.NOT_APPLICABLE: "NA",
}

Value = Decimal | Nothing
"""A figure or the reason why there is none; never both, never neither."""


def nothing_printed_as(symbol: str) -> Nothing | None:
    """The kind of nothing that `symbol` stands for in a table of ours, or None."""
    return next((kind for kind, sign in SYMBOLS.items() if sign == symbol.strip()), None)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure can be looked up: publisher, document, and the page or table in it.

    `is_sample` marks figures made up to practise; `file_hash` is the SHA-256 of the received
    file, where there is one.
    """

    publisher: str
    document: str
    locator: str = ""
    url: str = ""
    published_on: date | None = None
    is_sample: bool = False
    file_hash: str = ""

    @property
    def is_named(self) -> bool:
        """Whether a reader could find it: publisher and document are both given."""
        return bool(self.publisher.strip() and self.document.strip())


@dataclass(frozen=True, slots=True)
class Observation:
    """The figure of one sex for one element, place, period and breakdown."""

    element_code: str
    place_code: str
    period: Period
    sex: Sex
    value: Value
    source: Source
    breakdown: Breakdown = EVERYBODY


def value_of(sex: Sex, observations: Iterable[Observation]) -> Value:
    """The figure of `sex` among observations of one element, place and period.

    A sex that nobody reported is NOT_REPORTED: it is never worked out from the other one.
    Raises ValueError where one sex has two figures, because nothing says which one counts.
    """
    found = [observation.value for observation in observations if observation.sex is sex]
    if len(found) > 1:
        message = f"{len(found)} figures for one sex, element, place and period"
        raise ValueError(message)
    return found[0] if found else Nothing.NOT_REPORTED
