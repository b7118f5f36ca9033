"""What a definition file says, once it is read and found whole: parts by name, nothing to run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from setara.domain.indices.definition import Measure
from setara.domain.indices.worksheet import StepName
from setara.domain.language.text import Text


class Mean(StrEnum):
    """How a block puts its members together."""

    ARITHMETIC = "arithmetic"
    GEOMETRIC = "geometric"
    HARMONIC = "harmonic"


class Polarity(StrEnum):
    """Whether more of a measure is better or worse."""

    HIGHER = "higher"
    LOWER = "lower"


class RanksBy(StrEnum):
    """Which value the publisher ranks by."""

    PUBLISHED = "published"
    UNROUNDED = "unrounded"


class Comparison(StrEnum):
    """Which sex is divided by which: women over men, or men over women where less is better."""

    RATIO = "ratio"
    INVERSE = "inverse"


@dataclass(frozen=True, slots=True)
class Plain:
    """A figure as it is."""

    measure: str


@dataclass(frozen=True, slots=True)
class Ratio:
    """`over` / `under`, or the ratio itself where it is `given`.

    `divisor_zero` and `both_zero` are what counts where `under`, or both, are zero; None: such a
    ratio is not defined, and counts as missing.
    """

    over: str
    under: str
    given: str | None = None
    divisor_zero: Decimal | None = None
    both_zero: Decimal | None = None
    comparison: Comparison = Comparison.RATIO


@dataclass(frozen=True, slots=True)
class Gamma:
    """The metric of EIGE from women's level, the average of both sexes and the total level.

    1 + 99·α·(1 − |women/average − 1|), α = √(total/maximum); measures by name.
    """

    women: str
    average: str
    total: str
    maximum: Decimal


@dataclass(frozen=True, slots=True)
class Goalposts:
    """The values that count as 0 and as 1; `is_falling` where the lower figure is the better."""

    minimum: Decimal
    maximum: Decimal
    is_logarithmic: bool
    is_falling: bool


@dataclass(frozen=True, slots=True)
class Share:
    """A figure over the greatest there can be."""

    maximum: Decimal


@dataclass(frozen=True, slots=True)
class Indicator:
    """One score: where it comes from, the `benchmark` above which nothing counts, its scale."""

    step: StepName
    takes: Plain | Ratio | Gamma
    benchmark: Decimal | None = None
    scale: Goalposts | Share | None = None

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures it is computed from, without one that may stand in their place."""
        match self.takes:
            case Plain(measure):
                return (measure,)
            case Ratio(over, under):
                return (over, under)
            case Gamma(women, average, total):
                return tuple(dict.fromkeys((women, average, total)))

    @property
    def given(self) -> str | None:
        """The measure that may stand in the place of the others."""
        return self.takes.given if isinstance(self.takes, Ratio) else None


@dataclass(frozen=True, slots=True)
class Block:
    """Members under one mean; `weights` None: all weigh the same.

    `at_least` members must be there, the weights of the missing are shared by the others.
    `sum_is_one` says that the weights need no division by their sum.
    """

    step: StepName
    mean: Mean
    members: tuple[str, ...]
    weights: tuple[Decimal, ...] | None
    at_least: int
    sum_is_one: bool

    @property
    def tolerates(self) -> bool:
        """Whether a member may be missing."""
        return self.at_least < len(self.members)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the numbers of a definition were read, and whether somebody checked them there."""

    regulation: str
    locator: str
    verified: bool
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Vintage:
    """The years for which one set of blocks is used; `blocks` in the order of computation."""

    key: str
    name: Text
    first_year: int
    last_year: int | None
    origin: Origin
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Blueprint:
    """An index as data. The last block of a vintage is the index itself."""

    step: StepName
    publisher: Text
    scale: int
    decimals: int
    parity: Decimal | None
    higher_is_better: bool | None
    ranks_by: RanksBy | None
    measures: tuple[Measure, ...]
    indicators: Mapping[str, Indicator]
    vintages: tuple[Vintage, ...]
