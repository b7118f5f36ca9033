"""Figures made up to practise with, by place and by breakdown, each kind of nothing among them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.statistics.dimension import EVERYBODY, Breakdown
from setara.domain.statistics.observation import Value, nothing_printed_as
from setara.usecases.statistics.commands import (
    NewObservation,
    cite_source,
    record_observations,
)

Table = dict[str, Any]


def record_samples(
    *, by: Actor, at: datetime, data: Table, home: str, places: dict[str, str]
) -> None:
    """Keep every table of `data`; `places` are the codes of sub-districts by name."""
    for table in data["table"]:
        source_id = cite_source(
            by=by,
            at=at,
            publisher=data["publisher"],
            document=table["document"],
            is_sample=True,
        )
        record_observations(
            by=by,
            at=at,
            element_code=table["element"],
            source_id=source_id,
            figures=list(_figures(table, home, places)),
        )


def _figures(table: Table, home: str, places: dict[str, str]) -> Iterator[NewObservation]:
    period = Period.year(table["year"])
    cells = [(places[name], EVERYBODY, pair) for name, pair in table.get("places", {}).items()]
    cells += [
        (home, Breakdown.parsed(key), pair) for key, pair in table.get("breakdowns", {}).items()
    ]
    for place, breakdown, pair in cells:
        for sex, value in zip((Sex.FEMALE, Sex.MALE), pair, strict=True):
            yield NewObservation(place, period, sex, _value(value), breakdown=breakdown)


def _value(written: object) -> Value:
    kind = nothing_printed_as(written) if isinstance(written, str) else None
    return Decimal(str(written)) if kind is None else kind
