"""What a sceptic asks of columns 3 to 9: whom the words mean, and what a figure really shows.

The questions are ours; a regulation asks none of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from setara.domain.budget.datum import Datum
from setara.domain.budget.finding import Finding, note, warning
from setara.domain.budget.pathway import CauseSide, Factor, Indicator, Pathway
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, Text
from setara.domain.statistics.disparity import parity_band
from setara.domain.statistics.element import Measure, PopulationType

_SEX_WORDS = {
    Sex.FEMALE: re.compile(
        r"\b(?i:perempuan|wanita|ibu-ibu|kaum ibu|istri)\b|(?<![\w/])P(?![\w/])"
    ),
    Sex.MALE: re.compile(
        r"\b(?i:laki[- ]?laki|lelaki|pria|bapak-bapak|suami)\b|(?<![\w/])L(?![\w/])"
    ),
}
_SOMEBODY = re.compile(
    r"perempuan|wanita|laki|pria\b|\bibu\b|\bbapak\b|suami|istri|gender|setara|kesetaraan|\bl/p\b"
    r"|\bl dan p\b|lansia|lanjut usia|disabilitas|\banak\b|remaja|janda|kepala keluarga|rentan"
    r"|kedua jenis kelamin|inklusi|\badil\b",
    re.IGNORECASE,
)
_GROUP_OR_TIME = re.compile(
    r"\b(?:bagi|untuk|kepada|kelompok|peserta|kader|anggota|pengurus|penyuluh|petugas|warga|kwt|"
    r"tani|sore|malam|siang|pagi|triwulan|semester|bulan|minggu|hari|tahun|jadwal|kuota)\b|20\d{2}",
    re.IGNORECASE,
)
_TALK = re.compile(
    r"^\s*(?:melakukan |melaksanakan |mengadakan )?(?:sosialisasi|rapat|koordinasi|"
    r"h?imbauan|mengimbau|menghimbau|mensosialisasikan)\b",
    re.IGNORECASE,
)
_TAKING_PART = re.compile(
    r"\b(?:peserta|ikut serta|keikutsertaan|kehadiran|hadir|mengikuti)\b", re.I
)
_TRAIT = r"(?:ber)?minat|(?:ter)?motivasi|percaya diri|mau|aktif|peduli|tertarik|berani|kemauan"
_SEX = r"(?P<sex>perempuan|wanita|ibu-ibu|laki-laki|laki laki|lelaki|pria|bapak-bapak)"
_BLAMES = (
    re.compile(rf"\b{_SEX}\s+(?:\w+\s+){{0,2}}?(?:kurang|tidak|belum)\s+(?:{_TRAIT})\b", re.I),
    re.compile(rf"\b{_SEX}\s+(?:\w+\s+){{0,2}}?(?:malas|enggan|malu|pasif)\b", re.I),
    re.compile(
        rf"\b(?:kurang|rendah|minim|lemah)(?:nya)?\s+(?:minat|motivasi|kepercayaan diri|rasa "
        rf"percaya diri|kemauan|kesadaran)\s+(?:\w+\s+){{0,2}}?{_SEX}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:minat|motivasi|kemauan)\s+(?:\w+\s+)?{_SEX}\s+(?:\w+\s+)?(?:kurang|rendah|minim)",
        re.I,
    ),
)
_FEMALE_WORDS = frozenset({"perempuan", "wanita", "ibu-ibu"})


def objective_findings(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-41: the reformulated objective says for whom something changes."""
    text = pathway.reformulated_objective
    if text.strip() and not pathway.reason_kept.strip() and not _SOMEBODY.search(text):
        yield warning("GAP-41", 6, _NOBODY_NAMED, _NAME_SOMEBODY)


def action_findings(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-40 and GAP-47: actions say for whom or when, and are not talk alone."""
    texts = [action.text for action in pathway.actions if action.text.strip()]
    if not texts:
        return
    if not any(_GROUP_OR_TIME.search(text) or _SOMEBODY.search(text) for text in texts):
        yield note("GAP-40", 7, _FOR_WHOM, _SAY_FOR_WHOM)
    if all(_TALK.search(text) for text in texts):
        yield warning("GAP-47", 7, _ONLY_TALK, _ADD_DEED)


def named_sex_findings(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-42: an indicator that names a sex starts from the figure of that sex."""
    for indicator in pathway.indicators:
        baseline = pathway.baseline(indicator.baseline_key)
        named = _named(indicator)
        if baseline is not None and named is not None and named is not baseline.sex:
            values = {
                "indicator": indicator.text,
                "named": named.label,
                "baseline": baseline.sex.label,
            }
            yield warning("GAP-42", 9, _OTHER_SEX.filled(**values), _SAME_SEX)


def baseline_findings(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-43: a baseline is the newest figure that column 2 has of the same thing."""
    for baseline in pathway.baselines:
        datum = pathway.datum(baseline.datum_key)
        newest = max(
            (each for each in pathway.data if datum and _same_thing(each, datum)),
            key=_begins,
            default=None,
        )
        if datum is None or newest is None or _begins(newest) <= _begins(datum):
            continue
        values = {"datum": datum.label, "old": datum.period, "new": newest.period}
        yield warning("GAP-43", 8, _OLDER.filled(**values), _TAKE_NEWEST)


def shown_findings(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-44 and GAP-48: a factor's figures are about that factor.

    GAP-44: a number of inhabitants shows no factor, and who took part is not access. GAP-48: one
    pair of figures that is to show two factors, as a remark.
    """
    shown: dict[int, Factor] = {}
    for row in pathway.factors:
        datum = pathway.datum(row.datum_key)
        if datum is None or not row.text.strip():
            continue
        values = {"factor": row.factor.label, "datum": datum.label}
        if datum.population_type is PopulationType.POPULATION and datum.measure is Measure.COUNT:
            yield warning("GAP-44", 3, _INHABITANTS.filled(**values), _WHO_HAD_IT)
        elif _is_taking_part(row.factor, row.text, datum):
            yield warning("GAP-44", 3, _TOOK_PART.filled(**values), _CALL_IT_SO)
        before = shown.setdefault(datum.key, row.factor)
        if before is not row.factor:
            message = _SAME_FIGURES.filled(before=before.label, **values)
            yield note("GAP-48", 3, message, _OWN_FIGURES)


def cause_findings(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-45 and GAP-46: causes lie in how things are done, not in those who are behind."""
    band = parity_band(today)
    behind = {sex for datum in pathway.data if (sex := datum.sex_behind(band)) is not None}
    for cause in pathway.causes:
        blamed = blamed_sex(cause.text)
        if blamed is not None and (blamed in behind or not behind):
            column = 4 if cause.side is CauseSide.INTERNAL else 5
            yield warning("GAP-45", column, _BLAMES_THEM.filled(cause=cause.text), _ASK_ON)
    if not pathway.causes:
        yield warning("GAP-46", 4, _NO_CAUSE, _FIND_CAUSE)
        return
    for side, column in ((CauseSide.INTERNAL, 4), (CauseSide.EXTERNAL, 5)):
        if not pathway.causes_of(side):
            yield note("GAP-46", column, _ONE_SIDE.filled(side=side.label), _LOOK_THERE)


def blamed_sex(text: str) -> Sex | None:
    """The sex whose own will or nature a sentence gives as the reason; None where it does not."""
    for pattern in _BLAMES:
        found = pattern.search(text)
        if found is not None:
            is_female = found["sex"].casefold() in _FEMALE_WORDS
            return Sex.FEMALE if is_female else Sex.MALE
    return None


def _named(indicator: Indicator) -> Sex | None:
    named = [sex for sex, words in _SEX_WORDS.items() if words.search(indicator.text)]
    return named[0] if len(named) == 1 else None


def _same_thing(one: Datum, other: Datum) -> bool:
    if one.reference is not None or other.reference is not None:
        return one.reference == other.reference
    labels = (each.label.say(Language.INDONESIAN).casefold() for each in (one, other))
    return len(set(labels)) == 1


def _begins(datum: Datum) -> date:
    return datum.period.valid_from if datum.period else date.min


def _is_taking_part(factor: Factor, text: str, datum: Datum) -> bool:
    return (
        factor is Factor.ACCESS
        and datum.population_type is PopulationType.PARTICIPANTS
        and _TAKING_PART.search(text) is not None
    )


_NOBODY_NAMED = Text(
    "Reformulasi tujuan tidak menyebut bagi siapa keadaan berubah.",
    "The reformulated objective does not say for whom something changes.",
)
_NAME_SOMEBODY = Text(
    "Sebutkan siapa, misalnya “petani perempuan dan laki-laki secara setara”.",
    "Say who, as in “women and men farmers alike”.",
)
_FOR_WHOM = Text(
    "Tidak satu pun aksi menyebut sasaran atau waktunya.",
    "None of the actions says for whom it is, or when.",
)
_SAY_FOR_WHOM = Text(
    "Tulis sasaran dan waktunya pada setiap aksi, misalnya “bagi 30 kader, triwulan II”.",
    "Write whom it is for and when, as in “for 30 volunteers, second quarter”.",
)
_ONLY_TALK = Text(
    "Semua aksi berupa sosialisasi, rapat, atau imbauan; tidak satu pun mengubah cara layanan "
    "diberikan.",
    "All actions are announcements, meetings or appeals; none changes how the service is given.",
)
_ADD_DEED = Text(
    "Tambahkan aksi yang mengubah jadwal, tempat, undangan, syarat, kuota, atau sarana.",
    "Add one that changes schedule, place, invitation, conditions, quota or facilities.",
)
_OTHER_SEX = Text(
    "Indikator “{indicator}” tentang {named}, sedangkan data dasarnya angka {baseline}.",
    "Indicator “{indicator}” is about {named}, while its baseline is the figure of {baseline}.",
)
_SAME_SEX = Text(
    "Pilih data dasar jenis kelamin yang sama.", "Choose the baseline of the same sex."
)
_OLDER = Text(
    "Data dasar {datum} memakai angka {old}, padahal kolom 2 memuat angka {new}.",
    "The baseline {datum} uses the figure of {old}, while column 2 has the one of {new}.",
)
_TAKE_NEWEST = Text("Pakai angka yang terbaru.", "Use the newest figure.")
_INHABITANTS = Text(
    "{factor}: {datum} adalah jumlah penduduk; itu belum menunjukkan {factor}.",
    "{factor}: {datum} is a number of inhabitants, which does not show {factor}.",
)
_WHO_HAD_IT = Text(
    "Pakai data siapa yang memperoleh, mengikuti, memutuskan, atau menikmati layanan ini.",
    "Use data on who got, joined, decided on or enjoyed this service.",
)
_TOOK_PART = Text(
    "{factor}: kalimat dan {datum} menunjukkan siapa yang ikut serta, bukan siapa yang dapat "
    "menjangkau layanan.",
    "{factor}: the sentence and {datum} show who took part, not who could reach the service.",
)
_CALL_IT_SO = Text(
    "Pindahkan ke partisipasi, atau pakai data yang menunjukkan kesempatan (informasi, jarak, "
    "syarat).",
    "Move it to participation, or use data on the opportunity (information, distance, conditions).",
)
_SAME_FIGURES = Text(
    "{factor} dan {before} ditunjukkan oleh angka yang sama ({datum}).",
    "{factor} and {before} are shown by the same figures ({datum}).",
)
_OWN_FIGURES = Text(
    "Cukup satu faktor untuk angka itu; faktor lain perlu datanya sendiri.",
    "One factor is enough for those figures; another needs data of its own.",
)
_BLAMES_THEM = Text(
    "Sebab “{cause}” menyalahkan pihak yang tertinggal.",
    "The cause “{cause}” blames those who are behind.",
)
_ASK_ON = Text(
    "Tanyakan mengapa: jadwal, jarak, biaya, izin, undangan, beban kerja, atau pengalaman buruk "
    "sebelumnya.",
    "Ask why: schedule, distance, cost, permission, invitation, workload or bad experience.",
)
_NO_CAUSE = Text(
    "Sebab kesenjangan belum ditulis, internal maupun eksternal.",
    "No cause is written yet, neither inside the institution nor outside it.",
)
_FIND_CAUSE = Text(
    "Tanyakan mengapa kesenjangan itu terjadi: di dalam lembaga (kolom 4) dan di masyarakat "
    "(kolom 5).",
    "Ask why the gap is there: inside the institution (column 4) and in society (column 5).",
)
_ONE_SIDE = Text("{side} kosong.", "{side}: nothing is written.")
_LOOK_THERE = Text(
    "Periksa apakah memang tidak ada sebab di sisi itu.",
    "Check that there is really no cause on that side.",
)
