"""The recapitulation of gender-responsive money (ARG) out of books, statements and tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from setara.domain.budget.denominators import Denominators, denominators
from setara.domain.budget.missions import MissionPlan
from setara.domain.budget.numerators import Numerator
from setara.domain.budget.recap import Names, Recap, recap
from setara.domain.budget.recap_series import over_years
from setara.domain.budget.recap_year import Sources, Way, YearRecap
from setara.domain.budget.whereabouts import PlaceNames
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.place import Place, PlaceKind
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Language, Text, same
from setara.domain.law.nomenclature import activities
from setara.formats.recap_book import recap_book
from setara.store.models import GovernmentRecord, PlaceRecord
from setara.usecases.budget.details import detail_files_of
from setara.usecases.budget.mission_queries import plan_in, plans_of
from setara.usecases.budget.recap_agencies import agency_facts
from setara.usecases.budget.recap_books import YearBooks, books_by_year, domain_books, named
from setara.usecases.budget.recap_counting import ByYear, approved, missing, tagged
from setara.usecases.budget.recap_lines import Ground, Money, lines_of, money_of, versions_of
from setara.usecases.budget.stored_versions import is_sample
from setara.usecases.foundation.access import NotFound, government_of

RECAP = Text("Rekap ARG tahun itu", "The ARG recapitulation of that year")
GENERIC = Text("penunjang urusan, di bidang apa pun", "support, in whatever field")


@dataclass(frozen=True, slots=True)
class RecapAnswer:
    """The recapitulation of one year and the line over all; None where there is no book."""

    years: tuple[int, ...]
    year: YearRecap | None

    @property
    def recap(self) -> Recap | None:
        """The year counted in the chosen way."""
        return self.year.recap if self.year else None


@dataclass(frozen=True, slots=True)
class RecapFile:
    """The recapitulation as a workbook."""

    name: str
    content: bytes


def responsive_recap(
    *,
    by: Actor,
    year: int | None,
    today: date,
    numerator: Numerator = Numerator.APPROVED_STATEMENTS,
) -> RecapAnswer:
    """The recapitulation of a year, the latest where `year` is None, and of all years.

    Raises NotFound for a year without a book. Cost: sixteen queries and three over the details of
    all years, however many lines; a second for a million.
    """
    require(by.may(Permission.READ_RECORDS))
    books = books_by_year(by)
    if year is not None and year not in books:
        raise NotFound(RECAP)
    if not books:
        return RecapAnswer((), None)
    shown = max(books) if year is None else year
    return RecapAnswer(
        years=tuple(sorted(books, reverse=True)),
        year=_Making(by, books, today).year(shown, numerator),
    )


def responsive_recap_file(
    *,
    by: Actor,
    year: int,
    today: date,
    language: Language,
    numerator: Numerator = Numerator.APPROVED_STATEMENTS,
) -> RecapFile:
    """The recapitulation of a year as XLSX whose sums and shares are formulas. Raises NotFound."""
    answer = responsive_recap(by=by, year=year, today=today, numerator=numerator)
    if answer.year is None:
        raise NotFound(RECAP)
    return RecapFile(f"arg-{year}.xlsx", recap_book(answer.year, language))


class _Making:
    """What all years need, asked for once."""

    def __init__(self, by: Actor, books: Mapping[int, YearBooks], today: date) -> None:
        self.books = books
        self.statements, self.tags = approved(by), tagged(by)
        self.plans = plans_of(by)
        places = _places(by)
        self.districts = {
            each.code: each.name for each in places if each.kind is PlaceKind.SUBDISTRICT
        }
        versions = versions_of(books.values())
        files = detail_files_of(versions)
        self.agencies = agency_facts(by, self.districts, today)
        self.kept = domain_books(books.values(), files, self.agencies)
        wanted = {
            (self.agencies[key[0]].code, key)
            for found in (self.statements, self.tags)
            for of_year in found.values()
            for key in of_year
        }
        self.money: Money = money_of(versions, wanted, files, PlaceNames.of(places))
        self.wholes: Denominators = denominators()

    def year(self, year: int, chosen: Numerator) -> YearRecap:
        """All ways of counting the year, and the chosen one over the years."""
        ways = {numerator: self._way(year, numerator) for numerator in Numerator}
        followed = [
            (ways[chosen] if each == year else self._way(each, chosen)).recap for each in self.books
        ]
        books = self.books[year]
        plan = plan_in(self.plans, year)
        return YearRecap(
            year=year,
            ways=tuple(ways.values()),
            chosen=chosen,
            series=over_years([each for each in followed if each is not None], self.wholes),
            sources=Sources(
                before=named(books.before) if books.before else None,
                after=named(books.after) if books.after else None,
                spent=named(books.spent) if books.spent else None,
                missions=same(plan.document) if plan else None,
            ),
            is_sample=is_sample(*books.versions.values()),
        )

    def _way(self, year: int, numerator: Numerator) -> Way:
        kept: ByYear = self.tags if numerator is Numerator.WEIGHTED else self.statements
        counted = kept.get(year, {})
        reason = missing(numerator, counted)
        if reason is not None:
            return Way(numerator, None, reason)
        plan = plan_in(self.plans, year)
        ground = Ground(self.books[year], self.money, plan, self.agencies)
        made = recap(
            lines_of(counted, numerator, ground),
            book=self.kept[year],
            numerator=numerator,
            wholes=self.wholes,
            names=self._names(year, plan),
        )
        return Way(numerator, made)

    def _names(self, year: int, plan: MissionPlan | None) -> Names:
        return Names(
            fields=_fields(year),
            missions={str(each.number): each.name for each in plan.missions} if plan else {},
            districts={code: same(name) for code, name in self.districts.items()},
        )


def _places(by: Actor) -> Sequence[Place]:
    """The government's sub-districts and villages. Cost: two queries."""
    home = GovernmentRecord.objects.select_related("place").get(pk=government_of(by)).place.code
    rows = PlaceRecord.objects.filter(code__startswith=f"{home}.").select_related("parent")
    return [row.as_rule_sees_it() for row in rows.order_by("code")]


def _fields(year: int) -> dict[str, Text]:
    named_fields = {
        each.code: same(f"{each.code} {each.name}")
        for each in activities(year)
        if each.level == "bidang_urusan"
    }
    return named_fields | {"X.XX": GENERIC}
