"""Women among the beneficiaries beside women among those in need, and what would match them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from setara.domain.budget.beneficiaries.headcount import Headcount, Unit
from setara.domain.foundation.sex import Sex
from setara.domain.foundation.share import Share
from setara.domain.language.text import Language, Text
from setara.domain.statistics.counted import Counted
from setara.domain.statistics.disparity import (
    NO_FIGURE,
    Result,
    Undefined,
    adjusted_parity,
    parity_band,
)
from setara.domain.statistics.interval import Interval, wilson
from setara.domain.statistics.observation import Nothing, Value

# Units of the register's elements that are no persons; every other unit is taken as persons.
_HOUSEHOLDS = ("kk", "keluarga", "kepala keluarga", "rumah tangga", "rumah")
_GROUPS = ("kelompok", "organisasi", "lembaga", "koperasi")


@dataclass(frozen=True, slots=True)
class Need:
    """Those who need a service by sex, as a data element counts them.

    `unit` is the element's. `is_sample` where they come from a survey; `respondents` are those
    the survey's shares rest on, None where nobody said.
    """

    women: Value
    men: Value
    unit: Text
    is_sample: bool = False
    respondents: int | None = None

    @property
    def share_of_women(self) -> Share | Undefined:
        """Women's part in those in need."""
        if isinstance(self.women, Nothing):
            return Undefined(NO_FIGURE.filled(sex=Sex.FEMALE.label, kind=self.women.label))
        if isinstance(self.men, Nothing):
            return Undefined(NO_FIGURE.filled(sex=Sex.MALE.label, kind=self.men.label))
        both = self.women + self.men
        if self.women < 0 or self.men < 0 or both == 0:
            return Undefined(NOBODY_IN_NEED)
        return Share(self.women, both, IN_NEED)

    @property
    def chance(self) -> Interval | Undefined | None:
        """Where women's part may lie; None for a complete count, which chance has no part in."""
        share = self.share_of_women
        if not self.is_sample or isinstance(share, Undefined):
            return None
        if not self.respondents:
            return Undefined(NO_RESPONDENTS)
        return wilson(Counted(share.fraction * self.respondents, Decimal(self.respondents)))


class Standing(StrEnum):
    """Who is reached less than their part in the need."""

    WOMEN_SHORT = "women_short"
    MEN_SHORT = "men_short"
    MATCHED = "matched"
    UNDECIDED = "undecided"

    @property
    def label(self) -> Text:
        """In both languages."""
        return STANDING_LABELS[self]


STANDING_LABELS = {
    Standing.WOMEN_SHORT: Text(
        "perempuan kurang terjangkau dibanding kebutuhannya", "women are reached below their need"
    ),
    Standing.MEN_SHORT: Text(
        "laki-laki kurang terjangkau dibanding kebutuhannya", "men are reached below their need"
    ),
    Standing.MATCHED: Text("sebanding dengan kebutuhan", "in line with the need"),
    Standing.UNDECIDED: Text(
        "belum dapat ditentukan: masih dalam selang sampelnya",
        "cannot be decided: within the interval of the sample",
    ),
}


@dataclass(frozen=True, slots=True)
class Matching:
    """What it would take until `sex` has its part: all whole, and the fewest that do.

    `in_place` are places that would go from the other sex to this one, `added` beneficiaries of
    this sex on top of all there are; None where no number would do, as only this sex is in need.
    """

    sex: Sex
    in_place: int
    added: int | None


@dataclass(frozen=True, slots=True)
class Representation:
    """The two shares of women, how they compare, and what would match them.

    `ratio` is share among beneficiaries over share among those in need, 1 where they match.
    `difference` is women's share reached minus that in need, in percentage points. `limits` are
    those of the ratio where the need comes from a sample, or why it has none; None for a complete
    count.
    """

    reached: Share
    needed: Share
    ratio: Result
    difference: Decimal
    limits: tuple[Decimal, Decimal | None] | Undefined | None
    standing: Standing
    matching: Matching | None


def representation(
    count: Headcount, unit: Unit, need: Need, *, on: date
) -> Representation | Undefined:
    """Share of beneficiaries beside share of need; undefined with the reason where one is missing.

    Households are never set beside persons. In line is what lies in the band of parity in force
    on `on` (0.97 to 1.03), or where the need's own interval reaches it.
    """
    verdict = comparable(unit, need.unit)
    if verdict is not None:
        return Undefined(verdict)
    reached, needed = count.share(Sex.FEMALE), need.share_of_women
    if isinstance(reached, Undefined):
        return reached
    if isinstance(needed, Undefined):
        return needed
    standing = _standing(reached.fraction, needed.fraction, need.chance, on)
    return Representation(
        reached=reached,
        needed=needed,
        ratio=_ratio(reached.fraction, needed.fraction),
        difference=(reached.fraction - needed.fraction) * 100,
        limits=_limits(reached.fraction, need.chance),
        standing=standing,
        matching=_matching(reached, needed, standing),
    )


def comparable(unit: Unit, element_unit: Text) -> Text | None:
    """Why beneficiaries in `unit` cannot stand beside an element; None where they can."""
    theirs = unit_of(element_unit)
    if theirs is unit:
        return None
    return NOT_COMPARABLE.filled(ours=unit.label, theirs=element_unit)


def unit_of(element_unit: Text) -> Unit:
    """What a unit of the register counts; what names no household and no group are persons."""
    said = element_unit.say(Language.INDONESIAN).strip().lower()
    if said in _HOUSEHOLDS:
        return Unit.HOUSEHOLD
    return Unit.GROUP if said in _GROUPS else Unit.PERSON


def _ratio(reached: Decimal, needed: Decimal) -> Result:
    return Undefined(NO_WOMEN_IN_NEED) if needed == 0 else reached / needed


def _limits(
    reached: Decimal, chance: Interval | Undefined | None
) -> tuple[Decimal, Decimal | None] | Undefined | None:
    """The share reached is counted, so the ratio is uncertain only by the share in need."""
    if not isinstance(chance, Interval):
        return chance
    upper = chance.upper
    if upper is None or upper == 0:
        return Undefined(NO_WOMEN_IN_NEED)
    return reached / upper, reached / chance.lower if chance.lower > 0 else None


def _standing(
    reached: Decimal, needed: Decimal, chance: Interval | Undefined | None, on: date
) -> Standing:
    if reached == needed or (needed > 0 and _in_band(reached / needed, on)):
        return Standing.MATCHED
    if isinstance(chance, Interval) and chance.holds(reached):
        return Standing.UNDECIDED
    return Standing.WOMEN_SHORT if reached < needed else Standing.MEN_SHORT


def _in_band(ratio: Decimal, on: date) -> bool:
    return parity_band(on).holds(adjusted_parity(ratio))


def _matching(reached: Share, needed: Share, standing: Standing) -> Matching | None:
    if standing not in (Standing.WOMEN_SHORT, Standing.MEN_SHORT):
        return None
    total = Decimal(reached.whole)
    women, share = Decimal(reached.part), needed.fraction
    if standing is Standing.WOMEN_SHORT:
        return _match(Sex.FEMALE, women, total, share, Decimal(needed.whole) - needed.part)
    return _match(Sex.MALE, total - women, total, 1 - share, Decimal(needed.part))


def _match(sex: Sex, have: Decimal, total: Decimal, share: Decimal, others: Decimal) -> Matching:
    in_place = _up(share * total - have)
    if others == 0:
        return Matching(sex, in_place, None)
    return Matching(sex, in_place, _up((share * total - have) / (1 - share)))


def _up(number: Decimal) -> int:
    # 28 digits may leave a trace behind a whole number, which is not one more person.
    return max(int(number.quantize(Decimal("1E-9")).to_integral_value(ROUND_CEILING)), 0)


IN_NEED = Text("seluruh yang membutuhkan", "all who are in need")
NOBODY_IN_NEED = Text(
    "Tidak ada yang membutuhkan menurut data ini, sehingga tidak ada bandingannya.",
    "Nobody is in need by these data, so there is nothing to compare with.",
)
NO_WOMEN_IN_NEED = Text(
    "Tidak ada perempuan yang membutuhkan menurut data ini, sehingga rasionya tidak ada.",
    "No woman is in need by these data, so there is no ratio.",
)
NO_RESPONDENTS = Text(
    "Kebutuhannya dari survei, tetapi jumlah respondennya tidak diketahui, sehingga selangnya "
    "tidak dapat dihitung. Perbedaan kecil jangan ditafsirkan.",
    "The need comes from a survey whose number of respondents is not known, so there is no "
    "interval. Do not read anything into a small difference.",
)
NOT_COMPARABLE = Text(
    "Penerima dihitung dalam {ours}, kebutuhan dalam {theirs}; keduanya tidak dapat dibandingkan. "
    "Pilih elemen data dengan satuan yang sama.",
    "Beneficiaries are counted in {ours}, the need in {theirs}; they cannot be compared. Choose a "
    "data element in the same unit.",
)
