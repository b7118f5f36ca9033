"""How the answer on a series becomes the tables of its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from django.urls import NoReverseMatch, reverse

from setara.domain.foundation.place import COUNTRY_CODE
from setara.domain.indices.bps.measures import Vintage
from setara.domain.indices.definition import NoMethod
from setara.domain.indices.registry import index_named
from setara.domain.indices.series import (
    Basis,
    Stretch,
    basis_of,
    change,
    vintage_label,
    why_apart,
)
from setara.domain.indices.standing import Beside, Side, spread, standing, standing_by_sex
from setara.domain.language.text import Text, listed
from setara.domain.statistics.disparity import Undefined
from setara.usecases.indices.series_queries import (
    Figure,
    IndexSeriesAnswer,
    PlaceStrands,
    Strand,
)
from setara.web.indices.explained_pages import vintage_query
from setara.web.indices.series_pages import Cell, PlaceRow, SeriesGroup, YearRow

MOST_YEARS = 6
"""As many years of the places beside one another as fit a sheet of paper."""

HEADINGS = {
    "ipm_female": Text("IPM perempuan", "IPM of women"),
    "ipm_male": Text("IPM laki-laki", "IPM of men"),
    "ipm": Text("IPM", "IPM"),
    "ipg": Text("IPG", "IPG"),
    "idg": Text("IDG", "IDG"),
    "ikg": Text("IKG", "IKG"),
}
SEXES = {"ipm_female": Text("perempuan", "women"), "ipm_male": Text("laki-laki", "men")}


def address(route: str, *args: object) -> str:
    """The address of a page; empty where it is not served."""
    try:
        return reverse(route, args=args)
    except NoReverseMatch:
        return ""


def explain_address(key: str, place: str, year: int, vintage: Vintage | None = None) -> str:
    """Where an index of a place and year is explained; empty where no page does."""
    found = address("indices:explained", key, place, year)
    return found + vintage_query(vintage) if found else ""


def reading_of(answer: IndexSeriesAnswer) -> tuple[Text, ...]:
    """The sentences on the newest figure, beside the places with one of its year and basis."""
    if answer.is_by_sex:
        sides = [
            Side(HEADINGS[each.key], SEXES[each.key], each.stretches, _above(answer, each.key))
            for each in answer.home.sides
        ]
        return standing_by_sex(answer.index, answer.home.name, sides)
    values = answer.beside()
    beside = [
        Beside(name, value)
        for code, name, value in values
        if value is not None and code != answer.home.code
    ]
    main = answer.home.main
    return standing(
        answer.index,
        HEADINGS[main.key],
        answer.home.name,
        main.stretches,
        neighbours=beside,
        above=_above(answer, main.key),
    )


def _above(answer: IndexSeriesAnswer, key: str) -> list[Beside]:
    return [
        Beside(place.name, point)
        for place in answer.above
        if (point := answer.value_of(place.strand(key))) is not None
    ]


def groups_of(answer: IndexSeriesAnswer) -> tuple[SeriesGroup, ...]:
    """The years of the own place by series, each with why it does not go on from the last."""
    by_basis: dict[Basis, dict[int, list[Figure | None]]] = {}
    for number, strand in enumerate(answer.home.strands):
        for figure in strand.figures:
            basis = _basis(strand, figure)
            row = by_basis.setdefault(basis, {}).setdefault(
                figure.year, [None] * len(answer.home.strands)
            )
            row[number] = figure
    ordered = sorted(by_basis, key=lambda basis: (min(by_basis[basis]), basis))
    found = []
    before: tuple[Basis, int] | None = None
    for basis in ordered:
        years = by_basis[basis]
        apart = why_apart(before[0], basis, before[1], min(years)) if before else None
        span = range(min(years), max(years) + 1)
        rows = tuple(
            _row(answer, basis, year, years[year]) if year in years else _hole(year)
            for year in span
        )
        found.append(SeriesGroup(vintage_label(basis), apart, rows))
        known = [row.year for row in rows if row.reason is None]
        before = (basis, max(known, default=max(years)))
    return tuple(found)


def _basis(strand: Strand, figure: Figure) -> Basis:
    index = index_named("ipg" if strand.key.startswith("ipm_") else strand.key)
    try:
        return basis_of(index, figure.year, figure.vintage)
    except NoMethod:
        return Basis("", figure.vintage.value)


def _row(
    answer: IndexSeriesAnswer, basis: Basis, year: int, figures: list[Figure | None]
) -> YearRow:
    main = answer.home.main
    moves = [_moved(strand, basis, year) for strand in answer.home.strands]
    has_value = any(each is not None and each.value is not None for each in figures)
    reason = next((each.reason for each in figures if each and each.reason), None)
    at = answer.home.strands.index(main)
    last = figures[at]
    # The IPM of a sex is a step of the IPG and is explained there.
    key = "ipg" if main.key == "ipm_female" else main.key
    can_explain = last is not None and last.recomputed is not None
    vintage = Vintage(basis.vintage) if basis.vintage in set(Vintage) else None
    url = explain_address(key, answer.home.code, year, vintage) if can_explain else ""
    return YearRow(
        year=year,
        cells=tuple(
            _cell(each, moved if answer.is_by_sex else None)
            for each, moved in zip(figures, moves, strict=True)
        ),
        moved=None if answer.is_by_sex else moves[at],
        reason=None if has_value else reason,
        explain_url=url,
    )


def _hole(year: int) -> YearRow:
    return YearRow(year, (), None, NOTHING_KEPT, "")


NOTHING_KEPT = Text("Tidak ada angka untuk tahun ini.", "There is no figure of this year.")


def _moved(strand: Strand, basis: Basis, year: int) -> Decimal | None:
    own = tuple(each for each in strand.stretches if each.basis == basis)
    moved = change(own, year - 1, year)
    return None if isinstance(moved, Undefined) else moved


def _cell(figure: Figure | None, moved: Decimal | None) -> Cell:
    if figure is None:
        return Cell(None, is_printed=False, differs=None, moved=None)
    both = figure.printed is not None and figure.recomputed is not None
    differs = figure.recomputed if both and figure.recomputed != figure.printed else None
    return Cell(figure.value, is_printed=figure.printed is not None, differs=differs, moved=moved)


def place_rows(
    answer: IndexSeriesAnswer,
) -> tuple[tuple[PlaceRow, ...], tuple[int | Text, ...]]:
    """The places beside one another, and what their figures are: years, or the two sexes.

    By year in the newest years of the own place's newest basis; by sex in the newest year.
    """
    now = answer.newest
    if now is None:
        return (), ()
    places = (answer.home, *answer.neighbours, *answer.above)
    if answer.is_by_sex:
        heads: tuple[int | Text, ...] = tuple(HEADINGS[side.key] for side in answer.home.sides)
        values = {
            place.code: tuple(answer.value_of(side) for side in place.sides) for place in places
        }
    else:
        by_place = {
            place.code: next((s for s in place.main.stretches if s.basis == now.basis), None)
            for place in places
        }
        known = {point.year for found in by_place.values() if found for point in found.points}
        years = sorted(known)[-MOST_YEARS:]
        heads = tuple(years)
        values = {
            code: tuple(_at(found, year) for year in years) for code, found in by_place.items()
        }
    return tuple(_ordered(answer, places, values)), heads


def _ordered(
    answer: IndexSeriesAnswer,
    places: Iterable[PlaceStrands],
    values: Mapping[str, tuple[Decimal | None, ...]],
) -> list[PlaceRow]:
    """Those with a figure, the better in front; by sex in the order of names."""
    above = {place.code for place in answer.above}
    rows = [
        PlaceRow(
            name=place.name,
            values=values[place.code],
            is_own=place.code == answer.home.code,
            is_above=place.code in above,
        )
        for place in places
        if any(value is not None for value in values[place.code])
    ]
    if answer.is_by_sex:
        return sorted(rows, key=lambda row: (row.is_above, not row.is_own, row.name))
    low_first = answer.index.higher_is_better is False
    return sorted(rows, key=lambda row: _order(row, low_first=low_first))


def _at(found: Stretch | None, year: int) -> Decimal | None:
    point = found.at(year) if found else None
    return point.value if point else None


def _order(row: PlaceRow, *, low_first: bool) -> tuple[bool, bool, Decimal]:
    """Places of the province by their newest figure, the better in front; then what lies above."""
    last = row.values[-1] if row.values else None
    size = last or Decimal(0)
    return row.is_above, last is None, size if low_first else -size


def map_words(answer: IndexSeriesAnswer) -> Text:
    """What the map shows, for those who do not see it; empty where there is none to draw."""
    known = [Beside(name, value) for _, name, value in answer.beside() if value is not None]
    return spread(known) if len(known) > 1 else Text("", "")


def caption_of(answer: IndexSeriesAnswer) -> Text:
    """What the lines of the figure are, each only where it is drawn."""
    codes = {place.code for place in answer.above}
    parts = [OWN_LINE.filled(place=answer.home.name)]
    if answer.neighbours:
        parts.append(NEIGHBOUR_LINES)
    if codes - {COUNTRY_CODE}:
        parts.append(PROVINCE_LINE)
    if COUNTRY_CODE in codes:
        parts.append(COUNTRY_LINE)
    if answer.targets:
        parts.append(TARGET_MARKS)
    return CAPTION.filled(index=answer.index.symbol, lines=listed(parts))


CAPTION = Text("{index}: {lines}.", "{index}: {lines}.")
OWN_LINE = Text("{place} (garis tebal)", "{place} (bold)")
NEIGHBOUR_LINES = Text("kabupaten/kota lain (tipis)", "other regencies and cities (thin)")
PROVINCE_LINE = Text("provinsi (putus panjang)", "the province (long dashes)")
COUNTRY_LINE = Text("Indonesia (putus pendek)", "Indonesia (short dashes)")
TARGET_MARKS = Text("target (belah ketupat)", "targets (diamonds)")
