"""What a submission consists of, column by column, and what of it each driver judges."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from setara.domain.budget.allocation import Allocation
from setara.domain.budget.pathway import Pathway
from setara.domain.budget.phase import Stage
from setara.domain.budget.wording import columns_reviewed
from setara.domain.foundation.seat import SeatKind
from setara.domain.language.text import Language, Text, same

COLUMNS = (
    "activity",
    "data",
    "factors",
    "internal_causes",
    "external_causes",
    "reformulated_objective",
    "actions",
    "baseline",
    "indicators",
)
"""The nine columns of the GAP by their codes, in the order of the form."""
MONEY = ("line", "amount", "category")
"""What the GBS adds to them."""
PARTS = COLUMNS + MONEY
PART_LABELS = {
    "activity": Text("Kolom 1 (sub kegiatan dan tujuan)", "Column 1 (sub-activity, objective)"),
    "data": Text("Kolom 2 (data pembuka wawasan)", "Column 2 (eye-opening data)"),
    "factors": Text("Kolom 3 (faktor kesenjangan)", "Column 3 (factors of the disparity)"),
    "internal_causes": Text("Kolom 4 (sebab internal)", "Column 4 (internal causes)"),
    "external_causes": Text("Kolom 5 (sebab eksternal)", "Column 5 (external causes)"),
    "reformulated_objective": Text(
        "Kolom 6 (reformulasi tujuan)", "Column 6 (reformulated objective)"
    ),
    "actions": Text("Kolom 7 (rencana aksi)", "Column 7 (plan of action)"),
    "baseline": Text("Kolom 8 (data dasar)", "Column 8 (baseline)"),
    "indicators": Text("Kolom 9 (indikator gender)", "Column 9 (gender indicators)"),
    "line": Text("Baris anggaran", "Budget line"),
    "amount": Text("Jumlah anggaran", "Amount of money"),
    "category": Text("Kategori ARG", "ARG category"),
}

Content = Mapping[str, tuple[Text, ...]]
"""What stands in each part of a submission, in words."""


@dataclass(frozen=True, slots=True)
class LineFacts:
    """The budget line a statement is tied to."""

    code: str
    name: str
    stage: Stage
    year: int


def content_of(pathway: Pathway, allocation: Allocation, line: LineFacts) -> Content:
    """Everything a reviewer reads, under the codes of PARTS."""
    named = Text("{stage} {year}: {code} {name}", "{stage} {year}: {code} {name}").filled(
        stage=line.stage.name, year=str(line.year), code=line.code, name=line.name
    )
    return columns_reviewed(pathway) | {
        "line": (named,),
        "amount": (Text("{amount}", "{amount}").filled(amount=allocation.amount),),
        "category": (same(allocation.category.value), allocation.category.label),
    }


def marks_of(pathway: Pathway, allocation: Allocation, line: LineFacts) -> dict[SeatKind, str]:
    """A hash of what each deciding driver judges; equal hashes mean nothing of it changed.

    Substance is columns 1 to 9; the plan is code, objective, target, indicators and year; the
    budget is money, category and line. Columns are hashed as they are kept, not only in the words
    that say them.
    """
    words = {code: _said(parts) for code, parts in content_of(pathway, allocation, line).items()}
    money = [action.amount.amount for action in pathway.actions if action.amount is not None]
    judged: dict[SeatKind, object] = {
        SeatKind.DRIVER_SUBSTANCE: [[words[code] for code in COLUMNS], _rows(pathway)],
        SeatKind.DRIVER_PLANNING: [
            pathway.activity_code,
            pathway.objective,
            words["reformulated_objective"],
            words["indicators"],
            _rows(pathway)["indicators"],
            pathway.activity_target,
            pathway.year,
        ],
        SeatKind.DRIVER_FINANCE: [[words[code] for code in MONEY], money],
    }
    return {driver: _hash(what) for driver, what in judged.items()}


def _rows(pathway: Pathway) -> dict[str, Any]:
    """Columns 2 to 9 as values; what is not filled in is left out, so a new field changes none."""
    rows: dict[str, tuple[Any, ...]] = {
        "data": pathway.data,
        "factors": pathway.factors,
        "causes": pathway.causes,
        "actions": pathway.actions,
        "baselines": pathway.baselines,
        "indicators": pathway.indicators,
    }
    return {name: [asdict(row, dict_factory=_filled) for row in of] for name, of in rows.items()}


def _filled(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    return {name: value for name, value in fields if value is not None and value not in ("", ())}


def _said(parts: tuple[Text, ...]) -> list[str]:
    return [part.say(Language.INDONESIAN) for part in parts]


def _hash(what: object) -> str:
    return hashlib.sha256(json.dumps(what, ensure_ascii=False, default=str).encode()).hexdigest()
