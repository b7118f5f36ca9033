"""The lake works for analysts who have neither Django nor a data frame library."""

import subprocess
import sys

ASKED = """
import sys
for absent in ("django", "pandas", "polars", "pyarrow", "duckdb"):
    sys.modules[absent] = None
import setara.store.lake
from setara.store.lake.computing import columns_of
"""


def test_the_lake_is_imported_without_django():
    done = subprocess.run(
        [sys.executable, "-c", ASKED], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
