"""Questions about budget versions and their lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet, Sum

from setara.domain.budget.phase import BudgetPhase, Stage
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.language.text import Text
from setara.store.models import (
    AgencyNameRecord,
    AgencyRecord,
    BudgetBookRecord,
    BudgetLineRecord,
    BudgetVersionRecord,
)
from setara.usecases.budget.book_keeping import BOOK
from setara.usecases.budget.lines import LineAnswer, line_answer
from setara.usecases.foundation.access import NotFound, one, visible

VERSION = Text("Versi anggaran", "The budget version")
PAGE = 200


@dataclass(frozen=True, slots=True)
class BookAnswer:
    """One file of a version; `withdrawn_at` is set where it was taken out or replaced."""

    book_id: int
    file_name: str
    sha256: str
    agency_name: str
    imported_at: datetime
    imported_by: str
    is_sample: bool
    withdrawn_at: datetime | None
    withdrawn_by: str
    reason: str

    @property
    def is_live(self) -> bool:
        """Whether its lines are in the version."""
        return self.withdrawn_at is None


@dataclass(frozen=True, slots=True)
class VersionAnswer:
    """A year's budget at one stage with its extent; `books` are all its files, the newest first."""

    version_id: int
    year: int
    stage: Stage
    books: tuple[BookAnswer, ...]
    lines: int
    amount: Rupiah

    @property
    def phase(self) -> BudgetPhase:
        """The phase of the stage."""
        return self.stage.phase

    @property
    def live(self) -> tuple[BookAnswer, ...]:
        """The files whose lines are in it."""
        return tuple(book for book in self.books if book.is_live)

    @property
    def file_name(self) -> str:
        """The name of its file; of several the newest, and how many more."""
        names = [book.file_name for book in self.live]
        return f"{names[0]} (+{len(names) - 1})" if len(names) > 1 else "".join(names)

    @property
    def imported_at(self) -> datetime:
        """When the newest file came."""
        return self.books[0].imported_at

    @property
    def is_sample(self) -> bool:
        """Whether any of it is a sample."""
        return any(book.is_sample for book in self.live)


@dataclass(frozen=True, slots=True)
class BookOfVersion:
    """One file, and the version it is in."""

    version_id: int
    year: int
    stage: Stage
    book: BookAnswer
    may_import: Verdict


@dataclass(frozen=True, slots=True)
class VersionPageAnswer:
    """A version with a page of the `count` lines that have the `words` looked for."""

    version: VersionAnswer
    lines: tuple[LineAnswer, ...]
    page: int
    pages: int
    count: int
    words: str
    may_import: Verdict

    @property
    def next_page(self) -> int | None:
        """The number of the page after this one."""
        return self.page + 1 if self.page < self.pages else None


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


def version(
    *, by: Actor, version_id: int, today: date, page: int = 1, words: str = ""
) -> VersionPageAnswer:
    """A version with a page of its lines by agency and code; its first page where there is none.

    `words` look for a part of a name, the start of a code, or an agency by code or name. Raises
    NotFound. Cost: seven queries.
    """
    require(by.may(Permission.READ_RECORDS))
    every = listed(by=by, is_empty_shown=True)
    found = next((each for each in every if each.version_id == version_id), None)
    if found is None:
        raise NotFound(VERSION)
    asked = _looked_for(BudgetLineRecord.objects.filter(version_id=version_id), words)
    count = asked.count() if words.strip() else found.lines
    pages = max(1, -(-count // PAGE))
    shown = page if 1 <= page <= pages else 1
    rows = (
        asked.select_related("agency", "version")
        .prefetch_related("agency__names")
        .order_by("agency__code", "code", "pk")[(shown - 1) * PAGE : shown * PAGE]
    )
    return VersionPageAnswer(
        version=found,
        lines=tuple(line_answer(row, today) for row in rows),
        page=shown,
        pages=pages,
        count=count,
        words=words.strip(),
        may_import=by.may(Permission.IMPORT_BUDGET),
    )


def _looked_for(rows: QuerySet[BudgetLineRecord], words: str) -> QuerySet[BudgetLineRecord]:
    asked = " ".join(words.split())
    if not asked:
        return rows
    named = AgencyNameRecord.objects.filter(
        Q(name__icontains=asked) | Q(short_name__icontains=asked)
    )
    return rows.filter(
        Q(name__icontains=asked)
        | Q(code__startswith=asked)
        | Q(agency__code=asked)
        | Q(agency__in=named.values("agency"))
    )


def book(*, by: Actor, book_id: int) -> BookOfVersion:
    """A file whose lines are in a version. Raises NotFound. Cost: two queries."""
    require(by.may(Permission.READ_RECORDS))
    rows = _book_rows().filter(withdrawn_at__isnull=True)
    row = one(by, rows, book_id, what=BOOK, through="version__government")
    return BookOfVersion(
        version_id=row.version_id,
        year=row.version.year,
        stage=row.version.stage,
        book=_book(row),
        may_import=by.may(Permission.IMPORT_BUDGET),
    )


def listed(*, by: Actor, is_empty_shown: bool = False) -> tuple[VersionAnswer, ...]:
    """The versions without asking for the permission, the latest stage first.

    Those whose every file was taken out are left out unless asked for. Cost: three queries.
    """
    rows = visible(by, BudgetVersionRecord.objects.all())
    lines = visible(by, BudgetLineRecord.objects.all(), through="version__government")
    extents = {
        pk: (count, amount or 0)
        for pk, count, amount in lines.values_list("version_id")
        .annotate(lines=Count("pk"), total=Sum("amount"))
        .order_by("version_id")
    }
    books = _books(by)
    answers = [
        VersionAnswer(
            version_id=row.pk,
            year=row.year,
            stage=row.stage,
            books=tuple(books.get(row.pk, ())),
            lines=extents.get(row.pk, (0, 0))[0],
            amount=Rupiah(extents.get(row.pk, (0, 0))[1]),
        )
        for row in rows
        if row.pk in books
    ]
    shown = [each for each in answers if each.live or is_empty_shown]
    return tuple(sorted(shown, key=lambda each: (each.year, each.stage.order), reverse=True))


def _books(by: Actor) -> dict[int, list[BookAnswer]]:
    found: dict[int, list[BookAnswer]] = {}
    rows = visible(by, _book_rows(), through="version__government")
    for row in rows.order_by("-imported_at", "-pk"):
        found.setdefault(row.version_id, []).append(_book(row))
    return found


def _book_rows() -> QuerySet[BudgetBookRecord]:
    return (
        BudgetBookRecord.objects.select_related("file", "agency", "version")
        .defer("file__content")
        .prefetch_related("agency__names")
    )


def _book(row: BudgetBookRecord) -> BookAnswer:
    agency = row.agency.as_rule_sees_it() if row.agency else None
    return BookAnswer(
        book_id=row.pk,
        file_name=row.file.name,
        sha256=row.file.sha256,
        agency_name=agency.name_on(row.imported_at.date()).short_name if agency else "",
        imported_at=row.imported_at,
        imported_by=row.imported_by,
        is_sample=row.is_sample,
        withdrawn_at=row.withdrawn_at,
        withdrawn_by=row.withdrawn_by,
        reason=row.withdrawal_reason,
    )
