"""What is said to somebody whose own form cannot be taken in."""

from __future__ import annotations

from setara.domain.language.text import Text

AGENCY = Text("Perangkat Daerah", "Agency")
AT_LINE = Text("Baris {line}: {message}", "Line {line}: {message}")
OF_ALL = Text("Seluruh berkas: {message}", "The whole file: {message}")

TOO_LARGE = Text(
    "berkas lebih besar dari 200 kB, terlalu besar untuk sebuah formulir.",
    "the file is larger than 200 kB, too large for a form.",
)
NOT_UTF8 = Text(
    "ada huruf yang bukan UTF-8. Simpan ulang berkas sebagai teks UTF-8.",
    "there is a character that is not UTF-8. Save the file anew as UTF-8 text.",
)
NOT_TOML = Text(
    'bukan TOML pada huruf ke-{column}. Tulis `kunci = "isi"`, dan mulai setiap isian dengan '
    "[[field]].",
    'this is no TOML at character {column}. Write `key = "words"`, and begin each field with '
    "[[field]].",
)
NOT_CLOSED = Text(
    "berkas berhenti di tengah tanda petik atau kurung yang belum ditutup.",
    "the file ends within a quotation mark or bracket that is not closed.",
)
UNKNOWN_KEY = Text(
    "kunci “{key}” tidak dikenal. Yang dikenal: {known}.",
    "the key “{key}” is not known. Known are: {known}.",
)
MISSING = Text("“{key}” belum diisi.", "“{key}” is missing.")
NO_WORDS = Text(
    "“{key}” harus kata-kata di antara tanda petik.", "“{key}” must be words in quotation marks."
)
TOO_LONG = Text(
    "“{key}” lebih panjang dari {longest} huruf.", "“{key}” is longer than {longest} characters."
)
ONE_OF = Text("“{key}” harus salah satu dari {choices}.", "“{key}” must be one of {choices}.")
BAD_KEY = Text(
    "“key” ditulis dengan huruf kecil, angka, dan tanda hubung, misalnya gap-paser.",
    "“key” is small letters, digits and hyphens, as gap-paser.",
)
SHIPPED_KEY = Text(
    "“{key}” adalah kunci formulir bawaan Setara, yang tidak dapat diganti. Pakai kunci sendiri, "
    "misalnya {key}-paser.",
    "“{key}” is the key of a form that comes with Setara and cannot be replaced. Use a key of "
    "your own, as {key}-paser.",
)
OTHER_LEVEL = Text(
    "tingkat “{level}” tidak cocok untuk “{kind}”: “document” hanya untuk “gap_document”.",
    "the level “{level}” does not go with “{kind}”: “document” is for “gap_document” only.",
)
NO_FLAG = Text("“{key}” diisi true atau false, tanpa tanda petik.", "“{key}” is true or false.")
NO_DAY = Text(
    "“from” diisi tanggal tanpa tanda petik, misalnya 2026-01-01.",
    "“from” is a day without quotation marks, as 2026-01-01.",
)
NO_SOURCES = Text(
    '“sources” menyebut paling sedikit satu sumber, misalnya sources = ["Perbup 12/2025, '
    'lampiran II"]; alamat, bila ada, ditulis paling belakang.',
    '“sources” names one source at least, as sources = ["Perbup 12/2025, annex II"]; an '
    "address, where there is one, stands last.",
)
NO_FIELDS = Text(
    "belum ada isian. Setiap isian dimulai dengan baris [[field]].",
    "there are no fields. Each field begins with a line [[field]].",
)
BAD_NUMBER = Text(
    "isian “{code}” harus bernomor “{number}”: nomor kolom berurutan dari 1.",
    "the field “{code}” must have the number “{number}”: columns are numbered from 1 on.",
)
BAD_HOLDS = Text(
    '“holds” hanya dapat berisi ["target"], pada isian “activity”.',
    '“holds” can only be ["target"], in the field “activity”.',
)
UNKNOWN_CODE = Text(
    "kode isian “{code}” tidak dikenal untuk {kind}. Yang dikenal: {known}.",
    "the field code “{code}” is not known for {kind}. Known are: {known}.",
)
TWICE = Text("isian “{code}” sudah ada di atas.", "the field “{code}” stands there already.")
LACKING = Text(
    "isian ini belum ada, padahal tanpanya sebagian isi tidak akan tampak: {codes}.",
    "these fields are not there, without which part of the content would not be seen: {codes}.",
)
