"""What the levers of an index say, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.computing import Result, law_day
from setara.domain.indices.ipg import IPG
from setara.domain.indices.levers.contributions import Contributions
from setara.domain.indices.levers.levelling import levers_reading
from setara.domain.indices.levers.sensitivity import Sensitivity
from setara.domain.indices.levers.shares import WOMEN, more_seats, seats_held
from setara.domain.indices.levers.smallest import SmallestChange
from setara.domain.indices.levers.what_if import WhatIf, what_if
from setara.domain.indices.terms import shown
from setara.domain.language.text import Text

NO_LEVERS = frozenset({"population_share_female"})
"""What nobody would move to move an index."""


def levelling_reading(result: Result) -> tuple[Text, ...]:
    """What levelling women with men would do; nothing for an index that is not of such pairs."""
    return levers_reading(result) if result.index.key == IPG.key else ()


def sensitivity_reading(result: Result, found: Sequence[Sensitivity]) -> tuple[Text, ...]:
    """Which natural step moves the index most, and which measure does not move it at all.

    Steps are of different units: the sentence says that they rank no measure before another.
    """
    known = [each for each in found if each.per_step and each.measure.key not in NO_LEVERS]
    sentences = []
    if known:
        most = max(known, key=lambda each: abs(each.per_step))
        places = int(result.index.rounding(law_day(result.year)).value)
        sentence = MOST_UP if most.per_step > 0 else MOST_DOWN
        sentences.append(
            sentence.filled(
                measure=most.measure.name,
                step=(DOWN if most.step_down else UP).filled(step=most.step.name),
                index=result.index.symbol,
                points=rounded(abs(most.per_step), places),
            )
        )
    for each in found:
        if each.reason is not None:
            sentences.append(NO_SLOPE.filled(measure=each.measure.name, reason=each.reason))
    return tuple(sentences)


def what_if_reading(found: WhatIf) -> Text:
    """What the index becomes."""
    before, after = found.before, found.after
    values = {
        "index": before.index.symbol,
        "then": after.published,
        "now": before.published,
        "change": abs(found.change),
    }
    if not found.change:
        return STAYS.filled(**values)
    return (BECOMES_MORE if found.change > 0 else BECOMES_LESS).filled(**values)


def seats_reading(result: Result, more: int, *, of: int) -> Text:
    """What `more` seats for women do, of a parliament with `of` seats.

    Raises UnusableInput where they cannot be, KeyError where the index knows no seats.
    """
    held = seats_held(result, of)
    found = what_if(result, more_seats(result, more, of=of))
    return WITH_SEATS.filled(
        women=held + more, now_women=held, total=of, reading=what_if_reading(found)
    )


def smallest_reading(result: Result, found: SmallestChange) -> Text:
    """What one measure must become to reach the target, or why it cannot alone."""
    values = {
        "index": result.index.symbol,
        "target": found.target,
        "measure": found.measure.name,
        "unit": found.measure.unit,
        "now": shown(found.figure),
    }
    if found.published is None:
        best = found.best
        return (OUT_OF_REACH if best else UNREACHED).filled(
            **values,
            best=best.published if best else "",
            reason=best.reason if best else "",
        )
    if found.published == found.figure:
        return THERE.filled(**values)
    return REACHED_AT.filled(**values, needed=shown(found.published))


def contributions_reading(found: Contributions) -> tuple[Text, ...]:
    """What moved the index most, and what worked against it."""
    return tuple(_contributions(found))


def _contributions(found: Contributions) -> Iterator[Text]:
    change, index = found.published_change, found.after.index
    places = int(index.rounding(law_day(found.after.year)).value)
    parts = [each for part in found.dimensions for each in part.contributions if each.size]
    values = {"index": index.symbol, "change": abs(change)}
    years = {"first": str(found.before.year or ""), "last": str(found.after.year or "")}
    yield (UNCHANGED if not change else ROSE if change > 0 else FELL).filled(**values, **years)
    for sentence, size in ((UPWARD, 1), (DOWNWARD, -1)):
        moving = [each for each in parts if each.size * size > 0]
        if moving:
            first = max(moving, key=lambda each: abs(each.size))
            points = rounded(Decimal(abs(first.size).numerator) / first.size.denominator, places)
            yield sentence.filled(measure=first.name, points=points)


def has_seats(result: Result) -> bool:
    """Whether the index takes seats, so that seats can be tried."""
    return WOMEN in result.figures


MOST_UP = Text(
    "Untuk satu langkah seperti di tabel, perubahan terbesar: {measure} ({step}), {index} naik "
    "{points}. Langkahnya berbeda satuan, jadi ini bukan urutan kepentingan.",
    "For one step as in the table, the largest change: {measure} ({step}), the {index} rises by "
    "{points}. The steps are of different units, so this is no order of importance.",
)
MOST_DOWN = Text(
    "Untuk satu langkah seperti di tabel, perubahan terbesar: {measure} ({step}), {index} turun "
    "{points}. Langkahnya berbeda satuan, jadi ini bukan urutan kepentingan.",
    "For one step as in the table, the largest change: {measure} ({step}), the {index} falls by "
    "{points}. The steps are of different units, so this is no order of importance.",
)
UP = Text("naik {step}", "up {step}")
DOWN = Text("turun {step}", "down {step}")
NO_SLOPE = Text("{measure} {reason}.", "{measure} {reason}.")
BECOMES_MORE = Text(
    "{index} menjadi {then}, naik {change} dari {now}.",
    "The {index} becomes {then}, {change} up from {now}.",
)
BECOMES_LESS = Text(
    "{index} menjadi {then}, turun {change} dari {now}.",
    "The {index} becomes {then}, {change} down from {now}.",
)
STAYS = Text("{index} tetap {now}.", "The {index} stays at {now}.")
WITH_SEATS = Text(
    "Dengan {women} dari {total} kursi untuk perempuan (sekarang {now_women}): {reading}",
    "With {women} of {total} seats held by women (now {now_women}): {reading}",
)
THERE = Text(
    "{index} sudah mencapai {target}; tidak ada yang perlu berubah.",
    "The {index} has reached {target}; nothing need change.",
)
REACHED_AT = Text(
    "{index} mencapai {target} bila {measure} menjadi {needed} {unit} (sekarang {now}) dan yang "
    "lain tetap.",
    "The {index} reaches {target} if {measure} becomes {needed} {unit} (now {now}) and all else "
    "stays.",
)
OUT_OF_REACH = Text(
    "{target} tidak dapat dicapai oleh {measure} saja: paling jauh {index} menjadi {best}, karena "
    "{reason}.",
    "{target} cannot be reached by {measure} alone: at best the {index} becomes {best}, because "
    "{reason}.",
)
UNREACHED = Text(
    "{target} tidak dapat dicapai oleh {measure} saja.",
    "{target} cannot be reached by {measure} alone.",
)
ROSE = Text(
    "{index} naik {change} dari {first} ke {last}.",
    "The {index} rose by {change} from {first} to {last}.",
)
FELL = Text(
    "{index} turun {change} dari {first} ke {last}.",
    "The {index} fell by {change} from {first} to {last}.",
)
UNCHANGED = Text(
    "{index} tidak berubah dari {first} ke {last}.",
    "The {index} did not change from {first} to {last}.",
)
UPWARD = Text(
    "Yang paling menaikkan: {measure} ({points} poin).",
    "What raised it most: {measure} ({points} points).",
)
DOWNWARD = Text(
    "Yang paling menurunkan: {measure} ({points} poin).",
    "What lowered it most: {measure} ({points} points).",
)
