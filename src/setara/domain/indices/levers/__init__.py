"""What moves an index: exact answers about any index of the registry, by recomputing it.

from setara.domain.indices import ipg
from setara.domain.indices.levers import smallest_change, what_if

what_if(result, {"expenditure_female": 3559}).after.published
smallest_change(result, "expenditure_female", Decimal(75)).published
"""

from setara.domain.indices.levers.band import Band, Binomial, Normal, Uniform, band
from setara.domain.indices.levers.contributions import Contributions, NotComparable, contributions
from setara.domain.indices.levers.levelling import (
    Lever,
    level_note,
    levers,
    levers_reading,
)
from setara.domain.indices.levers.noise import noise_warning
from setara.domain.indices.levers.sensitivity import Sensitivity, sensitivity
from setara.domain.indices.levers.shares import more_seats, seats
from setara.domain.indices.levers.smallest import SmallestChange, smallest_change
from setara.domain.indices.levers.what_if import WhatIf, what_if

__all__ = [
    "Band",
    "Binomial",
    "Contributions",
    "Lever",
    "Normal",
    "NotComparable",
    "Sensitivity",
    "SmallestChange",
    "Uniform",
    "WhatIf",
    "band",
    "contributions",
    "level_note",
    "levers",
    "levers_reading",
    "more_seats",
    "noise_warning",
    "seats",
    "sensitivity",
    "smallest_change",
    "what_if",
]
