"""The comparison with the need in sentences, in the numbers that are shown."""

from __future__ import annotations

from decimal import Decimal

from setara.domain.budget.beneficiaries.headcount import Unit
from setara.domain.budget.beneficiaries.need import Matching, Representation
from setara.domain.language.text import Text
from setara.domain.statistics.amount import rounded
from setara.domain.statistics.disparity import Undefined

PERCENT_PLACES = 2
RATIO_PLACES = 2


def representation_reading(found: Representation, unit: Unit) -> tuple[Text, ...]:
    """What the two shares say, how sure it is, and what would match them."""
    said = [_shares(found), _standing(found)]
    if found.limits is not None:
        said.append(_chance(found.limits))
    if found.matching is not None:
        said.append(_matching(found.matching, unit))
    return tuple(said)


def _shares(found: Representation) -> Text:
    shares = {
        "reached": found.reached.percent(PERCENT_PLACES),
        "needed": found.needed.percent(PERCENT_PLACES),
    }
    if isinstance(found.ratio, Undefined):
        return WITHOUT_RATIO.filled(**shares, reason=found.ratio.reason)
    return SHARES.filled(**shares, ratio=rounded(found.ratio, RATIO_PLACES))


def _standing(found: Representation) -> Text:
    # Of the shares as they are printed, so that whoever subtracts them meets it.
    points = found.reached.percent(PERCENT_PLACES) - found.needed.percent(PERCENT_PLACES)
    return STANDS.filled(
        standing=found.standing.label, points=points, sign="+" if points > 0 else ""
    )


def _chance(limits: tuple[Decimal, Decimal | None] | Undefined) -> Text:
    if isinstance(limits, Undefined):
        return limits.reason
    lower, upper = limits
    if upper is None:
        return OPEN_LIMITS.filled(lower=rounded(lower, RATIO_PLACES))
    return LIMITS.filled(lower=rounded(lower, RATIO_PLACES), upper=rounded(upper, RATIO_PLACES))


def _matching(found: Matching, unit: Unit) -> Text:
    whom = unit.of(found.sex)
    if found.added is None:
        return ALL_OF_ONE.filled(whom=whom, places=found.in_place)
    return MATCH.filled(whom=whom, places=found.in_place, added=found.added)


SHARES = Text(
    "Bagian perempuan {reached}% di antara penerima dan {needed}% di antara yang membutuhkan: "
    "{ratio} kali bagian kebutuhannya.",
    "Women are {reached}% of the beneficiaries and {needed}% of those in need: {ratio} times "
    "their part in the need.",
)
WITHOUT_RATIO = Text(
    "Bagian perempuan {reached}% di antara penerima dan {needed}% di antara yang membutuhkan. "
    "{reason}",
    "Women are {reached}% of the beneficiaries and {needed}% of those in need. {reason}",
)
STANDS = Text(
    "Penilaian: {standing} ({sign}{points} persen poin).",
    "Judged: {standing} ({sign}{points} percentage points).",
)
LIMITS = Text(
    "Kebutuhannya dari survei: dengan keyakinan 95% rasio ini antara {lower} dan {upper} (metode "
    "skor Wilson).",
    "The need comes from a survey: with 95% confidence the ratio lies between {lower} and {upper} "
    "(Wilson's score method).",
)
OPEN_LIMITS = Text(
    "Kebutuhannya dari survei: dengan keyakinan 95% rasio ini paling kecil {lower} (metode skor "
    "Wilson).",
    "The need comes from a survey: with 95% confidence the ratio is at least {lower} (Wilson's "
    "score method).",
)
MATCH = Text(
    "Agar sebanding tanpa menambah jumlah penerima, {places} tempat perlu dialihkan kepada {whom}; "
    "tanpa mengurangi siapa pun, perlu {added} {whom} tambahan.",
    "To match without more beneficiaries, places to pass to {whom}: {places}. Taking from nobody, "
    "{whom} to add: {added}.",
)
ALL_OF_ONE = Text(
    "Menurut data ini hanya {whom} yang membutuhkan: {places} tempat perlu dialihkan kepadanya, "
    "dan menambah penerima saja tidak cukup.",
    "By these data only one sex is in need. Places to pass to {whom}: {places}; adding "
    "beneficiaries alone would not do.",
)
