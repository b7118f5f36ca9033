"""How deep each row of a table stands: a province above its regencies, these above their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from setara.domain.statistics.understanding import wording
from setara.domain.statistics.understanding.columns import Role
from setara.domain.statistics.understanding.rows import ReadRow, RowKind
from setara.domain.statistics.understanding.structure import Structure

_HIGHER = (
    (re.compile(r"(prov|provinsi|propinsi|province)\b"), 0),
    (re.compile(r"(kab|kabupaten|kota|regency|municipality)\b"), 1),
    (re.compile(r"(kec|kecamatan|district|sub ?district|subdistrict)\b"), 2),
    (re.compile(r"(kel|kelurahan|desa|ds|village)\b"), 3),
)


def leveled(rows: Sequence[ReadRow], structure: Structure) -> tuple[ReadRow, ...]:
    """The depth of each row from 0, told by its column, else by its code, else by its words."""
    data = [row for row in rows if row.kind is RowKind.DATA]
    if not data or structure.of(Role.SEX, Role.YEAR):
        return _flat(rows)
    depths: dict[int, int] = {}
    named = level_named(structure)
    for told in (_by_column, _by_code, lambda rows: _by_words(rows, named)):
        depths = told(data)
        if len(set(depths.values())) > 1:
            break
    if len(set(depths.values())) <= 1:
        return _flat(rows)
    order = {depth: index for index, depth in enumerate(sorted(set(depths.values())))}
    return tuple(replace(row, depth=order.get(depths.get(row.number, -1), 0)) for row in rows)


def _flat(rows: Sequence[ReadRow]) -> tuple[ReadRow, ...]:
    return tuple(replace(row, depth=0) if row.depth else row for row in rows)


def _by_column(rows: list[ReadRow]) -> dict[int, int]:
    # Names in several columns of one row are no levels: `Kuaro | Desa Pondong | …`.
    if any(row.own_names > 1 for row in rows):
        return {}
    return {row.number: row.depth for row in rows}


def _by_code(rows: list[ReadRow]) -> dict[int, int]:
    """`64.01.04` is above `64.01.04.2001`, and `6401040` above `6401040001`."""
    if not all(row.code for row in rows):
        return {}
    return {
        row.number: (row.code.count("."), len(row.code))[0 if "." in row.code else 1]
        for row in rows
    }


def _by_words(rows: list[ReadRow], named: int | None) -> dict[int, int]:
    """`Kecamatan Kuaro` stands above many names without such a word, `Jawa Timur` above all.

    Where the heading names one level, the names without a word are of that level.
    """
    levels = {row.number: _level(row.label) for row in rows}
    said = {level for level in levels.values() if level is not None}
    bare = sum(level is None for level in levels.values())
    if not said:
        return {}
    if bare == 1 and len(rows) > _FEW:
        instead = min(said) - 1
    elif named is not None:
        instead = named
    elif bare * 2 < len(rows):
        return {}
    else:
        instead = max(said) + 1
    return {number: instead if level is None else level for number, level in levels.items()}


_FEW = 3


def level_named(structure: Structure) -> int | None:
    """The level of places that the heading names, 0 for a province to 3 for a village."""
    headings = [said for column in structure.of(Role.PLACE) for said in column.headings]
    words = {word for said in headings for word in wording.folded(said).split()}
    found = {level for pattern, level in _HIGHER if any(map(pattern.match, words))}
    return found.pop() if len(found) == 1 else None


def _level(label: str) -> int | None:
    said = wording.folded(label)
    return next((level for pattern, level in _HIGHER if pattern.match(said)), None)
