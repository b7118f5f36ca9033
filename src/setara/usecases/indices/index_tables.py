"""A file of BPS tables read as it is, without any table of ours."""

from __future__ import annotations

from setara.domain.indices.bps.measures import Vintage
from setara.domain.indices.bps.reading import IndexTables, read_tables
from setara.domain.language.text import Text
from setara.formats.tables import Unreadable, read_grids

MOST_ROWS = 50_000
"""As many as are read while somebody waits: all regions of the country over ninety years."""

TOO_LONG = Text(
    "“{name}” memuat {count} baris; yang dibaca paling banyak {most}. Pecah tabelnya.",
    "“{name}” has {count} rows; at most {most} are read. Split the table.",
)


def index_tables(*, name: str, content: bytes, vintage: Vintage | None = None) -> IndexTables:
    """What a file says of gender indices and their components.

    `vintage` is the series of figures whose table does not name it. Raises Unreadable.
    Cost: reading the file, which is bounded in time and memory, then linear in its cells.
    """
    grids = read_grids(name, content)
    count = sum(len(grid.rows) for grid in grids)
    if count > MOST_ROWS:
        raise Unreadable(TOO_LONG, name=name, count=count, most=MOST_ROWS)
    return read_tables([(grid.sheet, grid.rows) for grid in grids], vintage=vintage)
