"""Books read whole: the shape of their codes, their rows, what belongs to what, and the sums."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from setara.domain.budget.reading.cells import Cells, folded, letter, tidy
from setara.domain.budget.reading.codes import (
    FIRST_ACCOUNTS,
    current_code,
    is_account,
    joined_parts,
    tokens_of,
    written_code,
)
from setara.domain.budget.reading.explanations import explanation_findings
from setara.domain.budget.reading.family import Family, tree_family
from setara.domain.budget.reading.findings import Fault, ReadingFinding
from setara.domain.budget.reading.heading import Heading
from setara.domain.budget.reading.judging import found, rupiah
from setara.domain.budget.reading.level import Level
from setara.domain.budget.reading.line import AgencyRef, Amount, Line, added
from setara.domain.budget.reading.node import Node
from setara.domain.budget.reading.old_codes import OldShape, is_nothing, old_shape, speaks_old
from setara.domain.budget.reading.parents import place_current, place_old
from setara.domain.budget.reading.preamble import Preamble
from setara.domain.budget.reading.reading import BudgetReading, NotABudget
from setara.domain.budget.reading.remarks import take_remarks
from setara.domain.budget.reading.roles import Role
from setara.domain.budget.reading.strays import agency_findings
from setara.domain.budget.reading.sums import change_findings, sum_findings, sum_of
from setara.domain.budget.reading.totals import (
    account_totals,
    level_totals,
    planning_level,
    stated_total,
    total_findings,
)
from setara.domain.budget.reading.tree import (
    CodeReader,
    TreeReader,
    amounts_of,
    style_findings,
)
from setara.domain.language.text import Text

_BUDGET_WORDS = re.compile(
    r"\b(?:belanja|pendapatan|pembiayaan|program|kegiatan|anggaran|apbd|pagu|urusan|honorarium)\b"
)
_FEWEST_CODED = 0.3
_SUB_PARTS, _WIDEST_SUB = 6, 4


def read_tree(
    rows: Sequence[Cells], heading: Heading, preamble: Preamble, first: int
) -> BudgetReading:
    """The book in `rows`, of which `first` is the number of the first; headings are above them.

    Raises NotABudget where hardly any row has a code or nothing speaks of a budget.
    """
    codes = _code_cells(rows, heading)
    shape = old_shape(codes, preamble.agency.code) if speaks_old(codes) else None
    read_code: CodeReader = shape.read if shape else _current_reader(codes)
    _must_be_a_budget(rows, codes, heading, preamble, read_code)
    amounts = amounts_of(rows, heading)
    reader = TreeReader(heading, amounts, read_code)
    for number, cells in enumerate(rows, start=first):
        reader.read(number, cells)
    nodes = reader.nodes
    if shape:
        place_old(nodes, shape.organisation_of, lambda activity: is_nothing(activity, shape))
    else:
        place_current(nodes)
    _fill(nodes)
    _name_agencies(nodes, preamble, shape)
    take_remarks(nodes)
    family = tree_family(heading, is_old=shape is not None)
    findings = [
        *reader.findings,
        *style_findings(amounts, heading),
        *_judged(nodes, heading, family),
        *(agency_findings(nodes, preamble, shape.organisation_of) if shape else ()),
    ]
    styles = {letter(heading.places[role]): column.style for role, column in amounts.items()}
    return _reading(family, heading, preamble, nodes, findings).with_repairs(
        (*preamble.repairs, *reader.repairs), styles
    )


def _code_cells(rows: Sequence[Cells], heading: Heading) -> list[object]:
    places = heading.code_places
    if len(places) == 1:
        place = places[0]
        cells = [row[place] for row in rows if place < len(row)]
        return [cell for cell in cells if tidy(cell)]
    joined = [joined_parts(tuple(row[p] for p in places if p < len(row))) for row in rows]
    return [text for text in joined if text]


def _current_reader(codes: Sequence[object]) -> CodeReader:
    """Reads today's codes, a sub kegiatan that lost its zeros by the width most others have."""
    widths = Counter(
        len(tokens[_SUB_PARTS - 1])
        for cell in codes
        if len(tokens := tokens_of(written_code(cell)[0])) >= _SUB_PARTS
    )
    short, long = widths[2], widths[_WIDEST_SUB]
    width = 2 if short > long else _WIDEST_SUB
    # `5` alone is belanja in a book of accounts, and an urusan in one of activities.
    parted = [tokens_of(written_code(cell)[0]) for cell in codes]
    has_accounts = any(map(is_account, parted)) or _is_short_summary(parted)
    return lambda cell: current_code(cell, width, has_accounts=has_accounts)


def _is_short_summary(codes: Sequence[tuple[str, ...]]) -> bool:
    """Whether nothing but akun stands there: `4` pendapatan, `5` belanja, `6` pembiayaan."""
    said = {".".join(tokens) for tokens in codes if tokens}
    return "5" in said and said <= FIRST_ACCOUNTS


def _must_be_a_budget(
    rows: Sequence[Cells],
    codes: Sequence[object],
    heading: Heading,
    preamble: Preamble,
    read_code: CodeReader,
) -> None:
    coded = [code for cell in codes if (code := read_code(cell))]
    if codes and len(coded) < len(codes) * _FEWEST_CODED:
        raise NotABudget(_NO_CODES.filled(row=heading.last + 1))
    said = [preamble.title, *(each.heading for each in heading.columns)]
    said += [tidy(cell) for row in rows[:200] for cell in row if isinstance(cell, str)]
    if not any(_BUDGET_WORDS.search(folded(text)) for text in said):
        raise NotABudget(_NO_BUDGET_WORDS.filled(row=heading.last + 1))


def _fill(nodes: Sequence[Node]) -> None:
    """Sums nobody wrote: a line without an amount has that of the lines below it."""
    for node in reversed(nodes):
        below = [child.amount for child in node.children if child.amount is not None]
        if node.amount is None and below:
            paid = [child for child in node.children if child.amount is not None]
            node.amount = sum_of(node, paid, below)


def _name_agencies(nodes: Sequence[Node], preamble: Preamble, shape: OldShape | None) -> None:
    """The agency of each row: of its code, named where the file names it, else the preamble's."""
    named = {n.activity: n.name for n in nodes if n.level is Level.AGENCY}
    codes = {shape.organisation_of(n.activity) for n in nodes} - {""} if shape else set()
    by_code: dict[str, AgencyRef] = {}
    current = preamble.agency
    for node in nodes:
        if shape is None:
            node.agency = node.agency if any(node.agency) else preamble.agency
            continue
        code = shape.organisation_of(node.activity)
        if code:
            if code not in by_code:
                by_code[code] = _agency(code, preamble, named, is_only=len(codes) == 1)
            current = by_code[code]
        node.agency = current


def _agency(code: str, preamble: Preamble, named: dict[str, str], *, is_only: bool) -> AgencyRef:
    own = next((name for full, name in named.items() if full.endswith(code)), "")
    stated = preamble.agency
    is_alike = code.startswith(stated.code) or stated.code.startswith(code)
    is_the_one = is_only or (stated.code and is_alike)
    return AgencyRef(code, own or (stated.name if is_the_one else ""))


def _judged(nodes: Sequence[Node], heading: Heading, family: Family) -> list[ReadingFinding]:
    """Everything that can be doubted once it is known what belongs to what."""
    places = heading.places
    money = places.get(Role.AFTER, places.get(Role.AMOUNT, places.get(Role.BEFORE, 0)))
    findings = sum_findings(nodes, money, lambda node: node.amount)
    if Role.BEFORE in places and (Role.AFTER in places or Role.AMOUNT in places):
        findings += sum_findings(nodes, places[Role.BEFORE], lambda node: node.before)
    if Role.REALISED in places:
        findings += sum_findings(nodes, places[Role.REALISED], lambda node: node.realised)
    if Role.CHANGE in places:
        findings += change_findings(nodes, places[Role.CHANGE])
    findings += explanation_findings(nodes, money)
    findings += total_findings(nodes, money)
    findings += _duplicates(nodes, heading)
    if family in {Family.OLD_BOOK, Family.OLD_BOOK_CHANGED, Family.CODED_BOOK}:
        findings += [
            found(Fault.MISSING_CODE, node.row, heading.code_places[0], amount=rupiah(node.amount))
            for node in nodes
            if node.level is Level.ITEM and node.amount
        ]
    return findings


def _duplicates(nodes: Sequence[Node], heading: Heading) -> list[ReadingFinding]:
    """Codes that stand twice; urusan and bidang head several sections, agency-wide accounts too."""
    first: dict[tuple[str, str], int] = {}
    findings = []
    for node in nodes:
        if not node.code or node.level in {Level.AFFAIR, Level.FIELD, Level.AGENCY}:
            continue
        key = (node.code, node.agency.code)
        if node.is_agency_wide:
            key = (f"{node.code} {node.parent.row if node.parent else 0}", key[1])
        row = first.setdefault(key, node.row)
        if row != node.row and not node.is_agency_wide:
            findings.append(
                found(
                    Fault.DUPLICATE,
                    node.row,
                    heading.code_places[0],
                    rows=(row,),
                    code=node.code,
                    row=str(row),
                )
            )
    return findings


def _reading(
    family: Family,
    heading: Heading,
    preamble: Preamble,
    nodes: Sequence[Node],
    findings: list[ReadingFinding],
) -> BudgetReading:
    if not nodes:
        findings = [*findings, found(Fault.NO_LINES, heading.last + 1)]
    lines = _of_form(tuple(node.line(preamble.year) for node in nodes), preamble)
    return BudgetReading(
        family=family,
        heading_rows=tuple(range(heading.first + 1, heading.last + 2)),
        columns=heading.columns,
        styles={},
        title=preamble.title,
        region=preamble.region,
        year=preamble.year,
        years=(preamble.year,) if preamble.year else (),
        agencies=tuple(dict.fromkeys(n.agency for n in nodes if any(n.agency))),
        lines=lines,
        activities=_activities(lines, preamble),
        totals=level_totals(nodes),
        accounts=account_totals(nodes),
        amount=stated_total(nodes),
        realised=_realised(nodes),
        findings=tuple(findings),
        repairs=(),
    )


def _realised(nodes: Sequence[Node]) -> Amount | None:
    known = [n.realised for n in nodes if n.parent is None and n.realised is not None]
    return added(known) if known else None


def _activities(lines: Sequence[Line], preamble: Preamble) -> tuple[Line, ...]:
    """The lines of the lowest planning level; what stands outside activities goes with them."""
    level = planning_level(line.level for line in lines)
    if level is not None:
        return tuple(line for line in lines if line.level in {level, Level.NO_ACTIVITY})
    activity = _form_of(preamble)
    whole = [line for line in lines if line.parent == 0 and line.account.startswith("5")]
    if not activity or not whole:
        return ()
    known = [line.realised for line in whole if line.realised is not None]
    return (
        whole[0]._replace(
            level=Level.SUB_ACTIVITY,
            activity=activity,
            account="",
            name=preamble.activity[1],
            amount=added(line.amount or 0 for line in whole),
            realised=added(known) if known else None,
        ),
    )


def _form_of(preamble: Preamble) -> str:
    """The sub kegiatan a printed form is of, empty for none."""
    one = current_code(preamble.activity[0]) if preamble.activity[0] else None
    return one.activity if one and one.level is Level.SUB_ACTIVITY else ""


def _of_form(lines: tuple[Line, ...], preamble: Preamble) -> tuple[Line, ...]:
    """The lines of a form that names its sub kegiatan above, each of that sub kegiatan."""
    activity = _form_of(preamble)
    if not activity or planning_level(line.level for line in lines) is not None:
        return lines
    return tuple(line._replace(activity=activity) for line in lines)


_NO_CODES = Text(
    "Baris {row}: kolom kode di bawah judul ini hampir tidak berisi kode program, kegiatan, atau "
    "rekening, jadi ini bukan berkas anggaran.",
    "Row {row}: the code column below these headings holds hardly any code of a program, activity "
    "or account, so this is no budget file.",
)
_NO_BUDGET_WORDS = Text(
    "Baris {row}: tabel ini tidak menyebut belanja, program, kegiatan, atau anggaran, jadi ini "
    "bukan berkas anggaran.",
    "Row {row}: this table speaks of no expenditure, program, activity or budget, so this is no "
    "budget file.",
)
