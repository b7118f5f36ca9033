"""What the reader of BPS tables says, in both languages."""

from __future__ import annotations

from setara.domain.indices.bps.regions import Doubt
from setara.domain.indices.bps.remarks import Quirk
from setara.domain.language.text import Text

OR = Text("atau", "or")
NO_TABLE = Text(
    "Tidak ada tabel komponen indeks di lembar ini.",
    "There is no table of parts of an index on this sheet.",
)
COLUMN = Text("“{heading}” dibaca sebagai {what}.", "“{heading}” was read as {what}.")
NOTE = Text("Catatan tabel: “{note}”.", "Note of the table: “{note}”.")
TWO_SERIES = Text(
    "Kolom “{heading}”: mulai {year} BPS menerbitkan dua seri (UHH lama dan UHH hasil Long Form "
    "SP2020), dan tabel ini tidak menyebut serinya.",
    "Column “{heading}”: from {year} on BPS publishes two series (old life expectancy, and that "
    "of the 2020 long form), and this table does not name its own.",
)
NAME_SERIES = Text(
    "Pilih serinya sebelum menyimpan; bila tidak tahu, tanyakan kepada BPS.",
    "Choose the series before keeping; ask BPS where you do not know.",
)
SPELLED = Text("“{said}” dibaca sebagai {region}.", "“{said}” was read as {region}.")
UNKNOWN_REGION = Text(
    "“{said}” bukan provinsi, kabupaten, atau kota yang dikenal.",
    "“{said}” is no province, kabupaten or kota that is known.",
)
REGIONS = {
    Doubt.UNKNOWN: (
        Quirk.UNKNOWN_REGION,
        Text("“{said}” tidak dikenal; mungkin {maybe}.", "“{said}” is not known; maybe {maybe}."),
    ),
    Doubt.TWO_OF_THAT_NAME: (
        Quirk.TWO_REGIONS,
        Text("“{said}” dapat berarti {maybe}.", "“{said}” could be {maybe}."),
    ),
    Doubt.CODE_CONTRADICTS: (
        Quirk.CODE_CONTRADICTS,
        Text(
            "Nama “{said}” dan kode {code} bertentangan: {maybe}.",
            "The name “{said}” and the code {code} contradict each other: {maybe}.",
        ),
    ),
}
NAME_REGION = Text(
    "Tulis nama lengkap dengan statusnya, misalnya “Kabupaten Paser”, lalu unggah kembali.",
    "Write the whole name with its status, such as “Kabupaten Paser”, and upload again.",
)
REASONS = {
    Quirk.UNKNOWN_COLUMN: Text(
        "“{heading}” bukan komponen indeks yang dikenal; tidak diambil.",
        "“{heading}” is no part of an index that is known; it was left out.",
    ),
    Quirk.NO_YEAR: Text(
        "Kolom “{heading}” tidak menyebut tahunnya.", "The column “{heading}” names no year."
    ),
    Quirk.NO_SEX: Text(
        "Kolom “{heading}” bukan menurut jenis kelamin; tidak diambil.",
        "The column “{heading}” is not by sex; it was left out.",
    ),
}
REMEDIES = {
    Quirk.NO_YEAR: Text(
        "Tulis tahunnya di judul kolom atau judul tabel, lalu unggah kembali.",
        "Write the year into the heading or the title and upload again.",
    ),
}
TWICE_ALIKE = Text(
    "{what}, {region} {year} tercantum dua kali dengan angka yang sama ({first}); diambil satu.",
    "{what}, {region} {year} stands there twice with the same figure ({first}); one was taken.",
)
TWICE_DIFFERENT = Text(
    "{what}, {region} {year} tercantum dua kali dengan angka berbeda: {one} ({first}) dan {two}.",
    "{what}, {region} {year} stands there twice with different figures: {one} ({first}) and {two}.",
)
LEAVE_ONE = Text(
    "Sisakan baris yang benar, misalnya baris berkode baru, lalu unggah kembali.",
    "Leave the right row, such as that of the new code, and upload again.",
)
