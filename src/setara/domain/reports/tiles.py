"""Where each place's tile stands: as laid out by hand, by its boundaries, or by its code."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

DATA = files("setara.domain.reports") / "data"
Tile = tuple[int, int]
"""Column and row, counted from the north-west."""


def tiles(codes: Sequence[str], centres: Mapping[str, tuple[float, float]]) -> dict[str, Tile]:
    """A tile of its own for every place.

    The layout made by hand counts where it knows every place; else places with known `centres`
    (longitude, latitude) are laid out by them where all have one; else row by row by code.
    """
    known = laid_out()
    if codes and set(codes) <= set(known):
        return {code: known[code] for code in codes}
    if codes and set(codes) <= set(centres):
        return _by_centre({code: centres[code] for code in codes})
    columns = _columns(len(codes))
    return {code: (at % columns, at // columns) for at, code in enumerate(sorted(codes))}


@cache
def laid_out() -> Mapping[str, Tile]:
    """Every tile of the shipped layouts, which share no place."""
    read = tomllib.loads((DATA / "tiles.toml").read_text("utf-8"))
    return {code: (at[0], at[1]) for layout in read.values() for code, at in layout.items()}


def _by_centre(centres: Mapping[str, tuple[float, float]]) -> dict[str, Tile]:
    """Rows of equal number from north to south, each laid from west to east.

    Neighbours stay near; distances do not.
    """
    columns = _columns(len(centres))
    by_north = sorted(centres, key=lambda code: (-centres[code][1], code))
    laid: dict[str, Tile] = {}
    for start in range(0, len(by_north), columns):
        line = sorted(by_north[start : start + columns], key=lambda code: (centres[code][0], code))
        laid |= {code: (at, start // columns) for at, code in enumerate(line)}
    return laid


def _columns(count: int) -> int:
    """About as many columns as rows."""
    columns = 1
    while columns * columns < count:
        columns += 1
    return columns
