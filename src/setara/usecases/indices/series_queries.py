"""An index of the government over the years, beside its neighbours, and against its targets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.place import COUNTRY_CODE
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.bps.measures import Vintage
from setara.domain.indices.computing import Result, law_day
from setara.domain.indices.definition import Index, NoMethod
from setara.domain.indices.registry import index_named
from setara.domain.indices.series import (
    SeriesPoint,
    Stretch,
    Target,
    basis_of,
    newest,
    stretches,
    target_words,
)
from setara.domain.language.text import Text
from setara.domain.law.places import NoSuchPlace, places_of
from setara.store.models import GovernmentRecord, IndexTargetRecord, PlaceRecord
from setara.usecases.foundation.access import NotFound, government_of, visible
from setara.usecases.indices.kept import INDEX_FAMILIES, Kept, KeptFigure, index_from, kept
from setara.usecases.indices.targets import may_set_targets

INDEX = Text("Indeks", "The index")
STRANDS = {
    "ipm": ("ipm_female", "ipm_male", "ipm"),
    "ipg": ("ipg",),
    "idg": ("idg",),
    "ikg": ("ikg",),
}
"""What stands on the page of an index: the IPM is shown by sex."""
# The IPM of a sex is a step on the way to the IPG.
_STEP_OF = {"ipm_female": "ipg", "ipm_male": "ipg"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One year of a strand: as BPS printed it, as recomputed from what is kept, and neither."""

    year: int
    vintage: Vintage
    printed: Decimal | None
    recomputed: Decimal | None
    reason: Text | None = None

    @property
    def value(self) -> Decimal | None:
        """What stands in the series: the printed figure, else the recomputed one."""
        return self.recomputed if self.printed is None else self.printed


@dataclass(frozen=True, slots=True)
class Strand:
    """One line of a place: the figures of all years, and the stretches that may be compared."""

    key: str
    figures: tuple[Figure, ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class PlaceStrands:
    """A place with its strands; a neighbour is another kabupaten or kota of the province."""

    code: str
    name: str
    strands: tuple[Strand, ...]
    main_key: str
    """The strand that is the index itself; empty where only women's and men's are there."""

    def strand(self, key: str) -> Strand:
        """The strand of that name."""
        return next(each for each in self.strands if each.key == key)

    @property
    def main(self) -> Strand:
        """The index itself, or the first of the two sexes where both stand for it."""
        return self.strand(self.main_key) if self.main_key else self.strands[0]

    @property
    def sides(self) -> tuple[Strand, ...]:
        """What stands for the place beside others: the index itself, or that of each sex."""
        return (self.main,) if self.main_key else self.strands

    @property
    def has_figures(self) -> bool:
        """Whether anything stands for the place."""
        return any(side.stretches for side in self.sides)


@dataclass(frozen=True, slots=True)
class TargetAnswer:
    """A target with the distance to it in words."""

    target_id: int
    target: Target
    words: Text


@dataclass(frozen=True, slots=True)
class IndexSeriesAnswer:
    """The series of an index: the own place, what lies around and above it, and the targets."""

    index: Index
    home: PlaceStrands
    neighbours: tuple[PlaceStrands, ...]
    above: tuple[PlaceStrands, ...]
    targets: tuple[TargetAnswer, ...]
    may_set_targets: Verdict
    decimals: int

    @property
    def newest(self) -> SeriesPoint | None:
        """The newest figure of the own place."""
        return newest([stretch for side in self.home.sides for stretch in side.stretches])

    @property
    def is_by_sex(self) -> bool:
        """Whether women and men each have the index and nobody has it for everybody."""
        return not self.home.main_key

    def beside(self) -> tuple[tuple[str, str, Decimal | None], ...]:
        """Code, name and figure of every regency and city of the province, of one year and basis.

        One without a figure is there with None. Nothing where the index is there by sex only:
        neither sex stands for a place.
        """
        if self.newest is None or self.is_by_sex:
            return ()
        known = {each.code: each for each in (self.home, *self.neighbours)}
        names = _in_province(self.home.code) | {code: each.name for code, each in known.items()}
        return tuple(
            (code, name, self.value_of(known[code].main) if code in known else None)
            for code, name in sorted(names.items())
        )

    def value_of(self, strand: Strand) -> Decimal | None:
        """A strand's figure of the own newest year and basis, None where it has none."""
        now = self.newest
        here = [each for each in strand.stretches if now and each.basis == now.basis]
        point = here[0].at(now.year) if here and now else None
        return point.value if point else None


def index_series(*, by: Actor, key: str) -> IndexSeriesAnswer:
    """An index of BPS over the years for the government's place. Raises NotFound for another.

    Cost: five queries, however many years and places there are.
    """
    require(by.may(Permission.READ_RECORDS))
    if key not in STRANDS:
        raise NotFound(INDEX)
    index = index_named(key)
    home = GovernmentRecord.objects.select_related("place").get(pk=government_of(by)).place
    found = kept(by=by)
    names = {home.code: home.name} | found.names | _above(home.code)
    province = home.code.partition(".")[0]
    around = [
        code for code in sorted(found.names) if _is_neighbour(code, province) and code != home.code
    ]
    main = _main_key(index, found, home.code)
    own = _place(index, found, home.code, names, main)
    others = tuple(_place(index, found, code, names, main) for code in around)
    above = tuple(_place(index, found, code, names, main) for code in (province, COUNTRY_CODE))
    decimals = int(index.rounding(law_day(None)).value)
    return IndexSeriesAnswer(
        index=index,
        home=own,
        neighbours=tuple(each for each in others if each.has_figures),
        above=tuple(each for each in above if each.has_figures),
        targets=_targets(by, index, own, decimals),
        may_set_targets=may_set_targets(by),
        decimals=decimals,
    )


def _in_province(home: str) -> dict[str, str]:
    """The regencies and cities of the province by the shipped list, empty without one."""
    province = home.partition(".")[0]
    try:
        listed = places_of(province)
    except NoSuchPlace:
        return {}
    return {each.code: each.name for each in listed if _is_neighbour(each.code, province)}


def _is_neighbour(code: str, province: str) -> bool:
    return code.startswith(f"{province}.") and code.count(".") == 1


def _above(home: str) -> dict[str, str]:
    """The names of the province and the country. Cost: one query."""
    codes = (home.partition(".")[0], COUNTRY_CODE)
    return dict(PlaceRecord.objects.filter(code__in=codes).values_list("code", "name"))


def _main_key(index: Index, found: Kept, home: str) -> str:
    """Empty without an IPM of everybody: the IPM of one sex is not the IPM."""
    has_whole = bool(_strand(index.key, found, home).stretches)
    return index.key if has_whole or index.key != "ipm" else ""


def _place(index: Index, found: Kept, code: str, names: dict[str, str], main: str) -> PlaceStrands:
    keys = [key for key in STRANDS[index.key] if key != index.key or main == index.key]
    strands = tuple(_strand(key, found, code) for key in keys)
    return PlaceStrands(code, names.get(code, code), strands, main)


def _strand(key: str, found: Kept, place: str) -> Strand:
    figures = tuple(
        figure
        for vintage in Vintage
        for year in found.years(place, vintage)
        if (figure := _figure(key, found, place, vintage, year)) is not None
    )
    points = {}
    for figure in figures:
        if figure.value is None:
            continue
        try:
            basis = basis_of(_index_of(key), figure.year, figure.vintage)
        except NoMethod:
            continue
        # What rests on no life expectancy comes in both vintages and is one series.
        points[figure.year, basis] = SeriesPoint(
            figure.year, figure.value, basis, figure.printed is not None
        )
    return Strand(key, figures, stretches(points.values()))


def _index_of(key: str) -> Index:
    return index_named(_STEP_OF.get(key, key))


def _figure(key: str, found: Kept, place: str, vintage: Vintage, year: int) -> Figure | None:
    index = _index_of(key)
    if vintage is not Vintage.OLD and not _differs(index, year):
        return None
    decimals = int(index.rounding(law_day(None)).value)
    printed = found.printed(place, vintage, year, key)
    # The register keeps figures without the noughts behind them.
    printed = None if printed is None else rounded(printed, decimals)
    if printed is None and not any(method.covers(year) for method in index.methods):
        return None
    result = index_from(index, found, place=place, vintage=vintage, year=year)
    if isinstance(result, Result):
        value = result.published
        if key in _STEP_OF:
            value = rounded(result.steps[key], decimals)
        return Figure(year, vintage, printed, value)
    inputs = found.figures(place, vintage, year)
    touched = any(measure.key in inputs for measure in index.measures)
    if printed is None and (not touched or vintage is not Vintage.OLD):
        return None
    return Figure(year, vintage, printed, None, _why_not(index, inputs, result))


def _why_not(index: Index, inputs: Mapping[str, KeptFigure], refusal: Text) -> Text:
    """How many inputs are not there; which they are stands on the page of all indices."""
    needed = [measure for measure in index.measures if not measure.optional]
    absent = [
        measure
        for measure in needed
        if measure.key not in inputs or not isinstance(inputs[measure.key].value, Decimal)
    ]
    # Nothing is absent, or only what nobody can look up, and the refusal says why.
    if all(measure.if_missing for measure in absent):
        return refusal
    return INCOMPLETE.filled(count=len(absent), whole=len(needed))


INCOMPLETE = Text(
    "Belum dapat dihitung: {count} dari {whole} masukannya tidak ada.",
    "It cannot be computed yet: {count} of its {whole} inputs are not there.",
)


def _differs(index: Index, year: int) -> bool:
    try:
        return bool(basis_of(index, year, Vintage.OLD).vintage)
    except NoMethod:
        return False


def _targets(
    by: Actor, index: Index, home: PlaceStrands, decimals: int
) -> tuple[TargetAnswer, ...]:
    """A target is of everybody's index and says nothing of one sex. Cost: one query."""
    found = home.main.stretches if home.main_key == index.key else ()
    rows = visible(by, IndexTargetRecord.objects.filter(index=index.key)).order_by("year")
    targets = [(row.pk, Target(row.year, round(row.value, decimals), row.document)) for row in rows]
    return tuple(
        TargetAnswer(pk, target, target_words(index, target, found, decimals))
        for pk, target in targets
    )


def series_keys() -> tuple[str, ...]:
    """The indices that have a page of their series."""
    return tuple(key for key in STRANDS if key in INDEX_FAMILIES)
