"""What a beneficiary costs: what is recorded, what is only shared out, and what says nothing.

Money of a sub kegiatan is seldom kept by sex. Shared out by heads, every beneficiary costs the
same by construction, so that such a cost by sex says nothing about the sexes; only money recorded
for components of one sex can make a difference. The split is a convention of ours.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from setara.domain.budget.beneficiaries.headcount import NOBODY, Headcount
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.language.text import Text
from setara.domain.statistics.amount import rounded
from setara.domain.statistics.disparity import Undefined


class Basis(StrEnum):
    """What a split of money by sex rests on; it decides what may be said of the result."""

    BY_HEADS = "by_heads"
    PARTLY_RECORDED = "partly_recorded"
    RECORDED = "recorded"

    @property
    def label(self) -> Text:
        """In both languages."""
        return BASIS_LABELS[self]

    @property
    def meaning(self) -> Text:
        """What the figures by sex may be used for, and what not."""
        return MEANINGS[self]


BASIS_LABELS = {
    Basis.BY_HEADS: Text("atribusi menurut jumlah penerima", "attribution by heads"),
    Basis.PARTLY_RECORDED: Text(
        "sebagian tercatat, sisanya atribusi", "partly recorded, the rest attributed"
    ),
    Basis.RECORDED: Text("tercatat menurut jenis kelamin", "recorded by sex"),
}
MEANINGS = {
    Basis.BY_HEADS: Text(
        "Uangnya tidak dicatat menurut jenis kelamin. Bila dibagi menurut jumlah penerima, biaya "
        "per perempuan dan per laki-laki selalu sama; itu akibat cara membaginya, bukan temuan. "
        "Yang bermakna di sini: biaya per penerima dan bagian perempuan di antara penerima.",
        "The money is not kept by sex. Shared out by heads, a woman and a man always cost the "
        "same; that comes of the way it is shared out and is no finding. What means something "
        "here: the cost per beneficiary, and the share of women among beneficiaries.",
    ),
    Basis.PARTLY_RECORDED: Text(
        "Perbedaan biaya per perempuan dan per laki-laki seluruhnya berasal dari komponen yang "
        "tercatat khusus untuk satu jenis kelamin; sisanya dibagi rata per penerima.",
        "The difference between the cost of a woman and of a man comes wholly from components "
        "recorded for one sex; the rest is shared out evenly.",
    ),
    Basis.RECORDED: Text(
        "Seluruh uangnya tercatat menurut jenis kelamin, sehingga biaya per perempuan dan per "
        "laki-laki dapat dibandingkan apa adanya.",
        "All of the money is recorded by sex, so that the cost of a woman and of a man can be "
        "compared as they are.",
    ),
}


@dataclass(frozen=True, slots=True)
class DirectCosts:
    """Money recorded for components that only women, or only men, are the beneficiaries of."""

    women: Rupiah
    men: Rupiah

    @property
    def both(self) -> Rupiah:
        """The two together."""
        return self.women + self.men

    def of(self, sex: Sex) -> Rupiah:
        """The money of one sex."""
        return self.women if sex is Sex.FEMALE else self.men


NO_DIRECT = DirectCosts(Rupiah(0), Rupiah(0))


@dataclass(frozen=True, slots=True)
class SexCost:
    """The money of one sex: recorded for it, attributed to it, and for each beneficiary of it.

    `each` is in rupiah, not rounded; undefined where nobody of that sex is a beneficiary.
    """

    sex: Sex
    recorded: Rupiah
    attributed: Rupiah
    each: Decimal | Undefined

    @property
    def money(self) -> Rupiah:
        """Recorded and attributed together."""
        return self.recorded + self.attributed


@dataclass(frozen=True, slots=True)
class Split:
    """Money by sex; women's and men's make the whole to the rupiah."""

    basis: Basis
    women: SexCost
    men: SexCost


def cost_each(amount: Rupiah, count: Headcount) -> Decimal | Undefined:
    """Rupiah for one beneficiary, not rounded; undefined where they are unknown or nobody."""
    total = count.total
    if isinstance(total, Undefined):
        return total
    return Undefined(NOBODY) if total == 0 else Decimal(amount.amount) / total


def in_rupiah(cost: Decimal | Undefined) -> Rupiah | Undefined:
    """A cost as it is shown, half rounded up."""
    return cost if isinstance(cost, Undefined) else Rupiah(int(rounded(cost, 0)))


def split_by_sex(
    amount: Rupiah, count: Headcount, direct: DirectCosts = NO_DIRECT
) -> Split | Undefined:
    """The money of women and of men; the direct costs must fit, see `fits`.

    What is not recorded for one sex is shared out by heads, rounded once so that both make the
    whole. Undefined where the sexes of the beneficiaries are not known.
    """
    share = count.share(Sex.FEMALE)
    if isinstance(share, Undefined):
        return share
    common = amount - direct.both
    to_women = Rupiah(int(rounded(common.amount * share.fraction, 0)))
    return Split(
        basis=_basis(common, direct),
        women=_sex_cost(Sex.FEMALE, count, direct, common, to_women),
        men=_sex_cost(Sex.MALE, count, direct, common, common - to_women),
    )


def fits(direct: DirectCosts, amount: Rupiah, count: Headcount | None) -> Verdict:
    """Whether money recorded by sex can be part of the amount, and has whom it is for."""
    if direct.women.amount < 0 or direct.men.amount < 0:
        return refused("Biaya tidak dapat negatif.", "A cost cannot be negative.")
    if direct.both > amount:
        return refused(
            "Biaya langsung berjumlah {direct}, lebih besar daripada {amount} pada anggarannya.",
            "The direct costs make {direct}, more than the {amount} of the budget.",
            direct=direct.both,
            amount=amount,
        )
    for sex in Sex:
        if count is not None and direct.of(sex).amount and count.of(sex) == 0:
            return refused(
                "Ada biaya langsung untuk {sex}, tetapi penerima {sex} nol.",
                "There are direct costs for {sex}, but no beneficiaries of them.",
                sex=sex.label,
            )
    return ALLOWED


def _basis(common: Rupiah, direct: DirectCosts) -> Basis:
    if not direct.both.amount:
        return Basis.BY_HEADS
    return Basis.PARTLY_RECORDED if common.amount else Basis.RECORDED


def _sex_cost(
    sex: Sex, count: Headcount, direct: DirectCosts, common: Rupiah, attributed: Rupiah
) -> SexCost:
    figure, total = count.of(sex), count.total
    each: Decimal | Undefined = Undefined(NOBODY_OF.filled(sex=sex.label))
    if isinstance(figure, Decimal) and figure > 0 and isinstance(total, Decimal):
        # Of the exact shares, so that rounding the money does not part what is the same by rule.
        each = Decimal(direct.of(sex).amount) / figure + Decimal(common.amount) / total
    return SexCost(sex, direct.of(sex), attributed, each)


NOBODY_OF = Text("Tidak ada penerima {sex}.", "There are no beneficiaries who are {sex}.")
