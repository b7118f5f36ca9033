"""The ARG recapitulation as XLSX in which every sum and every share is a formula."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from setara.domain.budget.recap import NamedShare, Part, Recap, lettered
from setara.domain.budget.recap_words import book_notes, district_note, mission_note
from setara.domain.budget.recap_year import Way, YearRecap
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.share import Share
from setara.domain.language.text import Language, Text
from setara.formats import recap_book_words as words
from setara.formats.printable import printable
from setara.formats.recap_sheets import (
    Looks,
    Page,
    key_of,
    letter,
    write_lines,
    write_places,
    write_years,
)

_MADE_AT = datetime(2000, 1, 1, tzinfo=UTC)
# Columns of the sheets of lines: by what they are added up, and the first amount.
_CATEGORY, _AGENCY, _FIELD, _MISSION, _LINE_AMOUNT = "A", "B", "D", "E", 7
_DISTRICT, _PLACE_AMOUNT = "A", 5
# Columns of the parts beside the order of the amounts: gross, weighted, before, after, realised.
_ADDED = ((2, 0), (3, 1), (5, 2), (7, 3), (8, 4))
_PART_SHARE, _CHANGE = 4, 6


def recap_book(made: YearRecap, language: Language) -> bytes:
    """The workbook: the sums, the years, and the lines of each way and their places below them.

    The result stands beside each formula, for readers that do not calculate. Every text is
    written as text. The same recapitulation gives the same bytes.
    """
    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(written, options)
    title = words.TITLE.filled(year=str(made.year)).say(language)
    book.set_properties({"title": printable(title), "created": _MADE_AT})
    _Front(book, made, language).write(title)
    book.close()
    return written.getvalue()


class _Front:
    """The sheet of sums while it is written, with the sheets it adds up."""

    def __init__(self, book: Any, made: YearRecap, language: Language) -> None:
        self.made, self.language, self.looks = made, language, Looks(book)
        self.page = self._page(book, words.RECAP_SHEET)
        write_years(self._page(book, words.YEARS_SHEET), made)
        for way in made.ways:
            if way.recap is not None:
                write_lines(self._page(book, _sheet_of(way)), way.recap)
        if made.recap is not None:
            write_places(self._page(book, words.PLACES_SHEET), made.recap)

    def write(self, title: str) -> None:
        """Rupiah in each way, shares under every denominator, then the parts of the chosen way."""
        self.page.widths(38, 26, 24, 22, 22, 22, 22, 22, 22)
        said = [title, words.CHOSEN.filled(way=self.made.chosen.label).say(self.language)]
        if self.made.is_sample:
            said.append(words.SAMPLE.say(self.language))
        for row, line in enumerate(said):
            self.page.line(row, line, is_bold=True)
        self.first_way = len(said) + 2
        row = self._write_ways(len(said) + 1)
        row = self._write_shares(row + 1)
        found = self.made.recap
        if found is None:
            self.page.line(row + 1, (self.made.way.reason or words.TOTAL).say(self.language))
            return
        for note in book_notes(self.made, found):
            self.page.line(row, note.say(self.language))
            row += 1
        self._write_all_parts(row + 1, found)

    def _write_ways(self, row: int) -> int:
        self.page.heads(row, words.WAY_HEADS)
        for at, way in enumerate(self.made.ways, start=row + 1):
            self.page.text(at, 0, way.numerator.label)
            self.page.text(at, 4, way.numerator.meaning)
            if way.recap is None:
                self.page.text(at, 1, way.reason)
                for place in (2, 3):
                    self.page.blank(at, place)
                continue
            total, lines = way.recap.total, len(way.recap.lines)
            for place, amount in enumerate((total.gross, total.weighted)):
                summed = f"=SUM({self._range(way, place)})"
                self.page.amount(at, place + 1, summed, amount)
            self.page.count(at, 3, f"=ROWS({self._range(way, 0)})" if lines else "=0", lines)
        return row + len(self.made.ways) + 1

    def _write_shares(self, row: int) -> int:
        columns = [column for way in self.made.ways for column in self._share_columns(way)]
        heads = [heading for heading, *_ in columns]
        self.page.heads(row, (*words.SHARE_HEADS, *heads, words.SOURCE))
        shown = next(way.recap for way in self.made.ways if way.recap is not None)
        for place, each in enumerate(shown.shares):
            at = row + 1 + place
            self.page.text(at, 0, lettered(each))
            self._write_whole(at, each)
            for column, (_, way, cell, is_weighted) in enumerate(columns, start=2):
                share = _share(way, place, is_weighted=is_weighted)
                self.page.share(at, column, f"={cell}/$B{at + 1}", share)
            self.page.words(at, len(columns) + 2, _source(each, self.language))
        return row + len(shown.shares) + 2

    def _write_whole(self, row: int, each: NamedShare) -> None:
        if each.whole is not None and each.reason is None:
            self.page.number(row, 1, each.whole)
        else:
            self.page.text(row, 1, each.reason)

    def _share_columns(self, way: Way) -> list[tuple[Text, Way, str, bool]]:
        """Heading, way, the cell of its sum, and whether it is the weighted one."""
        row = self.first_way + list(self.made.ways).index(way) + 1
        number = way.numerator.value
        # No lines come to Rp0 weighted too, also in a way that does not weigh.
        if way.recap is None or not way.recap.lines or way.recap.total.weighted is None:
            return [(words.SHARE.filled(way=number), way, f"$B${row}", False)]
        return [
            (words.SHARE_GROSS.filled(way=number), way, f"$B${row}", False),
            (words.SHARE_WEIGHTED.filled(way=number), way, f"$C${row}", True),
        ]

    def _write_all_parts(self, row: int, found: Recap) -> None:
        lines, places = _sheet_of(self.made.way), words.PLACES_SHEET
        slices = sum(len(line.by_district) for line in found.lines)
        for title, sheet, by, parts, note in (
            (words.BY_CATEGORY, lines, _CATEGORY, found.by_category, None),
            (words.BY_AGENCY, lines, _AGENCY, found.by_agency, None),
            (words.BY_FIELD, lines, _FIELD, found.by_field, None),
            (words.BY_MISSION, lines, _MISSION, found.by_mission, mission_note(self.made, found)),
            (words.BY_DISTRICT, places, _DISTRICT, found.by_district, district_note(found)),
        ):
            is_places = sheet is places
            added = _Added(
                sheet=sheet.say(self.language),
                by=by,
                first=_PLACE_AMOUNT if is_places else _LINE_AMOUNT,
                last=max(slices if is_places else len(found.lines), 1) + 1,
            )
            row = self._write_parts(row + 1, title, parts, added)
            if note is not None:
                self.page.line(row, note.say(self.language))
                row += 1

    def _write_parts(self, row: int, title: Text, parts: tuple[Part, ...], added: _Added) -> int:
        page, total = self.page, self.total
        page.line(row, title.say(self.language), is_bold=True)
        page.heads(row + 1, words.PART_HEADS)
        first = row + 2
        for at, part in enumerate(parts, start=first):
            page.words(at, 0, key_of(part.key))
            page.text(at, 1, part.name)
            sums = part.sums
            amounts = (sums.gross, sums.weighted, sums.pagu, sums.revised, sums.realised)
            for place, order in _ADDED:
                page.amount(at, place, added.formula(at, order), amounts[order])
            page.share(at, _PART_SHARE, f"=IF({total}=0,0,C{at + 1}/{total})", part.of_all)
            page.amount(at, _CHANGE, f"=H{at + 1}-F{at + 1}", sums.change)
        last = first + len(parts)
        counted = self.made.recap.total.gross if self.made.recap and parts else Rupiah(0)
        page.text(last, 1, words.TOTAL)
        page.amount(last, 2, f"=SUM(C{first + 1}:C{last})" if parts else "=0", counted)
        page.text(last + 1, 1, words.CHECK)
        page.amount(last + 1, 2, f"=C{last + 1}-{total}", Rupiah(0))
        return last + 2

    @property
    def total(self) -> str:
        """The cell with all ARG of the chosen way."""
        return f"$B${self.first_way + list(self.made.ways).index(self.made.way) + 1}"

    def _range(self, way: Way, order: int) -> str:
        lines = way.recap.lines if way.recap else ()
        column = letter(_LINE_AMOUNT + order)
        sheet = _sheet_of(way).say(self.language)
        return f"'{sheet}'!${column}$2:${column}${max(len(lines), 1) + 1}"

    def _page(self, book: Any, name: Text) -> Page:
        return Page(book.add_worksheet(name.say(self.language)), self.looks, self.language)


class _Added:
    """The sheet and columns that parts add up."""

    def __init__(self, *, sheet: str, by: str, first: int, last: int) -> None:
        self.sheet, self.by, self.first, self.last = sheet, by, first, last

    def formula(self, row: int, order: int) -> str:
        """The sum of an amount over the lines of the key in column A of the row."""
        # Not SUMIF: to it 1.02 and 1.020 are one number, and a * in a code is anything.
        keys, amounts = self._range(self.by), self._range(letter(self.first + order))
        return f"=SUMPRODUCT(--({keys}=$A{row + 1}),{amounts})"

    def _range(self, column: str) -> str:
        return f"'{self.sheet}'!${column}$2:${column}${self.last}"


def _sheet_of(way: Way) -> Text:
    return words.LINES_SHEET.filled(way=way.numerator.value)


def _share(way: Way, place: int, *, is_weighted: bool) -> Share | None:
    if way.recap is None:
        return None
    found = way.recap.shares[place]
    return found.weighted if is_weighted else found.share


def _source(each: NamedShare, language: Language) -> str:
    note = "" if each.note is None else each.note.say(language)
    unverified = "" if each.verified else words.UNVERIFIED.say(language)
    return " ".join(part for part in (unverified, each.source and f"{each.source}.", note) if part)
