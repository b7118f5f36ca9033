"""A sheet of figures by sex, found in a neutral grid under whatever title rows it carries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

from setara.domain.language.text import Language, Text
from setara.domain.statistics.address import column_letter
from setara.domain.statistics.element import Measure
from setara.domain.statistics.observation import Value, nothing_printed_as
from setara.domain.statistics.table import Column, Finding, Severity, SexRow, SexTable

Cells = Sequence[object]
"""One row of a neutral grid: texts, numbers, None."""

HEADINGS: Mapping[Column, frozenset[str]] = {
    Column.LABEL: frozenset(
        {"kecamatan", "wilayah", "nama wilayah", "nama kecamatan", "desa kelurahan", "kelurahan"}
        | {"desa", "kabupaten kota", "uraian", "sub district", "subdistrict", "district", "place"}
    ),
    Column.FEMALE: frozenset({"perempuan", "p", "pr", "wanita", "female", "women"}),
    Column.MALE: frozenset({"laki laki", "laki", "l", "lk", "pria", "male", "men"}),
    Column.TOTAL: frozenset({"jumlah", "total", "l p", "jml", "jumlah total"}),
}
_SEARCHED_ROWS = 40
_HEADING_DEPTH = 3
_TOTAL_ROW = re.compile(r"(jumlah|total)\b")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
_GROUPED = re.compile(r"[+-]?\d{1,3}([.,   ]\d{3})+")


class NotASexTable(Exception):
    """No row names a column for women and one for men; `reason` says what was looked for."""

    def __init__(self) -> None:
        self.reason = Text(
            "Tabel data terpilah tidak ditemukan: tidak ada baris judul yang memuat kolom "
            "“Laki-laki” dan “Perempuan”. Tambahkan keduanya di atas angka.",
            "No table by sex was found: no heading row has a column “Laki-laki” (men) and one "
            "“Perempuan” (women). Add both above the figures.",
        )
        super().__init__(self.reason.say(Language.ENGLISH))


@dataclass(frozen=True, slots=True)
class Sheet:
    """What was understood: the table, the columns by letter, findings from reading alone."""

    table: SexTable
    columns: Mapping[Column, str]
    heading_row: int
    stated_total: SexRow | None
    findings: tuple[Finding, ...]


def read_sheet(grid: Sequence[Cells], measure: Measure) -> Sheet:
    """The table in `grid`; a row of totals is kept apart, so that it is compared, not added.

    Numbers may be text (`21 575`, `1.234`); one mark before three digits groups thousands
    in a count. Raises NotASexTable.
    """
    places, heading_row = _columns(grid)
    rows: list[SexRow] = []
    findings: list[Finding] = []
    stated_total: SexRow | None = None
    for number, cells in enumerate(grid[heading_row:], start=heading_row + 1):
        row = _row(number, cells, places, measure, findings)
        if row is None or _is_counting_row(row):
            continue
        if _TOTAL_ROW.match(folded(row.label)):
            stated_total = row
        else:
            rows.append(row)
    letters = {column: column_letter(place) for column, place in places.items()}
    table = SexTable(measure, tuple(rows))
    return Sheet(table, letters, heading_row, stated_total, tuple(findings))


def folded(cell: object) -> str:
    """Lower case words with one blank between them, without marks."""
    return " ".join(re.findall(r"\w+", str(cell or "").lower()))


def matched_places(
    rows: Iterable[SexRow], names: Mapping[str, str]
) -> tuple[dict[int, str], tuple[Finding, ...]]:
    """The place code of each row by number, and a finding with a suggestion for the others.

    `names` gives the name of each place code. Spelling is compared without case and marks,
    and without the word before the name (`Kec. Kuaro`).
    """
    by_name = {folded(name): code for code, name in names.items()}
    codes: dict[int, str] = {}
    findings = []
    for row in rows:
        bare = re.sub(r"^(kecamatan|kec|kelurahan|kel|desa)\s+", "", folded(row.label))
        code = by_name.get(bare) or (row.label.strip() if row.label.strip() in names else None)
        if code is not None:
            codes[row.number] = code
            continue
        near = get_close_matches(bare, by_name, n=1)
        suggestion = names[by_name[near[0]]] if near else ""
        findings.append(_unknown_place(row, suggestion))
    return codes, tuple(findings)


def _unknown_place(row: SexRow, suggestion: str) -> Finding:
    remedy = (
        Text("Maksudnya “{name}”?", "Was “{name}” meant?").filled(name=suggestion)
        if suggestion
        else Text(
            "Gunakan nama menurut kode wilayah Kemendagri.",
            "Use the name of the Kemendagri code list.",
        )
    )
    message = Text("Wilayah “{label}” tidak dikenal.", "Place “{label}” is not known.")
    return Finding(
        row.number, Column.LABEL, Severity.ERROR, message.filled(label=row.label), remedy
    )


def _columns(grid: Sequence[Cells]) -> tuple[dict[Column, int], int]:
    """The place of each column, and how many rows stand above the first figure."""
    for index, cells in enumerate(grid[:_SEARCHED_ROWS]):
        found = _headings(cells)
        if Column.FEMALE not in found or Column.MALE not in found:
            continue
        # In a two-row heading the merged cells of the other columns stand above.
        for above in reversed(grid[max(0, index - _HEADING_DEPTH + 1) : index]):
            for column, place in _headings(above).items():
                if place not in found.values():
                    found.setdefault(column, place)
        if Column.LABEL not in found:
            found[Column.LABEL] = 0
        return found, index + 1
    raise NotASexTable


def _headings(cells: Cells) -> dict[Column, int]:
    found: dict[Column, int] = {}
    for place, cell in enumerate(cells):
        # A bilingual heading: `Laki-laki / Male`, or the two on two lines.
        parts = {folded(part) for part in re.split(r"[/\n(]", str(cell or ""))} | {folded(cell)}
        for column, words in HEADINGS.items():
            if parts & words:
                found.setdefault(column, place)
    return found


def _row(
    number: int,
    cells: Cells,
    places: Mapping[Column, int],
    measure: Measure,
    findings: list[Finding],
) -> SexRow | None:
    label = str(_cell(cells, places[Column.LABEL]) or "").strip()
    figures: dict[Column, Value | None] = {}
    for column in (Column.FEMALE, Column.MALE, Column.TOTAL):
        cell = _cell(cells, places[column]) if column in places else None
        try:
            figures[column] = value_of_cell(cell, measure)
        except ValueError:
            figures[column] = None
            if label:
                findings.append(_not_a_number(number, column, cell))
    if not label or all(value is None for value in figures.values()):
        return None
    return SexRow(
        number, label, figures[Column.FEMALE], figures[Column.MALE], figures[Column.TOTAL]
    )


def _not_a_number(number: int, column: Column, cell: object) -> Finding:
    message = Text("“{cell}” bukan angka.", "“{cell}” is not a number.")
    remedy = Text(
        "Isi angka; bila tidak ada, tulis “–” (tidak ada) atau “…” (belum dilaporkan).",
        "Enter a number; for none write “–” (nothing there) or “…” (not reported).",
    )
    return Finding(number, column, Severity.ERROR, message.filled(cell=str(cell)), remedy)


def value_of_cell(cell: object, measure: Measure) -> Value | None:
    """The figure in a cell, its kind of nothing, or None for an empty cell.

    Raises ValueError for anything else. A mark before exactly three digits groups thousands
    where people are counted, and is the decimal mark elsewhere.
    """
    if cell is None or isinstance(cell, bool):
        return None
    if isinstance(cell, int | float | Decimal):
        exact = Decimal(str(cell))
        return exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact
    text = str(cell).strip()
    if not text:
        return None
    nothing = nothing_printed_as("–" if text in {"-", "—"} else text)
    if nothing is not None:
        return nothing
    if measure is Measure.COUNT and _GROUPED.fullmatch(text):
        return Decimal(re.sub(r"[.,   ]", "", text))
    if _NUMBER.fullmatch(text):
        return Decimal(text.replace(",", "."))
    raise ValueError(text)


def _is_counting_row(row: SexRow) -> bool:
    """A row `(1) (2) (3)` under the heading counts the columns."""
    return re.fullmatch(r"\(?1\)?", row.label) is not None


def _cell(cells: Cells, place: int) -> object:
    return cells[place] if place < len(cells) else None
