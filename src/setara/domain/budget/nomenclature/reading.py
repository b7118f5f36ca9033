"""A list of the nomenclature as it is published, read row by row: all of it, or what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from setara.domain.budget.activity import ActivityLevel
from setara.domain.budget.carry_over import code_key, name_key
from setara.domain.budget.nomenclature.entry import ListedEntry, level_of
from setara.domain.budget.nomenclature.headings import (
    ListHeading,
    NotANomenclature,
    is_heading,
    list_heading,
)
from setara.domain.budget.reading.cells import Cells, tidy
from setara.domain.budget.reading.codes import (
    activity_of,
    is_account,
    joined_parts,
    tokens_of,
    written_code,
)
from setara.domain.budget.reading.findings import Fault, Mend, ReadingFinding, Repair, quoted
from setara.domain.budget.reading.judging import found
from setara.domain.budget.severity import Severity
from setara.domain.language.text import Text

LONGEST_NAME = 500
LONGEST_UNIT = 200
_PARTS_ABOVE = {6: 5, 5: 3, 3: 2, 2: 1}
# The affair itself is often left out of a list of one field.
_FIELD_PARTS = 2


@dataclass(frozen=True, slots=True)
class ListReading:
    """A list as read: its entries in the order of the file, what was mended and doubted."""

    entries: tuple[ListedEntry, ...]
    findings: tuple[ReadingFinding, ...]
    repairs: tuple[Repair, ...]

    @property
    def errors(self) -> tuple[ReadingFinding, ...]:
        """The findings that keep the whole list out."""
        return tuple(each for each in self.findings if each.severity is Severity.ERROR)

    def count(self, level: ActivityLevel) -> int:
        """How many entries a level has."""
        return sum(each.level is level for each in self.entries)


def read_list(rows: Sequence[Cells]) -> ListReading:
    """A list out of the rows of a table. Raises NotANomenclature. Cost: some 40 µs a row."""
    heading = list_heading(rows)
    reader = _Reader(heading)
    for number, cells in enumerate(rows[heading.row :], start=heading.row + 1):
        reader.take(number, cells)
    if not reader.entries and not reader.findings:
        raise NotANomenclature(_EMPTY)
    entries = tuple(reader.entries.values())
    findings = sorted((*reader.findings, *_orphans(entries)), key=lambda each: each.place)
    return ListReading(entries, tuple(findings), tuple(reader.repairs))


@dataclass(slots=True)
class _Reader:
    heading: ListHeading
    entries: dict[str, ListedEntry] = field(default_factory=dict)
    findings: list[ReadingFinding] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)

    def take(self, row: int, cells: Cells) -> None:
        """One row: an entry, a finding, or nothing where it is empty or repeats the headings."""
        name = self._text(cells, self.heading.name)
        raw = self._code_cell(cells)
        if is_heading(raw) or self._is_below_heading(cells):
            return
        bare, mend = written_code(raw)
        if not bare:
            if name:
                self.findings.append(
                    found(
                        Fault.MISSING_CODE_OF_ENTRY, row, self.heading.codes[0], name=quoted(name)
                    )
                )
            return
        code = _normal(bare)
        if code is None:
            self.findings.append(
                found(Fault.BAD_CODE, row, self.heading.codes[0], code=quoted(tidy(raw)))
            )
        elif not name:
            self.findings.append(found(Fault.MISSING_NAME, row, self.heading.name))
        elif len(name) > LONGEST_NAME:
            self.findings.append(
                found(Fault.LONG_NAME, row, self.heading.codes[0], code=code, most=LONGEST_NAME)
            )
        else:
            self._keep(row, cells, code, name)
            if code != tidy(raw):
                self.repairs.append(Repair(mend or Mend.CODE_ZEROS, row, tidy(raw), code))

    def _keep(self, row: int, cells: Cells, code: str, name: str) -> None:
        entry = ListedEntry(
            code=code,
            level=level_of(code),
            name=name,
            performance=self._text(cells, self.heading.performance),
            indicator=self._text(cells, self.heading.indicator),
            unit=self._text(cells, self.heading.unit)[:LONGEST_UNIT],
            row=row,
        )
        # Both widths of a sub kegiatan are one code, so a list must not hold both.
        first = self.entries.setdefault(code_key(code), entry)
        if first is entry:
            return
        fault = (
            Fault.ENTRY_TWICE
            if name_key(first.name) == name_key(name)
            else Fault.TWO_NAMES_OF_A_CODE
        )
        self.findings.append(
            found(
                fault,
                row,
                self.heading.codes[0],
                code=code,
                first=first.row,
                name=first.name,
                other=name,
            )
        )

    def _code_cell(self, cells: Cells) -> object:
        places = [place for place in self.heading.codes if place < len(cells)]
        if len(places) == 1:
            return cells[places[0]]
        return joined_parts(tuple(cells[place] for place in places))

    def _is_below_heading(self, cells: Cells) -> bool:
        """Whether the row names or numbers the columns, between the headings and the list."""
        words = [cell for cell in cells if tidy(cell)]
        codes = [cells[place] for place in self.heading.codes if place < len(cells)]
        if codes and all(is_heading(cell) for cell in codes if tidy(cell)) and any(codes):
            return True
        numbered = [tidy(cell).strip("()") for cell in words]
        counted = [str(number) for number in range(1, len(words) + 1)]
        return not self.entries and len(words) > 1 and numbered == counted

    @staticmethod
    def _text(cells: Cells, place: int | None) -> str:
        return tidy(cells[place]) if place is not None and place < len(cells) else ""


def _normal(bare: str) -> str | None:
    """The code in its normal form, None where it is no code of the nomenclature."""
    tokens = tokens_of(bare)
    if not tokens or is_account(tokens):
        return None
    parts = activity_of(tokens)
    return ".".join(parts) if parts else None


def _orphans(entries: Sequence[ListedEntry]) -> Iterator[ReadingFinding]:
    """A finding for each code that lines belong under and the list lacks, with all their rows."""
    known = {each.code for each in entries}
    rows: dict[str, list[int]] = {}
    for each in entries:
        parts = each.code.split(".")
        above = parts[: _PARTS_ABOVE.get(len(parts), 0)]
        if len(above) >= _FIELD_PARTS and ".".join(above) not in known:
            rows.setdefault(".".join(above), []).append(each.row)
    for code, lacking in rows.items():
        yield found(
            Fault.MISSING_UPPER_ENTRY,
            lacking[0],
            rows=tuple(lacking[1:]),
            code=code,
            count=len(lacking),
        )


_EMPTY = Text(
    "Di bawah judul kolom tidak ada satu kode pun. Periksa apakah berkas dan lembarnya benar.",
    "There is not a single code below the headings. Check that it is the right file and sheet.",
)
