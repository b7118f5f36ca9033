"""What was understood of a file, as plain facts for programs."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from setara.domain.statistics.observation import Value
from setara.domain.statistics.understanding.columns import ColumnRead
from setara.domain.statistics.understanding.findings import SheetFinding
from setara.domain.statistics.understanding.gazetteer import Match
from setara.domain.statistics.understanding.rows import FIGURE_ROWS, ReadRow, RowKind
from setara.domain.statistics.understanding.understood import ReadFigure, UnderstoodSheet
from setara.usecases.statistics.understanding import CheckedFile


def facts_of(checked: CheckedFile) -> dict[str, Any]:
    """The whole file: kinds, sheets, rows, figures with their cells, findings."""
    understood = checked.understood
    return {
        "file": understood.file,
        "format": checked.kind.value,
        "understood": bool(understood.tables),
        "has_errors": understood.has_errors,
        "findings": [_finding(each) for each in understood.findings],
        "sheets": [_sheet(sheet) for sheet in understood.sheets],
    }


def _sheet(sheet: UnderstoodSheet) -> dict[str, Any]:
    structure = sheet.structure
    facts: dict[str, Any] = {
        "name": sheet.name,
        "understood": structure is not None,
        "not_understood": list(sheet.not_understood),
    }
    if structure is None:
        return facts
    figures = list(sheet.figures())
    return facts | {
        "title": structure.title,
        "title_rows": structure.title_rows,
        "header_rows": structure.header_rows,
        "first_row": structure.first_row,
        "layout": structure.layout.value,
        "has_sex": structure.layout.has_sex,
        "about": structure.about,
        "year": structure.year,
        "years": sheet.years,
        "columns": [_column(column) for column in structure.columns],
        "row_counts": {kind.value: sheet.row_counts.get(kind, 0) for kind in RowKind},
        "rows": [_row(row, sheet.places.get(row.number)) for row in sheet.rows],
        "figure_count": len(figures),
        "nothing": {
            "empty" if kind is None else kind.value: count for kind, count in sheet.nothings.items()
        },
        "places": _places(sheet),
        "figures": [_figure(each) for each in figures],
        "findings": [_finding(each) for each in sheet.findings],
    }


def _column(column: ColumnRead) -> dict[str, Any]:
    return {
        "column": column.letter,
        "role": column.role.value,
        "sex": column.role.sex,
        "year": column.year,
        "about": column.about,
        "headings": column.headings,
        "adds_up": column.adds_up,
        "because": column.because,
    }


def _row(row: ReadRow, match: Match | None) -> dict[str, Any]:
    facts: dict[str, Any] = {"row": row.number, "kind": row.kind.value, "label": row.label}
    if row.kind in FIGURE_ROWS:
        facts |= {"code": row.code, "depth": row.depth, "part_of": row.parent}
    if match is not None:
        facts["place"] = match.place.code if match.place else None
    return facts


def _figure(figure: ReadFigure) -> dict[str, Any]:
    return {
        "cell": figure.cell,
        "label": figure.row.label,
        "sex": figure.role.sex or ("L+P" if figure.role.value == "total" else None),
        "year": figure.year,
        "value": _value(figure.value),
    }


def _value(value: Value | None) -> str | None:
    return str(value) if isinstance(value, Decimal) else value


def _places(sheet: UnderstoodSheet) -> dict[str, Any]:
    matched: Mapping[int, Match] = sheet.places
    return {
        "matched": sum(match.place is not None for match in matched.values()),
        "unmatched": [
            {
                "row": number,
                "said": match.said,
                "how": match.how.value,
                "suggestions": [f"{p.code} {p.name}" for p in match.suggestions],
            }
            for number, match in sorted(matched.items())
            if match.place is None
        ],
    }


def _finding(finding: SheetFinding) -> dict[str, Any]:
    return {
        "fault": finding.fault.value,
        "severity": finding.severity.value,
        "cell": finding.cell,
        "row": finding.row,
        "column": finding.column,
        "message": finding.message,
        "remedy": finding.remedy,
    }
