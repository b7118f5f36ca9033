"""What was read of a budget file, said in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from setara.cli.deeds.budget_facts import DELIMITERS
from setara.cli.terminal import Terminal
from setara.domain.budget.reading.cells import letter
from setara.domain.budget.reading.judging import rupiah
from setara.domain.budget.reading.reading import BudgetReading
from setara.domain.budget.reading.role_words import ROLES
from setara.domain.budget.reading.sheets import listed
from setara.domain.budget.severity import Severity
from setara.domain.language.text import Text, same
from setara.usecases.budget.reading import ReadFile

MOST_TOLD = 30

FORMAT = Text("{name}: {family}", "{name}: {family}")
SHEET = Text("  Lembar: {sheet}{others}", "  Sheet: {sheet}{others}")
OTHERS = Text(" (juga anggaran: {names})", " (also a budget: {names})")
WRITTEN = Text("  Ditulis: {encoding}, pemisah {mark}", "  Written: {encoding}, {mark} between")
MARKS = {
    "comma": Text("koma", "comma"),
    "semicolon": Text("titik koma", "semicolon"),
    "tab": Text("tab", "tab"),
    "bar": Text("garis tegak", "bar"),
}
HEADING = Text("  Judul kolom: baris {rows}", "  Headings: row {rows}")
COLUMN = Text(
    "    {letter}  {role}{style} – “{heading}”", "    {letter}  {role}{style} – “{heading}”"
)
NOT_UNDERSTOOD = Text("tidak dipahami", "not understood")
AGENCY = Text("  Perangkat daerah: {agency}", "  Agency: {agency}")
SEVERAL = Text("{count} perangkat daerah", "{count} agencies")
UNNAMED = Text("tidak disebut", "not named")
YEAR = Text("  Tahun: {year}", "  Year: {year}")
ROWS = Text("  Baris: {count}", "  Rows: {count}")
AMOUNT = Text("  Belanja: {amount}", "  Expenditure: {amount}")
REALISED = Text("  Realisasi: {amount}", "  Realised: {amount}")
TOTALS = Text("  Jumlah menurut tingkat:", "  Totals by level:")
TOTAL = Text("    {level}: {count}, {amount}", "    {level}: {count}, {amount}")
ACCOUNTS = Text("  Jumlah menurut akun:", "  Totals by account:")
ACCOUNT = Text("    {code}: {amount}", "    {code}: {amount}")
REPAIRS = Text("  Yang diperbaiki: {count}", "  Repaired: {count}")
REPAIR = Text(
    "    {row}{label}: “{was}” → “{now}”{times}", "    {row}{label}: “{was}” → “{now}”{times}"
)
IN_ROW = Text("baris {row}, ", "row {row}, ")
TIMES = Text(" dan {count} baris lain", " and {count} more rows")
FINDINGS = Text(
    "  Temuan: {errors} kesalahan, {warnings} peringatan, {notes} catatan",
    "  Findings: {errors} errors, {warnings} warnings, {notes} notes",
)
FINDING = Text(
    "    {cell}  {severity}: {message} {remedy}", "    {cell}  {severity}: {message} {remedy}"
)
MORE = Text(
    "    … dan {count} lagi; --json memuat semuanya.",
    "    … and {count} more; --json has them all.",
)
LINE = Text(
    "    {row}  {level}  {code}  {name}  {amount}", "    {row}  {level}  {code}  {name}  {amount}"
)


def say_reading(read: ReadFile, terminal: Terminal, *, with_lines: bool) -> None:
    """What the file is, how it was read, what it adds up to, and what is doubted."""
    reading = read.reading
    terminal.say(FORMAT.filled(name=read.name, family=reading.family.label))
    if read.delimiter:
        mark = MARKS.get(DELIMITERS.get(read.delimiter, ""), same(read.delimiter))
        terminal.say(WRITTEN.filled(encoding=read.encoding, mark=mark))
    else:
        others = OTHERS.filled(names=listed(read.others)) if read.others else ""
        terminal.say(SHEET.filled(sheet=listed(read.sheets), others=others))
    _say_columns(reading, terminal)
    _say_facts(reading, terminal)
    if with_lines:
        for line in reading.lines:
            amount = "" if line.amount is None else rupiah(line.amount)
            terminal.say(
                LINE.filled(
                    row=str(line.row),
                    level=line.level.label,
                    code=line.code,
                    name=line.name,
                    amount=amount,
                )
            )
    _say_repairs(reading, terminal)
    _say_findings(reading, terminal)


def _say_columns(reading: BudgetReading, terminal: Terminal) -> None:
    if reading.heading_rows:
        terminal.say(HEADING.filled(rows="–".join(_ends(reading.heading_rows))))
    for each in reading.columns:
        if not each.heading:
            continue
        style = reading.styles.get(letter(each.place))
        terminal.say(
            COLUMN.filled(
                letter=letter(each.place),
                role=ROLES[each.role] if each.role else NOT_UNDERSTOOD,
                style=same(", {style}").filled(style=style.label) if style else "",
                heading=each.heading,
            )
        )


def _ends(rows: Sequence[int]) -> list[str]:
    return [str(row) for row in dict.fromkeys((rows[0], rows[-1]))]


def _say_facts(reading: BudgetReading, terminal: Terminal) -> None:
    agency: Text | str = " ".join(part for part in reading.agency if part) or UNNAMED
    if len(reading.agencies) > 1:
        agency = SEVERAL.filled(count=len(reading.agencies))
    terminal.say(AGENCY.filled(agency=agency))
    terminal.say(YEAR.filled(year=", ".join(reading.years) or UNNAMED))
    terminal.say(ROWS.filled(count=len(reading.lines)))
    terminal.say(AMOUNT.filled(amount=rupiah(reading.amount)))
    if reading.realised is not None:
        terminal.say(REALISED.filled(amount=rupiah(reading.realised)))
    terminal.say(TOTALS)
    for total in reading.totals:
        terminal.say(
            TOTAL.filled(level=total.level.label, count=total.count, amount=rupiah(total.amount))
        )
    if reading.accounts:
        terminal.say(ACCOUNTS)
    for code, amount in reading.accounts.items():
        terminal.say(ACCOUNT.filled(code=code, amount=rupiah(amount)))


def _say_repairs(reading: BudgetReading, terminal: Terminal) -> None:
    terminal.say(REPAIRS.filled(count=sum(each.times for each in reading.repairs)))
    for each in reading.repairs[:MOST_TOLD]:
        terminal.say(
            REPAIR.filled(
                row=IN_ROW.filled(row=str(each.row)) if each.row else "",
                label=each.mend.label,
                was=each.was,
                now=each.now,
                times=TIMES.filled(count=each.times - 1) if each.times > 1 else "",
            )
        )
    _say_more(len(reading.repairs), terminal)


def _say_findings(reading: BudgetReading, terminal: Terminal) -> None:
    counts = {
        severity: sum(1 for each in reading.findings if each.severity is severity)
        for severity in Severity
    }
    terminal.say(
        FINDINGS.filled(
            errors=counts[Severity.ERROR],
            warnings=counts[Severity.WARNING],
            notes=counts[Severity.NOTE],
        )
    )
    for each in reading.findings[:MOST_TOLD]:
        terminal.say(
            FINDING.filled(
                cell=each.cell,
                severity=each.severity.label,
                message=each.message,
                remedy=each.remedy,
            )
        )
    _say_more(len(reading.findings), terminal)


def _say_more(count: int, terminal: Terminal) -> None:
    if count > MOST_TOLD:
        terminal.say(MORE.filled(count=count - MOST_TOLD))
