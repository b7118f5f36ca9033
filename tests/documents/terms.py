"""The KAK of the exemplar, filled in as a focal point would."""

from __future__ import annotations

from setara.domain.budget.terms import Accommodation, ScheduledAction, Terms
from setara.domain.foundation.money import Rupiah

TERMS = Terms(
    women=35,
    men=65,
    disabled=4,
    ages="18–35 tahun 40 orang, 36–59 tahun 55 orang, 60 tahun ke atas 5 orang",
    method="Swakelola: pelatihan tatap muka dua hari, lalu kunjungan lapangan sebulan sekali",
    place="Balai Penyuluhan Pertanian Kuaro dan Long Ikis, terjangkau angkutan desa",
    implementer="Bidang Penyuluhan",
    responsible="Ir. Siti Contoh, M.P.",
    responsible_number="19700101 199503 2 001",
    limits="Sepuluh kelompok tani di dua kecamatan; tidak termasuk bantuan alat",
    schedule=(
        ScheduledAction(1, (2, 3), "dua angkatan, masing-masing dua hari"),
        ScheduledAction(2, (2,)),
        ScheduledAction(3, (4, 5, 6), "mulai pukul 15.00 setelah pekerjaan rumah"),
    ),
    accommodations=(
        Accommodation("Pojok anak dengan dua pengasuh", Rupiah(6_000_000)),
        Accommodation("Uang transpor peserta", Rupiah(12_500_000)),
    ),
)
