"""The budget of W5: a million lines at home in the store, every sub kegiatan tagged."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.phase import BudgetPhase
from setara.domain.budget.tagging.checklist import Grade
from setara.domain.budget.tagging.tag import TagScope
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.place import PlaceKind
from setara.store.lake.budget_details import packed_columns
from setara.store.models import (
    AccountRecord,
    AgencyNameRecord,
    AgencyRecord,
    BudgetBookRecord,
    BudgetDetailRecord,
    BudgetLineRecord,
    BudgetTagRecord,
    BudgetVersionRecord,
    GovernmentRecord,
    MissionPlanRecord,
    MissionProgramRecord,
    MissionRecord,
    PlaceRecord,
    ReceivedFileRecord,
)
from setara.usecases.foundation.actors import actor
from workshop.bench.budget_ground import HEAD, SEED, YEAR, agencies, rows

AT = datetime(2025, 6, 16, 2, tzinfo=UTC)
MISSIONS = 4
_AT = {name: place for place, name in enumerate(HEAD)}


class Spot(NamedTuple):
    """Where a sub kegiatan of the budget stands, and its money."""

    agency: str
    code: str
    name: str
    amount: int


def lay_budget(count: int) -> None:
    """Keep a budget of `count` lines in the government that is there, all of it tagged."""
    government = GovernmentRecord.objects.get()
    columns, spots = _columns(count)
    version = BudgetVersionRecord.objects.create(
        government=government, year=YEAR, phase=BudgetPhase.DPA
    )
    file = ReceivedFileRecord.objects.create(
        government=government, name="anggaran.csv", sha256="0" * 64, content=b"-",
        received_at=AT, received_from="W5",
    )  # fmt: skip
    book = BudgetBookRecord.objects.create(
        version=version, file=file, family="sipd_items", imported_at=AT, imported_by="W5"
    )
    content = packed_columns(columns)
    BudgetDetailRecord.objects.create(
        book=book, sha256=sha256(content).hexdigest(), lines=count, has_accounts=True,
        content=content,
    )  # fmt: skip
    _keep_lines(version, book, spots, _agencies(government))
    _keep_missions(government, spots)


def reader_of() -> Actor:
    """Who reads the recapitulation."""
    return actor(account_id=AccountRecord.objects.get().pk, at=AT)


def places() -> list[str]:
    """Places as budgets write them: sub-districts, villages, the whole regency, several, none."""
    below = PlaceRecord.objects.filter(code__startswith="64.01.").order_by("code")
    districts = [each.name for each in below if each.kind == PlaceKind.SUBDISTRICT]
    villages = [f"Desa {each.name}" for each in below if each.kind == PlaceKind.VILLAGE]
    pairs = [f"Kec. {one}; Kec. {other}" for one, other in itertools.pairwise(districts)]
    return [*(f"Kec. {each}" for each in districts), *villages, *pairs, "Kabupaten Paser", ""]


def _columns(count: int) -> tuple[dict[str, np.ndarray[Any, Any]], list[Spot]]:
    made = list(rows(count))
    chance = np.random.default_rng(SEED)
    known = np.array(places(), dtype=object)

    def column(name: str) -> np.ndarray[Any, Any]:
        return np.array([row[_AT[name]] for row in made], dtype=object)

    amounts = np.array([row[_AT["pagu"]] for row in made], dtype=np.int64)
    nothing = {"sen": np.zeros(count, dtype=np.int64), "known": np.zeros(count, dtype=bool)}
    spots: dict[tuple[str, str], list[Any]] = {}
    for row, amount in zip(made, amounts.tolist(), strict=True):
        key = (str(row[_AT["kode_skpd"]]), str(row[_AT["kode_sub_kegiatan"]]))
        spots.setdefault(key, [str(row[_AT["nama_sub_kegiatan"]]), 0])[1] += amount
    columns = {
        "row": np.arange(2, count + 2),
        "agency": column("kode_skpd"),
        "activity": column("kode_sub_kegiatan"),
        "name": column("nama_sub_kegiatan"),
        "account": column("kode_rekening"),
        "account_name": column("nama_rekening"),
        "text": column("nama_standar_harga"),
        "fund": column("nama_sumber_dana"),
        "location": known[chance.integers(0, len(known), count)],
        "amount_sen": amounts * 100,
        "amount_known": np.ones(count, dtype=bool),
    }
    for money in ("before", "realised"):
        columns |= {f"{money}_{part}": array for part, array in nothing.items()}
    return columns, [Spot(*key, *told) for key, told in spots.items()]


def _agencies(government: GovernmentRecord) -> dict[str, int]:
    made = AgencyRecord.objects.bulk_create(
        AgencyRecord(government=government, code=code) for code, _ in agencies()
    )
    AgencyNameRecord.objects.bulk_create(
        AgencyNameRecord(agency=each, name=name, short_name=name, valid_from=AT.date())
        for each, (_, name) in zip(made, agencies(), strict=True)
    )
    return dict(AgencyRecord.objects.values_list("code", "pk"))


def _keep_lines(
    version: BudgetVersionRecord, book: BudgetBookRecord, spots: Sequence[Spot], ids: dict[str, int]
) -> None:
    BudgetLineRecord.objects.bulk_create(
        BudgetLineRecord(
            version=version, book=book, agency_id=ids[spot.agency], code=spot.code,
            name=spot.name, amount=spot.amount, row=row,
        )
        for row, spot in enumerate(spots, start=2)
    )  # fmt: skip
    ids_in_order = BudgetLineRecord.objects.order_by("row").values_list("pk", flat=True)
    categories, grades = list(AllocationCategory), [Grade.QUARTER, Grade.HALF, Grade.FULL]
    BudgetTagRecord.objects.bulk_create(
        BudgetTagRecord(
            line_id=pk, category=categories[at % 3], scope=TagScope.WEIGHTED, weight=Decimal(40),
            grade=grades[at % 3], reason="W5", set_by="W5", set_at=AT,
        )
        for at, pk in enumerate(ids_in_order)
    )  # fmt: skip


def _keep_missions(government: GovernmentRecord, spots: Sequence[Spot]) -> None:
    plan = MissionPlanRecord.objects.create(
        government=government, first_year=YEAR, last_year=YEAR, document="W5"
    )
    MissionRecord.objects.bulk_create(
        MissionRecord(plan=plan, number=number, text=f"Misi {number}")
        for number in range(1, MISSIONS + 1)
    )
    programs = sorted({spot.code.rsplit(".", 3)[0] for spot in spots})
    MissionProgramRecord.objects.bulk_create(
        MissionProgramRecord(plan=plan, code=code, number=at % MISSIONS + 1)
        for at, code in enumerate(programs)
        if at % 5
    )


def detail_file(home: Path) -> Path:
    """The one Parquet file of the budget, as the store has laid it out on disk."""
    return next((home / "lake" / "budget").glob("*.parquet"))
