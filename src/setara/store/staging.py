"""Figures in bulk: laid out in a table of the moment, judged by the database as a whole, then kept.

A hundred thousand rows go in and are compared without passing through objects: the memory needed
does not grow with the file, and nothing is kept before all of it was judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, connection, transaction

from setara.domain.statistics.long_table import LongRow

LAID_OUT = """
CREATE TEMP TABLE staged_figures (
    line integer, element_id integer, place_id integer, valid_from date, valid_to date,
    breakdown varchar(200), sex varchar(1), value numeric(24, 6), decimals integer,
    kind varchar(20), total numeric(24, 6)
)"""
TWICE = """
SELECT max(line), min(line) FROM staged_figures
GROUP BY element_id, place_id, valid_from, valid_to, breakdown, sex
HAVING count(*) > 1 ORDER BY 1 LIMIT %s"""
ALREADY_KEPT = """
SELECT s.line FROM staged_figures s JOIN store_observationrecord o
ON o.element_id = s.element_id AND o.place_id = s.place_id AND o.valid_from = s.valid_from
AND o.valid_to = s.valid_to AND o.breakdown = s.breakdown AND o.sex = s.sex
ORDER BY 1 LIMIT %s"""
UNEQUAL_TOTALS = """
SELECT max(line), sum(value), max(total) FROM staged_figures
GROUP BY element_id, place_id, valid_from, valid_to, breakdown
HAVING count(total) > 0 AND count(value) = 2
AND (sum(value) <> max(total) OR min(total) <> max(total))
ORDER BY 1 LIMIT %s"""
ABOVE_BASE = """
SELECT s.line, s.value, p.value FROM staged_figures s
JOIN staged_bases b ON b.element_id = s.element_id
JOIN staged_figures p ON p.element_id = b.base_id AND p.place_id = s.place_id
AND p.valid_from = s.valid_from AND p.valid_to = s.valid_to
AND p.breakdown = s.breakdown AND p.sex = s.sex
WHERE s.value > p.value
UNION
SELECT s.line, s.value, o.value FROM staged_figures s
JOIN staged_bases b ON b.element_id = s.element_id
JOIN store_observationrecord o ON o.element_id = b.base_id AND o.place_id = s.place_id
AND o.valid_from = s.valid_from AND o.valid_to = s.valid_to
AND o.breakdown = s.breakdown AND o.sex = s.sex
WHERE s.value > o.value
ORDER BY 1 LIMIT %s"""
KEPT = """
INSERT INTO store_observationrecord (
    element_id, place_id, valid_from, valid_to, breakdown, sex, value, decimal_places, "nothing",
    source_id, cell, version, recorded_at, recorded_by, reason
)
SELECT element_id, place_id, valid_from, valid_to, breakdown, sex, value, decimals, kind,
    %s, CAST(%s AS varchar(40)) || line, 1, %s, %s, ''
FROM staged_figures ORDER BY element_id, place_id, valid_from, valid_to, breakdown, sex"""
ORDERED = """
CREATE UNIQUE INDEX staged_cells ON staged_figures
(element_id, place_id, valid_from, valid_to, breakdown, sex)"""
LINES_IN = "INSERT INTO staged_figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
COPIED_IN = "COPY staged_figures FROM STDIN"
_MOST_REPORTED = 1000


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A row of the file and the two figures in it that do not go together."""

    line: int
    figure: Decimal
    other: Decimal


class Staging:
    """The rows of one file; made by `staged_figures`, gone when that ends."""

    def add(self, rows: Iterable[LongRow]) -> None:
        """Lay out some rows. Cost: about a second for 500,000."""
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(COPIED_IN) as copy:
                    for row in rows:
                        copy.write_row(row)
            else:
                # Below Django's cursor, which would look at the parameters of each row.
                cursor.cursor.connection.executemany(LINES_IN, rows)

    def ordered(self) -> list[tuple[int, int]]:
        """All rows are laid out: order them; rows that fill a cell which another, second, fills.

        The index that the comparisons need is unique, so it finds out for nothing whether there
        are any.
        """
        try:
            with transaction.atomic():
                _do(ORDERED)
        except IntegrityError:
            return [(int(line), int(first)) for line, first in _ask(TWICE)]
        return []

    def already_kept(self) -> list[int]:
        """Rows that fill a cell for which a figure is kept."""
        return [int(line) for (line,) in _ask(ALREADY_KEPT)]

    def unequal_totals(self) -> list[Mismatch]:
        """Pairs whose stated total is not women and men together: their sum, and the total."""
        return _mismatches(UNEQUAL_TOTALS)

    def above_base(self, bases: Mapping[int, int]) -> list[Mismatch]:
        """Figures above that of their base element for the same cell, in this file or kept.

        `bases` gives the id of the base by that of the element.
        """
        _do("CREATE TEMP TABLE staged_bases (element_id integer, base_id integer)")
        with connection.cursor() as cursor:
            cursor.executemany("INSERT INTO staged_bases VALUES (%s, %s)", list(bases.items()))
        found = _mismatches(ABOVE_BASE)
        _do("DROP TABLE staged_bases")
        return found

    def keep(self, *, source_id: int, at: datetime, by: str, cell_before: str) -> int:
        """Keep every row with its source and cell (`cell_before` and the row); how many."""
        instant = connection.ops.adapt_datetimefield_value(at)
        with connection.cursor() as cursor:
            cursor.execute(KEPT, [source_id, cell_before[:40], instant, by[:200]])
            return int(cursor.rowcount)


@contextmanager
def staged_figures() -> Iterator[Staging]:
    """A place to lay out the figures of one file, inside the running transaction."""
    _do("DROP TABLE IF EXISTS staged_figures")
    _do(LAID_OUT)
    yield Staging()
    _do("DROP TABLE staged_figures")


def _mismatches(query: str) -> list[Mismatch]:
    return [
        Mismatch(int(line), Decimal(str(figure)), Decimal(str(other)))
        for line, figure, other in _ask(query)
    ]


def _ask(query: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, [_MOST_REPORTED])
        return list(cursor.fetchall())


def _do(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
