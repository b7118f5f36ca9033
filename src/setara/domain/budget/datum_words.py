"""A datum of column 2 in words: its figures, how far apart they are, and how they moved."""

from __future__ import annotations

from decimal import Decimal

from setara.domain.budget.datum import Datum
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Text
from setara.domain.statistics.amount import PERCENT_POINTS, Amount, decimals, rounded
from setara.domain.statistics.disparity import Disparity, Undefined, parity_band
from setara.domain.statistics.element import Measure
from setara.domain.statistics.observation import Value
from setara.domain.statistics.release import CellState
from setara.domain.statistics.trend import Trend, trend

OUT_OF = 100


def datum_words(datum: Datum) -> Text:
    """Label, place, figures with shares, period and source; the earlier periods behind them."""
    said = Text(
        "{label}{place}: perempuan {female}, laki-laki {male} {unit} ({period}). "
        "Sumber: {source}{sample}.",
        "{label}{place}: women {female}, men {male} {unit} ({period}). Source: {source}{sample}.",
    ).filled(
        label=datum.label,
        place=f", {datum.place_name}" if datum.place_name else "",
        female=figure_words(datum, Sex.FEMALE),
        male=figure_words(datum, Sex.MALE),
        unit=datum.unit,
        period=datum.period or "–",
        source=datum.source,
        sample=Text(" (data contoh)", " (sample data)") if datum.is_sample else "",
    )
    moved = trend_words(datum)
    return (
        Text("{said} {moved}", "{said} {moved}").filled(said=said, moved=moved) if moved else said
    )


def figure_words(datum: Datum, sex: Sex) -> Text:
    """The figure of one sex with its share in both, or why there is none."""
    if datum.is_hidden:
        return CellState.HIDDEN.label
    value, share = datum.value_of(sex), datum.share_of(sex)
    if share is not None:
        return Text("{v} ({p}%)", "{v} ({p}%)").filled(v=value, p=share.percent(1))
    return _value_words(value)


def _value_words(value: Value) -> Text:
    return Text("{v}", "{v}").filled(v=value) if isinstance(value, Decimal) else value.label


def disparity_of(datum: Datum) -> Disparity | None:
    """The disparity under the band of parity of the datum's period; None without one."""
    if datum.period is None:
        return None
    return datum.disparity(parity_band(datum.period.valid_from))


def disparity_words(datum: Datum) -> Text:
    """Who is behind and by how much, or why nobody can say."""
    found = disparity_of(datum)
    if datum.is_hidden:
        return HIDDEN
    if found is None:
        return NO_PERIOD
    if isinstance(found.difference, Undefined):
        return found.difference.reason
    if datum.measure is Measure.COUNT and not isinstance(found.ratio, Undefined):
        return PER_HUNDRED.filled(
            behind=_behind(found), women=rounded(found.ratio * OUT_OF, 0), men=OUT_OF
        )
    return APART.filled(behind=_behind(found), difference=_distance(datum, found.difference))


def _behind(found: Disparity) -> Text:
    label = found.behind.label
    return Text(label.id[0].upper() + label.id[1:], label.en[0].upper() + label.en[1:])


def _distance(datum: Datum, difference: Decimal) -> Amount:
    figures = [each for each in (datum.female, datum.male) if isinstance(each, Decimal)]
    unit = PERCENT_POINTS if datum.measure is Measure.RATE else datum.unit
    return Amount(abs(rounded(difference, decimals(figures, datum.measure))), unit)


def trend_words(datum: Datum) -> Text | None:
    """The first period, the one before the datum's and its own; None where there are none before.

    Counts are told by the share of women, which does not depend on how many there are; other
    figures by both sexes.
    """
    before = [datum.at(each) for each in datum.series]
    if not before or not datum.has_figures:
        return None
    points = [*before[:1], *before[1:][-1:], datum]
    if all(point.share_of(Sex.FEMALE) for point in points):
        said = SHARE_MOVED.filled(series=_chain(points, Sex.FEMALE))
    else:
        said = BOTH_MOVED.filled(
            women=_chain(points, Sex.FEMALE), men=_chain(points, Sex.MALE), unit=datum.unit
        )
    found = _trend(points[-2], datum)
    # Where the share is as printed before, a gap that only grew with the population is no news.
    if found is None or found.proportion.before == found.proportion.after:
        return said
    return Text("{said} Kesenjangan {movement}.", "{said} The disparity {movement}.").filled(
        said=said, movement=found.movement.label
    )


def _chain(points: list[Datum], sex: Sex) -> Text:
    parts = [
        Text("{figure} ({period})", "{figure} ({period})").filled(
            figure=_point(point, sex), period=point.period
        )
        for point in points
    ]
    chained = parts[0]
    for part in parts[1:]:
        chained = Text("{a} → {b}", "{a} → {b}").filled(a=chained, b=part)
    return chained


def _point(point: Datum, sex: Sex) -> Text:
    share = point.share_of(sex)
    if share is not None:
        return Text("{p}%", "{p}%").filled(p=share.percent(1))
    return _value_words(point.value_of(sex))


def _trend(before: Datum, now: Datum) -> Trend | None:
    earlier, later = disparity_of(before), disparity_of(now)
    if earlier is None or later is None or before.period is None:
        return None
    figures = [each for each in (now.female, now.male) if isinstance(each, Decimal)]
    found = trend(before.period, earlier, later, decimals(figures, now.measure))
    return None if isinstance(found, Undefined) else found


HIDDEN = Text(
    "Jumlahnya sekecil itu sehingga orangnya dapat dikenali. Pakai gabungan kelompok umur, "
    "wilayah yang lebih luas, atau beberapa tahun sekaligus.",
    "So few that people could be recognised. Use joined age groups, a wider area, or several "
    "years at once.",
)
NO_PERIOD = Text("Belum ada periodenya.", "It has no period yet.")
PER_HUNDRED = Text(
    "{behind}: {women} perempuan untuk setiap {men} laki-laki.",
    "{behind}: {women} women for every {men} men.",
)
APART = Text("{behind}: selisih {difference}.", "{behind}: {difference} apart.")
SHARE_MOVED = Text("Bagian perempuan {series}.", "The share of women {series}.")
BOTH_MOVED = Text("Perempuan {women}, laki-laki {men} {unit}.", "Women {women}, men {men} {unit}.")
