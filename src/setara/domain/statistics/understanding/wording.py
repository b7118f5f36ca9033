"""What a cell says in the words of Indonesian and bilingual tables: a sex, a year, a total."""

from __future__ import annotations

import re
from functools import lru_cache

from setara.domain.foundation.sex import Sex

Cells = tuple[object, ...]

FEMALE_WORDS = frozenset({"p", "pr", "perempuan", "wanita", "female", "women", "girls", "putri"})
MALE_WORDS = frozenset({"l", "lk", "laki", "laki laki", "lelaki", "pria", "male", "men", "boys"})
TOTAL_WORDS = frozenset(
    {"jumlah", "total", "jml", "jumlah total", "total jumlah", "l p", "p l", "jumlah l p", "sum"}
    | {"total l p", "laki laki perempuan", "laki laki dan perempuan", "both sexes", "l dan p"}
    | {"perempuan laki laki", "perempuan dan laki laki", "semua", "keduanya", "gabungan"}
)
SEX_HEADINGS = frozenset({"jenis kelamin", "sex", "gender", "jk", "kelamin", "jns kelamin"})
YEAR_HEADINGS = frozenset({"tahun", "year", "periode", "period", "tahun data", "thn"})
NUMBERING_HEADINGS = frozenset({"no", "nomor", "no urut", "nomor urut", "number"})
NOTE_HEADINGS = frozenset({"keterangan", "ket", "catatan", "note", "notes", "remarks"})
UNIT_HEADINGS = frozenset({"satuan", "unit"})
PLACE_HEADINGS = frozenset(
    {"kecamatan", "wilayah", "nama wilayah", "nama kecamatan", "desa kelurahan", "kelurahan"}
    | {"desa", "kabupaten kota", "kab kota", "kabupaten", "kota", "kelurahan desa", "nama desa"}
    | {"provinsi", "daerah", "nama daerah", "sub district", "subdistrict", "district", "regency"}
    | {"municipality", "village", "place", "region", "province", "regency municipality"}
    | {"nama kelurahan", "nama desa kelurahan", "nama kabupaten kota", "kecamatan desa", "tempat"}
)
AGE_HEADINGS = frozenset(
    {"kelompok umur", "golongan umur", "umur", "usia", "kelompok usia", "age", "age group"}
    | {"rentang umur", "rentang usia", "golongan usia", "gol umur", "kel umur", "ages"}
)
_PERCENT = frozenset({"persen", "persentase", "prosentase", "percent", "percentage", "distribusi"})
_NO_SUM = frozenset(
    {"rasio", "ratio", "rata", "average", "mean", "laju", "indeks", "index", "kepadatan"}
    | {"density", "angka", "rate", "ipg", "idg", "ikg", "ipm", "ikk", "apk", "apm", "tpak"}
)
_INDEX = frozenset({"indeks", "index", "ipg", "idg", "ikg", "ipm", "ikk"})
_FILLING = frozenset({"jumlah", "total", "banyaknya", "penduduk", "orang", "jiwa", "persons"})

_WORD = re.compile(r"[^\W_]+")
_PARTED = re.compile(r"[/\n(|]")
_YEAR = re.compile(r"(?<![\d.,/])(?:19[4-9]\d|20\d\d)(?![\d/]|[.,]\d)")
_FIRST_YEAR, _LAST_YEAR = 1940, 2100
_SHORT = 6

TOTAL_ROW = re.compile(
    r"(jumlah|total|grand total|jml|semua umur|semua usia|semua kelompok umur|seluruh\w*|all ages)"
    r"\b(?! (penduduk|siswa|guru) \w+ \w+)"
)
NOTE_ROW = re.compile(
    r"(sumber|source|catatan|note|notes|keterangan|ket|ditulis|diolah|dicetak|updated?)\b|\*"
)
COUNTING_CELL = re.compile(r"\(?\s*(\d{1,2})\s*\)?")


# No name is longer, and what is kept for the next comparison must not fill the memory.
MOST_FOLDED = 1000


@lru_cache(maxsize=65_536)
def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def folded(cell: object) -> str:
    """Lower case words with one blank between them, without marks."""
    text = cell if isinstance(cell, str) else str(cell or "")
    return _folded(text[:MOST_FOLDED])


def parts_of(cell: object) -> set[str]:
    """The folded cell and each of its parts: a bilingual heading says the same twice."""
    if cell is None:
        return set()
    text = str(cell)[:MOST_FOLDED]
    found = {folded(part) for part in _PARTED.split(text)} | {folded(text)}
    return found - {""}


def sex_in(cell: object) -> Sex | None:
    """The one sex a cell names: `L`, `Laki-laki\\nMale`, `Siswa Perempuan`; None for both."""
    parts = parts_of(cell)
    said = {sex for sex, words in _SEXES if parts & words}
    if not said and len(folded(cell).split()) <= _SHORT:
        words_said = set(folded(cell).split())
        said = {sex for sex, words in _SEXES if words_said & _long(words)}
        if not said and (letter := _LETTER.fullmatch(str(cell).strip())):
            # `L 0-4`, `JML P`: a capital letter that stands by itself at either end.
            said = {Sex(letter[1] or letter[2])}
    return said.pop() if len(said) == 1 and not parts & TOTAL_WORDS else None


_LETTER = re.compile(r"(?:(L|P)\b(?!\s*[+/&]).+|.+(?<![+/&])\s(L|P))", re.DOTALL)
_JOINING = frozenset({"dan", "and", "", "jumlah", "total", "jml"})
_BRACKETED = re.compile(r"\([^)]*\)?")


def without_sex(said: str) -> str:
    """The words of a heading beside sexes and totals: `Siswa` of `Siswa Laki-laki (orang)`."""
    words = _BRACKETED.sub(" ", said).split()
    dropped = FEMALE_WORDS | MALE_WORDS | TOTAL_WORDS | _JOINING
    return " ".join(word for word in words if folded(word) not in dropped).strip(" -–,/")


_SEXES = ((Sex.FEMALE, FEMALE_WORDS), (Sex.MALE, MALE_WORDS))


def _long(words: frozenset[str]) -> set[str]:
    """The words that cannot be a letter of something else."""
    return {word for word in words if len(word) > len("lk")}


def is_both_sexes(cell: object) -> bool:
    """Whether a cell stands for women and men together."""
    parts = parts_of(cell)
    if parts & TOTAL_WORDS:
        return True
    words = folded(cell).split()
    return bool(words) and set(words) <= _FILLING and words[0] in TOTAL_WORDS


def is_percent(cell: object) -> bool:
    """Whether a heading is about per cents."""
    return "%" in str(cell or "") or bool(set(folded(cell).split()) & _PERCENT)


def is_no_sum(cell: object) -> bool:
    """Whether a heading names what does not add up over rows: a ratio, a rate, an index."""
    return bool(set(folded(cell).split()) & _NO_SUM)


def is_index(cell: object) -> bool:
    """Whether a heading names a gender or development index."""
    return bool(set(folded(cell).split()) & _INDEX)


def year_in(cell: object) -> int | None:
    """The one year a cell names: 2023, `2023*`, `IKG 2021`; None for none or several."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, int | float):
        return int(cell) if cell == int(cell) and _FIRST_YEAR <= cell <= _LAST_YEAR else None
    years = set(_YEAR.findall(str(cell)))
    return int(years.pop()) if len(years) == 1 else None


def is_year(cell: object) -> bool:
    """Whether a cell is a year and nothing else."""
    if isinstance(cell, str):
        return _YEAR.fullmatch(cell.strip().rstrip("*)").strip()) is not None
    return year_in(cell) is not None


def without_year(cell: object) -> str:
    """The words of a heading beside its year."""
    return " ".join(_YEAR.sub(" ", str(cell or "")).split()).strip(" ,-–*").replace("()", "")
