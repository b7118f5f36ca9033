"""What came of a year's GAPs and rupiah across the government, and who has not reported."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from setara.domain.budget.activity import normal_form
from setara.domain.budget.outcome import OutcomeVerdict
from setara.domain.budget.outcome_totals import OutcomeMoney, VerdictTotal, by_verdict, counted_once
from setara.domain.budget.outcome_words import BESIDE
from setara.domain.budget.quarter import Quarter
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import require
from setara.domain.language.text import Language, Text
from setara.formats.csv_text import csv_of
from setara.formats.result_book import ResultLine, heads, result_book
from setara.usecases.budget.result_facts import facts_of, signed_rows
from setara.usecases.budget.result_parts import ResultAnswer
from setara.usecases.budget.result_working import result_of
from setara.usecases.foundation.access import NotFound

RESULTS = Text("Hasil tahun itu", "The results of that year")


class ResultForm(StrEnum):
    """As what the results of a year can be taken out."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class ResultFile:
    """The results of a year as a file."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ResultsAnswer:
    """The results of a year: every signed GAP, the totals over approved statements.

    `year` is None where there is no signed GAP at all; `agencies` are those with one, by id.
    """

    year: int | None
    years: tuple[int, ...] = ()
    rows: tuple[ResultAnswer, ...] = ()

    @property
    def agencies(self) -> tuple[tuple[int, str], ...]:
        """The agencies with a signed GAP in the year, by name."""
        found = {row.agency_id: row.agency_name for row in self.rows}
        return tuple(sorted(found.items(), key=lambda each: each[1]))

    @property
    def overdue(self) -> tuple[ResultAnswer, ...]:
        """The GAPs with a quarter that should have been reported."""
        return tuple(row for row in self.rows if row.missing)

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        """The quarters of a year."""
        return tuple(Quarter)

    def chosen(
        self,
        *,
        agency_id: int | None = None,
        verdict: OutcomeVerdict | None = None,
        only_overdue: bool = False,
    ) -> tuple[ResultAnswer, ...]:
        """The rows of one agency, with one verdict, or that are overdue."""
        return tuple(
            row
            for row in self.rows
            if (agency_id is None or row.agency_id == agency_id)
            and (verdict is None or row.verdict is verdict)
            and (row.missing or not only_overdue)
        )


def results(*, by: Actor, year: int | None, today: date) -> ResultsAnswer:
    """The results of a year, of the latest with a signed GAP where none is asked for.

    Raises NotFound for a year without one. Cost: eleven queries however many GAPs there are.
    """
    require(by.may(Permission.READ_RECORDS))
    years = tuple(signed_rows(by).order_by("-year").values_list("year", flat=True).distinct())
    if not years and year is None:
        return ResultsAnswer(None)
    chosen = years[0] if year is None else year
    if chosen not in years:
        raise NotFound(RESULTS)
    rows = list(signed_rows(by).filter(year=chosen).order_by("agency__code", "activity_code", "pk"))
    facts = facts_of(by, rows, today)
    return ResultsAnswer(chosen, years, tuple(result_of(row, facts) for row in rows))


def totals_of(rows: tuple[ResultAnswer, ...]) -> tuple[VerdictTotal, ...]:
    """The money of the rows with an approved statement, by verdict; of a sub kegiatan once."""
    return by_verdict(_money(row) for row in rows if row.is_approved)


def _money(row: ResultAnswer) -> OutcomeMoney:
    return OutcomeMoney(
        row.verdict,
        row.money.budget,
        row.money.spent,
        row.year,
        row.agency_id,
        normal_form(row.activity_code),
    )


def results_file(
    *, by: Actor, year: int, today: date, form: ResultForm, language: Language
) -> ResultFile:
    """The results of a year as XLSX whose sums are formulas, or as CSV. Raises NotFound."""
    answer = results(by=by, year=year, today=today)
    approved = [row for row in answer.rows if row.is_approved]
    once = counted_once([_money(row) for row in approved])
    counted = {row.pathway_id for row, counts in zip(approved, once, strict=True) if counts}
    lines = [_line(row, language, row.pathway_id in counted) for row in answer.rows]
    name = f"hasil-{year}.{form.value}"
    if form is ResultForm.CSV:
        rows: list[list[object]] = [[each.say(language) for each in heads()]]
        rows += [line.cells for line in lines]
        return ResultFile(name, csv_of(rows))
    notes = [BESIDE.say(language)]
    if any(row.is_sample for row in answer.rows):
        notes.append(SAMPLE.say(language))
    title = TITLE.filled(year=str(year)).say(language)
    return ResultFile(name, result_book(lines, title=title, notes=notes, language=language))


def _line(row: ResultAnswer, language: Language, is_counted: bool) -> ResultLine:
    found = row.headline
    outcome = found.followed.result if found else None
    before = outcome.width_before if outcome else None
    after = outcome.width_after if outcome else None
    return ResultLine(
        agency=row.agency_name,
        code=row.activity_code,
        name=row.activity_name,
        is_approved=row.is_approved,
        is_counted=is_counted,
        budget=row.money.budget.amount if row.money.budget else None,
        spent=row.money.spent.amount if row.money.spent else None,
        reported=row.reported,
        disparity=found.datum.label.say(language) if found else "",
        before=before.points if before else None,
        after=after.points if after else None,
        verdict=row.verdict,
        reason=outcome.reason.say(language) if outcome else "",
        language=language,
    )


TITLE = Text("Hasil anggaran responsif gender {year}", "Results of gender budgeting {year}")
SAMPLE = Text(
    "DATA CONTOH, jangan dikutip sebagai data resmi.", "SAMPLE DATA, do not quote as official."
)
