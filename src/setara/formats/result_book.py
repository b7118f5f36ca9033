"""The results of a year as XLSX: the money by verdict in formulas, and every GAP on a row."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter

from setara.domain.budget.outcome import OutcomeVerdict
from setara.domain.language.text import Language, Text
from setara.formats.printable import printable

_MADE_AT = datetime(2000, 1, 1, tzinfo=UTC)
_FRAME = {"border": 1, "border_color": "#8FA19B", "valign": "top", "text_wrap": True}
SUMMARY = Text("Ringkasan", "Summary")
LINES = Text("Baris", "Lines")
TOTAL = Text("Jumlah", "Total")
YES, NO = Text("ya", "yes"), Text("belum", "not yet")
ELSEWHERE = Text("tidak", "no")
_HEADS = (
    Text("Perangkat daerah", "Agency"),
    Text("Kode", "Code"),
    Text("Sub kegiatan", "Sub-activity"),
    Text("GBS disetujui", "GBS approved"),
    Text("Pagu (rupiah)", "Budget (rupiah)"),
    Text("Realisasi (rupiah)", "Realised (rupiah)"),
    Text("Triwulan dilaporkan", "Quarters reported"),
    Text("Kesenjangan yang diikuti", "Disparity followed"),
    Text("Sebelum (poin)", "Before (points)"),
    Text("Sesudah (poin)", "After (points)"),
    Text("Hasil", "Result"),
    Text("Alasan", "Reason"),
    Text("Uang dihitung", "Money counted"),
)
_SUMMARY_HEADS = (
    Text("Hasil", "Result"),
    Text("GBS disetujui", "Approved GBS"),
    Text("Pagu (rupiah)", "Budget (rupiah)"),
    Text("Realisasi (rupiah)", "Realised (rupiah)"),
)
_APPROVED, _BUDGET, _SPENT, _VERDICT, _COUNTED = "D", "E", "F", "K", "M"


def heads() -> tuple[Text, ...]:
    """The headings of the lines, the same in both kinds of file."""
    return _HEADS


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultLine:
    """One GAP with its money in rupiah and the widths of its disparity in points.

    `is_counted` where its money is in the sums: of an approved statement, of a sub kegiatan once.
    """

    agency: str
    code: str
    name: str
    is_approved: bool
    is_counted: bool
    budget: int | None
    spent: int | None
    reported: int
    disparity: str
    before: Decimal | None
    after: Decimal | None
    verdict: OutcomeVerdict
    reason: str
    language: Language

    @property
    def cells(self) -> list[object]:
        """The cells under the headings."""
        return [
            self.agency,
            self.code,
            self.name,
            (YES if self.is_approved else NO).say(self.language),
            self.budget,
            self.spent,
            self.reported,
            self.disparity,
            self.before,
            self.after,
            self.verdict.label.say(self.language),
            self.reason,
            (YES if self.is_counted else ELSEWHERE).say(self.language),
        ]


def result_book(
    lines: Sequence[ResultLine], *, title: str, notes: Sequence[str], language: Language
) -> bytes:
    """The workbook; beside each formula stands its result. Every text is written as text."""
    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(written, options)
    book.set_properties({"title": printable(title), "created": _MADE_AT})
    sheets = _Sheets(book, lines, language)
    sheets.write_summary(title, notes)
    sheets.write_lines()
    book.close()
    return written.getvalue()


class _Sheets:
    """The two sheets while they are written."""

    def __init__(self, book: Any, lines: Sequence[ResultLine], language: Language) -> None:
        self.book, self.lines, self.language = book, lines, language
        self.bold = book.add_format({"bold": True})
        self.head = book.add_format(_FRAME | {"bold": True, "bg_color": "#EEF3F0"})
        self.plain = book.add_format(_FRAME)
        self.money = book.add_format(_FRAME | {"num_format": "#,##0"})
        self.points = book.add_format(_FRAME | {"num_format": "0.0"})
        self.last = max(len(lines), 1) + 1

    def write_summary(self, title: str, notes: Sequence[str]) -> None:
        """The approved statements of each verdict and their money, and all together."""
        page = self._page(SUMMARY, (26, 16, 24, 24))
        page.write_string(0, 0, printable(title), self.bold)
        for number, note in enumerate(notes, start=1):
            page.write_string(number, 0, printable(note))
        head = len(notes) + 2
        self._heads(page, head, _SUMMARY_HEADS)
        for at, verdict in enumerate(OutcomeVerdict, start=head + 1):
            self._write_verdict(page, at, verdict)
        end = head + len(OutcomeVerdict)
        page.write_string(end + 1, 0, TOTAL.say(self.language), self.head)
        known = [len(self._counted()), self._sum("budget"), self._sum("spent")]
        for place, value in enumerate(known, start=1):
            letter = "ABCD"[place]
            formula = f"=SUM({letter}{head + 2}:{letter}{end + 1})"
            page.write_formula(end + 1, place, formula, self.money, value)

    def write_lines(self) -> None:
        """Every GAP on a row."""
        page = self._page(LINES, (24, 22, 44, 10, 20, 20, 12, 36, 12, 12, 16, 60, 12))
        self._heads(page, 0, _HEADS)
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        for row, line in enumerate(self.lines, start=1):
            for place, value in enumerate(line.cells):
                if value is None:
                    page.write_blank(row, place, None, self.plain)
                elif isinstance(value, Decimal):
                    page.write_number(row, place, float(value), self.points)
                elif isinstance(value, int):
                    page.write_number(row, place, value, self.money)
                else:
                    page.write_string(row, place, printable(str(value)), self.plain)

    def _write_verdict(self, page: Any, row: int, verdict: OutcomeVerdict) -> None:
        words = verdict.label.say(self.language)
        page.write_string(row, 0, words, self.plain)
        yes = YES.say(self.language)
        asked = f'{self._range(_VERDICT)},$A{row + 1},{self._range(_APPROVED)},"{yes}"'
        page.write_formula(row, 1, f"=COUNTIFS({asked})", self.money, len(self._counted(verdict)))
        for place, (column, field) in enumerate(((_BUDGET, "budget"), (_SPENT, "spent")), start=2):
            once = f'{asked},{self._range(_COUNTED)},"{yes}"'
            formula = f"=SUMIFS({self._range(column)},{once})"
            page.write_formula(row, place, formula, self.money, self._sum(field, verdict))

    def _counted(self, verdict: OutcomeVerdict | None = None) -> list[ResultLine]:
        return [
            line
            for line in self.lines
            if line.is_approved and (verdict is None or line.verdict is verdict)
        ]

    def _sum(self, field: str, verdict: OutcomeVerdict | None = None) -> int:
        lines = [line for line in self._counted(verdict) if line.is_counted]
        return sum(getattr(line, field) or 0 for line in lines)

    def _range(self, column: str) -> str:
        sheet = LINES.say(self.language)
        return f"'{sheet}'!${column}$2:${column}${self.last}"

    def _page(self, name: Text, widths: Sequence[int]) -> Any:
        page = self.book.add_worksheet(name.say(self.language))
        for place, width in enumerate(widths):
            page.set_column(place, place, width)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        return page

    def _heads(self, page: Any, row: int, named: Sequence[Text]) -> None:
        for place, heading in enumerate(named):
            page.write_string(row, place, printable(heading.say(self.language)), self.head)
