"""W7, papers: 500 GBS as PDF, beside LibreOffice converting the same papers from DOCX."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
from workshop.bench.measuring import Figure
from workshop.environment import ROOT

PAPERS = 500
CONVERTED = 50
"""LibreOffice gets a tenth; what a paper costs it beyond its start is counted for the rest."""
TIMES = 3


def figures() -> Iterator[Figure]:
    """CPU of both ways, each a process of its own that starts from nothing, and their ratio."""
    environment = dict(os.environ) | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    with tempfile.TemporaryDirectory(prefix="setara-bench-") as folder:
        ours = _spent([*_OURS, "pdf", folder, str(PAPERS)], environment)
        yield Figure(f"{PAPERS} GBS as PDF, CPU", ours.cpu, "s", note=f"wall {ours.wall:.1f} s")
        few = _spent([*_OURS, "pdf", folder, str(PAPERS // 10)], environment, times=1).memory
        yield Figure(
            f"most memory of {PAPERS}", ours.memory, "MB", note=f"{few:.0f} for {PAPERS // 10}"
        )
        office = shutil.which("soffice")
        if office is None:
            raise FileNotFoundError("LibreOffice (soffice) is not installed")
        writing = _spent([*_OURS, "docx", folder, str(CONVERTED)], environment, times=1)
        yield Figure(f"{CONVERTED} GBS as DOCX, CPU", writing.cpu, "s")
        drafts = [str(path) for path in sorted(Path(folder).glob("*.docx"))]
        convert = [office, "--headless", f"-env:UserInstallation=file://{folder}/profile"]
        convert += ["--convert-to", "pdf", "--outdir", folder]
        _spent([*convert, drafts[0]], environment, times=1)
        one = _spent([*convert, drafts[0]], environment).cpu
        several = _spent([*convert, *drafts], environment)
        yield Figure(
            f"LibreOffice converts {CONVERTED}, CPU", several.cpu, "s", note=f"one: {one:.2f} s"
        )
        theirs = one + (several.cpu - one) / (CONVERTED - 1) * (PAPERS - 1)
        yield Figure(
            f"LibreOffice over ours for {PAPERS}", theirs / ours.cpu, "×", note="promised ≥ 10"
        )


_OURS = [sys.executable, "-m", __name__ if __name__ != "__main__" else "workshop.bench.papers"]


@dataclass(frozen=True)
class _Cost:
    cpu: float
    wall: float
    memory: float


def _spent(command: list[str], environment: Mapping[str, str], times: int = TIMES) -> _Cost:
    """The median of some runs; memory in MB."""
    runs = [_once(command, environment) for _ in range(times)]
    return sorted(runs, key=lambda run: run.cpu)[times // 2]


def _once(command: list[str], environment: Mapping[str, str]) -> _Cost:
    started = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise subprocess.CalledProcessError(os.waitstatus_to_exitcode(status), command)
    process.returncode = 0
    cpu = usage.ru_utime + usage.ru_stime
    return _Cost(cpu, time.perf_counter() - started, usage.ru_maxrss / 1024)


def write(form: str, folder: str, papers: int) -> None:
    """Write the papers in one format, as the application would."""
    make = pdf if form == "pdf" else docx
    for number in range(papers):
        path = Path(folder) / f"gbs-{number:03}.{form}"
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
    write(sys.argv[1], sys.argv[2], int(sys.argv[3]))
