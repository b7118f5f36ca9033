"""What would move an index of a place and year: tried figures, targets, changes, errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.verdict import ALLOWED, Refused
from setara.domain.indices.computing import Result, law_day
from setara.domain.indices.definition import Index, UnusableInput
from setara.domain.indices.levers import (
    Band,
    Contributions,
    Normal,
    NotComparable,
    Sensitivity,
    SmallestChange,
    WhatIf,
    band,
    contributions,
    more_seats,
    noise_warning,
    sensitivity,
    smallest_change,
    what_if,
)
from setara.domain.indices.levers.band import AllLeftOut, Chance
from setara.domain.indices.series import Target
from setara.domain.indices.targeting import may_be_target
from setara.domain.language.text import Text
from setara.store.models import IndexTargetRecord
from setara.usecases.foundation.access import NotFound, visible
from setara.usecases.indices.explaining import IndexAnswer, explained_index


@dataclass(frozen=True, slots=True)
class LeversAsked:
    """What a reader tries: other figures and errors by measure, seats of a house, a target."""

    figures: Mapping[str, Decimal] = field(default_factory=dict)
    errors: Mapping[str, Decimal] = field(default_factory=dict)
    total_seats: int | None = None
    more_seats: int | None = None
    target: Decimal | None = None


@dataclass(frozen=True, slots=True)
class LeversAnswer:
    """An index with what moves it; `smallest` starts from what was tried where something was.

    `target` is the one of a plan, where none was typed. `before` is the year before, None where
    it cannot be computed; `parts` the change since, None with the reason in `no_parts`. `faults`
    says by measure, or under an empty name, why what was tried cannot be.
    """

    place_code: str
    place_name: str
    year: int
    result: Result
    asked: LeversAsked
    target: Target | None
    sensitivities: tuple[Sensitivity, ...]
    tried: WhatIf | None
    smallest: tuple[SmallestChange, ...]
    before: Result | None
    parts: Contributions | None
    no_parts: Text | None
    noise: Text | None
    band: Band | None
    faults: Mapping[str, Text]
    is_sample: bool

    @property
    def index(self) -> Index:
        """The index itself."""
        return self.result.index


def levers_of(
    *,
    by: Actor,
    index_key: str,
    place_code: str,
    year: int,
    asked: LeversAsked,
    chance: Chance,
) -> LeversAnswer:
    """What moves the index of a place and year, from the figures that are kept.

    `chance` draws the band where errors are declared. Raises NotFound for an index, place or year
    without its figures, Refused where a kept figure cannot be true. Cost: five queries, and up to
    some thousand runs of the formula.
    """
    now = explained_index(by=by, index_key=index_key, place_code=place_code, year=year)
    before = _year_before(by, now)
    parts, no_parts = _parts(before, now)
    faults: dict[str, Text] = {}
    tried = _tried(now.result, asked, faults)
    target = _target(by, now) if asked.target is None else None
    typed = _typed_target(now.index, asked.target, faults)
    return LeversAnswer(
        place_code=now.place_code,
        place_name=now.place_name,
        year=year,
        result=now.result,
        asked=asked,
        target=target,
        sensitivities=sensitivity(now.result, total_seats=asked.total_seats),
        tried=tried,
        smallest=_smallest(tried.after if tried else now.result, target.value if target else typed),
        before=before.result if before else None,
        parts=parts,
        no_parts=no_parts,
        noise=noise_warning(before.result, now.result) if before else None,
        band=_band(now.result, asked, chance, faults),
        faults=faults,
        is_sample=now.is_sample,
    )


def contributions_of(*, by: Actor, index_key: str, place_code: str, year: int) -> Contributions:
    """The change of an index since the year before. Raises NotFound where it has no parts."""
    now = explained_index(by=by, index_key=index_key, place_code=place_code, year=year)
    parts, _ = _parts(_year_before(by, now), now)
    if parts is None:
        raise NotFound(THAT_CHANGE)
    return parts


def _year_before(by: Actor, now: IndexAnswer) -> IndexAnswer | None:
    try:
        return explained_index(
            by=by, index_key=now.index.key, place_code=now.place_code, year=now.year - 1
        )
    except (NotFound, Refused):
        return None


def _parts(
    before: IndexAnswer | None, now: IndexAnswer
) -> tuple[Contributions | None, Text | None]:
    if before is None:
        return None, NO_YEAR_BEFORE.filled(index=now.index.symbol)
    series = (before.vintage, now.vintage)
    vintages = (series[0].label, series[1].label) if series[0] and series[1] else None
    try:
        return contributions(before.result, now.result, vintages=vintages), None
    except (NotComparable, UnusableInput) as refusal:
        return None, refusal.reason


def _tried(found: Result, asked: LeversAsked, faults: dict[str, Text]) -> WhatIf | None:
    try:
        changes = dict(asked.figures)
        if asked.more_seats and asked.total_seats:
            changes |= more_seats(found, asked.more_seats, of=asked.total_seats)
        return what_if(found, changes) if changes else None
    except UnusableInput as unusable:
        for fault in unusable.faults:
            faults[next(iter(fault.measures), "")] = fault.reason
        return None


def _typed_target(index: Index, typed: Decimal | None, faults: dict[str, Text]) -> Decimal | None:
    fits = ALLOWED if typed is None else may_be_target(index, typed)
    if fits.reason is not None:
        faults["target"] = fits.reason
        return None
    return typed


def _smallest(found: Result, target: Decimal | None) -> tuple[SmallestChange, ...]:
    if target is None:
        return ()
    return tuple(
        smallest_change(found, measure.key, target)
        for measure in found.index.measures
        if measure.key in found.figures
    )


def _target(by: Actor, now: IndexAnswer) -> Target | None:
    """What a plan of the reader's government wants of the index next, for its own place only."""
    if by.government_id is None:
        return None
    row = (
        visible(by, IndexTargetRecord.objects.all())
        .filter(index=now.index.key, year__gte=now.year, government__place__code=now.place_code)
        .order_by("year")
        .first()
    )
    places = int(now.index.rounding(law_day(now.year)).value)
    return Target(row.year, round(row.value, places), row.document) if row else None


def _band(
    found: Result, asked: LeversAsked, chance: Chance, faults: dict[str, Text]
) -> Band | None:
    errors = {key: Normal(error) for key, error in asked.errors.items() if key in found.figures}
    if not any(error.standard_error for error in errors.values()):
        return None
    try:
        return band(found, errors, chance)
    except AllLeftOut as refusal:
        faults[""] = refusal.reason
        return None


THAT_CHANGE = Text("Perubahan indeks itu", "The change of that index")
NO_YEAR_BEFORE = Text(
    "{index} tahun sebelumnya tidak dapat dihitung, sehingga perubahannya tidak diuraikan.",
    "The {index} of the year before cannot be computed, so its change is not taken apart.",
)
