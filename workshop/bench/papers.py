"""W7, papers: twenty GBS as PDF, beside LibreOffice converting the same twenty from DOCX."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from setara.domain.language.text import Language, Text, same
from setara.domain.reports.outline import (
    Column,
    Facts,
    Heading,
    Items,
    Letterhead,
    Outline,
    Signature,
    Table,
)
from setara.formats.docx import docx
from setara.formats.pdf import pdf
from workshop.bench.measuring import Figure, spent_by
from workshop.environment import ROOT

PAPERS = 20


def figures() -> Iterator[Figure]:
    """CPU of both ways, each a process of its own that starts from nothing, and their ratio."""
    environment = dict(os.environ) | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    with tempfile.TemporaryDirectory(prefix="setara-bench-") as folder:
        ours = spent_by([sys.executable, "-m", __name__, "pdf", folder], environment)
        yield Figure(f"{PAPERS} GBS as PDF, CPU", ours.cpu, "s", note=f"wall {ours.wall:.2f} s")
        writing = spent_by([sys.executable, "-m", __name__, "docx", folder], environment)
        yield Figure(f"{PAPERS} GBS as DOCX, CPU", writing.cpu, "s")
        office = shutil.which("soffice")
        if office is None:
            raise FileNotFoundError("LibreOffice (soffice) is not installed")
        drafts = [str(path) for path in sorted(Path(folder).glob("*.docx"))]
        convert = [office, "--headless", f"-env:UserInstallation=file://{folder}/profile"]
        theirs = spent_by(
            [*convert, "--convert-to", "pdf", "--outdir", folder, *drafts], environment
        )
        yield Figure("LibreOffice converts the DOCX, CPU", theirs.cpu, "s")
        yield Figure("LibreOffice over ours", theirs.cpu / ours.cpu, "×", note="promised ≥ 10")


def write(form: str, folder: str) -> None:
    """Write the papers in one format, as the application would."""
    make = pdf if form == "pdf" else docx
    for number in range(PAPERS):
        path = Path(folder) / f"gbs-{number:02}.{form}"
        path.write_bytes(make(_statement(number), Language.INDONESIAN))


def _statement(number: int) -> Outline:
    """A GBS of the usual length: a head, eight lists, a table, a signature."""
    words = same("Peningkatan kapasitas pelaku usaha mikro perempuan dan laki-laki secara setara")
    lists = [
        part
        for place in range(8)
        for part in (Heading(same(f"Bagian {place}")), Items((words, words, words)))
    ]
    columns = tuple(Column(same(name)) for name in ("Aksi", "Masukan", "Keluaran", "Hasil"))
    rows = tuple(((words,), (same(f"Rp{place}"),), (words,), (words,)) for place in range(30))
    return Outline(
        title=same(f"Pernyataan Anggaran Gender {number}"),
        blocks=(
            Facts(((Text("Tahun", "Year"), same("2026")),)),
            *lists,
            Table(columns, rows),
            Signature(same(f"Paser, {date(2026, 1, 5)}"), same("Kepala Dinas"), "", "Nama"),
        ),
        letterhead=Letterhead("Pemerintah Kabupaten Paser", "Dinas"),
    )


if __name__ == "__main__":
    write(sys.argv[1], sys.argv[2])
