"""A figure of column 2 and what the register says of the same thing later."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from setara.domain.budget.outcome import Outcome, OutcomeVerdict, outcome, unknown
from setara.domain.budget.outcome_measure import Compared
from setara.domain.foundation.period import Period
from setara.domain.language.text import Text


class Timing(StrEnum):
    """Where a later figure lies beside the budget year."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"

    @property
    def label(self) -> Text:
        """In both languages."""
        return TIMING_LABELS[self]


TIMING_LABELS = {
    Timing.BEFORE: Text("sebelum kegiatan berjalan", "before the programme ran"),
    Timing.DURING: Text("tahun anggaran belum selesai", "the budget year was not over"),
    Timing.AFTER: Text("mencakup akhir tahun anggaran", "reaches the end of the budget year"),
}


@dataclass(frozen=True, slots=True)
class Later:
    """The same thing at a later period, judged against the frozen figure."""

    timing: Timing
    found: Outcome
    period: Period


@dataclass(frozen=True, slots=True)
class Followed:
    """What became of one figure: the verdict that counts, and every later figure with its own.

    `counted` is the row the verdict comes from, None where there is none.
    """

    result: Outcome
    rows: tuple[Later, ...] = ()
    counted: Later | None = None


def followed(before: Compared, later: Iterable[Compared], year: int) -> Followed:
    """The result of a budget year: the first later figure that reaches its end.

    What was measured before the money was spent can show nothing of it, and is shown with that
    said. A figure that cannot be judged gives way to the next one that can.
    """
    rows = tuple(
        Later(timing_of(each.period, year), outcome(before, each), each.period)
        for each in sorted(later, key=lambda each: each.period)
        if each.period.valid_from > before.period.valid_from
    )
    reached = [row for row in rows if row.timing is Timing.AFTER]
    judged = [row for row in reached if row.found.verdict is not OutcomeVerdict.UNKNOWN]
    counted = next(iter(judged or reached), None)
    if counted is not None:
        return Followed(counted.found, rows, counted)
    reason = _TOO_EARLY.filled(latest=rows[-1].period) if rows else _NONE_LATER
    filled = reason.filled(year=str(year), was=before.period)
    return Followed(unknown(filled, before), rows)


def timing_of(period: Period, year: int) -> Timing:
    """Where a period lies beside a budget year."""
    budget_year = Period.year(year)
    if period.end <= budget_year.valid_from:
        return Timing.BEFORE
    return Timing.AFTER if period.end >= budget_year.end else Timing.DURING


NOT_REGISTERED = Text(
    "Angka kolom 2 ini diketik, bukan dari data terpilah, sehingga tidak dapat diikuti.",
    "This figure of column 2 was typed and is not of the register, so it cannot be followed.",
)
NO_PERIOD = Text(
    "Angka kolom 2 ini tidak menyebut periodenya.", "This figure of column 2 names no period."
)
_NONE_LATER = Text(
    "Data terpilah belum mempunyai angka setelah {was}.",
    "The register has no figure after {was} yet.",
)
_TOO_EARLY = Text(
    "Angka terbaru tentang {latest}, belum mencakup akhir tahun anggaran {year}.",
    "The latest figure is of {latest} and does not reach the end of the budget year {year}.",
)
