"""A row of column 2 between the store's one value and the rules' view of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from setara.domain.budget.datum import Datum, DatumReference, Earlier
from setara.domain.foundation.period import Period
from setara.domain.language.text import Text
from setara.domain.statistics.element import Measure, Polarity, PopulationType
from setara.domain.statistics.observation import Nothing, Value

Row = dict[str, Any]


def datum_row(datum: Datum) -> Row:
    """The datum as JSON; decimals are kept as text, exact to the digit."""
    reference = datum.reference
    period = datum.period
    return {
        "key": datum.key,
        "label": [datum.label.id, datum.label.en],
        "unit": [datum.unit.id, datum.unit.en],
        "female": _kept(datum.female),
        "male": _kept(datum.male),
        "period": _period_row(period) if period else None,
        "source": datum.source,
        "population": datum.population_type.value,
        "measure": datum.measure.value,
        "polarity": datum.polarity.value,
        "place": datum.place_name,
        "sample": datum.is_sample,
        "reference": _reference_row(reference) if reference else None,
        "stated": [
            text_of(datum.stated_total),
            text_of(datum.stated_female_percent),
            text_of(datum.stated_male_percent),
        ],
        "series": [_earlier_row(each) for each in datum.series],
        "hidden": datum.is_hidden,
        "reconciled": datum.is_reconciled,
    }


def _reference_row(reference: DatumReference) -> list[str]:
    """A breakdown is only written where there is one, as in rows kept before there were any."""
    row = [reference.element_code, reference.place_code]
    return [*row, reference.breakdown] if reference.breakdown else row


def _earlier_row(earlier: Earlier) -> Row:
    return {
        "period": _period_row(earlier.period),
        "female": _kept(earlier.female),
        "male": _kept(earlier.male),
        "source": earlier.source,
        "sample": earlier.is_sample,
    }


def _earlier(row: Row) -> Earlier:
    return Earlier(
        period=_period(row["period"]),
        female=_value(row["female"]),
        male=_value(row["male"]),
        source=row["source"],
        is_sample=row["sample"],
    )


def _period_row(period: Period) -> list[str]:
    return [period.valid_from.isoformat(), period.end.isoformat()]


def _period(row: list[str]) -> Period:
    return Period(*(date.fromisoformat(day) for day in row))


def datum_of(row: Row) -> Datum:
    """The datum a stored row says; rows kept before there were series have none."""
    period, reference = row["period"], row["reference"]
    total, female_percent, male_percent = (decimal_of(each) for each in row["stated"])
    return Datum(
        key=row["key"],
        label=Text(*row["label"]),
        unit=Text(*row["unit"]),
        female=_value(row["female"]),
        male=_value(row["male"]),
        period=_period(period) if period else None,
        source=row["source"],
        population_type=PopulationType(row["population"]),
        measure=Measure(row["measure"]),
        polarity=Polarity(row["polarity"]),
        place_name=row["place"],
        is_sample=row["sample"],
        reference=DatumReference(*reference) if reference else None,
        stated_total=total,
        stated_female_percent=female_percent,
        stated_male_percent=male_percent,
        series=tuple(_earlier(each) for each in row.get("series", [])),
        is_hidden=row.get("hidden", False),
        is_reconciled=row.get("reconciled", True),
    )


def _kept(value: Value) -> Row:
    return {"nothing": value.value} if isinstance(value, Nothing) else {"value": str(value)}


def _value(kept: Row) -> Value:
    return Nothing(kept["nothing"]) if "nothing" in kept else Decimal(kept["value"])


def text_of(value: Decimal | None) -> str | None:
    """A decimal exact to the digit."""
    return None if value is None else str(value)


def decimal_of(text: str | None) -> Decimal | None:
    """And back."""
    return None if text is None else Decimal(text)
