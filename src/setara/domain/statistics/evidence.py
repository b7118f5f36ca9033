"""What is known about a disparity beyond its two figures; each part may be absent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from setara.domain.statistics.decomposition import Decomposition
from setara.domain.statistics.per_capita import PerCapita
from setara.domain.statistics.ranking import Ranked
from setara.domain.statistics.sampling import Chance, Change
from setara.domain.statistics.series import Series


@dataclass(frozen=True, slots=True)
class Evidence:
    """The figures set against people, their chance, course, rank and make-up.

    `change` belongs to the period before that the reading compares with. `decomposition` is of
    the difference women minus men, in the unit of `decomposition_scale` times it (100 where its
    rates are proportions and the element is in per cent).
    """

    per_capita: PerCapita | None = None
    chance: Chance | None = None
    change: Change | None = None
    series: Series | None = None
    rank: Ranked[Any] | None = None
    decomposition: Decomposition | None = None
    decomposition_scale: int = 1


NO_EVIDENCE = Evidence()
