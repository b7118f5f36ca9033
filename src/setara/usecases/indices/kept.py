"""What is kept of indices and of what they are made of, and indices computed from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from setara.domain.foundation.actor import Actor
from setara.domain.indices.bps.measures import Vintage, every_measure
from setara.domain.indices.computing import Result, computed
from setara.domain.indices.definition import Index, Measure, NoMethod, UnusableInput
from setara.domain.language.text import Text, listed
from setara.domain.statistics.observation import Source, Value
from setara.store.models import ObservationRecord
from setara.usecases.foundation.access import visible
from setara.usecases.indices.published import published_figures
from setara.usecases.statistics.pairs import pairs_of

INDEX_FAMILIES = frozenset({"ipm", "ipg", "idg", "ikg"})
"""The families of measures that are indices as BPS publishes them, and no inputs."""
POPULATION, SHARE = "KP01", "population_share_female"
"""Women's share of the population is no element: it is counted from the people of both sexes."""


@dataclass(frozen=True, slots=True)
class KeptFigure:
    """A figure of a place, year and measure with where it comes from."""

    value: Value
    source: Source


Years = dict[int, dict[str, KeptFigure]]


@dataclass(frozen=True, slots=True)
class Kept:
    """Figures by place, vintage, year and measure; those that rest on no vintage are in both.

    `inputs` are components, `published` the indices as BPS printed them.
    """

    names: dict[str, str] = field(default_factory=dict)
    inputs: dict[tuple[str, Vintage], Years] = field(default_factory=dict)
    published: dict[tuple[str, Vintage], Years] = field(default_factory=dict)

    def figures(self, place: str, vintage: Vintage, year: int) -> Mapping[str, KeptFigure]:
        """The inputs of one place and year by measure."""
        return self.inputs.get((place, vintage), {}).get(year, {})

    def printed(self, place: str, vintage: Vintage, year: int, key: str) -> Decimal | None:
        """An index as BPS printed it, None where it did not."""
        found = self.published.get((place, vintage), {}).get(year, {}).get(key)
        return found.value if found and isinstance(found.value, Decimal) else None

    def years(self, place: str, vintage: Vintage) -> tuple[int, ...]:
        """Every year for which anything is kept, in order."""
        known = {*self.inputs.get((place, vintage), {}), *self.published.get((place, vintage), {})}
        return tuple(sorted(known))

    def sources(self, index: Index, place: str, vintage: Vintage, year: int) -> dict[str, Source]:
        """Where each input of an index comes from, by measure."""
        found = self.figures(place, vintage, year)
        return {m.key: found[m.key].source for m in index.measures if m.key in found}


def kept(*, by: Actor, place_code: str | None = None) -> Kept:
    """All that is kept of indices and their inputs, of a place or of all. Cost: two queries."""
    found = Kept()
    for answer in published_figures(by=by, vintage=None, place_code=place_code):
        found.names[answer.place_code] = answer.place_name
        measure = answer.measure
        room = found.published if measure.family.key in INDEX_FAMILIES else found.inputs
        vintages = (measure.vintage,) if measure.family.has_vintages else tuple(Vintage)
        for vintage in vintages:
            years = room.setdefault((answer.place_code, vintage), {})
            years.setdefault(answer.year, {})[measure.key] = KeptFigure(answer.value, answer.source)
    for place, year, share in population_shares(by, place_code):
        for vintage in Vintage:
            found.inputs.setdefault((place, vintage), {}).setdefault(year, {})[SHARE] = share
    return found


def population_shares(by: Actor, place_code: str | None) -> Iterator[tuple[str, int, KeptFigure]]:
    """Women's share of the people, by place and year, in per cent. Cost: one query."""
    rows = visible(by, ObservationRecord.objects.all(), through="element__government")
    rows = rows.filter(element__code=POPULATION)
    if place_code is not None:
        rows = rows.filter(place__code=place_code)
    for pair in pairs_of(rows):
        if pair.total and isinstance(pair.women, Decimal):
            yield pair.place_code, pair.year, KeptFigure(100 * pair.women / pair.total, pair.source)


def index_from(
    index: Index, found: Kept, *, place: str, vintage: Vintage, year: int
) -> Result | Text:
    """An index computed from what is kept, or why it cannot be."""
    figures = found.figures(place, vintage, year)
    given = {m.key: figures[m.key].value if m.key in figures else None for m in index.measures}
    try:
        return computed(index, given, year=year)
    except NoMethod as refusal:
        return refusal.reason
    except UnusableInput as unusable:
        absent = [m for m in index.measures if given[m.key] is None and not m.optional]
        # Of several that are missing the names are enough; one says more of itself.
        if len(absent) > 1:
            return INCOMPLETE.filled(names=listed([each.name for each in absent]))
        return unusable.reason


INCOMPLETE = Text("Belum ada angkanya: {names}.", "No figures yet: {names}.")


def element_of(measure: Measure) -> str:
    """The element of the register that keeps a measure; empty where the register has none."""
    return _elements().get(measure.key, "")


def _elements() -> dict[str, str]:
    codes = {each.key: each.element_code for each in every_measure() if each.vintage is Vintage.OLD}
    return codes | {SHARE: POPULATION}
