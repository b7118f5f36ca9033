"""An index as a smooth function of its figures: computed without rounding on the way.

Where a publisher rounds intermediate values (BPS the two IPM, for the IPG since 2016) the index
moves by jumps. Slopes, contributions and the exact turning points are those of the formula.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation, localcontext

from setara.domain.indices.arithmetic import PRECISE, N
from setara.domain.indices.computing import NO_DIVISOR, Result, law_day
from setara.domain.indices.definition import Fault, UnusableInput
from setara.domain.indices.levers.dual import Dual, variable
from setara.domain.indices.worksheet import Worksheet
from setara.domain.law.parameters import Parameter


class UnroundedSheet(Worksheet[N]):
    """A sheet on which nothing is rounded."""

    def published(self, value: N, decimals: Parameter) -> N:
        """`value` as it is."""
        return value


def unrounded(
    result: Result, figures: Mapping[str, Decimal], *, year: int | None = None
) -> Decimal:
    """The index of other figures by the method of `result`, nothing rounded on the way.

    `year` computes by the law of another year. Raises UnusableInput where something to divide by
    is zero.
    """
    sheet = UnroundedSheet[Decimal](figures, law_day(result.year if year is None else year))
    try:
        with localcontext(PRECISE):
            return result.method.formula(sheet)
    except (ZeroDivisionError, InvalidOperation) as error:
        reason = NO_DIVISOR.filled(index=result.index.symbol)
        raise UnusableInput((Fault((), reason),)) from error


def with_slopes(result: Result, figures: Mapping[str, Decimal] | None = None) -> Dual:
    """The index with its slope to every measure, at the figures of `result` or at others."""
    given = result.figures if figures is None else figures
    sheet = UnroundedSheet[Dual](
        {key: variable(key, value) for key, value in given.items()}, law_day(result.year)
    )
    with localcontext(PRECISE):
        return result.method.formula(sheet)
