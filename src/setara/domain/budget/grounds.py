"""Whether the data of a GAP are about those it is for, and show a gap at all (column 2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from setara.domain.budget.datum import Datum
from setara.domain.budget.finding import Finding, warning
from setara.domain.budget.pathway import IndicatorLevel, Pathway
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.disparity import Behind, ParityBand, parity_band
from setara.domain.statistics.element import Measure, PopulationType

_BESIDE_THE_SERVICE = {PopulationType.OFFICIALS, PopulationType.POPULATION}
_ALL = 100
_AS_BIRTHS = Decimal("1.5")
_PER_CENT_UNITS = frozenset({"%", "persen", "percent", "per cent"})


def population_findings(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-03: not all of the data are about staff or about the whole population."""
    compared = [datum for datum in pathway.data if datum.has_figures]
    if compared and all(datum.population_type in _BESIDE_THE_SERVICE for datum in compared):
        kinds = sorted({datum.population_type for datum in compared})
        message = _ONLY_BESIDE if len(kinds) > 1 else _ONLY.filled(kind=kinds[0].label)
        yield warning("GAP-03", 2, message, _WHO_IS_SERVED)


def parity_findings(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-16: at least one datum shows a disparity; without one there is nothing to close.

    Counts within 1.5 points of one half show none either: births are 105 boys to 100 girls, 51.2
    to 48.8 in a hundred, so there are as many pupils as there are children.
    """
    compared = [datum for datum in pathway.data if datum.has_figures]
    band = parity_band(today)
    if compared and all(_is_even(datum, band) for datum in compared):
        yield warning("GAP-16", 2, _NOBODY_BEHIND, _LOOK_CLOSER)


def _is_even(datum: Datum, band: ParityBand) -> bool:
    share = datum.share_of(Sex.FEMALE)
    if share is not None and abs(share.percent(places=2) - 50) <= _AS_BIRTHS:
        return True
    return datum.disparity(band).behind is Behind.NEITHER


def bound_findings(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-17: a target in per cent lies between 0 and 100; there is an output beside outcomes."""
    for indicator in pathway.indicators:
        unit, target = indicator.unit.strip().casefold(), indicator.target
        if target is not None and (target < 0 or (unit in _PER_CENT_UNITS and target > _ALL)):
            values = {"indicator": indicator.text, "target": target, "unit": indicator.unit}
            yield warning("GAP-17", 9, _BEYOND.filled(**values), _WITHIN)
    levels = {indicator.level for indicator in pathway.indicators}
    if levels and IndicatorLevel.OUTPUT not in levels:
        yield warning("GAP-17", 9, _NO_OUTPUT, _ADD_OUTPUT)


def stated_figures_findings(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-18: figures typed by hand can be: a per cent up to 100, no count below nothing."""
    for datum in pathway.data:
        stated = (datum.stated_female_percent, datum.stated_male_percent)
        if any(percent is not None and not 0 <= percent <= _ALL for percent in stated):
            yield warning("GAP-18", 2, _NO_SUCH_PERCENT.filled(datum=datum.label), _CHECK)
        values = [value for value in (datum.female, datum.male) if isinstance(value, Decimal)]
        if any(value < 0 for value in values):
            yield warning("GAP-18", 2, _BELOW_NOTHING.filled(datum=datum.label), _CHECK)
        is_people = datum.measure is Measure.COUNT and datum.unit.id in _PERSONS
        if is_people and any(value != value.to_integral_value() for value in values):
            yield warning("GAP-18", 2, _PART_OF_A_PERSON.filled(datum=datum.label), _CHECK)


_PERSONS = frozenset({"orang", "jiwa"})
_PART_OF_A_PERSON = Text(
    "{datum}: jumlah orang tidak mungkin pecahan.",
    "{datum}: a number of people has no fraction.",
)
_ONLY = Text(
    "Semua datanya tentang {kind}, bukan tentang yang dilayani sub kegiatan ini.",
    "All of the data are about {kind}, not about those this sub-activity serves.",
)
_ONLY_BESIDE = Text(
    "Semua datanya tentang aparatur atau seluruh penduduk, bukan tentang yang dilayani sub "
    "kegiatan ini.",
    "All of the data are about officials or the whole population, not about those this "
    "sub-activity serves.",
)
_WHO_IS_SERVED = Text(
    "Tambahkan data penerima manfaat, peserta, atau pengguna menurut jenis kelamin.",
    "Add data on beneficiaries, participants or users by sex.",
)
_NOBODY_BEHIND = Text(
    "Menurut semua datanya, perempuan dan laki-laki hampir setara: kesenjangannya belum tampak.",
    "By all of the data women and men are close to parity: no gap is visible yet.",
)
_LOOK_CLOSER = Text(
    "Cari data yang menunjukkannya, misalnya menurut kecamatan, usia, atau disabilitas, atau "
    "pilih isu lain.",
    "Look for data that show one, by sub-district, age or disability for instance, or choose "
    "another issue.",
)
_BEYOND = Text(
    "Target {target} {unit} pada indikator “{indicator}” tidak mungkin.",
    "The target {target} {unit} of the indicator “{indicator}” cannot be.",
)
_WITHIN = Text("Isi antara 0 dan 100.", "Give a figure from 0 to 100.")
_NO_OUTPUT = Text(
    "Belum ada indikator keluaran (output) di samping indikator hasil.",
    "There is no output indicator beside the outcomes.",
)
_ADD_OUTPUT = Text(
    "Tambahkan apa yang langsung dihasilkan sub kegiatan ini.",
    "Add what this sub-activity produces directly.",
)
_NO_SUCH_PERCENT = Text(
    "{datum}: persen yang ditulis tidak antara 0 dan 100.",
    "{datum}: a stated per cent is not between 0 and 100.",
)
_BELOW_NOTHING = Text(
    "{datum}: jumlah orang tidak dapat kurang dari nol.",
    "{datum}: a number of people cannot be below zero.",
)
_CHECK = Text("Periksa angkanya pada sumbernya.", "Check the figure at its source.")
