"""A table of any number of dimensions as JSON-stat 2.0, for machines that read statistics."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Any

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """One dimension: its code, its label, and its categories with theirs; `role` is time or geo."""

    code: str
    label: str
    categories: Mapping[str, str]
    role: str = ""


@dataclass(frozen=True, slots=True)
class Cube:
    """What is said of every cell by its categories, one code an axis, in the order of the axes.

    A cell without a figure has a status instead; one with neither was never asked for.
    """

    label: str
    source: str
    updated: str
    axes: tuple[Axis, ...]
    figures: Mapping[Key, Decimal]
    statuses: Mapping[Key, str]
    status_labels: Mapping[str, str]
    notes: tuple[str, ...] = ()
    extension: Mapping[str, Any] | None = None


def json_stat(cube: Cube) -> bytes:
    """The cube as a dataset of JSON-stat 2.0 (json-stat.org/full).

    Figures stand in row-major order of the axes; figures keep all their digits.
    """
    keys = list(product(*(axis.categories for axis in cube.axes)))
    dataset = {
        "version": "2.0",
        "class": "dataset",
        "label": cube.label,
        "source": cube.source,
        "updated": cube.updated,
        "note": list(cube.notes),
        "id": [axis.code for axis in cube.axes],
        "size": [len(axis.categories) for axis in cube.axes],
        "role": _roles(cube.axes),
        "dimension": {axis.code: _dimension(axis) for axis in cube.axes},
        "value": [_number(cube.figures.get(key)) for key in keys],
        "status": {
            str(place): cube.statuses[key] for place, key in enumerate(keys) if key in cube.statuses
        },
        "extension": {"status": {"label": dict(cube.status_labels)}, **(cube.extension or {})},
    }
    return json.dumps(dataset, ensure_ascii=False, indent=1).encode("utf-8")


def _dimension(axis: Axis) -> dict[str, Any]:
    index = {code: place for place, code in enumerate(axis.categories)}
    return {
        "label": axis.label,
        "category": {"index": index, "label": dict(axis.categories)},
    }


def _roles(axes: Sequence[Axis]) -> dict[str, list[str]]:
    roles: dict[str, list[str]] = {}
    for axis in axes:
        if axis.role:
            roles.setdefault(axis.role, []).append(axis.code)
    return roles


def _number(figure: Decimal | None) -> int | float | None:
    if figure is None:
        return None
    return int(figure) if figure == figure.to_integral_value() else float(figure)
