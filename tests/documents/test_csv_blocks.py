"""Blocks hold exactly the cells that are read one by one, however a file is written."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from setara.formats import csv_blocks, csv_table

texts = st.text(st.sampled_from('ab ,;"\n\r\tñ–0123\x0b'), max_size=9)
quick = settings(max_examples=200, deadline=None)


@pytest.fixture(scope="module", autouse=True)
def _small_pieces():
    """Every file counts as large, and is cut every few bytes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(csv_table, "_MOST_HELD", 0)
        patch.setattr(csv_blocks, "_PIECE", 200)
        patch.setattr(csv_blocks, "_BLOCK", 3)
        yield


def rows_of(content: bytes):
    table = csv_table.csv_table(content)
    return list(table), table.faults, table.cut_off


def blocks_of(content: bytes):
    """The same out of blocks, by columns compared with rows."""
    table = csv_table.csv_table(content)
    rows, number = [], 1
    for block in csv_blocks.CsvBlocks(table):
        assert block.first == number
        held = [block.row(n) for n in range(block.count)]
        for place in range(max(map(len, held)) + 1):
            column = block.column(place)
            cells = [row[place] if place < len(row) else None for row in held]
            assert [column.cells[code] for code in column.codes.tolist()] == cells
            assert len(set(column.cells)) == len(column.cells)
            values, others = block.wholes(place)
            for n in set(range(block.count)) - set(others.tolist()):
                assert cells[n].isascii()
                assert cells[n].isdecimal()
                assert values[n] == int(cells[n])
        rows += held
        number += block.count
    return rows, table.faults, table.cut_off


@quick
@given(
    rows=st.lists(st.lists(texts, min_size=1, max_size=5), min_size=1, max_size=40),
    mark=st.sampled_from(",;\t|"),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    ending=st.sampled_from(["\n", "\r\n"]),
)
def test_what_was_written_well_is_read_the_same(rows, mark, quoting, ending):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=mark, quoting=quoting, lineterminator=ending).writerows(rows)
    content = text.getvalue().encode("utf-8-sig")

    assert blocks_of(content) == rows_of(content)


@quick
@given(
    width=st.integers(2, 6),
    cells=st.lists(st.text("abcñ 12", max_size=30), min_size=2, max_size=120),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "cp1252"]),
)
def test_rows_of_one_width_are_read_the_same(width, cells, encoding):
    rows = [cells[n : n + width] for n in range(0, len(cells), width)]
    rows[-1] += [""] * (width - len(rows[-1]))
    content = "".join(";".join(row) + "\r\n" for row in rows).encode(encoding)

    assert blocks_of(content) == rows_of(content)


@quick
@given(content=st.text(st.sampled_from('ab,"\n\r0;ñ'), max_size=400).map(str.encode))
def test_any_text_at_all_is_read_the_same(content):
    assert blocks_of(content) == rows_of(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"a,b\n\n\nc,d\n",
        b'a,b\n"c,d,e"\nf,g\n',
        b'"a,b",c\nd,e\n',
        b'a,b\n"c,d,e","",""\n"f,g,h",,\n',
        b"a,b\nc,d\ne",
        b'a,b\nc,"d\ne',
        b"a,b\rc\n1,2\n",
        b'a"b,c\n"d""e",f\n',
        b"a,b\n" + b"1,2\n" * 90 + b'3,"4\n5"\n' + b"6,7\n" * 90,
        "a,b\n1,2\n".encode("utf-16"),
        b"sep=;\na;b\n1;2\n",
        b'x,y\n"ab" ,c\n',
    ],
)
def test_odd_files_are_read_the_same(content):
    assert blocks_of(content) == rows_of(content)


def test_progress_ends_at_the_whole():
    told: list[float] = []
    table = csv_table.csv_table(b"a,b\n" * 500)

    assert sum(block.count for block in csv_blocks.CsvBlocks(table, told.append)) == 500
    assert told == sorted(told)
    assert told[-1] == 1
    assert len(told) > 3
