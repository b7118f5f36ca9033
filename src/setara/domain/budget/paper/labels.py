"""The labels of the forms of GAP and GBS as agencies write them.

Sources of the wordings: Juklak PPRG Pemda 2013 (nine columns), module of the women's ministry
(table 5.1), the forms of Surabaya and Kota Madiun.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Part(StrEnum):
    """What a label announces. The nine columns, the heads of a GBS, and what is passed over."""

    AGENCY = "agency"
    YEAR = "year"
    PROGRAM = "program"
    PROGRAM_CODE = "program_code"
    ACTIVITY = "activity"
    ACTIVITY_CODE = "activity_code"
    SUB_ACTIVITY = "sub_activity"
    SUB_CODE = "sub_code"
    NAME = "name"
    OBJECTIVE = "objective"
    DATA = "data"
    FACTORS = "factors"
    ACCESS = "access"
    PARTICIPATION = "participation"
    CONTROL = "control"
    BENEFIT = "benefit"
    INTERNAL = "internal"
    EXTERNAL = "external"
    REFORMULATED = "reformulated"
    BENCHMARK = "benchmark"
    ACTIONS = "actions"
    BASELINE = "baseline"
    INDICATORS = "indicators"
    AMOUNT = "amount"
    INPUT = "input"
    OUTPUT = "output"
    OUTCOME = "outcome"
    SITUATION = "situation"
    ACHIEVEMENT = "achievement"
    GROUP = "group"
    TITLE = "title"
    END = "end"


FACTOR_PARTS = {Part.ACCESS, Part.PARTICIPATION, Part.CONTROL, Part.BENEFIT}
MEASURED_PARTS = {Part.INPUT, Part.OUTPUT, Part.OUTCOME}

_UNIT = r"(?:skpd|opd|pd|perangkat daerah|satuan kerja(?: perangkat daerah)?|instansi)"
_SUB = r"sub[ -]?kegiatan"
_LEVEL = rf"(?:{_SUB}|kegiatan|program|kebijakan)"
# The first pattern that fits decides; the longer label stands before the shorter one.
_PATTERNS: tuple[tuple[Part, str], ...] = (
    (Part.TITLE, r"(?:matriks? )?(?:gap|gender analysis pathway|alur kerja analisis gender)"),
    (Part.TITLE, r"(?:pernyataan anggaran gender|gender budget statement|gbs|pag|lembar arg)"),
    (Part.PROGRAM_CODE, r"kode program"),
    (Part.ACTIVITY_CODE, r"kode kegiatan"),
    (Part.SUB_CODE, rf"kode(?: {_SUB}| rekening)?"),
    (
        Part.NAME,
        (
            rf"(?:(?:pilih|nama) )?(?:{_LEVEL} ?[/,] ?)+(?:dan |atau )?{_LEVEL}"
            r"(?: yang dianalisis)?"
            r"|pilih kebijakan.*|nama kebijakan.*"
        ),
    ),
    (Part.SUB_ACTIVITY, rf"(?:nama )?{_SUB}"),
    (Part.ACTIVITY, r"(?:nama )?kegiatan"),
    (Part.PROGRAM, r"(?:nama )?program"),
    (Part.REFORMULATED, r"reformulasi(?: tujuan)?(?: kebijakan.*| program.*)?|tujuan reformulasi"),
    (Part.OBJECTIVE, rf"tujuan(?: awal)?(?: {_LEVEL})?(?: ?/ ?sasaran)?"),
    (Part.DATA, r"(?:data )?pembuka(?:an)? wawasan.*|data terpilah.*"),
    (Part.INTERNAL, r"(?:(?:se|penye)bab )?(?:kesenjangan )?(?:gender )?internal.*"),
    (Part.EXTERNAL, r"(?:(?:se|penye)bab )?(?:kesenjangan )?(?:gender )?eksternal.*"),
    (Part.FACTORS, r"(?:isu dan )?faktor kesenjangan.*"),
    (Part.ACTIONS, r"rencana aksi(?: gender| pprg)?"),
    (Part.BASELINE, r"data dasar.*|base ?[- ]?line.*|basis data.*"),
    (
        Part.INDICATORS,
        (
            r"indikator(?: ?(?:kinerja|gender|keberhasilan))?"
            r"(?: (?:dan )?target(?: kinerja)?)?(?: ?/ ?indikator.*)?"
        ),
    ),
    (Part.BENCHMARK, r"tol[ao]k ukur[^:]*"),
    (Part.AMOUNT, r"(?:jumlah|alokasi|pagu) anggaran.*|pagu"),
    (Part.INPUT, r"masukan|input"),
    (Part.OUTPUT, r"keluaran|output|output ?/ ?keluaran|keluaran ?/ ?output"),
    (Part.OUTCOME, r"hasil|outcome|outcome ?/ ?hasil|hasil ?/ ?outcome"),
    (Part.ACCESS, r"akses"),
    (Part.PARTICIPATION, r"partisipasi"),
    (Part.CONTROL, r"kontrol"),
    (Part.BENEFIT, r"manfaat"),
    (Part.SITUATION, r"anali[sz]is? situasi"),
    (Part.ACHIEVEMENT, rf"capaian(?: {_LEVEL})?"),
    (
        Part.GROUP,
        (
            r"isu gender|kebijakan dan rencana.*ke ?depan|pengukuran hasil"
            r"|(?:penye|se)bab kesenjangan|tahap anggaran|kategori arg|bagian arg|alamat"
        ),
    ),
    (Part.AGENCY, rf"(?:nama )?{_UNIT}|unit organisasi"),
    (Part.YEAR, r"tahun(?: anggaran)?|t\.?a\.?"),
    (Part.END, r"kepala (?:skpd|opd|dinas|badan|perangkat daerah).*|nip|mengetahui|catatan"),
)
_LABELS = tuple((part, re.compile(rf"(?:{words})(?: ?\([^)]*\))?")) for part, words in _PATTERNS)
_NUMBER = re.compile(
    r"^(?:langkah|kolom|step)?\s*\(?(?:\d{1,2}|[a-hA-H])(?:[.)]\s?[a-z\d]?)*\)?[.):]\s*"
)
_MARK = re.compile(r"\s*[:=]\s*")
_YEAR_ALONE = re.compile(r"(?:tahun(?: anggaran)?|t\.?a\.?)\s+20\d{2}", re.IGNORECASE)
_LONGEST = 70
_OPENING = {Part.BENCHMARK, Part.ACTIONS, Part.SITUATION, Part.GROUP}
_COLUMN_NUMBER = re.compile(r"\(?(?:langkah|kolom|step)?\s*\d{1,2}\)?[.)]?", re.IGNORECASE)


def label_of(text: str) -> Part | None:
    """The part that the whole text names: a heading, or a label beside its cell."""
    bare = _bare(text)
    if not bare or len(bare) > _LONGEST:
        return None
    return next((part for part, label in _LABELS if label.fullmatch(bare)), None)


def split_label(text: str) -> tuple[Part | None, str]:
    """The part a line begins with and what follows the colon; `(None, text)` where none does."""
    part = label_of(text)
    if part is not None:
        return part, ""
    if _YEAR_ALONE.fullmatch(text.strip()):
        return Part.YEAR, text
    head, mark, rest = _parted(text)
    if not mark:
        return None, text
    part = label_of(head)
    if part is None:
        return None, text
    # `Tolok Ukur: Tujuan Awal` is one label.
    inner = label_of(rest) if part in _OPENING else None
    return (part, rest) if inner is None else (inner, "")


def is_column_number(text: str) -> bool:
    """Whether a heading cell only counts the columns: `1`, `(1)`, `Langkah 1`."""
    return _COLUMN_NUMBER.fullmatch(text.strip()) is not None


def _parted(text: str) -> tuple[str, str, str]:
    found = _MARK.search(text)
    if found is None:
        return text, "", ""
    return text[: found.start()], found[0], text[found.end() :].strip()


def _bare(text: str) -> str:
    words = " ".join(text.split()).strip(" :.").casefold()
    return _NUMBER.sub("", words).strip(" :.")
