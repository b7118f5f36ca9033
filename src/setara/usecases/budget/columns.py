"""The columns of a pathway between the store's one value and the rules' view of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from setara.domain.budget.datum import Aspect, Datum, DatumReference
from setara.domain.budget.pathway import (
    Action,
    Baseline,
    Cause,
    CauseSide,
    Factor,
    FactorNote,
    Indicator,
    IndicatorLevel,
    Pathway,
    PathwayState,
)
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.element import Measure, Polarity, PopulationType
from setara.domain.statistics.observation import Nothing, Value
from setara.store.models import PathwayRecord

Row = dict[str, Any]


def as_rule_sees_it(record: PathwayRecord) -> Pathway:
    """The stored pathway as the domain knows it."""
    columns: dict[str, list[Row]] = record.columns
    return Pathway(
        agency_id=record.agency_id,
        year=record.year,
        activity_code=record.activity_code,
        activity_name=record.activity_name,
        state=PathwayState(record.state),
        objective=record.objective,
        data=tuple(_datum(row) for row in columns.get("data", [])),
        factors=tuple(
            FactorNote(Factor(row["factor"]), row["text"], row["datum"])
            for row in columns.get("factors", [])
        ),
        causes=tuple(
            Cause(row["key"], CauseSide(row["side"]), row["text"])
            for row in columns.get("causes", [])
        ),
        reformulated_objective=record.reformulated_objective,
        reason_kept=record.reason_kept,
        actions=tuple(
            Action(row["key"], row["text"], tuple(row["answers"]), _money(row.get("amount")))
            for row in columns.get("actions", [])
        ),
        baselines=tuple(
            Baseline(row["key"], row["datum"], Sex(row["sex"]), Aspect(row["aspect"]))
            for row in columns.get("baselines", [])
        ),
        indicators=tuple(_indicator(row) for row in columns.get("indicators", [])),
    )


def as_kept(pathway: Pathway) -> dict[str, list[Row]]:
    """Columns 2 to 9 as JSON values; decimals are kept as text, exact to the digit."""
    return {
        "data": [_datum_row(datum) for datum in pathway.data],
        "factors": [
            {"factor": note.factor.value, "text": note.text, "datum": note.datum_key}
            for note in pathway.factors
        ],
        "causes": [
            {"key": cause.key, "side": cause.side.value, "text": cause.text}
            for cause in pathway.causes
        ],
        "actions": [
            {"key": action.key, "text": action.text, "answers": list(action.answers)}
            | ({} if action.amount is None else {"amount": action.amount.amount})
            for action in pathway.actions
        ],
        "baselines": [
            {
                "key": each.key,
                "datum": each.datum_key,
                "sex": each.sex.value,
                "aspect": each.aspect.value,
            }
            for each in pathway.baselines
        ],
        "indicators": [
            {
                "key": each.key,
                "level": each.level.value,
                "text": each.text,
                "unit": each.unit,
                "target": _text(each.target),
                "baseline": each.baseline_key,
            }
            | ({} if each.action_key is None else {"action": each.action_key})
            for each in pathway.indicators
        ],
    }


def _datum_row(datum: Datum) -> Row:
    reference = datum.reference
    period = datum.period
    return {
        "key": datum.key,
        "label": [datum.label.id, datum.label.en],
        "unit": [datum.unit.id, datum.unit.en],
        "female": _kept(datum.female),
        "male": _kept(datum.male),
        "period": [period.valid_from.isoformat(), period.end.isoformat()] if period else None,
        "source": datum.source,
        "population": datum.population_type.value,
        "measure": datum.measure.value,
        "polarity": datum.polarity.value,
        "place": datum.place_name,
        "sample": datum.is_sample,
        "reference": [reference.element_code, reference.place_code] if reference else None,
        "stated": [
            _text(datum.stated_total),
            _text(datum.stated_female_percent),
            _text(datum.stated_male_percent),
        ],
    }


def _datum(row: Row) -> Datum:
    period, reference = row["period"], row["reference"]
    total, female_percent, male_percent = (_decimal(each) for each in row["stated"])
    return Datum(
        key=row["key"],
        label=Text(*row["label"]),
        unit=Text(*row["unit"]),
        female=_value(row["female"]),
        male=_value(row["male"]),
        period=Period(*(date.fromisoformat(day) for day in period)) if period else None,
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
    )


def _indicator(row: Row) -> Indicator:
    return Indicator(
        key=row["key"],
        level=IndicatorLevel(row["level"]),
        text=row["text"],
        unit=row["unit"],
        target=_decimal(row["target"]),
        baseline_key=row["baseline"],
        action_key=row.get("action"),
    )


def _kept(value: Value) -> Row:
    return {"nothing": value.value} if isinstance(value, Nothing) else {"value": str(value)}


def _value(kept: Row) -> Value:
    return Nothing(kept["nothing"]) if "nothing" in kept else Decimal(kept["value"])


def _money(kept: int | None) -> Rupiah | None:
    return None if kept is None else Rupiah(kept)


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
