"""Questions about indices, computed from the observations that are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, require
from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.computing import Result, computed
from setara.domain.indices.definition import Figure, NoMethod, UnusableInput
from setara.domain.indices.explanation import Explained
from setara.domain.indices.ipg import IPG
from setara.domain.indices.ipm import COMPONENTS, LABELS
from setara.domain.indices.levers import Lever, levers, levers_reading
from setara.domain.language.text import Text
from setara.domain.law.regulations import Regulation, regulation
from setara.domain.statistics.observation import Source
from setara.store.models import GovernmentRecord, ObservationRecord, PlaceRecord
from setara.usecases.foundation.access import NotFound, government_of, visible
from setara.usecases.statistics.pairs import PairAnswer, pairs_of

# The elements of the register that the components are kept under (seed list of data by sex).
ELEMENTS: Mapping[str, str] = {
    "life_expectancy": "KS01",
    "expected_schooling": "PD10-HLS",
    "mean_schooling": "PD10-RLS",
    "expenditure": "TK07",
}
IPM_DECIMALS = 2
"""BPS prints the IPM with two decimals."""
THAT_IPG = Text("IPG wilayah dan tahun itu", "The IPG of that place and year")


@dataclass(frozen=True, slots=True)
class IpgAnswer:
    """An IPG with its steps, what would move it, and where each figure comes from."""

    place_code: str
    place_name: str
    year: int
    ipg: Result
    explained: Explained
    reading: tuple[Text, ...]
    levers: tuple[Lever, ...]
    sources: tuple[tuple[Text, Source], ...]
    regulations: tuple[Regulation, ...]


@dataclass(frozen=True, slots=True)
class YearAnswer:
    """One year of a series: the figure, or why there is none."""

    year: int
    published: Decimal | None
    women: Decimal | None
    men: Decimal | None
    reason: Text | None = None


@dataclass(frozen=True, slots=True)
class SeriesAnswer:
    """The IPG of a place over the years for which a component is kept."""

    place_code: str
    place_name: str
    years: tuple[YearAnswer, ...]


def ipg_of(*, by: Actor, place_code: str, year: int) -> IpgAnswer:
    """The IPG of a place and year, explained. Raises NotFound where a component is missing.

    Raises Refused where a figure cannot be true. Cost: six queries.
    """
    require(by.may(Permission.READ_RECORDS))
    place = _place(place_code)
    pairs = _pairs(by, place).get(year, {})
    if set(pairs) != set(COMPONENTS):
        raise NotFound(THAT_IPG)
    try:
        found = computed(IPG, _figures(pairs), year=year)
    except (UnusableInput, NoMethod) as unusable:
        raise Refused(unusable.reason) from unusable
    steps = found.explain(_sources(pairs))
    cited = dict.fromkeys(parameter.regulation for parameter in steps.parameters)
    return IpgAnswer(
        place_code=place.code,
        place_name=place.name,
        year=year,
        ipg=found,
        explained=steps,
        reading=levers_reading(found),
        levers=levers(found),
        sources=tuple((LABELS[each], pairs[each].source) for each in COMPONENTS),
        regulations=tuple(regulation(key) for key in cited),
    )


def ipg_series(*, by: Actor, place_code: str | None = None) -> SeriesAnswer:
    """The IPG of a place, the government's own for None, year by year.

    A year between two kept ones that has no figures stands there with its reason, so that a
    line is not drawn across it. Cost: six queries.
    """
    require(by.may(Permission.READ_RECORDS))
    place = _place(place_code or _home_code(by))
    pairs = _pairs(by, place)
    span = range(min(pairs), max(pairs) + 1) if pairs else range(0)
    years = tuple(_year(year, pairs.get(year, {})) for year in span)
    return SeriesAnswer(place.code, place.name, years)


def _year(year: int, pairs: Mapping[str, PairAnswer]) -> YearAnswer:
    if set(pairs) != set(COMPONENTS):
        missing = Text(
            "komponennya tidak lengkap atau tidak diterbitkan",
            "its components are incomplete or were not published",
        )
        return YearAnswer(year, None, None, None, missing)
    try:
        found = computed(IPG, _figures(pairs), year=year)
    except (UnusableInput, NoMethod) as refusal:
        return YearAnswer(year, None, None, None, refusal.reason)
    return YearAnswer(
        year,
        found.published,
        rounded(found.steps["ipm_female"], IPM_DECIMALS),
        rounded(found.steps["ipm_male"], IPM_DECIMALS),
    )


def _pairs(by: Actor, place: PlaceRecord) -> dict[int, dict[str, PairAnswer]]:
    """By year and component. Cost: one query a component."""
    found: dict[int, dict[str, PairAnswer]] = {}
    kept = visible(
        by, ObservationRecord.objects.filter(breakdown=""), through="element__government"
    )
    for component, code in ELEMENTS.items():
        for pair in pairs_of(kept.filter(element__code=code, place=place)):
            found.setdefault(pair.year, {})[component] = pair
    return found


def _figures(pairs: Mapping[str, PairAnswer]) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    for component, pair in pairs.items():
        found[f"{component}_female"] = pair.women
        found[f"{component}_male"] = pair.men
    return found


def _sources(pairs: Mapping[str, PairAnswer]) -> dict[str, Source]:
    return {
        f"{component}_{sex}": pair.source
        for component, pair in pairs.items()
        for sex in ("female", "male")
    }


def _place(code: str) -> PlaceRecord:
    place = PlaceRecord.objects.filter(code=code).first()
    if place is None:
        raise NotFound(Text("Wilayah {code}", "Place {code}").filled(code=code))
    return place


def _home_code(by: Actor) -> str:
    return GovernmentRecord.objects.select_related("place").get(pk=government_of(by)).place.code
