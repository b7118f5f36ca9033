"""The table of indices in the practice year is what BPS published, and is read whole."""

import csv
from importlib.resources import files

from setara.cli.demo.filling import INDEX_TABLE
from setara.domain.indices.bps.measures import Vintage
from setara.usecases.indices.importing_queries import read_or_refuse

CONTENT = (files("setara.cli.demo") / "data" / INDEX_TABLE).read_bytes()


def test_every_cell_of_the_table_is_read():
    rows = list(csv.DictReader(CONTENT.decode().splitlines()))
    cells = sum(bool(value) for row in rows for value in list(row.values())[2:])

    read = read_or_refuse(INDEX_TABLE, CONTENT, Vintage.OLD)

    assert len(read.figures) == cells


def test_known_figures_stand_where_they_belong():
    found = {
        (row["wilayah"], row["tahun"]): (row["ipg"], row["idg"])
        for row in csv.DictReader(CONTENT.decode().splitlines())
    }

    # BPS, as the tables of indices print them.
    assert found["KALIMANTAN TIMUR", "2021"] == ("85.95", "66.64")
    assert found["INDONESIA", "2019"] == ("91.07", "75.24")
    assert found["Paser", "2021"] == ("", "65.67")
