"""Books with a line for every level: a code, a description and an amount each."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from setara.domain.budget.reading.amounts import Amounts, Unread
from setara.domain.budget.reading.cells import Cells, folded, is_blank, letter, tidy
from setara.domain.budget.reading.codes import Code, is_agency_code, joined_parts, written_code
from setara.domain.budget.reading.findings import Fault, Mend, ReadingFinding, Repair, quoted
from setara.domain.budget.reading.heading import Heading, is_printed_again
from setara.domain.budget.reading.judging import found
from setara.domain.budget.reading.level import Level
from setara.domain.budget.reading.line import AgencyRef, Amount
from setara.domain.budget.reading.node import Node
from setara.domain.budget.reading.roles import DESCRIPTIONS, MONEY, MONTHS, Role

TOTAL_WORDS = re.compile(
    r"^(?:sub ?)?(?:grand ?)?(?:jumlah|total)\b|^su[rp]{2}lus\b|^defisit\b|^suprlus|"
    r"^pembiayaan nett?o\b|^sisa (?:lebih|kurang)\b|^silpa\b"
)
_GROUP = re.compile(r"^\[\s*[#-]\s*\]")
# What follows a printed table: signatures, remarks, the budget team.
_AFTER_TABLE = re.compile(
    r"^(?:pembahasan|catatan hasil|tim anggaran|mengetahui|menyetujui|mengesahkan|nip\b|"
    r"rencana (?:realisasi|penarikan)|keterangan pembahasan|tanggal pembahasan)"
)
_WORDS_OF_AGENCY = ("skpd", "opd", "unit", "organisasi", "perangkat daerah")

_IN_FORCE = (Role.AFTER, Role.AMOUNT)

CodeReader = Callable[[object], Code | None]


class TreeReader:
    """Takes the rows in one by one; `nodes` are what it made of them, in their order."""

    def __init__(
        self,
        heading: Heading,
        amounts: Mapping[Role, Amounts],
        read_code: CodeReader,
    ) -> None:
        self._heading = heading
        self._places = heading.places
        self._amounts = amounts
        self._read_code = read_code
        self._text = self._first(*DESCRIPTIONS)
        self._agency = AgencyRef()
        self._has_amount = any(role in self._places for role in _IN_FORCE)
        self._is_over = False
        self.nodes: list[Node] = []
        self.findings: list[ReadingFinding] = []
        self.repairs: list[Repair] = []

    def read(self, row: int, cells: Cells) -> None:
        """Take in one row: a line, a total, an explanation, or nothing."""
        if self._is_over or is_blank(cells) or is_printed_again(cells, self._heading):
            return
        amounts = self._money(row, cells)
        raw = self._raw_code(cells)
        name = self._words(cells, self._text)
        has_money = any(value is not None for value in amounts.values())
        if not has_money and self._ends_table(cells):
            self._is_over = True
            return
        code = self._read_code(raw) if tidy(raw) else None
        if code is None and tidy(raw):
            code, name = self._mended(row, raw, name)
        if code is not None:
            self._keep_code(row, raw, code)
            self._add(row, cells, amounts, level=code.level, name=name, code=code)
        else:
            self._without_code(row, cells, amounts, raw=tidy(raw), name=name)

    def _without_code(
        self, row: int, cells: Cells, amounts: dict[Role, Amount | None], *, raw: str, name: str
    ) -> None:
        said = name or raw
        has_money = any(value is not None for value in amounts.values())
        if TOTAL_WORDS.match(folded(said)) and has_money:
            self._add(row, cells, amounts, level=Level.TOTAL, name=said)
        elif _GROUP.match(said):
            self._add(row, cells, amounts, level=Level.ITEM_GROUP, name=said)
        elif raw and (is_agency_code(raw) or folded(raw).startswith(_WORDS_OF_AGENCY)):
            self._change_agency(raw, name)
        elif raw and has_money and not name:
            # A printed recapitulation writes the agency across all columns.
            self._change_agency("", raw)
        elif raw and has_money:
            self.findings.append(
                found(Fault.BAD_CODE, row, self._heading.code_places[0], code=quoted(raw))
            )
        elif has_money and name:
            self._add(row, cells, amounts, level=Level.ITEM, name=name)
        elif self.nodes and (note := self._words(cells, self._places.get(Role.NOTE))):
            self.nodes[-1].notes.append(note)

    def _add(
        self,
        row: int,
        cells: Cells,
        amounts: dict[Role, Amount | None],
        *,
        level: Level,
        name: str,
        code: Code | None = None,
    ) -> None:
        amount = next((v for role in _IN_FORCE if (v := amounts.get(role)) is not None), None)
        if amount is None and not self._has_amount:
            amount = amounts.get(Role.BEFORE)
        note = self._words(cells, self._places.get(Role.NOTE))
        self.nodes.append(
            Node(
                row=row,
                level=level,
                activity=code.activity if code else "",
                account=code.account if code else "",
                name=name,
                amount=amount,
                before=amounts.get(Role.BEFORE),
                change=amounts.get(Role.CHANGE),
                realised=amounts.get(Role.REALISED),
                cash_plan=amounts.get(Role.CASH_PLAN),
                months=tuple(amounts.get(month) for month in MONTHS)
                if MONTHS[0] in self._places
                else (),
                fund=self._words(cells, self._places.get(Role.FUND_NAME)),
                location=self._words(cells, self._places.get(Role.LOCATION)),
                agency=self._agency,
                notes=[note] if note else [],
            )
        )

    def _change_agency(self, code: str, name: str) -> None:
        bare = written_code(code)[0]
        self._agency = (
            AgencyRef(bare, name) if is_agency_code(bare) else AgencyRef("", name or code)
        )

    def _mended(self, row: int, raw: object, name: str) -> tuple[Code | None, str]:
        """The code where it stands in the place of the name."""
        code = self._read_code(name) if name else None
        if code is None:
            return None, name
        was, now = f"{tidy(raw)} | {name}", f"{code.text} | {tidy(raw)}"
        self.repairs.append(Repair(Mend.SWAPPED, row, was, now))
        self.findings.append(
            found(
                Fault.SWAPPED,
                row,
                self._heading.code_places[0],
                was=quoted(was),
                now=quoted(now),
            )
        )
        return code, tidy(raw)

    def _keep_code(self, row: int, raw: object, code: Code) -> None:
        if code.mend is not None and code.mend is not Mend.CODE_BLANKS:
            self.repairs.append(Repair(code.mend, row, tidy(raw), code.text))
        elif code.mend is Mend.CODE_BLANKS:
            self._count_blanks(row, raw, code)

    def _count_blanks(self, row: int, raw: object, code: Code) -> None:
        """Blanks and dots are told once with their number: they are in every row of a file."""
        for place, repair in enumerate(self.repairs):
            if repair.mend is Mend.CODE_BLANKS:
                self.repairs[place] = Repair(
                    repair.mend, repair.row, repair.was, repair.now, repair.times + 1
                )
                return
        self.repairs.append(Repair(Mend.CODE_BLANKS, row, tidy(raw), code.text))

    def _money(self, row: int, cells: Cells) -> dict[Role, Amount | None]:
        """The amounts of a row by role; what is no number is a finding and left out."""
        amounts: dict[Role, Amount | None] = {}
        for role, column in self._amounts.items():
            place = self._places[role]
            cell = cells[place] if place < len(cells) else None
            value = column[cell]
            if isinstance(value, Unread):
                if not self._is_over and self._looks_like_line(cells):
                    self.findings.append(found(Fault.BAD_AMOUNT, row, place, cell=quoted(cell)))
                continue
            if cell in column.mended:
                self.repairs.append(Repair(Mend.AMOUNT, row, tidy(cell), str(value)))
            amounts[role] = value
        return amounts

    def _looks_like_line(self, cells: Cells) -> bool:
        raw = self._raw_code(cells)
        return bool(tidy(raw)) and self._read_code(raw) is not None

    def _raw_code(self, cells: Cells) -> object:
        places = self._heading.code_places
        if len(places) == 1:
            return cells[places[0]] if places[0] < len(cells) else None
        return joined_parts(tuple(cells[p] for p in places if p < len(cells)))

    def _ends_table(self, cells: Cells) -> bool:
        first = next((folded(cell) for cell in cells if tidy(cell)), "")
        return bool(self.nodes) and _AFTER_TABLE.match(first) is not None

    def _words(self, cells: Cells, place: int | None) -> str:
        return tidy(cells[place]) if place is not None and place < len(cells) else ""

    def _first(self, *roles: Role) -> int | None:
        return next((self._places[role] for role in roles if role in self._places), None)


def amounts_of(rows: Sequence[Cells], heading: Heading) -> dict[Role, Amounts]:
    """A reader of amounts for each money column, its style told by the whole column."""
    return {
        role: Amounts(row[place] for row in rows if place < len(row))
        for role, place in heading.places.items()
        if role in MONEY
    }


def style_findings(amounts: Mapping[Role, Amounts], heading: Heading) -> list[ReadingFinding]:
    """Columns written in two ways, or in a way that nothing makes certain."""
    found_here = []
    for role, column in amounts.items():
        place = heading.places[role]
        if column.strays:
            found_here.append(
                found(
                    Fault.MIXED_STYLES,
                    0,
                    place,
                    column=letter(place),
                    cell=quoted(column.strays[0]),
                )
            )
        elif column.ambiguous:
            found_here.append(
                found(
                    Fault.AMBIGUOUS_STYLE,
                    0,
                    place,
                    column=letter(place),
                    cell=quoted(column.ambiguous),
                )
            )
    return found_here
