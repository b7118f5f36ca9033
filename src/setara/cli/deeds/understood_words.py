"""What was understood of a file, said in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from setara.cli.terminal import Terminal
from setara.domain.language.text import Text, listed, same
from setara.domain.statistics.table import Severity
from setara.domain.statistics.understanding.columns import ColumnRead
from setara.domain.statistics.understanding.findings import SheetFinding
from setara.domain.statistics.understanding.rows import RowKind
from setara.domain.statistics.understanding.structure import Structure
from setara.domain.statistics.understanding.understood import UnderstoodSheet
from setara.usecases.statistics.understanding import CheckedFile

MOST_TOLD = 20

FILE = Text(
    "{name}: {kind}, {sheets} lembar, {tables} tabel",
    "{name}: {kind}, {sheets} sheets, {tables} tables",
)
SHEET = Text("Lembar “{name}”", "Sheet “{name}”")
TITLE = Text("  Judul: {title}", "  Title: {title}")
LAYOUT = Text("  Bentuk: {layout}", "  Layout: {layout}")
HEADER = Text(
    "  Judul kolom: baris {rows}; angka mulai baris {first}",
    "  Headings: rows {rows}; figures from row {first}",
)
YEARS = Text("  Tahun: {years}", "  Years: {years}")
NO_YEAR = Text("tidak disebut", "not named")
COLUMNS = Text("  Kolom:", "  Columns:")
COLUMN = Text(
    "    {letter}  {role}{year} – dari {because}", "    {letter}  {role}{year} – by {because}"
)
ROWS = Text("  Baris: {counts}", "  Rows: {counts}")
FIGURES = Text("  Angka: {count} dibaca{nothing}", "  Figures: {count} read{nothing}")
PLACES = Text(
    "  Wilayah: {matched} dikenal, {unmatched} tidak", "  Places: {matched} known, {unmatched} not"
)
EMPTY = Text("sel kosong", "empty cells")
FINDINGS = Text(
    "  Temuan: {errors} kesalahan, {warnings} peringatan",
    "  Findings: {errors} errors, {warnings} warnings",
)
FINDING = Text(
    "    {cell}  {severity}: {message} {remedy}", "    {cell}  {severity}: {message} {remedy}"
)
MORE = Text(
    "    … dan {count} temuan lagi; --json memuat semuanya.",
    "    … and {count} more; --json has them all.",
)
NONE_FOUND = Text("  Temuan: tidak ada", "  Findings: none")


def say_file(checked: CheckedFile, terminal: Terminal) -> None:
    """The file, then each sheet: what it is, how it was read, and what is wrong in it."""
    understood = checked.understood
    terminal.say(
        FILE.filled(
            name=understood.file,
            kind=checked.kind.value.upper(),
            sheets=len(understood.sheets),
            tables=len(understood.tables),
        )
    )
    _say_findings(understood.findings, terminal, is_quiet=True)
    for sheet in understood.sheets:
        terminal.say(same(""))
        terminal.say(SHEET.filled(name=sheet.name))
        if sheet.structure is not None:
            _say_structure(sheet, sheet.structure, terminal)
            _say_rows(sheet, terminal)
            _say_findings(sheet.findings, terminal)
        for words in sheet.not_understood:
            terminal.say(Text("  {words}", "  {words}").filled(words=words))


def _say_structure(sheet: UnderstoodSheet, structure: Structure, terminal: Terminal) -> None:
    if structure.title:
        terminal.say(TITLE.filled(title=structure.title))
    terminal.say(LAYOUT.filled(layout=structure.layout.label))
    rows = ", ".join(map(str, structure.header_rows))
    terminal.say(HEADER.filled(rows=rows, first=structure.first_row))
    terminal.say(YEARS.filled(years=_years(sheet.years) or NO_YEAR))
    terminal.say(COLUMNS)
    for first, last in _runs(structure.columns):
        terminal.say(_column(first, last))


def _years(years: Sequence[int]) -> str:
    if len(years) > 2 and years[-1] - years[0] == len(years) - 1:  # noqa: PLR2004 -- a span from three on
        return f"{years[0]}–{years[-1]}"
    return ", ".join(map(str, years))


def _runs(columns: Sequence[ColumnRead]) -> list[tuple[ColumnRead, ColumnRead]]:
    """Neighbours in one role are told together: fourteen years of men are one line."""
    runs: list[tuple[ColumnRead, ColumnRead]] = []
    for column in columns:
        if runs and runs[-1][1].role is column.role and runs[-1][1].place == column.place - 1:
            runs[-1] = (runs[-1][0], column)
        else:
            runs.append((column, column))
    return runs


def _column(first: ColumnRead, last: ColumnRead) -> Text:
    years = [column.year for column in (first, last) if column.year is not None]
    span = "–".join(str(year) for year in sorted(set(years)))
    return COLUMN.filled(
        letter=first.letter if first is last else f"{first.letter}–{last.letter}",
        role=first.role.label,
        year=f" {span}" if span else "",
        because=first.because,
    )


def _say_rows(sheet: UnderstoodSheet, terminal: Terminal) -> None:
    counts = [
        Text("{count} {kind}", "{count} {kind}").filled(count=count, kind=kind.label)
        for kind in RowKind
        if (count := sheet.row_counts.get(kind))
    ]
    terminal.say(ROWS.filled(counts=listed(counts)))
    nothings = [
        Text("{count} {kind}", "{count} {kind}").filled(
            count=count, kind=kind.label if kind else EMPTY
        )
        for kind, count in sheet.nothings.items()
    ]
    count = sum(1 for _ in sheet.figures()) - sum(sheet.nothings.values())
    said = Text("; {words}", "; {words}").filled(words=listed(nothings)) if nothings else same("")
    terminal.say(FIGURES.filled(count=count, nothing=said))
    if sheet.places:
        matched = sum(match.place is not None for match in sheet.places.values())
        unmatched = len(sheet.places) - matched
        terminal.say(PLACES.filled(matched=matched, unmatched=unmatched))


def _say_findings(
    findings: Sequence[SheetFinding], terminal: Terminal, *, is_quiet: bool = False
) -> None:
    if not findings:
        if not is_quiet:
            terminal.say(NONE_FOUND)
        return
    counted = Counter(finding.severity for finding in findings)
    terminal.say(
        FINDINGS.filled(errors=counted[Severity.ERROR], warnings=counted[Severity.WARNING])
    )
    ordered = sorted(findings, key=lambda finding: finding.severity is not Severity.ERROR)
    for finding in ordered[:MOST_TOLD]:
        terminal.say(
            FINDING.filled(
                cell=finding.cell or "–",
                severity=finding.severity.label,
                message=finding.message,
                remedy=finding.remedy,
            )
        )
    if len(findings) > MOST_TOLD:
        terminal.say(MORE.filled(count=len(findings) - MOST_TOLD))
