"""A form as XLSX: locked but for its input, checked while it is filled in, nothing typed runs."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter

from setara.domain.language.text import Language
from setara.domain.statistics.form import Bounds, Form, FormCell, FormSheet, Formula, Role
from setara.domain.statistics.form_seal import SEAL_SHEET
from setara.domain.statistics.form_words import (
    COMPLETE,
    DIFFERS,
    EMPTY,
    MATCHES,
    NO_NUMBER,
    TWO_ANSWERS,
)
from setara.formats.form_looks import BAD, GOOD, WAITING, WRAPPED, Looks
from setara.formats.printable import printable

_MADE_AT = datetime(2000, 1, 1, tzinfo=UTC)
_MOST_TEXT, _MOST_REMARK = 32_767, 1_000
# A spreadsheet keeps 15 digits of a number; longer ones are written as words.
_EXACT_DIGITS = 15
_MOST_SAID = 255
_MOST_LINES, _PADDING = 20, 1
_TONES = {"wrong": "#A3180D", "": "#0F5F57"}
_FREEDOMS = {"format_columns": True, "format_rows": True, "select_locked_cells": True}
_CONDITIONS = (
    (GOOD, (COMPLETE, MATCHES)),
    (WAITING, (EMPTY,)),
    (BAD, (DIFFERS, TWO_ANSWERS, NO_NUMBER)),
)


def form_book(form: Form) -> bytes:
    """The workbook; the same form gives the same bytes.

    Sheets are protected without a password, so that no slip of the hand moves a row. Every text
    is written as text. Cost: about 3 s for 10,000 figures.
    """
    written = io.BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": printable(form.title), "created": _MADE_AT})
    book.set_calc_mode("auto")
    looks = Looks(book)
    for sheet in form.sheets:
        page = book.add_worksheet(sheet.name)
        _set_up(page, sheet, form.title)
        _write_cells(page, sheet, looks)
        page.protect("", _FREEDOMS)
        if sheet.name == form.starts_on:
            page.activate()
            page.set_first_sheet()
    _seal(book, form.seal)
    book.close()
    return written.getvalue()


def _set_up(page: Any, sheet: FormSheet, title: str) -> None:
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width or None, None, {"hidden": True} if not width else {})
    if sheet.frozen_row:
        page.freeze_panes(sheet.frozen_row, sheet.frozen_column)
    if sheet.head_rows:
        page.repeat_rows(*sheet.head_rows)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    # A long table goes over pages with its head; a sheet without one is meant to be one page.
    page.fit_to_pages(1, 0 if sheet.head_rows else 1)
    page.hide_gridlines(2)
    page.set_tab_color(_TONES[sheet.tone])
    page.set_footer(f"&L{_in_footer(title)}&C&A&R&P / &N")
    page.set_comments_author("Setara")


def _in_footer(title: str) -> str:
    """An ampersand begins a code there, and 255 characters are all there is."""
    return printable(title)[:120].replace("&", "&&")


def _write_cells(page: Any, sheet: FormSheet, looks: Looks) -> None:
    for cell in sheet.cells:
        look = looks.of(cell)
        if cell.wide > 1:
            last = cell.column + cell.wide - 1
            page.merge_range(cell.row, cell.column, cell.row, last, "", look)
        _write(page, cell, look)
        if cell.remark:
            options = {"author": printable(cell.remarked_by), "x_scale": 2, "y_scale": 1.2}
            page.write_comment(cell.row, cell.column, _text(cell.remark, _MOST_REMARK), options)
    _check_typing(page, sheet.open_cells)
    _colour_checks(page, [cell for cell in sheet.cells if cell.role is Role.CHECK], looks)
    for row, height in _heights(sheet).items():
        page.set_row(row, height)


def _write(page: Any, cell: FormCell, look: Any) -> None:
    row, column, content = cell.row, cell.column, cell.content
    if isinstance(content, Formula):
        result = float(content.result) if isinstance(content.result, Decimal) else content.result
        page.write_formula(row, column, content.text, look, result)
    elif isinstance(content, Decimal) and _is_exact(content):
        page.write_number(row, column, float(content), look)
    elif content is None or content == "":
        page.write_blank(row, column, None, look)
    elif cell.link:
        page.write_url(row, column, cell.link, look, _text(str(content)))
    else:
        shown = f"{content:f}" if isinstance(content, Decimal) else content
        page.write_string(row, column, _text(shown), look)


def _is_exact(figure: Decimal) -> bool:
    return figure.is_finite() and len(figure.normalize().as_tuple().digits) <= _EXACT_DIGITS


def _check_typing(page: Any, cells: Iterable[FormCell]) -> None:
    """One rule for all cells that take the same; a file may only hold 65,534 rules."""
    areas: dict[Bounds, list[list[int]]] = {}
    for cell in sorted(cells, key=lambda each: (each.column, each.row)):
        if cell.bounds is None or cell.bounds.is_text:
            continue
        found = areas.setdefault(cell.bounds, [])
        if found and found[-1][2:] == [cell.row - 1, cell.column]:
            found[-1][2] = cell.row
        else:
            found.append([cell.row, cell.column, cell.row, cell.column])
    for bounds, (first, *others) in areas.items():
        page.data_validation(*first, _rule(bounds) | {"other_cells": others})


def _rule(bounds: Bounds) -> dict[str, object]:
    says = printable(bounds.says.say(Language.INDONESIAN))
    english = printable(bounds.says.say(Language.ENGLISH))
    shared: dict[str, object] = {
        "error_title": "Periksa isian / Check",
        "error_message": f"{says}\n{english}"[:_MOST_SAID],
        "ignore_blank": True,
    }
    if bounds.words:
        return shared | {"validate": "list", "source": list(bounds.words)}
    return shared | {
        "validate": "integer" if bounds.is_whole else "decimal",
        "criteria": "between",
        "minimum": _bound(bounds.least),
        "maximum": _bound(bounds.most),
    }


def _bound(figure: Decimal | None) -> float | int:
    """A number; whole ones without a decimal mark."""
    if figure is None:
        return 0
    return int(figure) if figure == figure.to_integral_value() else float(figure)


def _colour_checks(page: Any, checks: Iterable[FormCell], looks: Looks) -> None:
    """The word of a check is coloured too; the word itself says the same without colour."""
    rows = [cell.row for cell in checks]
    if not rows:
        return
    column = next(iter(checks)).column
    area = (min(rows), column, max(rows), column)
    for look, words in _CONDITIONS:
        for word in words:
            rule = {"type": "text", "criteria": "begins with", "value": word}
            page.conditional_format(*area, rule | {"format": looks.plain(look)})


def _heights(sheet: FormSheet) -> dict[int, float]:
    """Rows high enough for their wrapped words: nobody should have to pull at them."""
    lines: dict[int, int] = {}
    for cell in sheet.cells:
        width = sum(sheet.widths[cell.column : cell.column + cell.wide]) - _PADDING
        if cell.role not in WRAPPED or not isinstance(cell.content, str) or width < 1:
            continue
        needed = sum(-(-len(part) // width) or 1 for part in cell.content.split("\n"))
        lines[cell.row] = max(lines.get(cell.row, 1), needed)
    return {row: 14.0 * min(needed, _MOST_LINES) + 4 for row, needed in lines.items()}


def _seal(book: Any, rows: Iterable[tuple[str, ...]]) -> None:
    page = book.add_worksheet(SEAL_SHEET)
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            if words:
                page.write_string(number, column, _text(words))
    page.protect("", {})
    page.very_hidden()


def _text(words: str, most: int = _MOST_TEXT) -> str:
    return printable(words)[:most]
