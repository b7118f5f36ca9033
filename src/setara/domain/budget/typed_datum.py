"""What a figure typed into column 2 can be at all, before any rule of substance weighs it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from setara.domain.budget.datum import Datum
from setara.domain.budget.pathway import Pathway, PathwayDraft
from setara.domain.foundation.verdict import ALLOWED, Verdict
from setara.domain.language.text import Text
from setara.domain.statistics.element import Measure

MOST = Decimal(10**12)
MOST_PER_CENT = Decimal(100)
DECIMALS = 6
EARLIEST_YEAR = 1970


@dataclass(frozen=True, slots=True)
class Flaw:
    """A figure that cannot be, and why; `field` is the name of the datum's attribute."""

    field: str
    reason: Text


def flaws(datum: Datum, on: date) -> tuple[Flaw, ...]:
    """What cannot be in a typed datum: below zero, beyond all bounds, after `on`."""
    return (*_figure_flaws(datum), *_per_cent_flaws(datum), *_period_flaws(datum, on))


def may_be_typed(datum: Datum, on: date) -> Verdict:
    """Whether the typed datum can stand in column 2 at all; the first flaw says why not."""
    found = next(iter(flaws(datum, on)), None)
    return ALLOWED if found is None else Verdict(allowed=False, reason=found.reason)


def newly(draft: PathwayDraft, before: Pathway) -> tuple[Datum, ...]:
    """What the draft types into column 2 that did not stand there before."""
    typed = (datum for datum in draft.data or () if datum.reference is None)
    return tuple(datum for datum in typed if datum not in before.data)


def _figure_flaws(datum: Datum) -> Iterator[Flaw]:
    figures = {"female": datum.female, "male": datum.male, "stated_total": datum.stated_total}
    for field, value in figures.items():
        reason = _figure_flaw(value, datum.measure) if isinstance(value, Decimal) else None
        if reason is not None:
            yield Flaw(field, reason)


def _figure_flaw(value: Decimal, measure: Measure) -> Text | None:
    if value < 0:
        return NEGATIVE.filled(value=value)
    if value > MOST:
        return TOO_LARGE.filled(value=value, most=MOST)
    if measure is Measure.COUNT and value != value.to_integral_value():
        return NOT_WHOLE.filled(value=value)
    if measure is Measure.RATE and value > MOST_PER_CENT:
        return RATE_ABOVE.filled(value=value)
    return None if _has_few_decimals(value) else TOO_FINE.filled(value=value, places=DECIMALS)


def _has_few_decimals(value: Decimal) -> bool:
    exponent = value.normalize().as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -DECIMALS


def _per_cent_flaws(datum: Datum) -> Iterator[Flaw]:
    stated = {
        "stated_female_percent": datum.stated_female_percent,
        "stated_male_percent": datum.stated_male_percent,
    }
    for field, value in stated.items():
        if value is not None and not 0 <= value <= MOST_PER_CENT:
            yield Flaw(field, PER_CENT_BEYOND.filled(value=value))


def _period_flaws(datum: Datum, on: date) -> Iterator[Flaw]:
    if datum.period is None:
        return
    year = datum.period.valid_from.year
    if datum.period.valid_from > on:
        yield Flaw("period", FUTURE.filled(year=str(year), now=str(on.year)))
    elif year < EARLIEST_YEAR:
        yield Flaw("period", TOO_EARLY.filled(year=str(year), earliest=str(EARLIEST_YEAR)))


NEGATIVE = Text(
    "Terbaca {value}: angka ini tidak dapat kurang dari nol. Kosongkan bila belum dilaporkan.",
    "Read as {value}: this figure cannot be below zero. Leave it empty where it is not reported.",
)
TOO_LARGE = Text(
    "Terbaca {value}: lebih dari {most}. Periksa jumlah angkanya.",
    "Read as {value}: more than {most}. Check the number of digits.",
)
NOT_WHOLE = Text(
    "Terbaca {value}: jumlah selalu bilangan bulat. Pilih “persentase” atau “nilai rata-rata” "
    "bila memang berdesimal.",
    "Read as {value}: a count is always whole. Choose “percentage” or “average value” where it "
    "has decimals indeed.",
)
RATE_ABOVE = Text(
    "Terbaca {value}: persentase paling banyak 100. Pilih “jumlah” bila ini banyaknya orang.",
    "Read as {value}: a percentage is 100 at most. Choose “count” where these are people.",
)
TOO_FINE = Text(
    "Terbaca {value}: paling banyak {places} angka di belakang koma.",
    "Read as {value}: at most {places} digits after the decimal mark.",
)
PER_CENT_BEYOND = Text(
    "Terbaca {value}: persen berada di antara 0 dan 100.",
    "Read as {value}: a per cent lies between 0 and 100.",
)
FUTURE = Text(
    "Tahun {year} belum berjalan; data paling baru berasal dari {now}.",
    "The year {year} has not begun; the latest data are of {now}.",
)
TOO_EARLY = Text(
    "Tahun {year} terlalu lama; paling lama {earliest}.",
    "The year {year} is too long ago; {earliest} at the earliest.",
)
