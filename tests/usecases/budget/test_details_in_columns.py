"""Lines held as columns pack into the very details that lines held one by one do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from setara.domain.budget.agency_match import AgencyMatch
from setara.domain.budget.reading.reading import BudgetReading
from setara.formats import csv_blocks, csv_table
from setara.formats.line_columns import LineColumns
from setara.store.lake.budget_details import details_in
from setara.usecases.budget.details import packed_lines
from setara.usecases.budget.reading import read_file

HEAD = "kode_skpd;nama_skpd;kode_sub_kegiatan;nama_sub_kegiatan;kode_rekening;pagu;realisasi;lokasi"
ROWS = (
    "1.02;Dinas Kesehatan;1.02.02.2.02.0009;Gizi;5.1.02.01;250000;100;Kuaro",
    "1.02;Dinas Kesehatan;1.02.02.2.02.0009;Gizi;5.2.02.01;1.234,56;-;",
    "2.08;DP3A;2.08.02.2.01.0001;PUG;5.1.02.01;7;7;Long Ikis",
    "2.08;DP3A;2.08.02.2.01.0001;PUG;5.1.02.02;0;;",
    "2.08;DP3A;2.08.02.2.01.0002;PUHA;;9;1;",
    "2.08;DP3A;5.1.02.03;Belanja;;5;;",
)


@pytest.fixture(autouse=True)
def _as_columns() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_table, "_MOST_HELD", 0)
        patch.setattr(csv_blocks, "_PIECE", 300)
        yield


@pytest.mark.parametrize("rows", [ROWS, ROWS[:4], ROWS[4:], ROWS[:1], ()])
def test_they_are_the_same(rows: tuple[str, ...], tmp_path: Path) -> None:
    book = reading_of(rows)
    match = AgencyMatch({ref: f"ours-{ref.code}" for ref in book.agencies}, ())
    assert isinstance(book.lines, LineColumns)

    by_columns = packed_lines(book, match)
    by_lines = packed_lines(replace(book, lines=tuple(book.lines)), match)

    assert by_columns.lines == by_lines.lines
    assert by_columns.has_accounts == by_lines.has_accounts
    kept = []
    for number, each in enumerate((by_columns, by_lines)):
        file = tmp_path / f"{number}.parquet"
        file.write_bytes(each.content)
        kept.append(details_in(file))
    assert kept[0] == kept[1]
    assert len(kept[0]) == by_columns.lines


def reading_of(rows: tuple[str, ...]) -> BudgetReading:
    content = "\n".join((HEAD, *rows, "")).encode()
    return read_file(name="a.csv", content=content).reading
