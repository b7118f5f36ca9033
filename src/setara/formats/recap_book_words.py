"""The words of the ARG workbook."""

from __future__ import annotations

from setara.domain.language.text import Text

RECAP_SHEET = Text("Rekap", "Recap")
YEARS_SHEET = Text("Tahun", "Years")
LINES_SHEET = Text("Cara {way}", "Way {way}")
PLACES_SHEET = Text("Kecamatan", "Sub-districts")
TITLE = Text(
    "Rekap Anggaran Responsif Gender (ARG), tahun anggaran {year}",
    "Gender-responsive budget (ARG), budget year {year}",
)
CHOSEN = Text("Diuraikan di bawah: {way}", "Taken apart below: {way}")
SAMPLE = Text(
    "DATA CONTOH, jangan dikutip sebagai data resmi.", "SAMPLE DATA, do not quote as official."
)
CHECK = Text("Selisih dengan jumlah ARG", "Difference from the ARG total")
TOTAL = Text("Jumlah", "Total")
GROSS, WEIGHTED = Text("ARG (rupiah)", "ARG (rupiah)"), Text("Tertimbang", "Weighted")
SHARE = Text("Persentase ({way})", "Share ({way})")
SHARE_GROSS = Text("Persentase ({way}) bruto", "Share ({way}) gross")
SHARE_WEIGHTED = Text("Persentase ({way}) tertimbang", "Share ({way}) weighted")
BEFORE = Text("Pagu semula", "Before the change")
CHANGE = Text("Perubahan", "Change")
AFTER = Text("Setelah perubahan", "After the change")
REALISED = Text("Realisasi", "Realised")
AMOUNTS = (GROSS, WEIGHTED, BEFORE, AFTER, REALISED)
WAY_HEADS = (
    Text("Cara menghitung", "Way of counting"),
    GROSS,
    WEIGHTED,
    Text("Sub kegiatan", "Sub-activities"),
    Text("Artinya", "Meaning"),
)
SHARE_HEADS = (
    Text("Penyebut", "Denominator"),
    Text("Nilai penyebut (rupiah)", "Denominator (rupiah)"),
)
SOURCE = Text("Sumber dan catatan", "Source and note")
PART_HEADS = (
    Text("Kode", "Code"),
    Text("Nama", "Name"),
    GROSS,
    WEIGHTED,
    Text("Bagian dari ARG", "Part of ARG"),
    BEFORE,
    CHANGE,
    AFTER,
    REALISED,
)
LINE_HEADS = (
    Text("Kategori", "Category"),
    Text("Kode perangkat daerah", "Agency code"),
    Text("Perangkat daerah", "Agency"),
    Text("Bidang urusan", "Field of affairs"),
    Text("Misi", "Mission"),
    Text("Kode sub kegiatan", "Sub-activity code"),
    Text("Sub kegiatan", "Sub-activity"),
    *AMOUNTS,
)
PLACE_HEADS = (
    Text("Kode kecamatan", "Sub-district code"),
    Text("Kode perangkat daerah", "Agency code"),
    Text("Perangkat daerah", "Agency"),
    Text("Kode sub kegiatan", "Sub-activity code"),
    Text("Sub kegiatan", "Sub-activity"),
    *AMOUNTS,
)
YEAR_HEADS = (
    Text("Tahun", "Year"),
    Text("Buku", "Book"),
    Text("Deret terputus karena", "The series breaks because"),
    GROSS,
)
PERCENT_OF = Text("ARG sebagai % dari {whole}", "ARG as % of {whole}")
UNVERIFIED = Text("Belum diverifikasi.", "Unverified.")
BY_CATEGORY = Text("Menurut kategori", "By category")
BY_AGENCY = Text("Menurut perangkat daerah", "By agency")
BY_FIELD = Text("Menurut bidang urusan", "By field of affairs")
BY_MISSION = Text("Menurut misi RPJMD", "By mission of the RPJMD")
BY_DISTRICT = Text("Menurut kecamatan", "By sub-district")
