"""Zip archives without the hour they were packed at, so that the same words give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

# The earliest date a zip entry can carry.
NO_TIME = (1980, 1, 1, 0, 0, 0)


def without_clock(content: bytes) -> bytes:
    """The same archive, its entries in the same order, none of them dated."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for entry in source.infolist():
            undated = zipfile.ZipInfo(entry.filename, NO_TIME)
            target.writestr(undated, source.read(entry), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of named files, none of them dated. Raises ValueError for a name given twice."""
    written = io.BytesIO()
    names = set[str]()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in files:
            if name in names:
                message = f"two files of one name: {name}"
                raise ValueError(message)
            names.add(name)
            target.writestr(zipfile.ZipInfo(name, NO_TIME), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()
