"""The columns of a pathway between the store's one value and the rules' view of it."""

from __future__ import annotations

from typing import Any

from setara.domain.budget.activity import ActivityLevel
from setara.domain.budget.datum import Aspect
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
from setara.domain.foundation.sex import Sex
from setara.store.models import PathwayRecord
from setara.usecases.budget.datum_columns import datum_of, datum_row, decimal_of, text_of
from setara.usecases.budget.ticked_columns import ticked_of, ticked_row

Row = dict[str, Any]


def as_rule_sees_it(record: PathwayRecord) -> Pathway:
    """The stored pathway as the domain knows it."""
    columns: dict[str, Any] = record.columns
    return Pathway(
        agency_id=record.agency_id,
        year=record.year,
        activity_code=record.activity_code,
        activity_name=record.activity_name,
        state=PathwayState(record.state),
        objective=record.objective,
        data=tuple(datum_of(row) for row in columns.get("data", [])),
        factors=tuple(
            FactorNote(Factor(row["factor"]), row["text"], row["datum"])
            for row in columns.get("factors", [])
        ),
        causes=tuple(
            Cause(row["key"], CauseSide(row["side"]), row["text"], _factor(row.get("factor")))
            for row in columns.get("causes", [])
        ),
        reformulated_objective=record.reformulated_objective,
        reason_kept=record.reason_kept,
        actions=tuple(
            Action(
                key=row["key"],
                text=row["text"],
                answers=tuple(row["answers"]),
                amount=_money(row.get("amount")),
                lines=tuple(ticked_of(each) for each in row.get("lines", [])),
            )
            for row in columns.get("actions", [])
        ),
        baselines=tuple(
            Baseline(row["key"], row["datum"], Sex(row["sex"]), Aspect(row["aspect"]))
            for row in columns.get("baselines", [])
        ),
        indicators=tuple(_indicator(row) for row in columns.get("indicators", [])),
        level=ActivityLevel(record.level),
        activity_target=record.columns.get("activity_target", ""),
    )


def as_kept(pathway: Pathway) -> dict[str, Any]:
    """Columns 2 to 9 as JSON values; decimals are kept as text, exact to the digit."""
    return {
        "activity_target": pathway.activity_target.strip(),
        "data": [datum_row(datum) for datum in pathway.data],
        "factors": [
            {"factor": note.factor.value, "text": note.text, "datum": note.datum_key}
            for note in pathway.factors
        ],
        "causes": [
            {"key": cause.key, "side": cause.side.value, "text": cause.text}
            | ({} if cause.factor is None else {"factor": cause.factor.value})
            for cause in pathway.causes
        ],
        "actions": [_action_row(action) for action in pathway.actions],
        "baselines": [
            {
                "key": each.key,
                "datum": each.datum_key,
                "sex": each.sex.value,
                "aspect": each.aspect.value,
            }
            for each in pathway.baselines
        ],
        "indicators": [_indicator_row(each) for each in pathway.indicators],
    }


def _indicator_row(each: Indicator) -> Row:
    return (
        {
            "key": each.key,
            "level": each.level.value,
            "text": each.text,
            "unit": each.unit,
            "target": text_of(each.target),
            "baseline": each.baseline_key,
        }
        | ({} if each.action_key is None else {"action": each.action_key})
        | ({} if each.sex is None else {"sex": each.sex.value})
        | ({} if not each.targets else {"targets": {str(y): str(n) for y, n in each.targets}})
    )


def _action_row(action: Action) -> Row:
    row: Row = {"key": action.key, "text": action.text, "answers": list(action.answers)}
    if action.amount is not None:
        row["amount"] = action.amount.amount
    if action.lines:
        row["lines"] = [ticked_row(each) for each in action.lines]
    return row


def _indicator(row: Row) -> Indicator:
    return Indicator(
        key=row["key"],
        level=IndicatorLevel(row["level"]),
        text=row["text"],
        unit=row["unit"],
        target=decimal_of(row["target"]),
        baseline_key=row["baseline"],
        action_key=row.get("action"),
        targets=tuple(
            (int(year), target)
            for year, number in sorted(row.get("targets", {}).items())
            if (target := decimal_of(number)) is not None
        ),
        sex=Sex(row["sex"]) if row.get("sex") else None,
    )


def _factor(kept: str | None) -> Factor | None:
    return None if kept is None else Factor(kept)


def _money(kept: int | None) -> Rupiah | None:
    return None if kept is None else Rupiah(kept)
