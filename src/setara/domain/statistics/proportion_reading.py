"""The proportion of two figures in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.amount import rounded

TOLD_AS_TIMES = 2
"""From this ratio on one says "3 times" rather than "200 per cent above"."""
LARGEST_WHOLE = 100_000
"""Beyond this "1 of 100,000" a share says nothing more to a reader."""


def out_of_a_hundred(share: Decimal, unit: Text) -> Text:
    """Women's share as so many of a hundred, or of as many as it takes to see them."""
    whole = 100
    # One woman among seventy men is not "0 of 100".
    while 0 < min(share, 1 - share) * whole < 1 and whole < LARGEST_WHOLE:
        whole *= 10
    women = int(rounded(share * whole, 0))
    return Text(
        "Dari setiap {whole} {unit}, {women} perempuan dan {men} laki-laki.",
        "Of every {whole} {unit}, women make up {women} and men {men}.",
    ).filled(whole=whole, unit=unit, women=women, men=whole - women)


def in_proportion(times: Decimal, higher: Sex, lower: Sex) -> Iterator[Text]:
    """How many times the one figure is the other, nothing where the words would show no more."""
    whole, part = 100, int(rounded(100 / times, 0))
    percent = rounded((times - 1) * 100, 1)
    if percent == 0:
        return
    # Neither "0 against 100" nor "100 against 100" would be true.
    while part in {0, whole}:
        whole *= 10
        part = int(rounded(whole / times, 0))
    sentence, factor = (ABOVE, percent) if times < TOLD_AS_TIMES else (TIMES, rounded(times, 1))
    yield sentence.filled(
        higher=higher.label,
        lower=lower.label,
        factor=_without_zero(factor),
        whole=whole,
        part=part,
    )


TIMES = Text(
    "Angka {higher} {factor} kali angka {lower}; bila {higher} {whole}, {lower} {part}.",
    "The figure for {higher} is {factor} times that for {lower}; with {higher} at {whole}, "
    "{lower} stand at {part}.",
)
ABOVE = Text(
    "Angka {higher} {factor} persen di atas angka {lower}; bila {higher} {whole}, {lower} {part}.",
    "The figure for {higher} is {factor} per cent above that for {lower}; with {higher} at "
    "{whole}, {lower} stand at {part}.",
)


def _without_zero(value: Decimal) -> Decimal:
    """`6` for `6.0`, as one says it."""
    whole = value.to_integral_value()
    return whole if whole == value else value
