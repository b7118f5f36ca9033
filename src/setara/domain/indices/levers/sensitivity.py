"""How strongly an index answers to each measure, by exact derivatives of its own formula."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext

from setara.domain.indices.arithmetic import PRECISE
from setara.domain.indices.computing import Result
from setara.domain.indices.definition import Measure
from setara.domain.indices.levers.dual import Dual
from setara.domain.indices.levers.natural import NaturalStep, natural_step
from setara.domain.indices.levers.shares import partner
from setara.domain.indices.levers.unrounded import unrounded, with_slopes
from setara.domain.indices.levers.what_if import alone
from setara.domain.language.text import Text

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What a small change of one measure does to the unrounded index, all others unchanged.

    `slope` is index points for one unit of the measure, the partial derivative; `elasticity` is
    per cent of the index for one per cent of the measure. Both are None where the derivative is
    not finite. `per_step` is the change of the index for a whole natural step, recomputed; the
    step goes down (`step_down`) where one up would leave what can be true. Where `follower` is
    named the step moves that measure the other way, because both are parts of one whole; then
    `slope_together` is the derivative of that joint move. `reason` says why a slope is zero or
    missing.
    """

    measure: Measure
    figure: Decimal
    slope: Decimal | None
    slope_together: Decimal | None
    elasticity: Decimal | None
    step: NaturalStep
    step_down: bool
    per_step: Decimal
    follower: str | None = None
    reason: Text | None = None

    @property
    def is_capped(self) -> bool:
        """Whether the measure moves nothing because it lies beyond a goalpost."""
        return self.reason is not None and self.slope == 0


def sensitivity(result: Result, *, total_seats: int | None = None) -> tuple[Sensitivity, ...]:
    """One sensitivity a measure that has a figure, in the order of the index.

    `total_seats` makes one seat the natural step of shares of seats. Cost: one run of the
    formula with slopes, and one a measure.
    """
    gradient = with_slopes(result)
    return tuple(
        _sensitivity(result, gradient, measure, total_seats)
        for measure in result.index.measures
        if measure.key in result.figures
    )


def _sensitivity(
    result: Result, gradient: Dual, measure: Measure, total_seats: int | None
) -> Sensitivity:
    key, figure = measure.key, result.figures[measure.key]
    step = natural_step(measure, figure, total_seats)
    goes_down = figure + step.size > measure.highest
    slope = slope_of(gradient, key)
    other = partner(result.index, result.figures, key)
    with localcontext(PRECISE):
        after = unrounded(
            result, alone(result, key, figure - step.size if goes_down else figure + step.size)
        )
        return Sensitivity(
            measure=measure,
            figure=figure,
            slope=slope,
            slope_together=_together(slope, slope_of(gradient, other)) if other else slope,
            elasticity=_elasticity(slope, figure, gradient.value),
            step=step,
            step_down=goes_down,
            per_step=after - gradient.value,
            follower=other,
            reason=why_flat(gradient, key),
        )


def slope_of(gradient: Dual, measure: str) -> Decimal | None:
    """The partial derivative to a measure; None where it is not finite."""
    return None if measure in gradient.steep else gradient.slopes.get(measure, ZERO)


def why_flat(gradient: Dual, measure: str) -> Text | None:
    """Why the derivative is zero or missing; None where it is an ordinary number."""
    if measure in gradient.steep:
        return STEEP
    if gradient.slopes.get(measure, ZERO) == 0 and measure in gradient.capped:
        return CAPPED
    return None


def _together(slope: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if slope is None or other is None else slope - other


def _elasticity(slope: Decimal | None, figure: Decimal, value: Decimal) -> Decimal | None:
    return None if slope is None or value == 0 else slope * figure / value


CAPPED = Text(
    "tidak berpengaruh karena sudah melewati batas yang dihitung",
    "has no effect because it lies beyond the bound that is counted",
)
STEEP = Text(
    "di nol: perubahan sekecil apa pun langsung berpengaruh, sehingga tidak ada angka per satuan",
    "at zero: the smallest change has an effect at once, so there is no figure for one unit",
)
