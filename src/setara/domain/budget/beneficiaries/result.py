"""Everything that follows from the beneficiaries of a sub kegiatan, its money and a need."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from setara.domain.budget.beneficiaries.cost import (
    NO_DIRECT,
    DirectCosts,
    Split,
    cost_each,
    fits,
    in_rupiah,
    split_by_sex,
)
from setara.domain.budget.beneficiaries.headcount import Headcount, ReachStage, Unit
from setara.domain.budget.beneficiaries.need import Need, Representation, representation
from setara.domain.foundation.money import Rupiah
from setara.domain.language.text import Text
from setara.domain.statistics.disparity import Undefined


@dataclass(frozen=True, slots=True)
class Reach:
    """Beneficiaries in one unit at one stage, what each costs, and how they compare with the need.

    The plan is set against the budget, what was reached against what was spent; the two are never
    crossed. `beside` is None where no need was chosen.
    """

    unit: Unit
    stage: ReachStage
    count: Headcount
    amount: Rupiah | None
    each: Rupiah | Undefined
    split: Split | Undefined
    beside: Representation | Undefined | None


def reach(
    count: Headcount,
    unit: Unit,
    stage: ReachStage,
    *,
    amount: Rupiah | None,
    on: date,
    direct: DirectCosts = NO_DIRECT,
    need: Need | None = None,
) -> Reach:
    """What follows; `amount` is the budget of a plan or the realisation, None where not known."""
    each: Rupiah | Undefined = Undefined(NOT_SPENT)
    split: Split | Undefined = Undefined(NOT_SPENT)
    if amount is not None:
        each = in_rupiah(cost_each(amount, count))
        split = _split(amount, count, unit, direct)
    beside = None if need is None else representation(count, unit, need, on=on)
    return Reach(unit, stage, count, amount, each, split, beside)


def _split(amount: Rupiah, count: Headcount, unit: Unit, direct: DirectCosts) -> Split | Undefined:
    if unit is not Unit.PERSON:
        return Undefined(NOT_PERSONS)
    verdict = fits(direct, amount, count)
    if verdict.reason is not None:
        # The budget may have been cut, or the figures corrected, since the costs were recorded.
        return Undefined(verdict.reason)
    return split_by_sex(amount, count, direct)


NOT_PERSONS = Text(
    "Uang untuk KK atau kelompok tidak dibagi menurut jenis kelamin kepalanya: manfaatnya sampai "
    "kepada semua anggota. Catat juga penerimanya dalam orang.",
    "Money for households or groups is not split by the sex of their heads: all members benefit. "
    "Record the beneficiaries in persons too.",
)
NOT_SPENT = Text(
    "Realisasi sub kegiatan ini sampai bulan itu belum diketahui. Unggah realisasinya.",
    "What was spent on this sub-activity up to that month is not known. Upload the realisation.",
)
