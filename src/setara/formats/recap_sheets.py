"""The sheets below the sums of the ARG workbook: lines, places, years; how cells are written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from setara.domain.budget.recap import Recap, RecapLine, Slice, lettered
from setara.domain.budget.recap_year import YearRecap
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.share import Share
from setara.domain.language.text import Language, Text
from setara.formats import recap_book_words as words
from setara.formats.printable import printable

_FRAME = {"border": 1, "border_color": "#8FA19B", "valign": "top", "text_wrap": True}
# A comparison with an empty cell would be one with nothing.
NO_KEY = "–"


class Looks:
    """How cells look."""

    def __init__(self, book: Any) -> None:
        self.bold = book.add_format({"bold": True})
        self.head = book.add_format(_FRAME | {"bold": True, "bg_color": "#EEF3F0"})
        self.plain = book.add_format(_FRAME)
        self.money = book.add_format(_FRAME | {"num_format": "#,##0"})
        self.percent = book.add_format(_FRAME | {"num_format": "0.00%"})


class Page:
    """One sheet; rows and columns count from 0."""

    def __init__(self, page: Any, looks: Looks, language: Language) -> None:
        self._page, self.looks, self.language = page, looks, language
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)

    def widths(self, *widths: int) -> None:
        """The widths of the first columns, in characters."""
        for place, width in enumerate(widths):
            self._page.set_column(place, place, width)

    def frozen(self) -> None:
        """The first row stays in sight, and is repeated on paper."""
        self._page.freeze_panes(1, 0)
        self._page.repeat_rows(0)

    def line(self, row: int, said: str, *, is_bold: bool = False) -> None:
        """Running words, without a frame."""
        self._page.write_string(row, 0, printable(said), self.looks.bold if is_bold else None)

    def heads(self, row: int, heads: Sequence[Text]) -> None:
        """A row of headings."""
        for place, heading in enumerate(heads):
            said = printable(heading.say(self.language))
            self._page.write_string(row, place, said, self.looks.head)

    def words(self, row: int, place: int, said: str) -> None:
        """Words that are the same in every language, never a formula."""
        self._page.write_string(row, place, printable(said), self.looks.plain)

    def text(self, row: int, place: int, said: Text | None) -> None:
        """Words in the language of the workbook."""
        self.words(row, place, "" if said is None else said.say(self.language))

    def blank(self, row: int, place: int) -> None:
        """An empty cell with its frame."""
        self._page.write_blank(row, place, None, self.looks.plain)

    def number(self, row: int, place: int, money: Rupiah | None) -> None:
        """Rupiah as a number; empty where they are not known."""
        if money is None:
            self.blank(row, place)
        else:
            self._page.write_number(row, place, money.amount, self.looks.money)

    def amount(self, row: int, place: int, formula: str, money: Rupiah | None) -> None:
        """A formula that gives rupiah; empty where they are not known."""
        if money is None:
            self.blank(row, place)
        else:
            self._page.write_formula(row, place, formula, self.looks.money, money.amount)

    def count(self, row: int, place: int, formula: str, number: int) -> None:
        """A formula that counts."""
        self._page.write_formula(row, place, formula, self.looks.money, number)

    def share(self, row: int, place: int, formula: str, share: Share | None) -> None:
        """A formula that gives a share; empty where there is none."""
        if share is None:
            self.blank(row, place)
        else:
            known = float(share.fraction)
            self._page.write_formula(row, place, formula, self.looks.percent, known)


def write_lines(page: Page, found: Recap) -> None:
    """Every sub-activity that counts, on a row."""
    page.heads(0, words.LINE_HEADS)
    for row, line in enumerate(found.lines, start=1):
        said = (line.category.value, line.agency, line.agency_name, line.affair_field)
        for place, each in enumerate((*said, key_of(line.mission), line.code, line.name)):
            page.words(row, place, each)
        _write_amounts(page, row, 7, line)
    page.widths(10, 14, 26, 12, 8, 22, 44, 20, 20, 20, 20, 20)
    page.frozen()


def write_places(page: Page, found: Recap) -> None:
    """Every sub-activity by sub-district, a row for each of them."""
    page.heads(0, words.PLACE_HEADS)
    slices = [(line, part) for line in found.lines for part in line.by_district]
    for row, (line, part) in enumerate(slices, start=1):
        said = (part.district, line.agency, line.agency_name, line.code, line.name)
        for place, each in enumerate(said):
            page.words(row, place, each)
        _write_amounts(page, row, 5, part)
    page.widths(16, 14, 26, 22, 44, 20, 20, 20, 20, 20)
    page.frozen()


def write_years(page: Page, made: YearRecap) -> None:
    """The years in the chosen way, with every denominator and the share under it."""
    shown = made.series[-1].shares if made.series else ()
    wholes = [lettered(each) for each in shown]
    heads = [head for whole in wholes for head in (whole, words.PERCENT_OF.filled(whole=whole))]
    page.heads(0, (*words.YEAR_HEADS, *heads))
    for row, line in enumerate(made.series, start=1):
        page.words(row, 0, str(line.year))
        page.text(row, 1, line.book)
        page.words(row, 2, "; ".join(each.say(page.language) for each in line.breaks))
        page.number(row, 3, line.gross)
        for order, each in enumerate(line.shares):
            place = 4 + 2 * order
            if each.share is None:
                page.text(row, place, each.reason)
            else:
                page.number(row, place, each.whole)
            page.share(row, place + 1, f"=$D{row + 1}/{letter(place)}{row + 1}", each.share)
    page.widths(8, 24, 44, 22, *([24, 14] * len(wholes)))
    page.frozen()


def _write_amounts(page: Page, row: int, first: int, of: RecapLine | Slice) -> None:
    amounts = (of.gross, of.weighted, of.pagu, of.revised, of.realised)
    for place, money in enumerate(amounts, start=first):
        page.number(row, place, money)


def key_of(key: str) -> str:
    """A key as it stands in a cell."""
    return key or NO_KEY


def letter(place: int) -> str:
    """The letter of a column that counts from 0; up to column ZZ."""
    first, second = divmod(place, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)
