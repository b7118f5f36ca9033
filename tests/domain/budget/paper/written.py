"""GAPs and GBSs of the case file written down as agencies do: matrix, field by field, GBS."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from setara.domain.budget.paper.places import Sheet

TODAY = date(2025, 6, 16)
CASES_FILE = Path(__file__).parents[3] / "cases/budget/papers.toml"
CASES: dict[str, Any] = tomllib.loads(CASES_FILE.read_text(encoding="utf-8"), parse_float=Decimal)
EXEMPLAR: dict[str, str] = CASES["exemplar"]

HEADS = (
    "Nama Kebijakan/Program/Kegiatan/Sub Kegiatan",
    "Data Pembuka Wawasan",
    "Faktor Kesenjangan",
    "Sebab Kesenjangan Internal",
    "Sebab Kesenjangan Eksternal",
    "Reformulasi Tujuan",
    "Rencana Aksi",
    "Data Dasar (Base-line)",
    "Indikator Kinerja",
)
CELLS = (
    "activity",
    "data",
    "factors",
    "internal",
    "external",
    "reformulated",
    "actions",
    "baseline",
    "indicators",
)
GROUPS = (
    *(None, None, "Isu Gender", None, None),
    *("Kebijakan dan Rencana ke Depan", None, "Pengukuran Hasil", None),
)
Rows = tuple[tuple[str | None, ...], ...]


def filled(case: dict[str, Any]) -> dict[str, str]:
    """A published case with the cells of its own and sound words in the others."""
    data = case["data"].strip()
    sound = {
        "activity": f"{case['code']} Sub kegiatan contoh\nTujuan: meningkatnya mutu layanan",
        "internal": "1. Undangan hanya dikirim kepada kepala keluarga",
        "external": "1. Jadwal kegiatan bertepatan dengan pekerjaan rumah tangga",
        "reformulated": "Meningkatnya mutu layanan bagi perempuan dan laki-laki secara setara",
        "actions": "1. Undangan dikirim kepada perempuan dan laki-laki\n2. Jadwal kegiatan "
        "sore hari bagi peserta yang mengurus rumah tangga",
        "baseline": "",
        "indicators": "Output: jumlah kegiatan 4 kali",
    }
    return sound | {name: case[name].strip() for name in CELLS if name in case} | {"data": data}


def matrix(*gaps: dict[str, str]) -> Rows:
    """Title, agency and year, grouped heading, numbers of columns, a row for each GAP."""
    width = (None,) * (len(HEADS) - 1)
    return (
        ("GENDER ANALYSIS PATHWAY (GAP)", *width),
        ("Perangkat Daerah : Dinas Contoh", *width),
        ("Tahun Anggaran : 2026", *width),
        GROUPS,
        HEADS,
        tuple(str(number) for number in range(1, len(HEADS) + 1)),
        *(tuple(gap.get(name) or None for name in CELLS) for gap in gaps),
    )


def listed(gap: dict[str, str]) -> Rows:
    """The same GAP with labels at the left."""
    return (
        ("Perangkat Daerah", "Dinas Contoh"),
        ("Tahun Anggaran", "2026"),
        *((label, gap.get(name) or None) for label, name in zip(HEADS, CELLS, strict=True)),
    )


def statement(gap: dict[str, str], code: str) -> Rows:
    """A GBS in the order of the city form of Surabaya."""
    return (
        ("GENDER BUDGET STATEMENT", None, None),
        ("NAMA PERANGKAT DAERAH", ":", "Kecamatan Contoh"),
        ("TAHUN ANGGARAN", ":", "2026"),
        ("PROGRAM", ":", "Program contoh"),
        ("KEGIATAN", ":", "Kegiatan contoh"),
        ("SUB KEGIATAN", ":", "Sub kegiatan contoh"),
        ("TUJUAN SUB KEGIATAN", ":", "Meningkatnya mutu layanan"),
        ("KODE SUB KEGIATAN", ":", code),
        ("ANALISIS SITUASI", None, None),
        (None, "1. Data Pembuka Wawasan", gap["data"]),
        (None, "2. Isu dan Faktor Kesenjangan Gender", f"Faktor Kesenjangan:\n{gap['factors']}"),
        (None, "Sebab Kesenjangan Internal", gap["internal"]),
        (None, "Sebab Kesenjangan Eksternal", gap["external"]),
        ("CAPAIAN SUB KEGIATAN", None, None),
        (None, "1. Tolok Ukur", gap["reformulated"]),
        (None, "2. Indikator dan Target Kinerja", gap["indicators"]),
        ("JUMLAH ANGGARAN", ":", "Rp75.000.000"),
        ("RENCANA AKSI", ":", gap["actions"]),
    )


def rows_of(case: dict[str, Any]) -> Rows:
    """A published case in the form it stands in."""
    gap = filled(case)
    return statement(gap, case["code"]) if case["form"] == "gbs" else matrix(gap)


def sheet(rows: Rows) -> Sheet:
    """The rows as the first table of a document."""
    return Sheet("1", rows)
