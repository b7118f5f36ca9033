"""The register as a file for other catalogues: JSON with nested cards, CSV in flat columns."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.statistics.card import Card
from setara.domain.statistics.element import Element
from setara.formats.csv_text import csv_of
from setara.usecases.statistics.register_queries import RegisterLine, register_lines


class RegisterFormat(StrEnum):
    """What the register can be taken away as."""

    CSV = "csv"
    JSON = "json"

    @property
    def media_type(self) -> str:
        """As the file is announced."""
        return {"csv": "text/csv; charset=utf-8", "json": "application/json"}[self.value]


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """A file with its name."""

    name: str
    media_type: str
    content: bytes


def register_file(*, by: Actor, form: RegisterFormat, today: date) -> RegisterFile:
    """Every element with its whole card. Cost: four queries."""
    require(by.may(Permission.READ_RECORDS))
    lines = [_facts(line) for line in register_lines(by=by, today=today)]
    content = _json(lines, today) if form is RegisterFormat.JSON else _csv(lines)
    return RegisterFile(f"elemen-data.{form}", form.media_type, content)


def _facts(line: RegisterLine) -> dict[str, object]:
    element = line.element
    return {
        "code": element.code,
        **_pair("name", element.name.id, element.name.en),
        **_pair("unit", element.unit.id, element.unit.en),
        "measure": element.measure.value,
        "polarity": element.polarity.value,
        "population_type": element.population_type.value,
        "confidentiality": element.confidentiality.value,
        "producer": line.producer,
        "frequency": element.frequency.value,
        "collection": element.collection.value,
        "dimensions": list(element.dimensions),
        "by_subdistrict": element.by_subdistrict,
        **_limits(element),
        "is_reconciled": element.is_reconciled,
        "figures": line.figures,
        "card": element.card.as_data(),
    }


def _limits(element: Element) -> dict[str, object]:
    least, most = element.range.least, element.range.most
    return {
        "least": None if least is None else float(least),
        "most": None if most is None else float(most),
        "population_base": element.population_base or None,
        "from_age": element.from_age,
        "below_age": element.below_age,
        "only_sex": element.only_sex.value if element.only_sex else None,
    }


def _pair(name: str, indonesian: str, english: str) -> dict[str, str]:
    return {f"{name}_id": indonesian, f"{name}_en": english}


def _json(lines: list[dict[str, object]], today: date) -> bytes:
    whole = {"written_on": today.isoformat(), "is_official": False, "elements": lines}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _csv(lines: list[dict[str, object]]) -> bytes:
    flat = [_flat(line) for line in lines]
    head = list(flat[0]) if flat else ["code"]
    return csv_of([head, *([line[name] for name in head] for line in flat)])


def _flat(line: Mapping[str, object]) -> dict[str, object]:
    card = line["card"]
    texts: dict[str, object] = {}
    for name in Card.__dataclass_fields__:
        words = card.get(name, ["", ""]) if isinstance(card, dict) else ["", ""]
        texts |= _pair(name, *words)
    plain = {key: _cell(value) for key, value in line.items() if key != "card"}
    return plain | texts


def _cell(value: object) -> object:
    if isinstance(value, list):
        return " ".join(map(str, value))
    if isinstance(value, bool):
        return "1" if value else "0"
    return "" if value is None else value
