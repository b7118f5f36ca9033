"""The rules of plausibility, by number."""

from __future__ import annotations

from setara.domain.language.text import Text
from setara.domain.statistics.plausibility.finding import Rule
from setara.domain.statistics.table import Severity

TOTAL = Rule(
    "DATA-01",
    Text("Perempuan dan laki-laki berjumlah totalnya.", "Women and men make the total."),
    Text(
        "Cocokkan ketiga angka dengan dokumen sumber; jangan mengubah satu angka hanya supaya "
        "cocok.",
        "Compare the three figures with the source document; do not change one merely to fit.",
    ),
    Severity.ERROR,
)
PLACES = Rule(
    "DATA-02",
    Text("Wilayah bawahan berjumlah wilayah induknya.", "Places make the place they lie in."),
    Text(
        "Periksa apakah ada wilayah yang hilang, terhitung dua kali, atau salah ketik.",
        "Check whether a place is missing, counted twice or mistyped.",
    ),
    Severity.ERROR,
)
GROUPS = Rule(
    "DATA-03",
    Text("Kelompok berjumlah keseluruhannya.", "Groups make their whole."),
    Text(
        "Periksa kelompok yang hilang atau tumpang tindih, dan angka keseluruhannya.",
        "Check for groups that are missing or overlap, and the figure of the whole.",
    ),
    Severity.ERROR,
)
BASE = Rule(
    "DATA-04",
    Text(
        "Yang dihitung tidak melebihi penduduk kelompok itu.",
        "Nobody is counted beyond the population of that group.",
    ),
    Text(
        "Periksa angka ini dan angka penduduknya; mungkin orang dari wilayah lain ikut terhitung.",
        "Check this figure and that of the population; people from elsewhere may be counted.",
    ),
    Severity.ERROR,
)
JUMP = Rule(
    "DATA-05",
    Text(
        "Angka tidak melonjak tanpa sebab dari tahun-tahun lain.",
        "A figure does not leap away from other years without a cause.",
    ),
    Text(
        "Bila benar, jelaskan sebabnya; bila tidak, perbaiki angkanya.",
        "If it is right, explain why; if not, mend the figure.",
    ),
    Severity.WARNING,
)
RANGE = Rule(
    "DATA-06",
    Text("Angka berada dalam batas yang mungkin.", "A figure lies within what is possible."),
    Text(
        "Periksa tanda minus, tanda desimal, dan satuannya.",
        "Check the minus sign, the decimal mark and the unit.",
    ),
    Severity.ERROR,
)
SWAPPED = Rule(
    "DATA-07",
    Text(
        "Angka perempuan dan laki-laki tidak tertukar.",
        "The figures for women and men are not exchanged.",
    ),
    Text(
        "Periksa urutan kolom laki-laki dan perempuan pada berkas sumber.",
        "Check the order of the columns for men and women in the source file.",
    ),
    Severity.WARNING,
)
ONE_SEX = Rule(
    "DATA-08",
    Text(
        "Data yang hanya mungkin untuk satu jenis kelamin tidak berisi yang lain.",
        "What can be of one sex only has no figure for the other.",
    ),
    Text("Kosongkan, atau tulis NA (tidak berlaku).", "Leave it empty, or write NA."),
    Severity.ERROR,
)
COPIED = Rule(
    "DATA-09",
    Text(
        "Angka setahun bukan salinan tahun sebelumnya.",
        "A year's figures are not a copy of the year before.",
    ),
    Text(
        "Pastikan berkas tahun ini yang dikirim; bila memang sama, jelaskan.",
        "Make sure this year's file was sent; if nothing changed, say so.",
    ),
    Severity.WARNING,
)
FACTOR = Rule(
    "DATA-10",
    Text(
        "Angka tidak bergeser sepuluh, seratus, atau seribu kali.",
        "A figure is not ten, a hundred or a thousand times off.",
    ),
    Text(
        "Periksa tanda desimal dan pemisah ribuan pada berkas sumber.",
        "Check the decimal mark and the grouping of thousands in the source file.",
    ),
    Severity.ERROR,
)
UNIT = Rule(
    "DATA-11",
    Text("Angka memakai satuan yang diminta.", "A figure is in the unit that was asked for."),
    Text(
        "Jumlah ditulis bilangan bulat; persentase ditulis 0 sampai 100, bukan 0 sampai 1.",
        "Counts are whole numbers; per cents run from 0 to 100, not from 0 to 1.",
    ),
    Severity.ERROR,
)
MISSING_SEX = Rule(
    "DATA-12",
    Text("Kedua jenis kelamin dilaporkan.", "Both sexes are reported."),
    Text(
        "Isi angkanya, isi 0 bila memang nol, atau pilih sebab tidak adanya angka.",
        "Enter the figure, enter 0 if it is zero, or choose why there is none.",
    ),
    Severity.WARNING,
)
RULES = {
    rule.id: rule
    for rule in (
        TOTAL, PLACES, GROUPS, BASE, JUMP, RANGE, SWAPPED, ONE_SEX, COPIED, FACTOR, UNIT,
        MISSING_SEX,
    )
}  # fmt: skip
"""All rules by number; a government may switch any of them off."""
