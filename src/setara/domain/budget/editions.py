"""Two editions of a pathway: which places differ, what each is called, and what stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from setara.domain.budget.datum import Datum
from setara.domain.budget.pathway import (
    Action,
    Baseline,
    Cause,
    CauseSide,
    FactorNote,
    Indicator,
    Pathway,
)
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Text, same

Row = Datum | FactorNote | Cause | Action | Baseline | Indicator

SENTENCES = ("objective", "activity_target", "reformulated_objective", "reason_kept")
TABLES = ("data", "factors", "causes", "actions", "baselines", "indicators")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A field of a pathway: the column, the row in it, and the field of the row.

    `row` is empty in a column that is one text; `field` is empty where the row as a whole is meant.
    """

    column: str
    row: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """What stood in a place before and after; None for a row that was not there."""

    place: Place
    before: Any
    after: Any


def identity(row: Row) -> str:
    """What makes a row the same row in another edition, whatever is written in it."""
    if isinstance(row, FactorNote):
        return row.factor.value
    if isinstance(row, Baseline):
        return f"{row.datum_key}:{row.sex.value}:{row.aspect.value}"
    return str(row.key)


def written_fields(row: Row) -> tuple[str, ...]:
    """The fields of a row that can differ between editions."""
    if isinstance(row, Baseline):
        return ()
    fixed = "factor" if isinstance(row, FactorNote) else "key"
    return tuple(each.name for each in fields(row) if each.name != fixed)


def rows(pathway: Pathway, column: str) -> dict[str, Row]:
    """The rows of a column by their identity, in order; none in a column that is one text."""
    if column not in TABLES:
        return {}
    return {identity(row): row for row in getattr(pathway, column)}


def changes(before: Pathway, after: Pathway) -> tuple[Change, ...]:
    """Every place in which two editions differ, in the order of the columns."""
    found = [
        Change(Place(name), old, new)
        for name in SENTENCES
        if (old := getattr(before, name)) != (new := getattr(after, name))
    ]
    for column in TABLES:
        found += _row_changes(before, after, column)
    return tuple(sorted(found, key=lambda change: _ORDER[change.place.column]))


def _row_changes(before: Pathway, after: Pathway, column: str) -> Iterator[Change]:
    old, new = rows(before, column), rows(after, column)
    for name in dict.fromkeys([*old, *new]):
        was, now = old.get(name), new.get(name)
        if was is None or now is None:
            yield Change(Place(column, name), was, now)
            continue
        for field in written_fields(was):
            if getattr(was, field) != getattr(now, field):
                yield Change(Place(column, name, field), getattr(was, field), getattr(now, field))


def place_words(place: Place, *pathways: Pathway) -> Text:
    """What a place is called: the column by number, the row by its kind and number."""
    found = [row for each in pathways if (row := rows(each, place.column).get(place.row))]
    row = found[0] if found else None
    number = _COLUMNS[place.column]
    if isinstance(row, Cause):
        number = 4 if row.side is CauseSide.INTERNAL else 5
    part = _ROW_NAMES.get(place.column)
    named: object = row.factor.label if isinstance(row, FactorNote) else place.row
    if isinstance(row, Datum):
        named = row.label
    words = part.filled(row=named) if part else _SENTENCE_NAMES[place.column]
    if field := _FIELD_NAMES.get(place.field):
        words = Text("{row}, {field}", "{row}, {field}").filled(row=words, field=field)
    return Text("Kolom {n}: {words}", "Column {n}: {words}").filled(n=number, words=words)


def value_words(value: Any, field: str, *pathways: Pathway) -> Text:
    """What stands in a place, in words; a dash for nothing."""
    if value is None or value in {"", ()}:
        return same("–")
    if field in {"datum_key", "baseline_key"}:
        return _referred(value, field, pathways)
    if isinstance(value, Baseline):
        return _baseline(value, pathways)
    return _plain(value)


def _plain(value: Any) -> Text:
    label = getattr(value, "label", None)
    if isinstance(label, Text):
        return label
    if isinstance(value, Rupiah | Decimal | int):
        return Text("{v}", "{v}").filled(v=value)
    if isinstance(value, tuple):
        return same(", ".join(_item(each) for each in value))
    return value if isinstance(value, Text) else same(str(getattr(value, "text", value)) or "–")


def _item(item: Any) -> str:
    return ": ".join(str(each) for each in item) if isinstance(item, tuple) else str(item)


def _referred(key: int, field: str, pathways: tuple[Pathway, ...]) -> Text:
    for pathway in pathways:
        if field == "datum_key" and (datum := pathway.datum(key)):
            return datum.label
        if field == "baseline_key" and (baseline := pathway.baseline(key)):
            return _baseline(baseline, pathways)
    return same("–")


def _baseline(baseline: Baseline, pathways: tuple[Pathway, ...]) -> Text:
    datum = next((found for each in pathways if (found := each.datum(baseline.datum_key))), None)
    return Text("{label}, {sex}, {aspect}", "{label}, {sex}, {aspect}").filled(
        label=datum.label if datum else "–",
        sex=baseline.sex.label,
        aspect=baseline.aspect.label,
    )


_COLUMNS = {
    "objective": 1,
    "activity_target": 1,
    "data": 2,
    "factors": 3,
    "causes": 4,
    "reformulated_objective": 6,
    "reason_kept": 6,
    "actions": 7,
    "baselines": 8,
    "indicators": 9,
}
_ORDER = {column: place for place, column in enumerate(_COLUMNS)}
_SENTENCE_NAMES = {
    "objective": Text("tujuan", "objective"),
    "activity_target": Text("indikator atau sasaran", "indicator or target"),
    "reformulated_objective": Text("reformulasi tujuan", "reformulated objective"),
    "reason_kept": Text("alasan tujuan tetap", "reason the objective is kept"),
}
_ROW_NAMES = {
    "data": Text("data “{row}”", "data “{row}”"),
    "factors": Text("faktor {row}", "factor {row}"),
    "causes": Text("sebab {row}", "cause {row}"),
    "actions": Text("aksi {row}", "action {row}"),
    "baselines": Text("data dasar", "baseline"),
    "indicators": Text("indikator {row}", "indicator {row}"),
}
_FIELD_NAMES = {
    "datum_key": Text("data yang menunjukkannya", "data that show it"),
    "side": Text("sisi", "side"),
    "factor": Text("faktor yang diterangkan", "the factor it explains"),
    "answers": Text("sebab yang dijawab", "causes it answers"),
    "amount": Text("rupiah", "rupiah"),
    "lines": Text("rujukan anggaran", "budget references"),
    "level": Text("tingkat", "level"),
    "unit": Text("satuan", "unit"),
    "target": Text("target", "target"),
    "targets": Text("target tiap tahun", "targets by year"),
    "action_key": Text("aksi yang diukur", "the action it measures"),
    "baseline_key": Text("titik awal", "starting point"),
    "sex": Text("jenis kelamin", "sex"),
}
