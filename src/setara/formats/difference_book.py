"""Two versions of a budget side by side as XLSX in which every difference and sum is a formula."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from setara.domain.budget.activity import ActivityLevel, above
from setara.domain.budget.differences import Change, Difference, by_level
from setara.domain.language.text import Language, Text
from setara.formats.printable import printable

_MADE_AT = datetime(2000, 1, 1, tzinfo=UTC)
_FRAME = {"border": 1, "border_color": "#8FA19B", "valign": "top", "text_wrap": True}
LINES = Text("Baris", "Lines")
KINDS = Text("Ringkasan", "Summary")
TOTAL = Text("Jumlah", "Total")
HEADS = (
    Text("Perubahan", "Change"),
    Text("Perangkat daerah", "Agency"),
    Text("Kode", "Code"),
    Text("Sub kegiatan", "Sub-activity"),
    Text("Kode semula", "Code before"),
    Text("Nama semula", "Name before"),
    Text("Sebelum (rupiah)", "Before (rupiah)"),
    Text("Sesudah (rupiah)", "After (rupiah)"),
    Text("Selisih (rupiah)", "Difference (rupiah)"),
    Text("GBS disetujui", "GBS approved"),
)
KIND_HEADS = (
    Text("Perubahan", "Change"),
    Text("Baris", "Lines"),
    Text("Sebelum (rupiah)", "Before (rupiah)"),
    Text("Sesudah (rupiah)", "After (rupiah)"),
    Text("Selisih (rupiah)", "Difference (rupiah)"),
)
LEVEL_HEADS = (Text("Kode", "Code"), Text("Nama", "Name"), *KIND_HEADS[2:])
_UPPER = tuple(level for level in ActivityLevel if level is not ActivityLevel.SUB_ACTIVITY)
# Beside the lines, the code of each level before and after: what the sheets of levels add up by.
_BEFORE_CODES: dict[ActivityLevel, str] = {
    level: "KLMN"[place] for place, level in enumerate(_UPPER)
}
_AFTER_CODES: dict[ActivityLevel, str] = {
    level: "OPQR"[place] for place, level in enumerate(_UPPER)
}


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One line in both versions, the agency as people call it."""

    difference: Difference
    agency_name: str
    has_statement: bool = False


def difference_book(
    rows: Sequence[DifferenceRow],
    names: Mapping[str, str],
    *,
    title: str,
    notes: Sequence[str],
    language: Language,
) -> bytes:
    """The workbook: a summary, a sheet for each level, the lines; `names` are of upper codes.

    The result stands beside each formula, for readers that do not calculate. Every text is
    written as text.
    """
    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(written, options)
    book.set_properties({"title": printable(title), "created": _MADE_AT})
    sheets = _Sheets(book, rows, language)
    sheets.write_summary(title, notes)
    for level in _UPPER:
        sheets.write_level(level, names)
    sheets.write_lines()
    book.close()
    return written.getvalue()


class _Sheets:
    """The sheets while they are written."""

    def __init__(self, book: Any, rows: Sequence[DifferenceRow], language: Language) -> None:
        self.book, self.rows, self.language = book, rows, language
        self.bold = book.add_format({"bold": True})
        self.head = book.add_format(_FRAME | {"bold": True, "bg_color": "#EEF3F0"})
        self.plain = book.add_format(_FRAME)
        self.money = book.add_format(_FRAME | {"num_format": "#,##0"})
        self.last = max(len(rows), 1) + 1

    def write_summary(self, title: str, notes: Sequence[str]) -> None:
        """The lines and the money of each change; a line with several counts under each."""
        page = self._page(KINDS, (34, 12, 24, 24, 24))
        page.write_string(0, 0, printable(title), self.bold)
        for number, note in enumerate(notes, start=1):
            page.write_string(number, 0, printable(note))
        head = len(notes) + 2
        self._heads(page, head, KIND_HEADS)
        for at, change in enumerate(Change, start=head + 1):
            found = [each.difference for each in self.rows if change in each.difference.changes]
            words = change.label.say(self.language)
            page.write_string(at, 0, words, self.plain)
            has = f'ISNUMBER(SEARCH("{words}",{self._range("A")}))'
            page.write_formula(at, 1, f"=SUMPRODUCT(--({has}))", self.money, len(found))
            for place, column, money in self._sides(found):
                formula = f"=SUMPRODUCT(--({has}),{self._range(column)})"
                page.write_formula(at, place, formula, self.money, money)
            self._differ(page, at, 2, found)
        at = head + len(Change) + 1
        page.write_string(at, 0, TOTAL.say(self.language), self.head)
        every = [each.difference for each in self.rows]
        page.write_formula(at, 1, f"=ROWS({self._range('A')})", self.money, len(every))
        for place, column, money in self._sides(every):
            page.write_formula(at, place, f"=SUM({self._range(column)})", self.money, money)
        self._differ(page, at, 2, every)

    def write_level(self, level: ActivityLevel, names: Mapping[str, str]) -> None:
        """The money under each code of a level."""
        page = self._page(level.label, (22, 56, 24, 24, 24))
        self._heads(page, 0, LEVEL_HEADS)
        before, after = self._range(_BEFORE_CODES[level]), self._range(_AFTER_CODES[level])
        changes = by_level((each.difference for each in self.rows), level)
        for at, each in enumerate(changes, start=1):
            page.write_string(at, 0, printable(each.code), self.plain)
            page.write_string(at, 1, printable(names.get(each.code, "")), self.plain)
            for place, codes, column, money in (
                (2, before, "G", each.before.amount),
                (3, after, "H", each.after.amount),
            ):
                formula = f"=SUMPRODUCT(--({codes}=$A{at + 1}),{self._range(column)})"
                page.write_formula(at, place, formula, self.money, money)
            page.write_formula(at, 4, f"=D{at + 1}-C{at + 1}", self.money, each.amount.amount)

    def write_lines(self) -> None:
        """Every line of either version on a row."""
        page = self._page(LINES, (26, 22, 22, 48, 22, 34, 20, 20, 20, 12))
        self._heads(page, 0, HEADS)
        for at, each in enumerate(self.rows, start=1):
            found = each.difference
            for place, words in enumerate(self._words(each)):
                page.write_string(at, place, printable(words), self.plain)
            for place, line in ((6, found.before), (7, found.after)):
                if line is None:
                    page.write_blank(at, place, None, self.money)
                else:
                    page.write_number(at, place, line.amount.amount, self.money)
            page.write_formula(at, 8, f"=H{at + 1}-G{at + 1}", self.money, found.amount.amount)
            page.write_string(at, 9, _YES.say(self.language) if each.has_statement else "")
            for codes, line in ((_BEFORE_CODES, found.before), (_AFTER_CODES, found.after)):
                for level, column in codes.items():
                    if line is not None:
                        page.write_string(f"{column}{at + 1}", above(line.code, level))
        page.set_column("K:R", None, None, {"hidden": True})
        page.autofilter(0, 0, self.last - 1, len(HEADS) - 1)

    def _words(self, row: DifferenceRow) -> tuple[str, ...]:
        found, shown = row.difference, row.difference.shown
        was = found.before or shown
        return (
            ", ".join(each.label.say(self.language) for each in Change if each in found.changes),
            row.agency_name,
            shown.code,
            shown.name,
            was.code if was.code != shown.code else "",
            was.name if was.name != shown.name else "",
        )

    def _page(self, words: Text, widths: Sequence[int]) -> Any:
        page = self.book.add_worksheet(words.say(self.language).capitalize())
        for place, width in enumerate(widths):
            page.set_column(place, place, width)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        return page

    def _heads(self, page: Any, row: int, heads: Sequence[Text]) -> None:
        for place, words in enumerate(heads):
            page.write_string(row, place, words.say(self.language), self.head)
        if row == 0:
            page.freeze_panes(1, 0)
            page.repeat_rows(0)

    def _sides(self, found: Sequence[Difference]) -> tuple[tuple[int, str, int], ...]:
        before = sum(each.before.amount.amount for each in found if each.before)
        after = sum(each.after.amount.amount for each in found if each.after)
        return ((2, "G", before), (3, "H", after))

    def _differ(self, page: Any, row: int, place: int, found: Sequence[Difference]) -> None:
        amount = sum(each.amount.amount for each in found)
        page.write_formula(row, place + 2, f"=D{row + 1}-C{row + 1}", self.money, amount)

    def _range(self, column: str) -> str:
        sheet = LINES.say(self.language)
        return f"{sheet}!${column}$2:${column}${self.last}"


_YES = Text("ya", "yes")
