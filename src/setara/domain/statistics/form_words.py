"""The words of the form: headings, checks, and how to fill it in."""

from __future__ import annotations

from decimal import Decimal

from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.observation import NOTHING_LABELS, Nothing

GUIDE_SHEET, MENDING_SHEET, WHOLE_SHEET = "Petunjuk", "Perbaikan", "Seluruh wilayah"

# The words stand in formulas too, so they are short, and in one language.
COMPLETE, MATCHES, EMPTY = "lengkap", "cocok", "belum diisi"
TWO_ANSWERS, NO_NUMBER, DIFFERS = "pilih satu", "bukan angka", "selisih"

PLACE = Text("Wilayah", "Place")
ELEMENT = Text("Elemen data", "Data element")
ROWS = Text("Rincian", "Breakdown")
UNIT = Text("Satuan", "Unit")
EVERYBODY = Text("semua", "everybody")
BY_SEX = {Sex.MALE: Text("LAKI-LAKI (L)", "MEN"), Sex.FEMALE: Text("PEREMPUAN (P)", "WOMEN")}
LAST = Text("Terakhir", "Last")
LAST_IS = Text("angka terakhir: {period}", "last figures: {period}")
FIGURE = Text("Angka", "Figure")
REASON = Text("Bila tidak ada angka", "Where there is none")
SUM = Text("L + P", "M + W")
STATED = Text("Jumlah di sumber", "Total in source")
CHECK = Text("Periksa", "Check")
NOTE = Text("Catatan", "Note")
ADDED = Text("Jumlah wilayah (dihitung)", "Sum of places (computed)")
STATED_ROW = Text("Jumlah di sumber, bila ada", "Total in the source, if any")
DIFFERENCE_ROW = Text("Selisih", "Difference")
SHEET_TITLE = Text("{code} {name}", "{code} {name}")
SHEET_LEAD = Text(
    "Satuan: {unit} · periode {period} · {agency}", "Unit: {unit} · period {period} · {agency}"
)
FILL_LEAD = Text(
    "Isi sel kuning: angka, atau pilih alasannya. Nol adalah angka.",
    "Fill in the yellow cells: a figure, or the reason. Zero is a figure.",
)
WHOLE_TITLE = Text("Angka seluruh wilayah", "Figures of the whole area")
TYPE_WHOLE = Text(
    "Isi bilangan bulat {least} sampai {most}, tanpa satuan.",
    "Give a whole number from {least} to {most}, without unit.",
)
TYPE_NUMBER = Text(
    "Isi angka {least} sampai {most}, tanpa satuan.",
    "Give a number from {least} to {most}, without unit.",
)
CHOOSE_REASON = Text("Pilih dari daftar.", "Choose from the list.")

FORM_TITLE = Text("Formulir data terpilah: {title}", "Form for data by sex: {title}")
FACTS = {
    "agency": Text("Perangkat daerah", "Agency"),
    "government": Text("Pemerintah daerah", "Government"),
    "period": Text("Periode data", "Period"),
    "due": Text("Batas waktu", "Due"),
    "version": Text("Versi permintaan", "Version of the call"),
}
HOW = Text("Cara mengisi", "How to fill it in")
STEPS = (
    Text(
        "Isi hanya sel kuning. Sel lain terkunci; jangan menambah, menghapus, atau mengurutkan "
        "baris.",
        "Fill in the yellow cells only. The others are locked; do not add, delete or sort rows.",
    ),
    Text(
        "Tidak ada angka? Pilih alasannya di kolom sebelah kanannya. Nol (0) berarti dihitung dan "
        "hasilnya nol.",
        "No figure? Choose the reason in the column to its right. Zero (0) means: counted, and "
        "there were none.",
    ),
    Text(
        "“Jumlah di sumber” tidak wajib: bila diisi, Setara membandingkannya dengan L + P.",
        "“Total in source” is optional: where given, it is compared with men plus women.",
    ),
    Text(
        "Lihat kolom “Periksa”: “lengkap” atau “cocok” berarti siap.",
        "Watch the column “Check”: “lengkap” (complete) or “cocok” (matches) means ready.",
    ),
    Text(
        "Simpan sebagai .xlsx, lalu unggah di halaman isian Anda. Berkas dinilai seluruhnya; bila "
        "ada yang keliru, tidak ada yang disimpan dan Anda menerima formulir yang ditandai.",
        "Save as .xlsx and upload it on the page of your answer. The file is judged whole; if "
        "anything is wrong nothing is kept and you get the form back with marks.",
    ),
)
LEGEND = Text("Arti warna", "What the colours mean")
LEGEND_LINES = {
    "figure": Text("Isi angka di sini", "Type a figure here"),
    "reason": Text("Pilih alasan bila tidak ada angka", "Choose why there is no figure"),
    "stated": Text("Boleh diisi: jumlah menurut sumber", "Optional: the total in the source"),
    "last": Text("Angka periode terakhir yang tersimpan", "Figure of the last period kept"),
    "sum": Text("Dihitung otomatis", "Computed"),
    "closed": Text("Tidak diminta", "Not asked"),
    "marked": Text("Perlu diperbaiki: baca komentar sel", "To be mended: read its comment"),
}
SAMPLES: dict[str, str | Decimal] = {
    "figure": Decimal(123),
    "reason": NOTHING_LABELS[Nothing.NOT_REPORTED].id,
    "stated": Decimal(246),
    "last": Decimal(120),
    "sum": Decimal(246),
    "marked": "banyak",
}
KINDS = Text("Alasan bila tidak ada angka", "Reasons where there is no figure")
KIND_MEANINGS = {
    Nothing.NONE_EXISTS: Text(
        "Tidak ada yang dapat dihitung di sana (misalnya tidak ada SMA).",
        "There is nothing there to count (for example no such school).",
    ),
    Nothing.NOT_REPORTED: Text(
        "Datanya ada atau mungkin ada, tetapi belum masuk.",
        "The figure exists or may exist, but has not come in.",
    ),
    Nothing.REFUSED: Text(
        "Pemilik data tidak bersedia memberikannya.", "Who has the figure will not give it."
    ),
    Nothing.NOT_APPLICABLE: Text(
        "Pertanyaannya tidak berlaku di sana.", "The question makes no sense there."
    ),
}
CONTENTS = Text("Isi formulir", "Contents")
CONTENTS_HEADS = (
    Text("Lembar", "Sheet"),
    Text("Tabel", "Table"),
    Text("Baris siap", "Rows ready"),
)
READY = Text("{ready} dari {of}", "{ready} of {of}")
WORDS = tuple(label.id for label in NOTHING_LABELS.values())

MENDING_TITLE = Text("Yang perlu diperbaiki ({n})", "What needs mending ({n})")
MENDING_LEAD = Text(
    "Klik alamat sel untuk menuju ke sana. Setelah diperbaiki, simpan dan unggah kembali berkas "
    "ini.",
    "Click on an address to get there. When mended, save this file and upload it again.",
)
MENDING_HEADS = (
    Text("Lembar", "Sheet"),
    Text("Sel", "Cell"),
    Text("Yang keliru", "What is wrong"),
    Text("Yang perlu dilakukan", "What to do"),
)
MEND = Text("Perbaiki: {what}", "Mend: {what}")
REVIEWED = Text("Komentar: {comment}", "Comment: {comment}")
