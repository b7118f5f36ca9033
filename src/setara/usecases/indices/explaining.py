"""An index of a place and year, computed from the figures that are kept and explained in full."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Refused, require
from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.bps.measures import IndexMeasure, Vintage, every_measure
from setara.domain.indices.computing import Result, computed, law_day
from setara.domain.indices.definition import Index, Measure, NoMethod, UnusableInput
from setara.domain.indices.explanation import Explained
from setara.domain.indices.ipg import NOT_ROUNDED_FIRST
from setara.domain.indices.registry import NoSuchIndex, index_named
from setara.domain.language.text import Text
from setara.domain.law.regulations import NoSuchRegulation, Regulation, regulation
from setara.domain.statistics.observation import Source, Value
from setara.store.models import ObservationRecord, PlaceRecord
from setara.usecases.foundation.access import NotFound, visible
from setara.usecases.indices.kept import SHARE, population_shares
from setara.usecases.indices.published import published_figures


@dataclass(frozen=True, slots=True)
class FigureAnswer:
    """A figure that goes into an index, and the observation it is kept as.

    `observation_id` is None for what was worked out from several figures.
    """

    measure: Measure
    value: Value
    source: Source
    cell: str
    observation_id: int | None


@dataclass(frozen=True, slots=True)
class IndexAnswer:
    """An index with its steps, the figures it was computed from, and the regulations it cites.

    `vintage` is the series of life expectancy that was used, None where the index has none;
    `printed` the publisher's own figure, None where it is not kept.
    """

    index: Index
    place_code: str
    place_name: str
    year: int
    result: Result
    explained: Explained
    figures: Mapping[str, FigureAnswer]
    vintage: Vintage | None
    regulations: tuple[Regulation, ...]
    printed: Decimal | None = None

    @property
    def differs(self) -> Text | None:
        """Why the printed figure is another than the computed one; None where it is not."""
        if self.printed is None or self.printed == self.explained.published:
            return None
        before_rounding = self.explained.steps[-1].note == NOT_ROUNDED_FIRST
        sentence = BEFORE_ROUNDING if before_rounding else NOT_KNOWN
        return sentence.filled(
            symbol=self.index.symbol, printed=self.printed, computed=self.explained.published
        )

    @property
    def is_sample(self) -> bool:
        """Whether a figure in it was made up to practise."""
        return any(figure.source.is_sample for figure in self.figures.values())


def explained_index(
    *, by: Actor, index_key: str, place_code: str, year: int, vintage: Vintage | None = None
) -> IndexAnswer:
    """The index of a place and year, by one series of life expectancy; the old one for None.

    For None the other series is taken where the old one lacks a figure. Raises NotFound for an
    index, a place or a required figure that is not there; Refused where a figure cannot be true.
    Cost: three queries, and one for a share of the population.
    """
    require(by.may(Permission.READ_RECORDS))
    try:
        index = index_named(index_key)
    except NoSuchIndex as error:
        raise NotFound(NAMED.filled(key=index_key)) from error
    place = PlaceRecord.objects.filter(code=place_code).first()
    if place is None:
        raise NotFound(Text("Wilayah {code}", "Place {code}").filled(code=place_code))
    kept = _kept(by, index, place, year)
    asked = kept if vintage is None else {vintage: kept[vintage]}
    vintage, figures = _whole(index, asked)
    try:
        values = {key: figure.value for key, figure in figures.items()}
        result = computed(index, values, year=year)
    except (UnusableInput, NoMethod) as unusable:
        raise Refused(unusable.reason) from unusable
    explained = result.explain({key: figure.source for key, figure in figures.items()})
    return IndexAnswer(
        index=index,
        place_code=place.code,
        place_name=place.name,
        year=year,
        result=result,
        explained=explained,
        figures=figures,
        vintage=vintage,
        regulations=_cited(explained),
        printed=_printed(by, index, place, year, vintage),
    )


Kept = dict[Vintage, dict[str, FigureAnswer]]


def _kept(by: Actor, index: Index, place: PlaceRecord, year: int) -> Kept:
    """The figures by vintage and measure; those without a vintage are in both."""
    measures = {measure.key: measure for measure in index.measures}
    known = {
        (each.element_code, each.kept_sex.value): each
        for each in every_measure()
        if each.key in measures
    }
    rows = visible(by, ObservationRecord.objects.all(), through="element__government").filter(
        place=place,
        breakdown="",
        valid_from__year=year,
        element__code__in={code for code, _ in known},
    )
    related = rows.select_related("element", "source", "source__file")
    found: Kept = {vintage: {} for vintage in Vintage}
    for row in related.defer("source__file__content"):
        each = known.get((row.element.code, row.sex))
        if each is not None:
            for vintage in _vintages(each):
                found[vintage][each.key] = _figure(measures[each.key], row)
    if SHARE in measures:
        _add_share(found, measures[SHARE], by, place, year)
    return found


def _add_share(found: Kept, measure: Measure, by: Actor, place: PlaceRecord, year: int) -> None:
    for _, its_year, share in population_shares(by, place.code):
        if its_year == year:
            figure = FigureAnswer(measure, share.value, share.source, "", None)
            for figures in found.values():
                figures.setdefault(SHARE, figure)


def _vintages(measure: IndexMeasure) -> tuple[Vintage, ...]:
    return (measure.vintage,) if measure.family.has_vintages else tuple(Vintage)


def _figure(measure: Measure, row: ObservationRecord) -> FigureAnswer:
    return FigureAnswer(
        measure=measure,
        value=row.figure(),
        source=row.source.as_rule_sees_it(),
        cell=row.cell,
        observation_id=row.pk,
    )


def _whole(index: Index, kept: Kept) -> tuple[Vintage | None, dict[str, FigureAnswer]]:
    """The first vintage that has every required figure. Raises NotFound where none has."""
    required = {measure.key for measure in index.measures if not measure.optional}
    for vintage, figures in kept.items():
        if figures and required <= figures.keys():
            has_vintages = any(
                each.family.has_vintages for each in every_measure() if each.key in figures
            )
            return (vintage if has_vintages else None), figures
    raise NotFound(THAT_INDEX.filled(symbol=index.symbol))


def _printed(
    by: Actor, index: Index, place: PlaceRecord, year: int, vintage: Vintage | None
) -> Decimal | None:
    """The index as its publisher printed it, with the publisher's decimals."""
    figures = published_figures(by=by, vintage=vintage or Vintage.OLD, place_code=place.code)
    for each in figures:
        if (each.year, each.measure.key) == (year, index.key) and isinstance(each.value, Decimal):
            printed: Decimal = rounded(each.value, int(index.rounding(law_day(None)).value))
            return printed
    return None


def _cited(explained: Explained) -> tuple[Regulation, ...]:
    found = []
    for key in dict.fromkeys(parameter.regulation for parameter in explained.parameters):
        try:
            found.append(regulation(key))
        except NoSuchRegulation:
            # A value that came with a definition names its source itself, beside the value.
            continue
    return tuple(found)


NAMED = Text("Indeks “{key}”", "The index “{key}”")
THAT_INDEX = Text("{symbol} wilayah dan tahun itu", "The {symbol} of that place and year")
BEFORE_ROUNDING = Text(
    "BPS menerbitkan {symbol} {printed}; di sini dihitung {computed}. Sebelum data 2016 BPS "
    "membagi kedua IPM yang belum dibulatkan, yang tidak diterbitkan; dari komponen yang tercetak "
    "hasilnya dapat berbeda sampai 0,03. Yang berlaku adalah angka terbitan.",
    "BPS published {symbol} {printed}; computed here it is {computed}. Before the data of 2016 "
    "BPS divided the two IPM before rounding, which it did not publish; from the printed "
    "components the result may differ by up to 0.03. The published figure is the one that counts.",
)
NOT_KNOWN = Text(
    "BPS menerbitkan {symbol} {printed}; dari komponen yang tersimpan dihitung {computed}. "
    "Sebabnya tidak diketahui: cocokkan komponennya dengan tabel BPS. Yang berlaku adalah angka "
    "terbitan.",
    "BPS published {symbol} {printed}; from the components kept here it is {computed}. The reason "
    "is not known: compare the components with BPS's table. The published figure is the one that "
    "counts.",
)
