"""A version of the budget written out for spreadsheets and for machines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import refused, require
from setara.domain.language.text import Language, Text
from setara.formats.budget_table import MOST_XLSX_ROWS, budget_csv, budget_xlsx
from setara.store.models import BudgetBookRecord, BudgetDetailRecord
from setara.usecases.budget.book_keeping import BOOK
from setara.usecases.budget.fiscal_package import fiscal_package
from setara.usecases.budget.stored_versions import is_sample
from setara.usecases.budget.version_rows import VersionRows, version_rows
from setara.usecases.foundation.access import one

SAMPLE = Text(
    "DATA CONTOH, jangan dikutip sebagai data resmi.", "SAMPLE DATA, do not quote as official."
)
ADDED_UP = Text(
    "Satu baris adalah satu rincian. Pagu Sub Kegiatan tertulis sekali, pada baris pertamanya, "
    "sehingga setiap kolom uang dapat dijumlahkan. Berkas ini dapat diimpor kembali.",
    "A row is one detail line. The amount of a sub-activity is written once, on its first row, so "
    "that each column of money can be added up. This file can be imported again.",
)
TITLE = Text("Anggaran {stage} {year}", "Budget, {stage} {year}")


class ExportFormat(StrEnum):
    """The kinds of files a version can be taken out in."""

    CSV = "csv"
    XLSX = "xlsx"
    FDP = "fdp"


@dataclass(frozen=True, slots=True)
class ExportFile:
    """A file to hand out."""

    name: str
    content: bytes


def version_file(
    *, by: Actor, version_id: int, form: ExportFormat, today: date, language: Language
) -> ExportFile:
    """A version with all its lines as a file. Raises NotFound, and Refused for an XLSX too long.

    CSV and XLSX can be taken in again and give the same budget.
    """
    rows = version_rows(by=by, version_id=version_id, today=today)
    stage = rows.version.stage
    name = f"anggaran-{rows.version.year}-{stage.phase.value.lower()}"
    name += f"-{stage.sequence:02}" if stage.sequence else ""
    if form is ExportFormat.FDP:
        content = fiscal_package(by=by, rows=rows, today=today, language=language)
        return ExportFile(f"{name}-fdp.zip", content)
    content = budget_csv(rows.rows()) if form is ExportFormat.CSV else _xlsx(rows, language)
    return ExportFile(f"{name}.{form.value}", content)


def received_book(*, by: Actor, book_id: int) -> ExportFile:
    """The file of a book as it was handed in, byte for byte, also of one taken out.

    Raises NotFound. Cost: one query.
    """
    require(by.may(Permission.READ_RECORDS))
    rows = BudgetBookRecord.objects.select_related("file")
    row = one(by, rows, book_id, what=BOOK, through="version__government")
    return ExportFile(row.file.name, bytes(row.file.content))


def _xlsx(rows: VersionRows, language: Language) -> bytes:
    version = rows.version
    counts = BudgetDetailRecord.objects.filter(book__version=version).values_list("lines")
    count = sum(lines for (lines,) in counts)
    if count > MOST_XLSX_ROWS:
        require(
            refused(
                "Versi ini {count} baris; XLSX hanya sampai {most}. Unduh sebagai CSV.",
                "This version has {count} lines; XLSX goes up to {most}. Download it as CSV.",
                count=count,
                most=MOST_XLSX_ROWS,
            )
        )
    title = TITLE.filled(stage=version.stage.name, year=str(version.year)).say(language)
    notes = [ADDED_UP.say(language)]
    if is_sample(version):
        notes.insert(0, SAMPLE.say(language))
    return budget_xlsx(rows.rows(), title=title, notes=notes)
