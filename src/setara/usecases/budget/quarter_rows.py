"""A quarter's report between the store's values and the rules' view of it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from setara.domain.budget.quarter import Quarter
from setara.domain.budget.quarter_report import (
    ActionReported,
    ActionState,
    IndicatorReported,
    QuarterReport,
)
from setara.domain.foundation.money import Rupiah
from setara.domain.statistics.observation import Nothing, Value
from setara.store.models import QuarterReportRecord

Row = dict[str, Any]


def report_as_rule_sees_it(record: QuarterReportRecord) -> QuarterReport:
    """The stored edition as the domain knows it."""
    return QuarterReport(
        quarter=Quarter(record.quarter),
        indicators=tuple(
            IndicatorReported(
                row["key"],
                _value(row["women"]),
                _value(row["men"]),
                _value(row["total"]),
                row["source"],
                row["note"],
            )
            for row in record.indicators
        ),
        actions=tuple(
            ActionReported(row["key"], ActionState(row["state"]), row["reason"])
            for row in record.actions
        ),
        spent=None if record.spent is None else Rupiah(record.spent),
        spent_source=record.spent_source,
        obstacles=record.obstacles,
        remedy=record.remedy,
    )


def indicators_kept(report: QuarterReport) -> list[Row]:
    """The indicators as JSON values; decimals are kept as text, exact to the digit."""
    return [
        {
            "key": each.key,
            "women": _kept(each.women),
            "men": _kept(each.men),
            "total": _kept(each.total),
            "source": each.source.strip(),
            "note": each.note.strip(),
        }
        for each in report.indicators
    ]


def actions_kept(report: QuarterReport) -> list[Row]:
    """The actions as JSON values."""
    return [
        {"key": each.key, "state": each.state.value, "reason": each.reason.strip()}
        for each in report.actions
    ]


def _kept(value: Value) -> Row:
    return {"nothing": value.value} if isinstance(value, Nothing) else {"value": str(value)}


def _value(kept: Row) -> Value:
    return Nothing(kept["nothing"]) if "nothing" in kept else Decimal(kept["value"])
