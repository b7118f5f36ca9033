"""Whether what will be measured (columns 8 and 9) tells if the gap narrows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from setara.domain.budget.datum import Aspect, Datum
from setara.domain.budget.finding import Finding, warning
from setara.domain.budget.pathway import Baseline, Indicator, IndicatorLevel, Pathway
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, Text
from setara.domain.statistics.disparity import ParityBand, parity_band

# Ways in which per cent is written in a unit field.
_PER_CENT_WORDS = frozenset({"%", "persen", "percent", "per cent"})


def indicator_findings(pathway: Pathway, today: date) -> Iterator[Finding]:
    """GAP-07 and GAP-10 over all indicators.

    GAP-07: an outcome starts from a figure of column 2, in its unit, and its target narrows
    the gap. GAP-10: the figures say which sex is behind; a target for the other one is met
    with the figures, whichever sex that is.
    """
    if not any(each.level is IndicatorLevel.OUTCOME for each in pathway.indicators):
        yield warning("GAP-07", 9, _NO_OUTCOME, _ADD_OUTCOME)
    band = parity_band(today)
    for indicator in pathway.indicators:
        yield from _judged(pathway, indicator, band)


def _judged(pathway: Pathway, indicator: Indicator, band: ParityBand) -> Iterator[Finding]:
    baseline = pathway.baseline(indicator.baseline_key)
    datum = pathway.datum(baseline.datum_key) if baseline else None
    if baseline is None or datum is None:
        # An output such as “people trained” may start from nothing; an outcome may not.
        if indicator.level is IndicatorLevel.OUTCOME:
            message = NO_BASELINE.filled(indicator=indicator.text)
            yield warning("GAP-07", 9, message, _CHOOSE_BASELINE)
        return
    if indicator.target is None:
        yield warning("GAP-07", 9, _NO_TARGET.filled(indicator=indicator.text), _SET_TARGET)
        return
    if not same_unit(indicator.unit, datum.unit_of(baseline.aspect)):
        message = _OTHER_UNIT.filled(
            indicator=indicator.text, unit=indicator.unit, baseline=datum.unit_of(baseline.aspect)
        )
        yield warning("GAP-07", 9, message, _SAME_UNIT)
        return
    yield from _course(datum, baseline, indicator, indicator.target, band)


def _course(
    datum: Datum, baseline: Baseline, indicator: Indicator, target: Decimal, band: ParityBand
) -> Iterator[Finding]:
    start, behind = datum.figure(baseline.sex, baseline.aspect), datum.sex_behind(band)
    if start is None or behind is None:
        return
    sex, aspect = baseline.sex, baseline.aspect
    if narrows(datum, sex=sex, aspect=aspect, start=start, target=target, behind=behind):
        return
    values = {
        "indicator": indicator.text,
        "start": start,
        "target": target,
        "sex": baseline.sex.label,
        "behind": behind.label,
        "datum": datum.label,
    }
    if baseline.sex is behind:
        yield warning("GAP-07", 9, _WIDENS.filled(**values), _TURN.filled(**values))
    else:
        yield warning("GAP-10", 9, _WRONG_SEX.filled(**values), _FOLLOW_FIGURES.filled(**values))


def narrows(
    datum: Datum, *, sex: Sex, aspect: Aspect, start: Decimal, target: Decimal, behind: Sex
) -> bool:
    """Whether the target leaves a smaller gap than the start, the other sex standing still.

    A share narrows towards one half. A figure narrows only for the sex that is behind: to
    pull the other one down is no result.
    """
    if aspect is Aspect.SHARE:
        return abs(target - 50) < abs(start - 50)
    other = datum.figure(sex.other, Aspect.VALUE)
    return sex is behind and other is not None and abs(target - other) < abs(start - other)


def same_unit(written: str, unit: Text) -> bool:
    """Whether a unit that was written is that of a figure, in either language."""
    words = written.strip().casefold()
    units = {unit.say(language).strip().casefold() for language in Language}
    if units & _PER_CENT_WORDS:
        return words in _PER_CENT_WORDS
    return words in units


_NO_OUTCOME = Text("Belum ada indikator hasil (outcome).", "There is no outcome indicator.")
_ADD_OUTCOME = Text(
    "Tambahkan satu indikator hasil yang menunjukkan apakah kesenjangan menyempit.",
    "Add one outcome that shows whether the gap narrows.",
)
NO_BASELINE = Text(
    "Indikator “{indicator}” tidak merujuk data dasar.",
    "The indicator “{indicator}” refers to no baseline.",
)
_CHOOSE_BASELINE = Text(
    "Pilih data dasar di kolom 8 sebagai titik awalnya.",
    "Choose a baseline of column 8 as its starting point.",
)
_NO_TARGET = Text(
    "Indikator “{indicator}” belum mempunyai target.", "The indicator “{indicator}” has no target."
)
_SET_TARGET = Text(
    "Isi target dengan angka dalam satuan yang sama.", "Enter a figure in the same unit."
)
_OTHER_UNIT = Text(
    "Satuan indikator “{indicator}” adalah {unit}, sedangkan data dasarnya {baseline}.",
    "The unit of the indicator “{indicator}” is {unit}, while its baseline is in {baseline}.",
)
_SAME_UNIT = Text(
    "Samakan satuannya, atau pilih data dasar lain.", "Use one unit, or choose another baseline."
)
_WIDENS = Text(
    "Indikator “{indicator}”: target {target} dari {start} tidak mempersempit kesenjangan; menurut "
    "{datum}, {behind} tertinggal.",
    "Indicator “{indicator}”: the target {target} from {start} does not narrow the gap; by "
    "{datum}, {behind} are behind.",
)
_TURN = Text(
    "Ubah target sehingga selisih antara laki-laki dan perempuan mengecil.",
    "Change the target so that men and women come closer.",
)
_WRONG_SEX = Text(
    "Indikator “{indicator}” menyasar {sex}, sedangkan menurut {datum} yang tertinggal adalah "
    "{behind}.",
    "The indicator “{indicator}” is aimed at {sex}, while by {datum} it is {behind} who are "
    "behind.",
)
_FOLLOW_FIGURES = Text(
    "Ikuti angkanya: pilih data dasar {behind}, atau periksa kembali datanya.",
    "Follow the figures: choose the baseline of {behind}, or check the data.",
)
