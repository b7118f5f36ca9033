"""What is said about a long table that cannot be read."""

from setara.domain.language.text import Text

MISSING_COLUMN = Text(
    "Kolom “{column}” tidak ada. Tabel panjang memerlukan kolom element, place, year, sex, dan "
    "value; judul Indonesia seperti kode elemen, kode wilayah, tahun, jenis kelamin, dan nilai "
    "juga dikenali.",
    "There is no column “{column}”. A long table needs the columns element, place, year, sex and "
    "value.",
)
UNKNOWN_COLUMN = Text(
    "Kolom “{column}” tidak dikenal. Hapus kolom itu, atau beri nama salah satu rincian: {known}.",
    "The column “{column}” is not known. Delete it, or name it as one of the breakdowns: {known}.",
)

SHORT = (
    Text("Baris ini kurang kolom.", "This row lacks columns."),
    Text(
        "Lengkapi kolomnya; satu baris memuat satu angka.",
        "Complete its columns; a row holds one figure.",
    ),
)
UNKNOWN_ELEMENT = (
    Text("Elemen data “{cell}” tidak dikenal.", "Data element “{cell}” is not known."),
    Text("Gunakan kode dari daftar elemen data.", "Use a code of the register of elements."),
)
UNKNOWN_PLACE = (
    Text("Wilayah “{cell}” tidak dikenal.", "Place “{cell}” is not known."),
    Text(
        "Gunakan kode atau nama menurut kode wilayah Kemendagri.",
        "Use the code or name of the Kemendagri code list.",
    ),
)
UNKNOWN_SEX = (
    Text("Jenis kelamin “{cell}” tidak dikenal.", "Sex “{cell}” is not known."),
    Text("Isi L atau P.", "Enter L (men) or P (women)."),
)
UNKNOWN_YEAR = (
    Text("Tahun “{cell}” tidak dapat dibaca.", "The year “{cell}” cannot be read."),
    Text("Isi tahun empat angka, misalnya 2024.", "Enter a year of four digits, such as 2024."),
)
UNKNOWN_CATEGORY = (
    Text("Rincian “{cell}” tidak dikenal.", "The group “{cell}” is not known."),
    Text(
        "Gunakan kategori dari daftar rincian, atau kosongkan untuk semua.",
        "Use a category of the list of breakdowns, or leave it empty for everybody.",
    ),
)
IMPOSSIBLE = Text("Angka {value} {flaw}.", "The figure {value} is {flaw}.")
NUMBER_REMEDY = Text(
    "Isi angka; bila tidak ada, tulis “–” (tidak ada), “…” (belum dilaporkan), “×” (ditolak), "
    "atau NA (tidak berlaku).",
    "Enter a number; for none write “–” (nothing there), “…” (not reported), “×” (refused) or NA "
    "(not applicable).",
)
NO_HEAD = Text(
    "Baris judul tabel panjang tidak ditemukan: perlu kolom element, place, year, sex, dan value "
    "(atau kode elemen, kode wilayah, tahun, jenis kelamin, nilai).",
    "The heading row of a long table was not found: it needs the columns element, place, year, "
    "sex and value.",
)
REFUSED = Text(
    "Berkas belum diterima: ada {count} baris yang perlu diperbaiki. Tidak ada angka yang "
    "disimpan.",
    "The file was not taken: {count} rows need mending. No figure was kept.",
)
TWICE = (
    Text(
        "Angka untuk sel yang sama sudah ada pada baris {first}.",
        "A figure for the same cell stands in row {first} already.",
    ),
    Text("Hapus salah satu barisnya.", "Delete one of the two rows."),
)
ALREADY_KEPT = (
    Text("Angka untuk sel ini sudah tercatat.", "A figure for this cell is recorded already."),
    Text(
        "Hapus baris ini, atau perbaiki angkanya sebagai koreksi.",
        "Delete the row, or mend the figure by a correction.",
    ),
)
UNEQUAL = (
    Text(
        "Perempuan dan laki-laki berjumlah {sum}, tetapi jumlahnya tertulis {total}.",
        "Women and men make {sum}, but the total reads {total}.",
    ),
    Text(
        "Cocokkan ketiga angka dengan dokumen sumber.",
        "Compare the three figures with the source document.",
    ),
)
ABOVE_BASE = (
    Text(
        "Angka {figure} melebihi penduduk kelompok yang sama, {most}.",
        "The figure {figure} exceeds the population of the same group, {most}.",
    ),
    Text(
        "Periksa angka ini dan data penduduknya.",
        "Check this figure and that of the population.",
    ),
)
RANGE_REMEDY = Text(
    "Periksa angka, tanda desimal, dan satuannya pada dokumen sumber.",
    "Check the figure, its decimal mark and its unit in the source document.",
)
FOREIGN = (
    Text(
        "Elemen data “{cell}” dihasilkan perangkat daerah lain.",
        "Data element “{cell}” is produced by another agency.",
    ),
    Text(
        "Kirim hanya elemen yang dihasilkan perangkat daerah Anda, atau minta Sekretariat.",
        "Send only what your agency produces, or ask the secretariat.",
    ),
)
NO_ROWS = Text(
    "Tabel tidak memuat satu angka pun di bawah judulnya.",
    "The table holds no figure below its headings.",
)
