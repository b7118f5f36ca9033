"""The recapitulation of gender-responsive money (ARG) out of the books and statements kept."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Sum

from setara.domain.budget.allocation import AllocationCategory
from setara.domain.budget.denominators import denominators
from setara.domain.budget.phase import BudgetPhase, Stage
from setara.domain.budget.recap import (
    Book,
    Numerator,
    Recap,
    RecapLine,
    YearLine,
    over_years,
    recap,
)
from setara.domain.budget.statement import StatementState
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah, total
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Language, Text, same
from setara.domain.law.nomenclature import activities
from setara.formats.recap_book import recap_book
from setara.store.models import BudgetLineRecord, BudgetVersionRecord, StatementRecord
from setara.usecases.budget.stored_versions import is_sample, live_versions
from setara.usecases.foundation.access import NotFound, visible

RECAP = Text("Rekap ARG tahun itu", "The ARG recapitulation of that year")
BEFORE_CHANGE = (BudgetPhase.RKA, BudgetPhase.DPA)
AFTER_CHANGE = (BudgetPhase.RKA_REVISED, BudgetPhase.DPPA)
GENERIC = Text("penunjang urusan, di bidang apa pun", "support, in whatever field")

Place = tuple[int, str]


@dataclass(frozen=True, slots=True)
class RecapAnswer:
    """The recapitulation of one year and the line over all; None where there is no book."""

    year: int | None
    years: tuple[int, ...]
    recap: Recap | None
    series: tuple[YearLine, ...]
    is_sample: bool


@dataclass(frozen=True, slots=True)
class RecapFile:
    """The recapitulation as a workbook."""

    name: str
    content: bytes


@dataclass(slots=True)
class _Books:
    """The books of one year by phase, with what the recapitulation needs of each."""

    year: int
    versions: dict[Stage, BudgetVersionRecord] = field(default_factory=dict)

    @property
    def plans(self) -> list[BudgetVersionRecord]:
        """The budgets of the year, without what was realised, in the order of their stages."""
        stages = sorted(
            (each for each in self.versions if each.phase.is_plan), key=lambda each: each.order
        )
        return [self.versions[each] for each in stages]

    def last_of(self, phases: Container[BudgetPhase]) -> BudgetVersionRecord | None:
        """The latest book among the phases."""
        return next((row for row in reversed(self.plans) if row.stage.phase in phases), None)

    @property
    def current(self) -> BudgetVersionRecord:
        """The latest book of the year."""
        return self.plans[-1]


def responsive_recap(*, by: Actor, year: int | None, today: date) -> RecapAnswer:
    """The recapitulation of a year, the latest where `year` is None, and of all years.

    Raises NotFound for a year without a book. Cost: five queries.
    """
    require(by.may(Permission.READ_RECORDS))
    books = _books(by)
    if year is not None and year not in books:
        raise NotFound(RECAP)
    if not books:
        return RecapAnswer(None, (), None, (), is_sample=False)
    recaps = _recaps(by, books, today)
    shown = max(books) if year is None else year
    return RecapAnswer(
        year=shown,
        years=tuple(sorted(books, reverse=True)),
        recap=recaps[shown],
        series=over_years(list(recaps.values()), denominators()),
        is_sample=is_sample(*books[shown].versions.values()),
    )


def responsive_recap_file(*, by: Actor, year: int, today: date, language: Language) -> RecapFile:
    """The recapitulation of a year as XLSX whose sums and shares are formulas. Raises NotFound."""
    answer = responsive_recap(by=by, year=year, today=today)
    if answer.recap is None:
        raise NotFound(RECAP)
    content = recap_book(answer.recap, language, is_sample=answer.is_sample)
    return RecapFile(f"arg-{year}.xlsx", content)


def _books(by: Actor) -> dict[int, _Books]:
    found: dict[int, _Books] = {}
    for row in visible(by, live_versions().order_by("year")):
        books = found.setdefault(row.year, _Books(row.year))
        books.versions[row.stage] = row
    return {year: books for year, books in found.items() if books.plans}


def _recaps(by: Actor, books: Mapping[int, _Books], today: date) -> dict[int, Recap]:
    counted = _approved(by)
    money = _money(by, counted)
    totals = _totals(by)
    return {
        year: recap(
            _lines(each, counted.get(year, {}), money, today),
            book=_book(each, totals),
            numerator=Numerator.APPROVED_STATEMENTS,
            wholes=denominators(),
            fields=_fields(year),
        )
        for year, each in books.items()
    }


def _approved(by: Actor) -> dict[int, dict[Place, StatementRecord]]:
    """The approved statements by year, agency and code; of several the one approved last.

    A sub-activity whose statement stands on an earlier book of the year counts too, and once.
    """
    rows = visible(
        by,
        StatementRecord.objects.filter(state=StatementState.APPROVED)
        .select_related("line__version", "line__agency")
        .prefetch_related("line__agency__names")
        .order_by("approved_at", "pk"),
    )
    found: dict[int, dict[Place, StatementRecord]] = {}
    for row in rows:
        of_year = found.setdefault(row.line.version.year, {})
        of_year[row.line.agency_id, row.line.code] = row
    return found


def _money(
    by: Actor, counted: Mapping[int, Mapping[Place, StatementRecord]]
) -> dict[tuple[int, int, str], tuple[int, int | None]]:
    """Amount and realisation of each counted sub-activity in every book, by book and place."""
    codes = {code for of_year in counted.values() for _, code in of_year}
    rows = visible(by, BudgetLineRecord.objects.all(), through="version__government")
    return {
        (version, agency, code): (amount, realised)
        for version, agency, code, amount, realised in rows.filter(code__in=codes).values_list(
            "version_id", "agency_id", "code", "amount", "realised"
        )
    }


def _totals(by: Actor) -> dict[int, dict[str, Rupiah]]:
    """The money of every agency in every book."""
    found: dict[int, dict[str, Rupiah]] = {}
    rows = visible(by, BudgetLineRecord.objects.all(), through="version__government")
    sums = rows.values_list("version_id", "agency__code").annotate(total=Sum("amount"))
    for version, agency, amount in sums.order_by("version_id", "agency__code"):
        found.setdefault(version, {})[agency] = Rupiah(amount)
    return found


def _book(books: _Books, totals: Mapping[int, dict[str, Rupiah]]) -> Book:
    version = books.current
    agencies = totals.get(version.pk, {})
    return Book(
        year=books.year,
        phase=version.phase,
        name=Text("{stage} {year}", "{stage} {year}").filled(
            stage=version.stage.name, year=str(books.year)
        ),
        total=total(agencies.values()),
        agencies=agencies,
    )


def _lines(
    books: _Books,
    counted: Mapping[Place, StatementRecord],
    money: Mapping[tuple[int, int, str], tuple[int, int | None]],
    today: date,
) -> list[RecapLine]:
    before, after = books.last_of(BEFORE_CHANGE), books.last_of(AFTER_CHANGE)

    def amount_in(version: BudgetVersionRecord, place: Place) -> Rupiah:
        return Rupiah(money.get((version.pk, *place), (0, None))[0])

    lines = []
    for place, row in counted.items():
        agency = row.line.agency.as_rule_sees_it()
        realised = money.get((books.current.pk, *place), (0, None))[1]
        lines.append(
            RecapLine(
                category=AllocationCategory(row.category),
                agency=agency.code,
                agency_name=agency.name_on(today).short_name,
                code=row.line.code,
                name=row.line.name,
                gross=amount_in(books.current, place),
                pagu=None if before is None else amount_in(before, place),
                revised=None if after is None else amount_in(after, place),
                realised=None if realised is None else Rupiah(realised),
            )
        )
    return sorted(lines, key=lambda each: (each.category, each.agency, each.code))


def _fields(year: int) -> dict[str, Text]:
    named = {
        each.code: same(f"{each.code} {each.name}")
        for each in activities(year)
        if each.level == "bidang_urusan"
    }
    return named | {"X.XX": GENERIC}
