"""The page that sets published indices beside recomputed ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from setara.domain.indices.arithmetic import rounded
from setara.domain.indices.bps.measures import Vintage
from setara.domain.indices.registry import index_named
from setara.domain.indices.verification import Comparison, Outcome, Tally, Verification
from setara.domain.language.text import Text, same
from setara.usecases.indices.verification import VintageAnswer, verification_of
from setara.web.shell.request import Request

LEAD = Text(
    "Setiap indeks terbitan BPS yang tersimpan dihitung ulang dari komponen yang tersimpan "
    "bersamanya, lalu dibandingkan angka demi angka.",
    "Every index of BPS that is kept is recomputed from the components kept with it, and compared "
    "digit by digit.",
)


TITLES = {
    Vintage.OLD: Text("Seri lama", "Old series"),
    Vintage.LONG_FORM: Text(
        "Seri dengan umur harapan hidup hasil Long Form SP2020",
        "Series with life expectancy of the long form of the 2020 census",
    ),
}
SHORT_NAMES = {
    "IPM_P": Text("IPM perempuan", "IPM of women"),
    "IPM_L": Text("IPM laki-laki", "IPM of men"),
    "IPG_lama": Text("IPG metode lama", "IPG, old method"),
}
PART = Text("{matching} dari {compared}", "{matching} of {compared}")


@dataclass(frozen=True, slots=True)
class TallyRow:
    """How the values of one step came out over all years."""

    symbol: Text
    compared: int
    exact: int
    within: int
    missed: int
    known: int
    incomplete: int
    per_cent: Decimal | None


@dataclass(frozen=True, slots=True)
class YearRow:
    """One year: for each value how many match of how many compared, in the order of the totals."""

    year: int
    parts: tuple[Text | None, ...]


@dataclass(frozen=True, slots=True)
class CellRow:
    """One published value beside the recomputed one; `url` is its explanation, empty for none."""

    symbol: Text
    compared: Comparison
    url: str


@dataclass(frozen=True, slots=True)
class SeriesRows:
    """One series with its counts, the values that do not match and the ones known to be wrong."""

    title: Text
    compared: int
    missed: int
    totals: tuple[TallyRow, ...]
    years: tuple[YearRow, ...]
    misses: tuple[CellRow, ...]
    known: tuple[CellRow, ...]
    reasons: tuple[Text, ...]
    left_out: tuple[tuple[Text, Text, int], ...]


@dataclass(frozen=True, slots=True)
class VerificationPage:
    """All series that are kept."""

    title: Text
    lead: Text
    series: tuple[SeriesRows, ...]
    import_url: str


@require_safe
def verification(request: Request) -> HttpResponse:
    """What of the published indices comes out, and what does not."""
    page = VerificationPage(
        title=Text("Indeks yang dihitung ulang", "Indices recomputed"),
        lead=LEAD,
        series=tuple(_series(each) for each in verification_of(by=request.actor)),
        import_url=reverse("indices:upload_table"),
    )
    return TemplateResponse(request, "indices/verification.html", {"page": page})


def _series(answer: VintageAnswer) -> SeriesRows:
    found = answer.verification
    totals = tuple(_tally(each) for each in found.tallies())
    within = {each.reason: None for each in found.of(Outcome.WITHIN) if each.reason}
    return SeriesRows(
        title=TITLES[answer.vintage],
        compared=sum(each.compared for each in totals),
        missed=len(found.misses),
        totals=totals,
        years=tuple(_years(found)),
        misses=tuple(_cell(each) for each in found.misses),
        known=tuple(_cell(each) for each in found.of(Outcome.KNOWN)),
        reasons=tuple(within),
        left_out=tuple(_left_out(found)),
    )


def _tally(each: Tally) -> TallyRow:
    count = each.counts.get
    return TallyRow(
        symbol=_symbol(each.index, each.step),
        compared=each.compared,
        exact=count(Outcome.EXACT, 0),
        within=count(Outcome.WITHIN, 0),
        missed=each.compared - each.matching,
        known=count(Outcome.KNOWN, 0),
        incomplete=count(Outcome.INCOMPLETE, 0),
        per_cent=None if each.rate is None else rounded(each.rate * 100, 1),
    )


def _years(found: Verification) -> Iterator[YearRow]:
    values = [(each.index, each.step) for each in found.tallies()]
    counted = {
        (each.year, each.index, each.step): PART.filled(
            matching=each.matching, compared=each.compared
        )
        for each in found.tallies_by_year()
        if each.compared
    }
    for year in sorted({each.year for each in found.comparisons}):
        yield YearRow(year, tuple(counted.get((year, *value)) for value in values))


def _cell(each: Comparison) -> CellRow:
    return CellRow(_symbol(each.index, each.step), each, _explanation(each))


def _left_out(found: Verification) -> Iterator[tuple[Text, Text, int]]:
    """What could not be recomputed, by index and by what is missing, counted."""
    counts: dict[tuple[Text, Text], int] = {}
    for each in found.of(Outcome.INCOMPLETE):
        if each.reason is not None:
            key = (_symbol(each.index, each.step), each.reason)
            counts[key] = counts.get(key, 0) + 1
    for (symbol, reason), count in counts.items():
        yield symbol, reason, count


def _symbol(index: str, step: str) -> Text:
    found = next(each for each in index_named(index).steps if each.key == step)
    if "_" not in found.symbol:
        return same(found.symbol)
    return SHORT_NAMES.get(found.symbol, found.name)


def _explanation(each: Comparison) -> str:
    """The page that explains the recomputed value step by step, where there is one."""
    if each.recomputed is None:
        return ""
    return reverse("indices:explained", args=[each.index, each.place_code, each.year])
