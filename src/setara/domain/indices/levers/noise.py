"""Whether a change of an index is more than it moves anyway from year to year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from setara.domain.indices.computing import Result, law_day
from setara.domain.language.text import Text
from setara.domain.law.parameters import keys, parameter

LAW = "usual_change"


def noise_warning(before: Result, after: Result) -> Text | None:
    """A sentence where the published change is no more than usual; None where it is or where
    nothing is known of how the index moves.
    """
    change = after.published - before.published
    return usual(after.index.key, after.index.symbol, change, law_day(after.year))


def usual(index: str, symbol: str, change: Decimal, on: date) -> Text | None:
    """The warning for a change of the index of that name, by what was known on a day."""
    if f"{LAW}.{index}.median" not in keys():
        return None
    median, largest = (
        parameter(f"{LAW}.{index}.{each}", on=on).value for each in ("median", "largest")
    )
    if abs(change) > largest:
        return None
    sentence = NOT_MORE_THAN_USUAL if abs(change) <= median else SEEN_BEFORE
    return sentence.filled(index=symbol, change=abs(change), median=median, largest=largest)


NOT_MORE_THAN_USUAL = Text(
    "Perubahan {index} sebesar {change} tidak lebih dari gerak tahunan yang biasa (median sampai "
    "{median}, pernah {largest}): jangan dibaca sebagai kemajuan atau kemunduran.",
    "A change of the {index} by {change} is no more than it usually moves in a year (median up to "
    "{median}, as much as {largest} once): do not read it as progress or decline.",
)
SEEN_BEFORE = Text(
    "Perubahan {index} sebesar {change} lebih dari gerak tahunan yang biasa (median sampai "
    "{median}), tetapi gerak sampai {largest} pernah terlihat tanpa sebab yang diketahui: periksa "
    "angka dasarnya.",
    "A change of the {index} by {change} is more than it usually moves in a year (median up to "
    "{median}), but moves of up to {largest} have been seen without a known cause: check its "
    "figures.",
)
