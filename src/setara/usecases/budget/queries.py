"""Questions about budget versions and their lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Sum

from setara.domain.budget.phase import BudgetPhase
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.language.text import Text
from setara.store.models import AgencyRecord, BudgetLineRecord, BudgetVersionRecord
from setara.usecases.budget.lines import LineAnswer, line_answer
from setara.usecases.foundation.access import NotFound, visible

VERSION = Text("Versi anggaran", "The budget version")
PAGE = 200


@dataclass(frozen=True, slots=True)
class VersionAnswer:
    """A budget book with its extent."""

    version_id: int
    year: int
    phase: BudgetPhase
    file_name: str
    sha256: str
    imported_at: datetime
    is_sample: bool
    lines: int
    amount: Rupiah


@dataclass(frozen=True, slots=True)
class VersionPageAnswer:
    """A book with a page of its lines; `next_after` asks for the page after it."""

    version: VersionAnswer
    lines: tuple[LineAnswer, ...]
    next_after: int | None


@dataclass(frozen=True, slots=True)
class VersionsAnswer:
    """All books, and whether the actor may hand in another."""

    versions: tuple[VersionAnswer, ...]
    may_import: Verdict


@dataclass(frozen=True, slots=True)
class UploadAnswer:
    """What the form that takes a book in needs: the agencies a file can be of, by name."""

    agencies: tuple[tuple[int, str], ...]
    may_import: Verdict


def upload(*, by: Actor, today: date) -> UploadAnswer:
    """What is needed to take a book in. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = visible(by, AgencyRecord.objects.prefetch_related("names"))
    names = sorted(
        (row.as_rule_sees_it().name_on(today).name, row.pk)
        for row in rows.filter(closed_on__isnull=True)
    )
    return UploadAnswer(tuple((pk, name) for name, pk in names), by.may(Permission.IMPORT_BUDGET))


def versions(*, by: Actor) -> VersionsAnswer:
    """Every budget book of the actor's government, the newest first. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    return VersionsAnswer(listed(by=by), by.may(Permission.IMPORT_BUDGET))


def version(*, by: Actor, version_id: int, today: date, after: int = 0) -> VersionPageAnswer:
    """A book with the lines whose row lies after `after`. Raises NotFound. Cost: four queries."""
    require(by.may(Permission.READ_RECORDS))
    found = next((each for each in listed(by=by) if each.version_id == version_id), None)
    if found is None:
        raise NotFound(VERSION)
    rows = list(
        BudgetLineRecord.objects.filter(version_id=version_id, row__gt=after)
        .select_related("agency", "version")
        .prefetch_related("agency__names")
        .order_by("row")[: PAGE + 1]
    )
    shown = rows[:PAGE]
    return VersionPageAnswer(
        version=found,
        lines=tuple(line_answer(row, today) for row in shown),
        next_after=shown[-1].row if len(rows) > PAGE else None,
    )


def listed(*, by: Actor) -> tuple[VersionAnswer, ...]:
    """The books without asking for the permission. Cost: two queries."""
    rows = visible(by, BudgetVersionRecord.objects.all()).order_by("-year", "-imported_at")
    extents = {
        pk: (lines, amount or 0)
        for pk, lines, amount in visible(
            by, BudgetLineRecord.objects.all(), through="version__government"
        )
        .values_list("version_id")
        .annotate(lines=Count("pk"), total=Sum("amount"))
        .order_by("version_id")
    }
    return tuple(
        VersionAnswer(
            version_id=row.pk,
            year=row.year,
            phase=BudgetPhase(row.phase),
            file_name=row.file.name,
            sha256=row.file.sha256,
            imported_at=row.imported_at,
            is_sample=row.is_sample,
            lines=extents.get(row.pk, (0, 0))[0],
            amount=Rupiah(extents.get(row.pk, (0, 0))[1]),
        )
        for row in rows.select_related("file").defer("file__content")
    )
