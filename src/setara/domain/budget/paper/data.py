"""Column 2 of a written GAP: data by sex out of prose, with source, period and population."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from setara.domain.budget.datum import Datum
from setara.domain.budget.paper.figures import Mention, Pair, figures
from setara.domain.budget.paper.places import Line
from setara.domain.foundation.period import Period
from setara.domain.language.text import Text, same
from setara.domain.statistics.element import Measure, Polarity, PopulationType

_SOURCE = re.compile(r"\(?\bsumber(?:\s+data)?\s*[:=]?\s*([^;()\n]+)\)?", re.IGNORECASE)
_YEAR = re.compile(r"\b((?:19|20)\d{2})\b")
_RELATIVE = re.compile(r"\bn\s*[-–]\s*([1-5])\b", re.IGNORECASE)
_FIRST_YEAR, _LAST_YEAR = 1990, 2100

# Whom figures are about, by the words of their label; the first that fits decides.
_POPULATIONS: tuple[tuple[PopulationType, str], ...] = (
    (
        PopulationType.OFFICIALS,
        r"pegawai|aparatur|\basn\b|\bpns\b|pejabat|eselon|\bes\.? ?(?:ii|iii|iv)\b|staf|karyawan",
    ),
    (PopulationType.CADRES, r"kader"),
    (
        PopulationType.PARTICIPANTS,
        (
            r"peserta|anggota|dibina|binaan|kehadiran|hadir|responden|murid|siswa|peserta didik"
            r"|pengurus|ketua|rt\b|rw\b|petani|poktan"
        ),
    ),
    (PopulationType.USERS, r"pengguna|pengunjung|pasien|pelapor|pengaduan|penumpang|nasabah"),
    (PopulationType.POPULATION, r"penduduk|jiwa|warga|masyarakat|populasi"),
)
_BURDENS = re.compile(
    r"anemia|kematian|mati|miskin|korban|putus sekolah|penganggur|stunting|sakit|kekerasan"
    r"|buta aksara|penyandang masalah|terlantar|perkawinan anak|pengidap|penderita|kasus",
    re.IGNORECASE,
)
_JUDGED = {PopulationType.PARTICIPANTS, PopulationType.CADRES, PopulationType.USERS}
_JUDGED |= {PopulationType.OFFICIALS}
_AROUND_100 = (Decimal(88), Decimal(112))
PER_CENT = Text("%", "%")
PEOPLE = Text("orang", "people")


@dataclass(frozen=True, slots=True)
class ReadData:
    """The data of a cell, the mentions of one sex alone, and the segments nobody read."""

    data: tuple[Datum, ...]
    single: tuple[Mention, ...]
    unread: tuple[str, ...]


def read_data(
    lines: Sequence[Line], *, year: int, first_key: int = 1, default: Datum | None = None
) -> ReadData:
    """The data in the lines of a cell; `year` is the budget year that `n-1` counts from.

    A source or year said once holds for the data before it that have none of their own.
    `default` lends its source and period where the cell names none.
    """
    data: list[Datum] = []
    single: list[Mention] = []
    unread: list[str] = []
    for block in _blocks([line.text for line in lines]):
        whole = " ".join(block)
        source, period = _source(whole), _period(whole, year)
        found = figures(_SOURCE.sub("", line) for line in block)
        for pair in found.pairs:
            key = first_key + len(data)
            datum = _datum(key, pair, source=source, period=_period(pair.label, year) or period)
            data.append(datum)
        single += found.single
        unread += [each for each in found.unread if not _is_dated(each)]
    lent = (
        default
        if default is not None
        else next((datum for datum in reversed(data) if datum.is_traceable), None)
    )
    return ReadData(tuple(_with(datum, lent) for datum in data), tuple(single), tuple(unread))


def _blocks(lines: Sequence[str]) -> list[list[str]]:
    """Lines up to and with the one that names their source."""
    blocks: list[list[str]] = [[]]
    for line in lines:
        blocks[-1].append(line)
        if _SOURCE.search(line):
            blocks.append([])
    return [block for block in blocks if block]


def _with(datum: Datum, lent: Datum | None) -> Datum:
    if lent is None:
        return datum
    return replace(datum, source=datum.source or lent.source, period=datum.period or lent.period)


def _datum(key: int, pair: Pair, *, source: str, period: Period | None) -> Datum:
    """The datum of a pair; two per cents that add up to about 100 are shares of one whole."""
    label = pair.label or "Data"
    counts = (pair.female.count, pair.male.count)
    about = population_of(label)
    datum = Datum(
        key=key,
        label=same(label),
        unit=PEOPLE,
        female=counts[0] if counts[0] is not None else Decimal(),
        male=counts[1] if counts[1] is not None else Decimal(),
        period=period,
        source=source,
        population_type=about,
        polarity=_polarity(label, about),
        stated_total=pair.total,
        stated_female_percent=pair.female.percent,
        stated_male_percent=pair.male.percent,
    )
    if None not in counts:
        return datum
    female, male = pair.female.percent, pair.male.percent
    if female is None or male is None:
        female = female if female is not None else counts[0]
        male = male if male is not None else counts[1]
    female, male = female or Decimal(), male or Decimal()
    low, high = _AROUND_100
    is_shares = low <= female + male <= high
    return replace(
        datum,
        unit=PER_CENT,
        female=female,
        male=male,
        measure=Measure.COUNT if is_shares else Measure.RATE,
        stated_female_percent=female if is_shares else None,
        stated_male_percent=male if is_shares else None,
    )


def population_of(label: str) -> PopulationType:
    """Whom the words say the figures are about; beneficiaries where they do not say."""
    words = label.casefold()
    return next(
        (kind for kind, pattern in _POPULATIONS if re.search(pattern, words)),
        PopulationType.BENEFICIARIES,
    )


def _polarity(label: str, about: PopulationType) -> Polarity:
    """Which way is better; where the words do not tell, nothing is judged by it."""
    if _BURDENS.search(label):
        return Polarity.LOWER_IS_BETTER
    return Polarity.HIGHER_IS_BETTER if about in _JUDGED else Polarity.NEITHER


def _source(text: str) -> str:
    found = _SOURCE.search(text)
    if found is None:
        return ""
    named = re.sub(r",?\s*(?:tahun|thn)?\s*(?:(?:19|20)\d{2}|n\s*[-–]\s*\d)\s*\.?$", "", found[1])
    return named.strip(" .,:*")


def _period(text: str, year: int) -> Period | None:
    relative = _RELATIVE.search(text)
    if relative:
        return Period.year(year - int(relative[1]))
    years = [int(found) for found in _YEAR.findall(_without_codes(text))]
    years = [each for each in years if _FIRST_YEAR <= each <= _LAST_YEAR]
    return Period.year(max(years)) if years else None


def _without_codes(text: str) -> str:
    return re.sub(r"\d+(?:\.\d+){2,}", " ", text)


def _is_dated(segment: str) -> bool:
    """Whether the only figure of a segment is a year."""
    return not re.sub(r"\b(?:19|20)\d{2}\b", "", segment).strip(" .,-():") or not re.search(
        r"\d", re.sub(r"\b(?:19|20)\d{2}\b", "", segment)
    )
