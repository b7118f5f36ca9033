"""The page of the recapitulation: which tables stand on it, and what is said about them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.urls import reverse

from setara.domain.budget.recap import NamedShare, Part, Recap
from setara.domain.budget.recap_series import YearLine, followed_name
from setara.domain.budget.recap_words import (
    book_notes,
    district_note,
    has_change,
    has_realised,
    mission_note,
)
from setara.domain.budget.recap_year import Way, YearRecap
from setara.domain.foundation.share import Share
from setara.domain.language.text import Text, same
from setara.usecases.budget.recap_queries import RecapAnswer

TITLE = Text("Anggaran responsif gender (ARG)", "Gender-responsive budget (ARG)")
LEAD = Text(
    "Rupiah dahulu, lalu persentasenya menurut setiap penyebut. Persentase tanpa penyebutnya tidak "
    "berarti apa-apa.",
    "Rupiah first, then the share under every denominator. A share without its denominator means "
    "nothing.",
)
BY_CATEGORY = Text("Menurut kategori", "By category")
BY_AGENCY = Text("Menurut perangkat daerah", "By agency")
BY_FIELD = Text("Menurut bidang urusan", "By field of affairs")
BY_MISSION = Text("Menurut misi RPJMD", "By mission of the RPJMD")
BY_DISTRICT = Text("Menurut kecamatan", "By sub-district")
FIGURE = Text(
    "ARG dari tahun ke tahun: rupiah, dan persentase dari {whole}",
    "ARG over the years: rupiah, and per cent of {whole}",
)
FIGURE_ALT = Text(
    "Rupiah dan persentase ARG menurut tahun; angka yang sama ada dalam tabel di bawahnya.",
    "Rupiah and share of ARG by year; the same figures stand in the table below.",
)


@dataclass(frozen=True, slots=True)
class PartTable:
    """One way of taking the money apart; `has_whole` where parts have a budget of their own."""

    title: Text
    parts: tuple[Part, ...]
    has_whole: bool = False
    note: Text | None = None
    is_missions: bool = False


@dataclass(frozen=True, slots=True)
class WayColumn:
    """One column of figures: a way of counting, gross or weighted."""

    heading: Text
    way: Way
    is_weighted: bool
    url: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One denominator with its share in every column, None where it cannot be computed."""

    of: NamedShare
    cells: tuple[Share | None, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things to look at."""

    label: Text
    url: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class RecapPage:
    """The recapitulation of one year."""

    title: Text
    lead: Text
    answer: RecapAnswer
    years: tuple[Choice, ...] = ()
    notes: tuple[Text, ...] = ()
    columns: tuple[WayColumn, ...] = ()
    rows: tuple[ShareRow, ...] = ()
    tables: tuple[PartTable, ...] = ()
    has_weighted: bool = False
    has_change: bool = False
    has_realised: bool = False
    series: tuple[tuple[YearLine, NamedShare], ...] = ()
    wholes: tuple[Choice, ...] = ()
    figure_url: str = ""
    figure_caption: Text = FIGURE
    figure_alt: Text = FIGURE_ALT
    file_url: str = ""
    pdf_url: str = ""
    docx_url: str = ""


def recap_page(answer: RecapAnswer, asked: str) -> RecapPage:
    """The page; `asked` is the key of the denominator that the years are followed by."""
    made = answer.year
    if made is None:
        return RecapPage(TITLE, LEAD, answer)
    shown = _any_recap(made)
    keys = [each.key for each in shown.shares]
    key = asked if asked in keys else keys[0]
    columns = _columns(made, key)
    return replace(
        _addresses(made, answer, key),
        columns=columns,
        rows=_rows(columns, shown),
        notes=book_notes(made, made.recap) if made.recap else (),
        tables=_tables(made),
        has_weighted=bool(made.recap and made.recap.total.weighted is not None),
        has_change=has_change(made),
        has_realised=bool(made.recap and has_realised(made.recap)),
        series=tuple((line, line.share_of(key)) for line in made.series),
        wholes=tuple(
            Choice(followed_name(each), f"{_url(made, each.key)}#tahun", each.key == key)
            for each in shown.shares
        ),
        figure_caption=FIGURE.filled(
            whole=followed_name(next(each for each in shown.shares if each.key == key))
        ),
    )


def _addresses(made: YearRecap, answer: RecapAnswer, key: str) -> RecapPage:
    """The page with where it leads: other years, the figure, the files."""
    query = urlencode({"cara": made.chosen.value})
    drawn = urlencode({"cara": made.chosen.value, "penyebut": key})
    return RecapPage(
        title=TITLE,
        lead=LEAD,
        answer=answer,
        years=tuple(
            Choice(same(str(year)), _url(made, key, tahun=year), year == made.year)
            for year in answer.years
        ),
        figure_url=f"{reverse('reports:recap_figure')}?{drawn}",
        file_url=f"{reverse('budget:recap_file', args=(made.year,))}?{query}",
        pdf_url=f"{reverse('reports:recap_paper', args=(made.year, 'pdf'))}?{query}",
        docx_url=f"{reverse('reports:recap_paper', args=(made.year, 'docx'))}?{query}",
    )


def _any_recap(made: YearRecap) -> Recap:
    """The first way always has one: no statements come to Rp0."""
    return next(each.recap for each in made.ways if each.recap is not None)


def _url(made: YearRecap, key: str, **other: object) -> str:
    asked = {"tahun": made.year, "cara": made.chosen.value, "penyebut": key} | other
    return f"{reverse('budget:recap')}?{urlencode(asked)}"


def _columns(made: YearRecap, key: str) -> tuple[WayColumn, ...]:
    found = []
    for way in made.ways:
        url = _url(made, key, cara=way.numerator.value)
        chosen = way.numerator is made.chosen
        weighs = way.recap is not None and way.recap.total.weighted is not None and way.recap.lines
        heading = Text("({way})", "({way})").filled(way=way.numerator.value)
        if weighs:
            gross = Text("({way}) bruto", "({way}) gross").filled(way=way.numerator.value)
            found.append(WayColumn(gross, way, False, url, chosen))
            heading = Text("({way}) tertimbang", "({way}) weighted").filled(way=way.numerator.value)
        found.append(WayColumn(heading, way, bool(weighs), url, chosen))
    return tuple(found)


def _rows(columns: tuple[WayColumn, ...], shown: Recap) -> tuple[ShareRow, ...]:
    return tuple(
        ShareRow(each, tuple(_cell(column, place) for column in columns))
        for place, each in enumerate(shown.shares)
    )


def _cell(column: WayColumn, place: int) -> Share | None:
    if column.way.recap is None:
        return None
    share = column.way.recap.shares[place]
    return share.weighted if column.is_weighted else share.share


def _tables(made: YearRecap) -> tuple[PartTable, ...]:
    found = made.recap
    if found is None or not found.lines:
        return ()
    return (
        PartTable(BY_CATEGORY, found.by_category),
        PartTable(BY_AGENCY, found.by_agency, has_whole=True),
        PartTable(BY_FIELD, found.by_field),
        PartTable(BY_MISSION, found.by_mission, note=mission_note(made, found), is_missions=True),
        PartTable(BY_DISTRICT, found.by_district, note=district_note(found)),
    )
