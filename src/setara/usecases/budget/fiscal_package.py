"""A version of the budget as a fiscal data package (OFDP) with a gender extension."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from setara.domain.budget.beneficiaries.guard import hidden_counts
from setara.domain.budget.reading.exported import ExportedRow
from setara.domain.budget.statement import APPROVED_STATES
from setara.domain.budget.tagging.parts import PartLine
from setara.domain.budget.tagging.tag import TagScope, tagged_money
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.sex import Sex
from setara.domain.language.text import Language, Text
from setara.domain.statistics.release import CellState
from setara.formats.data_package import Package, Resource, data_package
from setara.formats.fiscal_words import (
    BENEFICIARIES,
    BENEFICIARY_FIELDS,
    BUDGET,
    BUDGET_FIELDS,
    DESCRIPTION,
    GENDER,
    GENDER_FIELDS,
    SAMPLE,
    TITLE,
    column_types,
    direction,
    model,
    readme,
)
from setara.store.models import (
    BeneficiaryRecord,
    BudgetBookRecord,
    BudgetTagRecord,
    GovernmentRecord,
    StatementRecord,
)
from setara.usecases.budget.beneficiary_rows import figure_answer
from setara.usecases.budget.stored_versions import is_sample
from setara.usecases.budget.tag_grounds import tag_of
from setara.usecases.budget.tag_parts import amounts, parts_of
from setara.usecases.budget.version_rows import Key, VersionRows
from setara.usecases.foundation.access import visible
from setara.usecases.statistics.releases import limits_of

# Nobody has said yet under which licence the government gives its budget out.
NO_LICENCE = ("notspecified", "")


def fiscal_package(*, by: Actor, rows: VersionRows, today: date, language: Language) -> bytes:
    """The package as a zip: the lines, what is gender responsive, the beneficiaries by sex.

    Sums of `amount` are those of the lowest lines. Cost: nine queries at most.
    """
    version = rows.version
    government = GovernmentRecord.objects.select_related("place").get(pk=version.government_id)
    facts = {
        "profile": "fiscal-data-package",
        "countryCode": "ID",
        "granularity": "aggregated",
        "fiscalPeriod": {"start": f"{version.year}-01-01", "end": f"{version.year}-12-31"},
        "model": model(version.stage),
    }
    title = TITLE.filled(
        stage=version.stage.name, year=str(version.year), who=government.place.name
    )
    sample = f" {SAMPLE.say(language)}" if is_sample(version) else ""
    return data_package(
        Package(
            name=f"setara-budget-{government.place.code}-{version.year}-{_slug(rows)}",
            title=title.say(language),
            description=DESCRIPTION.say(language) + sample,
            created=today.isoformat(),
            licence=NO_LICENCE,
            resources=_resources(by, rows, today, language),
            sources=_sources(rows),
            facts=facts,
            papers={"README.md": readme(is_sample=bool(sample)).encode("utf-8")},
        )
    )


def _resources(
    by: Actor, rows: VersionRows, today: date, language: Language
) -> tuple[Resource, ...]:
    beneficiaries = list(_beneficiaries(by, rows, today))
    return (
        _resource("budget", BUDGET, BUDGET_FIELDS, list(_budget(rows)), language),
        _resource("gender", GENDER, GENDER_FIELDS, list(_gender(by, rows)), language),
        _resource("beneficiaries", BENEFICIARIES, BENEFICIARY_FIELDS, beneficiaries, language),
    )


def _slug(rows: VersionRows) -> str:
    stage = rows.version.stage
    return stage.phase.value.lower() + (f"-{stage.sequence:02}" if stage.sequence else "")


def _sources(rows: VersionRows) -> tuple[str, ...]:
    """The files the version came in, by name and hash."""
    books = BudgetBookRecord.objects.filter(version=rows.version, withdrawn_at__isnull=True)
    values = books.order_by("pk").values_list("file__name", "file__sha256")
    return tuple(f"{name} (sha256:{sha256})" for name, sha256 in values)


def _resource(
    name: str, words: Text, fields: Any, table: list[list[object]], language: Language
) -> Resource:
    return Resource(
        name=name,
        title=words.say(language),
        description="",
        fields=tuple(each.field(language) for each in fields),
        rows=table,
        facts={"columnTypes": column_types(fields)},
    )


def _budget(rows: VersionRows) -> Iterator[list[object]]:
    stage = rows.version.stage
    for number, row in enumerate(rows.rows(), start=1):
        yield [number, row.year, stage.phase.value, stage.sequence, *_shown(row)]


def _shown(row: ExportedRow) -> list[object]:
    place = ExportedRow._fields.index("agency")
    cells = [None if cell == "" else cell for cell in row[place : len(row) - 2]]
    return [*cells, direction(str(row.account))]


def _gender(by: Actor, rows: VersionRows) -> Iterator[list[object]]:
    """A row for each sub kegiatan of the version, with its tag where it bears one."""
    tags = _tags(rows)
    chosen = [each.line for each in tags.values() if each.scope == TagScope.LINES.value]
    parts = parts_of(rows.version, chosen)
    approved = _approved(by, rows)
    for key, line in rows.lines.items():
        record = tags.get(line.line_id)
        pathway = approved.get(key)
        yield [
            *(rows.version.year, line.agency, line.code, line.name, line.amount, line.realised),
            *(_tag(record, line.amount, parts.get(line.line_id)) if record else [None] * 7),
            "false" if pathway is None else "true",
            pathway or (record.pathway_id if record else None),
            record.issue.element.code if record and record.issue else None,
            record.issue.place.code if record and record.issue else None,
        ]


def _tags(rows: VersionRows) -> dict[int, BudgetTagRecord]:
    found = BudgetTagRecord.objects.filter(
        line__version=rows.version, withdrawn_at__isnull=True
    ).select_related("line__agency", "issue__element", "issue__place")
    return {row.line_id: row for row in found}


def _tag(record: BudgetTagRecord, amount: int, parts: Sequence[PartLine] | None) -> list[object]:
    tag = tag_of(record)
    known = amounts(parts or ())
    # A sum that lacks a chosen line would look like a small tag: then no amount is told.
    money = tagged_money(tag, Rupiah(amount), known) if tag.lines <= known.keys() else None
    return [
        *(tag.category.value, int(tag.grade), tag.scope.value, Decimal(tag.weight)),
        *((money.gross.amount, money.weighted.amount) if money else (None, None)),
        record.target or None,
    ]


def _approved(by: Actor, rows: VersionRows) -> dict[Key, int]:
    """The GAP of each sub kegiatan whose GBS is approved, on whatever version of the year."""
    found = visible(by, StatementRecord.objects.all()).filter(
        line__version__year=rows.version.year, state__in=APPROVED_STATES
    )
    values = found.order_by("approved_at").values_list(
        "line__agency__code", "line__code", "pathway_id"
    )
    return {(agency, code): pathway for agency, code, pathway in values}


def _beneficiaries(by: Actor, rows: VersionRows, today: date) -> Iterator[list[object]]:
    found = visible(by, BeneficiaryRecord.objects.all(), through="agency__government").filter(
        year=rows.version.year, withdrawn_at__isnull=True
    )
    listed = [
        row
        for row in found.select_related("agency").order_by("agency__code", "code", "stage", "month")
        if (row.agency.code, row.code) in rows.lines
    ]
    counts = [figure_answer(row).count for row in listed]
    hidden = hidden_counts(counts, least=limits_of(by, today).general)
    for place, row in enumerate(listed):
        yield [
            *(row.year, row.agency.code, row.code, row.stage, row.month, row.unit),
            *_count(row.women, row.women_nothing, is_hidden=(place, Sex.FEMALE) in hidden),
            *_count(row.men, row.men_nothing, is_hidden=(place, Sex.MALE) in hidden),
            *(row.certainty, row.document),
        ]


def _count(figure: int | None, nothing: str, *, is_hidden: bool) -> tuple[int | None, str | None]:
    """A count as it may be published, and why it is empty."""
    return (None, CellState.HIDDEN.value) if is_hidden else (figure, nothing or None)
