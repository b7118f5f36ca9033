"""What a column of a budget file holds, told by its heading in any of its spellings."""

from __future__ import annotations

import re
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache

from setara.domain.budget.reading.cells import folded


class Role(StrEnum):
    """What a column holds."""

    YEAR = "year"
    REGION = "region"
    AFFAIR_CODE = "affair_code"
    AFFAIR_NAME = "affair_name"
    FIELD_CODE = "field_code"
    FIELD_NAME = "field_name"
    AGENCY_CODE = "agency_code"
    AGENCY_NAME = "agency_name"
    UNIT_CODE = "unit_code"
    UNIT_NAME = "unit_name"
    PROGRAM_CODE = "program_code"
    PROGRAM_NAME = "program_name"
    ACTIVITY_CODE = "activity_code"
    ACTIVITY_NAME = "activity_name"
    SUB_CODE = "sub_activity_code"
    SUB_NAME = "sub_activity_name"
    FUND_CODE = "fund_code"
    FUND_NAME = "fund_name"
    ACCOUNT_CODE = "account_code"
    ACCOUNT_NAME = "account_name"
    ITEM_CODE = "item_code"
    ITEM_NAME = "item_name"
    KEY = "key"
    CODE = "code"
    TEXT = "text"
    AMOUNT = "amount"
    BEFORE = "before"
    AFTER = "after"
    CHANGE = "change"
    PERCENT = "percent"
    REALISED = "realised"
    CASH_PLAN = "cash_plan"
    LAST_YEAR = "last_year"
    NEXT_YEAR = "next_year"
    BY_KIND = "by_kind"
    VOLUME = "volume"
    UNIT = "unit_of_measure"
    PRICE = "price"
    TAX = "tax"
    NOTE = "note"
    LOCATION = "location"
    IGNORED = "ignored"
    MONTH_1 = "month_1"
    MONTH_2 = "month_2"
    MONTH_3 = "month_3"
    MONTH_4 = "month_4"
    MONTH_5 = "month_5"
    MONTH_6 = "month_6"
    MONTH_7 = "month_7"
    MONTH_8 = "month_8"
    MONTH_9 = "month_9"
    MONTH_10 = "month_10"
    MONTH_11 = "month_11"
    MONTH_12 = "month_12"


MONTHS = tuple(Role(f"month_{number}") for number in range(1, 13))
MONEY = (
    Role.AMOUNT,
    Role.BEFORE,
    Role.AFTER,
    Role.CHANGE,
    Role.REALISED,
    Role.CASH_PLAN,
    *MONTHS,
)
_MONTH_NAMES = (
    ("bulan1", "bulan 1", "januari", "jan"),
    ("bulan2", "bulan 2", "februari", "pebruari", "feb"),
    ("bulan3", "bulan 3", "maret", "mar"),
    ("bulan4", "bulan 4", "april", "apr"),
    ("bulan5", "bulan 5", "mei"),
    ("bulan6", "bulan 6", "juni", "jun"),
    ("bulan7", "bulan 7", "juli", "jul"),
    ("bulan8", "bulan 8", "agustus", "agt", "ags"),
    ("bulan9", "bulan 9", "september", "sep", "sept"),
    ("bulan10", "bulan 10", "oktober", "okt"),
    ("bulan11", "bulan 11", "november", "nopember", "nov", "nop"),
    ("bulan12", "bulan 12", "desember", "des"),
)
# What the words behind `kode`, `nama`, `no` name: the longest match counts.
_THINGS: dict[str, tuple[Role, Role]] = {
    "urusan": (Role.AFFAIR_CODE, Role.AFFAIR_NAME),
    "urusan pemerintahan": (Role.AFFAIR_CODE, Role.AFFAIR_NAME),
    "urusan pemerintahan daerah": (Role.AFFAIR_CODE, Role.AFFAIR_NAME),
    "bidang urusan": (Role.FIELD_CODE, Role.FIELD_NAME),
    "bidang urusuan": (Role.FIELD_CODE, Role.FIELD_NAME),
    "bidang": (Role.FIELD_CODE, Role.FIELD_NAME),
    **dict.fromkeys(
        (
            "skpd",
            "opd",
            "pd",
            "perangkat daerah",
            "organisasi",
            "satuan kerja",
            "satker",
            "instansi",
        ),
        (Role.AGENCY_CODE, Role.AGENCY_NAME),
    ),
    **dict.fromkeys(
        ("sub skpd", "sub unit", "unit", "unit skpd", "sub opd", "unit kerja", "unit organisasi"),
        (Role.UNIT_CODE, Role.UNIT_NAME),
    ),
    **dict.fromkeys(("program", "prog"), (Role.PROGRAM_CODE, Role.PROGRAM_NAME)),
    **dict.fromkeys(("kegiatan", "giat", "keg"), (Role.ACTIVITY_CODE, Role.ACTIVITY_NAME)),
    **dict.fromkeys(
        ("sub kegiatan", "subkegiatan", "sub giat", "subgiat", "sub keg", "subkeg"),
        (Role.SUB_CODE, Role.SUB_NAME),
    ),
    **dict.fromkeys(
        ("sumber dana", "dana", "sumber pendanaan", "sumber anggaran"),
        (Role.FUND_CODE, Role.FUND_NAME),
    ),
    **dict.fromkeys(
        ("rekening", "akun", "rek", "rekening belanja", "akun belanja", "belanja"),
        (Role.ACCOUNT_CODE, Role.ACCOUNT_NAME),
    ),
    **dict.fromkeys(
        ("standar harga", "komponen", "ssh", "standar satuan harga", "barang", "item", "detail"),
        (Role.ITEM_CODE, Role.ITEM_NAME),
    ),
}
# The account itself in a Ringkasan APBD, a running number elsewhere: its cells tell.
NUMBER_HEADS = ("no", "no urut", "nomor urut", "nomor", "kolom")
_EXACT: dict[str, Role] = {
    **{name: MONTHS[number] for number, names in enumerate(_MONTH_NAMES) for name in names},
    **dict.fromkeys(("tahun", "tahun anggaran", "ta", "th", "thn", "thn anggaran"), Role.YEAR),
    **dict.fromkeys(("daerah", "nama daerah", "pemda", "kabupaten kota"), Role.REGION),
    **dict.fromkeys(("kode sbl", "kode bl"), Role.KEY),
    **dict.fromkeys(
        ("kode", "norek", "kode rekening urusan"),
        Role.CODE,
    ),
    **dict.fromkeys(
        (
            "uraian",
            "uraian rekening",
            "uraian kegiatan",
            "uraian rincian",
            "nama",
            "rincian uraian",
            "nama uraian",
            "deskripsi",
            "uraian belanja",
            "uraian program kegiatan",
        ),
        Role.TEXT,
    ),
    **dict.fromkeys(("keterangan", "penjelasan", "dasar hukum", "ket", "catatan"), Role.NOTE),
    **dict.fromkeys(
        (
            "lokasi",
            "nama lokasi",
            "lokasi kegiatan",
            "lokasi sub kegiatan",
            "lokus",
            "kecamatan",
            "nama kecamatan",
            "kecamatan desa",
            "kecamatan desa kelurahan",
            "desa",
            "nama desa",
            "kelurahan",
            "nama kelurahan",
            "desa kelurahan",
            "nama desa kelurahan",
            "kelurahan desa",
        ),
        Role.LOCATION,
    ),
    **dict.fromkeys(("volume", "koefisien", "vol"), Role.VOLUME),
    **dict.fromkeys(("satuan",), Role.UNIT),
    **dict.fromkeys(("harga", "harga satuan", "tarif"), Role.PRICE),
    **dict.fromkeys(("ppn", "pajak", "totalpajak", "total pajak"), Role.TAX),
    **dict.fromkeys(NUMBER_HEADS, Role.IGNORED),
    **dict.fromkeys(("pagumurni", "pagu murni", "murni", "semula", "sebelum"), Role.BEFORE),
    **dict.fromkeys(("sesudah", "setelah", "menjadi", "pagu perubahan"), Role.AFTER),
    **dict.fromkeys(("angka", "selisih", "perubahan", "naik turun", "lebih kurang"), Role.CHANGE),
    **dict.fromkeys(("pagu n lalu", "tahun lalu"), Role.LAST_YEAR),
    **dict.fromkeys(("pagu n depan", "tahun depan"), Role.NEXT_YEAR),
    **dict.fromkeys(("total rak", "rak"), Role.CASH_PLAN),
    **dict.fromkeys(
        ("kode sub kegiatan rekening", "kode program kegiatan", "kode kegiatan rekening"), Role.CODE
    ),
}
# Columns of the SIPD tables that say nothing about money.
_IGNORED_HEADS = frozenset(
    [
        "output sub giat",
        "sasaran",
        "indikator",
        "target 1",
        "target 2",
        "target 3",
        "target 4",
        "target 5",
        "label kokab",
        "label prov",
        "label pusat",
        "waktu awal",
        "waktu akhir",
        "spek komponen",
        "subs bl teks",
        "ket bl teks",
        "jenis bl",
        "kelompok sasaran",
        "tolok ukur",
        "target",
        "target kinerja",
        "indikator kinerja",
    ]
)
# From the best to the last, where several columns could be the amount.
AMOUNT_HEADS = (
    "pagu", "pagu anggaran", "nilai rincian", "rincian", "jumlah", "jumlah anggaran", "anggaran",
    "nilai anggaran", "pagu belanja", "pagu indikatif", "pagu sub kegiatan", "nilai pagu", "nilai",
    "total harga", "total", "total anggaran", "jumlah harga", "apbd", "dpa", "rka", "alokasi",
    "plafon", "jumlah total", "total pagu", "belanja",
)  # fmt: skip
_LIKENESS = 0.82
_SPELLED = [word for word in (*_EXACT, *AMOUNT_HEADS) if len(word) > 5]  # noqa: PLR2004
_MONEY_MARKS = re.compile(r"\b(?:dalam )?(?:rp|rupiah)\b")
_YEAR_IN_HEAD = re.compile(r"\b(?:ta|tahun|tahun anggaran)? ?(?:19|20)\d{2}\b")
_OTHER_YEAR = re.compile(r"[TNtn]\s*([-+])\s*1")
_BEFORE = re.compile(r"\b(?:sebelum|semula|murni|sblm)\b")
_AFTER = re.compile(
    r"\b(?:sesudah|setelah|menjadi|stlh|ssdh)\b|^(?:apbd|anggaran|pagu|dpa) p(?:erubahan)?$"
)
_CHANGE = re.compile(r"\b(?:bertambah|berkurang|selisih|penambahan|pengurangan)\b")
_PERCENT = re.compile(r"^(?:persen|prosen|persentase|prosentase|prosentasi)\b")
_KINDS = re.compile(
    r"^belanja (?:operasi|modal|tak terduga|tidak terduga|transfer|pegawai|barang)|"
    r"^(?:belanja )?(?:tidak |tak )?langsung$"
)


def bare_heading(cell: object) -> str:
    """The words of a heading without `(Rp)` and without a year."""
    words = _YEAR_IN_HEAD.sub(" ", _MONEY_MARKS.sub(" ", folded(cell)))
    return " ".join(words.split())


def role_of(cell: object) -> Role | None:
    """The role a single heading names, None for a heading that is not known."""
    return _role_of(str(cell)) if isinstance(cell, str | int | float) and cell else None


@lru_cache(maxsize=4096)
def _role_of(text: str) -> Role | None:
    words = bare_heading(text)
    if found := _OTHER_YEAR.fullmatch(text.strip()):
        return Role.LAST_YEAR if found[1] == "-" else Role.NEXT_YEAR
    if not words:
        return _signs(text, folded(text))
    if words in _EXACT:
        return _EXACT[words]
    if words in _IGNORED_HEADS:
        return Role.IGNORED
    return _thing(words) or _money(words) or _likely(words)


def _signs(text: str, words: str) -> Role | None:
    """Headings of signs alone: `%`, `(Rp)`; a year alone is an amount of that year."""
    if "%" in text:
        return Role.PERCENT
    return Role.AMOUNT if words else None


def _thing(words: str) -> Role | None:
    head, _, rest = words.partition(" ")
    if head in {"kode", "kd"} and rest in _THINGS:
        return _THINGS[rest][0]
    if head in {"no", "nomor"} and rest in _THINGS:
        return _THINGS[rest][0]
    if head in {"nama", "nm", "uraian", "nomenklatur"} and rest in _THINGS:
        return _THINGS[rest][1]
    if words == "rekening":
        return Role.ACCOUNT_CODE
    return _THINGS[words][1] if words in _THINGS and words != "belanja" else None


def _money(words: str) -> Role | None:
    for pattern, role in (
        (_PERCENT, Role.PERCENT),
        (_CHANGE, Role.CHANGE),
        (_BEFORE, Role.BEFORE),
        (_AFTER, Role.AFTER),
        (_KINDS, Role.BY_KIND),
    ):
        if pattern.search(words):
            return role
    if words.startswith(("realisasi", "nilai realisasi", "jumlah realisasi", "total realisasi")):
        return Role.REALISED
    if words in AMOUNT_HEADS or words.startswith(("jumlah ", "pagu ", "anggaran ")):
        return Role.AMOUNT
    return None


def _likely(words: str) -> Role | None:
    """Headings put together from several things."""
    parts = set(words.split())
    if parts & {"kode", "kd", "norek"} or (parts & {"no", "nomor"} and parts & {"rek", "rekening"}):
        return Role.CODE
    if "uraian" in parts or len(parts & {"urusan", "bidang", "program", "kegiatan"}) > 1:
        return Role.TEXT
    return None


def misspelt_role_of(cell: object) -> Role | None:
    """The role of a heading nearly like one that is known. Cost: 1 ms."""
    close = get_close_matches(bare_heading(cell), _SPELLED, n=1, cutoff=_LIKENESS)
    return _EXACT.get(close[0], Role.AMOUNT) if close else None


def amount_rank(cell: object) -> int:
    """How well a heading names the amount; lower is better."""
    words = bare_heading(cell)
    return AMOUNT_HEADS.index(words) if words in AMOUNT_HEADS else len(AMOUNT_HEADS)


# The column of descriptions, from the likeliest.
DESCRIPTIONS = (
    Role.TEXT,
    Role.ACCOUNT_NAME,
    Role.SUB_NAME,
    Role.ACTIVITY_NAME,
    Role.PROGRAM_NAME,
    Role.AFFAIR_NAME,
    Role.FIELD_NAME,
    Role.AGENCY_NAME,
)
