"""What became of an indicator of column 9: the way to its target, and women beside men."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from setara.domain.budget.datum import Aspect
from setara.domain.budget.outcome import Outcome, outcome, unknown
from setara.domain.budget.outcome_measure import Compared, compared_datum
from setara.domain.budget.pathway import Baseline, Indicator, Pathway
from setara.domain.budget.quarter import Quarter
from setara.domain.budget.quarter_report import IndicatorReported, total_of
from setara.domain.foundation.period import Period
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.observation import Nothing, Value


def way_gone(
    indicator: Indicator,
    row: Baseline | None,
    baseline: Decimal | None,
    latest: IndicatorReported | None,
) -> tuple[Decimal | None, Decimal | None]:
    """The figure beside the target, and the part of the way there in per cent, one decimal.

    An indicator with a baseline starts from it and is measured in the baseline's sex; one without
    starts from nothing and is measured in both together, else in whatever single figure there is.
    The second is None where target and start are the same or one is missing.
    """
    reached = _beside_target(indicator, row, latest)
    if reached is None or indicator.target is None:
        return reached, None
    start = baseline if baseline is not None else Decimal(0)
    if indicator.target == start:
        return reached, None
    percent = 100 * (reached - start) / (indicator.target - start)
    return reached, percent.quantize(Decimal("0.1"), ROUND_HALF_UP)


def indicator_outcome(
    pathway: Pathway,
    indicator: Indicator,
    latest: IndicatorReported | None,
    quarter: Quarter | None,
) -> Outcome:
    """Women beside men, at the baseline and as last reported; only the fourth quarter is a year.

    An earlier quarter counts since January and stands beside no year of the baseline.
    """
    row = pathway.baseline(indicator.baseline_key)
    datum = pathway.datum(row.datum_key) if row else None
    if row is None or datum is None:
        return unknown(_NO_BASELINE)
    before = compared_datum(datum, row.aspect)
    if before is None:
        return unknown(_NO_PERIOD)
    if latest is None or quarter is None:
        return unknown(_NOT_REPORTED, before)
    if quarter is not Quarter.FOURTH and row.aspect is Aspect.VALUE:
        return unknown(_YEAR_NOT_OVER.filled(quarter=quarter.label), before)
    after = Compared(
        women=latest.women,
        men=latest.men,
        period=Period.year(pathway.year),
        measure=before.measure,
        polarity=before.polarity,
        unit=_unit(indicator.unit, before.unit),
        population=before.population,
        source=latest.source,
    )
    return outcome(before, after)


def _beside_target(
    indicator: Indicator, row: Baseline | None, latest: IndicatorReported | None
) -> Decimal | None:
    if latest is None:
        return None
    if row is not None:
        value: Value = latest.women if row.sex is Sex.FEMALE else latest.men
        return value if isinstance(value, Decimal) else None
    whole = total_of(latest, indicator.unit)
    if isinstance(whole, Decimal):
        return whole
    single = [each for each in (latest.women, latest.men) if not isinstance(each, Nothing)]
    return single[0] if len(single) == 1 else None


def _unit(written: str, unit: Text) -> Text:
    """The baseline's unit where the indicator is written in it in either language."""
    words = written.strip().casefold()
    if words in (unit.id.strip().casefold(), unit.en.strip().casefold()):
        return unit
    if words in ("persen", "percent", "per cent") and unit.id.strip() == "%":
        return unit
    return Text(written, written)


_NO_BASELINE = Text(
    "Indikator ini tidak merujuk data dasar menurut jenis kelamin.",
    "This indicator refers to no baseline by sex.",
)
_NO_PERIOD = Text("Data dasarnya tidak menyebut periode.", "Its baseline names no period.")
_NOT_REPORTED = Text(
    "Angka perempuan dan laki-laki belum dilaporkan.",
    "The figures of women and men are not reported yet.",
)
_YEAR_NOT_OVER = Text(
    "Baru dilaporkan sampai {quarter}; dinilai pada akhir tahun.",
    "Reported up to {quarter} only; judged at the end of the year.",
)
