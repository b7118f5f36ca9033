"""Chance in plain words: how far a difference may reach, and whether a change is noise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from setara.domain.foundation.period import Period
from setara.domain.language.text import Text
from setara.domain.statistics.amount import PERCENT_POINTS, Amount, rounded
from setara.domain.statistics.element import Measure
from setara.domain.statistics.interval import Interval
from setara.domain.statistics.sampling import COMPLETE_COUNT, Chance, Change, Noise, reliability

FEWEST_DECIMALS, MOST_DECIMALS = 1, 6
PER_CENT = 100


def chance_reading(
    found: Chance, *, measure: Measure, women_are_higher: bool, places: int, today: date
) -> Iterator[Text]:
    """How far the difference may reach, and how far the survey may be trusted.

    The limits are turned so that they belong to the difference as it is read, higher minus
    lower. `places` are the decimals of the figures.
    """
    if isinstance(found.difference, Interval):
        limits = found.difference.scaled(PER_CENT)
        yield _reach(limits, measure, women_are_higher=women_are_higher, places=places)
    elif not found.sampling.is_sample:
        yield COMPLETE_COUNT
    else:
        yield found.difference.reason
    errors = found.sampling.relative_errors
    trust = reliability(errors, on=today)
    if trust is not None:
        yield RELATIVE_ERROR.filled(error=max(errors), trust=trust.label)


def change_reading(found: Change, earlier: Period, places: int) -> Text:
    """Whether the change since `earlier` is more than chance; one sentence."""
    if not isinstance(found.interval, Interval):
        if found.noise is Noise.NO_CHANCE:
            return CHANGE_IS_COUNTED
        return CHANGE_UNKNOWN.filled(reason=found.interval.reason)
    lower, upper = limits_shown(found.interval.scaled(PER_CENT), places)
    sentence = CHANGE_IS_NOISE if found.noise is Noise.NOISE else CHANGE_IS_REAL
    return sentence.filled(
        earlier=earlier,
        lower=lower,
        upper=Amount(lower if upper is None else upper, PERCENT_POINTS),
        label=found.interval.label,
    )


def limits_shown(limits: Interval, places: int) -> tuple[Decimal, Decimal | None]:
    """Both limits with at least one decimal, and with more where a limit would be shown as the
    zero it is not: the sentence says whether zero lies between them.
    """
    ends = [limits.lower] if limits.upper is None else [limits.lower, limits.upper]
    finest = max(places, FEWEST_DECIMALS)
    while finest < MOST_DECIMALS and any(end and not rounded(end, finest) for end in ends):
        finest += 1
    upper = None if limits.upper is None else rounded(limits.upper, finest)
    return rounded(limits.lower, finest), upper


def _reach(limits: Interval, measure: Measure, *, women_are_higher: bool, places: int) -> Text:
    lower, upper = limits_shown(limits, places)
    if upper is None:
        upper = lower
    if not women_are_higher:
        lower, upper = -upper, -lower
    conclusion = CONCLUSIONS[limits.is_hypothetical, limits.holds(Decimal(0))]
    return REACH.filled(
        what=THAT_DIFFERENCE if measure is Measure.RATE else DIFFERENCE_OF_PROPORTIONS,
        lower=lower,
        upper=Amount(upper, PERCENT_POINTS),
        label=limits.label,
        conclusion=conclusion,
    )


REACH = Text(
    "{what} dapat bernilai antara {lower} dan {upper} ({label}); {conclusion}.",
    "{what} may lie between {lower} and {upper} ({label}); {conclusion}.",
)
THAT_DIFFERENCE = Text("Selisih itu", "That difference")
DIFFERENCE_OF_PROPORTIONS = Text(
    "Selisih proporsi keduanya", "The difference of the two proportions"
)
CONCLUSIONS = {
    (False, True): Text(
        "nol termasuk di dalamnya, sehingga perbedaannya belum dapat dibedakan dari kebetulan",
        "zero lies within, so the difference cannot be told from chance",
    ),
    (False, False): Text(
        "nol tidak termasuk di dalamnya, jadi perbedaannya bukan sekadar kebetulan sampel",
        "zero does not lie within, so the difference is more than the chance of a sample",
    ),
    (True, True): Text("nol termasuk di dalamnya", "zero lies within"),
    (True, False): Text("nol tidak termasuk di dalamnya", "zero does not lie within"),
}
"""By whether the interval is hypothetical and whether it holds zero."""
RELATIVE_ERROR = Text(
    "Kesalahan baku relatif (RSE) tertinggi pada angka ini {error}%: {trust}.",
    "The highest relative standard error (RSE) of these figures is {error}%: {trust}.",
)
CHANGE_IS_NOISE = Text(
    "Perubahan sejak {earlier} belum dapat dibedakan dari kebetulan: perubahan selisih perempuan "
    "dikurangi laki-laki dapat bernilai antara {lower} dan {upper} ({label}), dan nol termasuk di "
    "dalamnya.",
    "The change since {earlier} cannot be told from chance: the change of the difference women "
    "minus men may lie between {lower} and {upper} ({label}), and zero lies within.",
)
CHANGE_IS_REAL = Text(
    "Perubahan itu bukan sekadar kebetulan sampel: perubahan selisih perempuan dikurangi laki-laki "
    "dapat bernilai antara {lower} dan {upper} ({label}), dan nol tidak termasuk di dalamnya.",
    "That change is more than the chance of a sample: the change of the difference women minus "
    "men may lie between {lower} and {upper} ({label}), and zero does not lie within.",
)
CHANGE_IS_COUNTED = Text(
    "Kedua angkanya pencatatan lengkap, sehingga perubahan itu bukan kebetulan sampel.",
    "Both figures are complete counts, so that change is no chance of a sample.",
)
CHANGE_UNKNOWN = Text(
    "Apakah perubahan itu sekadar kebetulan belum dapat dinilai. {reason}",
    "Whether that change is chance cannot be judged. {reason}",
)
