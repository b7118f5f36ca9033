"""Decisions of a made-up government that tags by a rule of its own, which no list of ours knows."""

from __future__ import annotations

from random import Random

from setara.domain.budget.screening.decisions import Decided

# What this government tags: markets, water, cooperatives, libraries, sanitation.
TAGGED = ["Pasar Rakyat", "Air Minum", "Koperasi", "Perpustakaan", "Sanitasi", "Angkutan Umum"]
OTHER = ["Jalan", "Kepegawaian", "Aset Daerah", "Tata Ruang", "Persandian", "Arsip"]
DEEDS = [
    "Pembinaan",
    "Penyusunan",
    "Pengawasan",
    "Fasilitasi",
    "Evaluasi",
    "Koordinasi",
    "Monitoring",
]
WHERE = ["Kabupaten", "Kecamatan", "Kelurahan", "Kawasan", "Desa"]


def planted() -> tuple[Decided, ...]:
    """210 lines of five agencies; one answer in twelve is the wrong one."""
    chance = Random(20)
    lines: list[Decided] = []
    for subject in (*TAGGED, *OTHER):
        for deed in DEEDS:
            for where in chance.sample(WHERE, 3 if subject in TAGGED else 2):
                name = f"{deed} {subject} {where}"
                code = f"3.{30 + len(lines) % 5}.02.2.01.{len(lines):04}"
                is_wrong = chance.random() < 1 / 12
                lines.append(
                    Decided(name, code, str(len(lines) % 5), (subject in TAGGED) ^ is_wrong)
                )
    return tuple(lines)
