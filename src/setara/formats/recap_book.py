"""The ARG recapitulation as XLSX in which every sum and every share is a formula."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from setara.domain.budget.recap import Part, Recap, RecapLine
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Language, Text
from setara.formats.printable import printable

_MADE_AT = datetime(2000, 1, 1, tzinfo=UTC)
_FRAME = {"border": 1, "border_color": "#8FA19B", "valign": "top", "text_wrap": True}
RECAP_SHEET = Text("Rekap", "Recap")
LINES_SHEET = Text("Rincian", "Lines")
TITLE = Text(
    "Rekap Anggaran Responsif Gender (ARG) {book}", "Gender-responsive budget (ARG), {book}"
)
SAMPLE = Text(
    "DATA CONTOH, jangan dikutip sebagai data resmi.", "SAMPLE DATA, do not quote as official."
)
CHECK = Text("Selisih dengan jumlah ARG", "Difference from the ARG total")
TOTAL = Text("Jumlah", "Total")
COUNTED = Text("Jumlah ARG (rupiah)", "ARG total (rupiah)")
LINE_HEADS = (
    Text("Kategori", "Category"),
    Text("Kode perangkat daerah", "Agency code"),
    Text("Perangkat daerah", "Agency"),
    Text("Bidang urusan", "Field of affairs"),
    Text("Kode sub kegiatan", "Sub-activity code"),
    Text("Sub kegiatan", "Sub-activity"),
    Text("Dihitung (rupiah)", "Counted (rupiah)"),
    Text("Pagu semula", "Before the change"),
    Text("Setelah perubahan", "After the change"),
    Text("Realisasi", "Realised"),
)
SHARE_HEADS = (
    Text("Penyebut", "Denominator"),
    Text("Sumber", "Source"),
    Text("Nilai penyebut (rupiah)", "Denominator (rupiah)"),
    Text("Persentase ARG", "ARG share"),
)
PART_HEADS = (
    Text("Kode", "Code"),
    Text("Nama", "Name"),
    Text("ARG (rupiah)", "ARG (rupiah)"),
    Text("Bagian dari ARG", "Part of ARG"),
    Text("Pagu semula", "Before the change"),
    Text("Setelah perubahan", "After the change"),
    Text("Realisasi", "Realised"),
)
_CATEGORY, _AGENCY, _FIELD, _COUNTED = "A", "B", "D", "G"
# Columns of the recapitulation beside the columns of the lines they add up.
_ADDED = ((4, "H"), (5, "I"), (6, "J"))
_AMOUNTS: dict[str, Callable[[Part], Rupiah | None]] = {
    "H": lambda part: part.sums.pagu,
    "I": lambda part: part.sums.revised,
    "J": lambda part: part.sums.realised,
}


def recap_book(recap: Recap, language: Language, *, is_sample: bool = False) -> bytes:
    """The workbook: a sheet of sums over a sheet of lines; the same recap gives the same bytes.

    The result stands beside each formula, for readers that do not calculate. Every text is
    written as text.
    """
    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(written, options)
    title = TITLE.filled(book=recap.book.name).say(language)
    book.set_properties({"title": printable(title), "created": _MADE_AT})
    sheet = _Sheet(book, recap, language)
    sheet.write_recap(title, is_sample=is_sample)
    sheet.write_lines()
    book.close()
    return written.getvalue()


class _Sheet:
    """The two sheets while they are written."""

    def __init__(self, book: Any, recap: Recap, language: Language) -> None:
        self.recap, self.language = recap, language
        self.front = book.add_worksheet(RECAP_SHEET.say(language))
        self.back = book.add_worksheet(LINES_SHEET.say(language))
        self.bold = book.add_format({"bold": True})
        self.head = book.add_format(_FRAME | {"bold": True, "bg_color": "#EEF3F0"})
        self.plain = book.add_format(_FRAME)
        self.money = book.add_format(_FRAME | {"num_format": "#,##0"})
        self.percent = book.add_format(_FRAME | {"num_format": "0.00%"})
        self.last = max(len(recap.lines), 1) + 1

    def write_recap(self, title: str, *, is_sample: bool) -> None:
        """Rupiah, shares under every denominator, then the parts."""
        page, recap = self.front, self.recap
        for place, width in enumerate((24, 48, 24, 18, 22, 22, 22)):
            page.set_column(place, place, width)
        page.write_string(0, 0, printable(title), self.bold)
        page.write_string(1, 0, printable(recap.numerator.label.say(self.language)))
        if is_sample:
            page.write_string(2, 0, SAMPLE.say(self.language), self.bold)
        page.write_string(3, 0, COUNTED.say(self.language), self.head)
        whole = f"=SUM({self._range(_COUNTED)})"
        page.write_formula(3, 2, whole, self.money, recap.total.gross.amount)
        row = self._write_shares(5)
        for heads, letter, parts in (
            (Text("Menurut kategori", "By category"), _CATEGORY, recap.by_category),
            (Text("Menurut perangkat daerah", "By agency"), _AGENCY, recap.by_agency),
            (Text("Menurut bidang urusan", "By field of affairs"), _FIELD, recap.by_field),
        ):
            row = self._write_parts(row + 1, heads, letter, parts)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)

    def write_lines(self) -> None:
        """Every sub-activity that counts, on a row."""
        page = self.back
        self._heads(page, 0, LINE_HEADS)
        for row, line in enumerate(self.recap.lines, start=1):
            for place, words in enumerate(_words(line)):
                page.write_string(row, place, printable(words), self.plain)
            for place, money in enumerate(
                (line.gross, line.pagu, line.revised, line.realised), start=6
            ):
                self._money(page, row, place, money)
        for place, width in enumerate((10, 14, 26, 12, 22, 44, 20, 20, 20, 20)):
            page.set_column(place, place, width)
        page.freeze_panes(1, 0)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)

    def _write_shares(self, row: int) -> int:
        self._heads(self.front, row, SHARE_HEADS)
        for at, each in enumerate(self.recap.shares, start=row + 1):
            name = f"{each.letter}. {each.name.say(self.language)}".removeprefix(". ")
            note = "" if each.note is None else each.note.say(self.language)
            self.front.write_string(at, 0, printable(name), self.plain)
            self.front.write_string(at, 1, printable(each.source or note), self.plain)
            if each.whole is None or each.share is None:
                reason = "" if each.reason is None else each.reason.say(self.language)
                self.front.write_string(at, 2, printable(reason), self.plain)
                self.front.write_blank(at, 3, None, self.plain)
                continue
            self._money(self.front, at, 2, each.whole)
            share = float(each.share.fraction)
            self.front.write_formula(at, 3, f"=$C$4/C{at + 1}", self.percent, share)
        return row + len(self.recap.shares) + 1

    def _write_parts(self, row: int, title: Text, letter: str, parts: Sequence[Part]) -> int:
        page = self.front
        page.write_string(row, 0, title.say(self.language), self.bold)
        self._heads(page, row + 1, PART_HEADS)
        first = row + 2
        for at, part in enumerate(parts, start=first):
            page.write_string(at, 0, printable(part.key), self.plain)
            page.write_string(at, 1, printable(part.name.say(self.language)), self.plain)
            self._added(at, 2, letter, _COUNTED, part.sums.gross)
            share = float(part.of_all.fraction) if part.of_all else 0
            page.write_formula(at, 3, f"=IF($C$4=0,0,C{at + 1}/$C$4)", self.percent, share)
            for place, column in _ADDED:
                self._added(at, place, letter, column, _AMOUNTS[column](part))
        last = first + len(parts)
        amount = self.recap.total.gross.amount if parts else 0
        page.write_string(last, 1, TOTAL.say(self.language), self.head)
        page.write_formula(
            last,
            2,
            f"=SUM(C{first + 1}:C{max(last, first + 1)})" if parts else "=0",
            self.money,
            amount,
        )
        page.write_string(last + 1, 1, CHECK.say(self.language), self.plain)
        page.write_formula(last + 1, 2, f"=C{last + 1}-$C$4", self.money, 0)
        return last + 2

    def _added(self, row: int, place: int, by: str, column: str, amount: Rupiah | None) -> None:
        """The sum of a column over the lines of one key; blank where an amount is unknown."""
        if amount is None:
            self.front.write_blank(row, place, None, self.plain)
            return
        # Not SUMIF: to it 1.02 and 1.020 are one number, and a * in a code is anything.
        formula = f"=SUMPRODUCT(--({self._range(by)}=$A{row + 1}),{self._range(column)})"
        self.front.write_formula(row, place, formula, self.money, amount.amount)

    def _range(self, column: str) -> str:
        return f"{LINES_SHEET.say(self.language)}!${column}$2:${column}${self.last}"

    def _heads(self, page: Any, row: int, heads: Sequence[Text]) -> None:
        for place, words in enumerate(heads):
            page.write_string(row, place, words.say(self.language), self.head)

    def _money(self, page: Any, row: int, place: int, money: Rupiah | None) -> None:
        if money is None:
            page.write_blank(row, place, None, self.money)
        else:
            page.write_number(row, place, money.amount, self.money)


def _words(line: RecapLine) -> tuple[str, ...]:
    return (
        line.category.value,
        line.agency,
        line.agency_name,
        line.affair_field,
        line.code,
        line.name,
    )
