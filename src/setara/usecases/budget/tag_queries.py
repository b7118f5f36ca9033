"""Questions about the tagging of a budget book: its lines, why to look, what is doubtful."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet

from setara.domain.budget.phase import Stage
from setara.domain.budget.screening.rules import Screened
from setara.domain.budget.tagging.checklist import Grade
from setara.domain.budget.tagging.conditions import Ground
from setara.domain.budget.tagging.overtagging import TagFinding, overtagged
from setara.domain.budget.tagging.tag import Tag, TaggedMoney, tagged_money
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah, total
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import Verdict, require
from setara.domain.language.text import Text
from setara.store.models import (
    BudgetLineRecord,
    BudgetTagRecord,
    BudgetVersionRecord,
    DeclinedLineRecord,
    TagBatchRecord,
)
from setara.usecases.budget.hints import (
    disparities_of,
    open_issues,
    screened_line,
    worth_a_look,
)
from setara.usecases.budget.queries import VERSION
from setara.usecases.budget.stored_versions import is_sample
from setara.usecases.budget.tag_grounds import (
    ActivityKey,
    activity_of,
    evidence_of,
    ground_of,
    signed_pathways,
    tag_of,
)
from setara.usecases.budget.tags import LINE
from setara.usecases.foundation.access import one, visible

PAGE = 100


@dataclass(frozen=True, slots=True)
class TagFilter:
    """Which lines are asked for; `tagged` is None for all of them, pages count from 1."""

    agency_id: int | None = None
    tagged: bool | None = None
    only_worth_a_look: bool = False
    page: int = 1


@dataclass(frozen=True, slots=True)
class TagAnswer:
    """A tag with its money and what it rests on."""

    tag_id: int
    tag: Tag
    ground: Ground
    money: TaggedMoney
    evidence: Grade | None
    issue_id: int | None
    pathway_id: int | None
    set_by: str
    set_at: datetime
    withdrawn_by: str
    withdrawn_at: datetime | None
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class TagLine:
    """A budget line with the reasons for a look, the tag that stands, and what is doubtful."""

    line_id: int
    code: str
    name: str
    agency_name: str
    amount: Rupiah
    screened: Screened
    tag: TagAnswer | None
    findings: tuple[TagFinding, ...]
    may_tag: Verdict


@dataclass(frozen=True, slots=True)
class TaggedBook:
    """The book the lines are of."""

    version_id: int
    year: int
    stage: Stage
    is_sample: bool


@dataclass(frozen=True, slots=True)
class BatchAnswer:
    """The actor's last bulk that is not undone."""

    batch_id: int
    lines: int
    set_at: datetime


@dataclass(frozen=True, slots=True)
class TaggingAnswer:
    """A page of a book's lines; `count` and `pages` are of all that were asked for."""

    book: TaggedBook
    lines: tuple[TagLine, ...]
    count: int
    page: int
    pages: int
    agencies: tuple[tuple[int, str], ...]
    issues: tuple[tuple[int, str], ...]
    tagged: int
    money: TaggedMoney
    last_batch: BatchAnswer | None
    may_tag: Verdict


@dataclass(frozen=True, slots=True)
class DeclineAnswer:
    """That somebody looked at the line and found it not gender-responsive."""

    decline_id: int
    reason: str
    set_by: str
    set_at: datetime


@dataclass(frozen=True, slots=True)
class LineTaggingAnswer:
    """One line with the signed GAP it can rest on and every tag it had, the latest first.

    `decline` is the finding against it that stands.
    """

    book: TaggedBook
    line: TagLine
    pathway_id: int | None
    issues: tuple[tuple[int, str], ...]
    history: tuple[TagAnswer, ...]
    decline: DeclineAnswer | None


def tagging(*, by: Actor, version_id: int, today: date, only: TagFilter) -> TaggingAnswer:
    """A page of the lines of a book with their tags. Raises NotFound.

    Cost: at most fourteen queries however long the book; its lines are screened one by one.
    """
    require(by.may(Permission.READ_RECORDS))
    version = one(by, BudgetVersionRecord.objects.all(), version_id, what=VERSION)
    issues = open_issues(by)
    rows = _asked(version, only)
    if only.only_worth_a_look:
        rows = rows.filter(pk__in=worth_a_look(rows, disparities_of(issues)))
    count = rows.count()
    pages = max(-(-count // PAGE), 1)
    page = min(max(only.page, 1), pages)
    shown = list(_loaded(rows).order_by("row", "pk")[(page - 1) * PAGE : page * PAGE])
    agencies = agencies_of(version, today)
    money = _money(version)
    return TaggingAnswer(
        book=book_of(version),
        lines=_lines(by, shown, version.year, disparities_of(issues), today),
        count=count,
        page=page,
        pages=pages,
        agencies=agencies,
        issues=tuple((row.pk, row.title) for row in issues),
        tagged=len(money),
        money=TaggedMoney(
            total(each.gross for each in money), total(each.weighted for each in money)
        ),
        last_batch=_last_batch(by, version),
        may_tag=by.may(Permission.TAG_BUDGET),
    )


def line_tagging(*, by: Actor, line_id: int, today: date) -> LineTaggingAnswer:
    """One line with all that a decision needs. Raises NotFound.

    Cost: queries that do not grow with the book.
    """
    require(by.may(Permission.READ_RECORDS))
    row = one(
        by,
        _loaded(BudgetLineRecord.objects.select_related("version")),
        line_id,
        what=LINE,
        through="version__government",
    )
    issues = open_issues(by)
    tags = _with_grounds(BudgetTagRecord.objects.filter(line=row)).order_by("-pk")
    pathway = signed_pathways([row], year=row.version.year).get((row.agency_id, row.code))
    return LineTaggingAnswer(
        book=book_of(row.version),
        line=_lines(by, [row], row.version.year, disparities_of(issues), today)[0],
        pathway_id=pathway.pk if pathway else None,
        issues=tuple((issue.pk, issue.title) for issue in issues),
        history=tuple(_tag_answer(tag) for tag in tags),
        decline=_decline(row),
    )


def _decline(line: BudgetLineRecord) -> DeclineAnswer | None:
    row = DeclinedLineRecord.objects.filter(line=line, withdrawn_at__isnull=True).first()
    return None if row is None else DeclineAnswer(row.pk, row.reason, row.set_by, row.set_at)


def _asked(version: BudgetVersionRecord, only: TagFilter) -> QuerySet[BudgetLineRecord]:
    rows = BudgetLineRecord.objects.filter(version=version)
    if only.agency_id is not None:
        rows = rows.filter(agency_id=only.agency_id)
    if only.tagged is None:
        return rows
    tagged = BudgetTagRecord.objects.filter(line__version=version, withdrawn_at__isnull=True)
    ids = tagged.values("line_id")
    return rows.filter(pk__in=ids) if only.tagged else rows.exclude(pk__in=ids)


def _loaded(rows: QuerySet[BudgetLineRecord]) -> QuerySet[BudgetLineRecord]:
    standing = _with_grounds(BudgetTagRecord.objects.filter(withdrawn_at__isnull=True))
    return rows.select_related("agency").prefetch_related(
        "agency__names", Prefetch("tags", queryset=standing, to_attr="standing")
    )


def _with_grounds(rows: QuerySet[BudgetTagRecord]) -> QuerySet[BudgetTagRecord]:
    grounds = ("line", "issue", "pathway")
    return rows.select_related(*grounds, *(f"carried_from__{each}" for each in grounds))


def _lines(
    by: Actor,
    rows: Sequence[BudgetLineRecord],
    year: int,
    disparities: Mapping[str, Text],
    today: date,
) -> tuple[TagLine, ...]:
    standing = {row.pk: _standing(row) for row in rows}
    tagged = [tag for tag in standing.values() if tag]
    before = _tags_before(by, tagged, year)
    found: dict[int, list[TagFinding]] = {}
    seen = [activity_of(tag, tag.carried_from or before.get(_key(tag))) for tag in tagged]
    for finding in overtagged(seen):
        found.setdefault(tagged[finding.place].line_id, []).append(finding)
    return tuple(
        TagLine(
            line_id=row.pk,
            code=row.code,
            name=row.name,
            agency_name=row.agency.as_rule_sees_it().name_on(today).short_name,
            amount=Rupiah(row.amount),
            screened=screened_line(row.code, row.name, disparities),
            tag=_tag_answer(tag) if (tag := standing[row.pk]) else None,
            findings=tuple(found.get(row.pk, ())),
            may_tag=by.may(Permission.TAG_BUDGET, agency_id=row.agency_id),
        )
        for row in rows
    )


def _key(tag: BudgetTagRecord) -> ActivityKey:
    return tag.line.agency_id, tag.line.code


def _standing(row: BudgetLineRecord) -> BudgetTagRecord | None:
    tags: list[BudgetTagRecord] = getattr(row, "standing")  # noqa: B009
    return tags[0] if tags else None


def _tags_before(
    by: Actor, tagged: Sequence[BudgetTagRecord], year: int
) -> dict[ActivityKey, BudgetTagRecord]:
    """Last year's tag of the same sub kegiatan of the same agency, from the latest book."""
    rows = visible(by, BudgetTagRecord.objects.all(), through="line__version__government").filter(
        withdrawn_at__isnull=True,
        line__version__year=year - 1,
        line__code__in={tag.line.code for tag in tagged},
    )
    ordered = _with_grounds(rows).order_by("line__book__imported_at", "pk")
    return {_key(tag): tag for tag in ordered}


def _tag_answer(row: BudgetTagRecord) -> TagAnswer:
    tag = tag_of(row)
    return TagAnswer(
        tag_id=row.pk,
        tag=tag,
        ground=ground_of(row),
        money=tagged_money(tag, Rupiah(row.line.amount), {}),
        evidence=evidence_of(row),
        issue_id=row.issue_id,
        pathway_id=row.pathway_id,
        set_by=row.set_by,
        set_at=row.set_at,
        withdrawn_by=row.withdrawn_by,
        withdrawn_at=row.withdrawn_at,
        answers=row.answers,
    )


def agencies_of(version: BudgetVersionRecord, today: date) -> tuple[tuple[int, str], ...]:
    """The agencies with lines in the book, by name."""
    lines = BudgetLineRecord.objects.filter(version=version)
    rows = version.government.agencies.filter(pk__in=lines.values("agency_id"))
    named = (
        (row.as_rule_sees_it().name_on(today).name, row.pk)
        for row in rows.prefetch_related("names")
    )
    return tuple((pk, name) for name, pk in sorted(named))


def _money(version: BudgetVersionRecord) -> list[TaggedMoney]:
    tags = BudgetTagRecord.objects.filter(line__version=version, withdrawn_at__isnull=True)
    return [
        tagged_money(tag_of(row), Rupiah(row.line.amount), {})
        for row in tags.select_related("line")
    ]


def _last_batch(by: Actor, version: BudgetVersionRecord) -> BatchAnswer | None:
    if by.account_id is None:
        return None
    rows = TagBatchRecord.objects.filter(
        version=version, account_id=by.account_id, undone_at__isnull=True
    )
    last = rows.filter(tags__withdrawn_at__isnull=True).order_by("-pk").first()
    if last is None:
        return None
    lines = BudgetTagRecord.objects.filter(batch=last, withdrawn_at__isnull=True).count()
    return BatchAnswer(last.pk, lines, last.set_at)


def book_of(version: BudgetVersionRecord) -> TaggedBook:
    """The book as its pages name it."""
    return TaggedBook(version.pk, version.year, version.stage, is_sample(version))
