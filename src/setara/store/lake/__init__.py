"""Columns: the formulas of the ground floor over millions of rows. Needs numpy and narwhals only.

from setara.store.lake import with_index

frame = with_index(frame, "ipg")        # pandas, polars, pyarrow, DuckDB, …
"""

from setara.store.lake.frames import MissingColumn, with_index

__all__ = ["MissingColumn", "with_index"]
