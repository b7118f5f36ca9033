"""Amounts finer than a sen, and units added up, come to one sum wherever they are looked at."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from setara.domain.budget.agency_match import AgencyMatch
from setara.formats import csv_blocks, csv_table
from setara.formats.line_columns import LineColumns
from setara.store.lake.budget_details import details_in
from setara.store.models import AgencyRecord, BudgetLineRecord
from setara.usecases.budget.details import packed_lines
from setara.usecases.budget.reading import read_file
from tests.usecases.budget.books import HEALTH, book, take_in
from tests.world import World

HEAD = "kode_skpd;nama_skpd;kode_sub_kegiatan;nama_sub_kegiatan;kode_rekening;pagu\n"
FINE = "1.02;Dinas Kesehatan;1.02.02.2.02.0009;Gizi;5.1.02.01.01.{n:04};1000,{part}\n"


@pytest.mark.parametrize("by_column", [True, False])
def test_lines_finer_than_a_sen_add_up_to_their_sub_kegiatan(
    by_column: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    if by_column:
        monkeypatch.setattr(csv_table, "_MOST_HELD", 0)
        monkeypatch.setattr(csv_blocks, "_PIECE", 300)
    rows = "".join(FINE.format(n=n, part="0090" if n % 2 else "0050") for n in range(1, 1001))
    reading = read_file(name="a.csv", content=(HEAD + rows).encode()).reading
    assert isinstance(reading.lines, LineColumns) is by_column
    match = AgencyMatch({ref: f"ours-{ref.code}" for ref in reading.agencies}, ())
    file = tmp_path / "a.parquet"
    file.write_bytes(packed_lines(reading, match).content)

    (activity,) = reading.activities

    assert sum(each.amount or 0 for each in details_in(file)) == activity.amount
    assert activity.amount == Decimal("1000010.00")


def test_units_of_an_agency_are_added_before_they_are_rounded(world: World):
    unit = ["1.02.0.00.0.00.01.0001", "PUSKESMAS"]
    content = book([*HEALTH, "100,40", "1,40"], [*unit, *HEALTH[2:], "100,40", "1,40"])
    version = take_in(
        world.planner,
        content,
        agency_id=AgencyRecord.objects.get(code=HEALTH[0]).pk,
        accepts_warnings=True,
    )

    line = BudgetLineRecord.objects.get(version=version, code=HEALTH[2])

    assert (line.amount, line.realised) == (201, 3)
