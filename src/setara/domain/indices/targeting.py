"""What a target of an index may be: within the index, written as finely as it is published."""

from __future__ import annotations

from decimal import Decimal

from setara.domain.foundation.verdict import ALLOWED, Verdict, refused
from setara.domain.indices.computing import law_day
from setara.domain.indices.definition import Index

TO_ONE = frozenset({"ikg", "gii", "hdi", "ihdi", "gggi"})
AROUND_ONE = frozenset({"gdi"})


def may_be_target(index: Index, value: Decimal) -> Verdict:
    """Whether a plan or a reader may want `value` of the index."""
    most = _most(index)
    if not value.is_finite() or not 0 < value <= most:
        return refused(
            "Target {index} harus lebih dari 0 dan paling tinggi {most}.",
            "The target of the {index} must be above 0 and at most {most}.",
            index=index.symbol,
            most=most,
        )
    places = int(index.rounding(law_day(None)).value)
    if value != round(value, places):
        return refused(
            "{index} diterbitkan dengan {places} angka desimal; tulis targetnya paling rinci "
            "seperti itu, misalnya {example}.",
            "The {index} is published with {places} decimals; write its target no finer than "
            "that, for example {example}.",
            index=index.symbol,
            places=places,
            example=round(value, places),
        )
    return ALLOWED


def _most(index: Index) -> Decimal:
    # Beyond parity where women lead; no region comes near the margin that is left.
    if index.key in AROUND_ONE:
        return Decimal("1.2")
    return Decimal(1) if index.key in TO_ONE else Decimal(120)
