"""Rates in plain words: each sex's cases among its own people."""

from __future__ import annotations

from collections.abc import Iterator

from setara.domain.foundation.share import Share
from setara.domain.language.text import Text
from setara.domain.statistics.amount import rounded
from setara.domain.statistics.per_capita import PerCapita

DECIMALS = 1


def per_capita_reading(found: PerCapita, unit: Text) -> Iterator[Text]:
    """The two rates, and women's share of the cases beside their share of the people.

    `unit` is what is counted.
    """
    yield RATES.filled(
        per=found.per,
        women=rounded(found.sides.women.per(found.per), DECIMALS),
        men=rounded(found.sides.men.per(found.per), DECIMALS),
        unit=unit,
    )
    if isinstance(found.share_of_cases, Share):
        yield SHARES.filled(
            cases=found.share_of_cases.percent(DECIMALS),
            people=found.share_of_base.percent(DECIMALS),
            unit=unit,
        )


RATES = Text(
    "Dari setiap {per} perempuan ada {women} {unit}, dari setiap {per} laki-laki {men}.",
    "Of every {per} women there are {women} {unit}, of every {per} men {men}.",
)
SHARES = Text(
    "Bagian perempuan {cases}% di antara {unit} itu dan {people}% di antara penduduk yang menjadi "
    "penyebutnya.",
    "Women make up {cases}% of these {unit} and {people}% of the people they are set against.",
)
