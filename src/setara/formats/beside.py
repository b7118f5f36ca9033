"""A file that is there whole or not at all: written beside its place and then put there."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FOR_ALL = 0o666


@contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """A path in the same folder to write to; it takes the place of `path` when all went well.

    Whatever goes wrong, what stood at `path` before still stands there. Raises OSError where
    the folder cannot be written to.
    """
    handle, name = tempfile.mkstemp(
        prefix=f".{path.name}.", suffix=f".part{path.suffix}", dir=path.parent
    )
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        _open_to_others(beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _open_to_others(path: Path) -> None:
    """Give it the rights a new file has; a temporary one is only for its owner."""
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(_FOR_ALL & ~mask)
