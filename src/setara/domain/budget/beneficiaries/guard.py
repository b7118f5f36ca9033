"""Which beneficiary counts are hidden before a list of them is published."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from setara.domain.budget.beneficiaries.headcount import Headcount
from setara.domain.foundation.sex import Sex
from setara.domain.statistics.additive import Relation, Tables
from setara.domain.statistics.suppression import protected, small

CountKey = tuple[int, Sex | None]
"""The place of a row, and the sex; None for both together."""


def hidden_counts(counts: Sequence[Headcount], *, least: int) -> frozenset[CountKey]:
    """The cells of a list that must not be shown, by the control of disclosure of releases.

    Small ones from 1 to below `least`, the smallest count the government shows, and those that
    would give them away: with a hidden sex the other one or the total is hidden too.
    """
    known: dict[CountKey, int] = {}
    relations = []
    for row, count in enumerate(counts):
        for sex in Sex:
            figure = count.of(sex)
            if isinstance(figure, Decimal):
                known[row, sex] = int(figure)
        total = count.total
        if not isinstance(total, Decimal):
            continue
        known[row, None] = int(total)
        parts = tuple((row, sex) for sex in Sex if (row, sex) in known)
        if parts:
            relations.append(Relation((row, None), parts, has_rest=not count.is_split))
    primary = small(known, dict.fromkeys(known, least))
    return protected(Tables(known, tuple(relations)), primary).hidden
