"""Where one table ends and the next begins, when a sheet holds several below each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from setara.domain.indices.bps.measures import family_in, sex_in
from setara.domain.indices.bps.regions import Regions
from setara.domain.statistics.understanding import wording
from setara.domain.statistics.understanding.cells import Kind, kind_of
from setara.domain.statistics.understanding.header import Rows, is_counting_row

_FIGURES = frozenset({Kind.NUMBER, Kind.NOTHING})


def tables_of(rows: Rows, known: Regions) -> Iterator[Rows]:
    """Each table of a sheet; the rows before it are empty, so that row numbers stay true.

    Headings below figures begin the next table, with the titles right above them; the same
    headings again are those of a new page. Cost: linear in the cells.
    """
    start, below_figures, seen = 0, 0, list[Sequence[object]]()
    for index, cells in enumerate(rows):
        filled = [cell for cell in cells if cell not in {None, ""}]
        if _is_heading(filled, known):
            if below_figures > start and cells not in seen:
                yield _from(rows, start, below_figures)
                start, seen = below_figures, []
            seen.append(cells)
        elif _holds_figures(filled):
            below_figures = index + 1
    yield _from(rows, start, len(rows))


def _from(rows: Rows, start: int, end: int) -> Rows:
    return [*([()] * start), *rows[start:end]]


def _holds_figures(filled: Sequence[object]) -> bool:
    return not is_counting_row(filled) and any(kind_of(cell) in _FIGURES for cell in filled)


def _is_heading(filled: Sequence[object], known: Regions) -> bool:
    """Whether years, sexes or indicators stand there, and no region whose figures they could be."""
    if not filled or any(kind_of(cell) in _FIGURES for cell in filled):
        return False
    told = [
        cell
        for cell in filled
        if wording.is_year(cell) or sex_in(cell) is not None or family_in(str(cell))
    ]
    # The title is one cell, the first column of headings is the region's.
    if len(filled) < 2 or len(told) < len(filled) - 2 or not told:  # noqa: PLR2004 -- as said
        return False
    texts = [cell for cell in filled if isinstance(cell, str) and not wording.is_year(cell)]
    return all(known.found(cell, seeks=False).region is None for cell in texts)
