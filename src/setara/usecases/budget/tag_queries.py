"""Questions about the tagging of a budget book: its lines, why to look, what is doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from setara.domain.budget.tagging.parts import PartLine
from setara.domain.budget.tagging.tag import TaggedMoney, TagScope, tagged_money
from setara.domain.foundation.actor import Actor
from setara.domain.foundation.money import Rupiah, total
from setara.domain.foundation.permission import Permission
from setara.domain.foundation.verdict import first_refusal, require
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
from setara.usecases.budget.tag_answers import (
    BatchAnswer,
    DeclineAnswer,
    LineTaggingAnswer,
    TagFilter,
    TaggingAnswer,
    TagLine,
    TagOrder,
    book_of,
    tag_answer,
)
from setara.usecases.budget.tag_findings import findings_of, with_grounds
from setara.usecases.budget.tag_grounds import signed_pathways, tag_of
from setara.usecases.budget.tag_parts import amounts, parts_of
from setara.usecases.budget.tagging_windows import WindowState, window_state
from setara.usecases.budget.tags import LINE
from setara.usecases.foundation.access import one

PAGE = 100
_ORDERS = {
    TagOrder.FILE: ("book_id", "row", "pk"),
    TagOrder.CODE: ("code", "agency__code", "pk"),
    TagOrder.NAME: ("name", "pk"),
    TagOrder.AMOUNT: ("-amount", "pk"),
    TagOrder.AGENCY: ("agency__code", "code", "pk"),
}
Parts = Mapping[int, Sequence[PartLine]]


@dataclass(frozen=True, slots=True)
class _Asked:
    """Who asks when about which book, and what all its lines are told with."""

    by: Actor
    version: BudgetVersionRecord
    today: date
    window: WindowState
    disparities: Mapping[str, Text]
    parts: Parts


def tagging(*, by: Actor, version_id: int, today: date, only: TagFilter) -> TaggingAnswer:
    """A page of the lines of a book with their tags. Raises NotFound.

    Cost: at most twenty queries however long the book. Its lines are screened one by one where
    those worth a look are asked for, its tags judged where the doubtful ones are.
    """
    require(by.may(Permission.READ_RECORDS))
    version = one(by, BudgetVersionRecord.objects.all(), version_id, what=VERSION)
    issues = open_issues(by)
    tags = list(_standing_tags(version).select_related("line__agency"))
    parts = parts_of(version, _in_lines(tags))
    asked = _Asked(by, version, today, window_state(version, today), disparities_of(issues), parts)
    rows = _narrowed(asked, only)
    count = rows.count()
    pages = max(-(-count // PAGE), 1)
    page = min(max(only.page, 1), pages)
    shown = _loaded(rows).order_by(*_ORDERS[only.order])[(page - 1) * PAGE : page * PAGE]
    money = [_money(tag, parts) for tag in tags]
    return TaggingAnswer(
        book=book_of(version),
        window=asked.window,
        lines=_lines(asked, list(shown)),
        count=count,
        page=page,
        pages=pages,
        agencies=agencies_of(version, today),
        issues=tuple((row.pk, row.title) for row in issues),
        tagged=len(tags),
        money=TaggedMoney(
            total(each.gross for each in money), total(each.weighted for each in money)
        ),
        last_batch=_last_batch(by, version),
        may_tag=first_refusal(by.may(Permission.TAG_BUDGET), asked.window.verdict),
    )


def line_tagging(*, by: Actor, line_id: int, today: date) -> LineTaggingAnswer:
    """One line with all that a decision needs. Raises NotFound.

    Cost: queries that do not grow with the book, and one scan of its details.
    """
    require(by.may(Permission.READ_RECORDS))
    rows = _loaded(BudgetLineRecord.objects.select_related("version"))
    row = one(by, rows, line_id, what=LINE, through="version__government")
    issues = open_issues(by)
    parts = parts_of(row.version, [row])
    window = window_state(row.version, today)
    asked = _Asked(by, row.version, today, window, disparities_of(issues), parts)
    tags = with_grounds(BudgetTagRecord.objects.filter(line=row)).order_by("-pk")
    pathway = signed_pathways([row], year=row.version.year).get((row.agency_id, row.code))
    own = parts.get(row.pk, ())
    return LineTaggingAnswer(
        book=book_of(row.version),
        window=window,
        line=_lines(asked, [row])[0],
        pathway_id=pathway.pk if pathway else None,
        issues=tuple((issue.pk, issue.title) for issue in issues),
        parts=tuple(own),
        history=tuple(tag_answer(tag, amounts(own)) for tag in tags),
        decline=_decline(row),
    )


def _decline(line: BudgetLineRecord) -> DeclineAnswer | None:
    row = DeclinedLineRecord.objects.filter(line=line, withdrawn_at__isnull=True).first()
    return None if row is None else DeclineAnswer(row.pk, row.reason, row.set_by, row.set_at)


def asked_lines(
    *, by: Actor, version_id: int, today: date, only: TagFilter, are_tagged: bool
) -> frozenset[int]:
    """The lines asked for, of every page, that the actor may tag: those with a tag, or without.

    Raises NotFound. Cost: as `tagging`, without the page.
    """
    require(by.may(Permission.READ_RECORDS))
    version = one(by, BudgetVersionRecord.objects.all(), version_id, what=VERSION)
    window = window_state(version, today)
    asked = _Asked(by, version, today, window, disparities_of(open_issues(by)), {})
    rows = _narrowed(asked, only)
    tagged = set(_standing_tags(version).values_list("line_id", flat=True))
    return frozenset(
        pk
        for pk, agency in rows.values_list("pk", "agency_id")
        if (pk in tagged) is are_tagged and by.may(Permission.TAG_BUDGET, agency_id=agency)
    )


def _narrowed(asked: _Asked, only: TagFilter) -> QuerySet[BudgetLineRecord]:
    rows = _searched(BudgetLineRecord.objects.filter(version=asked.version), only.words)
    if only.agency_id is not None:
        rows = rows.filter(agency_id=only.agency_id)
    standing = BudgetTagRecord.objects.filter(line=OuterRef("pk"), withdrawn_at__isnull=True)
    if only.tagged is not None:
        rows = rows.filter(Exists(standing) if only.tagged else ~Exists(standing))
    if only.category is not None:
        rows = rows.filter(Exists(standing.filter(category=only.category)))
    if only.only_doubtful:
        rows = rows.filter(pk__in=_doubtful(asked, rows))
    if only.only_worth_a_look:
        rows = rows.filter(pk__in=worth_a_look(rows, asked.disparities))
    return rows


def _searched(rows: QuerySet[BudgetLineRecord], words: str) -> QuerySet[BudgetLineRecord]:
    for word in words.split():
        rows = rows.filter(Q(name__icontains=word) | Q(code__icontains=word))
    return rows


def _doubtful(asked: _Asked, rows: QuerySet[BudgetLineRecord]) -> list[int]:
    tags = list(with_grounds(_standing_tags(asked.version).filter(line__in=rows)))
    found = findings_of(asked.by, asked.version, tags)
    return [line for line, findings in found.items() if findings]


def _standing_tags(version: BudgetVersionRecord) -> QuerySet[BudgetTagRecord]:
    return BudgetTagRecord.objects.filter(line__version=version, withdrawn_at__isnull=True)


def _in_lines(tags: Iterable[BudgetTagRecord]) -> list[BudgetLineRecord]:
    return [tag.line for tag in tags if tag.scope == TagScope.LINES]


def _money(tag: BudgetTagRecord, parts: Parts) -> TaggedMoney:
    return tagged_money(tag_of(tag), Rupiah(tag.line.amount), amounts(parts.get(tag.line_id, ())))


def _loaded(rows: QuerySet[BudgetLineRecord]) -> QuerySet[BudgetLineRecord]:
    standing = with_grounds(BudgetTagRecord.objects.filter(withdrawn_at__isnull=True))
    declines = DeclinedLineRecord.objects.filter(withdrawn_at__isnull=True)
    return rows.select_related("agency").prefetch_related(
        "agency__names",
        Prefetch("tags", queryset=standing, to_attr="standing"),
        Prefetch("declines", queryset=declines, to_attr="declined"),
    )


def _lines(asked: _Asked, rows: Sequence[BudgetLineRecord]) -> tuple[TagLine, ...]:
    standing = {row.pk: _standing(row) for row in rows}
    tagged = [tag for tag in standing.values() if tag]
    found = findings_of(asked.by, asked.version, tagged)
    names = {
        row.agency_id: row.agency.as_rule_sees_it().name_on(asked.today).short_name for row in rows
    }
    return tuple(
        TagLine(
            line_id=row.pk,
            code=row.code,
            name=row.name,
            agency_name=names[row.agency_id],
            amount=Rupiah(row.amount),
            screened=screened_line(row.code, row.name, asked.disparities),
            tag=tag_answer(tag, amounts(asked.parts.get(row.pk, ())))
            if (tag := standing[row.pk])
            else None,
            findings=found.get(row.pk, ()),
            declined_because=_declined_because(row),
            may_tag=first_refusal(
                asked.by.may(Permission.TAG_BUDGET, agency_id=row.agency_id), asked.window.verdict
            ),
        )
        for row in rows
    )


def _standing(row: BudgetLineRecord) -> BudgetTagRecord | None:
    tags: list[BudgetTagRecord] = getattr(row, "standing")  # noqa: B009
    return tags[0] if tags else None


def _declined_because(row: BudgetLineRecord) -> str:
    declines: list[DeclinedLineRecord] = getattr(row, "declined")  # noqa: B009
    return declines[0].reason if declines else ""


def agencies_of(version: BudgetVersionRecord, today: date) -> tuple[tuple[int, str], ...]:
    """The agencies with lines in the book, by name."""
    lines = BudgetLineRecord.objects.filter(version=version)
    rows = version.government.agencies.filter(pk__in=lines.values("agency_id"))
    named = (
        (row.as_rule_sees_it().name_on(today).name, row.pk)
        for row in rows.prefetch_related("names")
    )
    return tuple((pk, name) for name, pk in sorted(named))


def _last_batch(by: Actor, version: BudgetVersionRecord) -> BatchAnswer | None:
    if by.account_id is None:
        return None
    rows = TagBatchRecord.objects.filter(
        version=version, account_id=by.account_id, undone_at__isnull=True
    )
    last = rows.filter(Q(tags__withdrawn_at__isnull=True) | Q(is_withdrawal=True))
    batch = last.order_by("-pk").first()
    if batch is None:
        return None
    if batch.is_withdrawal:
        lines = BudgetTagRecord.objects.filter(withdrawn_in=batch).count()
    else:
        lines = BudgetTagRecord.objects.filter(batch=batch, withdrawn_at__isnull=True).count()
    return BatchAnswer(batch.pk, lines, batch.is_withdrawal, batch.set_at)
