"""The real budget files beside the project, read once."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from setara.usecases.budget.reading import ReadFile, read_file

FOLDER = Path(__file__).parents[5] / "shared/data/samples/budget"
beside = pytest.mark.skipif(not FOLDER.exists(), reason="the shared samples are not here")


@cache
def sample(name: str) -> ReadFile:
    """The sample whose name begins so."""
    (path,) = FOLDER.glob(f"{name}*.csv")
    return read_file(name=path.name, content=path.read_bytes())
