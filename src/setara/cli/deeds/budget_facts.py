"""What was read of a budget file, as plain facts for programs."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain, repeat
from typing import Any

from setara.domain.budget.reading.cells import letter
from setara.domain.budget.reading.findings import ReadingFinding, Repair
from setara.domain.budget.reading.line import AgencyRef, Amount, Line
from setara.domain.budget.reading.reading import BudgetReading, LevelTotal
from setara.domain.budget.severity import Severity
from setara.usecases.budget.reading import ReadFile

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}


def facts_of(read: ReadFile, *, with_lines: bool) -> dict[str, Any]:
    """The whole reading; amounts in rupiah, with sen where the file has them."""
    reading = read.reading
    facts: dict[str, Any] = {
        "file": read.name,
        "readable": True,
        "format": reading.family.value,
        "format_label": reading.family.label,
        "kind": read.kind.value,
        "sheet": read.sheet,
        "sheets": list(read.sheets) or [read.sheet],
        "other_sheets": list(read.others),
        "encoding": read.encoding or None,
        "delimiter": DELIMITERS.get(read.delimiter, read.delimiter) or None,
        "heading_rows": list(reading.heading_rows),
        "columns": _columns(reading),
        "title": reading.title,
        "region": reading.region,
        "rows": len(reading.lines),
        "agency": _agency(reading.agency),
        "agencies": [_agency(each) for each in reading.agencies],
        "year": int(reading.year) if reading.year.isdecimal() else None,
        "years": list(reading.years),
        "amount": _number(reading.amount),
        "realised": _number(reading.realised),
        "totals": {each.level.value: _total(each) for each in reading.totals},
        "accounts": {code: _number(amount) for code, amount in reading.accounts.items()},
        "counts": {
            severity.value: sum(1 for each in reading.findings if each.severity is severity)
            for severity in Severity
        },
        "findings": [_finding(each) for each in reading.findings],
        "repairs": [_repair(each) for each in reading.repairs],
    }
    if with_lines:
        facts["lines"] = _lines(reading)
    return facts


def _columns(reading: BudgetReading) -> list[dict[str, Any]]:
    return [
        {
            "column": letter(each.place),
            "heading": each.heading,
            "role": each.role.value if each.role else None,
            "style": reading.styles[letter(each.place)].value
            if letter(each.place) in reading.styles
            else None,
        }
        for each in reading.columns
    ]


def _agency(agency: AgencyRef) -> dict[str, str]:
    return {"code": agency.code, "name": agency.name}


def _total(total: LevelTotal) -> dict[str, Any]:
    return {
        "count": total.count,
        "amount": _number(total.amount),
        "realised": _number(total.realised),
    }


def _finding(finding: ReadingFinding) -> dict[str, Any]:
    return {
        "fault": finding.fault.value,
        "severity": finding.severity.value,
        "row": finding.row or None,
        "sheet": finding.sheet or None,
        "cell": finding.cell,
        "rows": list(finding.rows),
        "message": finding.message,
        "remedy": finding.remedy,
    }


def _repair(repair: Repair) -> dict[str, Any]:
    return {
        "repair": repair.mend.value,
        "label": repair.mend.label,
        "row": repair.row or None,
        "from": repair.was,
        "to": repair.now,
        "times": repair.times,
    }


def _lines(reading: BudgetReading) -> list[dict[str, Any]]:
    """The lines; with their sheet in a book of several, for its rows are those of the sheet."""
    sheets = (sheet for part in reading.parts for sheet in repeat(part.sheet, part.lines))
    return [
        _line(line) | ({"sheet": sheet} if sheet else {})
        for line, sheet in zip(reading.lines, chain(sheets, repeat("")), strict=False)
    ]


def _line(line: Line) -> dict[str, Any]:
    return {
        "row": line.row,
        "level": line.level.value,
        "code": line.code,
        "activity": line.activity,
        "account": line.account,
        "name": line.name,
        "amount": _number(line.amount),
        "before": _number(line.before),
        "realised": _number(line.realised),
        "months": [_number(each) for each in line.months],
        "fund": line.fund,
        "location": line.location,
        "year": line.year,
        "agency": _agency(line.agency),
        "part_of": line.parent or None,
    }


def _number(amount: Amount | None) -> int | float | None:
    """JSON has no decimals of its own; sixteen digits hold any budget to the sen."""
    return float(amount) if isinstance(amount, Decimal) else amount
