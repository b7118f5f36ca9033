"""Gender-responsive money over the years, each year with what breaks it off from the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from setara.domain.budget.denominators import Denominators
from setara.domain.budget.recap import NamedShare, Recap, lettered
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Text

NUMERATOR_CHANGED = Text("yang dihitung sebagai ARG berubah", "what counts as ARG has changed")
PHASE_CHANGED = Text(
    "tahap anggarannya lain ({before} menjadi {now})",
    "the phase of the budget differs ({before}, then {now})",
)
CHART_CHANGED = Text(
    "bagan akun berganti, sehingga penyebutnya lain",
    "the chart of accounts changed, and with it the denominators",
)
OWN_BOOK = Text(
    "seluruh pagu sub kegiatan dalam buku tahun itu",
    "all sub-activity budgets in the book of the year",
)
YEARS_MISSING = Text(
    "tidak ada angka di antara {before} dan {now}", "no figures between {before} and {now}"
)


@dataclass(frozen=True, slots=True)
class YearLine:
    """One year of the series; `breaks` say why it cannot be compared with the year before."""

    year: int
    book: Text
    gross: Rupiah
    weighted: Rupiah | None
    shares: tuple[NamedShare, ...]
    breaks: tuple[Text, ...]

    def share_of(self, key: str) -> NamedShare:
        """The share under one denominator. Raises KeyError for a key that is none."""
        for each in self.shares:
            if each.key == key:
                return each
        raise KeyError(key)


def over_years(recaps: Sequence[Recap], wholes: Denominators) -> tuple[YearLine, ...]:
    """The years in order, each with what breaks it off from the one before it."""
    ordered = sorted(recaps, key=lambda each: each.book.year)
    befores: list[Recap | None] = [None, *ordered]
    return tuple(
        YearLine(
            year=now.book.year,
            book=now.book.name,
            gross=now.total.gross,
            weighted=now.total.weighted,
            shares=now.shares,
            breaks=() if before is None else _breaks(before, now, wholes),
        )
        for before, now in zip(befores, ordered, strict=False)
    )


def followed_name(of: NamedShare) -> Text:
    """The denominator as it is called over several years, whose books have names of their own."""
    return lettered(of) if of.letter else OWN_BOOK


def _breaks(before: Recap, now: Recap, wholes: Denominators) -> tuple[Text, ...]:
    found = []
    if now.book.year > before.book.year + 1:
        found.append(YEARS_MISSING.filled(before=str(before.book.year), now=str(now.book.year)))
    if before.numerator is not now.numerator:
        found.append(NUMERATOR_CHANGED)
    if before.book.phase != now.book.phase:
        found.append(PHASE_CHANGED.filled(before=before.book.phase, now=now.book.phase))
    if wholes.chart_of(before.book.year) != wholes.chart_of(now.book.year):
        found.append(CHART_CHANGED)
    return tuple(found)
